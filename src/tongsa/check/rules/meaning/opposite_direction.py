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


def look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each word of the opposite meaning, unless the source denies something."""
    if not unit.target or (may_deny(unit.source) and denials(unit.source)[0]):
        return
    for found in opposites(unit.source, unit.target, context.language):
        if not is_told(unit, context):
            return
        at = unit.source.lower().find(found.word)
        length = len(found.word)
        here = at >= 0 and unit.source[at : at + length].lower() == found.word
        yield Hit(
            source_spans=((at, at + length),) if here else (),
            target_spans=((found.start, found.end),),
            blanks={"word": found.word, "found": unit.target[found.start : found.end]},
        )
