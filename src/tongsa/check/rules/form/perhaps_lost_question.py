"""Find questions that a translation may have turned into statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.form.endings import asked, asks, end, questions
from tongsa.check.rules.form.lost_question import surely_lost
from tongsa.check.rules.form.sources import source_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield the end of a translation without any question mark, though its source asks."""
    target = unit.target
    if unit.merged or target == unit.source or asks(target):
        return
    if questions(source_of(unit, context)) and not surely_lost(unit, context):
        at = end(target)
        yield Hit(target_spans=((max(0, at - 1), at),))


look = Sifted(asked, _look)
