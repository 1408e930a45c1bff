"""Tell how often Han characters stand in names."""

from __future__ import annotations

from enum import IntEnum
from functools import cache, cached_property
from typing import TYPE_CHECKING

from tongsa import packaged

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Seat(IntEnum):
    """Where in a name a character stands."""

    FAMILY = 0
    FIRST = 1
    """First of the given name, or all of it."""
    LATER = 2


class Population:
    """The characters of names, and family names of two characters, each known by its place."""

    def __init__(self, columns: Mapping[str, str]) -> None:
        """Take the columns of the asset, which are cut when they are asked for."""
        self._columns = columns

    @cached_property
    def characters(self) -> Sequence[str]:
        """In traditional script."""
        return self._column("characters")

    @cached_property
    def shares(self) -> Sequence[tuple[Sequence[float], Sequence[float]]]:
        """By seat: how many in a million have it there, of Chinese speakers and of Koreans."""
        family = self._few("family-zh"), self._few("family-ko")
        given = self._numbers("given-zh"), self._numbers("given-ko")
        return family, given, given

    @cached_property
    def first(self) -> Mapping[str, int]:
        """The place of a character."""
        return dict(zip(self.characters, range(len(self.characters)), strict=True))

    def readings(self, layer: str) -> Sequence[str]:
        """Return how each is read in a language, the customary reading first; "-" where it is not.

        In pinyin or Jyutping without tones, or Hangul; a compound's syllables are joined by +.
        """
        return self._column(layer)

    def written(self, form: str) -> Sequence[int]:
        """Return the characters that a form may be: a simplified one may stand for several."""
        first = self.first.get(form)
        others = [self.first[it] for it in self._others.get(form, "").split("/") if it]
        return others if first is None else (first, *others)

    @cached_property
    def _others(self) -> Mapping[str, str]:
        """The characters of which a form is another one, parted by /."""
        return dict(zip(self._column("others"), self._column("others-of"), strict=True))

    def _numbers(self, name: str) -> Sequence[float]:
        texts = self._column(name)
        values = {text: float(text) for text in set(texts)}  # most are the same
        return list(map(values.__getitem__, texts))

    def _few(self, name: str) -> Sequence[float]:
        """Return a column that tells what most have, and what some have."""
        most, *others = self._column(name)
        found = [float(most)] * len(self.characters)
        for character, share in zip(others[::2], others[1::2], strict=True):
            found[self.first[character]] = float(share)
        return found

    def _column(self, name: str) -> list[str]:
        return self._columns[name].split(" ")


@cache
def population() -> Population:
    """Return the characters of names."""
    lines = packaged.text("reading/data/names.txt").splitlines()
    parts = (line.partition(" ") for line in lines if line[0] != "#")
    return Population({name: column for name, _, column in parts})
