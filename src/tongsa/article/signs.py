"""Tell what a line of plain text shows by itself: a marker, a credit, a copyright line."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from tongsa import packaged

EDGE = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)
"""What is trimmed: all white space, and the marks of no width that stray into texts."""
WHOLE = 400
"""The longest line, in code points, that may be a sign as a whole."""
TAIL = 160
"""How many code points at a line's end may be a credit."""

_LETTER = re.compile(r"[^\W\d_]")  # matches é, 통, 通; not 1, _ or ©
_LAST = 16  # code points at a line's end that show whether it ends a sentence
_STOP = re.compile(r"(?<!\.\.)[.!?。！？:][\"'”’)\]»」』】）]*$")  # matches June.” but not June...
_ASKS = re.compile(r"[?？][\"'”’)\]」』]*$")  # matches Why?”
_SHORTENED = re.compile(r"(?:U\.S|U\.K|U\.N|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|St))\.$")  # matches Corp.
_WORD = re.compile(r"%(\w+)%")  # matches %capital% in a pattern of signs.toml
_SPEAKERS = ("asker", "replier", "speaker")


class Shown(NamedTuple):
    """What a line shows: the sign's name in ``signs.toml``, empty for a line without any."""

    name: str
    at: int = 0
    """Where in the line the sign ends, or for one that ends the line, where it begins."""
    speaker: tuple[int, int] = (0, 0)
    """Where in the line the speaker's name stands."""


PLAIN = Shown("")


def show(line: str) -> Shown:
    """Return what a trimmed line shows as a whole or by its beginning."""
    if len(line) <= WHOLE and (found := _pattern("whole").fullmatch(line)):
        return Shown(found.lastgroup or "")
    if not _LETTER.search(line):
        return Shown("aside")
    if found := _pattern("start").match(line):
        spans = (found.span(group) for group in _SPEAKERS if found[group])
        return Shown(found.lastgroup or "", found.end(), next(spans, (0, 0)))
    return PLAIN


def credit(line: str) -> Shown:
    """Return the credit, ``photo`` or ``agency``, that ends a line after something else."""
    if found := _pattern("end").search(line, max(1, len(line) - TAIL)):
        return Shown(found.lastgroup or "", found.start())
    return PLAIN


def lead(line: str) -> Shown:
    """Return the ``dateline`` or ``city`` that begins a line before something else."""
    found = _pattern("lead").match(line)
    if found and found.end() < len(line):
        return Shown(found.lastgroup or "", found.end())
    return PLAIN


def stops(line: str) -> bool:
    """Return whether a line ends a sentence, as headlines, deck lines and subheads do not."""
    last = line[-_LAST:]
    return not last[-1:].isalnum() and bool(_STOP.search(last)) and not _SHORTENED.search(last)


def asks(line: str) -> bool:
    """Return whether a line ends with a question."""
    return not line[-1:].isalnum() and bool(_ASKS.search(line[-_LAST:]))


def spoken(line: str) -> bool:
    """Return whether a line holds a letter of any script, so that there is something to say."""
    return bool(_LETTER.search(line))


@cache
def declared() -> dict[str, dict[str, Any]]:  # Any: as TOML gives it
    """Return the signs of ``signs.toml`` by name, in order, their words filled in."""
    file = packaged.table("article/signs.toml")
    words: dict[str, str] = {}

    def filled(pattern: str) -> str:
        return _WORD.sub(lambda found: words[found[1]], pattern)

    for name, pattern in file["words"].items():
        words[name] = filled(pattern)
    return {sign["name"]: {**sign, "pattern": filled(sign["pattern"])} for sign in file["sign"]}


@cache
def _pattern(at: str) -> re.Pattern[str]:
    """Return the signs that stand at this place as one pattern, the groups their names."""
    signs = (sign for sign in declared().values() if sign["at"] == at)
    return re.compile("|".join(f"(?P<{sign['name']}>{sign['pattern']})" for sign in signs))
