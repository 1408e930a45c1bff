"""Mutators of what goes beyond one translation: its twin, or the source it was made for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from mutate import Change
from plain import english, told, vouched
from text import words
from world import WORDS

from tongsa.model import State

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from mutate import Spot

    from tongsa.model import TranslationUnit

_CAPITAL = re.compile(r" [A-Z]")
_BEFORE = re.compile(r"[A-Z][A-Za-z.]* $")
"""Parts of a longer name: *Jordan* in *Jordan Spieth*."""
_SAID = 5  # words of a source that no context makes mean two things
_NEGATABLE = re.compile(r"\b(?:is|was|are|were|will|would|could|should|has|have|had)\b(?! not|n't)")
_NEGATED = re.compile(r"\b(?:not|never|no|nor|none|nobody|nothing|cannot|without|neither)\b|n't\b")


def two_targets(spot: Spot, _: Random) -> Iterator[Change]:
    """Give another unit the same source, and a translation in other words."""
    unit, units = spot.unit, spot.here.units
    if len(words(unit.source)) < _SAID or len(units) < _SAID:
        return
    at = spot.at + 2 if spot.at + 2 < len(units) else spot.at - 2
    if units[at].merged or at not in set(spot.here.sound()):
        return
    for was, now in WORDS[spot.here.language]["synonyms"]:
        if unit.target.count(was) == 1 and now not in unit.target:
            twin = replace(unit, index=units[at].index)
            other = replace(twin, target=unit.target.replace(was, now))
            same = {spot.at: unit}
            yield Change(before={**same, at: twin}, after={**same, at: other})


def stale_figure(spot: Spot, random: Random) -> Iterator[Change]:
    """Change a figure of the source; the translation is fuzzy."""
    source = spot.unit.source
    values = {figure.value for figure in vouched(spot.pair)}
    for figure in english(source):
        if figure.value not in values or not figure.number.isdigit():
            continue
        new = str(int(figure.number) + random.randint(1, 8))
        changed = source[: figure.start] + new + source[figure.digits :]
        if not told(changed) <= told(source):
            yield _stale(spot, changed)


def stale_name(spot: Spot, random: Random) -> Iterator[Change]:
    """Put another name in the source; the translation is fuzzy."""
    source = spot.unit.source
    names, finder = spot.world.names, spot.world.english
    for start, end, owners in finder.spans(source):
        kinds = {names[number].concept.kind for number in owners}
        others = [
            number
            for number in sorted(spot.world.common - finder.named(source))
            if {names[number].concept.kind} == kinds and source[start].isupper()
        ]
        alone = not (_CAPITAL.match(source, end) or _BEFORE.search(source[:start]))
        if len(owners) == 1 and others and alone and source.count(source[start:end]) == 1:
            new = names[random.choice(others)].source[0]
            yield _stale(spot, source[:start] + new + source[end:])


def stale_negation(spot: Spot, _: Random) -> Iterator[Change]:
    """Let the source deny what it said; the translation is fuzzy."""
    found = list(_NEGATABLE.finditer(spot.unit.source))
    if len(found) == 1 and not _NEGATED.search(spot.unit.source):
        at = found[0].end()
        yield _stale(spot, f"{spot.unit.source[:at]} not{spot.unit.source[at:]}")


def _stale(spot: Spot, source: str) -> Change:
    """Return the change of a source; beside it a fuzzy unit whose source is as it was."""

    def fuzzy(now: str) -> TranslationUnit:
        return replace(spot.unit, source=now, previous=spot.unit.source, state=State.FUZZY)

    return Change(before={spot.at: fuzzy(spot.unit.source)}, after={spot.at: fuzzy(source)})
