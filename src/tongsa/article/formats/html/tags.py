"""Cut HTML into its tags, as browsers do, by their places in the text."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_S = r"[ \t\n\r\f]"  # HTML's white space, to which NBSP does not belong
_NAME = r"[^ \t\n\r\f/>][^ \t\n\r\f/>=]*+"

# Matches  class="deck" title='A "toast"' width=90% hidden  and stops where a quote never closes.
# Taken by the thousand, for (?>…) remembers every round until its end.
_ATTRIBUTES = (
    rf"(?>(?>(?:[ \t\n\r\f/]++|{_NAME}(?:{_S}*+={_S}*+"
    rf"""(?:"[^"]*+"|'[^']*+'|(?!["'])[^ \t\n\r\f>]*+)|(?!{_S}*+=))){{1,999}})*)"""
)

TAG = rf"</?[A-Za-z][^ \t\n\r\f/>]*+{_ATTRIBUTES}>"
"""Matches a whole tag, such as ``<a href="/port">`` or ``</P >``."""

COMMENT = r"<!--(?:-?>|(?s:.*?)--!?>)"
"""Matches a whole comment, such as ``<!-- hold until 06:00 -->`` or ``<!-->``."""

# Groups: slash, name and attributes of a tag. Without them a comment, what browsers take for one
# (<!doctype html>, <?xml … ?>, </3>), or the beginning of a tag that never ends.
_MARKUP = re.compile(
    rf"<(?:(/?)([A-Za-z][^ \t\n\r\f/>]*+)({_ATTRIBUTES})>"
    r"|!--(?:-?>|(?s:.*?)(?:--!?>|\Z))|(?:[!?]|/(?![A-Za-z]))[^>]*+>?|(?=/?[A-Za-z]))"
)

_ATTRIBUTE = re.compile(
    rf"""({_NAME})(?:{_S}*+={_S}*+(?:"([^"]*+)"|'([^']*+)'|((?!["'])[^ \t\n\r\f>]*+)))?"""
)
_CODECS = MappingProxyType({2: "html-double", 3: "html-single", 4: "html-unquoted"})

# What begins an XHTML page; there <p/> is a whole element and <![CDATA[ … ]]> is text.
_XML = re.compile(r"\s*+<\?xml[\s?]")

RAW = frozenset(
    {"iframe", "noembed", "noframes", "noscript", "plaintext"}
    | {"script", "style", "textarea", "title", "xmp"}
)
"""Elements whose content has no tags but the one that closes them."""

FOREIGN = frozenset({"svg", "math"})
_ENDS = MappingProxyType(
    {name: re.compile(rf"(?i:</{name})(?=[ \t\n\r\f/>])") for name in RAW - {"plaintext"}}
)
_SPECIAL = RAW | FOREIGN

CDATA = "![CDATA["


class Tag(NamedTuple):  # a plain tuple, since a page has a hundred thousand of them
    """A tag, a comment or a CDATA section; half-open, in code points."""

    start: int
    end: int
    name: str
    """Lower case; for what is no tag ``!`` or ``![CDATA[``."""
    closing: bool = False
    empty: bool = False
    """Whether it is an element by itself, as ``<p/>`` in XHTML."""
    inner: int = 0
    """Where its attributes begin."""
    past: int = 0
    """Where the text goes on: past the content of a raw element, else ``end``."""


class Value(NamedTuple):
    """An attribute's value, quotes excluded."""

    start: int
    end: int
    codec: str


def tags(text: str) -> Iterator[Tag]:
    """Yield every tag in order; what stands between two of them is text.

    A tag, a comment or a raw element that never ends takes the whole rest, as it does in browsers.
    """
    xml = bool(_XML.match(text))
    search = _MARKUP.search
    at = foreign = 0
    while found := search(text, at):
        start, at = found.span()
        name = found[2]
        if not name:
            tag = _other(text, start, at, xml=xml)
        else:
            name = name.lower()
            closing = bool(found[1])
            empty = (xml or foreign > 0 or name in FOREIGN) and text[at - 2] == "/"
            past = at
            if name in _SPECIAL:
                if name in FOREIGN:
                    foreign = max(0, foreign + (-1 if closing else not empty))
                elif not (closing or empty or foreign):
                    past = _past_raw(text, name, at)
            tag = Tag(start, at, name, closing, empty, found.start(3), past)
        yield tag
        at = tag.past


def attributes(text: str, tag: Tag) -> dict[str, Value]:
    """Return the tag's values by lower-case name; of two the first, as browsers do."""
    values: dict[str, Value] = {}
    if tag.inner == tag.end - 1:
        return values
    for found in _ATTRIBUTE.finditer(text, tag.inner, tag.end - 1):
        group = found.lastindex or 1
        if group > 1:
            values.setdefault(found[1].lower(), Value(*found.span(group), _CODECS[group]))
    return values


def _other(text: str, start: int, end: int, *, xml: bool) -> Tag:
    if end == start + 1:  # a tag that never ends
        return Tag(start, len(text), "!", past=len(text))
    if xml and text.startswith("<![CDATA[", start):
        close = text.find("]]>", start)
        end = len(text) if close < 0 else close + 3
        return Tag(start, end, CDATA if close > 0 else "!", past=end)
    return Tag(start, end, "!", past=end)


def _past_raw(text: str, name: str, at: int) -> int:
    end = _ENDS[name].search(text, at) if name in _ENDS else None
    return end.start() if end else len(text)
