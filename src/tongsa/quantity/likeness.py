"""Tell figures that mean the same in other words."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from math import ceil, floor
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.model import Bound
from tongsa.quantity.distance import common_units
from tongsa.quantity.numeral import size
from tongsa.quantity.parts import NUMBERS
from tongsa.quantity.units import UNITS, base

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tongsa.model import Value
    from tongsa.quantity.parts import Part

_RATIOS = {
    "percent": Fraction(1, 100),
    "fraction": Fraction(1),
    "multiple": Fraction(1),
}
"""What makes a ratio of a figure: 20 % is one fifth."""
ABSOLUTE = {"years": "year", "months": "month", "days": "day", "weeks": "day", "weekday": "day"}
"""What a date that is told from today, or by its weekday, comes to."""
_TOLERANCE = Fraction(1, 40)
"""By which durations may differ: 60 days are two months."""
_MEGA: Mapping[str, str] = MappingProxyType({"data": "megabyte", "data-rate": "megabit-per-second"})
"""What a million is counted in where the unit is not told."""
_HALF_DAY = 12
_CLOCKS = (Fraction(1), Fraction(1, 60))
"""What a clock's hours and minutes are: these, or minutes and seconds."""
_CENTURY = 100
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


def equal(one: Part, other: Part, today: dt.date | None) -> bool:
    """Whether two parts mean the same, though their figures differ."""
    return (
        _rounded(one, other)
        or _fallen(one, other)
        or _same_measure(one, other)
        or _same_data(one, other)
        or _same_ratio(one, other)
        or _same_share(one, other)
        or _same_share(other, one)
        or _same_age(one, other)
        or _same_day(one, other, today)
        or _same_day(other, one, today)
        or _same_clock(one, other)
        or _same_clock(other, one)
        or _same_run(one, other)
        or _same_run(other, one)
        or _same_cents(one, other)
    )


def _same_measure(one: Part, other: Part) -> bool:
    """Whether two measures are the same in the units of one system: 1,500 m, 1.5 km."""
    units = common_units(one, other)
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


def _same_data(one: Part, other: Part) -> bool:
    """Whether a number in 兆, a million as well, leaves its unit unsaid: 100 Mbps, 100兆."""
    mega = _MEGA.get(UNITS[one.of.unit].dimension, "") if one.family == "measure" else ""
    if not mega or other.family != "number" or len(other.values) == 1:
        return False
    return any(
        base(value, one.of.unit) == base(1, mega) * told / 10**6
        for value in one.values
        for told in other.values[1:]
    )


def _same_steps(one: Part, other: Part) -> bool:
    """Whether a measure is in steps of a quarter point, as rates of interest are: 1碼."""
    step = "quarter-point" in {one.of.unit, *one.of.others}
    return step and any(Fraction(value, 4) in other.values for value in one.values)


def _rounded(one: Part, other: Part) -> bool:
    """Whether a figure that is said to be rough is the source's, rounded: 1,480, 약 1500."""
    rounding = _ROUNDINGS.get(other.of.bound)
    if rounding is None or one.family != other.family or one.family not in NUMBERS:
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


def _same_share(one: Part, other: Part) -> bool:
    """Whether a number below one is told in tenths or hundredths: a batter of .400, 4할."""
    if one.family != "number" or other.family not in _RATIOS or one.of.unit:
        return False
    return any(0 < value < 1 and value in ratios(other) for value in one.values)


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


def _same_cents(one: Part, other: Part) -> bool:
    """Whether a number is told as money below its unit: it lost 12 cents, and earned 3."""
    if one.family != "number" or other.family != "money":
        return False
    return any(0 < value < 1 and value * 100 in one.values for value in other.values)


def _same_day(one: Part, other: Part, today: dt.date | None) -> bool:
    """Whether a date told from today, or by its weekday, may be that of the calendar."""
    if ABSOLUTE.get(one.family) != other.family:
        return False
    told = _told_by(one, today)
    return not told or bool(told & set(other.values))


def _told_by(one: Part, today: dt.date | None) -> set[int]:
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
    return any(value in clocks or value + _HALF_DAY in clocks for value in other.values)


def _same_run(one: Part, other: Part) -> bool:
    """Whether what looks like a time is told as how long it took: 2:04:17, 2시간 4분 17초."""
    if one.family != "time" or other.family != "measure":
        return False
    if UNITS[other.of.unit].dimension != "time":
        return False
    took = {base(value, other.of.unit) for value in other.values}
    second = base(1, "second")
    return any(value * second * share in took for value in one.values for share in _CLOCKS)
