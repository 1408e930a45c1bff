"""The shape of what spells characters by a system: one slot for each of them."""

from __future__ import annotations

from typing import Protocol


class Slots(Protocol):
    """Tells all that may be written for each character of one word."""

    def __call__(self, characters: str, *, family: bool) -> list[frozenset[str]]:
        """Return the folded spellings, slot by slot; an empty slot where a character is unknown.

        ``family`` is True where the word is a family name.
        """
