"""Find particles that do not agree with a Latin word, a figure, a sign or a quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Sifted
from tongsa.check.rules.korean.particles import behind_term, hit
from tongsa.language.agreement import ALOUD, suspicions
from tongsa.language.particles import disagreements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context, Hit
    from tongsa.model import TranslationUnit


def _may_be(unit: TranslationUnit, _context: Context) -> bool:
    return ALOUD in suspicions(unit.target)


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each particle that disagrees with what is read aloud before it."""
    if unit.merged:
        return
    for wrong in disagreements(unit.target, context.language):
        if not behind_term(wrong, unit, context):
            yield hit(wrong, unit)


look = Sifted(_may_be, _look)
