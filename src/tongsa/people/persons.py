"""List the persons that an article names, each with all its spellings."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations, groupby
from typing import TYPE_CHECKING, NamedTuple

from tongsa.patterns import late
from tongsa.people.cluster import cluster, questions
from tongsa.people.spot import spot
from tongsa.reading import compare

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tongsa.people.spot import Mention
    from tongsa.reading import Comparison


_LONGEST = 400
"""Sentences that are read as one article."""
_SAYS_SO = late(r"\s*[(\[（]|,? (?:or|also|alias|known as|i\.e\.)\b")  # finds " (" before a name


@dataclass(frozen=True, kw_only=True)  # no slots: what is worked out once is kept
class Person:
    """Somebody whom an article names."""

    names: Sequence[str]
    """As spelled, full names first, each once, in the order of the article."""
    mentions: Sequence[Mention]
    """In the order of the article."""

    @cached_property
    def spellings(self) -> Sequence[str]:
        """The full names; more than one only where the article spells it in several ways."""
        full = {mention.name for mention in self.mentions if mention.full}
        return [name for name in self.names if name in full]

    @property
    def titles(self) -> Sequence[str]:
        """What the article says they are, each once."""
        return list(dict.fromkeys(it.title for it in self.mentions if it.title))

    @cached_property
    def characters(self) -> Sequence[str]:
        """What its spellings most likely are in Han characters; none by one spelling alone.

        That would be a wild guess: Lai Ching-te may be 賴靜德, 賴清德 and many others.
        """
        spelled = self.spellings
        return compare(spelled[0], spelled[1]).characters if len(spelled) > 1 else ()


class Doubt(NamedTuple):
    """Two persons that may be one."""

    one: Person
    other: Person
    found: Comparison


class People(NamedTuple):
    """The persons of an article."""

    persons: Sequence[Person]
    """In the order of their first mention."""
    doubts: Sequence[Doubt]


@lru_cache(maxsize=8)
def people(texts: tuple[str, ...]) -> People:
    """Return the persons that an article names, from its sentences in order.

    What is longer than any article, a book, is read in parts, each with persons of its own.
    """
    parts = [
        _moved(_people(texts[start : start + _LONGEST]), start)
        for start in range(0, len(texts), _LONGEST)
    ]
    return People(
        persons=[person for part in parts for person in part.persons],
        doubts=[doubt for part in parts for doubt in part.doubts],
    )


def _moved(found: People, start: int) -> People:
    """Return the persons of a part that begins at a sentence."""
    if not start:
        return found
    persons = {
        id(it): Person(
            names=it.names, mentions=[at._replace(text=at.text + start) for at in it.mentions]
        )
        for it in found.persons
    }
    return People(
        persons=list(persons.values()),
        doubts=[
            it._replace(one=persons[id(it.one)], other=persons[id(it.other)]) for it in found.doubts
        ],
    )


def _people(texts: Sequence[str]) -> People:
    mentions = spot(texts)
    places: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        places[mention.name].append(mention)
    names = list(places)
    together = _together(texts, mentions)
    groups = cluster(names, apart=together)
    persons = [_person([names[at] for at in group], places) for group in groups]
    owner = {at: person for group, person in zip(groups, persons, strict=True) for at in group}
    doubts = [
        Doubt(one=owner[it.one], other=owner[it.other], found=it.found)
        for it in questions(names, groups)
        if it.found.full and frozenset((it.found.a, it.found.b)) not in together
    ]
    return People(persons=persons, doubts=doubts)


def _together(texts: Sequence[str], mentions: Sequence[Mention]) -> set[frozenset[str]]:
    """Return the pairs of full names that one sentence has, but for one in brackets behind another.

    Nobody calls one person by two names in a sentence, unless to say that they are one's.
    """
    found = set()
    full = (mention for mention in mentions if mention.full)
    for text, here in groupby(full, key=lambda mention: mention.text):
        for one, other in combinations(here, 2):
            between = texts[text][one.end : other.start]
            if one.name != other.name and not _SAYS_SO.match(between):
                found.add(frozenset((one.name, other.name)))
    return found


def _person(names: Sequence[str], places: Mapping[str, Sequence[Mention]]) -> Person:
    own = sorted((it for name in names for it in places[name]), key=lambda it: (it.text, it.start))
    full = {mention.name for mention in own if mention.full}
    return Person(names=sorted(names, key=lambda name: name not in full), mentions=own)
