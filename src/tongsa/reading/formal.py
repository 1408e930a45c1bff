"""Tell a name that is surely spelled by the Revised Romanization: Gim Jeongeun, I Eonju."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tongsa.reading import korean
from tongsa.reading.population import Seat, population
from tongsa.reading.spelled import Way, spellings
from tongsa.reading.systems import read_table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tongsa.reading.sound import Sound

_OWN = "eo"
_RARE = 0.1
"""Part of a family's bearers below which a spelling shows that the system was followed."""


def in_hangul(sounds: Sequence[Sound]) -> str:
    """Return the Hangul of a Korean name whose every syllable is spelled by the system.

    Empty where one is not, where the family name is spelled as most of its bearers spell it, which
    shows no system (Kang, Min), and where no given name has eo, which other systems lack.
    """
    if not sounds or sounds[0].way is not Way.KOREAN:
        return ""
    syllables = [_by_spelling().get(sound.text, "") for sound in sounds]
    if not all(syllables) or not any(_OWN in sound.text for sound in sounds[1:]):
        return ""
    family = spellings(syllables[0], Way.KOREAN, Seat.FAMILY)
    if family.get(sounds[0].text, 0) > _RARE:
        return ""
    return "".join(map(korean.at_head, syllables))


def as_written(sounds: Sequence[Sound]) -> str:
    """Return a name that stands in Hangul, 두음 법칙 set aside; empty for any other."""
    if not sounds or sounds[0].way is not Way.HANGUL:
        return ""
    return "".join(korean.at_head(letter) for sound in sounds for letter in sound.text)


@cache
def _by_spelling() -> Mapping[str, str]:
    """Return the syllables by how the system spells them, each alone."""
    table = {**read_table("revised-romanization"), "assimilation": "never"}
    people = population()
    known = {text for written in people.korean for text in written.split(",") if "+" not in text}
    heads = {korean.at_head(text) for text in known - {"-"}}
    return {
        spelling: syllable
        for syllable in sorted(heads | (known - {"-"}))
        for spelling in korean.spell(table, syllable, None, None)
    }
