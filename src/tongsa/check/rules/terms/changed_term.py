"""Find terms that should stand in a translation as the source writes them, and do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.terms.mentions import named, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each term that is not to be translated and is missing in the target."""
    usage = context.usage
    glossary = usage.glossary
    for mention in usage.demanded(unit.index):
        concept = glossary.concepts[mention.concept]
        written = unit.source[mention.start : mention.end]
        if concept.translate or written in unit.target:
            continue
        forms = [term for term in concept.terms if term.language == mention.term.language]
        usable = [*glossary.usable(mention.concept, usage.variety), *forms]
        if any(form.text in unit.target for form in usable if form.status.usable):
            continue
        span = (mention.start, mention.end)
        yield Hit(source_spans=(span,), blanks={"term": written, "right": quoted([mention.term])})


look = Sifted(named, _look)
