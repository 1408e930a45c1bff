"""Find questions that end as statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.form.endings import QUESTION, asked, asks, end, ends_asking, final
from tongsa.check.rules.form.endings import tells_of_asking as tells
from tongsa.check.rules.form.facts import facts
from tongsa.check.rules.form.sources import source_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit

_STOPS = frozenset(".。．｡")


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield where a question mark is missing behind the last words."""
    target, language = unit.target, context.language
    if unit.merged or target == unit.source or not surely_lost(unit, context):
        return
    at = end(target)
    span = (max(0, at - 1), at)
    fix = None
    if target[slice(*span)] in _STOPS and ends_asking(target, language):
        fix = f"{target[: span[0]]}{facts(language, 'question')['mark']}{target[at:]}"
    yield Hit(target_spans=(span,), fix=fix)


def surely_lost(unit: TranslationUnit, context: Context) -> bool:
    """Whether a source's last sentence asks, and the translation's cannot be read so."""
    target, language = unit.target, context.language
    if final(source_of(unit, context)) != QUESTION or final(target) == QUESTION:
        return False
    if ends_asking(target, language):
        return True
    return final(target) != "" and not asks(target) and not tells(target, language)


look = Sifted(asked, _look)
