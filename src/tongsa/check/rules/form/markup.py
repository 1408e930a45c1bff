"""Inline markup of HTML and Markdown in a text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from tongsa.check.rules.form.technical import Part, matches
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_TAG = late(r"<(/?)([A-Za-z][A-Za-z0-9-]{0,20})((?>(?:[\s/][^<>]{0,2000}+)?))>")
"""``<a href="/log">``, ``</em>``, ``<br/>``"""
_VOID = frozenset({"area", "br", "hr", "img", "input", "wbr"})
_INLINE = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "del",
        "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s",
        "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
    }
) | _VOID  # fmt: skip
"""HTML's elements within a line (HTML Living Standard, 4.5): <The Lamp> is a title, no tag."""
_ATTRIBUTE = late(r"([A-Za-z-]+)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)")
_TOLD = frozenset({"alt", "title", "aria-label", "lang", "hreflang", "placeholder", "content"})
"""Attributes that a translation may change."""
_LINK = late(
    r"\]\(\s*<?([^()\s<>]*(?:\([^()\s]*\)[^()\s]*)?)>?(?:\s+[\"'(][^\n]{0,300}?[\"')])?\s*\)"
)
"""``](https://example.org/log)``"""
_NOTE = late(r"\[\^[^\]\s]{1,40}\]")
"""``[^1]``"""
_EMPHASIS = late(r"(?<!\\)(\*\*|~~|`+|\*(?=\S)|(?<=\S)\*)")
"""``**``, ``*``, ``~~``, `` ` ``"""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of HTML."""

    start: int
    end: int
    name: str
    closes: bool
    void: bool
    attributes: tuple[tuple[str, str], ...]
    """Those that no edition changes, in alphabetical order."""

    @property
    def key(self) -> str:
        """The tag without its attributes: ``</em>``."""
        return f"<{'/' if self.closes else ''}{self.name}>"


@lru_cache(maxsize=16)
def tags(text: str) -> tuple[Tag, ...]:
    """Return the inline tags of a text."""
    if "<" not in text:
        return ()
    return tuple(
        Tag(
            found.start(),
            found.end(),
            found[2].lower(),
            bool(found[1]),
            found[3].endswith("/") or found[2].lower() in _VOID,
            _attributes(found[3]),
        )
        for found in _TAG.finditer(text)
        if found[2].lower() in _INLINE
    )


def _attributes(text: str) -> tuple[tuple[str, str], ...]:
    pairs = ((name.lower(), _place(value.strip("\"'"))) for name, value in _ATTRIBUTE.findall(text))
    return tuple(sorted(pair for pair in pairs if pair[0] not in _TOLD))


def unpaired(found: Sequence[Tag]) -> list[Tag]:
    """Return the tags that are closed by none, or close none, and those that cross others."""
    opened: list[Tag] = []
    left: list[Tag] = []
    waiting: Counter[str] = Counter()
    for tag in found:
        if tag.void:
            continue
        if not tag.closes:
            opened.append(tag)
            waiting[tag.name] += 1
        elif waiting[tag.name]:
            while (last := opened.pop()).name != tag.name:
                waiting[last.name] -= 1
                left.append(last)
            waiting[tag.name] -= 1
        else:
            left.append(tag)
    return sorted([*left, *opened], key=lambda tag: tag.start)


def links(text: str) -> Iterator[Part]:
    """Yield the links of Markdown and the marks of its notes."""
    if "](" in text:
        for part in matches(_LINK, text):
            yield replace(part, key=f"]({_place(part.key)})")
    if "[^" in text:
        yield from matches(_NOTE, text)


def _place(address: str) -> str:
    """Return where a link leads; whole addresses are compared by a check of their own."""
    return "…" if "://" in address or "@" in address or "www." in address else address


def emphasis(text: str) -> Mapping[str, Sequence[Part]]:
    """Return the signs of Markdown that stand in pairs, by sign."""
    found: dict[str, list[Part]] = {}
    if "*" in text or "`" in text or "~~" in text:
        for part in matches(_EMPHASIS, text):
            found.setdefault(part.key, []).append(part)
    return found


def counted(source: str, target: str) -> Iterator[tuple[str, Sequence[Part], Sequence[Part]]]:
    """Yield each sign that stands in pairs in a source or a target, with its places in both."""
    wanted, given = emphasis(source), emphasis(target)
    for sign in {**wanted, **given}:
        if sign != "*" or len(wanted.get(sign, ())) > 1:  # one alone may mark a footnote
            yield sign, wanted.get(sign, ()), given.get(sign, ())
