"""Find the words of a list right behind a place in a text, or right before it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

Meaning = TypeVar("Meaning")


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalpha()


class Words(Generic[Meaning]):
    """Words with what they mean; the longest that fits a place is found. Latin ones stand whole."""

    def __init__(self, meanings: Mapping[str, Meaning]) -> None:
        first: defaultdict[str, list[str]] = defaultdict(list)
        last: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(meanings, key=len, reverse=True):
            first[word[0]].append(word)
            last[word[-1]].append(word)
        self._meanings = meanings
        self._first = dict(first)
        self._last = dict(last)

    def __contains__(self, word: str) -> bool:
        return word in self._meanings

    def behind(self, text: str, at: int) -> tuple[int, Meaning] | None:
        """Return where the word that begins at a place ends, and what it means."""
        for word in self._first.get(text[at : at + 1], ()):
            if text.startswith(word, at):
                end = at + len(word)
                if _is_latin(word[-1]) and end < len(text) and _is_latin(text[end]):
                    continue
                return end, self._meanings[word]
        return None

    def before(self, text: str, at: int, least: int = 0) -> tuple[int, Meaning] | None:
        """Return where the word that ends at a place begins, not before ``least``."""
        for word in self._last.get(text[at - 1 : at], ()):
            start = at - len(word)
            if start >= least and text.startswith(word, start):
                if _is_latin(word[0]) and start > 0 and _is_latin(text[start - 1]):
                    continue
                return start, self._meanings[word]
        return None
