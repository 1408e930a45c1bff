"""Find dots between words that are not the article's own form of the middle dot."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.mending import mended_at
from tongsa.check.passages import passages
from tongsa.check.rules.korean.signs import DOTS, may_hold
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit

_DOT = late(rf"(?<=[^\W_)）”’])[{DOTS}](?=[^\W_(（“‘])")
"""Between two words: ``남·북``"""
_MIDDLE, _KEYBOARD = "·", "ㆍ"
"""U+00B7, the mark itself, and U+318D, an old vowel that many keyboards give for it."""


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each dot of another form than most of the article's."""
    if unit.merged:
        return
    usual = context.once("middle dot", lambda: _usual(context))
    for found in _DOT.finditer(unit.target):
        if found[0] != usual and found[0] not in unit.source:
            start, end = found.span()
            yield Hit(
                target_spans=((start, end),),
                blanks={"found": found[0], "right": usual},
                fix=mended_at(unit.target, start, end, usual),
            )


def _usual(context: Context) -> str:
    """Return the form that an article writes most: one of the two that do for a middle dot."""
    counts = Counter(_DOT.findall(passages(context).text))
    return _KEYBOARD if counts[_KEYBOARD] > counts[_MIDDLE] else _MIDDLE


look = Sifted(may_hold, _look)
