"""Find translations that say more than their source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.completeness.omission import added, is_told, lengths, usual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit


def _may_be(unit: TranslationUnit, context: Context) -> bool:
    return unit.index in lengths(context).long


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield the whole target where its length and what it says beside tell that it says more."""
    if not is_told(unit, context) or not _may_be(unit, context) or added(unit, context) <= 0:
        return
    length, expected = usual(unit, context)
    yield Hit(
        target_spans=((0, len(unit.target)),),
        blanks={"length": str(length), "usual": str(expected)},
    )


look = Sifted(_may_be, _look)
