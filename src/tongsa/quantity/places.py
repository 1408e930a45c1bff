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

    def starts(self, low: str) -> list[int]:
        """Return where words of the list begin that stand by themselves."""
        return [
            start
            for _, start, end in self._automaton.find_matches_as_indexes(low, overlapping=True)
            if not ("a" <= low[start - 1 : start] <= "z" or "a" <= low[end : end + 1] <= "z")
        ]


class Joined:
    """Finds words that no space parts from others."""

    def __init__(self, letters: Iterable[str], pairs: Iterable[str], before: str) -> None:
        """Keep letters, and pairs of them, that words begin with.

        ``before`` is a pattern of what they stand behind.
        """
        self._letters = frozenset(letters)
        self._pairs = frozenset(pairs)
        heads = "".join(sorted(map(re.escape, self._letters | {pair[0] for pair in self._pairs})))
        self._heads = re.compile(f"[{heads}](?<={before}.)")

    def starts(self, low: str) -> list[int]:
        """Return where words of the list may begin."""
        letters, pairs = self._letters, self._pairs
        return [
            at
            for found in self._heads.finditer(low)
            if low[at := found.start()] in letters or low[at : at + 2] in pairs
        ]
