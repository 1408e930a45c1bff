"""Find pairs of persons in an article that may be one, or may not."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.names.mentioned import someone
from tongsa.glossary.persons import whom

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit
    from tongsa.people import Doubt, Mention


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each pair where the second one is named first; not those that the glossary knows."""
    doubts = context.once("doubts", lambda: _doubts(context))
    for place, doubt in doubts.get(unit.index, ()):
        yield Hit(source_spans=((place.start, place.end),), blanks=_blanks(doubt))


def _doubts(context: Context) -> Mapping[int, Sequence[tuple[Mention, Doubt]]]:
    """Return the pairs by the unit where they are told."""
    known = {id(it.person): it.concept for it in context.usage.sources.persons}
    found: defaultdict[int, list[tuple[Mention, Doubt]]] = defaultdict(list)
    for doubt in whom(context.usage.sources).doubts:
        if None in {known.get(id(doubt.one)), known.get(id(doubt.other))}:
            place = doubt.other.mentions[0]
            found[place.text].append((place, doubt))
    return found


def _blanks(doubt: Doubt) -> dict[str, str]:
    names = {"one": doubt.one.names[0], "other": doubt.other.names[0]}
    return names | {"reason": doubt.found.reason.rstrip(".")}


look = Sifted(someone, _look)
