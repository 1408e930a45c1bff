"""Find single letters of Hangul that slipped out of a syllable, or into a word."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.passages import Passages, passages
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.check.check import Context
    from tongsa.model import Span, TranslationUnit

_STRAY = late(r"(?<=[가-힣])[ㄱ-ㅎㅏ-ㅣ]{1,3}(?![ㄱ-ㅎㅏ-ㅣ])|[ㄱ-ㅎㅏ-ㅣ]{1,3}(?=[가-힣])")
"""``월ㅇㅛ일``, ``떠났다ㅏ``"""
_LETTER = late(r"[ㄱ-ㅎㅏ-ㅣ]")
_CRIES = frozenset("ㅋㅎㅠㅜㅡㅇ")
"""What stands for laughing, crying and nodding: 네ㅎㅎ, 안녕ㅠㅠ."""
_SHAPES = frozenset("자형모")
"""Behind a letter that tells a shape, or is spoken of: ㄷ자, ㄱ 모양."""
_OFTEN = 3
"""Letters in one article from which on it speaks of letters."""


def _found(context: Context) -> Mapping[int, Sequence[Span]]:
    """Return where letters stand alone in an article; most have none at all."""
    return context.once("stray jamo", lambda: _searched(passages(context)))


def _searched(found: Passages) -> Mapping[int, Sequence[Span]]:
    return found.matches(_STRAY) if _LETTER.search(found.text) else {}


def _may_be(unit: TranslationUnit, context: Context) -> bool:
    return unit.index in _found(context)


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield the letters of a unit as one hit, unless they are meant."""
    target = unit.target
    spans = [
        (start, end)
        for start, end in _found(context).get(unit.index, ())
        if not _CRIES.issuperset(target[start:end])
        and not (target[end : end + 1] in _SHAPES and not target[start - 1 : start].isalpha())
    ]
    units = Counter(at for at, places in _found(context).items() for _ in places)
    if spans and len(units) < _OFTEN and target[slice(*spans[0])] not in unit.source:
        yield Hit(target_spans=tuple(spans), blanks={"found": target[slice(*spans[0])]})


look = Sifted(_may_be, _look)
