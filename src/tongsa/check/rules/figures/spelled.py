"""Find ordinals and fractions in words whose values differ: a second time told as 세 번째."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.counterparts.words import tokens
from tongsa.check.rules.figures.comparisons import comparisons
from tongsa.language.load import facts
from tongsa.model import QuantityKind, State
from tongsa.patterns import late
from tongsa.quantity import Verdict, describe, read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from tongsa.check.check import Context
    from tongsa.model import Quantity, TranslationUnit

ORDINAL, FRACTION = QuantityKind.ORDINAL, QuantityKind.FRACTION
_MEASURE = QuantityKind.MEASURE
_RANKS = frozenset({ORDINAL, QuantityKind.DATE, QuantityKind.CLAUSE, QuantityKind.CENTURY})
_QUARTER = late(r"(?:[ -]\w+)?[ -]quarter\b")
"""Behind an ordinal: ``second fiscal quarter``"""
_AGES = frozenset({"year-of-age", "quarter"})
"""Units that another may stand for: 20 years his senior."""
_BOTH = 2
"""Values of what may be an ordinal or a fraction: a third."""


def beside(look: Sifted, kind: QuantityKind) -> Sifted:
    """Return a check's function that yields what is in words, too, where ``look`` finds nothing.

    Words for small numbers have many meanings, so they count only where each side has one of
    the kind that the other lacks, and nothing else agrees with it.
    """

    def may_be(unit: TranslationUnit, context: Context) -> bool:
        return look.sieve(unit, context) or (
            _is_spelled(unit.source, kind) and _may_differ(unit, context, kind)
        )

    def both(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
        found = list(look(unit, context))
        yield from found or _spelled(unit, context, kind)

    return Sifted(may_be, both)


def _is_spelled(source: str, kind: QuantityKind) -> bool:
    """Whether a source may tell something of a kind in words, at a glance."""
    words = tokens(source)
    if kind is ORDINAL:
        return not _words("ordinals").isdisjoint(words)
    if not _words("fractions").isdisjoint(words):
        return True
    return not (_words("numbers").isdisjoint(words) or _words("units").isdisjoint(words))


@cache
def _words(kind: str) -> frozenset[bytes]:
    return frozenset(word.encode() for word in facts("en").tables["spelled"][kind])


def _may_differ(unit: TranslationUnit, context: Context, kind: QuantityKind) -> bool:
    figures = read(unit.target, context.language)
    return any(_may_be(it, kind) or (kind is FRACTION and it.kind is _MEASURE) for it in figures)


def _spelled(unit: TranslationUnit, context: Context, kind: QuantityKind) -> Iterator[Hit]:
    if unit.merged or unit.state is not State.TRANSLATED or unit.target == unit.source:
        return
    if any(it.verdict is not Verdict.SAME for it in comparisons(unit, context)):
        return  # told already
    source = read(unit.source, context.usage.sources.language)
    target = read(unit.target, context.language)
    lost = _without(source, _all(target), kind)
    ranks = _all([it for it in source if it.kind in _RANKS])
    every = _all(source)
    stray = [
        it
        for it in _without(target, ranks if kind is ORDINAL else every, kind)
        if it.kind is kind or (it.kind is _MEASURE and every.isdisjoint(it.values))
    ]
    if len(lost) == len(stray) == 1:
        one, two = lost[0], stray[0]
        if two.kind is not _MEASURE or _QUARTER.match(unit.source, one.end):
            yield _hit(one, two, unit)
    if kind is FRACTION:
        yield from (_hit(one, two, unit) for one, two in _measured(unit, source, target))


def _hit(one: Quantity, two: Quantity, unit: TranslationUnit) -> Hit:
    both = {one.kind, two.kind} == {_MEASURE}
    said = [f"{describe(it)} {it.unit}" if both else describe(it) for it in (one, two)]
    return Hit(
        source_spans=((one.start, one.end),),
        target_spans=((two.start, two.end),),
        blanks=MappingProxyType(
            {
                "source": unit.source[one.start : one.end],
                "source_value": said[0],
                "target": unit.target[two.start : two.end],
                "target_value": said[1],
            }
        ),
    )


def _measured(
    unit: TranslationUnit, source: Sequence[Quantity], target: Sequence[Quantity]
) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield measures of one number and two units, if neither stands on the other side as well."""
    ours, theirs = ([it for it in all_ if it.kind is _MEASURE] for all_ in (source, target))
    for one in ours:
        if any(_one_measure(one, it) for it in target):
            continue
        for two in theirs:
            alike = not set(one.values).isdisjoint(two.values)
            told = any(_one_measure(two, it) for it in source)
            if alike and not told and {one.unit, two.unit}.isdisjoint(_AGES):
                if unit.target[two.end : two.end + 1] != "年":  # 100 周年 is no week
                    yield one, two
                break


def _one_measure(one: Quantity, two: Quantity) -> bool:
    """Whether two figures share a number and may share a unit."""
    units = {one.unit, *one.others} & {two.unit, *two.others}
    return bool(units) and not set(one.values).isdisjoint(two.values)


def _without(
    figures: Sequence[Quantity], others: AbstractSet[object], kind: QuantityKind
) -> Sequence[Quantity]:
    """Return the figures of a kind, and what may be of it, of which no value is among others."""
    return [it for it in figures if _may_be(it, kind) and others.isdisjoint(it.values)]


def _may_be(figure: Quantity, kind: QuantityKind) -> bool:
    """Whether a figure may be of a kind: a third is both, and 2분기 is a rank, too."""
    if kind is FRACTION:
        return figure.kind is kind or len(figure.values) == _BOTH
    return figure.kind is kind or figure.unit == "quarter"


def _all(figures: Sequence[Quantity]) -> AbstractSet[object]:
    """Return every value that a text may tell, and the numbers of its dates."""
    values: set[object] = set()
    for it in figures:
        values.update((*it.values, *it.high, *it.told))
        if it.date:
            values.update((it.date.year, it.date.month, it.date.day, it.date.weekday))
    return values
