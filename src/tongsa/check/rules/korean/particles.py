"""What the checks of particles have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit
from tongsa.check.mending import mended_at

if TYPE_CHECKING:
    from tongsa.check.check import Context
    from tongsa.language.particles import Disagreement
    from tongsa.model import TranslationUnit

_SHOWN = 20
"""Characters of a word that a message shows."""


def hit(wrong: Disagreement, unit: TranslationUnit) -> Hit:
    """Return the hit of a particle, with the right one in its place."""
    words = wrong.word.split()
    return Hit(
        target_spans=((wrong.start, wrong.end),),
        blanks={
            "word": words[-1][-_SHOWN:] if words else "",
            "found": wrong.found,
            "right": wrong.right,
        },
        fix=mended_at(unit.target, wrong.start, wrong.end, wrong.right),
    )


def behind_term(wrong: Disagreement, unit: TranslationUnit, context: Context) -> bool:
    """Whether a particle stands behind a term of the glossary, of which T108 speaks."""
    between = unit.target[: wrong.start].rstrip("\"'”’」』》〉*_~`")
    return any(
        mention.usable and mention.end in {wrong.start, len(between)}
        for mention in context.usage.outermost(unit.index)
    )
