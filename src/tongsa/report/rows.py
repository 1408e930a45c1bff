"""An article as a report shows it: each unit's source beside its translations, with findings."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tongsa.check.units import Place
    from tongsa.model import Finding
    from tongsa.report.sheet import Sheet

_FIRST = "sentence: 1 of "
_SENTENCE = "sentence: "
Key = tuple[str | None, str, int]
"""Context, source, and which of the units that have both: of a plural its forms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A unit in one edition."""

    place: Place
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A unit in all editions."""

    number: int
    """1-based, among the article's units."""
    cells: Sequence[Cell | None]
    """One for each sheet of the article; None where the edition lacks the unit."""

    @property
    def place(self) -> Place:
        """The unit in the first edition that has it."""
        return next(cell.place for cell in self.cells if cell)

    @property
    def found(self) -> bool:
        """Whether anything is found in it."""
        return any(cell.findings for cell in self.cells if cell)

    @property
    def begins(self) -> bool:
        """Whether a paragraph begins with it, as far as the catalog tells."""
        notes = self.place.entry.extracted
        told = [note for note in notes if note.startswith(_SENTENCE)]
        return not told or any(note.startswith(_FIRST) for note in told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article in all editions that were checked."""

    name: str
    sheets: Sequence[Sheet]
    rows: Sequence[Row]

    @property
    def found(self) -> bool:
        """Whether anything is found in it."""
        return any(row.found for row in self.rows)


def articles(
    sheets: Iterable[Sheet], findings: Sequence[Finding]
) -> tuple[list[Article], list[Finding]]:
    """Return the articles in order, and the findings that are of no unit."""
    groups: list[tuple[str, list[Sheet]]] = []
    latest: dict[str, list[Sheet]] = {}
    for sheet in sheets:
        group = latest.get(sheet.article)
        if group is None or any(sheet.language == each.language for each in group):
            group = latest[sheet.article] = []
            groups.append((sheet.article, group))
        group.append(sheet)
    of_file: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        of_file[finding.file].append(finding)
    made = [_article(name, group, of_file) for name, group in groups]
    return made, [finding for rest in of_file.values() for finding in rest]


def _article(name: str, sheets: Sequence[Sheet], of_file: dict[str, list[Finding]]) -> Article:
    """Return an article; the findings that have a place in it are taken out of those left."""
    columns: list[Mapping[Key, Cell]] = []
    for sheet in sheets:
        cells = [Cell(place=place) for place in sheet.places]
        by_place = {id(cell.place): cell for cell in cells}
        left: list[Finding] = []
        for finding in of_file.pop(sheet.file, ()):
            place = sheet.place(finding)
            (by_place[id(place)].findings if place else left).append(finding)
        of_file[sheet.file] = left
        columns.append(dict(_keyed(cells)))
    order = _order([list(column) for column in columns])
    rows = [
        Row(number=number, cells=[column.get(key) for column in columns])
        for number, key in enumerate(order, 1)
    ]
    return Article(name=name, sheets=sheets, rows=rows)


def _keyed(cells: Iterable[Cell]) -> Iterator[tuple[Key, Cell]]:
    seen: Counter[tuple[str | None, str]] = Counter()
    for cell in cells:
        unit = cell.place.unit
        key = (unit.context, unit.source)
        yield (*key, seen[key]), cell
        seen[key] += 1


def _order(columns: Sequence[Sequence[Key]]) -> list[Key]:
    """Return all keys in the first column's order; what it lacks stands behind what it follows."""
    order = list(columns[0])
    for column in columns[1:]:
        known = set(order)
        behind: defaultdict[Key | None, list[Key]] = defaultdict(list)
        last: Key | None = None
        for key in column:
            if key in known:
                last = key
            else:
                behind[last].append(key)
        if behind:
            order = [*behind[None], *(each for key in order for each in (key, *behind[key]))]
    return order


def near(rows: Sequence[Row], reach: int) -> Iterator[tuple[Row | None, int]]:
    """Yield the rows with findings and those within reach; for others None, and how many."""
    kept = [False] * len(rows)
    for at, row in enumerate(rows):
        if row.found:
            for close in range(max(0, at - reach), min(len(rows), at + reach + 1)):
                kept[close] = True
    skipped = 0
    for row, keep in zip(rows, kept, strict=True):
        if not keep:
            skipped += 1
            continue
        if skipped:
            yield None, skipped
            skipped = 0
        yield row, 0
    if skipped:
        yield None, skipped
