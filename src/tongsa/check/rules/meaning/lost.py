"""What the checks of negations have in common: units whose translations deny nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit
from tongsa.check.counterparts.negation import (
    contraries,
    count,
    denials,
    is_turned,
    may_deny,
    opposites,
)
from tongsa.check.rules.completeness.omission import is_told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit


def may_be(unit: TranslationUnit, _context: Context) -> bool:
    """Whether a source may deny something, at a glance."""
    return may_deny(unit.source)


def lost(unit: TranslationUnit, context: Context, *, sure: bool) -> Iterator[Hit]:
    """Yield the negations of a source of which its translation has fewer: surely lost, or not."""
    spans, plain = denials(unit.source)
    if not spans:
        return
    kept = count(unit.target, context.language)
    instead = opposites(unit.target, context.language)
    plainly = plain and kept == 0 and (instead == 0 or instead <= contraries(unit.source))
    if not plain:
        kept += instead
    if kept >= len(spans) or is_turned(unit.source, unit.target, context.language):
        return
    if plainly is sure and is_told(unit, context):
        start, end = spans[0]
        yield Hit(
            source_spans=tuple(spans),
            target_spans=((0, len(unit.target)),),
            blanks={"negation": unit.source[start:end]},
        )
