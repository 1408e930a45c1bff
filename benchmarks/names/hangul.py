"""Write Hangul names by the Revised Romanization, and tell what sounds alike at a name's head."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple

TABLE = tomllib.loads(Path(__file__).with_name("names.toml").read_text("utf-8"))
_ROMAN = TABLE["romanisation"]
_ONSETS, _VOWELS, _CODAS = (
    [it.strip("-") for it in _ROMAN[part].split()] for part in ("onsets", "vowels", "codas")
)
_ONSET_LETTERS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWEL_LETTERS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_CODA_LETTERS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_FIRST, _LAST = ord("가"), ord("힣")
_IOTATED = TABLE["heads"]["iotated"]


class _Letters(NamedTuple):
    """A syllable's letters, by their number in Unicode's order."""

    onset: int
    vowel: int
    coda: int


def is_hangul(text: str) -> bool:
    """Tell whether a text is whole Hangul syllables alone."""
    return bool(text) and all(_FIRST <= ord(sign) <= _LAST for sign in text)


def romanise(family: str, given: str) -> str:
    """Return a name as two words; sound changes in a given name are not written (제3장 제4항)."""
    return " ".join(_word(part).capitalize() for part in (family, given) if part)


def at_head(syllable: str) -> str:
    """Return how a syllable is read at a word's head: 량 is 양, 로 is 노."""
    letters = _take_apart(syllable)
    onset = _ONSET_LETTERS[letters.onset]
    iotated = _VOWEL_LETTERS[letters.vowel] in _IOTATED
    if onset in "ㄴㄹ" and iotated:
        onset = "ㅇ"
    elif onset == "ㄹ":
        onset = "ㄴ"
    place = _ONSET_LETTERS.index(onset) * len(_VOWEL_LETTERS) + letters.vowel
    return chr(_FIRST + place * len(_CODA_LETTERS) + letters.coda)


def _word(syllables: str) -> str:
    """Return syllables in small letters; ㄹㄹ is ll (제2장 제2항 붙임 2)."""
    parts = [_take_apart(syllable) for syllable in syllables]
    written = ""
    for at, letters in enumerate(parts):
        behind = _ONSET_LETTERS[parts[at + 1].onset] if at + 1 < len(parts) else ""
        coda = _CODA_LETTERS[letters.coda]
        onset = _ONSETS[letters.onset]
        if onset == "r" and written.endswith("l"):
            onset = "l"
        tail = _CODAS[letters.coda]
        written += onset + _VOWELS[letters.vowel]
        written += _ROMAN["voiced"].get(coda, tail) if behind == "ㅇ" else tail
    return written


def _take_apart(syllable: str) -> _Letters:
    rest, coda = divmod(ord(syllable) - _FIRST, len(_CODA_LETTERS))
    return _Letters(*divmod(rest, len(_VOWEL_LETTERS)), coda)
