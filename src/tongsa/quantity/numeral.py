"""Numbers as they are written, whatever they count."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from tongsa.model import Bound

if TYPE_CHECKING:
    from tongsa.model import Value

DIGITS = r"(?:\d+(?:,\d{3,4})+(?!\d)|\d+)(?:\.\d+)?|\.\d+"
"""``1,234.5``, ``2030``, ``.5``, and groups as a slip leaves them, ``2,7006``"""
LONGEST = 36
"""Digits that a number may have; what is longer counts nothing."""
LARGEST = 10**30
"""What scales may make of a number; more is a play with words."""
HARD_FROM = 13
"""The least number that words tell as surely as digits do, where spaces part the words."""


class Numeral(NamedTuple):  # thousands are made in a moment, faster than a dataclass is
    """A number in a text, with its scale words."""

    start: int
    end: int
    values: tuple[Value, ...]
    """Every value that may be meant, the likeliest first."""
    hard: bool = True
    raw: str = ""
    """The digits; empty where words or signs of grouping have to do with it."""
    bound: Bound = Bound.EXACT
    factor: Value = 1
    """What its scale words multiply by, where all of it is multiplied: 3 to 5 million."""
    plain: Value | None = None
    """What it is worth where its scale word is a unit: 5m, five million or five metres."""
    role: str = ""
    """``ordinal``, ``fraction`` or, of hours, ``clock``, where its own form tells."""


class Scale(NamedTuple):
    """What stands behind the digits of a number: 천만, 多萬, 억."""

    end: int
    small: int
    """Ten, a hundred or a thousand; 1 without such a word."""
    myriads: int
    """The product of its myriads; 1 without such a word."""
    last: int
    """The last of its myriads; 0 without such a word."""
    more: bool
    """Whether the number is a little more: 550多萬."""

    @property
    def scaled(self) -> bool:
        """Whether there is a power of ten."""
        return self.small > 1 or self.last > 0


def size(value: Value) -> Value:
    """Return a number without its sign."""
    return value if value >= 0 else -value


def whole(value: Fraction | int) -> Value:
    """Return a number, as int if it is whole."""
    return value.numerator if value.denominator == 1 else value


def number(digits: str) -> Value | None:
    """Return what digits such as ``1,234.5`` are worth; None where there are too many."""
    if digits.isdecimal() and len(digits) <= LONGEST:
        return int(digits)
    digits = digits.replace(",", "")
    if len(digits) > LONGEST:
        return None
    before, _, behind = digits.partition(".")
    upper, lower = int(before + behind), 10 ** len(behind)
    return upper // lower if upper % lower == 0 else Fraction(upper, lower)


def times(numeral: Numeral, factor: Value, end: int) -> Numeral:
    """Return a number with a scale word, which ends at a place."""
    values = tuple([product(value, factor) for value in numeral.values])
    return numeral._replace(values=values, end=end, raw="", factor=numeral.factor * factor)


def product(value: Value, factor: Value) -> Value:
    """Return a number multiplied; what is whole needs no reduction of fractions."""
    if isinstance(value, int) and isinstance(factor, int):
        return value * factor
    upper, lower = value.numerator * factor.numerator, value.denominator * factor.denominator
    return upper // lower if upper % lower == 0 else Fraction(upper, lower)


def half_of(start: int, end: int) -> Numeral:
    """Return the half of a unit: 半小時, 반년."""
    return Numeral(start, end, (Fraction(1, 2),), hard=False)


_DIGITS = re.compile(DIGITS)


def digits_at(text: str, at: int) -> Numeral | None:
    """Return the digits that begin at a place; None where there are none, or too many."""
    found = _DIGITS.match(text, at)
    if found is None:
        return None
    digits = found[0]
    value = number(digits)
    if value is None:
        return None
    return Numeral(at, found.end(), (value,), raw="" if "," in digits else digits)
