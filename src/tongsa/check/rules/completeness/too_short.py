"""Find translations that leave out a part of their source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.completeness.evidence import of_others, of_words
from tongsa.check.rules.completeness.omission import is_told, lengths, omitted, usual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit

_MOST_TOLD = 3


def _may_be(unit: TranslationUnit, context: Context) -> bool:
    return unit.index in lengths(context).short


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield the whole target where its length and what it lacks tell that a part is missing."""
    if not is_told(unit, context) or not _may_be(unit, context) or omitted(unit, context) <= 0:
        return
    length, expected = usual(unit, context)
    anchors = (*of_words(unit, context), *of_others(unit, context))
    lacking = sorted(
        (it for it in anchors if not it.told and it.key[0] != "("), key=lambda it: it.missed
    )
    listed = ", ".join(f'"{it.key}"' for it in lacking[:_MOST_TOLD])
    yield Hit(
        target_spans=((0, len(unit.target)),),
        blanks={
            "length": str(length),
            "usual": str(expected),
            "lacking": f"; nothing stands for {listed}" if listed else "",
        },
    )


look = Sifted(_may_be, _look)
