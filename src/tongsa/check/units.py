"""Read the translations of a catalog as checks see them, and keep where each stands in the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tongsa.catalog import marks
from tongsa.model import CONTEXT_ROLES, TranslationUnit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.catalog.entry import Entry
    from tongsa.catalog.marks import Marked
    from tongsa.catalog.po import Catalog

_ROLE = "role: "


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a unit stands in its catalog."""

    unit: TranslationUnit
    entry: Entry
    """Which holds the source."""
    teller: Entry
    """Which holds the words of the target; the same unless the unit is merged."""
    form: int
    """Plural form of the target."""
    skipped: int
    """Code points of ``msgstr`` before the target: the mark for merging or moving."""

    @property
    def target(self) -> str:
        """``msgstr`` whole, with its mark."""
        return self.teller.targets[self.form]

    def line_and_column(
        self, *, source: int | None = None, target: int | None = None
    ) -> tuple[int, int]:
        """Return the 1-based line and column of a code point of the target, else of the source."""
        if target is not None:
            return self.teller.locate("target", self.skipped + target, self.form)
        return self.entry.locate("source", source or 0)


@dataclass(frozen=True, slots=True)
class _Told:
    """A finished translation: the entry, which of its forms, and how it is marked."""

    entry: Entry
    form: int
    target: str
    marked: Marked


def places(catalog: Catalog) -> tuple[Place, ...]:
    """Return every finished translation of a catalog in order; a fuzzy one is none."""
    told = [each for entry in catalog.entries for each in _told(entry)]
    found: list[Place] = []
    for at, each in enumerate(told):
        teller = _teller(told, at)
        if teller is None:
            continue
        unit = TranslationUnit(
            source=_source(each),
            target=teller.marked.text,
            context=each.entry.context,
            role=_role(each.entry),
            merged=each.marked.merged,
            index=len(found),
        )
        skipped = len(teller.target) - len(teller.marked.text)
        found.append(
            Place(
                unit=unit, entry=each.entry, teller=teller.entry, form=teller.form, skipped=skipped
            )
        )
    return tuple(found)


def _told(entry: Entry) -> Iterator[_Told]:
    if entry.obsolete or entry.is_header or entry.fuzzy:
        return
    for form, target in enumerate(entry.targets):
        if target.strip():
            yield _Told(entry, form, target, marks.read(target, entry.source))


def _source(told: _Told) -> str:
    plural = told.entry.plural_source
    return plural if plural is not None and told.form else told.entry.source


def _teller(told: Sequence[_Told], at: int) -> _Told | None:
    """Return the translation whose words tell a unit; None where its marks lead nowhere."""
    seen: set[int] = set()
    while 0 <= at < len(told) and at not in seen:
        if not told[at].marked.merged:
            return told[at]
        seen.add(at)
        at += told[at].marked.shift
    return None


def _role(entry: Entry) -> str:
    for line in entry.extracted:
        if line.startswith(_ROLE):
            return line.removeprefix(_ROLE).partition(",")[0]
    known = entry.context in set(CONTEXT_ROLES)
    return entry.context if known and entry.context else ""
