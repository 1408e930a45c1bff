"""Join figures that are one: the ends of a range, a century and its decade, a part of a whole."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from tongsa.model import Bound, Quantity, QuantityKind
from tongsa.quantity.numeral import whole
from tongsa.quantity.units import UNITS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tongsa.quantity.lexicon import Lexicon
    from tongsa.quantity.numeral import Numeral
    from tongsa.quantity.token import Token

_GAP = 14
"""Letters that may stand between two figures that are one."""
_PART_OF, _SMALL_PART = 100, 10
"""The whole that a part is told of, at the most, but for small ones: 99 in 100, 1 in 1000."""
_ADDING = frozenset({"", " ", "-", ", ", " and ", "又", "零"})
"""What stands between the parts of a measure in two units."""
_COMPOUND = frozenset({"time", "length", "mass"})
_FINEST = 3600
"""How many of the smaller unit make one of the larger, at the most."""
_CROSSES = frozenset({"x", "×", " x ", " × "})
"""What stands between a number and what is told as so many times: 4x100m, but not 4x 2019."""
_FEW = 12
"""The most of it that a product is told of."""
_NO_UNIT = frozenset({"", "decade"})
"""What stands behind a number that counts nothing named: a 4x4, two 2x4s."""
_ONE_DIGIT = 1
"""Digits of what may be a word: a 4x4, a 2x4, which other languages call by names of their own."""
_FEET, _INCHES = 12, re.compile(r"[\s-]?in\b(?!\s+[a-z])")
"""What makes a foot, and how its part is told where a word might be meant: 5 ft 9 in."""
_SIGN = 5
"""Letters of what joins the ends of a range."""
_YEAR, _SHORT = 4, 100
"""Digits of a year, and what is told of the next one: 2013-14."""
_FAR = 30
"""Letters before a range that may say that it is none."""
_AND, _OF = " and ", " of "
_RANGED = frozenset(
    {
        QuantityKind.NUMBER,
        QuantityKind.MONEY,
        QuantityKind.PERCENT,
        QuantityKind.POINTS,
        QuantityKind.MEASURE,
        QuantityKind.MULTIPLE,
    }
)


def share(tokens: Sequence[Token], low: str, words: Lexicon) -> None:
    """Give the ends of ranges the unit and the scale that stand at one of them: 3–5 million."""
    for one, other in pairwise(tokens):
        if one.numeral is None or other.numeral is None:
            continue
        if low[one.end : other.start] in _CROSSES:
            _cross(one, other, one.numeral, other.numeral)
            continue
        if one.sense is not None or other.begin - one.stop > _SIGN:
            continue
        gap = low[one.stop : other.begin]
        signs = words.list_signs if other.role == "decade" else words.range_signs
        if not signs.fullmatch(gap):
            continue
        if one.lead is not None and one.lead.role == other.role == "money":
            continue  # $1 to 7.2 yuan
        raw = one.numeral.raw
        if other.role == "decade" and raw.isdecimal() and len(raw) == _YEAR:
            one.sense, one.role = other.sense, other.role  # 1970、80年代
            other.numeral = _of_century(other.numeral, one.numeral)
            continue
        year = raw.isdecimal() and len(raw) == _YEAR
        dated = words.year_lead.search(low, max(0, one.begin - _FAR), one.begin)
        second = other.numeral.values[0] < _SHORT or (dated and gap.strip().isalpha())
        # 2013-14; 7,300 tonnes in 2022 to 5,100 tonnes
        if (year and second) or (gap == _AND and not _between(low, one.begin)):
            continue
        if one.lead and other.lead is None and other.role != "money":
            other.lead = one.lead
        one.sense, one.role = other.sense, other.role
        other.clock = other.clock or one.clock
        one.numeral = _scaled(one.numeral, other.numeral, sure=not gap.strip().isalpha())


def _cross(one: Token, other: Token, times: Numeral, each: Numeral) -> None:
    """Let a few times a figure be told as their product: a 4x100m relay, 400m 계주."""
    if not 1 < times.values[0] <= _FEW:
        return
    values = each.values if each.plain is None else (each.plain,)  # no 4x100 million
    products = tuple([whole(Fraction(value) * times.values[0]) for value in values])
    word = len(times.raw) == len(each.raw) == _ONE_DIGIT and other.role in _NO_UNIT
    hard = each.hard and not word
    one.numeral = times._replace(hard=False, raw="")
    other.numeral = each._replace(values=(*values, *products), hard=hard, plain=None, raw="")


def _of_century(decade: Numeral, before: Numeral) -> Numeral:
    """Return a decade of two digits in the century of the one before it."""
    value, first = decade.values[0], before.values[0]
    later = whole(Fraction(first - first % _SHORT + value))
    return decade._replace(values=(later,)) if value < _SHORT else decade


def _scaled(one: Numeral, other: Numeral, *, sure: bool) -> Numeral:
    """Return the lower end of a range with the scale of the upper one, where that makes it less."""
    scaled = whole(Fraction(one.values[0] * other.factor))
    if other.factor == 1 or one.factor != 1 or not one.raw or not 0 < scaled < other.values[0]:
        return one
    return one._replace(values=(scaled,) if sure else (scaled, one.values[0]), raw="")


def joined(found: Sequence[tuple[Quantity, int]], low: str, words: Lexicon) -> tuple[Quantity, ...]:
    """Return figures, two that are one joined; each comes with where the word behind it ends."""
    done: list[Quantity] = []
    at = 0
    for quantity, stop in found:
        both = None
        if done and quantity.start - at <= _GAP:
            both = _one(done[-1], quantity, low[at : quantity.start], low, words)
        if both:
            done[-1] = both
        else:
            done.append(quantity)
        at = stop
    return tuple(done)


def _between(low: str, at: int) -> bool:
    """Whether a place stands behind *between*, so that *and* joins a range."""
    return low[max(0, at - 16) : at].rstrip(" $€£¥").endswith("between")


def _one(one: Quantity, other: Quantity, gap: str, low: str, words: Lexicon) -> Quantity | None:
    for join in _JOINS:
        if both := join(one, other, gap, low, words):
            return both
    return None


def _decade(
    one: Quantity, other: Quantity, gap: str, _low: str, _words: Lexicon
) -> Quantity | None:
    """Join a century and its decade: 20世纪80年代."""
    if one.kind is not QuantityKind.CENTURY or other.kind is not QuantityKind.DECADE or gap.strip():
        return None
    year = whole(Fraction(one.values[0] - 1) * 100 + other.values[0])
    return replace(other, values=(year,), start=one.start)


def _part(one: Quantity, other: Quantity, gap: str, _low: str, words: Lexicon) -> Quantity | None:
    """Join a part and its whole: one in five, 5명 중 1명."""
    if one.kind is not QuantityKind.NUMBER or other.kind is not QuantityKind.NUMBER:
        return None
    if one.high or other.high or not words.in_all.fullmatch(gap):
        return None
    part, all_ = (one, other) if words.system == "thousands" else (other, one)
    if not 0 < part.values[0] < all_.values[0]:
        return None
    if all_.values[0] > _PART_OF and part.values[0] > _SMALL_PART:
        return None
    if gap == _OF and not (one.hard and other.hard):
        return None
    return replace(
        one,
        kind=QuantityKind.FRACTION,
        values=(whole(Fraction(part.values[0]) / all_.values[0]),),
        told=(part.values[0], all_.values[0]),
        end=other.end,
        numeral=(one.numeral[0], other.numeral[1]),
        hard=one.hard or other.hard,
    )


def _compound(
    one: Quantity, other: Quantity, gap: str, _low: str, _words: Lexicon
) -> Quantity | None:
    """Join a measure in two units: 2시간 30분, 1년 6개월, 5 feet 9 inches."""
    if one.kind is not QuantityKind.MEASURE or other.kind is not QuantityKind.MEASURE:
        return None
    large, small = UNITS[one.unit], UNITS[other.unit]
    if gap not in _ADDING or large.dimension != small.dimension or one.high or other.high:
        return None
    ratio = large.factor / small.factor
    if large.dimension not in _COMPOUND or not 1 < ratio <= _FINEST or other.values[0] >= ratio:
        return None
    value = whole(one.values[0] + Fraction(other.values[0]) / ratio)
    return replace(
        one,
        values=(value,),
        end=other.end,
        numeral=(one.numeral[0], other.numeral[1]),
        hard=one.hard or other.hard,
        told=(*(one.told or one.values), *other.values),
    )


def _height(one: Quantity, other: Quantity, gap: str, low: str, _words: Lexicon) -> Quantity | None:
    """Join feet and inches that are not called so: 6-foot-2, 5 ft 9 in."""
    if one.unit != "foot" or other.kind is not QuantityKind.NUMBER or one.high or other.high:
        return None
    named = _INCHES.match(low, other.end) if gap == " " else None
    if (gap != "-" and named is None) or not 0 <= other.values[0] < _FEET or not other.hard:
        return None
    inches = whole(one.values[0] + Fraction(other.values[0]) / _FEET)
    end = named.end() if named else other.end
    return replace(one, values=(inches,), end=end, told=(*one.values, *other.values))


def _range(one: Quantity, other: Quantity, gap: str, low: str, words: Lexicon) -> Quantity | None:
    """Join the ends of a range: 3–5."""
    if one.kind is not other.kind or one.kind not in _RANGED or one.unit != other.unit or one.high:
        return None
    if not words.range_signs.fullmatch(gap) or one.hard != other.hard:
        return None
    if gap == _AND and not _between(low, one.start):
        return None
    rises = one.kind is QuantityKind.MONEY and gap.strip().isalpha()
    if rises and words.no_range.search(low, max(0, one.start - _FAR), one.start):
        return None  # rose 11 cents to $1.94
    if not one.values[0] < other.values[0]:
        return None
    return replace(
        one,
        high=other.values,
        end=other.end,
        numeral=(one.numeral[0], other.numeral[1]),
        bound=one.bound if one.bound is not Bound.EXACT else other.bound,
        bounded=one.bounded if one.bound is not Bound.EXACT else other.bounded,
    )


_JOINS: tuple[Callable[[Quantity, Quantity, str, str, Lexicon], Quantity | None], ...]
_JOINS = (_decade, _part, _compound, _height, _range)
