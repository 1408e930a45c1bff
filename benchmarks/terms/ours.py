"""All that these benchmarks ask of tongsa."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.catalog.po import parse
from tongsa.check.check import Context
from tongsa.check.registry import builtin
from tongsa.check.units import places
from tongsa.desk.glossaries import glossary as read_glossary
from tongsa.desk.glossary_files import read_file
from tongsa.glossary.find import masked
from tongsa.glossary.glossary import Glossary
from tongsa.glossary.load import load
from tongsa.glossary.sources import Sources
from tongsa.glossary.standing import Variety
from tongsa.glossary.usage import Usage
from tongsa.model import Concept, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tongsa.model import TranslationUnit


_ARTICLES = 1_000  # segments that are looked through at a time


def checker(
    concepts: Sequence[Concept], language: str
) -> Callable[[Sequence[TranslationUnit]], list[list[str]]]:
    """Return what checks one article, and gives for each unit its findings: ``error T101 …``."""
    glossary = Glossary(concepts)
    checks = [check for check in builtin() if check.look and check.looks_at(language)]

    def flags(units: Sequence[TranslationUnit]) -> list[list[str]]:
        sources = Sources(glossary, tuple(unit.source for unit in units), "en")
        targets = tuple(unit.target for unit in units)
        context = Context(language, units, Usage(sources, targets, Variety(language=language)))
        return [
            [
                f"{check.severity} {check.code} {check.say(hit.blanks)}"
                for check in checks
                if check.look
                for hit in check.look(unit, context)
            ]
            for unit in units
        ]

    return flags


def pairs(concepts: Sequence[Concept], language: str) -> list[tuple[str, str]]:
    """Return a glossary as word pairs: each source term with each form that may render it."""
    glossary = Glossary(concepts)
    source, target = (Variety(language=code) for code in ("en", language))
    return [
        (term.text, form.text)
        for at in range(len(concepts))
        for term in glossary.usable(at, source)
        for form in glossary.usable(at, target)
    ]


def units(catalog: Path) -> list[TranslationUnit]:
    """Return the units of a PO file."""
    return [place.unit for place in places(parse(catalog.read_bytes(), path=str(catalog)))]


def concepts(files: Sequence[Path]) -> list[Concept]:
    """Return the concepts of a glossary's TOML files."""
    return [one for file in files for one in load(file.read_text("utf-8"), file=file.name)]


def find_all(terms: Sequence[str]) -> Callable[[Sequence[str]], int]:
    """Return what finds these terms in English segments, by all rules, and counts them."""
    glossary = Glossary(
        [
            Concept(id=f"c{number}", terms=(Term(text=text, language="en"),))
            for number, text in enumerate(terms)
        ]
    )
    finder = glossary.lexicon("en").finder
    for start in range(0, 2 * len(terms), _ARTICLES):  # what many texts ask for is made before them
        at = start % len(terms)
        finder.find_all(terms[at : at + _ARTICLES])

    def find(segments: Sequence[str]) -> int:
        return sum(
            len(masked(hits))
            for start in range(0, len(segments), _ARTICLES)
            for hits in finder.find_all(segments[start : start + _ARTICLES])
        )

    return find


def load_kept(paths: Sequence[Path]) -> Glossary:
    """Return a glossary as a desk loads it, ready to find terms in the source and in Korean."""
    files = [read_file(path, path.name) for path in paths]
    glossary = read_glossary(files, ("en", "ko", "zh_TW", "zh_CN"))
    for language in ("en", "ko"):
        glossary.find("", language)
    return glossary
