"""Propose translations for one Chinese edition from those of the other."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tongsa.catalog import edit, marks
from tongsa.catalog.merge import DERIVED
from tongsa.edition.derive_text import Exchange, cross
from tongsa.glossary.find import apart
from tongsa.glossary.sources import Sources
from tongsa.glossary.standing import Standing
from tongsa.glossary.usage import Usage
from tongsa.model import Hint, TermType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.catalog.entry import Entry
    from tongsa.catalog.po import Catalog
    from tongsa.glossary.glossary import Glossary
    from tongsa.glossary.mention import Mention
    from tongsa.glossary.standing import Variety

_SOURCE = "en"
"""The language in which the list of regional words names what proves a meaning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """From which edition proposals come, for which, and what they go by."""

    origin: Variety
    target: Variety
    glossary: Glossary
    source: str
    """The articles' language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """A catalog with its proposals."""

    catalog: Catalog
    """Itself where nothing is proposed."""
    proposed: int
    kept: int
    """Units that hold something already, finished or not."""
    left: int
    """Units that stay untranslated, for the other edition has nothing finished."""


def derive(catalog: Catalog, other: Catalog, way: Way) -> Derived:
    """Return a catalog in which each untranslated unit has what ``other`` says, as a proposal.

    Proposals are fuzzy, and a hint tells what was changed. Nothing that is there is touched.
    """
    finished = {entry.identity: entry for entry in _live(other) if _finished(entry)}
    empty = [it for it in _live(catalog) if not any(map(str.strip, it.targets))]
    wanted = [entry for entry in empty if entry.identity in finished]
    proposals = _Proposals(wanted, finished, way)
    entries = [
        proposals.filled(entry, catalog) if entry in proposals else entry
        for entry in catalog.entries
    ]
    return Derived(
        catalog=catalog.with_entries(entries) if wanted else catalog,
        proposed=len(wanted),
        kept=len(_live(catalog)) - len(empty),
        left=len(empty) - len(wanted),
    )


class _Proposals:
    """What the other edition's translations become, by the entries that want them."""

    def __init__(
        self,
        wanted: Sequence[Entry],
        finished: Mapping[tuple[str | None, str], Entry],
        way: Way,
    ) -> None:
        """Read what the sources name, and how the other edition's translations name it."""
        self._way = way
        self._rows: list[tuple[Entry, int, marks.Marked, str]] = []
        """An entry, a plural form, its translation there, and the mark before that."""
        self._of: dict[int, list[int]] = {}
        for entry in wanted:
            for form, target in enumerate(_forms(finished[entry.identity], entry)):
                marked = marks.read(target, entry.source)
                mark = target[: len(target) - len(marked.text)]
                self._of.setdefault(id(entry), []).append(len(self._rows))
                self._rows.append((entry, form, marked, mark))
        sources = tuple(entry.source for entry, _, _, _ in self._rows)
        self._usage = Usage(
            Sources(way.glossary, sources, way.source),
            tuple(marked.text for _, _, marked, _ in self._rows),
            way.origin,
        )

    def __contains__(self, entry: object) -> bool:
        """Whether something is proposed for an entry."""
        return id(entry) in self._of

    def filled(self, entry: Entry, catalog: Catalog) -> Entry:
        """Return an entry with its proposal."""
        targets: list[str] = []
        changes: list[str] = []
        for row in self._of[id(entry)]:
            _, _, marked, mark = self._rows[row]
            english = entry.source if self._way.source == _SOURCE else ""
            crossing = cross(
                marked.text, english, list(self._terms(row)), self._way.target.language
            )
            targets.append(mark + crossing.text)
            changes += crossing.changes
        told = f"from {self._way.origin.language}"
        if changes:
            told += "; " + ", ".join(dict.fromkeys(changes))
        hint = str(Hint(kind=DERIVED, text=told))
        new = edit.with_targets(entry, targets, catalog.layout)
        new = edit.as_fuzzy(new, catalog.layout)
        return edit.with_hints(new, [*entry.extracted, hint], entry.references, catalog.layout)

    def _terms(self, row: int) -> Iterator[Exchange]:
        """Yield the places of the glossary's terms, with what the edition writes there."""
        mentions = [
            mention
            for concept in dict.fromkeys(it.concept for it in self._usage.demanded(row))
            for mention in self._usage.renderings(row, concept)
        ]
        found = sorted(apart(mentions), key=lambda it: it.start)
        places = Counter((it.start, it.end) for it in found)
        for mention in found:  # what names two at once, as 美中 does, is no one's
            alone = places[mention.start, mention.end] == 1
            if alone and (right := self._right(mention)):
                yield Exchange(start=mention.start, end=mention.end, right=right)

    def _right(self, mention: Mention) -> Sequence[str]:
        """Return what the edition may write for a term, the best first; nothing if that is unknown.

        A short form stands for a short one, if the concept has any, and a preferred term for one.
        """
        glossary, target = self._way.glossary, self._way.target
        short = mention.term.type is TermType.SHORT
        usable = [
            term
            for term in glossary.usable(mention.concept, target)
            if not term.scope and (short or not term.after_full)
        ]
        alike = [term for term in usable if term.type is mention.term.type]
        if mention.standing is Standing.PREFERRED:
            terms = glossary.concepts[mention.concept].terms
            standings = glossary.standing(mention.concept, target)
            best = [it for it in alike if standings[terms.index(it)] is Standing.PREFERRED]
            usable, alike = (best, best) if best else (usable, alike)
        return list(dict.fromkeys(term.text for term in (*alike, *usable)))


def _live(catalog: Catalog) -> Sequence[Entry]:
    return [entry for entry in catalog.entries if not (entry.obsolete or entry.is_header)]


def _finished(entry: Entry) -> bool:
    return not entry.fuzzy and all(map(str.strip, entry.targets))


def _forms(told: Entry, wanting: Entry) -> Sequence[str]:
    """Return a translation for each plural form that an entry has."""
    targets = told.targets
    return [targets[min(form, len(targets) - 1)] for form in range(len(wanting.targets))]
