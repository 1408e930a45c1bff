"""Write a Chinese sentence of one edition as the other edition would, and say what changed.

Characters follow OpenCC's tables, letter by letter; words follow tongsa's own list where they have
no other reading, and the glossary. OpenCC's own exchange of words is wrong too often in news.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.language.regional import find
from tongsa.model import Bound
from tongsa.quantity import read, write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from opencc import OpenCC

OTHER = MappingProxyType({"zh_TW": "zh_CN", "zh_CN": "zh_TW"})
"""The editions between which proposals are made: for each the one that they come from."""

_TABLES = MappingProxyType({"zh_TW": "s2tw", "zh_CN": "tw2s"})
_QUOTES = MappingProxyType({"zh_TW": ("“”‘’", "「」『』"), "zh_CN": ("「」『』", "“”‘’")})
"""The marks of the other edition and those that stand for them (GB/T 15834-2011; 教育部)."""
_APOSTROPHE = re.compile(r"(?<=[A-Za-z0-9])’|‘(?=\d)")
"""The marks of ``Lumen’s`` and ``‘90s``"""
_SCALES = MappingProxyType({"zh_TW": "万亿", "zh_CN": "兆"})
"""How the other edition writes 10¹²: in Taiwan 兆, which the mainland reads as a million (兆瓦)."""
_DOTS = MappingProxyType({"zh_CN": ("‧・", "·")})
"""The dot between the parts of a name (GB/T 15834-2011, 4.14); in Taiwan several are in use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """A sentence as the other edition may write it."""

    text: str
    changes: tuple[str, ...]
    """What is no matter of script: ``晶片 → 芯片``; each once, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A stretch of a sentence, half-open, and what is to stand there in the other edition."""

    start: int
    end: int
    right: Sequence[str]
    """What may stand there in the other edition, the best first; at least one."""

    def choice(self, written: str) -> str:
        """Return what is to stand there: what is written already, if that is right."""
        return written if written in self.right else self.right[0]


def cross(text: str, source: str, terms: Sequence[Exchange], language: str) -> Crossing:
    """Return a sentence of the other edition as ``language`` writes it.

    ``source`` proves what words stand for, empty if it is not English; ``terms`` are those of the
    glossary, in order and apart from one another.
    """
    other = _converted(text, language)
    taken = bytearray(len(text))  # 1 where something is exchanged
    wanted = (_figures(text, other, terms, language), terms, _words(other, source, language))
    swaps: list[Exchange] = []
    for found in wanted:
        for swap in found:
            if taken.find(1, swap.start, swap.end) < 0:
                taken[swap.start : swap.end] = b"\1" * (swap.end - swap.start)
                swaps.append(swap)
    swaps.sort(key=lambda swap: swap.start)
    pieces: list[str] = []
    told: list[str] = []
    reach = 0
    for swap in swaps:
        right = swap.choice(other[swap.start : swap.end])
        pieces += [_signs(other[reach : swap.start], language), right]
        if other[swap.start : swap.end] != right:
            told.append(f"{text[swap.start : swap.end]} → {right}")
        reach = swap.end
    pieces.append(_signs(other[reach:], language))
    new = _joined(pieces)
    return Crossing(
        text=new, changes=tuple(dict.fromkeys((*told, *_of_signs(text, new, language))))
    )


def _joined(pieces: Iterable[str]) -> str:
    """Return pieces as one text, with a space where Latin words would run together."""
    text = ""
    for piece in filter(None, pieces):
        meet = text[-1:].isascii() and text[-1:].isalnum() and piece[0].isascii()
        text += f" {piece}" if meet and piece[0].isalnum() else piece
    return text


def _converted(text: str, language: str) -> str:
    """Return a text in the language's script, each character in its old place."""
    converter = _converter(language)
    whole = str(converter.convert(text))
    if len(whole) != len(text):  # something was put together: letter by letter nothing is
        whole = "".join(_single(letter, language) for letter in text)
    # Both 台 and 臺 are right in Taiwan, and its press writes 台 (教育部重編國語辭典, 臺).
    return whole.replace("臺", "台") if language == "zh_TW" else whole


def _words(text: str, source: str, language: str) -> Iterator[Exchange]:
    """Yield the words that the edition surely writes otherwise."""
    for place in find(text, language):
        rows = place.said(source)
        if len(rows) == 1 and rows[0].certain and not rows[0].open:
            yield Exchange(start=place.start, end=place.end, right=rows[0].right[:1])


def _figures(text: str, other: str, terms: Sequence[Exchange], language: str) -> Iterator[Exchange]:
    """Yield the figures that the edition writes otherwise: their scale, or a currency in them."""
    changed = bytearray(len(text))  # 1 where a term begins that another one stands for
    for term in terms:
        changed[term.start] = term.choice(written := other[term.start : term.end]) != written
    scale = _SCALES[language]
    if scale not in text and not any(changed):
        return
    for figure in read(text, OTHER[language]):
        exact = replace(figure, bound=Bound.EXACT)  # 約 stands outside, and stays
        swap = Exchange(start=figure.start, end=figure.end, right=[write(exact, language)])
        odd = scale in text[swap.start : swap.end] or changed.find(1, swap.start, swap.end) >= 0
        if swap.right[0] and odd:
            yield swap


def _signs(text: str, language: str) -> str:
    """Return a text with the edition's quotation marks and dots."""
    apostrophes = {found.start() for found in _APOSTROPHE.finditer(text)}
    marks = dict(zip(*_QUOTES[language], strict=True))
    for dot in _DOTS.get(language, ("",))[0]:
        marks[dot] = _DOTS[language][1]
    return "".join(
        letter if at in apostrophes else marks.get(letter, letter) for at, letter in enumerate(text)
    )


def _of_signs(old: str, new: str, language: str) -> Iterator[str]:
    """Yield which pairs of quotation marks were exchanged."""
    theirs, ours = _QUOTES[language]
    for at in (0, 2):
        if theirs[at] in old and ours[at] in new:
            yield f"{theirs[at : at + 2]} → {ours[at : at + 2]}"


@cache
def _converter(language: str) -> OpenCC:
    from opencc import OpenCC  # noqa: PLC0415 (slow to load, and one command alone needs it)

    return OpenCC(_TABLES[language])


def _single(letter: str, language: str) -> str:
    written = str(_converter(language).convert(letter))
    return written if len(written) == 1 else letter
