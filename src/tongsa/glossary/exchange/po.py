"""Read and write a glossary as the PO file of a Weblate glossary, one entry a pair of terms.

The preferred source term has an entry for each target term; each other source term has one, with
the preferred target. Flags say which are forbidden; ``#.`` comments say the rest:
``concept: taiwan-strait``, ``kind: place``, ``status: admitted``, ``definition: …``, ``note: …``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tongsa import __version__
from tongsa.catalog import header
from tongsa.catalog.layout import Layout
from tongsa.catalog.po import Catalog, parse
from tongsa.catalog.write import Message, render
from tongsa.errors import CatalogError, GlossaryError, SettingsError
from tongsa.glossary.exchange import words
from tongsa.glossary.exchange.choose import edition, ordered, usable
from tongsa.glossary.exchange.clean import cleaned, on_one_line
from tongsa.glossary.exchange.ids import Ids
from tongsa.glossary.exchange.losses import Losses
from tongsa.glossary.exchange.omegat import one_target
from tongsa.glossary.exchange.value import Exchanged, Written
from tongsa.language.load import normalise
from tongsa.model import Concept, Kind, Status, Term, TermType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.catalog.entry import Entry
    from tongsa.glossary.exchange.value import Given, Options

_SAID = re.compile(r"(concept|kind|status|definition|note): (.*)", re.DOTALL)
"""What a ``#.`` comment says: ``kind: place``."""
_OF_CONCEPT = ("domain", "source", "related", "links", "scope")
_OF_TERM = ("romanisation", "region", "scope", "style", "after_full")


def write(concepts: Sequence[Concept], options: Options) -> Written:
    """Write one edition's PO file; raise GlossaryError where not one target is named."""
    target = one_target(options)
    losses = Losses()
    layout = Layout()
    entries = [header.render(_header(options, target), layout)]
    for concept in on_one_line(cleaned(concepts, losses), losses):
        sources, targets = edition(concept, options.source), edition(concept, target)
        if not sources:
            losses.add("a concept without a source term is not written", concept.id)
            continue
        _note_lost(concept, [*sources, *targets], target, losses)
        pairs = _pairs(concept, sources, targets, losses)
        entries += [render(_message(concept, *pair), layout) for pair in pairs]
    return Written(data=Catalog(path="").with_entries(entries).data, losses=losses.by_kind())


def _header(options: Options, target: str) -> dict[str, str]:
    return {
        "Project-Id-Version": options.title,
        "Language": target,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": header.plural_forms(target),
        "X-Generator": f"tongsa {__version__}",
    }


def _pairs(
    concept: Concept, sources: list[Term], targets: list[Term], losses: Losses
) -> Iterator[tuple[str, Term | None, int]]:
    """Yield source, target, and how many entries of this source came before."""
    first = (usable(sources) or sources)[0]
    others = [term for term in sources if term is not first]
    for term, expected in [(first, Status.PREFERRED)] + [(t, Status.ADMITTED) for t in others]:
        if term.status is not expected:
            losses.add("a source term's status is not kept", concept.id)
        if term.note:
            losses.add("a source term's note is not kept", concept.id)
    targets = ordered(targets)
    for number, term in enumerate(targets):
        yield first.text, term, number
    for source in others if targets else sources:
        yield source.text, targets[0] if targets else None, 0


def _message(concept: Concept, source: str, target: Term | None, number: int) -> Message:
    flags = ["terminology"]
    said = [f"concept: {concept.id}"]
    if concept.kind is not Kind.COMMON:
        said.append(f"kind: {concept.kind}")
    if target is not None:
        said.append(f"status: {target.status}")
        flags += [] if target.status.usable else ["forbidden"]
    flags += [] if concept.translate else ["read-only"]
    said += [f"definition: {concept.definition}"] if concept.definition else []
    said += [f"note: {concept.note}"] if concept.note else []
    return Message(
        source=source,
        context=f"{concept.id}#{number + 1}" if number else concept.id,
        targets=(target.text if target else "" if concept.translate else source,),
        comments=(target.note,) if target and target.note else (),
        extracted=tuple(said),
        flags=tuple(flags),
    )


def _note_lost(concept: Concept, terms: list[Term], target: str, losses: Losses) -> None:
    for name in _OF_CONCEPT:
        if getattr(concept, name):
            losses.add(f"a concept's {name} is not kept", concept.id)
    for term in terms:
        for name in _OF_TERM:
            if getattr(term, name):
                losses.add(f"a term's {name} is not kept", concept.id)
        if term.type is not TermType.FULL:
            losses.add("a term's type is not kept", concept.id)
        if term.case is not None:
            losses.add("a term's case is not kept", concept.id)
        if term.language != target and term.language == target.partition("_")[0]:
            losses.add(f"a term in {term.language} is read back as one in {target}", concept.id)


@dataclass(slots=True)
class _Draft:
    """A concept while its entries come in."""

    name: str
    line: int
    kind: Kind = Kind.COMMON
    definition: str = ""
    note: str = ""
    translate: bool = True
    terms: dict[tuple[str, str], tuple[Term, Status | None]] = field(default_factory=dict)

    def add(self, term: Term, status: Status | None) -> None:
        """Add a term, unless it is there already."""
        self.terms.setdefault((term.language, term.text), (term, status))


def read(given: Given) -> Exchanged:
    """Read a PO file; raise GlossaryError, with its line, where it is none."""
    if not given.data.strip():
        raise GlossaryError("the file is empty", file=given.file, mend="export it again")
    try:
        catalog = parse(given.data, path=given.file)
    except CatalogError as error:
        message, place = error.message, {"line": error.line, "column": error.column}
        raise GlossaryError(message, file=given.file, mend=error.mend, **place) from error
    reading = _Reading(given, _target(given, catalog))
    for entry in catalog.entries:
        if not entry.is_header:
            reading.entry(entry)
    return reading.done()


def _target(given: Given, catalog: Catalog) -> str:
    tag = given.target or catalog.headers.get("Language", "")
    try:
        return normalise(tag)
    except SettingsError as error:
        message = f'the header names the language "{tag}"' if tag else "no language is named"
        mend = "name the target language, such as --lang ko"
        raise GlossaryError(message, file=given.file, mend=mend) from error


class _Reading:
    """What is known of a catalog while its entries come in."""

    def __init__(self, given: Given, target: str) -> None:
        self.given = given
        self.target = target
        self.losses = Losses()
        self.drafts: dict[tuple[str, str], _Draft] = {}

    def entry(self, entry: Entry) -> None:
        place = f"{self.given.file}:{entry.line}"
        if entry.obsolete or entry.plural_source is not None:
            self.losses.add("an obsolete entry or one with plurals is not kept", place)
            return
        said, free = _said(entry)
        name = said.get("concept", "")
        key = ("concept", name) if name else ("source", entry.source)
        draft = self.drafts.setdefault(key, _Draft(name or entry.source, entry.line))
        if entry.context is not None and not name:
            self.losses.add("a context is not kept", place)
        draft.kind = Kind(said["kind"]) if said.get("kind") in set(Kind) else draft.kind
        draft.definition = draft.definition or said.get("definition", "")
        draft.note = draft.note or said.get("note", "") or free
        draft.translate = draft.translate and "read-only" not in entry.flags
        draft.add(Term(text=entry.source.strip(), language=self.given.source), None)
        if entry.fuzzy:
            self.losses.add("a target that needs work is not kept", place)
        elif entry.target.strip() and "read-only" not in entry.flags:
            note = " ".join(entry.comments).strip()
            term = Term(text=entry.target.strip(), language=self.target, note=note)
            draft.add(term, _status(said.get("status", ""), entry.flags))

    def done(self) -> Exchanged:
        ids = Ids()
        made = tuple(
            Concept(
                id=ids.make(draft.name),
                kind=draft.kind,
                definition=draft.definition,
                note=draft.note,
                translate=draft.translate,
                terms=tuple(words.ranked(draft.terms.values())),
                file=self.given.file,
                line=draft.line,
            )
            for draft in self.drafts.values()
        )
        return Exchanged(concepts=made, losses=self.losses.by_place())


def _said(entry: Entry) -> tuple[dict[str, str], str]:
    """Return what the ``#.`` comments say under our names, and the others."""
    found = [(line, _SAID.fullmatch(line)) for line in entry.extracted]
    said = {match[1]: match[2] for _, match in found if match}
    return said, " ".join(line for line, match in found if not match).strip()


def _status(word: str, flags: Sequence[str]) -> Status | None:
    """Return the status that is named; Weblate's flag counts before our comment."""
    status = words.status(word)
    if "forbidden" in flags:
        return Status.DEPRECATED if status is Status.DEPRECATED else Status.FORBIDDEN
    return status if status is not None and status.usable else None
