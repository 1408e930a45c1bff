"""Find all of many strings in one pass over a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, Implementation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SMALL = 2_000  # strings up to which the larger and faster automaton is built


class Trie:
    """An automaton over strings (Aho and Corasick 1975), each with the numbers of its terms."""

    def __init__(self, terms: dict[str, list[int]]) -> None:
        """Take the strings with the terms that each is looked for."""
        terms.pop("", None)
        self.terms: Mapping[str, list[int]] = terms
        self._numbers = list(terms.values())
        kind = Implementation.DFA if len(terms) < _SMALL else Implementation.ContiguousNFA
        self._automaton = AhoCorasick(list(terms), implementation=kind)

    def find(self, text: str) -> Iterator[tuple[int, int, list[int]]]:
        """Yield every place of every string, with its terms, ordered by end."""
        for string, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            yield start, end, self._numbers[string]
