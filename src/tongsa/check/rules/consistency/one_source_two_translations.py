"""Find sources that an article translates in two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted, Told
from tongsa.check.rules.consistency.rivals import rivals
from tongsa.model import CONTEXT_ROLES, State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit

_ROLES = frozenset(CONTEXT_ROLES)


def told(context: Context) -> Sequence[Told]:
    """Return the translations of an article; one that the desk told apart is of its own use."""
    return context.once("consistency-told", lambda: tuple(_told(context)))


def _told(context: Context) -> Iterator[Told]:
    for unit in context.units:
        if tells(unit):
            yield Told(unit.source, unit.target, unit.index, use(unit))


def tells(unit: TranslationUnit) -> bool:
    """Whether a unit has a translation of its own."""
    return unit.state is State.TRANSLATED and not unit.merged


def use(unit: TranslationUnit) -> tuple[str, str]:
    """Return in what use a unit is: its role, and what the desk told it apart by."""
    apart = unit.context if unit.context and unit.context not in _ROLES else ""
    return unit.role, apart


def rivals_in(context: Context) -> Mapping[object, Told]:
    """Return the usual translation for each unit of an article that has another one."""
    return context.once(
        "consistency-rivals", lambda: {it.place: usual for it, usual in rivals(told(context))}
    )


def _has_one(unit: TranslationUnit, context: Context) -> bool:
    return unit.index in rivals_in(context)


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield a target that is not the article's usual one for its source."""
    if usual := rivals_in(context).get(unit.index):
        yield Hit(target_spans=((0, len(unit.target)),), blanks={"usual": usual.target})


look = Sifted(_has_one, _look)
