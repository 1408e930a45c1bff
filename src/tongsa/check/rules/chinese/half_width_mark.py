"""Find half-width signs where Chinese has full-width ones."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.check.check import Sifted
from tongsa.check.rules.chinese.signs import CLOSING, HAN, OPENING, hit
from tongsa.glossary.mention import visible
from tongsa.patterns import late

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from tongsa.check.check import Context, Hit
    from tongsa.check.rules.chinese.signs import Swap
    from tongsa.model import TranslationUnit

_WIDE = MappingProxyType(dict(zip(",;:?!.()", "，；：？！。（）", strict=True)))
_HALF = late(r"[,;:?!.()]")
_MARK = late(
    rf"(?<=[{HAN}{CLOSING}])[,;:?!] ?(?![/\\,.;:?!)\]}}'\"*_<>|=&-])"
    rf"|(?<=[A-Za-z0-9%])[,;:?!] ?(?=[{HAN}{OPENING}])"
    rf"|(?<=[{HAN}{CLOSING}])\.(?=[{CLOSING}]*\s*\Z)"
)
"""The signs of ``船到了,人沒到.`` and ``Lumen,那個港口``"""
_BRACKETS = late(r"(?<!\]) ?\(([^()（）]*+)[)）] ?|（([^()（）]*+)\) ?")
"""``港口 (流明灣)``, ``（流明灣)``"""
_HAN = late(f"[{HAN}]")
_NUMERAL = late(r"[一二三四五六七八九十百]+|[日週周][一二三四五六日]?|[一二三四五六日]")
"""``(一)``: numbers of clauses and days of the week, which stand so in tables"""


def _sieve(unit: TranslationUnit, _context: Context) -> bool:
    """Whether a unit holds half-width signs."""
    return _HALF.search(unit.target) is not None


def _look(unit: TranslationUnit, _context: Context) -> Iterator[Hit]:
    """Yield the half-width signs in Chinese, all as one hit."""
    if unit.merged or unit.target == unit.source:
        return
    text = visible(unit.target)
    swaps = [
        (found.start(), found.end(), _WIDE[found[0][0]])
        for found in _MARK.finditer(text)
        if text[found.end() : found.end() + 1] != "."
    ]
    swaps += [swap for found in _BRACKETS.finditer(text) for swap in _brackets(found, text)]
    if swaps:
        yield hit(unit.target, swaps)


look = Sifted(_sieve, _look)


def _brackets(found: re.Match[str], text: str) -> Iterator[Swap]:
    inside = 1 if found[1] is not None else 2
    start, end = found.span(inside)
    whole = text[start - 1] == "(" and text[end] == ")"
    if whole and (_NUMERAL.fullmatch(found[1]) or not _HAN.search(found[1])):
        return
    if text[start - 1] == "(":
        yield (found.start(), start, "（")
    if text[end] == ")":
        yield (end, found.end(), "）")
