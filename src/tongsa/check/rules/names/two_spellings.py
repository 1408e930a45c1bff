"""Find persons whom an article spells in two ways."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.names.mentioned import someone
from tongsa.glossary.persons import first_with

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.check.check import Context
    from tongsa.glossary.persons import Acquaintance
    from tongsa.model import TranslationUnit


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each further spelling where it stands first, unless the glossary lists it."""
    listed = {mention.term.text for mention in context.usage.demanded(unit.index)}
    for known in context.usage.sources.persons_in(unit.index):
        for name in known.person.spellings[1:]:
            place = first_with(name, known.person)
            if place.text != unit.index or name in listed:
                continue
            usual = _usual(known, context)
            if usual == name:
                continue
            characters = _characters(known, context)
            yield Hit(
                source_spans=((place.start, place.end),),
                blanks={
                    "found": name,
                    "usual": usual,
                    "characters": f" ({characters[0]})" if characters else "",
                },
            )


def _characters(known: Acquaintance, context: Context) -> Sequence[str]:
    """Return the person's characters: the glossary's, else what both spellings may be."""
    if known.concept is None:
        return known.person.characters
    terms = context.usage.glossary.concepts[known.concept].terms
    return [it.text for it in terms if it.language.startswith("zh") and it.status.usable]


def _usual(known: Acquaintance, context: Context) -> str:
    """Return the spelling to prefer: the glossary's, else the most frequent, else the first."""
    if known.concept is not None:
        concept = context.usage.glossary.concepts[known.concept]
        language = context.usage.sources.language
        return next(term.text for term in concept.terms if term.language == language)
    counts = Counter(mention.name for mention in known.person.mentions if mention.full)
    return max(known.person.spellings, key=lambda name: counts[name])


look = Sifted(someone, _look)
