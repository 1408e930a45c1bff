"""Read the translations of a catalog as checks see them, and keep where each stands in the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tongsa.catalog import marks
from tongsa.model import CONTEXT_ROLES, State, TranslationUnit
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongsa.catalog.entry import Entry
    from tongsa.catalog.marks import Marked
    from tongsa.catalog.po import Catalog

_ROLE = "role: "
_SENTENCE = late(r"sentence: (\d+) of (\d+) in its paragraph")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a unit stands in its catalog."""

    unit: TranslationUnit
    entry: Entry
    """Which holds the source."""
    plural: bool
    """Whether the source is ``msgid_plural``."""
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
        return self.entry.locate("plural_source" if self.plural else "source", source or 0)


@dataclass(frozen=True, slots=True)
class _Told:
    """A translation: the entry, which of its forms, and how it is marked."""

    entry: Entry
    form: int
    whole: str
    """With its mark."""
    target: str
    """Empty where it is not finished."""
    marked: Marked
    """What is there, finished or not."""
    source: str
    """What it translates."""
    plural: bool
    """Whether that is ``msgid_plural``; where there is but one form, it is."""


def places(catalog: Catalog) -> tuple[Place, ...]:
    """Return every unit of a catalog in order, each form of a translation as one."""
    told = [_told(entry) for entry in catalog.entries if not (entry.obsolete or entry.is_header)]
    found: list[Place] = []
    for at, each in ((at, each) for at, forms in enumerate(told) for each in forms):
        finished = _teller(told, at, each)
        teller = finished or each
        fuzzy = each.entry.fuzzy
        unit = TranslationUnit(
            source=each.source,
            target=teller.marked.text,
            context=each.entry.context,
            role=_role(each.entry),
            merged=finished is not None and each.marked.merged,
            index=len(found),
            state=State.TRANSLATED if finished else State.FUZZY if fuzzy else State.UNTRANSLATED,
            previous=_previous(each) if fuzzy else "",
        )
        skipped = len(teller.whole) - len(teller.marked.text)
        found.append(
            Place(
                unit=unit,
                entry=each.entry,
                plural=each.plural,
                teller=teller.entry,
                form=teller.form,
                skipped=skipped,
            )
        )
    return tuple(found)


def _previous(told: _Told) -> str:
    entry = told.entry
    return (told.plural and entry.previous_plural_source) or entry.previous_source or ""


def _told(entry: Entry) -> Sequence[_Told]:
    """Return the forms of an entry's translation."""
    fuzzy, targets, plural = entry.fuzzy, entry.targets, entry.plural_source
    found = []
    for form, target in enumerate(targets):
        of_plural = plural is not None and (form > 0 or len(targets) == 1)
        found.append(
            _Told(
                entry=entry,
                form=form,
                whole=target,
                target="" if fuzzy else target,
                marked=marks.read(target, entry.source),
                source=(of_plural and plural) or entry.source,
                plural=of_plural,
            )
        )
    return found


def _teller(told: Sequence[Sequence[_Told]], at: int, each: _Told) -> _Told | None:
    """Return the finished translation whose words tell a unit; None where there is none."""
    seen: set[int] = set()
    while each.target.strip() and at not in seen:
        if not each.marked.merged:
            return each
        if _leads_out(each):
            return None
        seen.add(at)
        at += each.marked.shift
        if not 0 <= at < len(told):
            return None
        each = told[at][min(each.form, len(told[at]) - 1)]
    return None


def _leads_out(told: _Told) -> bool:
    """Whether a mark leads out of its paragraph, as far as the catalog tells that."""
    for line in told.entry.extracted:
        if place := _SENTENCE.match(line):
            return not 1 <= int(place[1]) + told.marked.shift <= int(place[2])
    return False


def _role(entry: Entry) -> str:
    for line in entry.extracted:
        if line.startswith(_ROLE):
            return line.removeprefix(_ROLE).partition(",")[0]
    known = entry.context in set(CONTEXT_ROLES)
    return entry.context if known and entry.context else ""
