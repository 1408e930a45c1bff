"""Find punctuation marks that stand twice, or one against another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit

_TWICE = re.compile(
    r"(?<![.,、，;；:：。])(?:([,，、;；:：。])\1|\.\.|[，、；：][。，、；：.]|。[，、；：.,])(?![.,、，;；:：。/])"
)
"""``,,``, ``，。``; no ``...``, no ``://``"""
_SIDE_BY_SIDE = re.compile(r"[,，、;；:：。.][,，、;；:：。.]")
"""The same, and much that is right."""


def _marked(unit: TranslationUnit, _context: Context) -> bool:
    return bool(_SIDE_BY_SIDE.search(unit.target))


def _look(unit: TranslationUnit, _context: Context) -> Iterator[Hit]:
    """Yield the marks; where both are the same, the target with one of them as the fix."""
    if unit.merged:
        return
    for found in _TWICE.finditer(unit.target):
        marks = found[0]
        if marks in unit.source:
            continue
        fix = None
        if marks[0] == marks[1]:
            fix = unit.target[: found.start()] + unit.target[found.start() + 1 :]
        yield Hit(target_spans=(found.span(),), blanks={"found": marks}, fix=fix)


look = Sifted(_marked, _look)
