"""Find persons of the glossary whom the source spells in a way that the glossary does not list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.names.mentioned import someone
from tongsa.check.rules.terms.mentions import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each such person whose name the target lacks."""
    usage = context.usage
    named = {mention.concept for mention in usage.demanded(unit.index)}
    for known in context.usage.sources.persons_in(unit.index):
        concept = known.concept
        if concept is None or concept in named or not usage.glossary.concepts[concept].translate:
            continue
        spans = [
            (it.start, it.end) for it in known.person.mentions if it.text == unit.index and it.full
        ]
        forms = usage.glossary.usable(concept, usage.variety)
        if spans and forms and not usage.followed(unit.index, concept):
            yield Hit(
                source_spans=tuple(spans),
                blanks={
                    "name": unit.source[slice(*spans[0])],
                    "right": quoted(forms),
                    "concept": usage.glossary.concepts[concept].id,
                },
            )


look = Sifted(someone, _look)
