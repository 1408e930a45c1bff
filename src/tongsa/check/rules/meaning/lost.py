"""What the checks of negations have in common: units whose translations deny nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit
from tongsa.check.counterparts.negation import (
    contraries,
    count,
    denials,
    instead,
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
    spans, plain, firm = denials(unit.source)
    if not spans and not firm:
        return
    kept = count(unit.target, context.language)
    others = opposites(unit.target, context.language)
    plainly = plain and kept == 0 and (others == 0 or others <= contraries(unit.source))
    firmly = bool(firm) and kept == 0 and not instead(unit.target, context.language)
    if not plain:
        kept += others
    if sure is not (plainly or firmly) or not (firmly or kept < len(spans)):
        return
    if is_told(unit, context) and not is_turned(unit.source, unit.target, context.language):
        start, end = (spans if plainly else firm or spans)[0]
        yield Hit(
            source_spans=tuple(spans or firm),
            target_spans=((0, len(unit.target)),),
            blanks={"negation": unit.source[start:end]},
        )
