"""Bring spellings to one form before they are compared."""

from __future__ import annotations

import unicodedata
from itertools import product
from typing import TYPE_CHECKING

from tongsa.patterns import late

if TYPE_CHECKING:
    import re

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼʻʽ´`′＇", "'"))
_JOINT = late(r"[\s,·‧・‐‑‒–—―−-]+")  # finds the ", " of "Liang, Guang-zhong", and its "-"


def fold(spelling: str, marks: str) -> str:
    """Return a spelling in small letters without diacritics other than these combining marks.

    Of what stands between its syllables only spaces, hyphens and straight apostrophes are left.
    """
    bare = unicodedata.normalize("NFKD", spelling.translate(_APOSTROPHES)).casefold()
    letters = "".join(it for it in bare if it in marks or not unicodedata.combining(it))
    joined = _JOINT.sub(_join, letters.strip())
    return unicodedata.normalize("NFC", joined)


def ease(spelling: str) -> frozenset[str]:
    """Return the ways to write a syllable with and without its diacritics and apostrophe."""
    parts = unicodedata.normalize("NFD", spelling)
    bare = "".join(it for it in parts if not unicodedata.combining(it))
    bare = unicodedata.normalize("NFC", bare)  # Hangul was taken apart, too
    return frozenset(text.replace("'", sign) for text, sign in product((spelling, bare), ("'", "")))


def _join(found: re.Match[str]) -> str:
    return "-" if found[0].strip("‐‑‒–—―−-") == "" else " "
