"""Find persons whom the article names in full and the glossary does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.names.mentioned import someone
from tongsa.glossary.persons import first_with, known_by_name
from tongsa.language.fold import plain
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit

_NO_ID = late(r"[^a-z0-9]+")  # finds what an id may not hold


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each of them where the article first has the full name; none where nobody is known."""
    if not known_by_name(context.usage.glossary):
        return
    for known in context.usage.sources.persons_in(unit.index):
        names = known.person.spellings
        if known.concept is not None or not names:
            continue
        place = first_with(names[0], known.person)
        if place.text == unit.index and _first(context).get(names[0], place.text) == place.text:
            span = (place.start, place.end)
            yield Hit(source_spans=(span,), blanks={"name": names[0], "entry": _entry(names)})


def _first(context: Context) -> Mapping[str, int]:
    """Return the first unit with each name, of all the parts in which a long text is read."""
    return context.once("first-with", lambda: _first_units(context))


def _first_units(context: Context) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for known in context.usage.sources.persons:
        for mention in known.person.mentions:
            found.setdefault(mention.name, mention.text)
    return found


def _entry(names: Sequence[str]) -> str:
    """Return the command that adds a person to the glossary."""
    identity = "-".join(_NO_ID.sub(" ", plain(names[0]).lower()).split())
    terms = " ".join(f'-t "en={name}"' for name in names)
    return f"tongsa glossary add {identity or 'person'} --kind person {terms}"


look = Sifted(someone, _look)
