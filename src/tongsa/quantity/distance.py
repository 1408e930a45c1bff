"""Tell by what two figures differ: a power of ten, a digit, the unit that they are told in."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from tongsa.quantity.numeral import size
from tongsa.quantity.units import UNITS, base

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongsa.model import Value
    from tongsa.quantity.parts import Part

_RECKONING = Fraction(1, 50)
"""By which a measure in other units may differ, if it is to be the same."""
_FEW = 10
"""Parts of a whole that are told by their number rather than in decimals: thirds."""


def common_units(one: Part, other: Part) -> tuple[str, str] | None:
    """Return the units of two measures of one dimension."""
    return next(
        (
            (ours, theirs)
            for ours in _measures(one)
            for theirs in _measures(other)
            if UNITS[ours].dimension == UNITS[theirs].dimension
        ),
        None,
    )


def _measures(part: Part) -> Sequence[str]:
    """Return the units that a part may be in; a pound may be a weight."""
    if part.family not in {"measure", "money"}:
        return ()
    return [unit for unit in (part.of.unit, *part.of.others) if unit in UNITS]


def other_unit(one: Part, other: Part) -> bool:
    """Whether two measures of one dimension are surely in different units: 340 kilograms, 340g."""
    ours, theirs = {one.of.unit, *one.of.others}, {other.of.unit, *other.of.others}
    if "" in ours | theirs or ours & theirs:
        return False
    return common_units(one, other) is not None


def converted(one: Part, other: Part) -> bool:
    """Whether a figure stands in another unit or currency, as editors write it for readers."""
    if _reckoned(one, other):
        return True
    if ({one.of.unit, *one.of.others} & {other.of.unit, *other.of.others}) - {""}:
        return False
    if one.family == other.family == "money":
        if (1,) in {one.values, other.values}:
            return False  # of 1,380 won to the dollar
        return not power(one, other) and not alike(one, other)
    units = common_units(one, other)
    return units is not None and UNITS[units[0]].system != UNITS[units[1]].system


def _reckoned(one: Part, other: Part) -> bool:
    """Whether two measures in different units come to the same: 104°F, 40도."""
    if one.family != "measure" or other.family != "measure" or one.of.unit == other.of.unit:
        return False
    ours, theirs = UNITS[one.of.unit], UNITS[other.of.unit]
    if ours.dimension != theirs.dimension or ours.system == theirs.system:
        return False
    exact, told = base(one.values[0], one.of.unit), base(other.values[0], other.of.unit)
    return size(exact - told) <= size(exact) * _RECKONING


def power(source: Part, target: Part) -> int:
    """Return the power of ten by which a target is off; 0 where it is off by something else."""
    units = common_units(source, target)
    size_of = UNITS[units[1]].factor / UNITS[units[0]].factor if units else Fraction(1)
    for ours in source.values:
        for theirs in target.values:
            if not ours or not theirs:
                continue
            ratio = theirs * size_of / ours
            if ratio <= 0:
                continue
            large = ratio if ratio > 1 else 1 / ratio
            digits = str(large.numerator)
            if large.denominator == 1 and digits.strip("0") == "1" and len(digits) > 1:
                return (len(digits) - 1) * (1 if ratio > 1 else -1)
    return 0


def alike(source: Part, target: Part) -> bool:
    """Whether the digits of two figures are nearly the same: one other, or two in other places."""
    return any(
        _alike(_digits(ours), _digits(theirs), sure=source.hard and target.hard)
        for ours in source.values
        for theirs in target.values
    )


def _digits(value: Value) -> str:
    """Return the digits of a number without the zeros at its ends: of 0.045 and 4,500 45."""
    value = size(value)
    if isinstance(value, int) or value.denominator < _FEW:
        return str(value.numerator).rstrip("0") or "0"
    return f"{float(value):.12g}".replace(".", "").strip("0")


def _alike(one: str, other: str, *, sure: bool) -> bool:
    """Whether one digit is another, or two stand in each other's places; or one is lost."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 (only what contradicts needs it)

    return (sure or len(one) == len(other)) and OSA.distance(one, other, score_cutoff=1) <= 1
