"""Find concepts that an article renders in two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.terms.mentions import named
from tongsa.model import TermType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tongsa.check.check import Context
    from tongsa.glossary.mention import Mention
    from tongsa.model import TranslationUnit

_COMPARED = frozenset({TermType.FULL, TermType.VARIANT})
"""Short forms and acronyms stand beside full ones by right."""


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each concept for which the article has written another admitted form before."""
    first = context.once("mixed-terms", lambda: _first(context))
    told: set[int] = set()
    for mention in _compared(unit, context):
        usual = first[mention.concept].term.text
        found = mention.term.text
        if mention.concept in told or found in usual or usual in found:
            continue
        told.add(mention.concept)
        yield Hit(
            target_spans=((mention.start, mention.end),), blanks={"found": found, "first": usual}
        )


def _first(context: Context) -> Mapping[int, Mention]:
    """Return for each concept the form that the article writes first."""
    first: dict[int, Mention] = {}
    for unit in context.units:
        for mention in _compared(unit, context):
            first.setdefault(mention.concept, mention)
    return first


def _compared(unit: TranslationUnit, context: Context) -> Iterator[Mention]:
    if unit.merged:
        return
    usage = context.usage
    for concept in dict.fromkeys(mention.concept for mention in usage.demanded(unit.index)):
        for mention in sorted(usage.renderings(unit.index, concept), key=lambda it: it.start):
            if mention.term.type in _COMPARED and not mention.term.after_full:
                yield mention


look = Sifted(named, _look)
