"""Tell how Han characters are read, as Unihan and the usage of family names have it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Surnames:
    """How family names are read in one language."""

    readings: Mapping[str, frozenset[str]]
    """By character, where they differ from its readings elsewhere."""
    compounds: Mapping[str, Sequence[frozenset[str]]]
    """By names of two characters: the readings of each."""


@cache
def _readings(language: str) -> Mapping[str, frozenset[str]]:
    """Return the syllables of each character in a language: pinyin without tones, or Hangul."""
    text = resources.files("tongsa.reading").joinpath("data/readings.txt").read_text("utf-8")
    found: dict[str, frozenset[str]] = {}
    for line in text.splitlines():
        if line.startswith(language):
            _, syllable, characters = line.split(" ")
            alone = frozenset((syllable,))
            for character in characters:
                found[character] = found[character] | alone if character in found else alone
    return MappingProxyType(found)


@cache
def surnames(language: str) -> Surnames:
    """Return how family names are read in a language."""
    text = resources.files("tongsa.reading").joinpath("surnames.toml").read_text("utf-8")
    tables = tomllib.loads(text)[language]
    return Surnames(
        readings={
            character: frozenset(syllables.split())
            for characters, syllables in tables["readings"].items()
            for character in characters
        },
        compounds={
            name: tuple(frozenset((syllable,)) for syllable in syllables.split())
            for name, syllables in tables["compounds"].items()
        },
    )


def read(character: str, language: str, *, family: bool) -> frozenset[str]:
    """Return the syllables that a Han character stands for; empty where it is not known."""
    own = surnames(language).readings.get(character) if family else None
    return own or _readings(language).get(character, NONE)
