"""What a comparison of two figures may come to."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """How a figure of a translation stands to its source."""

    SAME = "same"
    SCALE = "scale"
    """Off by a power of ten."""
    VALUE = "value"
    MISSING = "missing"
    EXTRA = "extra"
    CURRENCY = "currency"
    PERCENT = "percent"
    """One is a percentage, the other is not, or is one of points."""
    BOUND = "bound"
    """Over became under, or the other way round."""
    DATE = "date"
    RELATIVE = "relative"
    """A date told from the article's is another one."""
    MERIDIEM = "meridiem"
    """Half a day apart."""
    ORDINAL = "ordinal"
    CLAUSE = "clause"
    RANGE = "range"
    """An end of a range is another one."""
    CONVERTED = "converted"
    """In another unit, or another currency."""
