"""Apply the safe fixes of findings to a catalog, and touch nothing else in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tongsa.catalog.edit import with_targets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tongsa.catalog.entry import Entry
    from tongsa.catalog.po import Catalog
    from tongsa.check.run import Found
    from tongsa.model import Finding

_ROUNDS = 20
"""A fix may uncover the next in the same unit; more than this many are no safe fixes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A unit whose translation was fixed."""

    old: str
    new: str
    findings: tuple[Finding, ...]
    """Why, in the order of the fixes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """A catalog with its fixes."""

    catalog: Catalog
    changes: tuple[Change, ...]


def fixed(catalog: Catalog, examine: Callable[[Catalog], Iterable[Found]]) -> Fixed:
    """Return the catalog with every safe fix applied, one after another in each unit."""
    done: dict[tuple[object, int], Change] = {}
    for _ in range(_ROUNDS):
        wanted: dict[tuple[int, int], tuple[Entry, Finding]] = {}
        for found in examine(catalog):
            fix, place = found.finding.fix, found.place
            if fix is not None and place is not None and fix != place.target:
                wanted.setdefault((id(place.teller), place.form), (place.teller, found.finding))
        if not wanted:
            break
        catalog = _applied(catalog, wanted, done)
    return Fixed(
        catalog=catalog,
        changes=tuple(change for change in done.values() if change.old != change.new),
    )


def _applied(
    catalog: Catalog,
    wanted: dict[tuple[int, int], tuple[Entry, Finding]],
    done: dict[tuple[object, int], Change],
) -> Catalog:
    """Return the catalog with one fix in each unit that wants any; note them in ``done``."""
    entries = list(catalog.entries)
    at = {id(entry): index for index, entry in enumerate(entries)}
    for (_, form), (entry, finding) in wanted.items():
        index = at[id(entry)]
        targets = _with(entries[index].targets, form, str(finding.fix))
        key = (entry.identity, form)
        before = done.get(key)
        done[key] = Change(
            old=before.old if before else finding.target,
            new=str(finding.fix),
            findings=(*(before.findings if before else ()), finding),
        )
        entries[index] = with_targets(entries[index], targets, catalog.layout)
    return catalog.with_entries(entries)


def _with(targets: Sequence[str], form: int, target: str) -> tuple[str, ...]:
    return (*targets[:form], target, *targets[form + 1 :])
