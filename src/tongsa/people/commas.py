"""Find names that a comma turns round: "Liang, Guangzhong"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tongsa.people import eastern
from tongsa.people.labels import STRONG

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.people.known import Known
    from tongsa.people.pieces import Piece

_LISTED = (";", ")", ",", " and ", "\n")


def find(pieces: Sequence[Piece], known: Known) -> Mapping[Piece, Piece]:
    """Return family names by the given names behind their commas, and take them in as known.

    Running text puts commas between people, too, so such a name counts where a title stands before
    it, in a list, in a line of its own, and where the article has it without the comma.
    """
    whole = {piece.keys for piece in pieces if len(piece.words) == 2}  # noqa: PLR2004 - of a name
    found = {
        one: other
        for one, other in _beside(pieces)
        if _stands_apart(one, other) or (*one.keys, *other.keys) in whole
    }
    for one, other in found.items():
        known.add((*one.words, *other.words))
    return found


def _beside(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, Piece]]:
    """Yield a family name and a given name with a comma between."""
    for one, other in pairwise(pieces):
        if one.text != other.text or len(one.words) != 1 or len(other.words) != 1:
            continue
        if one.behind[:2] == ", " and one.end + 2 == other.start and not one.owns:
            shape = eastern.shape((*one.words, *other.words))
            if shape and shape.family_first and shape.weight >= eastern.LIKELY:
                yield one, other


def _stands_apart(one: Piece, other: Piece) -> bool:
    ends = not other.behind.strip(" .") or other.behind.startswith(_LISTED)
    begins = one.start == 0 or one.before == "by" or one.opens
    return not other.owns and (one.honoured is STRONG or (ends and begins))
