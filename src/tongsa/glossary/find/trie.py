"""Find all of many strings in one pass over a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ahocorasick_rs import AhoCorasick

_SMALL = 2_000  # strings up to which the larger and faster automaton is built
_WORTH = 2  # letters for each string from which on an automaton is worth its building


class Trie:
    """Many strings, each with the numbers of its terms.

    A long text goes through an automaton (Aho and Corasick 1975); for a short one, which that would
    take longer to build than to read, each stretch as long as some string is looked up.
    """

    def __init__(self, terms: Mapping[str, list[int]]) -> None:
        """Take the strings with the terms that each is looked for."""
        self.terms = {string: numbers for string, numbers in terms.items() if string}
        self.strings = list(self.terms)
        self.numbers = list(self.terms.values())
        """The terms by the position of their string."""
        self._lengths = sorted(set(map(len, self.strings)))
        self._seen = 0  # letters of all texts so far
        self._automaton: AhoCorasick | None = None

    def matches(self, text: str) -> list[tuple[int, int, int]]:
        """Return every place of every string with its position among them, ordered by end."""
        if self._automaton is None:
            from ahocorasick_rs import AhoCorasick, Implementation  # noqa: PLC0415 (long texts only)

            small = len(self.strings) < _SMALL
            kind = Implementation.DFA if small else Implementation.ContiguousNFA
            self._automaton = AhoCorasick(self.strings, implementation=kind)
        return self._automaton.find_matches_as_indexes(text, overlapping=True)

    def find(self, text: str) -> Iterator[tuple[int, int, list[int]]]:
        """Yield every place of every string, with its terms."""
        self._seen += len(text)
        if self._automaton is None and self._seen < _WORTH * len(self.strings):
            yield from self._looked_up(text)
            return
        for string, start, end in self.matches(text):
            yield start, end, self.numbers[string]

    def _looked_up(self, text: str) -> Iterator[tuple[int, int, list[int]]]:
        terms = self.terms
        for length in self._lengths:
            for start in range(len(text) - length + 1):
                string = text[start : start + length]
                if string in terms:
                    yield start, start + length, terms[string]
