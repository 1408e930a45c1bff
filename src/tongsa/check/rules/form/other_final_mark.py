"""Find units that end with another mark than their source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.form.endings import COMMA, QUESTION, STOP, differs, end, final
from tongsa.check.rules.form.sources import source_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit

_LEFT_ALONE = frozenset({QUESTION, ":", ";"})
"""Questions have a check of their own; a colon may well become a stop."""
_WORDS = 3
"""A source of fewer is a label, which may become a sentence."""


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield a final mark that the source lacks, or the place where the source has another."""
    if unit.merged or unit.target == unit.source:
        return
    source = source_of(unit, context)
    wanted, given = final(source), final(unit.target)
    if wanted == given or not _LEFT_ALONE.isdisjoint((wanted, given)) or source.count(" ") < _WORDS:
        return
    if (wanted == STOP and given in {"", COMMA}) or (not wanted and given != STOP):
        return
    at = end(unit.target)
    blanks = {"found": _named(given), "right": _named(wanted)}
    yield Hit(target_spans=((max(0, at - 1), at),), blanks=blanks)


def _named(mark: str) -> str:
    return f'"{mark}"' if mark else "no mark"


look = Sifted(differs, _look)
