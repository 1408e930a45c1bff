"""Find another person's name in the place of the one that the source names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.names.misreadings import others
from tongsa.check.rules.terms.mentions import named, quoted
from tongsa.language.particles import replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each person who is missing, and who stands there instead."""
    usage = context.usage
    found = others(unit, context)
    for absent, mention in found:
        forms = usage.glossary.usable(absent, usage.variety)
        span = (mention.start, mention.end)
        sources = [(it.start, it.end) for it in usage.demanded(unit.index) if it.concept == absent]
        fix = replace(unit.target, span, forms[0].text, context.language)
        yield Hit(
            source_spans=tuple(sources),
            target_spans=(span,),
            blanks={
                "found": unit.target[slice(*span)],
                "name": unit.source[slice(*sources[0])],
                "right": quoted(forms),
            },
            fix=fix if len(found) == 1 and not mention.term.after_full else None,
        )


look = Sifted(named, _look)
