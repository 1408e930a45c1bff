"""Find Latin letters and digits that are as wide as Han characters."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from tongsa.check.check import Sifted
from tongsa.check.rules.chinese.signs import hit
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context, Hit
    from tongsa.model import TranslationUnit

_WIDE = late(r"[０-９Ａ-Ｚａ-ｚ]+(?:[．，：％／－＋]+[０-９Ａ-Ｚａ-ｚ]+)*％?")
"""``２０３０``, ``ＬＢＣ``, ``１２．５％``"""


def _sieve(unit: TranslationUnit, _context: Context) -> bool:
    """Whether a unit holds such letters or digits."""
    return _WIDE.search(unit.target) is not None


def _look(unit: TranslationUnit, _context: Context) -> Iterator[Hit]:
    """Yield the wide letters and digits in a target, all as one hit."""
    if not unit.merged:
        swaps = [
            (*found.span(), unicodedata.normalize("NFKC", found[0]))
            for found in _WIDE.finditer(unit.target)
            if found[0] not in unit.source
        ]
        if swaps:
            yield hit(unit.target, swaps)


look = Sifted(_sieve, _look)
