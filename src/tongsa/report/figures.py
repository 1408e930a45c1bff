"""Show the figures of a text, and how a translation's stand to them, in a terminal and as JSON."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import asdict, dataclass, replace
from fractions import Fraction
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING

from tongsa.model import Bound, QuantityKind
from tongsa.quantity import Verdict, describe, resolved, write
from tongsa.report.terminal import broken, width
from tongsa.shown import shown

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from tongsa.model import Block, Quantity, Span, Value
    from tongsa.quantity import Comparison

GOOD = frozenset({Verdict.SAME, Verdict.CONVERTED})
"""Verdicts that leave nothing to mend."""

_LINE_END = re.compile(r"\r\n|\r|\n")  # "\r\n" is one
_GAP = "  "
_HANG = 4  # columns before what follows, where no table fits
_MOST = 60  # letters of a cell
_WORDS = 40  # letters of what stands in the text
_TITLES = ("place", "figure", "kind", "value")


@dataclass(frozen=True, kw_only=True)  # no slots: what is found once is kept
class Passage:
    """A text with its figures, and where it stands in what was given."""

    language: str
    text: str
    """What is read: of an article its blocks, one under the other."""
    figures: tuple[Quantity, ...]
    """In order; their spans lie in ``text``."""
    given: str
    """The text as it was given, markup and line ends included."""
    blocks: tuple[tuple[int, Block], ...] = ()
    """An article's blocks, each with its first code point in ``text``; else ``given`` is read."""

    @cached_property
    def _lines(self) -> tuple[int, ...]:
        """Where each line of what was given begins."""
        return (0, *(end.end() for end in _LINE_END.finditer(self.given)))

    def words(self, figure: Quantity) -> str:
        """Return a figure as it is written."""
        return self.text[figure.start : figure.end]

    def span(self, figure: Quantity) -> Span:
        """Return where a figure stands in what was given."""
        return self._given(figure.start), self._given(figure.end - 1) + 1

    def place(self, figure: Quantity) -> tuple[int, int]:
        """Return a figure's line and column in what was given, from 1."""
        at = self._given(figure.start)
        line = bisect_right(self._lines, at)
        return line, at - self._lines[line - 1] + 1

    def _given(self, position: int) -> int:
        index = bisect_right(self.blocks, position, key=lambda pair: pair[0]) - 1
        if index < 0:
            return position
        start, block = self.blocks[index]
        return block.raw(position - start)


def exact(value: Value) -> str:
    """Return a number with nothing lost: ``64500000000``, ``12.5``, ``2/3``."""
    upper, lower = Fraction(value).as_integer_ratio()
    if pow(10, lower.bit_length(), lower):  # no power of ten is a multiple of it
        return f"{upper}/{lower}"
    places = next(it for it in count() if 10**it % lower == 0)
    if not places:
        return str(upper)
    whole, rest = divmod(abs(upper) * 10**places // lower, 10**places)
    return f"{'-' if upper < 0 else ''}{whole}.{rest:0{places}}"


def worth(figure: Quantity, today: dt.date | None = None) -> str:
    """Return a figure in one form for all languages: ``over 64,500,000,000 USD``, ``2/3``.

    ``today`` is the article's date: ``last year, 09 = 2024-09``.
    """
    if figure.kind is QuantityKind.FRACTION:
        ends = (exact(end[0]) for end in (figure.values, figure.high) if end)
        value = "–".join(ends)
    else:
        value = describe(replace(figure, bound=Bound.EXACT))
    if figure.unit:
        value = f"{value} {figure.unit}"
    day = _day(figure, today)
    if day:
        value = f"{value} = {day}"
    if figure.bound is Bound.EXACT:
        return value if figure.denied is Bound.EXACT else f"not {figure.denied} {value}"
    return f"{figure.bound} {'× ' if figure.bound is Bound.SEVERAL else ''}{value}"


def _day(figure: Quantity, today: dt.date | None) -> str:
    """Return what a relative date comes to; empty where that is not known."""
    if today is None or figure.date is None or not figure.date.relative:
        return ""
    return resolved(figure.date, today)


def reading(
    passage: Passage, *, write_in: Sequence[str] = (), today: dt.date | None = None
) -> dict[str, object]:
    """Return what is read in a text, ready for JSON."""
    return {
        "language": passage.language,
        "figures": [
            {
                **_figure(figure, passage, today),
                "written": {language: write(figure, language) for language in write_in},
            }
            for figure in passage.figures
        ],
    }


def comparing(
    source: Passage,
    target: Passage,
    found: Sequence[Comparison],
    *,
    today: dt.date | None = None,
) -> dict[str, object]:
    """Return how a translation's figures stand to its source's, ready for JSON."""
    return {
        "source": source.language,
        "language": target.language,
        "comparisons": [
            {
                "verdict": str(each.verdict),
                "source": _figure(each.source, source, today) if each.source else None,
                "target": _figure(each.target, target, today) if each.target else None,
                "power": each.power,
                "upper": each.end,
                "right": write(each.source, target.language) if each.source else None,
            }
            for each in found
        ],
    }


def _figure(figure: Quantity, passage: Passage, today: dt.date | None) -> dict[str, object]:
    start, end = passage.span(figure)
    line, column = passage.place(figure)
    return {
        "kind": str(figure.kind),
        "text": passage.words(figure),
        "start": start,
        "end": end,
        "line": line,
        "column": column,
        "values": [exact(value) for value in figure.values],
        "high": [exact(value) for value in figure.high],
        "unit": figure.unit,
        "others": list(figure.others),
        "bound": str(figure.bound),
        "denied": str(figure.denied),
        "date": asdict(figure.date) if figure.date else None,
        "resolved": _day(figure, today) or None,
        "label": figure.label,
        "hard": figure.hard,
        "aside": figure.aside,
        "value": worth(figure),
    }


def reading_lines(
    passage: Passage,
    *,
    columns: int,
    write_in: Sequence[str] = (),
    today: dt.date | None = None,
) -> Iterator[str]:
    """Yield what is read in a text, a line for each figure."""
    rows = [
        (
            _place(figure, passage),
            _words(figure, passage),
            str(figure.kind),
            _short(worth(figure, today)),
            *(_short(write(figure, language)) or "–" for language in write_in),
        )
        for figure in passage.figures
    ]
    titles = (*_TITLES, *write_in)
    if write_in and not _fits([titles, *rows], columns):
        rows = [part for row in rows for part in _stacked(row, write_in)]
        titles = _TITLES
    yield from _table(rows, columns, titles=titles)
    told = len(passage.figures)
    yield f"{told:,} figure{'s' if told != 1 else ''}" if told else "no figures"


def _stacked(row: tuple[str, ...], write_in: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield a figure's row with what is written of it in rows below."""
    plain, written = row[: len(_TITLES)], row[len(_TITLES) :]
    yield plain
    for language, form in zip(write_in, written, strict=True):
        yield "", f"{language}: {form}", "", ""


def comparing_lines(
    source: Passage,
    target: Passage,
    found: Sequence[Comparison],
    *,
    columns: int,
    today: dt.date | None = None,
) -> Iterator[str]:
    """Yield how figures compare: both sides of each, and the right form of what is wrong."""
    rows = [row for each in found for row in _sides(each, source, target, today)]
    yield from _table(rows, columns)
    counts = Counter(str(each.verdict) for each in found)
    told = (f"{counts[verdict]:,} {verdict}" for verdict in Verdict if counts[verdict])
    yield ", ".join(told) or "no figures"


def _sides(
    each: Comparison, source: Passage, target: Passage, today: dt.date | None
) -> Iterator[tuple[str, ...]]:
    verdict = str(each.verdict)
    for figure, passage in ((each.source, source), (each.target, target)):
        if figure:
            value = _short(worth(figure, today))
            if figure is each.target:
                value += _off(each)
            place, words = _place(figure, passage), _words(figure, passage)
            yield verdict, passage.language, place, words, value
            verdict = ""
    denied = each.source is not None and each.source.denied is not Bound.EXACT
    if each.source and each.verdict not in GOOD and not denied:
        yield "", "write", "", _short(write(each.source, target.language)), ""


def _off(each: Comparison) -> str:
    """Return by how much a target is off, and at which end of a range."""
    told = ["upper end"] if each.end else []
    if each.power:
        told.append(f"{10 ** abs(each.power):,}× too {'much' if each.power > 0 else 'little'}")
    return f" ({', '.join(told)})" if told else ""


def _place(figure: Quantity, passage: Passage) -> str:
    return ":".join(map(str, passage.place(figure)))


def _words(figure: Quantity, passage: Passage) -> str:
    return _short(" ".join(passage.words(figure).split()), _WORDS)


def _short(text: str, most: int = _MOST) -> str:
    """Return a text as a cell may hold it: the begin of a long one, and what is invisible told."""
    return shown(text if len(text) <= most else f"{text[: most - 1]}…")


def _table(
    rows: Sequence[tuple[str, ...]], columns: int, *, titles: tuple[str, ...] = ()
) -> Iterator[str]:
    """Yield rows in columns; where the screen is too narrow for that, one cell behind another."""
    if not rows:
        return
    table = [titles, *rows] if titles else rows
    widest = _widest(table)
    indent = sum(widest[:-1]) + len(_GAP) * (len(widest) - 1)
    longest = max(width(word) for row in table for word in row[-1].split(" "))
    if indent + longest > columns:
        for row in rows:
            lead = "" if row[0] else " " * _HANG
            yield from broken(lead + _GAP.join(filter(None, row)), columns, hang=_HANG)
        return
    for row in table:
        *cells, last = row
        lead = "".join(
            cell + " " * (most - width(cell)) + _GAP
            for cell, most in zip(cells, widest[:-1], strict=True)
        )
        yield from broken(lead + last, columns, hang=indent)


def _fits(rows: Sequence[tuple[str, ...]], columns: int) -> bool:
    """Whether a table of these rows has a line for each."""
    widest = _widest(rows)
    return sum(widest) + len(_GAP) * (len(widest) - 1) <= columns


def _widest(rows: Sequence[tuple[str, ...]]) -> list[int]:
    """Return how many columns the widest cell of each place takes."""
    return [max(map(width, cells)) for cells in zip(*rows, strict=True)]
