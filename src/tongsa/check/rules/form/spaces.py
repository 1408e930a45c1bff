"""Spaces that stand where none may, or lack where one must."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.check.mending import mended
from tongsa.check.rules.form.endings import final
from tongsa.model import UNCUT, Role
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tongsa.check.check import Context
    from tongsa.model import Span, TranslationUnit

_BEFORE = r"(?<! ) ++(?=[,，。！？；：、）」』》〉】]|[.!?](?:[\s\"'”’)]|$))"
"""``떠났다 .``"""
_DOUBLE = r"(?<=\S) {2,}+(?=\S)"
"""``배가  떠났다``"""
_HAN = r"(?<=[㐀-鿿]) ++(?=[㐀-鿿])"
"""``渡輪 啟航``"""
_LACKING = (
    r"(?<=[가-힣]),(?=[가-힣])"
    r"|(?<=[다요까죠])[.!?](?=[가-힣])(?!이?라[고는며]|하[고는며]|(?:이?란|[고며는은이을를의에도만로])(?![가-힣]))"
)
"""``떠났다.그는``; not ``갔나?라고``, ``갔나?는 물음``"""
_KINDS = MappingProxyType(
    {
        "ko": (("before", _BEFORE), ("lacking", _LACKING), ("double", _DOUBLE)),
        "zh": (("before", _BEFORE), ("han", _HAN), ("double", _DOUBLE)),
    }
)
_PARTED = frozenset({*UNCUT, Role.SUBHEADING, Role.CELL})
"""Roles where Chinese may part clauses or names by a space alone, as in whatever is no sentence."""
_AFTER_WIDE = late(r"(?<=[，。；：、！？「『（《〈【]) ++(?=\S)")
"""``渡輪， 啟航``"""
_SAY: Mapping[str, str] = MappingProxyType(
    {
        "before": "a space stands before a mark",
        "lacking": "no space stands behind a mark",
        "double": "several spaces stand where one does",
        "han": "a space stands between Chinese characters",
    }
)


_GAP = late(r" [ ,.!?，。！？；：、）」』》〉】㐀-鿿]|[，。；：、！？「『（《〈【] ")
_CLOSE = late(r"[,，、;；:：。.!?][,，、;；:：。.가-힣]")


def untidy(unit: TranslationUnit, context: Context) -> bool:
    """Whether spaces and marks of a target may stand where they should not, told fast."""
    target = unit.target
    if _CLOSE.search(target) or "  " in target:
        return True
    if context.language == "ko":
        return " ." in target or " ," in target or " ?" in target or " !" in target
    return " " in target and bool(_GAP.search(target))


@cache
def pattern(language: str) -> re.Pattern[str] | None:
    """Return what finds spaces that are wrong in a language; None where its rules are not known."""
    kinds = _KINDS.get(language.partition("_")[0])
    return re.compile("|".join(f"(?P<{name}>{text})" for name, text in kinds)) if kinds else None


def wrong(target: str, source: str, language: str, role: str) -> list[tuple[str, Span]]:
    """Return each space that is wrong, or the mark that lacks one, and what kind it is."""
    spaces = pattern(language)
    allowed = {"han"} if role in _PARTED or not final(target) else set()
    if "  " in source.strip():
        allowed.add("double")
    return [
        (str(found.lastgroup), found.span())
        for found in (spaces.finditer(target) if spaces else ())
        if found.lastgroup not in allowed
    ]


def right(target: str, found: list[tuple[str, Span]]) -> str:
    """Return a target with its spaces put right."""
    return mended(
        target,
        (
            (span, {"double": " ", "lacking": f"{target[slice(*span)]} "}.get(kind, ""))
            for kind, span in found
        ),
    )


def said(kind: str) -> str:
    """Say what is wrong with a space."""
    return _SAY[kind]


def behind_wide(target: str) -> list[Span]:
    """Return the spaces behind full-width marks, which bring their own."""
    return [found.span() for found in _AFTER_WIDE.finditer(target)]
