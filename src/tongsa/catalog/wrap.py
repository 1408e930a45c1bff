"""Fold the strings of a PO file into lines, where GNU gettext folds them."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from tongsa.catalog import breaks
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

# A stretch of escaped text through its line feed, or what is left: "one\\n" and "two".
_STRETCH = late(r"[^\\]*+(?>(?:\\[^n][^\\]*+)*)\\n|.+", re.DOTALL)
_ESCAPE = late(r"\\.")


def fold(keyword: str, escaped: str, *, mark: str, width: int | None) -> Iterator[str]:
    """Yield the lines of a field, with marks, keyword and quotes, without line ends.

    ``escaped`` is the field's text as it stands between quotes; ``width`` counts a line's columns.
    None folds nothing, though each line feed within the text still ends a line of the file.
    """
    room = None if width is None else width - len(mark) - len('""')
    stretches = _STRETCH.findall(escaped) or [""]
    lines = [piece for stretch in stretches for piece in pieces(stretch, room)]
    first = None if room is None else room - len(keyword) - len(" ")
    if len(lines) == 1 and (first is None or _fits(escaped, first) or not _ends(escaped)):
        yield f'{mark}{keyword} "{escaped}"'
        return
    yield f'{mark}{keyword} ""'
    for line in lines:
        yield f'{mark}"{line}"'


def pieces(stretch: str, room: int | None) -> list[str]:
    """Cut a stretch of escaped text so that each piece takes ``room`` columns, where it can be."""
    if room is None or _fits(stretch, room):
        return [stretch]
    ends = [*_ends(stretch), len(stretch)]
    columns = breaks.columns(stretch)
    reach = [columns[end] for end in ends]
    found: list[str] = []
    start = index = 0
    while start < len(stretch):
        # What fits nowhere is not cut.
        index = max(index, bisect_right(reach, columns[start] + room, index) - 1)
        found.append(stretch[start : ends[index]])
        start = ends[index]
        index += 1
    return found


def _ends(stretch: str) -> list[int]:
    """Return where a line may end: not within an escape, nor right before the last line feed."""
    ends = breaks.opportunities(stretch)
    if "\\" not in stretch:
        return ends
    closed = {match.start() + 1 for match in _ESCAPE.finditer(stretch)}
    if stretch.endswith(r"\n"):
        closed.add(len(stretch) - 2)
    return [end for end in ends if end not in closed]


def _fits(text: str, room: int) -> bool:
    return 2 * len(text) <= room or (len(text) <= 2 * room and breaks.width(text) <= room)
