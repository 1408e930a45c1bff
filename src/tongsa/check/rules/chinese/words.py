"""Find words of the other side of the Strait; what the checks of words have in common."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.counterparts.topics import is_topic
from tongsa.check.rules.chinese.exempt import covered, titles, told, usable
from tongsa.language.regional import find
from tongsa.model import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.check.check import Context
    from tongsa.language.regional import Place, Row
    from tongsa.model import TranslationUnit

_FIXES = 100
"""Words of one unit that have a fix: more are another edition's text."""
_SOURCE = "en"
"""The language in which the list names what proves a word's meaning."""


def looker(*, certain: bool) -> Sifted:
    """Return a check's function: it yields the words that are wrong for certain, or the others."""

    def look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
        fixed = 0
        for place, rows in _wrong(unit, context):
            if rows[0].certain is certain:
                fixed += 1
                yield _hit(place, rows, unit.target, fix=fixed <= _FIXES)

    return Sifted(_regional, look)


def _regional(unit: TranslationUnit, context: Context) -> bool:
    """Whether a unit holds words of the other side."""
    return unit.index in _places(context)


def _places(context: Context) -> Mapping[int, Sequence[Place]]:
    """Return the words of the other side in an article's finished units, by unit."""
    return context.once("other-side", lambda: _found(context))


def _found(context: Context) -> Mapping[int, Sequence[Place]]:
    units = [it for it in context.units if it.state is State.TRANSLATED and not it.merged]
    starts = [0, *accumulate(len(unit.target) + 1 for unit in units)]
    found: dict[int, list[Place]] = {}
    for place in find("\n".join([unit.target for unit in units]), context.language):
        at = bisect_right(starts, place.start) - 1
        moved = place._replace(start=place.start - starts[at], end=place.end - starts[at])
        found.setdefault(units[at].index, []).append(moved)
    return found


def _wrong(unit: TranslationUnit, context: Context) -> Sequence[tuple[Place, Sequence[Row]]]:
    """Return the words of a unit that are not as they have to be, with what is to be said."""
    return context.once(("other-side", unit.index), lambda: list(_judged(unit, context)))


def _judged(unit: TranslationUnit, context: Context) -> Iterator[tuple[Place, Sequence[Row]]]:
    places = _places(context).get(unit.index, ())
    if not places:
        return
    target = unit.target
    english = unit.source if context.usage.sources.language == _SOURCE else ""
    right = covered(target, (*usable(unit, context), *titles(target)))
    others = covered(target, told(unit, context))
    held = {word for word in {target[it.start : it.end] for it in places} if word in unit.source}
    for place in places:
        named = right.find(0, place.start, place.end) < 0  # in a name, all of it
        if named or others.find(1, place.start, place.end) >= 0:
            continue
        if target[place.start : place.end] in held or not (rows := place.said(english)):
            continue
        if not is_topic(english, target, (place.start, place.end), context.language):
            yield place, rows


def _hit(place: Place, rows: Sequence[Row], target: str, *, fix: bool) -> Hit:
    right = list(dict.fromkeys(word for row in rows for word in row.right))
    one = fix and len(rows) == 1 and rows[0].certain and not rows[0].open
    return Hit(
        target_spans=((place.start, place.end),),
        blanks={"found": target[place.start : place.end], "right": ", ".join(right)},
        fix=target[: place.start] + right[0] + target[place.end :] if one else None,
    )
