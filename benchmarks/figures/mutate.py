"""Make mutants: translations of which one figure contradicts the source."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

import digits
import sense
from plain import Pair

if TYPE_CHECKING:
    from collections.abc import Sequence

Mutator = Callable[[Pair, Random], Iterator[digits.Edit]]
"""Yields edits of a translation, each of which makes a mutant."""

MUTATORS: dict[str, Mutator] = {
    "×10": digits.times_ten,
    "×1000": digits.times_thousand,
    "scale word swapped": digits.scale_swapped,
    "scale word dropped": digits.scale_dropped,
    "digit changed": digits.digit_changed,
    "digits transposed": digits.transposed,
    "number dropped": digits.dropped,
    "range end changed": digits.range_end,
    "currency swapped": sense.currency,
    "per cent lost": sense.percent,
    "bound reversed": sense.bound,
    "date shifted": sense.date,
    "relative year shifted": sense.relative_year,
    "a.m. and p.m. swapped": sense.half_day,
    "ordinal changed": sense.ordinal,
    "ordinal word changed": sense.ordinal_word,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A translation with one wrong figure."""

    unit: int
    """Index of the unit that was changed."""
    mutator: str
    target: str
    edit: digits.Edit
    """What was changed, in the translation as it was."""


def mutants(pairs: Sequence[Pair], *, limit: int, seed: int) -> Iterator[Mutant]:
    """Yield so many mutants of each kind at the most, drawn from all that there are."""
    for name, mutator in MUTATORS.items():
        language = pairs[0].language if pairs else ""
        random = Random(f"{seed} {language} {name}")  # so that a new mutator leaves others alone
        places = [(at, edit) for at, pair in enumerate(pairs) for edit in mutator(pair, random)]
        random.shuffle(places)
        for at, (start, end, text) in places[:limit]:
            was = pairs[at].target
            yield Mutant(
                unit=at,
                mutator=name,
                target=was[:start] + text + was[end:],
                edit=(start, end, text),
            )
