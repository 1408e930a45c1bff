"""Cut a sentence into words, and say how each is written and what stands before it."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tongsa.language.fold import EAST_ASIAN, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.glossary.suggest.facts import Facts

_LETTER = rf"(?:[^\W_{EAST_ASIAN}]|[\u0300-\u036f])"
_TOKEN = re.compile(
    rf"(?:[^\W\d_{EAST_ASIAN}]\.){{2,}}"  # "U.S."
    rf"|{_LETTER}+(?:(?:[-'’ʼ&\u2010\u2011]|[.,](?=\d)){_LETTER}+)*"  # "Jung-tai", "R&D", "450,000"
)
_POSSESSIVE = re.compile(r"['’ʼ][sS]\Z")
"""``Korea's``"""
_PLURAL_OWNER = re.compile(r"[sS]['’ʼ](?!\w)")
"""``Electronics' Memory Business``, read from the last letter"""
_MANY = re.compile(r"[A-Z]{2,}s\Z")
"""``AMs``"""
_JOINED = re.compile(r"(?:Mc|Mac|Le|La|De|Di|Du|Van|Von|Fitz)[A-Z][a-z]+")
"""``McConnell``"""
_HYPHEN = re.compile("[-\u2010\u2011]")
_HEAD = frozenset('.?!…"“‘«([:;—–•△|')
_KEPT = 2**14  # words of which it is kept how they are written
_LONGEST = 60  # letters; what is longer is no word of any language that parts them by spaces


class Shape(Enum):
    """How a word is written."""

    SMALL = 0
    CAPITAL = 1
    """``Taipei``"""
    LETTERS = 2
    """``TSMC``, ``HBM4``, ``U.S.``"""
    MIXED = 3
    """``iPhone``, ``3DFabric``"""
    FIGURE = 4

    @property
    def figure(self) -> bool:
        """Whether it is written in figures."""
        return self is Shape.FIGURE

    @property
    def named(self) -> bool:
        """Whether it may be a name's."""
        return self in {Shape.CAPITAL, Shape.LETTERS, Shape.MIXED}


class Token(NamedTuple):
    """A word of a sentence."""

    text: str
    """Without a possessive."""
    key: str
    """In small, plain letters."""
    start: int
    end: int
    shape: Shape
    gap: str
    """Signs between it and the word before; a space where nothing else is."""
    opens: bool
    """Whether it stands where any word has a capital: a sentence's or a quotation's head."""
    owner: bool = False
    """Whether it is in the possessive."""


def tokens(text: str, facts: Facts) -> list[Token]:
    """Return the words of a sentence."""
    found: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(text):
        if match.end() - match.start() > _LONGEST:
            continue
        for start, stop in _parts(match[0], match.start(), facts):
            word = text[start:stop]
            gap = text[end:start]
            opens = not found or (gap != " " and _opens(gap))
            bare, owner = _bare(word, text, stop)
            past = _stop(text, start, stop, facts) if bare is word else start + len(bare)
            written = text[start:past]
            sign = gap if gap in {"", " "} else "".join(gap.split()) or " "
            shape = _shape(bare)
            found.append(Token(written, _key(bare), start, past, shape, sign, opens, owner))
            end = past
            if owner:  # the apostrophe and what follows it
                end = start + len(word) + (bare is word)
    return found


def _parts(word: str, start: int, facts: Facts) -> Iterator[tuple[int, int]]:
    """Yield where a word stands, or the parts of ``AI-related``, ``Korea-Taiwan``."""
    pieces = _HYPHEN.split(word)
    if len(pieces) == 1 or word.islower() or not _apart(pieces, facts):
        yield start, start + len(word)
        return
    for piece in pieces:
        if piece:
            yield start, start + len(piece)
        start += len(piece) + 1


def _apart(pieces: list[str], facts: Facts) -> bool:
    first, *rest = pieces
    if rest[-1].lower() in facts.tied and first[:1].isupper():
        return True
    if first.islower() and rest[0][:1].isupper() and first not in facts.particles:
        return True  # "post-Brexit"
    if _shape(first) is Shape.LETTERS and rest[-1].islower() and len(first) > 1:
        return True
    known = [piece.lower() in facts.places or piece.lower() in facts.demonyms for piece in pieces]
    letters = [_shape(piece) is Shape.LETTERS for piece in pieces]
    return all(at or other for at, other in zip(known, letters, strict=True)) and any(known)


def _opens(gap: str) -> bool:
    """Whether the signs before a word are such that any word has a capital behind them."""
    if not _HEAD.isdisjoint(gap):
        return True
    return gap.rstrip().endswith("'") and gap.startswith((" ", ","))


def _bare(word: str, text: str, stop: int) -> tuple[str, bool]:
    """Return a word without its possessive or the plural's s of letters, and whether it owns."""
    if word[-1] not in "sS":
        return word, False
    if found := _POSSESSIVE.search(word):
        return word[: found.start()], True
    owner = _PLURAL_OWNER.match(text, stop - 1) is not None
    return (word[:-1] if _MANY.search(word) else word), owner


def _stop(text: str, start: int, stop: int, facts: Facts) -> int:
    """Return where a word ends, behind its own full stop if it has one: *J.*, *St.*."""
    if text[stop : stop + 1] == "." and text[start].isupper():
        word = text[start:stop]
        if len(word) == 1 or word.lower() in facts.abbreviations:
            return stop + 1
    return stop


@lru_cache(_KEPT)
def _key(word: str) -> str:
    return (word if word.isascii() else plain(word)).lower()


@lru_cache(_KEPT)
def _shape(word: str) -> Shape:
    capitals = any(map(str.isupper, word))
    if not capitals:
        return Shape.FIGURE if word[0].isdigit() else Shape.SMALL
    if word.isupper() and sum(map(str.isalnum, word)) > 1:
        return Shape.LETTERS
    pieces = _HYPHEN.split(word)
    plain = all(piece[1:].islower() or not piece[1:] for piece in pieces)
    joined = _JOINED.fullmatch(word) or any(sign in word for sign in "'’ʼ.")
    if word[0].isupper() and (plain or joined):
        return Shape.CAPITAL  # "Jung-tai", "O'Brien"
    return Shape.MIXED
