"""Hold what the units of a catalog leave, so that it can be compared with others.

A desk of a million units is compared by digests, 28 bytes a unit; texts are read again where these
tell that something differs.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from itertools import starmap
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_CODES = "QQIII"
"""Of each column of numbers, as an array has it."""


class Trace(NamedTuple):
    """What a unit leaves."""

    source: int
    """Digest of the source and its use; what is no other source has the same."""
    target: int
    """Digest of the translation."""
    start: int
    """Where its entry begins in the file's text, in code points."""
    line: int
    """The 1-based line there."""
    form: int
    """Plural form of the translation."""


class Spot(NamedTuple):
    """Which unit of which catalog left a trace."""

    catalog: int
    row: int


@dataclass(frozen=True, slots=True)
class Traces:
    """What the units of a catalog leave, each source once, with its usual translation."""

    columns: tuple[array[int], ...] = field(
        default_factory=lambda: tuple(array(code) for code in _CODES)
    )

    def __len__(self) -> int:
        """Return how many units left something."""
        return len(self.columns[0])

    def __getitem__(self, row: int) -> Trace:
        """Return what a unit left."""
        return Trace._make(column[row] for column in self.columns)

    @property
    def sources(self) -> array[int]:
        """The digests of the sources."""
        return self.columns[0]

    @property
    def targets(self) -> array[int]:
        """The digests of the translations."""
        return self.columns[1]

    def dump(self) -> tuple[bytes, ...]:
        """Return the columns as bytes, for this machine alone."""
        return tuple(column.tobytes() for column in self.columns)


def of_rows(rows: Sequence[Trace]) -> Traces:
    """Return traces in columns."""
    if not rows:
        return Traces()
    columns = zip(*rows, strict=True)
    return Traces(tuple(array(code, next(columns)) for code in _CODES))


def load(columns: Sequence[bytes]) -> Traces:
    """Return the traces that ``dump`` gave."""
    return Traces(tuple(starmap(array, zip(_CODES, columns, strict=True))))


def differing(catalogs: Sequence[Traces]) -> list[Spot]:
    """Return in order what has a source in common with others, or a translation, but not both."""
    sources = _differing((it.sources, it.targets) for it in catalogs)
    targets = _differing((it.targets, it.sources) for it in catalogs)
    return [
        Spot(at, row)
        for at, left in enumerate(catalogs)
        for row, (source, target) in enumerate(zip(left.sources, left.targets, strict=True))
        if source in sources or target in targets
    ]


def _differing(columns: Iterable[tuple[array[int], array[int]]]) -> set[int]:
    """Return the values of the first columns that stand beside more than one of the second."""
    first: dict[int, int] = {}
    return set(_others(columns, first))


def _others(
    columns: Iterable[tuple[array[int], array[int]]], first: dict[int, int]
) -> Iterator[int]:
    for ones, others in columns:
        for one, other in zip(ones, others, strict=True):
            if first.setdefault(one, other) != other:
                yield one
