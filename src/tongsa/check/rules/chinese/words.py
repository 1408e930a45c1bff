"""Find words of the other side of the Strait; what the checks of words have in common."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.chinese.exempt import titles, told, touches, usable, within
from tongsa.language.regional import find
from tongsa.model import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.check.check import Context
    from tongsa.language.regional import Place, Row
    from tongsa.model import Span, TranslationUnit

_SOURCE = "en"
"""The language in which the list names what proves a word's meaning."""


def looker(*, certain: bool) -> Sifted:
    """Return a check's function: it yields the words that are wrong for certain, or the others."""

    def look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
        for place in _places(context).get(unit.index, ()):
            rows = _said(place, unit, context)
            if rows and rows[0].certain is certain and not _exempt(place, unit, context):
                yield _hit(place, rows, unit.target)

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


def _said(place: Place, unit: TranslationUnit, context: Context) -> Sequence[Row]:
    """Return what is to be said of a word beside its source, if it can be read for proof."""
    return place.said(unit.source if context.usage.sources.language == _SOURCE else "")


def _exempt(place: Place, unit: TranslationUnit, context: Context) -> bool:
    """Whether a word is as it has to be: in a name, in the source itself, or told by its term."""
    span: Span = (place.start, place.end)
    return (
        unit.target[slice(*span)] in unit.source
        or within(span, titles(unit.target))
        or within(span, usable(unit, context))
        or touches(span, told(unit, context))
    )


def _hit(place: Place, rows: Sequence[Row], target: str) -> Hit:
    right = list(dict.fromkeys(word for row in rows for word in row.right))
    one = len(rows) == 1 and rows[0].certain and not rows[0].open
    return Hit(
        target_spans=((place.start, place.end),),
        blanks={"found": target[place.start : place.end], "right": ", ".join(right)},
        fix=target[: place.start] + right[0] + target[place.end :] if one else None,
    )
