"""Find names that the source writes in a way that the glossary does not prefer."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.terms.mentions import first_places, named, preferred_source, variant_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.check.check import Context
    from tongsa.glossary.mention import Mention
    from tongsa.model import TranslationUnit


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield the first place of each deprecated, forbidden or variant spelling in the article."""
    for mention in context.once("source-variants", lambda: _variants(context))[unit.index]:
        span = (mention.start, mention.end)
        blanks = {
            "found": unit.source[slice(*span)],
            "right": preferred_source(mention, context),
        }
        yield Hit(source_spans=(span,), blanks=blanks)


def _variants(context: Context) -> Mapping[int, Sequence[Mention]]:
    """Return the variants that stand first in each unit, by its index."""
    found: defaultdict[int, list[Mention]] = defaultdict(list)
    for index, mention in first_places(context):
        right = preferred_source(mention, context)
        if variant_source(mention) and right not in {"", mention.term.text}:
            found[index].append(mention)
    return found


look = Sifted(named, _look)
