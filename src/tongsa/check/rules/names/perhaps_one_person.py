"""Find pairs of persons in an article that may be one, or may not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.names.mentioned import someone
from tongsa.glossary.persons import whom

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit
    from tongsa.people import Doubt


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each pair where the second one is named first; not those that the glossary knows."""
    known = {id(it.person): it.concept for it in context.usage.sources.persons}
    for doubt in whom(context.usage.sources).doubts:
        concepts = {known.get(id(doubt.one)), known.get(id(doubt.other))}
        place = doubt.other.mentions[0]
        if place.text == unit.index and None in concepts:
            yield Hit(source_spans=((place.start, place.end),), blanks=_blanks(doubt))


def _blanks(doubt: Doubt) -> dict[str, str]:
    names = {"one": doubt.one.names[0], "other": doubt.other.names[0]}
    return names | {"reason": doubt.found.reason.rstrip(".")}


look = Sifted(someone, _look)
