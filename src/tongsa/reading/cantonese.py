"""Spell Cantonese readings by a system: Jyutping syllables cut into onset and rime."""

from __future__ import annotations

from functools import cache, partial
from itertools import product
from typing import TYPE_CHECKING, Any

from tongsa.reading.characters import NONE, by_character, read_word
from tongsa.reading.latin import ease

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tongsa.reading.slots import Slots

# Longest first: gw is no g.
_ONSETS = ("gw", "kw", "ng", *"bpmfdtnlgkhwzcsj")


def slots(table: Mapping[str, Any]) -> Slots:  # Any: as TOML gives it
    """Return the function that spells characters by a system's table."""
    spelled_so = cache(partial(spell, table))
    families = by_character(table.get("families", {}))

    def fill(characters: str, *, family: bool) -> list[frozenset[str]]:
        readings = read_word(characters, "yue", family=family)
        spelled = [NONE.union(*map(spelled_so, syllables)) for syllables in readings]
        if family and characters in families:
            spelled[0] |= families[characters]
        return spelled

    return fill


def spell(table: Mapping[str, Any], syllable: str) -> frozenset[str]:  # Any: as in slots
    """Return every way to write a syllable, with each digit that may tell its tone."""
    tones = ("", *table.get("tones", ()))
    return NONE.union(
        *(ease(text + tone) for text, tone in product(in_full(table, syllable), tones))
    )


def in_full(table: Mapping[str, Any], syllable: str) -> Sequence[str]:  # Any: as in slots
    """Return the ways to write a syllable, the first of the table first."""
    if syllable in table["syllables"]:
        spellings: list[str] = table["syllables"][syllable].split()
        return spellings
    onset = next((it for it in _ONSETS if syllable.startswith(it)), "")
    rime = syllable.removeprefix(onset)
    heads = table["onsets"].get(onset, onset).split() or [""]
    tails = table["rimes"].get(rime, rime).split() or [""]
    return [head + tail for head, tail in product(heads, tails)]
