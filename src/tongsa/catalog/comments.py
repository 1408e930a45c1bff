"""Write the comments of an entry, and change some of them while the others stay as they are."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.catalog.layout import WIDTH
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

# The order in which gettext writes the comments of an entry.
_RANK = MappingProxyType({"": 0, ".": 1, ":": 2, ",": 3, "!": 3, "=": 4, "|": 5})
# A line, such as "#. role: deck", with the blank lines behind it; "#~| msgid" is marked "|".
_ROW = late(
    r"(?!\Z)[^\S\n]*(?:#~[^\S\n|]*)?#?([.:,!=|]?)[^\n]*+(?>(?:(?<=\\)\n[^\n]*+)*)(?:\s*\n)?",
    re.ASCII,
)
_WHITE = late(r"\s", re.ASCII)


def put(comments: str, marks: Collection[str], lines: Iterable[str], newline: str) -> str:
    """Return an entry's comments with these lines instead of the lines of the marks.

    A mark is what stands behind ``#``, such as ``:``. The lines stand where gettext writes them.
    """
    old = [(row[1], row[0]) for row in _ROW.finditer(comments)]
    rank = min(_RANK[mark] for mark in marks)
    places = (at for at, (mark, _) in enumerate(old) if mark in marks or _RANK[mark] > rank)
    place = next(places, len(old))
    before = [text for _, text in old[:place]]
    after = [text for mark, text in old[place:] if mark not in marks]
    return "".join([*before, *(line + newline for line in lines), *after])


def comment_lines(mark: str, texts: Iterable[str]) -> Iterator[str]:
    """Yield the texts as comments with a mark, one line or more for each."""
    for text in texts:
        for line in text.splitlines() or [""]:
            # gettext joins the next line to a comment that ends in a backslash.
            shield = " " if line.endswith("\\") else ""
            yield f"#{mark} {line}{shield}" if line else f"#{mark}"


def reference_lines(references: Iterable[str]) -> Iterator[str]:
    """Yield ``#:`` lines of at most ``WIDTH`` columns, as far as names are not longer."""
    line = "#:"
    for reference in references:
        word = f" {_isolated(reference)}"
        if len(line) > len("#:") and len(line) + len(word) > WIDTH:
            yield line
            line = "#:"
        line += word
    if line != "#:":
        yield line


def flag_lines(flags: Collection[str]) -> list[str]:
    """Return the ``#,`` line; none without flags."""
    return [f"#, {', '.join(flags)}"] if flags else []


def _isolated(reference: str) -> str:
    """Return the reference with its file's name isolated, as gettext does, if it holds spaces."""
    text = _WHITE.sub(" ", reference)
    if " " not in text:
        return text
    name, colon, number = text.rpartition(":")
    return f"\u2068{name}\u2069:{number}" if colon and number.isdecimal() else f"\u2068{text}\u2069"
