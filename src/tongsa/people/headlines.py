"""Find names in headlines, where capitals tell nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.people import eastern
from tongsa.people.known import MOST_WORDS, name
from tongsa.people.labels import STRONG
from tongsa.people.lexicon import is_given, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.people.known import Known, Name
    from tongsa.people.pieces import Piece
    from tongsa.people.words import Word


def find(pieces: Sequence[Piece], known: Known, small: set[str]) -> Iterator[Name]:
    """Yield what the article proves, and what a title of the headline proves.

    ``small`` are the words that the article has in small letters.
    """
    for piece in pieces:
        at = 0
        while at < len(piece.words):
            size = known.longest(piece.keys[at : at + MOST_WORDS])
            titled = at == 0 and piece.honoured is STRONG
            words = piece.words[at : at + (size or titled * _titled_size(piece))]
            firm = piece.barred and len(words) == 1 and at + 1 == len(piece.words)
            if words and not firm and (titled or _is_meant(words, small)):
                yield name(piece, at, at + len(words))
            at += len(words) or 1


def _titled_size(piece: Piece) -> int:
    """Return how many words behind a title are a name: "President Kim Visits Taipei"; 0 if none."""
    shape, keys = eastern.shape(piece.words), piece.keys
    if shape and shape.weight >= eastern.LIKELY:
        return shape.size
    known = lexicon()
    families = (known.families, known.family_words)
    if is_given(keys[0]):
        return 1 + (len(keys) > 1 and any(keys[1] in it for it in families))
    return int(any(keys[0] in it for it in families) or eastern.is_family(keys[0]))


def _is_meant(words: Sequence[Word], small: set[str]) -> bool:
    """Tell whether a name of one word is no common word here."""
    key = words[0].key
    return len(words) > 1 or words[0].owns or not (key in small or key in lexicon().families_too)
