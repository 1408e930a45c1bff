"""Read the text that HTML writes, and write text as HTML."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from html.entities import html5
from typing import TYPE_CHECKING, NamedTuple

from tongsa.article.formats.html.tags import COMMENT, TAG
from tongsa.model import Seam

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# Matches &mdash; &#8212; &#x2014; and the old &copy that goes without its semicolon.
_REFERENCE = (
    r"&(?:#(?:[0-9]{1,7}+(?![0-9])|[xX][0-9A-Fa-f]{1,6}+(?![0-9A-Fa-f]));?"
    r"|[A-Za-z][A-Za-z0-9]{1,31}+;?)"
)
_LONGEST = 34  # code points of such a reference
_BLANK = r"(?:[ \t\n\r\f]++|&(?:#(?:9|10|12|13|32)|#[xX](?:9|[aAcCdD]|20)|Tab|NewLine);)"

# What is not read as it stands: a run of white space that is no single space, or a reference.
# A run is taken by the thousand, for (?>…) remembers every round until its end.
_FOLDED = re.compile(rf"((?! [^ \t\n\r\f&])(?>(?>{_BLANK}{{1,999}})+))|{_REFERENCE}")
_RUN = re.compile(r"(?! [^ \t\n\r\f])[ \t\n\r\f]++")
_ANY = re.compile(r"(?s:.++)")
_ONE = re.compile(_REFERENCE)
_SPACES = re.compile(r"\s*+")

# What the letter behind it would turn into markup: < </ &co &#x
_OPENER = re.compile(r"(?:<[/!?]?|&#?[0-9A-Za-z]*+)\Z")
_CONTINUES = re.compile(r"[0-9A-Za-z#;/!?-]")

# Matches a word that no one translates: https://harbour.example/ or desk@harbour.example
_ADDRESS = re.compile(r"\W?(?:(?:https?|ftp)://|www\.|mailto:)\S|[^\s@]++@[^\s@.]++\.[^\s@]++\Z")
_ALPHANUMERIC = re.compile(r"[^\W_]")


class Way(NamedTuple):
    """A way of reading: what is not read as it stands, and how it is."""

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], tuple[str, int]]
    """Return what a match says, and how many of its code points say it; 0 lets it stand."""


class Part(NamedTuple):
    """A stretch of an article and the way to read it."""

    start: int
    end: int
    way: Way


class Folded(NamedTuple):
    """What a reader sees of a stretch, and where in the article each character stands."""

    text: str
    start: int
    seams: tuple[Seam, ...]

    def raw(self, position: int) -> int:
        """Return where in the article the text's code point ``position`` stands."""
        index = bisect_right(self.seams, position, key=lambda seam: seam.text)
        seam = self.seams[index - 1] if index else Seam(text=0, raw=self.start)
        return seam.raw + position - seam.text


def fold(text: str, parts: Iterable[Part]) -> Folded:
    """Return what parts that touch one another say together."""
    parts = list(parts)
    at = distance = parts[0].start
    length = 0
    written: list[str] = []
    seams: list[Seam] = []
    for start, end, (pattern, read) in parts:
        for found in pattern.finditer(text, start, end):
            new, taken = read(found)
            if not taken:
                continue
            place = found.start()
            written += (text[at:place], new)
            length += place - at + len(new)
            at = place + taken
            if at - length != distance or not seams:
                distance = at - length
                seams.append(Seam(text=length, raw=at))
    written.append(text[at : parts[-1].end])
    return Folded("".join(written), parts[0].start, tuple(seams))


def _space(found: re.Match[str]) -> tuple[str, int]:
    run = found.group()
    return (" ", len(run)) if run != " " else ("", 0)


def _nothing(found: re.Match[str]) -> tuple[str, int]:
    return "", len(found.group())


def _anything(found: re.Match[str]) -> tuple[str, int]:
    return _space(found) if found[1] else _reference(found.group())


def _attribute(found: re.Match[str]) -> tuple[str, int]:
    """Read as in an attribute, where ``?from=1&copy=2`` holds no reference."""
    new, taken = _anything(found)
    end = found.start() + taken
    if taken and not found[1] and found.string[end - 1] != ";":
        behind = found.string[end : min(end + 1, found.endpos)]
        if behind == "=" or (behind.isascii() and behind.isalnum()):
            return "", 0
    return new, taken


def _body(found: re.Match[str]) -> tuple[str, int]:
    """Read all but ``<``, ``>`` and ``&``, and never what would make markup of its neighbours."""
    new, taken = _anything(found)
    if found[1] or not taken:
        return new, taken
    if not {"<", ">", "&"}.isdisjoint(new):
        return "", 0
    if _CONTINUES.match(new):
        start = found.start()
        before = found.string[max(found.pos, start - _LONGEST) : start]
        if _OPENER.search(before):
            return "", 0
    return new, taken


def _reference(written: str) -> tuple[str, int]:
    """Return what a reference at the beginning says, and how long it is; 0 if it is none."""
    if written[1] == "#":
        said = html.unescape(written)
        return (said, len(written)) if said not in ("", written) else ("", 0)
    if said := html5.get(written[1:], ""):
        return said, len(written)
    for end in range(min(len(written), 7), 2, -1):  # &thorn is the longest without its semicolon
        if said := html5.get(written[1:end], ""):
            return said, end
    return "", 0


BODY = Way(_FOLDED, _body)
"""Text between tags."""
RCDATA = Way(_FOLDED, _anything)
"""Text of an element without tags: ``<title>``."""
ATTRIBUTE = Way(_FOLDED, _attribute)
VERBATIM = Way(_RUN, _space)
"""A tag in running text, or CDATA: white space alone is folded."""
UNSEEN = Way(_ANY, _nothing)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without the white space at its ends, ``&nbsp;`` and its like included."""
    while start < end:
        spaces = _SPACES.match(text, start, end)
        start = spaces.end() if spaces else start
        found = _ONE.match(text, start, end)
        said, taken = _reference(found.group()) if found else ("", 0)
        if not said.isspace():
            break
        start += taken
    while start < end:
        if text[end - 1].isspace():
            end -= 1
            continue
        amp = text.rfind("&", max(start, end - _LONGEST), end) if text[end - 1] == ";" else -1
        found = _ONE.fullmatch(text, amp, end) if amp >= 0 else None
        if not found or not _reference(found.group())[0].isspace():
            break
        end = amp
    return start, end


def significant(text: str) -> bool:
    """Tell whether a text says anything to translate: a word or figure that is no address."""
    if not _ALPHANUMERIC.search(text):
        return False
    if "://" not in text and "www." not in text and "@" not in text:
        return True
    return any(_ALPHANUMERIC.search(word) and not _ADDRESS.match(word) for word in text.split())


# What a translation's text may hold: a whole tag or comment; one that never ends, which like a
# browser's takes the whole rest; a reference; < and & by themselves.
_TYPED = re.compile(rf"({TAG}|{COMMENT})|<(?=/?[A-Za-z]|!--)(?s:.*)|<|{_REFERENCE}|&")
_AMPERSAND = re.compile(rf"{_REFERENCE}|&")

_QUOTED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
_DOUBLE = str.maketrans({char: _QUOTED[char] for char in '&<"'})
_SINGLE = str.maketrans({char: _QUOTED[char] for char in "&<'"})
_RCDATA = str.maketrans({char: _QUOTED[char] for char in "&<"})
_UNQUOTED = str.maketrans(
    _QUOTED | {char: f"&#{ord(char)};" for char in " \t\n\r\f=`"}  # HTML 13.1.2.3
)


def encode_body(target: str) -> str:
    """Write a translation between tags: whole tags and references stay as typed."""
    return _TYPED.sub(_escaped, target)


def encode_double(target: str) -> str:
    """Write a translation between double quotes."""
    return target.translate(_DOUBLE)


def encode_single(target: str) -> str:
    """Write a translation between single quotes."""
    return target.translate(_SINGLE)


def encode_unquoted(target: str) -> str:
    """Write a translation as a value without quotes, which an empty one cannot go without."""
    return target.translate(_UNQUOTED) or '""'


def encode_rcdata(target: str) -> str:
    """Write a translation into an element without tags."""
    return target.translate(_RCDATA)


def encode_cdata(target: str) -> str:
    """Write a translation into a CDATA section, over two of them where it would close one."""
    return target.replace("]]>", "]]]]><![CDATA[>")


def _escaped(found: re.Match[str]) -> str:
    if found[1]:
        return found[1]
    if found.group()[0] == "<":
        return _AMPERSAND.sub(_referred, found.group()).replace("<", "&lt;")
    return _referred(found)


def _referred(found: re.Match[str]) -> str:
    typed = found.group()
    return typed if len(typed) > 1 and _reference(typed)[1] else f"&amp;{typed[1:]}"
