"""Find the words of a list right behind a place in a text, or right before it."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Meaning = TypeVar("Meaning")


class Words(Generic[Meaning]):
    """Words with what they mean; the longest that fits a place is found. Latin ones stand whole."""

    def __init__(self, meanings: Mapping[str, Meaning]) -> None:
        self._meanings = meanings
        self._behind = re.compile(grouped(meanings, whole=True) or "(?!)")
        last: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(meanings, key=len, reverse=True):
            last[word[-1]].append(word)
        self._last = dict(last)

    def behind(self, text: str, at: int) -> tuple[int, Meaning] | None:
        """Return where the word that begins at a place ends, and what it means."""
        found = self._behind.match(text, at)
        return (found.end(), self._meanings[found[0]]) if found else None

    def before(self, text: str, at: int, least: int = 0) -> tuple[int, Meaning] | None:
        """Return where the word that ends at a place begins, not before ``least``."""
        for word in self._last.get(text[at - 1 : at], ()):
            start = at - len(word)
            if start >= least and text.startswith(word, start):
                if _is_latin(word[0]) and start > 0 and _is_latin(text[start - 1]):
                    continue
                return start, self._meanings[word]
        return None


def grouped(words: Iterable[str], *, whole: bool = False) -> str:
    """Return a pattern of words, the longest first, that looks at each first letter once.

    Where they are to stand ``whole``, no Latin letter may follow one that ends in such a letter.
    """
    first: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(set(words), key=len, reverse=True):
        edge = "(?![A-Za-z])" if whole and _is_latin(word[-1]) else ""
        first[word[0]].append(re.escape(word[1:]) + edge)
    return "|".join(f"{re.escape(head)}(?:{'|'.join(rest)})" for head, rest in first.items())


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalpha()
