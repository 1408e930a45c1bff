"""Find figures that an article repeats and its translation tells in two ways."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.figures.comparisons import comparisons
from tongsa.model import QuantityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import Quantity, TranslationUnit

_Repeated: TypeAlias = "defaultdict[int, list[tuple[Quantity, Quantity, str]]]"
"""Figures of the source and the target by unit, each with the words that the article first had."""
_NAMED = frozenset({QuantityKind.DATE, QuantityKind.TIME, QuantityKind.IDENTIFIER})
"""What is no sum."""


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each figure that has another value here than where the article first had it."""
    repeated = context.once("repeated-figures", partial(_told_otherwise, context))
    for source, target, first in repeated[unit.index]:
        yield Hit(
            source_spans=((source.start, source.end),) * (source.end <= len(unit.source)),
            target_spans=((target.start, target.end),),
            blanks={
                "source": unit.source[source.start : source.end],
                "target": unit.target[target.start : target.end],
                "first": first,
            },
        )


def _has_any(unit: TranslationUnit, context: Context) -> bool:
    return unit.index in context.once("repeated-figures", partial(_told_otherwise, context))


def _told_otherwise(context: Context) -> _Repeated:
    """Return each figure with its counterpart that has another value than the article's first."""
    first: dict[object, tuple[Quantity, str]] = {}
    repeated: _Repeated = defaultdict(list)
    for unit in context.units:
        for found in comparisons(unit, context):
            source, target = found.source, found.target
            if source is None or target is None or not _is_sum(source, target):
                continue
            key = _key(source)
            if key not in first:
                first[key] = (target, unit.target[target.start : target.end])
                continue
            usual, text = first[key]
            if usual.kind is target.kind and not set(usual.values) & set(target.values):
                repeated[unit.index].append((source, target, text))
    return repeated


def _key(source: Quantity) -> tuple[object, ...]:
    """Return what makes two figures of a source the same: not how they are bounded."""
    return source.kind, source.values, source.high, source.unit


def _is_sum(source: Quantity, target: Quantity) -> bool:
    """Whether a figure and its counterpart are surely numbers of one kind."""
    return (
        source.hard
        and source.kind is target.kind
        and source.kind not in _NAMED
        and source.unit == target.unit
    )


look = Sifted(_has_any, _look)
