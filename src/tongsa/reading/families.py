"""Tell whether two family names may be one, however they are written."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tongsa.reading.sound import Sound


class Families:
    """All that the family name of a name may be."""

    __slots__ = ("_known", "sounds")

    def __init__(self, sounds: frozenset[Sound]) -> None:
        """Take what is written of it in each way."""
        self.sounds = sounds
        self._known: dict[Families, bool] = {}

    def meet(self, other: Families) -> bool:
        """Tell whether both may be one family name."""
        found = self._known.get(other)
        if found is None:
            found = any(any(one.ratio(two)) for one in self.sounds for two in other.sounds)
            self._known[other] = other._known[self] = found
        return found


@lru_cache(maxsize=20_000)
def families_of(sounds: frozenset[Sound]) -> Families:
    """Return what a family name of these sounds may be: the same for the same sounds."""
    return Families(sounds)
