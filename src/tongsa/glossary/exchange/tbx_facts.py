"""Tell what TBX says of a concept and its terms, whatever the version and style.

What TBX-Basic has no data category for is said under a name of our own, which begins with
``x-tongsa-``. Version 2 carries it in ``<admin>``, which other tools pass over; in version 3,
whose lists are closed, it is a ``<note>`` that a person can read too.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tongsa.glossary.exchange.tbx_rules import ADDRESS
from tongsa.model import Kind, Scope, Status, TermType

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from tongsa.model import Concept, Term

OWN = "x-tongsa-"
"""Begins the names of what no data category is for."""

# Deprecated in our sense was right once, as a superseded term was; TBX's deprecated term is one
# that is not to be used, which is the nearest that it has to forbidden.
STATUSES: Mapping[Status, str] = MappingProxyType(
    {
        Status.PREFERRED: "preferredTerm-admn-sts",
        Status.ADMITTED: "admittedTerm-admn-sts",
        Status.DEPRECATED: "supersededTerm-admn-sts",
        Status.FORBIDDEN: "deprecatedTerm-admn-sts",
    }
)
TYPES: Mapping[TermType, str] = MappingProxyType(
    {
        TermType.FULL: "fullForm",
        TermType.SHORT: "shortForm",
        TermType.ACRONYM: "acronym",
        TermType.VARIANT: "variant",
    }
)
_REACH = re.compile(r"(beside|sentence|article): ([^;]*)")  # matches "beside: taiwan, busan"


class Fact(NamedTuple):
    """One thing said: the data category, ``note``, or a name of our own."""

    category: str
    text: str
    target: str = ""
    """What a reference points to."""


def of_concept(concept: Concept, ids: Collection[str]) -> Iterator[Fact]:
    """Yield what is said of a concept; ``ids`` are those in the same file."""
    if concept.domain:
        yield Fact("subjectField", concept.domain)
    if concept.definition:
        yield Fact("definition", concept.definition)
    if concept.source:
        yield Fact("source", concept.source)
    for name in concept.related:
        inside = name in ids
        yield Fact("crossReference", name, xml_id(name)) if inside else Fact(f"{OWN}related", name)
    for link in concept.links:
        outside = ADDRESS.fullmatch(link)
        yield Fact("externalCrossReference", link, link) if outside else Fact(f"{OWN}link", link)
    if concept.kind is not Kind.COMMON:
        yield Fact(f"{OWN}kind", concept.kind)
    if not concept.translate:
        yield Fact(f"{OWN}translate", "no")
    if concept.scope is not None:
        yield Fact(f"{OWN}scope", scope_text(concept.scope))
    if concept.note:
        yield Fact("note", concept.note)


def of_term(term: Term, language: str) -> Iterator[Fact]:
    """Yield what is said of a term that stands under a language, ``termNote`` first."""
    yield Fact("administrativeStatus", STATUSES[term.status])
    if term.type is not TermType.FULL:  # a term of which nothing is said is a full form
        yield Fact("termType", TYPES[term.type])
    if term.region:
        yield Fact("geographicalUsage", term.region)
    yield from _own(term, language)
    if term.note:
        yield Fact("note", term.note)


def _own(term: Term, language: str) -> Iterator[Fact]:
    """Yield what is said of a term under names of our own."""
    said = {
        "status": term.status if term.status is Status.FORBIDDEN else "",
        "language": term.language if term.language != language else "",
        "romanisation": term.romanisation,
        "style": term.style,
        "case": {True: "yes", False: "no", None: ""}[term.case],
        "after-full": "yes" if term.after_full else "",
    }
    for name, text in said.items():
        if text:
            yield Fact(f"{OWN}{name}", text)
    if term.scope is not None:
        yield Fact(f"{OWN}scope", scope_text(term.scope))


def scope_text(scope: Scope) -> str:
    """Return a scope on one line: ``beside: lai-ching-te; article: taiwan, taipei``."""
    reaches = {"beside": scope.beside, "sentence": scope.sentence, "article": scope.article}
    return "; ".join(f"{reach}: {', '.join(ids)}" for reach, ids in reaches.items() if ids)


def scope_of(text: str) -> Scope:
    """Return the scope that a line says."""
    reaches = {reach: tuple(ids.split(", ")) for reach, ids in _REACH.findall(text)}
    return Scope(**reaches)


def xml_id(name: str) -> str:
    """Return an id as XML allows it: not beginning with a digit or a hyphen."""
    return name if name[:1].isalpha() else f"_{name}"


def concept_id(name: str) -> str:
    """Return the id that ``xml_id`` was made from."""
    return name[1:] if name[:1] == "_" and not name[1:2].isalpha() else name
