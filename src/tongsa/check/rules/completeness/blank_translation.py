"""Find translations that hold nothing to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit

_UNSEEN = dict.fromkeys(map(ord, "\u115f\u1160\u2800\u3164\uffa0"))
"""Fillers of Hangul and the empty pattern of Braille, which are letters to Unicode."""
_GLANCE = 8
"""Code points that tell most often."""


def _may_be(unit: TranslationUnit, _context: Context) -> bool:
    target = unit.target
    return not target[:1].isalpha() and not any(map(str.isalpha, target[:_GLANCE]))


def _look(unit: TranslationUnit, _context: Context) -> Iterator[Hit]:
    """Yield the whole target where no letter or figure stands in it, and one in the source."""
    if not unit.target or unit.merged:
        return
    if _reads(unit.source) and not _reads(unit.target.translate(_UNSEEN)):
        yield Hit(target_spans=((0, len(unit.target)),))


def _reads(text: str) -> bool:
    return any(map(str.isalnum, text))


look = Sifted(_may_be, _look)
