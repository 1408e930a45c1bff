"""Write news as catalogs, as many units as wanted, no two copies with the same sentences."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import articles
from articles import LANGUAGES
from world import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from tongsa.model import Concept

_OPENERS: list[dict[str, str]] = WORDS["openers"]
"""Words that may open any sentence, such as *Later,*."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Catalogs on disk."""

    folders: Mapping[str, Path]
    """By language; each holds as many catalogs as there are copies of the news."""
    glossary: tuple[Path, ...]
    units: int

    @property
    def files(self) -> list[str]:
        """The catalogs' folders."""
        return [str(folder) for folder in self.folders.values()]

    @property
    def glossaries(self) -> list[str]:
        """The glossary as options."""
        return [word for file in self.glossary for word in ("-g", str(file))]


def write(news: Path, concepts: Sequence[Concept], folder: Path, units: int = 0) -> Written:
    """Write the news of all languages so often that there are so many units; or once.

    Each catalog is the whole news; every copy but the first opens each sentence in another way.
    """
    told = {language: list(pairs(news, language)) for language in LANGUAGES}
    once = sum(map(len, told.values()))
    copies = max(1, -(-units // once))
    folders = {language: folder / "catalogs" / language for language in LANGUAGES}
    for language, place in folders.items():
        place.mkdir(parents=True)
        for copy in range(copies):
            text = _catalog(told[language], copy, language)
            (place / f"news-{copy:04}.po").write_text(text, "utf-8")
    return Written(folders=folders, glossary=(_glossary(concepts, folder),), units=once * copies)


def opened(text: str, copy: int, language: str) -> str:
    """Return a sentence with what opens it in a copy."""
    words = [_OPENERS[int(digit)][language] for digit in str(copy)] if copy else []
    return "".join([*words, text])


def pairs(news: Path, language: str) -> Iterator[tuple[str, str]]:
    """Yield the sources and translations of the news; a source that comes again is left out."""
    seen = set()
    for article in articles.news(news, language):
        for unit in article.units:
            if unit.source not in seen:
                seen.add(unit.source)
                yield unit.source, unit.target


def _catalog(told: Sequence[tuple[str, str]], copy: int, language: str) -> str:
    header = f"Language: {language}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
    entries = [f'msgid ""\nmsgstr {_quoted(header)}\n']
    entries += [
        f"msgid {_quoted(opened(source, copy, 'en'))}\n"
        f"msgstr {_quoted(opened(target, copy, language))}\n"
        for source, target in told
    ]
    return "\n".join(entries)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _glossary(concepts: Sequence[Concept], folder: Path) -> Path:
    """Write the countries that stand in no file of the desk's, as a glossary."""
    lines = []
    for concept in concepts:
        if concept.file:
            continue
        lines.append(f'[{concept.id}]\nkind = "place"')
        for language in ("en", *LANGUAGES):
            texts = [term.text for term in concept.terms if term.language == language]
            lines.append(f"{language} = {_quoted_list(texts)}")
    file = folder / "countries.toml"
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return file


def _quoted_list(texts: Sequence[str]) -> str:
    return f"[{', '.join(map(_quoted, texts))}]"
