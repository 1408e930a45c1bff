"""Take figures apart into what can be compared one by one: the year, month and day of a date."""

from __future__ import annotations

import re
from operator import attrgetter
from typing import TYPE_CHECKING

from tongsa.model import Bound, CalendarDate, Quantity, QuantityKind
from tongsa.quantity.numeral import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongsa.model import Value

_DATE = ("year", "month", "day", "weekday", "years", "months", "weeks", "days")
_told = attrgetter(*_DATE)
RELATIVE = frozenset({"years", "months", "weeks", "days"})
CALENDAR = frozenset({"year", "month", "day"})
SPOKEN = RELATIVE | {"weekday"}
"""Parts that say a date without a figure."""
NUMBERS = frozenset({"number", "money", "percent", "points", "fraction", "multiple", "measure"})
"""Kinds of figures that may be told in one another's words."""
_FIGURES = re.compile(r"\d+(?:\.\d+)?")
_LONG = 200
"""Letters of a name that are looked at."""


class Part:
    """One value of a figure."""

    __slots__ = ("end", "family", "hard", "mates", "of", "pair", "values")

    def __init__(
        self, of: Quantity, family: str, values: tuple[Value, ...], *, hard: bool, end: bool = False
    ) -> None:
        """Keep a value of a figure; nothing is its counterpart yet."""
        self.of = of
        self.family = family
        """The figure's kind, or which part of a date."""
        self.values = values
        self.hard = hard
        self.end = end
        """Whether it is the upper end of a range."""
        self.pair: Part | None = None
        """What says the same in the other language."""
        self.mates: Sequence[Part] = ()
        """All parts of the same date."""


def parts(quantities: Sequence[Quantity]) -> list[Part]:
    """Return the parts of figures in order."""
    found: list[Part] = []
    for quantity in quantities:
        kind, hard = quantity.kind, quantity.hard
        if kind is QuantityKind.DATE and quantity.date is not None:
            found += _dated(quantity, quantity.date)
        elif kind is QuantityKind.IDENTIFIER:
            figures = _FIGURES.findall(quantity.label[:_LONG])
            values = tuple(value for it in figures if (value := number(it)) is not None)
            found.append(Part(quantity, "identifier", values, hard=False))
        else:
            sure = hard and quantity.bound is not Bound.SEVERAL
            found.append(Part(quantity, kind, quantity.values, hard=sure))
            if quantity.high:
                found.append(Part(quantity, kind, quantity.high, hard=sure, end=True))
    return found


def _dated(quantity: Quantity, date: CalendarDate) -> list[Part]:
    """Return the parts of a date, each of which knows the others."""
    hard = quantity.hard
    found = [
        Part(quantity, name, (value,), hard=hard and name in CALENDAR)
        for name, value in zip(_DATE, _told(date), strict=True)
        if value is not None
    ]
    for part in found:
        part.mates = found
    return found
