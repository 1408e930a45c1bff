"""Find characters of the other script; what the checks of script have in common."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.chinese.exempt import covered, japanese, usable
from tongsa.language.scripts import script

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.check.check import Context
    from tongsa.language.scripts import Script
    from tongsa.model import Span, TranslationUnit

_NEAR = 2
"""Characters on either side that may be of one word with another."""
_SHOWN = 6
"""Characters that a message lists."""


def _strangers(context: Context) -> re.Pattern[str] | None:
    """Return what finds the other script's characters in an article; None if it has none."""

    def find() -> re.Pattern[str] | None:
        own = script(context.language)
        strange = own and own.strange("".join([unit.target for unit in context.units]))
        return _pattern(strange) if strange else None

    return context.once("other-script", find)


@lru_cache(maxsize=64)
def _pattern(characters: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(characters))}]")


def _strange(unit: TranslationUnit, context: Context) -> bool:
    """Whether a unit holds characters of the other script."""
    pattern = _strangers(context)
    return pattern is not None and pattern.search(unit.target) is not None


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield the other script's characters in a target, all as one hit."""
    own, pattern = script(context.language), _strangers(context)
    if unit.merged or own is None or pattern is None:
        return
    apart = covered(unit.target, (*usable(unit, context), *japanese(unit.target)))
    found = [it.start() for it in pattern.finditer(unit.target) if not apart[it.start()]]
    held = {one for one in {unit.target[at] for at in found} if one in unit.source}
    places = [at for at in found if unit.target[at] not in held]
    if places:
        wrong = dict.fromkeys(unit.target[at] for at in places)
        yield Hit(
            target_spans=_spans(places),
            blanks={
                "found": _listed(list(wrong)),
                "right": _listed(["/".join(own.right[one]) for one in wrong]),
            },
            fix=_fixed(unit.target, places, own),
        )


look = Sifted(_strange, _look)


def _spans(places: Sequence[int]) -> tuple[Span, ...]:
    """Return places in order as stretches without gaps."""
    spans: list[Span] = []
    for at in places:
        if spans and spans[-1][1] == at:
            spans[-1] = (spans[-1][0], at + 1)
        else:
            spans.append((at, at + 1))
    return tuple(spans)


def _listed(characters: Sequence[str]) -> str:
    more = "…" if len(characters) > _SHOWN else ""
    return ", ".join(characters[:_SHOWN]) + more


def _fixed(text: str, places: Sequence[int], own: Script) -> str | None:
    """Return a text in one script; None where a character may stand for more than one.

    So may 后 beside 来: what both scripts have may come from the other one, too.
    """
    letters = list(text)
    for at in places:
        right = own.right[text[at]]
        around = text[max(at - _NEAR, 0) : at + _NEAR + 1]
        if len(right) > 1 or not own.shared.isdisjoint(around):
            return None
        letters[at] = right
    return "".join(letters)
