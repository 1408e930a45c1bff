"""Find the words of a list right behind a place in a text, or right before it."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Meaning = TypeVar("Meaning")


class Word(NamedTuple, Generic[Meaning]):
    """A word of a list where it stands in a text; half-open, in code points."""

    start: int
    end: int
    meaning: Meaning


class Words(Generic[Meaning]):
    """Words with what they mean; the longest that fits a place is found. Latin ones stand whole."""

    def __init__(self, meanings: Mapping[str, Meaning], *, edge: str = "") -> None:
        """Keep words; ``edge`` holds the signs of which one may stand before a word behind a place.

        Markup may stand there, too, as the holes that ``normal`` leaves.
        """
        self._meanings = meanings
        words = grouped(meanings, whole=True) or "(?!)"
        self._behind = re.compile(f"\\0{{,60}}[{edge}]?({words})" if edge else f"({words})")
        last: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(meanings, key=len, reverse=True):
            last[word[-1]].append(word)
        self._last = dict(last)

    def behind(self, text: str, at: int) -> Word[Meaning] | None:
        """Return the word that begins at a place, or one sign behind it."""
        found = self._behind.match(text, at)
        return Word(*found.span(1), self._meanings[found[1]]) if found else None

    def before(self, text: str, at: int, least: int = 0) -> Word[Meaning] | None:
        """Return the word that ends at a place, and begins not before ``least``."""
        for word in self._last.get(text[at - 1 : at], ()):
            start = at - len(word)
            if start >= least and text.startswith(word, start):
                if _is_latin(word[0]) and start > 0 and _is_latin(text[start - 1]):
                    continue
                return Word(start, at, self._meanings[word])
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
