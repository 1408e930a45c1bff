"""Find quotation marks of the other edition, and straight ones."""

from __future__ import annotations

import re
from bisect import bisect
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.check.check import Sifted
from tongsa.check.rules.chinese.signs import HAN, hit
from tongsa.glossary.mention import visible
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.check.check import Context, Hit
    from tongsa.check.rules.chinese.signs import Swap
    from tongsa.model import TranslationUnit

_OWN = MappingProxyType({"zh_TW": ("「」", "『』"), "zh_CN": ("“”", "‘’")})
"""Outer and inner marks (教育部, 重訂標點符號手冊; GB/T 15834-2011, 4.8)."""
_FOREIGN = MappingProxyType({"zh_TW": '“”‘’"〝〞', "zh_CN": '「」『』"〝〞'})
_ANY = MappingProxyType(
    {language: re.compile(f"[{marks}]") for language, marks in _FOREIGN.items()}
)
_PAIRS = ("“”", "‘’", "「」", "『』", '""', "〝〞")
_CLOSER = MappingProxyType({pair[0]: pair[1] for pair in _PAIRS})
_OPENER = MappingProxyType({pair[1]: pair[0] for pair in _PAIRS})
_MARK = late(r"[“”‘’「」『』\"〝〞]")
"""``“``, ``」``, ``"``"""
_APOSTROPHE = late(r"(?<=[A-Za-z0-9])’(?=[A-Za-z ])|[‘’](?=\d)")
"""The marks of ``Lumen’s``, ``’90s``"""
_HAN = late(f"[{HAN}]")
_INCHES = late(r"\d\s?\"")
"""``6"``"""


def _sieve(unit: TranslationUnit, context: Context) -> bool:
    """Whether a unit holds marks that its edition does not use."""
    return _ANY[context.language].search(unit.target) is not None


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield the other edition's marks around Chinese, all as one hit."""
    if unit.merged:
        return
    text = visible(unit.target)
    foreign = _FOREIGN[context.language]
    if text.count('"') % 2 or "](" in text or _INCHES.search(text):
        foreign = foreign.replace('"', "")  # no quotation marks, or a link's
    places = [
        found.start()
        for found in _MARK.finditer(_APOSTROPHE.sub("-", text))
        if found[0] != '"' or '"' in foreign
    ]
    pairs = _pairs(text, places)
    if pairs is None:
        wrong = [at for at in places if text[at] in foreign and text[at] != '"']
        if wrong and _HAN.search(text):
            yield hit(unit.target, [(at, at + 1, "") for at in wrong], safe=False)
        return
    swaps = _swaps(text, pairs, _OWN[context.language], foreign)
    if any(unit.target[start] in foreign for start, _, _ in swaps):
        yield hit(unit.target, swaps)


look = Sifted(_sieve, _look)


def _pairs(text: str, places: Sequence[int]) -> list[tuple[int, int, int]] | None:
    """Return each pair of marks with how deep it lies; None where one has no other half."""
    stack: list[int] = []
    pairs = []
    for at in places:
        mark = text[at]
        opens = mark in _CLOSER and not (mark == '"' and stack and text[stack[-1]] == '"')
        if opens:
            stack.append(at)
        elif stack and text[stack[-1]] == _OPENER[mark]:
            pairs.append((stack.pop(), at, len(stack)))
        else:
            return None
    return None if stack else pairs


def _swaps(
    text: str, pairs: Sequence[tuple[int, int, int]], own: Sequence[str], foreign: str
) -> list[Swap]:
    """Return the marks that have to change: those of the other edition, and what they make odd."""
    letters = [found.start() for found in _HAN.finditer(text)]
    chinese = [pair for pair in pairs if bisect(letters, pair[0]) < bisect(letters, pair[1])]
    if not any(text[start] in foreign for start, _, _ in chinese):
        return []
    swaps = []
    for start, end, depth in chinese:
        marks = own[depth % 2]
        if text[start] != marks[0]:
            swaps += [(start, start + 1, marks[0]), (end, end + 1, marks[1])]
    return swaps
