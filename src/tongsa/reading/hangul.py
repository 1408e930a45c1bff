"""Take a Hangul syllable apart, and put one together (The Unicode Standard, 3.12)."""

from __future__ import annotations

from typing import NamedTuple

ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
CODAS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")

_FIRST, _LAST = "가", "힣"


class Syllable(NamedTuple):
    """The letters of one syllable: 중 is ㅈ, ㅜ, ㅇ."""

    onset: str
    """ㅇ where it begins with its vowel."""
    vowel: str
    coda: str
    """Empty in an open syllable."""

    def __str__(self) -> str:
        """Return the syllable as one character."""
        onset, vowel = ONSETS.index(self.onset), VOWELS.index(self.vowel)
        place = (onset * len(VOWELS) + vowel) * len(CODAS) + CODAS.index(self.coda)
        return chr(ord(_FIRST) + place)


def is_hangul(character: str) -> bool:
    """Tell whether a character is a whole Hangul syllable."""
    return _FIRST <= character <= _LAST


def take_apart(character: str) -> Syllable:
    """Return the letters of a Hangul syllable."""
    rest, coda = divmod(ord(character) - ord(_FIRST), len(CODAS))
    onset, vowel = divmod(rest, len(VOWELS))
    return Syllable(ONSETS[onset], VOWELS[vowel], CODAS[coda])
