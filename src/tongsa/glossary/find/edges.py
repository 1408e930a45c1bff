"""Tell whether what was found between other letters is a word of its own, and uncut."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tongsa.language.fold import is_east_asian

if TYPE_CHECKING:
    from collections.abc import Iterable

_NEAR = 8  # code points that are looked at before a hit
_JOINTS = frozenset("._@&")
_LINKS = _JOINTS | frozenset("'’")
"""What may stand within a word: ``AT&T``, ``O'Neil``."""
_GOES_ON = frozenset("+#")
"""What a word may end with: ``C++``."""


@lru_cache(maxsize=4096)
def _latin(sign: str) -> bool:
    """Whether a character is of a word that runs on: ``A``, ``é``, ``Ｔ``, ``4``."""
    return sign.isalnum() and not is_east_asian(sign)


def _before(text: str, near: int, start: int) -> bool:
    """Whether a word goes on into what stands before: ``AT&`` before ``T``."""
    at = start - 1
    if at >= near and text[at] in _LINKS:
        at -= 1
    while at >= near and "\u0300" <= text[at] <= "\u036f":
        at -= 1
    return at >= near and _latin(text[at])


def _after(text: str, end: int) -> bool:
    """Whether a word goes on behind: ``M`` behind ``TS``, ``.js`` behind ``Node``; not ``'s``."""
    sign, behind = text[end : end + 1], text[end + 1 : end + 2]
    if not sign or _latin(sign) or sign in _GOES_ON:
        return bool(sign)
    if sign not in _LINKS or not behind or not _latin(behind):
        return False
    return sign in _JOINTS or behind != "s" or text[end + 2 : end + 3].isalnum()


def edged(text: str, start: int, end: int) -> bool:
    """Whether the Latin letters at a hit's edges begin and end a word: not TSMC in TSMCX."""
    if start:
        if _latin(text[start : start + 1]) and _before(text, max(start - _NEAR, 0), start):
            return False
        if text[start] in _JOINTS and _latin(text[start - 1]):
            return False  # .NET in ASP.NET
    last = end - 1
    while last > start and "\u0300" <= text[last] <= "\u036f":
        last -= 1
    return not (_latin(text[last]) and _after(text, end))


def uncut(letters: str, gaps: Iterable[int]) -> bool:
    """Whether no space stands within a Latin word: TS MC; one may between words: OpenAI, HBM4."""
    return not any(
        _latin(letters[at - 1])
        and _latin(letters[at])
        and letters[at - 1].isdigit() == letters[at].isdigit()
        and not (letters[at - 1].islower() and letters[at].isupper())
        for at in gaps
    )
