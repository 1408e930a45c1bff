"""Readings of Han characters and Hangul: whether a spelling is one, and whose name it is."""

from tongsa.reading.compare import Comparison, Verdict, compare
from tongsa.reading.fit import fits
from tongsa.reading.outline import Circle
from tongsa.reading.press import (
    Reading,
    Readings,
    hangul_forms,
    homophones,
    in_hangul,
    readings,
)
from tongsa.reading.systems import SYSTEMS
from tongsa.reading.variants import Variant, variants

__all__ = [
    "SYSTEMS",
    "Circle",
    "Comparison",
    "Reading",
    "Readings",
    "Variant",
    "Verdict",
    "compare",
    "fits",
    "hangul_forms",
    "homophones",
    "in_hangul",
    "readings",
    "variants",
]
