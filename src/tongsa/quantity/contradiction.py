"""Tell how one figure contradicts another."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.model import Bound
from tongsa.quantity.distance import alike, common_units, power
from tongsa.quantity.likeness import ABSOLUTE
from tongsa.quantity.parts import CALENDAR, NUMBERS, RELATIVE, SPOKEN
from tongsa.quantity.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tongsa.quantity.parts import Part

_DAY = 86_400
_SPANS = frozenset({"years", "months", "weeks"})
_RANKED = frozenset({"ordinal", "clause", "century", "decade", "number", "measure", "year", "day"})


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
    foreign = source.family == "money" and source.of.unit != target.of.unit
    if foreign and (1,) in {source.values, target.values}:
        return None  # 1,380 won to the dollar
    other_unit = source.family == "measure" and common_units(source, target) is None
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
    fits = target.family == ABSOLUTE.get(source.family)
    return Verdict.RELATIVE if fits or source.family == ABSOLUTE.get(target.family) else None


def _parted_otherwise(source: Part, target: Part, _families: set[str]) -> Verdict | None:
    """Judge *a third*, which may be a rank, against another part."""
    parted = source.family == "ordinal" and len(source.values) > 1
    return Verdict.VALUE if parted and target.family == "fraction" and target.hard else None


def _counted_otherwise(source: Part, target: Part, families: set[str]) -> Verdict | None:
    """Judge numbers of two kinds: a percentage against a count."""
    if not families <= NUMBERS:
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
