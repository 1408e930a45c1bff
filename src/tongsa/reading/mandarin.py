"""Spell Mandarin readings by a system: pinyin syllables cut into onset and rime."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any

from tongsa.reading.characters import read, surnames
from tongsa.reading.hangul import is_hangul, take_apart
from tongsa.reading.latin import ease

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tongsa.reading.slots import Slots

# Longest first: zh is no z.
_ONSETS = ("zh", "ch", "sh", *"bpmfdtnlgkhjqxrzcs")
# 외래어 표기법, 제3장 제7절 제2항.
_AFTER_SIBILANT = {"ㅑ": "ㅏ", "ㅕ": "ㅓ", "ㅖ": "ㅔ", "ㅛ": "ㅗ", "ㅠ": "ㅜ"}


def slots(table: Mapping[str, Any]) -> Slots:  # Any: as TOML gives it
    """Return the function that spells characters by a system's table."""
    spell = cache(partial(_spell, table))
    families = table.get("families", {})

    def fill(characters: str, *, family: bool) -> list[frozenset[str]]:
        known = surnames("zh").compounds.get(characters) if family else None
        readings = known or [read(character, "zh", family=family) for character in characters]
        spelled = [frozenset().union(*map(spell, syllables)) for syllables in readings]
        if family and characters in families:
            spelled[0] |= {families[characters]}
        return spelled

    return fill


def _spell(table: Mapping[str, Any], syllable: str) -> frozenset[str]:  # Any: as in slots
    """Return every way to write a syllable."""
    if syllable in table["syllables"]:
        spellings = table["syllables"][syllable].split()
    else:
        onset, rime = _cut(syllable)
        join = _JOIN[table.get("hangul", False)]
        head = table["onsets"].get(onset, onset)
        spellings = [join(head, tail) for tail in table["rimes"].get(rime, rime).split()]
    return frozenset().union(*map(ease, spellings))


def _cut(syllable: str) -> tuple[str, str]:
    """Return onset and rime; behind j, q and x, u stands for ü."""
    onset = next((it for it in _ONSETS if syllable.startswith(it)), "")
    rime = syllable.removeprefix(onset)
    if onset in {"j", "q", "x"} and rime.startswith("u"):
        rime = f"ü{rime[1:]}"
    return onset, rime


def _join_latin(head: str, tail: str) -> str:
    return head + tail


def _join_hangul(head: str, tail: str) -> str:
    """Put an onset before a rime that is written behind a mute ㅇ."""
    if not (head and is_hangul(tail[0])):
        return head + tail
    first = take_apart(tail[0])
    vowel = _AFTER_SIBILANT.get(first.vowel, first.vowel) if head in "ㅈㅉㅊ" else first.vowel
    return f"{first._replace(onset=head, vowel=vowel)}{tail[1:]}"


_JOIN: Mapping[bool, Callable[[str, str], str]] = {False: _join_latin, True: _join_hangul}
