"""Tell whom an article names, and who of them is in the glossary."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from tongsa.model import Kind, TermType
from tongsa.people import people
from tongsa.reading import Circle, Verdict, compare

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.glossary.glossary import Glossary
    from tongsa.glossary.sources import Sources
    from tongsa.people import Mention, People, Person

_SPOTTED = "en"
"""The language in whose articles persons are spotted."""

_MOST = 20_000
"""Persons of a glossary with whose names an unknown spelling is compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acquaintance:
    """A person of an article, and the concept of the glossary that it is."""

    person: Person
    concept: int | None
    """None where the glossary has nobody whom it could be."""


def whom(sources: Sources) -> People:
    """Return the persons that an article names; nobody where it is not in English."""
    return people(tuple(sources.texts) if sources.language == _SPOTTED else ())


def acquaintances(sources: Sources) -> Sequence[Acquaintance]:
    """Return the persons of an article, each with its concept in the glossary."""
    persons = whom(sources).persons
    circle = _circle(sources.glossary)
    placed = [_placed_concept(person, sources) for person in persons]
    by_name = {
        name: concept
        for name, concept in known_by_name(sources.glossary).items()
        if concept not in placed  # whoever else is spelled like that is somebody else
    }
    return tuple(
        Acquaintance(person=person, concept=_alike(person, by_name, circle) if at is None else at)
        for person, at in zip(persons, placed, strict=True)
    )


@lru_cache(maxsize=4)
def known_by_name(glossary: Glossary) -> Mapping[str, int]:
    """Return the persons of a glossary by each of their full names in English."""
    found: dict[str, int] = {}
    for index, concept in enumerate(glossary.concepts):
        for term in concept.terms if concept.kind is Kind.PERSON else ():
            if term.language == _SPOTTED and term.type in {TermType.FULL, TermType.VARIANT}:
                found.setdefault(term.text, index)
    return found


@lru_cache(maxsize=4)
def _circle(glossary: Glossary) -> Circle:
    names = known_by_name(glossary)
    return Circle(names if len(names) <= _MOST else ())


def _placed_concept(person: Person, sources: Sources) -> int | None:
    """Return the concept whose terms stand where a person is named."""
    return next((it for mention in person.mentions for it in _placed(mention, sources)), None)


def _alike(person: Person, by_name: Mapping[str, int], circle: Circle) -> int | None:
    """Return the only concept that has a name of which a person's is another spelling."""
    alike = {
        by_name[known]
        for name in person.spellings
        for known in (name, *circle.acquainted(name))
        if known in by_name and (known == name or compare(name, known).verdict is Verdict.SAME)
    }
    return alike.pop() if len(alike) == 1 else None


def _placed(mention: Mention, sources: Sources) -> Iterator[int]:
    """Yield the persons of the glossary whose terms stand where a person is named.

    A family name within a full one may be a brother's.
    """
    for term in sources.named(mention.text):
        kind = sources.glossary.concepts[term.concept].kind
        whole = term.start <= mention.start and mention.end <= term.end
        met = term.start < mention.end and mention.start < term.end
        if kind is Kind.PERSON and (whole or (met and not mention.full)):
            yield term.concept


def first_with(name: str, person: Person) -> Mention:
    """Return where an article first spells a person's name so."""
    return next(mention for mention in person.mentions if mention.name == name)
