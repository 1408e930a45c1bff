"""Find words of a source of which its translation says the opposite: rose, import, north."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit
from tongsa.check.counterparts.directions import opposites
from tongsa.check.counterparts.negation import denials, may_deny
from tongsa.check.rules.completeness.omission import is_told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit

_NEAR = 40
"""Letters within which a denial may turn a word."""


def look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each word of the opposite meaning, unless the source denies something beside it."""
    for found in opposites(unit.source, unit.target, context.language):
        at = unit.source.lower().find(found.word)
        length = len(found.word)
        here = at >= 0 and unit.source[at : at + length].lower() == found.word
        if here and _is_denied(unit.source, at, at + length):
            continue
        if not is_told(unit, context):
            return
        yield Hit(
            source_spans=((at, at + length),) if here else (),
            target_spans=((found.start, found.end),),
            blanks={"word": found.word, "found": unit.target[found.start : found.end]},
        )


def _is_denied(source: str, start: int, end: int) -> bool:
    """Whether a source denies something near a word."""
    if not may_deny(source):
        return False
    return any(
        first < end + _NEAR and last > start - _NEAR for first, last in denials(source).spans
    )
