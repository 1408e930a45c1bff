"""Find hanja and kana that were left in a Korean text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.korean.signs import HAN, KANA, may_hold
from tongsa.model import Role
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit

_RUN = late(f"(?P<han>[{HAN}]+(?:[·‧ ][{HAN}]+)*)|(?P<kana>[{KANA}]+)")
_ANY = late(f"[{HAN}{KANA}]")
_READING = late(r"[(（\[〔][가-힣]")
"""A Hangul reading behind: ``韓(한)``"""
_OPENED = late(r"[(（\[〔][^()（）\[\]〔〕]*$")
_NAMED = late(r"[가-힣A-Za-z0-9”’」』》〉\"'] ?$")
_TERSE = frozenset({Role.HEADLINE, Role.DECK, Role.SUBHEADING, Role.CAPTION})
_PRESS = frozenset(
    "美中日韓北南英佛獨露伊印臺蘇歐亞與野靑檢警軍政黨民官前現故新舊元反親對駐訪脫無非女男"
)
"""Single characters of headlines: 美 for 미국, 與 for 여당 (so the Korean press)."""
_BODY = frozenset("前現故新舊元")
"""Of these, what stands before an office in running text, too: 前 대통령."""


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each run of characters, but readings in brackets and what the source has itself."""
    if not _ANY.search(unit.target) or _ANY.search(unit.source):
        return
    usual = _PRESS if unit.role in _TERSE else _BODY
    known = [it for it in context.usage.outermost(unit.index) if it.usable]
    for found in _RUN.finditer(unit.target):
        start, end = found.span()
        if any(it.start <= start and end <= it.end for it in known):
            continue
        if found["kana"] or not _accounted(unit.target, start, end, usual):
            blanks = {
                "found": found[0],
                "script": "kana" if found["kana"] else "hanja",
            }
            yield Hit(target_spans=((start, end),), blanks=blanks)


def _accounted(text: str, start: int, end: int, usual: frozenset[str]) -> bool:
    """Whether hanja stand beside their reading, or alone as the press writes them."""
    if _READING.match(text, end):
        return True
    opened = _OPENED.search(text, max(0, start - 60), start)
    if opened and _NAMED.search(text, max(0, opened.start() - 2), opened.start()):
        return True
    return all(sign in usual for sign in text[start:end].replace(" ", "").replace("·", ""))


look = Sifted(may_hold, _look)
