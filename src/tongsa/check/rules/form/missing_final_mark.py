"""Find sentences without their full stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.form.endings import (
    COMMA,
    EXCLAMATION,
    QUESTION,
    STOP,
    asks,
    differs,
    end,
    final,
    is_aside,
)
from tongsa.check.rules.form.sources import source_of
from tongsa.model import UNCUT, Role, State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit

_NO_SENTENCES = frozenset({*UNCUT, Role.SUBHEADING, Role.CELL})
"""Roles whose text need not end with a mark."""
_USUAL = 0.2
"""An article that leaves out more than this share of stops in a role does so by style."""


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield the end of a translation that lacks the stop of its source."""
    if unit.role in _NO_SENTENCES or not _lacks(unit, source_of(unit, context)):
        return
    if unit.role in context.once("roles without stops", lambda: _without(context)):
        return
    target = unit.target
    at = end(target)
    fix = None
    asked = final(source_of(unit, context)) == QUESTION  # then what follows is another's
    if at == len(target) and not final(target) and not asked:
        fix = target + ("." if context.language == "ko" else "。")
    yield Hit(target_spans=((max(0, at - 1), at),), fix=fix)


def _lacks(unit: TranslationUnit, source: str) -> bool:
    """Whether a translation ends with a word or a comma where its source has a stop."""
    if unit.merged or unit.target == unit.source or final(unit.target) not in {"", COMMA}:
        return False
    mark = final(source)
    if mark == QUESTION:
        return asks(unit.target)
    return mark in {STOP, EXCLAMATION} and not (is_aside(source) and is_aside(unit.target))


def _without(context: Context) -> frozenset[str]:
    """Return the roles in which an article leaves out stops as a rule."""
    stops: Mapping[str, list[bool]] = {unit.role: [] for unit in context.units}
    for unit in context.units:
        told = unit.state is State.TRANSLATED and not unit.merged
        if told and final(unit.source) in {STOP, EXCLAMATION}:
            stops[unit.role].append(_lacks(unit, unit.source))
    return frozenset(
        role for role, missing in stops.items() if sum(missing) > max(1, _USUAL * len(missing))
    )


look = Sifted(differs, _look)
