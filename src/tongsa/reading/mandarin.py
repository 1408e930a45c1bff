"""Spell Mandarin readings by a system: pinyin syllables cut into onset and rime."""

from __future__ import annotations

from functools import cache, partial
from itertools import product
from typing import TYPE_CHECKING, Any

from tongsa.reading.characters import NONE, by_character, read_word
from tongsa.reading.hangul import is_hangul, take_apart
from tongsa.reading.latin import ease

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tongsa.reading.slots import Slots

# Longest first: zh is no z.
_ONSETS = ("zh", "ch", "sh", *"bpmfdtnlgkhjqxrzcs")
# 외래어 표기법, 제3장 제7절 제2항.
_AFTER_SIBILANT = {"ㅑ": "ㅏ", "ㅖ": "ㅔ", "ㅛ": "ㅗ", "ㅠ": "ㅜ"}


def slots(table: Mapping[str, Any], others: Sequence[Slots] = ()) -> Slots:  # Any: as TOML gives it
    """Return the function that spells characters by a system's table.

    What the ``others`` would write may stand for a character, too.
    """
    spelled_so = cache(partial(spell, table))
    families = by_character(table.get("families", {}))

    def fill(characters: str, *, family: bool) -> list[frozenset[str]]:
        readings = read_word(characters, "zh", family=family)
        spelled = [NONE.union(*map(spelled_so, syllables)) for syllables in readings]
        if family and characters in families:
            spelled[0] |= families[characters]
        for other in others:
            more = other(characters, family=family)
            spelled = [one | two for one, two in zip(spelled, more, strict=True)]
        return spelled

    return fill


def spell(table: Mapping[str, Any], syllable: str) -> frozenset[str]:  # Any: as in slots
    """Return every way to write a syllable."""
    return NONE.union(*map(ease, in_full(table, syllable)))


def in_full(table: Mapping[str, Any], syllable: str) -> Sequence[str]:  # Any: as in slots
    """Return the ways to write a syllable with all marks, the first of the table first."""
    if syllable in table["syllables"]:
        spellings: list[str] = table["syllables"][syllable].split()
        return spellings
    onset, rime = _cut(syllable)
    join = _JOIN[table.get("hangul", False)]
    heads = table["onsets"].get(onset, onset).split() or [""]
    tails = table["rimes"].get(rime, syllable.removeprefix(onset)).split()
    return [join(head, tail) for head, tail in product(heads, tails)] + [
        *_inflect(table, onset, rime)
    ]


def _inflect(table: Mapping[str, Any], onset: str, rime: str) -> Iterator[str]:  # Any: as in slots
    """Yield what a system writes by tone where the onset decides: the second, or the first tone.

    Gwoyeu Romatzyh has basic forms in the first tone, but behind a sonorant in the second.
    """
    if onset in table.get("sonorants", ()):
        yield table["sonorants"][onset] + table["rimes"][rime].split()[0]
    elif rime in table.get("second", ()):
        yield table["onsets"].get(onset, onset) + table["second"][rime]


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
