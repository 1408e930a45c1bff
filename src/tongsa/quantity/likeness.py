"""Tell figures that mean the same in other words, and figures of which one is wrong."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from math import ceil, floor
from types import MappingProxyType
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from tongsa.model import Bound
from tongsa.quantity.numeral import size
from tongsa.quantity.parts import CALENDAR, RELATIVE, SPOKEN
from tongsa.quantity.units import UNITS, base
from tongsa.quantity.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tongsa.model import Value
    from tongsa.quantity.parts import Part

_RATIOS = {
    "percent": Fraction(1, 100),
    "fraction": Fraction(1),
    "multiple": Fraction(1),
}
"""What makes a ratio of a figure: 20 % is one fifth."""
_ABSOLUTE = {"years": "year", "months": "month", "days": "day", "weeks": "day", "weekday": "day"}
"""What a date that is told from today, or by its weekday, comes to."""
_TOLERANCE = Fraction(1, 40)
"""By which durations may differ: 60 days are two months."""
_DAY = 86_400
_CENTURY = 100
_SPANS = frozenset({"years", "months", "weeks"})
_RECKONING = Fraction(1, 50)
"""By which a measure in other units may differ, if it is to be the same."""
_FALLING = frozenset({"number", "money", "percent", "points"})
"""What falls and is lost; a temperature needs its minus."""
_ROUNDINGS: Mapping[Bound, tuple[Callable[[Fraction], int], ...]] = MappingProxyType(
    {
        Bound.ABOUT: (round, floor, ceil),
        Bound.OVER: (floor,),
        Bound.AT_LEAST: (floor,),
        Bound.NEARLY: (ceil,),
        Bound.UNDER: (ceil,),
    }
)
"""How figures are rounded by what is said of them."""
_NEAR = 13
"""Days from the article's own within which a weekday is meant."""
_FEW = 10
"""Parts of a whole that are told by their number rather than in decimals: thirds."""
_NUMBERS = frozenset({"number", "money", "percent", "points", "fraction", "multiple", "measure"})
_RANKED = frozenset({"ordinal", "clause", "century", "decade", "number", "measure", "year", "day"})


def equal(one: Part, other: Part, today: dt.date | None) -> bool:
    """Whether two parts mean the same, though their figures differ."""
    return (
        _rounded(one, other)
        or _fallen(one, other)
        or _same_measure(one, other)
        or _same_ratio(one, other)
        or _same_age(one, other)
        or _same_day(one, other, today)
        or _same_day(other, one, today)
        or _same_clock(one, other)
        or _same_clock(other, one)
    )


def _same_measure(one: Part, other: Part) -> bool:
    """Whether two measures are the same in the units of one system: 1,500 m, 1.5 km."""
    units = _units(one, other)
    if {one.family, other.family} == {"measure", "points"}:
        return _same_steps(one, other) or _same_steps(other, one)
    if units is None or UNITS[units[0]].system != UNITS[units[1]].system:
        return False
    rough = UNITS[units[0]].dimension == "time" and units[0] != units[1]
    slack = _TOLERANCE if rough else Fraction(0)
    return any(
        size(ours - theirs) <= size(ours) * slack
        for ours in (base(value, units[0]) for value in one.values)
        for theirs in (base(value, units[1]) for value in other.values)
    )


def _same_steps(one: Part, other: Part) -> bool:
    """Whether a measure is in steps of a quarter point, as rates of interest are: 1碼."""
    step = "quarter-point" in {one.of.unit, *one.of.others}
    return step and any(Fraction(value, 4) in other.values for value in one.values)


def _units(one: Part, other: Part) -> tuple[str, str] | None:
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
    return _units(one, other) is not None


def converted(one: Part, other: Part) -> bool:
    """Whether a figure stands in another unit or currency, as editors write it for readers."""
    if _reckoned(one, other):
        return True
    if ({one.of.unit, *one.of.others} & {other.of.unit, *other.of.others}) - {""}:
        return False
    if one.family == other.family == "money":
        return not power(one, other) and not alike(one, other)
    units = _units(one, other)
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


def _rounded(one: Part, other: Part) -> bool:
    """Whether a figure that is said to be rough is the source's, rounded: 1,480, 약 1500."""
    rounding = _ROUNDINGS.get(other.of.bound)
    if rounding is None or one.family != other.family or one.family not in _NUMBERS:
        return False
    if one.of.unit != other.of.unit and other.of.unit not in one.of.others:
        return False
    exact, told = one.values[0], other.values[0]
    step = _step(told)
    if not step or exact <= 0 or told < 10 * step or exact % step == 0:
        return False
    return told in {int(way(Fraction(exact) / step)) * step for way in rounding}


def _fallen(one: Part, other: Part) -> bool:
    """Whether one of two figures has a minus, for which the other side may have a word: fell 3%."""
    if one.family != other.family or one.family not in _FALLING or one.of.unit != other.of.unit:
        return False
    return any(-value in other.values for value in one.values)


def _step(value: Value) -> int:
    """Return the power of ten that a round number is told to: 100 of 1,500."""
    if not isinstance(value, int) or value <= 0:
        return 0
    digits = str(value)
    return int("1".ljust(len(digits) - len(digits.rstrip("0")) + 1, "0"))


def _same_ratio(one: Part, other: Part) -> bool:
    """Whether two figures are the same ratio: 20 %, one fifth."""
    if one.family not in _RATIOS or other.family not in _RATIOS or one.family == other.family:
        return False
    ours = {value * _RATIOS[one.family] for value in one.values}
    theirs = {value * _RATIOS[other.family] for value in other.values}
    if one.family == "multiple":  # what rose by 100 % has doubled
        theirs |= {value + 1 for value in theirs if other.family == "percent"}
    elif other.family == "multiple":
        ours |= {value + 1 for value in ours if one.family == "percent"}
    return bool(ours & theirs)


def ratios(part: Part) -> list[Value]:
    """Return the ratios that a figure may be; none where it is something else."""
    factor = _RATIOS.get(part.family)
    return [value * factor for value in part.values] if factor else []


def _same_age(one: Part, other: Part) -> bool:
    """Whether two figures are the same century, or the same year in short: 1800s, '98."""
    families = {one.family, other.family}
    if families == {"century", "decade"}:
        century, decade = (one, other) if one.family == "century" else (other, one)
        return any((value - 1) * 100 in decade.values for value in century.values)
    if "year" in families and families <= {"year", "number", "measure", "identifier"}:
        return any(
            min(ours, theirs) < _CENTURY <= max(ours, theirs) and (ours - theirs) % _CENTURY == 0
            for ours in one.values
            for theirs in other.values
        )
    return False


def _same_day(one: Part, other: Part, today: dt.date | None) -> bool:
    """Whether a date told from today, or by its weekday, may be that of the calendar."""
    if _ABSOLUTE.get(one.family) != other.family:
        return False
    told = told_by(one, today)
    return not told or bool(told & set(other.values))


def told_by(one: Part, today: dt.date | None) -> set[int]:
    """Return the years, months or days that a date told from today may be; none if unknown."""
    if today is None or not _NEAR < today.toordinal() < dt.date.max.toordinal() - _NEAR:
        return set()
    offset = int(one.values[0])
    if one.family == "years":
        return {today.year + offset}
    if one.family == "months":
        return {(today.month + offset - 1) % 12 + 1}
    if one.family == "days":
        return {(today + dt.timedelta(days=offset)).day}
    if one.family == "weekday":
        near = (today + dt.timedelta(days=apart) for apart in range(-_NEAR, _NEAR + 1))
        return {day.day for day in near if day.isoweekday() == offset}
    return set()


def _same_clock(one: Part, other: Part) -> bool:
    """Whether a time stands in decimals: 6.30 for half past six."""
    if one.family != "time" or other.family not in {"number", "measure"}:
        return False
    clocks = {Fraction(value // 3600) + Fraction(value % 3600 // 60, 100) for value in one.values}
    return any(value in clocks for value in other.values)


def contradiction(source: Part, target: Part) -> Verdict | None:
    """Return how one part contradicts another; None where it need not."""
    vague = {source.of.bound, target.of.bound} & {Bound.SEVERAL}
    named = source.family == "identifier"
    if not named and set(source.values) & set(target.values):
        return None
    if vague:
        both = source.of.bound is target.of.bound and power(source, target)
        return Verdict.SCALE if both else None
    if source.family == target.family:
        return _SAME_KIND.get(source.family, _of_numbers)(source, target)
    families = {source.family, target.family}
    return next((told for rule in _RULES if (told := rule(source, target, families))), None)


def _of_numbers(source: Part, target: Part) -> Verdict | None:
    other_unit = source.family == "measure" and _units(source, target) is None
    if power(source, target):
        return Verdict.SCALE
    if other_unit:
        return Verdict.VALUE if alike(source, target) else None
    return Verdict.RANGE if source.of.high and target.of.high else Verdict.VALUE


def _of_names(source: Part, target: Part) -> Verdict | None:
    return Verdict.VALUE if _renamed(source.of.label, target.of.label) else None


def _of_times(source: Part, target: Part) -> Verdict | None:
    apart = {(ours - theirs) % _DAY for ours in source.values for theirs in target.values}
    return Verdict.MERIDIEM if apart == {_DAY // 2} else Verdict.VALUE


def _of_dates(_source: Part, _target: Part) -> Verdict | None:
    return Verdict.DATE


_SAME_KIND: Mapping[str, Callable[[Part, Part], Verdict | None]] = MappingProxyType(
    {
        "identifier": _of_names,
        "time": _of_times,
        "ordinal": lambda _source, _target: Verdict.ORDINAL,
        "clause": lambda _source, _target: Verdict.CLAUSE,
        **dict.fromkeys((*CALENDAR, "weekday", "decade", "century"), _of_dates),
        **dict.fromkeys(RELATIVE, lambda _source, _target: Verdict.RELATIVE),
    }
)
"""How two parts of one kind contradict each other, where they are no mere numbers."""


def _told_otherwise(source: Part, target: Part, families: set[str]) -> Verdict | None:
    """Judge a date told from today against one of the calendar."""
    if families <= _SPANS:
        return Verdict.RELATIVE
    if not families <= SPOKEN | CALENDAR:
        return None
    fits = target.family == _ABSOLUTE.get(source.family)
    return Verdict.RELATIVE if fits or source.family == _ABSOLUTE.get(target.family) else None


def _parted_otherwise(source: Part, target: Part, _families: set[str]) -> Verdict | None:
    """Judge *a third*, which may be a rank, against another part."""
    parted = source.family == "ordinal" and len(source.values) > 1
    return Verdict.VALUE if parted and target.family == "fraction" and target.hard else None


def _counted_otherwise(source: Part, target: Part, families: set[str]) -> Verdict | None:
    """Judge numbers of two kinds: a percentage against a count."""
    if not families <= _NUMBERS:
        return None
    scale = power(source, target)
    return Verdict.SCALE if scale else Verdict.VALUE if alike(source, target) else None


def _aged_otherwise(source: Part, target: Part, families: set[str]) -> Verdict | None:
    """Judge a century against a decade, a year against a number of years."""
    if families == {"century", "decade"}:
        return Verdict.DATE
    if not families <= {"year", "measure", "number"}:
        return None
    scale = power(source, target)
    if not scale and not alike(source, target):
        return None
    if source.family == "year":
        return Verdict.DATE
    return Verdict.SCALE if scale else Verdict.VALUE


def _ranked_otherwise(source: Part, target: Part, families: set[str]) -> Verdict | None:
    """Judge an ordinal, or the number of a clause, against something else."""
    if not families <= _RANKED:
        return None
    if source.family == "clause":
        return Verdict.CLAUSE
    near = power(source, target) or alike(source, target)
    return Verdict.ORDINAL if "ordinal" in families and near else None


_RULES = (
    _told_otherwise,
    _parted_otherwise,
    _counted_otherwise,
    _aged_otherwise,
    _ranked_otherwise,
)


def _renamed(one: str, other: str) -> bool:
    """Whether two names differ in their figures alone: HBM4, HBM3."""
    letters = ("".join(filter(str.isalpha, it)).casefold() for it in (one, other))
    return len(set(letters)) == 1 and abs(len(one) - len(other)) <= 1


def power(source: Part, target: Part) -> int:
    """Return the power of ten by which a target is off; 0 where it is off by something else."""
    units = _units(source, target)
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
    return (sure or len(one) == len(other)) and OSA.distance(one, other, score_cutoff=1) <= 1
