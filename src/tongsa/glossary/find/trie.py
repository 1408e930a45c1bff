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
        self.strings = list(terms)
        self.numbers = list(terms.values())
        """The terms by the position of their string."""
        kind = Implementation.DFA if len(terms) < _SMALL else Implementation.ContiguousNFA
        self._automaton = AhoCorasick(self.strings, implementation=kind)

    def matches(self, text: str) -> list[tuple[int, int, int]]:
        """Return every place of every string with its position among them, ordered by end."""
        return self._automaton.find_matches_as_indexes(text, overlapping=True)

    def find(self, text: str) -> Iterator[tuple[int, int, list[int]]]:
        """Yield every place of every string, with its terms, ordered by end."""
        for string, start, end in self.matches(text):
            yield start, end, self.numbers[string]
