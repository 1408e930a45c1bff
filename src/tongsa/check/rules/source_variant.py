"""Find names that the source writes in a way that the glossary does not prefer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit
from tongsa.check.terms import first_places, preferred_source, variant_source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit


def look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield the first place of each deprecated, forbidden or variant spelling in the article."""
    for spelling, (index, mention) in first_places(context).items():
        right = preferred_source(mention, context)
        if index == unit.index and variant_source(mention) and right not in {"", spelling[1]}:
            span = (mention.start, mention.end)
            yield Hit(
                source_spans=(span,), blanks={"found": unit.source[slice(*span)], "right": right}
            )
