"""Tell how Han characters are read, as Unihan and the usage of family names have it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa import packaged

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Surnames:
    """How family names are read in one language."""

    readings: Mapping[str, Sequence[str]]
    """By character, where they differ from its readings elsewhere; the customary one first."""
    compounds: Mapping[str, Sequence[frozenset[str]]]
    """By names of two characters: the readings of each."""


@cache
def _readings(language: str) -> Mapping[str, frozenset[str]]:
    """Return the syllables of each character in a language.

    They are pinyin without tones (zh), Jyutping without tones (yue) or Hangul (ko).
    """
    text = packaged.text("reading/data/readings.txt")
    found: dict[str, frozenset[str]] = {}
    for line in text.splitlines():
        if line.startswith(f"{language} "):
            _, syllable, characters = line.split(" ")
            alone = frozenset((syllable,))
            for character in characters:
                found[character] = found[character] | alone if character in found else alone
    return MappingProxyType(found)


@cache
def surnames(language: str) -> Surnames:
    """Return how family names are read in a language; nothing where no one wrote it down."""
    tables = packaged.table("reading/surnames.toml").get(language, {})
    return Surnames(
        readings=in_order(tables.get("readings", {})),
        compounds={
            name: tuple(frozenset((syllable,)) for syllable in syllables.split())
            for name, syllables in tables.get("compounds", {}).items()
        },
    )


def in_order(table: Mapping[str, str]) -> Mapping[str, Sequence[str]]:
    """Return the words of a table by each character of its keys, as they stand there."""
    return MappingProxyType(
        {
            character: tuple(words.split())
            for characters, words in table.items()
            for character in characters
        }
    )


def by_character(table: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    """Return the words of a table by each character of its keys, which hold every form of one."""
    words = in_order(table)
    return MappingProxyType({character: frozenset(found) for character, found in words.items()})


def read(character: str, language: str, *, family: bool) -> frozenset[str]:
    """Return the syllables that a Han character stands for; empty where it is not known."""
    own = surnames(language).readings.get(character) if family else None
    return frozenset(own) if own else _readings(language).get(character, NONE)


def read_word(characters: str, language: str, *, family: bool) -> Sequence[frozenset[str]]:
    """Return the syllables of each character of a word; ``family`` where it is a family name."""
    known = surnames(language).compounds.get(characters) if family else None
    return known or [read(character, language, family=family) for character in characters]
