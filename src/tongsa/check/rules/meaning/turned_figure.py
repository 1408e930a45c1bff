"""Find figures that rise in a source and fall in its translation, or the other way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.counterparts.movements import is_inverse, may_move, movement
from tongsa.check.counterparts.negation import count, denials, may_deny
from tongsa.check.rules.figures.comparisons import comparisons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import Span, TranslationUnit

_NEAR = 12
"""Letters of a translation around a figure among which a denial may turn its movement."""
_NEAR_SOURCE = 60


def _may_be(unit: TranslationUnit, context: Context) -> bool:
    return bool(comparisons(unit, context)) and may_move(unit.source)


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each figure that moves one way in the source, and the other way in the target."""
    language = context.language
    for found in comparisons(unit, context):
        if found.source is None or found.target is None or found.source.end > len(unit.source):
            continue
        ours, theirs = (
            (found.source.start, found.source.end),
            (found.target.start, found.target.end),
        )
        moves = movement(unit.source, ours, context.usage.sources.language)
        if not moves.movement:
            continue
        moved = movement(unit.target, theirs, language)
        if moves.movement * moved.movement >= 0 or moves.level is not moved.level:
            continue  # grew 5%, down from 6%: 从6%降至5%
        if is_inverse(unit.target, language) or _is_denied(unit, ours, theirs, language):
            continue
        yield Hit(
            source_spans=(moves.span,),
            target_spans=(moved.span,),
            blanks={
                "word": unit.source[slice(*moves.span)],
                "found": unit.target[slice(*moved.span)],
                "figure": unit.target[slice(*theirs)],
            },
        )


def _is_denied(unit: TranslationUnit, ours: Span, theirs: Span, language: str) -> bool:
    """Whether either side denies something near a figure."""
    start, end = theirs
    if count(unit.target[max(start - _NEAR, 0) : end + _NEAR], language):
        return True
    if not may_deny(unit.source):
        return False
    start, end = ours[0] - _NEAR_SOURCE, ours[1] + _NEAR_SOURCE
    return any(first < end and last > start for first, last in denials(unit.source)[0])


look = Sifted(_may_be, _look)
