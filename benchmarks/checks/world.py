"""What mutators know beside the unit: the glossary's names, and the words of all articles."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from articles import Article
    from ours import Names

WORDS: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("words.toml").read_text("utf-8")
)  # Any: each table has its own shape


class Finder:
    """Where a text names which concepts, by the longest of their names."""

    def __init__(self, names: Iterable[tuple[int, str]]) -> None:
        """Take concepts, by number, with a name each."""
        self.owners: dict[str, set[int]] = {}
        for number, name in names:
            if len(name) > 1:  # a single letter, 美, stands in many words
                self.owners.setdefault(name, set()).add(number)
        longest = sorted(self.owners, key=len, reverse=True)
        pattern = "|".join(map(re.escape, longest)) or r"(?!)"
        self._pattern = re.compile(rf"(?<![A-Za-z0-9])(?:{pattern})(?![A-Za-z0-9])")

    def spans(self, text: str) -> Iterator[tuple[int, int, set[int]]]:
        """Yield the names in a text, with the concepts that may be meant."""
        for found in self._pattern.finditer(text):
            yield *found.span(), self.owners[found[0]]

    def named(self, text: str) -> set[int]:
        """Return the concepts that a text names without a doubt."""
        return {
            number for _, _, owners in self.spans(text) if len(owners) == 1 for number in owners
        }


@dataclass(frozen=True)  # no slots: what is worked out once is kept
class World:
    """One language's articles and names."""

    language: str
    articles: Sequence[Article]
    names: Sequence[Names]

    @cached_property
    def english(self) -> Finder:
        """Finds concepts in sources."""
        return Finder((at, text) for at, each in enumerate(self.names) for text in each.source)

    @cached_property
    def target(self) -> Finder:
        """Finds concepts in translations."""
        return Finder((at, text) for at, each in enumerate(self.names) for text in each.usable)

    @cached_property
    def common(self) -> frozenset[int]:
        """The concepts that any source names."""
        texts = (unit.source for article in self.articles for unit in article.units)
        return frozenset(number for text in texts for number in self.english.named(text))

    @cached_property
    def text(self) -> str:
        """All translations."""
        return "\n".join(unit.target for article in self.articles for unit in article.units)

    @cached_property
    def tokens(self) -> Counter[str]:
        """The words of all Korean translations, as they stand between spaces and signs."""
        return Counter(re.findall(r"[가-힣]+", self.text))

    @cached_property
    def nouns(self) -> frozenset[str]:
        """Korean words that stand here with at least three kinds of particles."""
        kinds: dict[str, set[str]] = {}
        for word in self.tokens:
            for particle, kind in WORDS["ko"]["noun_particles"].items():
                if word.endswith(particle) and len(word) > len(particle) + 1:
                    kinds.setdefault(word.removesuffix(particle), set()).add(kind)
        return frozenset(word for word, it in kinds.items() if len(it) >= WORDS["ko"]["noun_kinds"])
