"""Read the sound translations to work on: aligned news, and a desk's own catalogs."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import ours
import paths  # noqa: F401 (sets the path)
from news import read

from tongsa.model import State, TranslationUnit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping
    from pathlib import Path

LANGUAGES = ("ko", "zh_TW", "zh_CN")
NEWS, DESK = "news", "desk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article with its translation into one language."""

    name: str
    corpus: str
    """NEWS or DESK."""
    language: str
    units: tuple[TranslationUnit, ...]
    lines: tuple[int, ...]
    """Where each unit stands: in the table, or among the catalog's units; 1-based."""
    date: dt.date | None = None

    def id(self, at: int) -> str:
        """Where a unit stands."""
        return f"{self.name}:{self.lines[at]}"

    def changed(self, units: Mapping[int, TranslationUnit]) -> tuple[TranslationUnit, ...]:
        """Return the units with some of them replaced."""
        return tuple(units.get(at, unit) for at, unit in enumerate(self.units))

    def sound(self) -> Iterator[int]:
        """Yield the units that may be changed: finished, and no words of which tell another one."""
        told = [unit.target for unit in self.units]
        for at, unit in enumerate(self.units):
            finished = unit.state is State.TRANSLATED and unit.target.strip()
            if finished and not unit.merged and told.count(unit.target) == 1:
                yield at


def news(path: Path, language: str) -> list[Article]:
    """Return the articles of a table in one language."""
    found = []
    for document, group in groupby(read(path), key=lambda row: row.document):
        rows = list(group)
        units = tuple(
            TranslationUnit(source=row.source, target=row.targets[language], index=at)
            for at, row in enumerate(rows)
        )
        lines = tuple(row.line for row in rows)
        found.append(
            Article(name=document, corpus=NEWS, language=language, units=units, lines=lines)
        )
    return found


def desk(root: Path, language: str) -> list[Article]:
    """Return the articles of a desk in one language."""
    found = []
    for path in sorted((root / "locale" / language / "LC_MESSAGES").glob("*.po")):
        units, date = ours.catalog(path)
        lines = tuple(range(1, len(units) + 1))
        found.append(
            Article(
                name=path.stem, corpus=DESK, language=language, units=units, lines=lines, date=date
            )
        )
    return found
