"""Find streaks whose count a translation changes: the third month in a row."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.figures.comparisons import comparisons
from tongsa.language.load import facts
from tongsa.model import QuantityKind
from tongsa.quantity import Verdict, read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.check.check import Context
    from tongsa.model import Quantity, Span, TranslationUnit, Value

_COUNTS = frozenset({QuantityKind.NUMBER, QuantityKind.MEASURE, QuantityKind.ORDINAL})
_BEFORE = 12
"""Letters before a number in which a sign stands."""


class _Facts(NamedTuple):
    """How a language tells streaks."""

    behind: re.Pattern[str]
    before: re.Pattern[str]
    timed: re.Pattern[str]
    counted: re.Pattern[str]
    """With a group for each unit of time."""


class _Count(NamedTuple):
    """A number of things, or how often something came in a row."""

    values: frozenset[Value]
    unit: str
    """Of time; empty where something else is counted, or the words don't say what."""
    span: Span
    """With the words that make it a streak."""
    of: Quantity
    streak: bool


@cache
def _signs(language: str) -> Sequence[str]:
    """Return what stands in every text of a language that tells a streak, one of them."""
    return tuple(facts(language).tables.get("streaks", {}).get("signs", ()))


@cache
def _facts(language: str) -> _Facts | None:
    table: Mapping[str, Any] | None = facts(language).tables.get("streaks")  # Any: as TOML gives it
    if table is None:
        return None
    return _Facts(
        behind=re.compile(table["behind"]),
        before=re.compile(f"(?:{table['before']})$"),
        timed=re.compile(table["timed"]),
        counted=re.compile(table["counted"]),
    )


def _may_be(unit: TranslationUnit, context: Context) -> bool:
    """Whether both sides may tell a streak, at a glance."""
    language = context.usage.sources.language
    return _signed(unit.target, context.language) and _signed(unit.source, language)


def _signed(text: str, language: str) -> bool:
    for sign in _signs(language):  # noqa: SIM110 (a loop takes half the time)
        if sign in text:
            return True
    return False


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield the one streak of a source that is none of its translation's, if it is plain which."""
    if unit.merged:
        return
    ours = _counts(unit.source, context.usage.sources.language)
    theirs = _counts(unit.target, context.language)
    left, right = _alone(ours, theirs), _alone(theirs, ours)
    if len(left) != 1 or len(right) != 1 or left[0].unit != right[0].unit:
        return
    one, other = left[0], right[0]
    if not _is_told(other, unit, context):
        yield Hit(
            source_spans=(one.span,),
            target_spans=(other.span,),
            blanks={
                "source": unit.source[slice(*one.span)],
                "target": unit.target[slice(*other.span)],
            },
        )


def _alone(mine: Sequence[_Count], others: Sequence[_Count]) -> list[_Count]:
    """Return the streaks of one side whose count no streak of the other has.

    Nor may as many of the same unit of time stand there otherwise: 4개월째 is also *in its fourth
    month*.
    """
    streaks = frozenset().union(*(it.values for it in others if it.streak))
    plain = {(value, it.unit) for it in others if it.unit for value in it.values}
    return [
        it
        for it in mine
        if it.streak
        and streaks.isdisjoint(it.values)
        and plain.isdisjoint((value, it.unit) for value in it.values)
    ]


def _is_told(streak: _Count, unit: TranslationUnit, context: Context) -> bool:
    """Whether another check tells what is wrong with a streak's number."""
    return any(
        found.verdict is not Verdict.SAME
        and found.target is not None
        and found.target.start == streak.of.start
        for found in comparisons(unit, context)
    )


def _counts(text: str, language: str) -> list[_Count]:
    """Return what a text counts, streaks among it."""
    known = _facts(language)
    if known is None:
        return []
    found: list[_Count] = []
    taken = 0  # where the words of the last streak end: 2 is none in 3경기 연속 2골
    for quantity in read(text, language):
        values, unit = _counted(quantity)
        if not values or values == {1}:
            continue
        span = _span(text, quantity, known, taken, timed=bool(unit))
        counted = known.counted.match(text, quantity.numeral[1])
        named = unit or (counted and counted.lastgroup) or ""
        plain = (quantity.start, quantity.end)
        found.append(_Count(values, named, span or plain, quantity, streak=span is not None))
        taken = span[1] if span else taken
    return found


def _counted(quantity: Quantity) -> tuple[frozenset[Value], str]:
    """Return the values of a count, and its unit of time; no values for another figure."""
    if quantity.kind in _COUNTS and not quantity.high:
        return frozenset(quantity.values), quantity.unit
    if quantity.kind is QuantityKind.FRACTION:  # a fifth straight loss
        return frozenset(it.denominator for it in quantity.values if it.numerator == 1), ""
    day = quantity.date.day if quantity.date else None
    alone = quantity.date is not None and not (quantity.date.month or quantity.date.year)
    return (frozenset({day}), "day") if day and alone else (frozenset(), "")  # 5일 연속


def _span(text: str, quantity: Quantity, known: _Facts, taken: int, *, timed: bool) -> Span | None:
    """Return where a number stands with what makes it a streak's; None where nothing does."""
    behind = known.behind.match(text, quantity.end)
    if behind is None and timed:
        behind = known.timed.match(text, quantity.end)
    if behind is not None:
        return quantity.start, behind.end()
    start = max(taken, quantity.start - _BEFORE)
    before = known.before.search(text[start : quantity.start])
    return None if before is None else (start + before.start(), quantity.end)


look = Sifted(_may_be, _look)
