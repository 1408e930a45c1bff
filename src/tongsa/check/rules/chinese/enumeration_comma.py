"""Find commas where Chinese has its own for enumerations, and those before the last word of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.chinese.signs import HAN, hit
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit

_AND = "以及|[和與与及]"
_WORDS = "平諧谐解睦約约談谈服牛尚田歌式風风局聲声弦緩缓善藹蔼會会眾众日其格時时早物"
"""Characters that make another word of 和, 與 or 及 before them: 和平, 與會, 及時."""
_SERIAL = late(rf"、(?=(?:{_AND})(?![{_WORDS}])[{HAN}A-Za-z0-9「“《])")
"""The mark of ``紅、綠、和藍``"""
_CLAUSES = late(
    rf"(?<=[{HAN}])，(?:[{HAN}]{{1,4}}，){{0,8}}[{HAN}]{{1,4}}(?:{_AND})(?![{_WORDS}])[{HAN}]{{1,4}}[，。]"
)
"""``，綠和藍。``"""
_LIST = late(r"(?<!\w)\w++, (?:[\w-]++, ){0,6}[\w-]++,? and (?:the )?\w")
"""``red, green and blue``"""


def _sieve(unit: TranslationUnit, _context: Context) -> bool:
    """Whether a unit joins anything behind a comma."""
    target = unit.target
    joined = "和" in target or "與" in target or "与" in target or "及" in target
    return joined and ("、" in target or "，" in target)


def _look(unit: TranslationUnit, _context: Context) -> Iterator[Hit]:
    """Yield the commas that an enumeration should not have."""
    if unit.merged:
        return
    if swaps := [(*found.span(), "") for found in _SERIAL.finditer(unit.target)]:
        yield _told(hit(unit.target, swaps), "no comma before the last of several")
    found = _CLAUSES.search(unit.target)
    if found and _LIST.search(unit.source):
        commas = [at for at in range(found.start(), found.end() - 1) if unit.target[at] == "，"]
        swaps = [(at, at + 1, "、") for at in commas]
        yield _told(hit(unit.target, swaps, safe=False), "、 between the words of an enumeration")


look = Sifted(_sieve, _look)


def _told(found: Hit, right: str) -> Hit:
    return Hit(
        target_spans=found.target_spans,
        blanks={"found": found.blanks["found"], "right": right},
        fix=found.fix,
    )
