"""All that this benchmark asks of tongsa."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.catalog.po import parse
from tongsa.check.check import Context
from tongsa.check.registry import builtin
from tongsa.check.sift import Sifter
from tongsa.check.units import places
from tongsa.glossary.glossary import Glossary
from tongsa.glossary.sources import Sources
from tongsa.glossary.standing import Variety
from tongsa.glossary.usage import Usage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tongsa.model import TranslationUnit

_CODES = "F"  # the checks of figures


def checker(language: str) -> Callable[[Sequence[TranslationUnit]], list[list[str]]]:
    """Return what checks one article, and gives for each unit its findings: ``error F101 …``.

    Every check of figures looks at every unit, as in ``tongsa check``; there is no glossary.
    """
    glossary = Glossary([])
    variety = Variety(language=language)
    figures = [check for check in builtin() if check.code.startswith(_CODES)]
    sifter = Sifter([check for check in figures if check.looks_at(language)])

    def flags(units: Sequence[TranslationUnit]) -> list[list[str]]:
        sources = Sources(glossary, tuple(unit.source for unit in units), "en")
        usage = Usage(sources, tuple(unit.target for unit in units), variety)
        context = Context(language, units, usage)
        return [
            [
                f"{check.severity} {check.code} {check.say(hit.blanks)}"
                for check in sifter.checks(unit, context)
                if check.look
                for hit in check.look(unit, context)
            ]
            for unit in units
        ]

    return flags


def units(catalog: Path) -> list[TranslationUnit]:
    """Return the units of a PO file."""
    return [place.unit for place in places(parse(catalog.read_bytes(), path=str(catalog)))]
