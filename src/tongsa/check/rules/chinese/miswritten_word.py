"""Find Chinese words with a character that only sounds or looks like the right one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.mending import mended_at
from tongsa.check.passages import passages
from tongsa.check.rules.chinese.exempt import covered, japanese, titles, usable
from tongsa.language.miswritten import find

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.check.check import Context
    from tongsa.model import Span, TranslationUnit


def _places(context: Context) -> Mapping[int, Sequence[Span]]:
    return context.once("miswritten", lambda: _found(context))


def _found(context: Context) -> Mapping[int, Sequence[Span]]:
    """Return where an article's translations hold such words, by unit."""
    told = passages(context)
    return told.by_unit((it.start, it.end) for it in find(told.text, context.language))


def _may_be(unit: TranslationUnit, context: Context) -> bool:
    return unit.index in _places(context)


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each word of the list, but names of works, terms, and what the source has."""
    target = unit.target
    apart = covered(target, (*usable(unit, context), *titles(target), *japanese(target)))
    for start, end, right in find(target, context.language):
        if apart.find(1, start, end) >= 0 or target[start:end] in unit.source:
            continue
        fix = mended_at(target, start, end, right[0]) if len(right) == 1 else None
        blanks = {"found": target[start:end], "right": ", ".join(right)}
        yield Hit(target_spans=((start, end),), blanks=blanks, fix=fix)


look = Sifted(_may_be, _look)
