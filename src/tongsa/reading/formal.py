"""Tell a name that is surely spelled by the Revised Romanization: Gim Jeongeun, I Eonju."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.reading.bearers import key_of, part
from tongsa.reading.spelled import Way

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongsa.reading.sound import Sound

_OWN = "eo"
_USUAL = "+"
"""Behind a syllable that most families spell so."""


def in_hangul(sounds: Sequence[Sound]) -> str:
    """Return the Hangul of a Korean name whose every syllable is spelled by the system.

    Empty where one is not, where the family name is spelled as most of its bearers spell it, which
    shows no system (Kang, Min), and where no given name has eo, which other systems lack.
    """
    if not sounds or sounds[0].way is not Way.KOREAN:
        return ""
    known = part("revised-romanization")
    syllables = [known.get(sound.text, "") for sound in sounds]
    if not all(syllables) or not any(_OWN in sound.text for sound in sounds[1:]):
        return ""
    if syllables[0].endswith(_USUAL):
        return ""
    return "".join(syllables).replace(_USUAL, "")


def as_written(sounds: Sequence[Sound]) -> str:
    """Return a name that stands in Hangul, 두음 법칙 set aside; empty for any other."""
    if not sounds or sounds[0].way is not Way.HANGUL:
        return ""
    return "".join(key_of(letter) for sound in sounds for letter in sound.text)
