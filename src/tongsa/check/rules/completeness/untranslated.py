"""Find targets that are still English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.completeness.english import EAST, NAMES, is_running, spared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit


def _may_be(unit: TranslationUnit, _context: Context) -> bool:
    return not EAST.search(unit.target)


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield the whole target where the source is running text that it does not translate."""
    if unit.merged or unit.role in NAMES or EAST.search(unit.target):
        return
    if any(map(str.isalpha, unit.target)) and is_running(spared(unit, context)):
        yield Hit(target_spans=((0, len(unit.target)),))


look = Sifted(_may_be, _look)
