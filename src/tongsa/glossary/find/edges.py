"""Tell whether what was found between other letters is a word of its own, and uncut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.language.fold import EAST_ASIAN
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable

_LETTER = rf"[^\W_{EAST_ASIAN}]"
_LATIN = late(_LETTER)
"""``A``, ``é``, ``Ｔ``, ``4``: letters and figures of words that run on"""
_BEFORE = late(rf"{_LETTER}[\u0300-\u036f]*[&._@'’]?\Z")
"""``AT&`` before ``T``"""
_AFTER = late(rf"{_LETTER}|[+#]|[&._@]{_LETTER}|['’](?!s(?![^\W_])){_LETTER}")
"""``M`` behind ``TS``, ``++`` behind ``C``, ``.js`` behind ``Node``; not ``'s`` behind ``TSMC``"""
_NEAR = 8  # code points that are looked at before a hit
_JOINTS = frozenset("._@&")


def edged(text: str, start: int, end: int) -> bool:
    """Whether the Latin letters at a hit's edges begin and end a word: not TSMC in TSMCX."""
    if start:
        near = max(start - _NEAR, 0)
        if _LATIN.match(text, start) and _BEFORE.search(text, near, start):
            return False
        if text[start] in _JOINTS and _LATIN.match(text, start - 1):
            return False  # .NET in ASP.NET
    last = end - 1
    while last > start and "\u0300" <= text[last] <= "\u036f":
        last -= 1
    return not (_LATIN.match(text, last) and _AFTER.match(text, end))


def uncut(letters: str, gaps: Iterable[int]) -> bool:
    """Whether no space stands within a Latin word: TS MC; one may between words: OpenAI, HBM4."""
    return not any(
        _LATIN.match(letters, at - 1)
        and _LATIN.match(letters, at)
        and letters[at - 1].isdigit() == letters[at].isdigit()
        and not (letters[at - 1].islower() and letters[at].isupper())
        for at in gaps
    )
