"""Look at an article's translations in one pass, which is cheaper than unit by unit."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from tongsa.model import State

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Mapping, Sequence

    from tongsa.check.check import Context
    from tongsa.model import Span

_SEAM = "\n\u2029"
"""Between two translations: a paragraph ends, and no word goes on."""


class Passages:
    """The translations of an article as one text, and where each stands in it."""

    def __init__(self, context: Context) -> None:
        """Join the targets of the units that are translated with words of their own."""
        units = [
            it
            for it in context.units
            if it.state is State.TRANSLATED and not it.merged and it.target
        ]
        self._indices = [it.index for it in units]
        self.text = _SEAM.join([it.target for it in units])
        lengths = [len(it.target) + len(_SEAM) for it in units]
        self._starts = [0, *accumulate(lengths)][: len(units)]

    def matches(self, pattern: re.Pattern[str]) -> Mapping[int, Sequence[Span]]:
        """Return the spans that a pattern matches in each unit, by the unit's index."""
        return self.by_unit(found.span() for found in pattern.finditer(self.text))

    def by_unit(self, spans: Iterable[Span]) -> Mapping[int, Sequence[Span]]:
        """Return spans of the whole text as spans of the units that hold them."""
        found: dict[int, list[Span]] = {}
        for start, end in spans:
            at = bisect_right(self._starts, start) - 1
            offset = self._starts[at]
            found.setdefault(self._indices[at], []).append((start - offset, end - offset))
        return found


def passages(context: Context) -> Passages:
    """Return an article's translations, joined once."""
    return context.once("passages", lambda: Passages(context))
