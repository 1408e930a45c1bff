"""Find in one pass where words of a list may stand in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, Implementation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tongsa.model import Span


class Apart:
    """Finds words in small Latin letters, which no other letter may touch."""

    def __init__(self, words: Iterable[str]) -> None:
        """Keep words, or several together: ``noon``, ``last year``."""
        self._automaton = AhoCorasick(sorted({*words}), implementation=Implementation.DFA)

    def spans(self, low: str) -> list[Span]:
        """Return where words of the list stand, also within other words; some may overlap."""
        found = self._automaton.find_matches_as_indexes(low, overlapping=True)
        return [(start, end) for _, start, end in found]

    def whole(self, low: str) -> list[Span]:
        """Return where words of the list stand by themselves; some may overlap."""
        return [
            (start, end)
            for _, start, end in self._automaton.find_matches_as_indexes(low, overlapping=True)
            if not ("a" <= low[start - 1 : start] <= "z" or "a" <= low[end : end + 1] <= "z")
        ]

    def starts(self, low: str) -> list[int]:
        """Return where words of the list begin that stand by themselves."""
        return [start for start, _ in self.whole(low)]


class Joined:
    """Finds words that no space parts from others."""

    def __init__(self, words: Iterable[str], before: str) -> None:
        """Keep words by their first letters; ``before`` is a pattern of what they stand behind."""
        heads = "".join(sorted({re.escape(word[0]) for word in words}))
        self._heads = re.compile(f"[{heads}](?<={before}.)")

    def starts(self, low: str) -> list[int]:
        """Return where words of the list may begin."""
        return [found.start() for found in self._heads.finditer(low)]
