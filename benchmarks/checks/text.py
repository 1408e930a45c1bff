"""Plain questions about texts that several mutators ask."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAIRS = tuple(
    (pair[0], pair[1])
    for pair in ("()", "（）", "[]", "［］", "「」", "『』", "“”", "‘’", "《》", "〈〉", "【】")
)
_FIRST, _LAST = 0xAC00, 0xD7A3  # Hangul's syllables
_FINALS = 28  # final consonants of a syllable, none among them
_RIEUL = 8  # behind which 로 stands, not 으로
_WORD = re.compile(r"[A-Za-z0-9]")
_STOP = re.compile(r"(?:[.。!?！？…]|\.\.\.)[\"”’」』)）]*$")
"""A final mark, with what closes behind it."""
_CLAUSE = re.compile(r"，|；|,\s|;\s")


def brackets(text: str) -> Iterator[tuple[int, int]]:
    """Yield where brackets and quotation marks open and close, pair by pair."""
    for opening, closing in _PAIRS:
        opened: list[int] = []
        for at, letter in enumerate(text):
            if letter == opening:
                opened.append(at)
            elif letter == closing and opened:
                yield opened.pop(), at
    quotes = [at for at, letter in enumerate(text) if letter == '"']
    if len(quotes) % 2 == 0:
        yield from zip(quotes[::2], quotes[1::2], strict=True)


def open_ones(text: str) -> tuple[int, ...]:
    """Return by how many more each kind of bracket opens than closes in a text."""
    kinds = (text.count(opening) - text.count(closing) for opening, closing in _PAIRS)
    return (*kinds, text.count('"') % 2)


def even(text: str, other: str) -> bool:
    """Whether brackets do not tell that one text was cut from the other."""
    return open_ones(text) == open_ones(other)


def within_word(text: str, at: int) -> bool:
    """Whether a place stands between Latin letters or digits."""
    return bool(at and _WORD.match(text, at - 1) and _WORD.match(text, at))


def final_mark(text: str) -> str:
    """Return the mark that ends a text, with what closes behind it."""
    found = _STOP.search(text)
    return found[0] if found else ""


def clauses(text: str) -> list[str]:
    """Cut a text behind its commas and semicolons."""
    cuts = [0, *(found.end() for found in _CLAUSE.finditer(text) if found.end() < len(text))]
    return [text[start:end] for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)]


def words(text: str) -> list[str]:
    """Return the words of an English text."""
    return re.findall(r"[A-Za-z0-9][A-Za-z0-9'’.,-]*", text)


def hangul(letter: str) -> bool:
    """Whether a letter is a Korean syllable."""
    return len(letter) == 1 and _FIRST <= ord(letter) <= _LAST


def han(letter: str) -> bool:
    """Whether a letter is a Chinese character of the common block."""
    return "\u4e00" <= letter <= "\u9fff"


def final(letter: str) -> int:
    """Return a syllable's final consonant: 0 for none, 8 for ㄹ."""
    return (ord(letter) - _FIRST) % _FINALS if hangul(letter) else 0


def sounds(letter: str) -> str:
    """Return what particles ask of a syllable: ``v`` for a vowel, ``l`` for ㄹ, else ``c``."""
    last = final(letter)
    return "l" if last == _RIEUL else "c" if last else "v"


def with_final(letter: str, last: int) -> str:
    """Return a syllable with another final consonant."""
    return chr(ord(letter) - final(letter) + last)
