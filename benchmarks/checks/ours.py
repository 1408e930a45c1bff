"""All that this benchmark asks of tongsa."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tongsa.catalog.header import ARTICLE_DATE
from tongsa.catalog.po import parse
from tongsa.check.check import Context
from tongsa.check.registry import builtin
from tongsa.check.sift import Sifter
from tongsa.check.units import places
from tongsa.glossary.glossary import Glossary
from tongsa.glossary.load import load
from tongsa.glossary.sources import Sources
from tongsa.glossary.standing import Variety, standings
from tongsa.glossary.usage import Usage
from tongsa.model import State, TermType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from tongsa.model import Concept, TranslationUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """How a concept is called in the source and in an edition."""

    concept: Concept
    source: tuple[str, ...]
    usable: tuple[str, ...]
    """Forms that the edition may use anywhere, the preferred first."""
    others: tuple[str, ...]
    """Forms that it may not use: forbidden ones, and those of another edition."""


class Checker:
    """Every check that comes with tongsa, with a glossary."""

    def __init__(self, concepts: Sequence[Concept], language: str) -> None:
        """Take the glossary and the edition."""
        self._glossary = Glossary(concepts)
        self._variety = Variety(language=language)
        self._sifter = Sifter([check for check in builtin() if check.looks_at(language)])
        self._kept: tuple[tuple[str, ...], Sources] | None = None

    def flags(
        self, units: Sequence[TranslationUnit], date: dt.date | None, wanted: Iterable[int]
    ) -> dict[int, list[str]]:
        """Return what is found in these units of an article: ``error T101 …``."""
        told = tuple(unit.target if unit.state is State.TRANSLATED else "" for unit in units)
        usage = Usage(self._sources(tuple(unit.source for unit in units)), told, self._variety)
        context = Context(self._variety.language, units, usage, date)
        return {at: [*self._found(units[at], context)] for at in wanted}

    def _found(self, unit: TranslationUnit, context: Context) -> Iterator[str]:
        """Yield what is found in a unit; a check that fails is found, as tongsa has it."""
        for check in self._sifter.checks(unit, context):
            try:
                hits = list(check.look(unit, context)) if check.look else []
            except Exception as fault:  # noqa: BLE001 (the run goes on, and the table tells)
                yield f"error X103 {check.code}: {type(fault).__name__}: {fault}"
                continue
            for hit in hits:
                yield f"{check.severity} {check.code} {check.say(hit.blanks)}"

    def _sources(self, texts: tuple[str, ...]) -> Sources:
        """Return what sources name; mutants of one article mostly share it."""
        if self._kept is None or self._kept[0] != texts:
            self._kept = (texts, Sources(self._glossary, texts, "en"))
        return self._kept[1]


def codes() -> list[str]:
    """Return the codes of the checks that look at units."""
    return [check.code for check in builtin() if check.look]


def catalog(path: Path) -> tuple[tuple[TranslationUnit, ...], dt.date | None]:
    """Return the units of a PO file, and its article's date."""
    file = parse(path.read_bytes(), path=str(path))
    date = file.headers.get(ARTICLE_DATE, "")
    units = tuple(place.unit for place in places(file))
    return units, dt.date.fromisoformat(date) if date else None


def concepts(folder: Path) -> list[Concept]:
    """Return the concepts of a glossary's TOML files."""
    files = sorted(folder.glob("*.toml"))
    return [one for file in files for one in load(file.read_text("utf-8"), file=file.name)]


def names(concepts: Sequence[Concept], language: str) -> list[Names]:
    """Return the concepts that have a name in the edition which holds everywhere."""
    glossary = Glossary(concepts)
    english, variety = Variety(language="en"), Variety(language=language)
    found = []
    for at, concept in enumerate(concepts):
        source = tuple(
            term.text for term in glossary.usable(at, english) if not (term.scope or concept.scope)
        )
        full = (term for term in glossary.usable(at, variety) if not term.after_full)
        usable = tuple(term.text for term in full if term.type is not TermType.SHORT)
        others = tuple(
            concept.terms[number].text
            for number, standing in standings(concept, variety).items()
            if not standing.usable and concept.terms[number].type is not TermType.SHORT
        )
        if source and usable:
            found.append(Names(concept=concept, source=source, usable=usable, others=others))
    return found


def pairs(concepts: Sequence[Concept], language: str) -> list[tuple[str, str]]:
    """Return a glossary as word pairs: each source term with each form that may render it.

    Terms that hold only in some places are left out, since pairs cannot say where.
    """
    glossary = Glossary(concepts)
    source, target = (Variety(language=code) for code in ("en", language))
    return [
        (term.text, form.text)
        for at, concept in enumerate(concepts)
        for term in glossary.usable(at, source)
        if not (term.scope or concept.scope or term.after_full)
        for form in glossary.usable(at, target)
    ]
