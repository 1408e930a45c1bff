"""Find translations that stand for two sources in an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.consistency.one_source_two_translations import told
from tongsa.check.rules.consistency.rivals import doubles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tongsa.check.check import Context, Told
    from tongsa.model import TranslationUnit


def doubles_in(context: Context) -> Mapping[object, Told]:
    """Return the other source for each unit of an article whose translation has one, too."""
    return context.once(
        "consistency-doubles", lambda: {it.place: first for it, first in doubles(told(context))}
    )


def _has_one(unit: TranslationUnit, context: Context) -> bool:
    return unit.index in doubles_in(context)


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield a target that the article has for another source, too."""
    if first := doubles_in(context).get(unit.index):
        yield Hit(target_spans=((0, len(unit.target)),), blanks={"other": first.source})


look = Sifted(_has_one, _look)
