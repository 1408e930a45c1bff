"""Cut a text into words, and find where capitalised ones stand side by side."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# Finds Chia-lung, O'Hagan's, J.W and asiae.co.kr, each as one; a letter keeps its combining marks.
_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+(?:['’.‐‑-](?:[^\W_][\u0300-\u036f]*)+)*")
_INITIALS = re.compile(r"[^\W\d_](?:[.-]+[^\W\d_])*")  # matches J, J.W and J.-P
_OWNS = ("'s", "’s", "'S", "’S")
_SPACES = frozenset({" ", "  ", "\xa0"})
_MOST_INITIALS = 7  # code points of J.R.R.T
_MOST_PARTICLES = 3  # in a row, as in "von und zu der"
_MOST_BEHIND = 8  # code points between two words that are kept
MOST_LETTERS = 40
"""No word of a name is longer."""


class Word(NamedTuple):
    """One word of a text, without a possessive ending."""

    text: str
    key: str
    """In small letters, without its stop and its diacritics."""
    start: int
    end: int
    behind: str
    """What stands between it and the next word, its possessive ending left out."""
    owns: bool
    """A possessive ending follows."""
    capital: bool
    """It is written as a name may be: Kim, al-Assad, McGregor, LIANG, J."""

    @property
    def initial(self) -> bool:
        """It is one letter or several with stops."""
        return self.text.endswith(".") and bool(_INITIALS.fullmatch(self.text[:-1]))

    @property
    def shouts(self) -> bool:
        """It has two letters or more, and all are capitals."""
        return len(self.key) > 1 and self.text.isupper() and not self.initial

    @property
    def joined(self) -> bool:
        """Nothing but a space parts it from the next word."""
        return not self.owns and self.behind in _SPACES


def fold(text: str) -> str:
    """Return a word in small letters, without diacritics."""
    if text.isascii():
        return text.lower()
    bare = unicodedata.normalize("NFD", text.casefold().replace("’", "'"))
    return "".join(sign for sign in bare if not unicodedata.combining(sign))


def cut(text: str, abbreviations: frozenset[str], joined: frozenset[str]) -> list[Word]:
    """Return the words of a text.

    ``abbreviations`` keep the stop behind them; ``joined`` are the small beginnings of names, as
    in al-Assad.
    """
    found = [match.span() for match in _WORD.finditer(text)]
    starts = [start for start, _ in found[1:]]
    return [
        _word(text, span, following, abbreviations, joined)
        for span, following in zip(found, [*starts, len(text)], strict=False)
    ]


def _word(
    text: str,
    span: tuple[int, int],
    following: int,
    abbreviations: frozenset[str],
    joined: frozenset[str],
) -> Word:
    """Return the word of a span; ``following`` is where the next begins."""
    start, stop = span
    owns = text[start:stop].endswith(_OWNS)
    end = stop - 2 if owns else stop
    bare = text[start:end]
    key = fold(bare)
    if text[stop : stop + 1] == "." and (key in abbreviations or _is_initial(bare)):
        stop += 1
        end = stop
    capital = len(bare) <= MOST_LETTERS and _is_capital(bare, joined)
    behind = text[stop : min(following, stop + _MOST_BEHIND)]
    return Word(text[start:end], key, start, end, behind, owns, capital)


def _is_initial(bare: str) -> bool:
    return len(bare) <= _MOST_INITIALS and bare[0].isupper() and bool(_INITIALS.fullmatch(bare))


def _is_capital(bare: str, joined: frozenset[str]) -> bool:
    """Tell whether a word may be part of a name by its letters."""
    if any(sign.isdigit() for sign in bare) or ("." in bare and not _INITIALS.fullmatch(bare)):
        return False
    if bare[0].isupper():
        return True
    head, sign, tail = bare.replace("’", "'").replace("'", "-").partition("-")
    return bool(sign) and head in joined and tail[:1].isupper()


def runs(words: list[Word], particles: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield where capitalised words stand side by side, as half-open spans of words.

    Particles may stand between them.
    """
    at = 0
    while at < len(words):
        if not words[at].capital:
            at += 1
            continue
        start, end = at, at + 1
        while words[at].joined and at + 1 < len(words):
            at += 1
            if words[at].capital:
                end = at + 1
            elif words[at].text not in particles or at - end >= _MOST_PARTICLES:
                break
        at = end
        yield start, end
