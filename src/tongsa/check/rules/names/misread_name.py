"""Find a person's name that the translation reads otherwise than the edition writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.names.misreadings import misreadings
from tongsa.check.rules.terms.mentions import named
from tongsa.language.particles import replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each wrong form, with the right one in its place."""
    demanded = context.usage.demanded(unit.index)
    for found in misreadings(unit, context):
        sources = [(it.start, it.end) for it in demanded if it.concept == found.concept]
        start, end = sources[0]
        yield Hit(
            source_spans=tuple(sources),
            target_spans=(found.span,),
            blanks={
                "found": unit.target[slice(*found.span)],
                "name": unit.source[start:end],
                "right": found.right,
            },
            fix=replace(unit.target, found.span, found.right, context.language),
        )


look = Sifted(named, _look)
