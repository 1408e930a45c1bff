"""Find how a PO file lays out its lines: its line ends, and the width at which it folds them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from tongsa.catalog import breaks
from tongsa.catalog.grammar import FIELD, STRING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tongsa.catalog.entry import Entry

WIDTH = 79
"""Columns of a line as ``msgcat`` writes it, quotes and keyword counted."""

_WIDEST = 400  # a file whose lines are longer still is taken as not folded
_ASKED = 500  # entries that are looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How the lines of a catalog are written."""

    newline: str = "\n"
    width: int | None = WIDTH
    """Columns that a line may take, a Han or Hangul character taking two; None: never folded."""


def detect(entries: Iterable[Entry]) -> Layout:
    """Return the layout of a file's entries, as its first ones show it.

    Each line tells which widths it agrees with: it was not folded though it could have been, or the
    next word had no room. The width that most lines agree with wins; where several do, gettext's
    own if it is one of them, else none at all if no line was ever folded, else the nearest.
    """
    asked = [entry for entry in islice(entries, _ASKED) if "no-wrap" not in entry.text]
    feeds = sum(entry.text.count("\n") for entry in asked)
    returns = sum(entry.text.count("\r\n") for entry in asked)
    changes = [0] * (_WIDEST + 2)  # by how many more lines agree with a width than with the last
    for entry in asked:
        for least, most in _agreeing(entry):
            changes[min(least, _WIDEST + 1)] += 1
            if most is not None and most < _WIDEST:
                changes[most + 1] -= 1
    votes = list(accumulate(changes))
    own, never = votes[WIDTH], votes[-1]
    best = max(range(1, len(votes)), key=lambda width: (votes[width], -abs(width - WIDTH)))
    if own < votes[best] == never:
        best = len(votes)
    return Layout(
        newline="\r\n" if 2 * returns > feeds else "\n", width=None if best > _WIDEST else best
    )


def _agreeing(entry: Entry) -> Iterator[tuple[int, int | None]]:
    """Yield, for each line that tells, the least and the largest width that it agrees with."""
    for field in FIELD.finditer(entry.text, entry.body):
        strings = list(STRING.finditer(entry.text, field.start("strings"), field.end("strings")))
        for string, following in zip(strings, [*strings[1:], None], strict=True):
            line = entry.text[entry.text.rfind("\n", 0, string.start()) + 1 : string.end()]
            content = string[0][1:-1]
            least = breaks.width(line) if breaks.first(content) else 1
            if following is None or not content or content.endswith(r"\n"):
                yield least, None
            else:
                yield least, breaks.width(line) + _first_width(following[0][1:-1]) - 1


def _first_width(text: str) -> int:
    """Return the width of what cannot be broken at a text's beginning."""
    return breaks.width(text[: breaks.first(text)])
