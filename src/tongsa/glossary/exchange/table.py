"""Hold a glossary as one long table, a row for each term, for CSV and spreadsheets alike."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from tongsa.errors import GlossaryError
from tongsa.glossary.exchange import words
from tongsa.glossary.exchange.choose import chosen
from tongsa.glossary.exchange.clean import cleaned
from tongsa.glossary.exchange.ids import Ids
from tongsa.glossary.exchange.losses import Losses
from tongsa.glossary.exchange.value import Exchanged
from tongsa.model import Concept, Kind, Status, Term, TermType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tongsa.glossary.exchange.value import Options

COLUMNS = (
    "concept",
    "kind",
    "language",
    "term",
    "status",
    "type",
    "romanisation",
    "region",
    "definition",
    "note",
)
"""The header. Kind and definition, which are the concept's, stand in each of its rows: so the
rows may be sorted. The note is the term's."""
_NEEDED = ("concept", "language", "term")
_PROSE = frozenset({"definition", "note"})  # whose white space is kept
_NO_COLUMN = ("note", "domain", "source", "related", "links", "scope")  # of a concept's fields
_NO_TERM_COLUMN = ("scope", "style", "after_full")

_Choice = TypeVar("_Choice", bound=StrEnum)


def rows(concepts: Sequence[Concept], options: Options, losses: Losses) -> Iterator[list[str]]:
    """Yield the header and then a row for each term; what no column is for is lost."""
    yield list(COLUMNS)
    for concept in cleaned(concepts, losses):
        terms = chosen(concept, options)
        if not terms:
            losses.add("a concept without terms is not written", concept.id)
            continue
        _note_lost(concept, terms, losses)
        for term in terms:
            yield [
                concept.id,
                concept.kind,
                term.language,
                term.text,
                term.status,
                term.type,
                term.romanisation,
                term.region,
                concept.definition,
                term.note,
            ]


def _note_lost(concept: Concept, terms: Iterable[Term], losses: Losses) -> None:
    for name in _NO_COLUMN:
        if getattr(concept, name):
            losses.add(f"a concept's {name} has no column", concept.id)
    if not concept.translate:
        losses.add("that a concept is not translated has no column", concept.id)
    for term in terms:
        for name in _NO_TERM_COLUMN:
            if getattr(term, name):
                losses.add(f"a term's {name} has no column", concept.id)
        if term.case is not None:
            losses.add("a term's case has no column", concept.id)


def concepts(table: Iterable[tuple[int, Sequence[str]]], *, file: str) -> Exchanged:
    """Return what a table says, each row given with its line; the header comes first."""
    lines = iter(table)
    first, header = next(((line, row) for line, row in lines if any(row)), (1, ()))
    names = _header(header, first, file)
    reading = _Reading(file)
    for line, row in lines:
        if any(cell.strip() for cell in row):
            if any(row[len(names) :]):
                message = f"this row has {len(row)} cells, and the header {len(names)}"
                raise GlossaryError(message, file=file, line=line, mend="put a cell in quotes")
            cells = dict(zip(names, row, strict=False))
            reading.row(
                {name: cell if name in _PROSE else cell.strip() for name, cell in cells.items()},
                line,
            )
    return reading.done()


def _header(header: Sequence[str], line: int, file: str) -> list[str]:
    """Return the names of the columns; raise GlossaryError for one that is not known."""
    names = [cell.strip().lower() for cell in header]
    while names and not names[-1]:
        names.pop()
    for name in names:
        if name not in COLUMNS:
            near = difflib.get_close_matches(name, COLUMNS, n=1, cutoff=0.0)[0]
            mend = f'the nearest known column is "{near}"'
            raise GlossaryError(f'unknown column "{name}"', file=file, line=line, mend=mend)
        if names.count(name) > 1:
            message = f'the column "{name}" stands twice'
            raise GlossaryError(message, file=file, line=line, mend="keep one of the two")
    for name in _NEEDED:
        if name not in names:
            mend = f"begin the table with {','.join(COLUMNS)}"
            raise GlossaryError(f'no column is "{name}"', file=file, line=line, mend=mend)
    return names


@dataclass(slots=True)
class _Draft:
    """A concept while its rows come in."""

    id: str
    line: int
    kind: Kind | None = None
    definition: str = ""
    terms: list[tuple[Term, Status | None]] = field(default_factory=list)


class _Reading:
    """What is known of a table while its rows come in."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.losses = Losses()
        self.ids = Ids()
        self.drafts: dict[str, _Draft] = {}

    def row(self, cells: Mapping[str, str], line: int) -> None:
        """Take a row in; raise GlossaryError where a cell says what it may not."""
        for name in _NEEDED:
            if not cells.get(name):
                message = f'the cell "{name}" is empty'
                raise GlossaryError(message, file=self.file, line=line, mend="fill it in")
        place = f"{self.file}:{line}"
        kind = self._choice(Kind, "kind", cells, line)
        status = self._choice(Status, "status", cells, line)
        type_ = self._choice(TermType, "type", cells, line) or TermType.FULL
        language = words.language(cells["language"], self.losses, place)
        draft = self._draft(cells["concept"], line)
        self._same(draft, kind, cells.get("definition", ""), place)
        if language is not None:
            term = Term(
                text=cells["term"],
                language=language,
                type=type_,
                romanisation=cells.get("romanisation", ""),
                region=cells.get("region", ""),
                note=cells.get("note", ""),
            )
            draft.terms.append((term, status))

    def done(self) -> Exchanged:
        """Return the concepts in the order of their first rows."""
        made = []
        for draft in self.drafts.values():
            if not draft.terms:
                place = f"{self.file}:{draft.line}"
                self.losses.add("a concept without terms is not kept", place)
                continue
            concept = Concept(
                id=draft.id,
                kind=draft.kind or Kind.COMMON,
                definition=draft.definition,
                terms=tuple(words.ranked(draft.terms)),
                file=self.file,
                line=draft.line,
            )
            made.append(concept)
        return Exchanged(concepts=tuple(made), losses=self.losses.by_place())

    def _draft(self, name: str, line: int) -> _Draft:
        if name not in self.drafts:
            made = self.ids.make(name)
            self.drafts[name] = _Draft(made, line)
            if made != name:
                self.losses.add(f'the id "{name}" is read as {made}', f"{self.file}:{line}")
        return self.drafts[name]

    def _same(self, draft: _Draft, kind: Kind | None, definition: str, place: str) -> None:
        """Keep what is said of a concept first; rows that say otherwise are a loss."""
        if kind not in (None, draft.kind or kind):
            what = f'the kind "{kind}" is not kept, since line {draft.line} says otherwise'
            self.losses.add(what, place)
        if definition not in ("", draft.definition or definition):
            what = f"the definition is not kept, since that of line {draft.line} differs"
            self.losses.add(what, place)
        draft.kind = draft.kind or kind
        draft.definition = draft.definition or definition

    def _choice(
        self, choices: type[_Choice], name: str, cells: Mapping[str, str], line: int
    ) -> _Choice | None:
        """Return what a cell chooses; None where it is empty."""
        word = cells.get(name, "").lower()
        if not word:
            return None
        found = next((choice for choice in choices if choice == word), None)
        if found is None:
            near = difflib.get_close_matches(word, list(choices), n=1, cutoff=0.0)[0]
            message = f'"{name}" is "{word[:40]}"'
            mend = f'use {", ".join(choices)}; the nearest is "{near}"'
            raise GlossaryError(message, file=self.file, line=line, mend=mend)
        return found
