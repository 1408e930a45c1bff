"""Find concepts that the source writes in two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit
from tongsa.check.terms import first_places, variant_source
from tongsa.model import TermType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tongsa.check.check import Context
    from tongsa.glossary.usage import Mention
    from tongsa.model import TranslationUnit


def look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield, once an article, the second full spelling of each concept."""
    second = context.once("source-spellings", lambda: _second(context))
    for usual, index, mention in second.values():
        if index == unit.index:
            yield Hit(
                source_spans=((mention.start, mention.end),),
                blanks={"found": unit.source[mention.start : mention.end], "first": usual},
            )


def _second(context: Context) -> Mapping[int, tuple[str, int, Mention]]:
    """Return for each concept its first spelling, and where the second one stands first."""
    usual: dict[int, str] = {}
    second: dict[int, tuple[str, int, Mention]] = {}
    for (concept, spelling), (index, mention) in first_places(context).items():
        if mention.term.type is not TermType.FULL or variant_source(mention):
            continue
        first = usual.setdefault(concept, spelling)
        if spelling != first:
            second.setdefault(concept, (first, index, mention))
    return second
