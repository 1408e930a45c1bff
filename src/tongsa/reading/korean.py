"""Spell Korean readings by a system: Hangul syllables letter by letter, as they sound together."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache, partial
from importlib import resources
from itertools import product
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from tongsa.reading.characters import read, surnames
from tongsa.reading.hangul import is_hangul, take_apart
from tongsa.reading.latin import ease

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.reading.slots import Slots

Table = dict[str, Any]  # Any: as TOML gives it


def slots(table: Mapping[str, Any], families_as: Slots | None = None) -> Slots:  # Any: as in Table
    """Return the function that spells characters by a system's table.

    Family names may be written by ``families_as``, too.
    """
    spell = lru_cache(maxsize=4096)(partial(_spell, table))
    families = table.get("families", {})

    def fill(characters: str, *, family: bool) -> list[frozenset[str]]:
        known = surnames("ko").compounds.get(characters) if family else None
        readings = known or [_read(character, family=family) for character in characters]
        spelled = [
            frozenset().union(*(spell(*sounds) for sounds in _in_company(readings, at)))
            for at in range(len(readings))
        ]
        if family:
            own = {text for syllable in readings[0] for text in families.get(syllable, "").split()}
            spelled[0] |= own
            others = families_as(characters, family=True) if families_as else spelled
            spelled = [one | other for one, other in zip(spelled, others, strict=True)]
        return spelled

    return fill


def _read(character: str, *, family: bool) -> frozenset[str]:
    """Return the syllables of one character, with 두음 법칙 and without."""
    if not is_hangul(character):
        found = read(character, "ko", family=family)
    elif family:
        found = frozenset((character, *_roots(character)))
    else:
        return frozenset((character,))
    return found | frozenset(map(_at_head, found))


def _at_head(syllable: str) -> str:
    """Return how a syllable sounds at a word's head: 량 is 양."""
    letters = take_apart(syllable)
    onset = _sounds()["heads"].get(letters.onset, {}).get(letters.vowel, letters.onset)
    return str(letters._replace(onset=onset))


def _roots(syllable: str) -> Iterator[str]:
    """Yield the syllables with ㄹ that sound like this one at a word's head: 량 of 양."""
    letters = take_apart(syllable)
    if _sounds()["heads"]["ㄹ"].get(letters.vowel) == letters.onset:
        yield str(letters._replace(onset="ㄹ"))


def _in_company(
    readings: Sequence[frozenset[str]], at: int
) -> Iterator[tuple[str, str | None, str | None]]:
    """Yield each reading with a coda that may stand before it and an onset behind; None at ends."""
    nobody = (None,)
    before = readings[at - 1] if at else ()
    behind = readings[at + 1] if at + 1 < len(readings) else ()
    codas = {_sound(take_apart(syllable).coda) for syllable in before} or nobody
    onsets = {take_apart(syllable).onset for syllable in behind} or nobody
    return product(readings[at], codas, onsets)


def _spell(
    table: Mapping[str, Any],  # Any: as in Table
    syllable: str,
    before: str | None,
    behind: str | None,
) -> frozenset[str]:
    """Return every way to write a syllable between a coda and an onset, or at a word's end."""
    letters = take_apart(syllable)
    heads = set(_onsets(table, letters.onset, before))
    tails = set(_codas(table, letters.coda, behind))
    vowels = table["vowels"][letters.vowel].split()
    latin = {ease("".join(parts)) for parts in product(heads, vowels, tails)}
    return frozenset((syllable,) if table.get("hangul") else ()).union(*latin)


def _onsets(table: Mapping[str, Any], onset: str, before: str | None) -> Iterator[str]:  # Any: same
    for coda, sound in ((before, onset), *_joints(before, onset)):
        yield from table["onsets"].get(sound, "").split() or [""]
        for rule in table.get("after", ()):
            if coda in rule["codas"] and sound in rule["onsets"]:
                yield rule["onsets"][sound]


def _codas(table: Mapping[str, Any], coda: str, behind: str | None) -> Iterator[str]:  # Any: same
    spoken = _sound(coda)
    for sound in (spoken, *(pair[0] for pair in _joints(spoken, behind))):
        yield from table["codas"].get(sound, "").split() or [""]
    for rule in table.get("before", ()):
        if behind in rule["onsets"] and coda in rule["codas"]:
            yield rule["codas"][coda]


def _joints(coda: str | None, onset: str | None) -> Sequence[str]:
    """Return what a coda and the onset behind it may become."""
    found: Sequence[str] = _sounds()["joints"].get(f"{coda}{onset}", ())
    return found


def _sound(coda: str) -> str:
    """Return the sound of a coda, one of seven; empty for an open syllable."""
    sound: str = _sounds()["by_letter"].get(coda, "")
    return sound


@cache
def _sounds() -> Mapping[str, Any]:  # Any: as in Table
    text = resources.files("tongsa.reading").joinpath("sounds.toml").read_text("utf-8")
    tables = tomllib.loads(text)
    letters = {letter: sound for sound, found in tables["codas"].items() for letter in found}
    return MappingProxyType(tables | {"by_letter": letters})
