"""Check a desk's own catalogs with its own glossary, by tongsa and by Weblate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import ours
from recall import weblate, wrong

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LANGUAGES = ("ko", "zh_TW", "zh_CN")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a tool says of one catalog."""

    catalog: str
    tool: str
    units: int
    flagged: tuple[tuple[int, str], ...]
    """Units by number, from 1, and what it finds in them."""


def check(root: Path, peers: str) -> Iterator[Checked]:
    """Yield what each tool says of each catalog under ``locale/``; ignores are not heeded."""
    glossary = ours.concepts(sorted((root / "glossary").glob("*.toml")))
    for language in _LANGUAGES:
        flags = ours.checker(glossary, language)
        words = ours.pairs(glossary, language)
        for path in sorted((root / "locale" / language / "LC_MESSAGES").glob("*.po")):
            units = ours.units(path)
            texts = [(unit.source, unit.target) for unit in units]
            for tool, found in {
                "tongsa": wrong(flags(units)),
                "Weblate": weblate(words, texts, language, peers),
            }.items():
                yield Checked(
                    catalog=f"{language}/{path.stem}",
                    tool=tool,
                    units=len(units),
                    flagged=tuple(
                        (at, "; ".join(lines)) for at, lines in enumerate(found, 1) if lines
                    ),
                )
