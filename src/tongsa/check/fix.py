"""Apply the safe fixes of findings to a catalog, and touch nothing else in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tongsa.catalog.edit import with_targets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from tongsa.catalog.entry import Entry
    from tongsa.catalog.po import Catalog
    from tongsa.check.found import Found
    from tongsa.model import Finding

    Identity = tuple[str | None, str]
    """An entry's context and source."""

_ROUNDS = 100
"""A fix may uncover the next in the same unit; more than this many are no safe fixes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A unit whose translation was fixed."""

    identity: Identity
    form: int
    """Plural form of the translation."""
    findings: tuple[Finding, ...]
    """Why, in the order of the fixes; at least one, each with a fix."""

    @property
    def old(self) -> str:
        """``msgstr`` as it was."""
        return self.findings[0].target

    @property
    def new(self) -> str:
        """``msgstr`` as it is to be."""
        return str(self.findings[-1].fix)

    @property
    def endless(self) -> bool:
        """Whether its last fix brings back what an earlier one took away."""
        return any(self.new == finding.target for finding in self.findings)

    def after(self, other: Change | None) -> Change:
        """Return the change that this one and an earlier one of the same unit come to."""
        earlier = other.findings if other else ()
        return Change(identity=self.identity, form=self.form, findings=(*earlier, *self.findings))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """A catalog with its fixes."""

    catalog: Catalog
    changes: tuple[Change, ...]


def fixed(catalog: Catalog, examine: Callable[[Catalog], Iterable[Found]]) -> Fixed:
    """Return the catalog with every safe fix applied, one after another in each unit.

    A unit whose fixes undo one another, or come to no end, stays as it is.
    """
    done: dict[tuple[Identity, int], Change] = {}
    endless: set[tuple[Identity, int]] = set()
    current = catalog
    for _ in range(_ROUNDS):
        wanted = {
            key: change.after(done.get(key))
            for key, change in _wanted(examine(current)).items()
            if key not in endless
        }
        if not wanted:
            break
        done |= wanted
        endless |= {key for key, change in wanted.items() if change.endless}
        current = applied(catalog, _but(done, endless))
    else:
        endless |= wanted.keys()
    changes = tuple(_but(done, endless))
    return Fixed(catalog=applied(catalog, changes), changes=changes)


def applied(catalog: Catalog, changes: Iterable[Change]) -> Catalog:
    """Return a catalog with changes, wherever its translations still are what was changed."""
    wanted: dict[Identity, list[Change]] = {}
    for change in changes:
        wanted.setdefault(change.identity, []).append(change)
    entries = [
        _with(entry, wanted[entry.identity], catalog)
        if entry.identity in wanted and not (entry.obsolete or entry.fuzzy)
        else entry
        for entry in catalog.entries
    ]
    same = all(new is old for new, old in zip(entries, catalog.entries, strict=True))
    return catalog if same else catalog.with_entries(entries)


def _wanted(found: Iterable[Found]) -> Mapping[tuple[Identity, int], Change]:
    """Return the first fix of each unit that wants any."""
    first: dict[tuple[Identity, int], Change] = {}
    for each in found:
        finding, place = each.finding, each.place
        if finding.fix is None or place is None or finding.fix == place.target:
            continue
        identity, form = place.teller.identity, place.form
        change = Change(identity=identity, form=form, findings=(finding,))
        first.setdefault((identity, form), change)
    return first


def _but(
    done: Mapping[tuple[Identity, int], Change], endless: set[tuple[Identity, int]]
) -> Iterable[Change]:
    return [change for key, change in done.items() if key not in endless]


def _with(entry: Entry, changes: Iterable[Change], catalog: Catalog) -> Entry:
    targets = list(entry.targets)
    for change in changes:
        if change.form < len(targets) and targets[change.form] == change.old:
            targets[change.form] = change.new
    return with_targets(entry, targets, catalog.layout)
