"""Find spaces within numbers and counters that Korean news writes as one word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.mending import mended_at
from tongsa.check.passages import passages
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.check.check import Context
    from tongsa.model import Span, TranslationUnit

_SPACED = late(
    r"[제수몇0-9] (?=[0-9십백천%％℃명개건대번회차년월일시분초원달유위엔살세권장척곳층배kc㎞㎏])"
)
"""Where a space may be one too many: ``제 3``, ``수 십``, ``10 명``"""
_SIGN = late(r"[%％℃](?![A-Za-z0-9.$(])")
"""What stands close to a figure; no placeholder, ``%s``."""
_ORDINAL = late(r"[0-9]{1,4}(?:차|회|대|기|호|조|항|장|절|위|군|당|단계|세대|사단|공화국)")
_TENS = late(
    r"[십백천](?:만|억)? ?"
    r"(?:명|개|건|년|대|원|달러|마리|차례|채|척|권|곳|가지|킬로미터|㎞|km|톤|세기|시간)"
)
_COUNTER = (
    r"(?:대(?! ?[0-9])"  # but 52 대 48
    r"|명|개|건|번|회|차례|년|월|일|시간|분|초|원|달러|유로|위안|엔|살|세|위|권|장|척|곳|층|배"
    r"|km|kg|cm|㎞|㎏)"
    r"(?:[^가-힣A-Za-z]|[은는이가을를의에도만과와]|$)"
)
_COUNTED = late(_COUNTER)
_CLOSE = late(f"[0-9]{_COUNTER}")
"""A counter close to its figure: ``10명``"""


def _may_be(unit: TranslationUnit, context: Context) -> bool:
    return unit.index in _found(context)


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each space that should not be there."""
    for start, end in _found(context).get(unit.index, ()):
        shown = _shown(unit.target, start)
        yield Hit(
            target_spans=((start, end),),
            blanks={"found": shown, "right": shown.replace(" ", "")},
            fix=mended_at(unit.target, start, end, ""),
        )


def _shown(text: str, space: int) -> str:
    """Return the words on both sides of a space, as far as a message shows them."""
    before = re.search(r"[0-9,.]+$|[가-힣]$", text[max(0, space - 12) : space])
    behind = re.match(r"[0-9]+[가-힣]?|[가-힣]{1,2}|\S", text[space + 1 : space + 12])
    return f"{before[0] if before else ''} {behind[0] if behind else ''}"


def _found(context: Context) -> Mapping[int, Sequence[Span]]:
    return context.once("number spacing", lambda: _spaced(context))


def _spaced(context: Context) -> Mapping[int, Sequence[Span]]:
    """Return the spaces of an article; those before counters if it writes most without."""
    found = passages(context)
    text = found.text
    sure: list[Span] = []
    counted: list[Span] = []
    for match in _SPACED.finditer(text):
        span = (match.end() - 1, match.end())
        if match[0][0].isdecimal():
            sign = _SIGN.match(text, match.end())
            (sure if sign else counted).append(span)
        elif not "가" <= text[match.start() - 1 : match.start()] <= "힣":
            form = _ORDINAL if match[0][0] == "제" else _TENS
            sure += [span] if form.match(text, match.end()) else []
    counted = [span for span in counted if _COUNTED.match(text, span[1])]
    if counted and len(_CLOSE.findall(text)) > len(counted):
        sure += counted
    return found.by_unit(sorted(sure))


look = Sifted(_may_be, _look)
