"""Read aligned news, and put one country's name in the place of another's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from countries import usable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from random import Random

    from tongsa.model import Concept

_FIRST, _LAST = 0xAC00, 0xD7A3  # Hangul's syllables
_FINALS = 28  # final consonants of a syllable, none among them
_RIEUL = 8  # behind which 로 stands, not 으로


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One line of the table."""

    document: str
    line: int
    """1-based, in the file."""
    source: str
    targets: dict[str, str]
    """By language."""

    @property
    def id(self) -> str:
        """Where it stands."""
        return f"{self.document}:{self.line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A translation that names another country than its source."""

    unit: int
    """Index of the unit that was changed."""
    concept: str
    """The country that the source names."""
    instead: str
    """The one that the translation names now."""
    target: str


def read(path: Path) -> list[Unit]:
    """Read a table with the columns ``document``, ``en`` and one for each language."""
    header, *rows = path.read_text("utf-8").rstrip("\n").split("\n")
    columns = header.split("\t")
    units = []
    for line, row in enumerate(rows, 2):
        fields = dict(zip(columns, row.split("\t"), strict=True))
        document, source = fields.pop("document"), fields.pop("en")
        units.append(Unit(document=document, line=line, source=source, targets=fields))
    return units


class _Names:
    """Where a text names which countries, by the longest of their names."""

    def __init__(self, concepts: Sequence[Concept], language: str) -> None:
        self.owners: dict[str, set[str]] = {}
        for concept in concepts:
            for text in usable(concept, language):
                if len(text) > 1:  # a single letter, 美, stands in many words
                    self.owners.setdefault(text, set()).add(concept.id)
        longest = sorted(self.owners, key=len, reverse=True)
        pattern = "|".join(map(re.escape, longest))
        self._pattern = re.compile(rf"(?<![A-Za-z0-9])(?:{pattern})(?![A-Za-z0-9])")

    def find(self, text: str) -> Iterator[re.Match[str]]:
        return self._pattern.finditer(text)

    def named(self, text: str) -> list[str]:
        """Return the countries that a text names, in order, none twice."""
        owners = (sorted(self.owners[found[0]]) for found in self.find(text))
        return list(dict.fromkeys(name for names in owners for name in names))


def mutants(
    units: Sequence[Unit], concepts: Sequence[Concept], language: str, limit: int, random: Random
) -> list[Mutant]:
    """Return so many mutants, or as many as there are names to replace.

    A name is replaced everywhere in a unit, by one that the same news names elsewhere and after
    which Korean particles stay right, so that nothing but the name gives the error away.
    """
    sources, targets = _Names(concepts, "en"), _Names(concepts, language)
    named = [sources.named(unit.source) for unit in units]
    preferred = {concept.id: usable(concept, language)[0] for concept in concepts}
    others = sorted({name for names in named for name in names})
    places = [(at, name) for at, names in enumerate(named) for name in names]
    random.shuffle(places)
    made: list[Mutant] = []
    for at, name in places:
        if len(made) == limit:
            break
        text = units[at].targets[language]
        spans = [found.span() for found in targets.find(text) if name in targets.owners[found[0]]]
        if not spans or any(_inside(text, start) for start, _ in spans):
            continue
        last = text[spans[-1][1] - 1]
        fitting = [
            other
            for other in others
            if other not in named[at]
            and not alike(
                preferred[other], [text for text in targets.owners if name in targets.owners[text]]
            )
            and _final(preferred[other][-1]) == _final(last)
        ]
        if not fitting:
            continue
        instead = random.choice(fitting)
        target = put(text, spans, preferred[instead])
        made.append(Mutant(unit=at, concept=name, instead=instead, target=target))
    return made


def put(text: str, spans: Sequence[tuple[int, int]], name: str) -> str:
    """Return a text with a name in the place of others."""
    for start, end in reversed(spans):
        text = text[:start] + name + text[end:]
    return text


def alike(name: str, forms: Sequence[str]) -> bool:
    """Whether a name is a part of one of some forms, or one of them a part of it."""
    return any(name in form or form in name for form in forms)


def _inside(text: str, start: int) -> bool:
    """Whether a Korean name may be but a part of another word."""
    return start > 0 and all(_hangul(letter) for letter in text[start - 1 : start + 1])


def _hangul(letter: str) -> bool:
    return _FIRST <= ord(letter) <= _LAST


def _final(letter: str) -> int:
    """Return the group of final consonants that particles ask for."""
    if not _hangul(letter):
        return 0
    final = (ord(letter) - _FIRST) % _FINALS
    return final if final in {0, _RIEUL} else 1
