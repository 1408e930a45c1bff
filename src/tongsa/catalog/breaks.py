"""Tell where a line of text may be broken, and how wide it is, as GNU gettext sees it.

The rules are those of UAX #14, as far as pairs of characters tell; the rule numbers stand beside
what follows them. The classes of characters come from the Unicode data of the regex package.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import cache
from itertools import accumulate
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import regex

# A letter for each line breaking class. What is in none of them is AL, "a"; "O" is a wide OP.
_CODES = MappingProxyType(
    {
        "WJ": "w", "GL": "g", "B2": "2", "BA": "b", "BB": "B", "HY": "h", "CL": "c", "CP": "C",
        "EX": "x", "IN": "n", "NS": "N", "CJ": "N", "OP": "o", "QU": "q", "IS": "i", "NU": "0",
        "PO": "p", "PR": "P", "SY": "s", "HL": "A", "ID": "I", "CB": "I", "H2": "H", "H3": "H",
        "JL": "l", "JV": "v", "JT": "t", "RI": "R", "EB": "E", "EM": "M", "ZW": "z", "CM": "m",
        "ZWJ": "m", "SP": " ",
    }
)  # fmt: skip
_ALL = "wg2bBhcCxnNoOqi0pPsaAIHlvtREMzm"

# The classes of U+0020 to U+007E, so that English needs no other data.
_ASCII = " xqaPpaqoCaPihis0000000000iiaaax" + "a" * 27 + "oPC" + "a" * 29 + "obca"

_NEVER_BEFORE = "wcCxisz "
"""Not even after spaces (LB7, LB11, LB13)."""

_SELDOM_BEFORE = _NEVER_BEFORE + "bhNnqg"
"""Only after spaces (LB12a, LB19, LB21, LB22)."""

# What else stays with the class before it, if no space parts them.
_TOGETHER = MappingProxyType(
    {
        "wgBq": _ALL,  # LB11, LB12, LB19, LB21
        "2": "2",  # LB17
        "b": "",
        "h": "0",  # LB25
        "c": "pP",  # LB25
        "C": "0pPaA",  # LB25, LB30
        "xnN": "",
        "i": "0",  # LB25; before letters a break is fine, since tags follow stops: "Rain.</p>"
        "0": "opPaA0",  # LB23, LB25, LB30
        "p": "oOaA0",  # LB24, LB25
        "P": "oOaA0IHlvtEM",  # LB23a, LB24, LB25
        "s": "0A",  # LB21b, LB25
        "aA": "opPaA0",  # LB23, LB24, LB28, LB30
        "IM": "p",  # LB23a
        "E": "pM",  # LB23a, LB30b
        "H": "pvt",  # LB26, LB27
        "l": "plvH",
        "v": "pvt",
        "t": "pt",
        "R": "R",  # LB30a, but for how many stand before
    }
)
# Kept together over spaces too.
_OVER_SPACES = MappingProxyType({"q": "oO", "c": "N", "2": "2"})  # LB15, LB16, LB17


def opportunities(text: str) -> list[int]:
    """Return where a line may be broken, in code points, ascending; not at the ends."""
    return [match.end() for match in _BREAK.finditer(text.translate(_CLASS_OF))]


def first(text: str) -> int | None:
    """Return where a line may first be broken; None if nowhere."""
    match = _BREAK.search(text.translate(_CLASS_OF))
    return match.end() if match else None


def width(text: str) -> int:
    """Return how many columns a text takes; a Han or Hangul character takes two."""
    if text.isascii():
        return len(text)
    widths = text.translate(_COLUMNS_OF)
    return len(widths) + widths.count("2") - widths.count("0")


def columns(text: str) -> Sequence[int]:
    """Return in which column, from 0, each code point begins, and where the text ends."""
    if text.isascii():
        return range(len(text) + 1)
    return list(accumulate(map(int, text.translate(_COLUMNS_OF)), initial=0))


def _pattern() -> re.Pattern[str]:
    """Return the pattern that ends where a break may stand, to be searched in a text's classes."""
    alike: dict[tuple[str, str], str] = defaultdict(str)
    for befores, kept in _TOGETHER.items():
        for before in befores:
            plain = "".join(code for code in _ALL if code not in _SELDOM_BEFORE + kept)
            # LB12a: a hyphen may be parted from the no-break space behind it.
            plain += "g" if before in "bh" else ""
            alike[plain, _NEVER_BEFORE + _OVER_SPACES.get(before, "")] += before
    ways = ["z *+(?=[^ z])"]  # LB8
    for (plain, never), befores in alike.items():
        way = f"|(?=[{plain}])" if plain else ""
        ways.append(f"[{befores}]m*+(?: ++(?=[^{never}]){way})")
    return re.compile("|".join(ways))


@cache
def _classes() -> regex.Pattern[str]:
    """Return a pattern with a group for each class, in the order of ``_CODES``."""
    import regex  # noqa: PLC0415 (English alone needs none)

    # Since Unicode 17 the soft hyphen and the hyphen are a class of their own.
    also = {"BA": r"\u00AD\u2010"}
    groups = (rf"([\p{{lb={name}}}{also.get(name, '')}])" for name in _CODES)
    return regex.compile("|".join(groups))


class _ClassOf(dict[int, str]):
    """The class of each character met so far, for ``str.translate``."""

    def __missing__(self, point: int) -> str:
        match = _classes().match(chr(point))
        index = match.lastindex if match else None
        code = tuple(_CODES.values())[index - 1] if index else "a"
        # LB30 tells apart the wide brackets, before which a line may be broken.
        wide = code == "o" and unicodedata.east_asian_width(chr(point)) in {"W", "F", "H"}
        self[point] = "O" if wide else code
        return self[point]


class _ColumnsOf(dict[int, str]):
    """The width of each character met so far, for ``str.translate``."""

    def __missing__(self, point: int) -> str:
        char = chr(point)
        if unicodedata.category(char) in {"Mn", "Me", "Cf", "Cc"}:
            self[point] = "0"
        else:
            self[point] = "2" if unicodedata.east_asian_width(char) in {"W", "F"} else "1"
        return self[point]


_BREAK = _pattern()
_CLASS_OF = _ClassOf(enumerate(_ASCII, start=0x20))
_CLASS_OF[0xB7] = "a"  # the middle dot; IS since Unicode 17, which gettext does not know yet
_COLUMNS_OF = _ColumnsOf(dict.fromkeys(range(0x1160, 0x1200), "0"))  # vowels and finals of Hangul
