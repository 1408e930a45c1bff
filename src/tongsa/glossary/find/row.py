"""The words of a text in order, and what stands between them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from tongsa.glossary.find.shape import WORD, bare, usual
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongsa.glossary.find.shape import Shape

_ASCII_WORD = late(r"([A-Za-z0-9]+)")
"""``HBM4``"""
_LOOSE = late(r"\s+|\s?[-\u2010-\u2013\u2212\u00ad\u200b]\s?|")
"""A space, a line's end, a hyphen or nothing."""
_GLUE = frozenset({"'", "’", "ʼ", "&", ".", "_", "@"})
"""What joins two words into one when it stands alone between them: ``O'Brien``, ``Node.js``"""
_APOSTROPHES = frozenset({"'", "’", "ʼ"})


@dataclass(frozen=True, slots=True)
class Row:
    """A text's words in order."""

    text: str
    keys: Sequence[str]
    """In small letters, without accents."""
    starts: Sequence[int]
    stops: Sequence[int]

    def gap(self, at: int) -> str:
        """Return what stands before a word; for the number of words what stands behind the last."""
        start = self.stops[at - 1] if at else 0
        return self.text[start : self.starts[at] if at < len(self.keys) else len(self.text)]

    def begins(self, at: int) -> bool:
        """Whether a term may begin at a word: no sign joins it to the one before, as O'Brien."""
        return not at or self.gap(at) not in _GLUE

    def ends(self, past: int, after: str) -> bool:
        """Whether a term may end before a word; ``after`` is the term's own sign there: C++."""
        right = usual(self.gap(past)).removeprefix(after)
        if not right:  # U.S. in U.S.A.
            return after[-1:] not in _GLUE or past == len(self.keys)
        if right in _GLUE and past < len(self.keys):
            return right in _APOSTROPHES and self.keys[past] == "s"
        return right[0] not in "+#"

    def fits(self, shape: Shape, at: int, past: int, counted: str) -> bool:
        """Whether the gaps between words stand where a term has them, with its signs.

        ``counted`` are the words that make the term, parted by spaces.
        """
        signs = {place for place, sign in shape.joints.items() if sign}
        place = 0
        for later, word in zip(range(at + 1, past), counted.split(), strict=False):
            place += len(word)
            sign, gap = shape.joints.get(place), self.gap(later)
            if sign is None:
                return False
            if sign:
                signs.discard(place)
                if not _alike(usual(gap), sign):
                    return False
            elif not _LOOSE.fullmatch(gap):
                return False
        return not signs


def _alike(gap: str, sign: str) -> bool:
    """Whether a sign stands in a gap as a term has it; spaces may stand beside some."""
    loose = sign == "&" or any(map(str.isspace, sign))  # R & D, J. T. Kim
    return "".join(gap.split()) == "".join(sign.split()) if loose else gap == sign


def row(text: str) -> Row:
    """Return a text's words."""
    parts = (_ASCII_WORD if text.isascii() else WORD).split(text)
    ends = list(accumulate(map(len, parts)))
    folded = "\0".join(parts[1::2])
    keys = bare(folded).lower().split("\0")
    return Row(text, keys if len(parts) > 1 else [], ends[:-1:2], ends[1::2])
