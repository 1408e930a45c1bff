"""Find figures that an article repeats and its translation tells in two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit
from tongsa.check.figures import comparisons
from tongsa.model import QuantityKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tongsa.check.check import Context
    from tongsa.model import Quantity, TranslationUnit
    from tongsa.quantity import Comparison

_NAMED = frozenset({QuantityKind.DATE, QuantityKind.TIME, QuantityKind.IDENTIFIER})
"""What is no sum."""


def look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each figure that has another value here than where the article first had it."""
    first = context.once("repeated-figures", lambda: _first(context))
    for found in comparisons(unit, context):
        source, target = found.source, found.target
        if source is None or target is None or not _is_sum(found):
            continue
        usual, text = first[_key(source)]
        if usual.kind is target.kind and not set(usual.values) & set(target.values):
            yield Hit(
                source_spans=((source.start, source.end),) * (source.end <= len(unit.source)),
                target_spans=((target.start, target.end),),
                blanks={
                    "source": unit.source[source.start : source.end],
                    "target": unit.target[target.start : target.end],
                    "first": text,
                },
            )


def _first(context: Context) -> Mapping[object, tuple[Quantity, str]]:
    """Return for each figure of the source how the article first tells it."""
    first: dict[object, tuple[Quantity, str]] = {}
    for unit in context.units:
        for found in comparisons(unit, context):
            if found.source and found.target and _is_sum(found):
                text = unit.target[found.target.start : found.target.end]
                first.setdefault(_key(found.source), (found.target, text))
    return first


def _key(source: Quantity) -> tuple[object, ...]:
    """Return what makes two figures of a source the same: not how they are bounded."""
    return source.kind, source.values, source.high, source.unit


def _is_sum(found: Comparison) -> bool:
    """Whether a figure and its counterpart are surely numbers of one kind."""
    source, target = found.source, found.target
    return (
        source is not None
        and target is not None
        and source.hard
        and source.kind is target.kind
        and source.kind not in _NAMED
        and source.unit == target.unit
    )
