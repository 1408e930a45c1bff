"""Tell how a word ends when it is read aloud in Korean: TSMC in a vowel, HBM in ㅁ, 10 in ㅂ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from string import ascii_letters
from typing import TYPE_CHECKING

from tongsa.language.load import facts
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Mapping

_SYLLABLE, _LAST, _FINALS, _LIQUID = 0xAC00, 0xD7A3, 28, 8
# The Unicode Standard, 3.12: a syllable is 0xAC00 + (initial * 21 + vowel) * 28 + final; ㄹ is 8.
_MONEY = "$€£¥₩￥￦＄"
_ROMAN = late(r"[IVX]{2,}")
_UNREAD = late(r"(?:[/@#_{\\]|[%$][0-9$.*+-]*)$")
"""What stands before a part of an address or a placeholder: ``%1$s``, ``$name``."""
_VOWELS = frozenset("AEIOU")
_CLUSTER = late(r"[CST]H|[CNRS]K|[CFLNPRS]T|[LNR]D|NG|MP|RM|SS")
"""Consonants in which an English word ends: ``KAIST``, but not ``WAFB``."""
_SPELLED = 3
"""Letters up to which capitals are read one by one; longer ones may be a word: UNICEF."""
_ONE = 12
"""Noughts of 조, which ends in a vowel; 십, 백, 천, 만 and 억 do not."""
_LONGEST = 60
"""Characters of a word that are looked at."""


class Final(StrEnum):
    """How a word ends when it is read aloud."""

    VOWEL = "v"
    LIQUID = "l"
    CONSONANT = "c"


@dataclass(frozen=True, slots=True)
class _Aloud:
    """What a language's file says of how words are read."""

    letters: Mapping[str, str]
    acronyms: Mapping[str, str]
    figures: Mapping[str, str]
    english: Mapping[str, str]
    """Figures behind a Latin word, by their last one or two."""
    units: Mapping[str, str]
    symbols: Mapping[str, str]
    whole: Mapping[str, str]
    endings: Mapping[str, str]
    longest: int
    sure: Mapping[str, str]
    """Signs that end in one way whatever stands before them."""


def final(syllable: str) -> Final:
    """Return how a syllable of Hangul ends."""
    last = (ord(syllable) - _SYLLABLE) % _FINALS
    return Final.LIQUID if last == _LIQUID else Final.CONSONANT if last else Final.VOWEL


def finals(word: str, language: str) -> frozenset[Final]:
    """Return how a word may end; empty where its spelling does not tell."""
    word = word[-_LONGEST:]
    last = word[-1:]
    if not last:
        return frozenset()
    if _SYLLABLE <= ord(last) <= _LAST:
        return frozenset({final(last)})
    aloud = _aloud(language)
    if last in "0123456789":
        return _read(_of_figure(word, aloud))
    if last.isascii() and last.isalpha():
        return _read(_of_latin(word, aloud))
    return _read(aloud.symbols.get(last, "?"))


def sure(sign: str, language: str) -> Final | None:
    """Return how whatever ends with a sign ends; None where that hangs on the word."""
    ends = _aloud(language).sure.get(sign)
    return Final(ends) if ends else None


def _read(ends: str) -> frozenset[Final]:
    """Return the ends that letters stand for; none of them where one is not known."""
    return frozenset() if "?" in ends else frozenset(map(Final, ends))


def _of_figure(word: str, aloud: _Aloud) -> str:
    before = word.rstrip("0123456789,.")
    digits = word[len(before) :].lstrip(",.").replace(",", "")
    stem = digits.rstrip("0")
    if not stem or stem.endswith(".") or ("." in digits and stem != digits):
        return "?"  # 영, 공 or 제로
    noughts = len(digits) - len(stem)
    ends = ("v" if noughts >= _ONE else "c") if noughts else aloud.figures[digits[-1]]
    if before.endswith(tuple(_MONEY)):
        return ends + "vc"[before[-1] in "¥₩￥￦"]
    if re.search(r"[A-Za-z][ -]?$", before):  # HBM3 is read 쓰리 as well as 삼
        ends += aloud.english.get(digits[-2:], aloud.english[digits[-1]])
    return ends


def _of_latin(word: str, aloud: _Aloud) -> str:
    before = word.rstrip(ascii_letters)
    letters = word[len(before) :]
    if re.search(r"[0-9] ?$", before) and letters in aloud.units:
        return aloud.units[letters]
    counted = before[-1:].isdecimal() and letters.islower()  # 1980s, 2nd
    if counted or _UNREAD.search(before):
        return "?"
    if letters in aloud.acronyms:
        return aloud.acronyms[letters]
    if letters[-1].isupper():
        return _of_capitals(letters, aloud)
    if len(letters) == 1:
        return aloud.letters.get(letters.upper(), "v")
    return _of_word(letters.lower(), aloud)


def _of_capitals(letters: str, aloud: _Aloud) -> str:
    if _ROMAN.fullmatch(letters):
        return "?"
    spelled = aloud.letters.get(letters[-1], "v")
    spoken = len(letters) > _SPELLED and letters.isupper() and not _VOWELS.isdisjoint(letters)
    if not spoken or (_VOWELS.isdisjoint(letters[-2:]) and not _CLUSTER.fullmatch(letters[-2:])):
        return spelled
    return spelled + _of_word(letters.lower(), aloud)


def _of_word(word: str, aloud: _Aloud) -> str:
    if word in aloud.whole:
        return aloud.whole[word]
    lengths = range(min(len(word), aloud.longest), 0, -1)
    return next((aloud.endings[word[-n:]] for n in lengths if word[-n:] in aloud.endings), "?")


@cache
def _aloud(language: str) -> _Aloud:
    table = facts(language).tables["aloud"]
    endings = dict(table["endings"])
    return _Aloud(
        letters=table["letters"],
        acronyms=table["acronyms"],
        figures=table["figures"],
        english=table["english"],
        units=table["units"],
        symbols=table["symbols"],
        whole={word: end for end, words in table["whole"].items() for word in words.split()},
        endings={ending: end for end, words in endings.items() for ending in words.split()},
        sure={sign: end for end, signs in table["sure"].items() for sign in signs},
        longest=max(len(ending) for words in endings.values() for ending in words.split()),
    )
