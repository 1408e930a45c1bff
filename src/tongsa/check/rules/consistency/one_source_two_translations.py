"""Find sources that an article translates in two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.consistency.rivals import Told, rivals
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
        if unit.state is State.TRANSLATED and not unit.merged:
            apart = unit.context if unit.context and unit.context not in _ROLES else ""
            yield Told(unit.source, unit.target, unit.index, (unit.role, apart))


def _rivals(context: Context) -> Mapping[object, Told]:
    return context.once(
        "consistency-rivals", lambda: {it.place: usual for it, usual in rivals(told(context))}
    )


def _has_one(unit: TranslationUnit, context: Context) -> bool:
    return unit.index in _rivals(context)


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield a target that is not the article's usual one for its source."""
    if usual := _rivals(context).get(unit.index):
        yield Hit(target_spans=((0, len(unit.target)),), blanks={"usual": usual.target})


look = Sifted(_has_one, _look)
