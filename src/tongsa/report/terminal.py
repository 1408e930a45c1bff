"""Show findings in a terminal: each in its unit, with what is wrong underlined."""

from __future__ import annotations

from itertools import accumulate
from operator import mul
from typing import TYPE_CHECKING
from unicodedata import category

from rich.cells import get_character_cell_size as width_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tongsa.model import Finding, Severity, Span

    Paint = Callable[[str, Severity | None], str]
    """Gives a text the colour of a severity; without one it stands back."""

_LABEL = 10  # columns before a text
_NARROWEST = 30  # columns that a text has at least
_LEAD = 12  # columns shown before what is underlined, where a text is too long
_SHOWN = str.maketrans({"\n": "↵", "\t": "→", "\r": "←"})
_EMOJI = "\ufe0f"  # makes the sign before it an emoji, which is two columns wide


def plainly(text: str, _: Severity | None) -> str:
    """Return a text as it is, where no colour can be shown."""
    return text


def lines(
    finding: Finding, *, columns: int, why: str = "", paint: Paint = plainly
) -> Iterator[str]:
    """Yield a finding's lines: its place and message, the unit, why, and the fix."""
    place = f"{_plain(finding.file)}:{finding.line}:{finding.column}"
    kind = f"{finding.severity} {finding.code} {_plain(finding.name)}"
    yield f"{place}: {paint(kind, finding.severity)}"
    room = max(columns - _LABEL, _NARROWEST)
    yield from broken(f"  {_plain(finding.message)}", room + _LABEL, hang=2)
    for label, text, spans in (
        ("msgid", finding.source, finding.source_spans),
        ("msgstr", finding.target, finding.target_spans),
    ):
        if text:
            row, *under = _underlined(label, text, spans, room)
            yield row
            yield from (paint(line, finding.severity) for line in under)
    if why:
        told = _row("why", _plain(" ".join(why.split())))
        yield from (paint(line, None) for line in broken(told, room + _LABEL, hang=_LABEL))
    if finding.fix is not None:
        changed = changed_span(finding.target, finding.fix)
        yield from _underlined("fix", finding.fix, (changed,) if changed else (), room)


def broken(text: str, columns: int, *, hang: int) -> Iterator[str]:
    """Yield a text broken at spaces to fit; what follows the first line is indented by ``hang``."""
    first, *words = text.split(" ")
    line = first
    for word in words:
        if word and line.strip() and width(line) + 1 + width(word) > columns:
            yield line.rstrip()
            line = " " * hang + word
        else:
            line = f"{line} {word}"
    yield line.rstrip()


def width(text: str) -> int:
    """Return how many columns a text takes: Han and Hangul two each, combining marks none."""
    return sum(_widths(text))


def _widths(text: str) -> list[int]:
    """Return how many columns each letter of a text takes."""
    if text.isascii() and text.isprintable():
        return [1] * len(text)
    found = [*map(width_of, text)]
    for at, letter in enumerate(text) if _EMOJI in text else ():
        if letter == _EMOJI and found[at - 1 : at] == [1]:
            found[at] = 1
    return found


def changed_span(old: str, new: str) -> Span | None:
    """Return the span of the new text that the old one has not; None where they are equal."""
    if old == new:
        return None
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, len(new) - end


def _underlined(label: str, text: str, spans: Sequence[Span], room: int) -> Iterator[str]:
    """Yield a text, or the part of it that matters, with signs under its spans."""
    text = _plain(text)
    widths = _widths(text)
    start, end = _window(widths, min(spans)[0] if spans else 0, room)
    before, after = "…" if start else "", "…" if end < len(text) else ""
    yield _row(label, f"{before}{text[start:end]}{after}")
    marks = bytearray(b" " * len(text))
    for first, last in ((_base(widths, span[0]), min(span[1], len(text))) for span in spans):
        marks[first:last] = b"^" * (last - first)
    under = "".join(map(mul, marks[start:end].decode(), widths[start:end]))
    if under.strip():
        yield _row("", " " * len(before) + under.rstrip())


def _base(widths: Sequence[int], at: int) -> int:
    """Return the letter that bears the mark at a place: itself unless it has no width."""
    while 0 < at < len(widths) and not widths[at]:
        at -= 1
    return at


def _window(widths: Sequence[int], focus: int, room: int) -> Span:
    """Return the part of a text that fits into a room, in columns, around a place."""
    edges = [0, *accumulate(widths)]
    if edges[-1] <= room:
        return 0, len(widths)
    room -= 2  # for the dots
    start = focus
    while start and edges[focus] - edges[start - 1] <= _LEAD:
        start -= 1
    if edges[-1] - edges[start] < room:  # the end is near: show more before it
        start = next(at for at in range(len(edges)) if edges[-1] - edges[at] <= room)
    end = start
    while end < len(widths) and edges[end + 1] - edges[start] <= room:
        end += 1
    return start, end


def _row(label: str, text: str) -> str:
    return f"  {label:<{_LABEL - 2}}{text}".rstrip()


def _plain(text: str) -> str:
    """Return a text without signs that would move the cursor, each letter in its place."""
    if text.isprintable():
        return text
    return "".join(
        letter if letter.isprintable() or category(letter) == "Zs" else "�"
        for letter in text.translate(_SHOWN)
    )
