"""A text without what parts its letters, and where each of its letters stood."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tongsa.language.fold import clusters

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNEVEN = re.compile(
    "[\u00c0-\u024f\u0300-\u036f\u1100-\u11ff\u1e00-\u1eff\u2f00-\u2fdf\u3099\u309a\uf900-\ufaff"
    "\ufe00-\ufe0f\uff01-\uff5e\uffa0-\uffee\U0002f800-\U0002fa1f]"
)
"""Letters of which plain ones differ or are more or fewer: ``ä``, ``ＴＳＭＣ``, Hangul in NFD."""


@dataclass(frozen=True)  # no slots: where letters stood is worked out once, if at all
class Squeezed:
    """The letters of a text that count when terms are looked for."""

    text: str
    """As it was given."""
    ignored: re.Pattern[str]
    """What is left out."""

    @cached_property
    def uneven(self) -> bool:
        """Whether letters have to be looked at one by one."""
        return _UNEVEN.search(self.text) is not None

    @cached_property
    def _letters(self) -> Sequence[tuple[str, int, int]]:
        ignored = self.ignored
        return [each for each in clusters(self.text) if not ignored.match(self.text, each[1])]

    @cached_property
    def cased(self) -> str:
        """The letters that count, with their capitals."""
        if self.uneven:
            return "".join([letter for letter, _, _ in self._letters])
        return self.ignored.sub("", self.text)

    @cached_property
    def key(self) -> str:
        """The letters that count, all small; as long as ``cased``."""
        lower = self.cased.lower()
        if len(lower) == len(self.cased):
            return lower
        return "".join([small if len(small := it.lower()) == 1 else it for it in self.cased])

    @cached_property
    def _starts(self) -> Sequence[int]:
        if self.uneven:
            return [start for _, start, _ in self._letters]
        if len(self.cased) == len(self.text):
            return range(len(self.text))
        ignored = self.ignored
        return [at for at, letter in enumerate(self.text) if not ignored.match(letter)]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the text letters of ``key`` stand, the last with all its marks."""
        if self.uneven:
            return self._starts[start], self._letters[end - 1][2]
        return self._starts[start], self._starts[end - 1] + 1

    def gaps(self, start: int, end: int) -> list[int]:
        """Return before which of these letters of ``key``, the first aside, something is left out."""
        stops = [self.span(at, at + 1) for at in range(start, end)]
        return [at for at in range(1, end - start) if stops[at][0] > stops[at - 1][1]]
