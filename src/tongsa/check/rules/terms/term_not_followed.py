"""Find concepts that the source names and the translation does not name as it should."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.names.misreadings import told as persons_told
from tongsa.check.rules.terms.mentions import avoided, named, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each concept without a usable term in the target, unless a wrong one is told there."""
    usage = context.usage
    told = {mention.concept for mention in avoided(unit, context)} | persons_told(unit, context)
    mentions = usage.demanded(unit.index)
    for concept in dict.fromkeys(mention.concept for mention in mentions):
        forms = usage.glossary.usable(concept, usage.variety)
        if concept in told or not forms or not usage.glossary.concepts[concept].translate:
            continue
        if usage.followed(unit.index, concept):
            continue
        spans = [(it.start, it.end) for it in mentions if it.concept == concept]
        yield Hit(
            source_spans=tuple(spans),
            blanks={"term": unit.source[slice(*spans[0])], "right": quoted(forms)},
        )


look = Sifted(named, _look)
