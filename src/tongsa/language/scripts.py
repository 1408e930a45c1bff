"""Tell the characters that only one script of Chinese writes, and what the other writes instead."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cache, cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa import packaged
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_CODECS = MappingProxyType({"zh_TW": "big5", "zh_CN": "gb2312"})
"""The character set of each script: what it lacks may be the other's."""
_NUMBERED = late(rb"&#(\d{1,7});")
"""``&#22269;``, as an encoder writes a character that its set lacks"""
_HAN = 0x3400
"""The first code point of a Han character."""
_TAIWANESE = MappingProxyType({ord("臺"): "台"})
"""Both are right in Taiwan, and its press writes 台 (教育部重編國語辭典, 臺)."""


@dataclass(frozen=True)  # no slots: the table is read when something in a text asks for it
class Script:
    """The script of one edition: zh_TW or zh_CN."""

    language: str

    @cached_property
    def right(self) -> Mapping[str, str]:
        """By each character of the other script all that it may stand for here, the usual first."""
        return {row[0]: row[1:] for row in _rows()[self.language].split(" ")}

    @cached_property
    def shared(self) -> frozenset[str]:
        """Characters of both scripts that may stand for another when they come from the other."""
        return frozenset(_rows()[f"{self.language}-shared"].split(" "))

    def strange(self, text: str) -> frozenset[str]:
        """Return the characters of a text that belong to the other script alone."""
        encoded = text.encode(_CODECS[self.language], "xmlcharrefreplace")
        codes = {int(code) for code in _NUMBERED.findall(encoded)}
        lacking = {chr(code) for code in codes if _HAN <= code <= sys.maxunicode}
        if lacking:
            lacking &= self.right.keys()
        return frozenset(lacking.union(one for one in self._encoded if one in text))

    @cached_property
    def _encoded(self) -> Sequence[str]:
        """The other script's characters that this one's character set holds all the same."""
        return _rows()[f"{self.language}-encoded"].split(" ")


_SCRIPTS = MappingProxyType({language: Script(language) for language in _CODECS})


def script(language: str) -> Script | None:
    """Return the script of an edition; None where a language has but one."""
    return _SCRIPTS.get(language)


@cache
def _rows() -> Mapping[str, str]:
    rows = packaged.text("language/data/scripts.txt").splitlines()
    lines = (line for line in rows if line[0] != "#")
    return MappingProxyType({kind: row for kind, _, row in (it.partition(" ") for it in lines)})


def simplified(text: str) -> str:
    """Return a text with each traditional character as the mainland writes it."""
    return text.translate(_simplifying())


def even(text: str) -> str:
    """Return a text, as long as it was, that writes in one way what Taiwan writes in two."""
    return text.translate(_TAIWANESE) if "臺" in text else text


@cache
def _simplifying() -> Mapping[int, str]:
    return {ord(one): others[0] for one, others in _SCRIPTS["zh_CN"].right.items()}
