"""List the persons that an article names, each with all its spellings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from tongsa.people.cluster import cluster, questions
from tongsa.people.spot import spot
from tongsa.reading import compare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongsa.people.cluster import Groups
    from tongsa.people.spot import Mention
    from tongsa.reading import Comparison


_SAYS_SO = re.compile(
    r"\s*[(\[（]|,? (?:or|also|alias|known as|i\.e\.)\b"
)  # finds " (" before a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody whom an article names."""

    names: Sequence[str]
    """As spelled, full names first, each once, in the order of the article."""
    mentions: Sequence[Mention]
    """In the order of the article."""

    @property
    def spellings(self) -> Sequence[str]:
        """The full names; more than one only where the article spells it in several ways."""
        full = {mention.name for mention in self.mentions if mention.full}
        return [name for name in self.names if name in full]

    @property
    def titles(self) -> Sequence[str]:
        """What the article says they are, each once."""
        return list(dict.fromkeys(it.title for it in self.mentions if it.title))

    @property
    def characters(self) -> Sequence[str]:
        """What its spellings most likely are in Han characters; none by one spelling alone.

        That would be a wild guess: Lai Ching-te may be 賴靜德, 賴清德 and many others.
        """
        spelled = self.spellings
        return compare(spelled[0], spelled[1]).characters if len(spelled) > 1 else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Two persons that may be one."""

    one: Person
    other: Person
    found: Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """The persons of an article."""

    persons: Sequence[Person]
    """In the order of their first mention."""
    doubts: Sequence[Doubt]


@lru_cache(maxsize=8)
def people(texts: tuple[str, ...]) -> People:
    """Return the persons that an article names, from its sentences in order."""
    mentions = spot(texts)
    names = list(dict.fromkeys(mention.name for mention in mentions))
    together = _together(texts, mentions)
    groups = cluster(names, apart=together)
    persons = [_person(group, names, mentions) for group in groups]
    doubts = [
        Doubt(
            one=_of(it.one, groups, persons), other=_of(it.other, groups, persons), found=it.found
        )
        for it in questions(names, groups)
        if it.found.full and frozenset((it.found.a, it.found.b)) not in together
    ]
    return People(persons=persons, doubts=doubts)


def _together(texts: Sequence[str], mentions: Sequence[Mention]) -> set[frozenset[str]]:
    """Return the pairs of full names that one sentence has, but for one in brackets behind another.

    Nobody calls one person by two names in a sentence, unless to say that they are one's.
    """
    found = set()
    for one, other in combinations([it for it in mentions if it.full], 2):
        if one.text == other.text and one.name != other.name:
            between = texts[one.text][one.end : other.start]
            if not _SAYS_SO.match(between):
                found.add(frozenset((one.name, other.name)))
    return found


def _person(group: Sequence[int], names: Sequence[str], mentions: Sequence[Mention]) -> Person:
    held = {names[at] for at in group}
    own = [mention for mention in mentions if mention.name in held]
    full = {mention.name for mention in own if mention.full}
    ordered = sorted((names[at] for at in group), key=lambda name: name not in full)
    return Person(names=ordered, mentions=own)


def _of(name: int, groups: Groups, persons: Sequence[Person]) -> Person:
    return next(one for group, one in zip(groups, persons, strict=True) if name in group)
