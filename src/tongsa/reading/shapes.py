"""Tell the words of a written name apart: which is the family's, and in which letters it stands."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tongsa.patterns import late
from tongsa.reading.hangul import is_hangul
from tongsa.reading.population import Seat, population
from tongsa.reading.spelled import Way

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼʻʽ´`′＇ʹ", "'"))
_HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—―−－", "-"))
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0304\u030c"))  # the marks of ò, ó, ō and ǒ
_MARKS = dict.fromkeys(range(0x300, 0x370))  # every combining mark of Latin letters
_UNSEEN = dict.fromkeys(
    (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF)
)  # a soft hyphen
_BRACKETS = r"\s*[(（][^()（）]*[)）]\s*$"  # finds "(김정은)" behind "Kim Jong-un"
_WORD = late(r"[^\s,·‧・.]+\.?")  # finds "Liang" and "J." in "Liang, J."
_BETWEEN = late(r"[\s·‧・,-]+")  # finds the dot in 歐陽·修
_HAN = (range(0x3400, 0xA000), range(0xF900, 0xFB00), range(0x20000, 0x40000))
_LATIN = (Way.PINYIN, Way.TAIWAN, Way.KOREAN, Way.CANTONESE)
_LONGEST_FAMILY = 3
_LONGEST_GIVEN = 6
"""Syllables of Hangul, which two of Mandarin may take."""
_MARRIED = 4
"""Characters of a name with a husband's family name before one's own."""
_COMMON = 200
"""Bearers in a million from which on a family name is expected beside another."""
_MOST_PARTS = 2
"""Syllables of a given name."""


class Shape(NamedTuple):
    """One way to tell the family name from the given name."""

    family: str
    given: tuple[str, ...]
    """Its parts; a part alone may hold several syllables."""
    share: float


def clean(text: str) -> str:
    """Return a name without signs that nobody sees, and without what stands behind in brackets."""
    if text.isascii() and "(" not in text:
        return text
    plain = unicodedata.normalize("NFC", text.translate(_UNSEEN)).translate(_radicals())
    before = re.sub(_BRACKETS, "", plain).strip()
    return before or plain


@cache
def _radicals() -> Mapping[int, str]:
    """Return the characters that radicals of their own code points are."""
    return {point: unicodedata.normalize("NFKC", chr(point)) for point in range(0x2F00, 0x2FD6)}


def _is_han(letter: str) -> bool:
    return any(ord(letter) in each for each in _HAN)


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """Return a word in small letters, without the marks of tones."""
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize(
        "NFKD", word.translate(_APOSTROPHES).translate(_HYPHENS)
    ).casefold()
    return unicodedata.normalize("NFC", bare.translate(_TONES))


def bare(word: str) -> str:
    """Return a word without marks and apostrophes."""
    if word.isascii():
        return word.replace("'", "")
    plain = unicodedata.normalize("NFD", word).translate(_MARKS)
    return unicodedata.normalize("NFC", plain).replace("'", "")


def shapes(text: str) -> Iterator[tuple[Shape, tuple[Way, ...]]]:
    """Yield the ways to part the family name from the given name, with those to write it."""
    letters = _BETWEEN.sub("", text)
    if not letters:
        return
    if all(map(is_hangul, letters)):
        yield from ((shape, (Way.HANGUL, Way.TRANSCRIBED)) for shape in _closed(letters))
    elif all(map(_is_han, letters)):
        yield from ((shape, (Way.HAN,)) for shape in _han(letters))
    else:
        yield from ((shape, _LATIN) for shape in _latin(text))


def _closed(text: str) -> Iterator[Shape]:
    """Yield the ways to cut a name in Hangul."""
    for end in range(1, min(_LONGEST_FAMILY, len(text)) + 1):
        rest = text[end:]
        if len(rest) <= _LONGEST_GIVEN:
            yield Shape(text[:end], (rest,) if rest else (), 1.0)


def is_married(text: str) -> bool:
    """Tell whether a name in Han characters has two family names."""
    if len(text) != _MARRIED or not all(map(_is_han, text)) or population().written(text[:2]):
        return False
    return all(_bearers(character) > _COMMON for character in text[:2])


def _bearers(character: str) -> float:
    """Return how many in a million have a character for their family name."""
    people = population()
    shares = people.shares[Seat.FAMILY]
    return max((each[at] for at in people.written(character) for each in shares), default=0)


def _han(text: str) -> Iterator[Shape]:
    people = population()
    for size in (1, 2):
        family, given = text[:size], tuple(text[size:])
        if people.written(family) and len(family) == size and len(given) <= _MOST_PARTS:
            yield Shape(family, given, 1.0)
    if is_married(text):  # 林鄭月娥, of the family 鄭
        yield from (Shape(family, tuple(text[2:]), 0.5) for family in text[:2])


def _latin(text: str) -> Iterator[Shape]:
    before, comma, behind = text.partition(",")
    if comma and behind.strip():
        yield from _told(_words(before), _words(behind))
        return
    words = _words(text)
    capitals = [word for word in words if word.isupper() and len(word) > 1]
    if capitals and len(capitals) < len(words):
        others = [word for word in words if word not in capitals]
        if words in ([*capitals, *others], [*others, *capitals]):
            yield from _told(capitals, others)
            return
    yield from _either(words)


def words_of(text: str) -> list[str]:
    """Return the words of a name; an initial keeps its full stop."""
    return _WORD.findall(text)


def _words(text: str) -> list[str]:
    return [word.rstrip(".") for word in words_of(text)]


def _told(family: Sequence[str], given: Sequence[str], share: float = 1.0) -> Iterator[Shape]:
    """Yield the shape of a name whose family name is known."""
    name = "".join(fold(word).replace("-", "") for word in family)
    parts = tuple(part for word in given for part in fold(word).split("-") if part)
    if name and len(parts) <= _MOST_PARTS:
        yield Shape(name, parts, share)


def _either(words: Sequence[str]) -> Iterator[Shape]:
    """Yield the shapes of a name whose order is not known."""
    if len(words) in _ORDERS:
        yield from _ORDERS[len(words)](words)


def _family_alone(words: Sequence[str]) -> Iterator[Shape]:
    yield from _told(words, [])


def _two_words(words: Sequence[str]) -> Iterator[Shape]:
    yield from _told(words[:1], words[1:], 0.6)
    yield from _told(words[1:], words[:1], 0.4)


def _three_words(words: Sequence[str]) -> Iterator[Shape]:
    yield from _told(words[:1], words[1:], 0.6)
    yield from _told(words[2:], words[:2], 0.3)
    yield from _told(words[:2], words[2:], 0.1)
    if "-" in words[2]:  # Chen Lai Su-mei, of the family Lai, married to a Chen
        yield from _told(words[:1], words[2:], 0.05)
        yield from _told(words[1:2], words[2:], 0.05)


def _four_words(words: Sequence[str]) -> Iterator[Shape]:
    yield from _told(words[:2], words[2:], 0.6)
    yield from _told(words[2:], words[:2], 0.4)


_ORDERS: Mapping[int, Callable[[Sequence[str]], Iterator[Shape]]] = {
    1: _family_alone,
    2: _two_words,
    3: _three_words,
    4: _four_words,
}
