"""Find concepts that the source writes in two ways."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.terms.mentions import first_places, named, variant_source
from tongsa.model import TermType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.check.check import Context
    from tongsa.glossary.mention import Mention
    from tongsa.model import TranslationUnit


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield, once an article, the second full spelling of each concept."""
    for usual, mention in context.once("source-spellings", lambda: _second(context))[unit.index]:
        span = (mention.start, mention.end)
        yield Hit(source_spans=(span,), blanks={"found": unit.source[slice(*span)], "first": usual})


def _second(context: Context) -> Mapping[int, Sequence[tuple[str, Mention]]]:
    """Return by unit where a concept's second spelling stands first, with the usual one."""
    usual: dict[int, str] = {}
    told: set[int] = set()
    found: defaultdict[int, list[tuple[str, Mention]]] = defaultdict(list)
    for index, mention in first_places(context):
        if mention.term.type is not TermType.FULL or variant_source(mention):
            continue
        first = usual.setdefault(mention.concept, mention.term.text)
        if mention.term.text != first and mention.concept not in told:
            told.add(mention.concept)
            found[index].append((first, mention))
    return found


look = Sifted(named, _look)
