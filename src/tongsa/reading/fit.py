"""Tell whether a spelling is a reading of characters."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from tongsa.patterns import late
from tongsa.reading.latin import fold
from tongsa.reading.systems import find

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.reading.systems import System

_MOST_CHARACTERS = 100  # no name is longer
_MOST_LETTERS = 20  # for a character, with diacritics and what stands between
_BETWEEN = late(r"[\s·‧・-]+")  # finds the dot in 歐陽·修
_JOINTS = " -'"


def fits(spelling: str, characters: str, system: str, *, person: bool | None = None) -> bool | None:
    """Tell whether a spelling is a reading of the characters in a system.

    None where the system or a character is not known. A person's family name stands first in the
    characters and first or last in the spelling, and has readings of its own; ``person`` is None
    where it may be a person or not.
    """
    rules = find(system)
    if not rules or len(characters) > _MOST_CHARACTERS:
        return None
    signs = _BETWEEN.sub("", unicodedata.normalize("NFC", characters))
    if not signs or not all(rules.slots(signs, family=False)):
        return None
    if len(spelling) > _MOST_LETTERS * (len(characters) + 1):
        return False
    word = fold(spelling, rules.marks)
    named = person is not False and any(
        _walks(order, slots) for slots in _names(signs, rules) for order in _orders(word)
    )
    # What is written apart is read as a person's name, or 單田芳 would be Dan Tianfang, too.
    whole = person is False or (person is None and " " not in word)
    return named or (whole and _walks(word, rules.slots(signs, family=False)))


def _names(signs: str, rules: System) -> Iterator[list[frozenset[str]]]:
    """Yield what may be written for each character of a person's name."""
    sizes = (1, 2) if signs[:2] in rules.compounds else (1,)
    for size in sizes:
        family, given = signs[:size], signs[size:]
        yield rules.slots(family, family=True) + rules.slots(given, family=False)


def _orders(word: str) -> Iterator[str]:
    """Yield a spelling as it stands, and with its last word first."""
    yield word
    given, apart, family = word.rpartition(" ")
    if apart:
        yield f"{family} {given}"


def _walks(word: str, slots: Sequence[frozenset[str]]) -> bool:
    """Tell whether a word is one spelling out of each slot, in order, with joints between them."""
    ends = {0}
    for slot in slots:
        ends = {end for at in ends for end in _steps(word, at, slot)}
    return len(word) in ends


def _steps(word: str, at: int, slot: frozenset[str]) -> Iterator[int]:
    """Yield where a syllable that begins here may end, before and behind a joint."""
    for spelling in slot:
        if word.startswith(spelling, at):
            end = at + len(spelling)
            yield end
            if word[end : end + 1] in _JOINTS and end + 1 < len(word):
                yield end + 1
