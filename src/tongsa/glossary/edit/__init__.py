"""Change a glossary's TOML file, and keep every byte of what is not changed.

The file is its text with places: what changes is written anew where it stands, all else is copied,
and what comes out is read again before it is given back.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tongsa.errors import GlossaryError
from tongsa.glossary.edit import render
from tongsa.glossary.edit.change import Change, alike, coded
from tongsa.glossary.edit.merge import difference
from tongsa.glossary.edit.source import Source, refuse_halves
from tongsa.glossary.load import read
from tongsa.tables import Spot

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tongsa.model import Concept

__all__ = ["Change", "Merged", "added", "changed", "merged", "written"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A file with concepts from elsewhere taken in."""

    text: str
    added: tuple[str, ...]
    """Ids of concepts that are new."""
    extended: tuple[str, ...]
    """Ids of known concepts that say more now."""
    conflicts: tuple[str, ...]
    """What was not taken in, since the file says something else; one line each."""


def added(text: str, concepts: Sequence[Concept], *, file: str) -> str:
    """Return the file with new concepts at its end.

    Raise GlossaryError where an id stands there already, or a concept cannot be written.
    """
    source = Source.of(text, file)
    for concept in concepts:
        if concept.id in source.table:
            line = Spot(file, source.text, (), GlossaryError).line(concept.id)
            message = f'"{concept.id}" is a concept of this file already'
            mend = "change that one, or give the new one another id"
            raise GlossaryError(message, file=file, line=line, mend=mend)
    blocks = _blocks(concepts, source.domain, file).replace("\n", source.newline)
    return f"{text}{_gap(source) if blocks else ''}{blocks}"


def changed(text: str, id: str, change: Change, *, file: str) -> str:  # noqa: A002 (as in Concept)
    """Return the file with one concept changed in place.

    Each term that the change does not name keeps its status, which is written out where its place
    in the list would now tell another. Raise GlossaryError where the file has not what the change
    names, or what comes out would be flawed.
    """
    return Source.of(text, file).with_changes({id: change}) if change else text


def merged(text: str, concepts: Sequence[Concept], *, file: str) -> Merged:
    """Take in concepts from elsewhere: the new ones, and of known ones what the file leaves unsaid.

    Nothing that stands in the file is changed.
    """
    source = Source.of(text, file)
    _refuse_twice(concepts, file)
    theirs = [replace(concept, terms=coded(concept.terms, file)) for concept in concepts]
    new = [concept for concept in theirs if concept.id not in source.table]
    known = [concept for concept in theirs if concept.id in source.table]
    ours = source.concepts([concept.id for concept in known])
    found = {
        concept.id: difference(ours[concept.id], concept, source.table[concept.id], source.domain)
        for concept in known
    }
    changes = {name: each.change for name, each in found.items() if each.change}
    extended = source.with_changes(changes) if changes else text
    return Merged(
        text=added(extended, new, file=file) if new else extended,
        added=tuple(concept.id for concept in new),
        extended=tuple(changes),
        conflicts=tuple(line for each in found.values() for line in each.conflicts),
    )


def written(concepts: Sequence[Concept], *, domain: str | None) -> str:
    """Return the text of a new file; GlossaryError where a concept cannot be written."""
    head = "" if domain is None else f"domain = {render.text(domain)}\n"
    blocks = _blocks(concepts, domain or "", None)
    return head + ("\n" if head and blocks else "") + blocks


def _gap(source: Source) -> str:
    """Return what parts a new table from the text before it: an empty line."""
    text, newline = source.text, source.newline
    if not text:
        return ""
    if not text.endswith("\n"):
        return newline * 2
    return "" if text.endswith(("\n\n", "\n\r\n")) or not text.strip() else newline


def _blocks(concepts: Sequence[Concept], domain: str, file: str | None) -> str:
    """Return concepts as tables; GlossaryError where they would not read as they are."""
    _refuse_twice(concepts, file)
    concepts = [replace(concept, terms=coded(concept.terms, file)) for concept in concepts]
    text = "\n".join(render.block(concept, domain=domain) for concept in concepts)
    refuse_halves(text, file)
    spot = Spot(file or "", "", (), GlossaryError)
    back = read({"domain": domain} | tomllib.loads(text), spot)
    for flaw in back.flaws:
        raise GlossaryError(flaw.message, file=file, mend=flaw.mend)
    for concept, found in zip(concepts, back.concepts, strict=True):
        if alike(found, domain=domain) != alike(concept, domain=domain):
            raise GlossaryError(f'"{concept.id}" would not read as it is', file=file)
    return text


def _refuse_twice(concepts: Iterable[Concept], file: str | None) -> None:
    seen: set[str] = set()
    for concept in concepts:
        if concept.id in seen:
            mend = "make one concept of the two"
            raise GlossaryError(f'"{concept.id}" is given twice', file=file, mend=mend)
        seen.add(concept.id)
