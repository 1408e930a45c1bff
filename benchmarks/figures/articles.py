"""Read the translations to work on: aligned news, or a desk's own catalogs."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import ours

from tongsa.model import TranslationUnit

TERMS = Path(__file__).parents[1] / "terms"
sys.path.append(str(TERMS))  # behind our own folder, so that our modules come first

from news import read  # noqa: E402 (the path is set first)

LANGUAGES = ("ko", "zh_TW", "zh_CN")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A translated sentence of an article."""

    article: str
    line: int
    """1-based: in the table, or among the catalog's translations."""
    unit: TranslationUnit

    @property
    def id(self) -> str:
        """Where it stands."""
        return f"{self.article}:{self.line}"


def news(path: Path, language: str) -> list[Text]:
    """Return the translations of a table in one language; its documents are the articles."""
    return [
        Text(
            article=document,
            line=row.line,
            unit=TranslationUnit(source=row.source, target=row.targets[language], index=at),
        )
        for document, rows in groupby(read(path), key=lambda row: row.document)
        for at, row in enumerate(rows)
    ]


def desk(root: Path, language: str) -> list[Text]:
    """Return the finished translations of a desk's catalogs in one language."""
    return [
        Text(article=path.stem, line=line, unit=unit)
        for path in sorted((root / "locale" / language / "LC_MESSAGES").glob("*.po"))
        for line, unit in enumerate(ours.units(path), 1)
    ]
