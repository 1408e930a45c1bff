"""Say what is to be changed of a concept, and what it must read as afterwards."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field, fields, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from tongsa import tables
from tongsa.errors import GlossaryError, SettingsError
from tongsa.glossary.edit import render
from tongsa.language.load import normalise
from tongsa.model import Concept, Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tongsa.glossary.edit.render import Value
    from tongsa.model import Scope

_DEFAULTS: Mapping[str, Any] = MappingProxyType(  # Any: of each field its own
    {it.name: it.default for it in fields(Concept)}
)

_TYPES = MappingProxyType({str: "a text", tuple: "a list of texts", bool: "true or false"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is to be changed of one concept."""

    fields: Mapping[str, Value | None] = field(default_factory=lambda: MappingProxyType({}))
    """New values of kind, definition, note, domain, source, related, links and translate; None
    takes a field out."""
    terms: tuple[Term, ...] = ()
    """To add, or to stand for the term of the same language and text."""
    dropped: tuple[tuple[str, str], ...] = ()
    """Language and text of terms to take out."""

    def __bool__(self) -> bool:
        """Whether anything is to be changed."""
        return bool(self.fields or self.terms or self.dropped)


def coded(terms: Iterable[Term], file: str | None) -> tuple[Term, ...]:
    """Return terms in tongsa's codes of languages; raise GlossaryError for unknown languages."""
    return tuple(replace(term, language=_code(term.language, file)) for term in terms)


def _code(language: str, file: str | None) -> str:
    try:
        return normalise(language)
    except SettingsError as error:
        raise GlossaryError(error.message, file=file, mend=error.mend) from error


def checked(change: Change, concept: Concept) -> Change:
    """Return a change in tongsa's codes; GlossaryError where the concept has not what it names."""
    for key, value in change.fields.items():
        if key not in render.FIELDS:
            mend = tables.nearest(key, render.FIELDS)
            raise GlossaryError(f'"{key}" is no field to change', file=concept.file, mend=mend)
        usual = type(render.FIELDS[key])
        if value is not None and not isinstance(value, usual):
            raise GlossaryError(f'"{key}" must be {_TYPES[usual]}', file=concept.file)
    dropped = tuple((_code(language, concept.file), text) for language, text in change.dropped)
    held = {(term.language, term.text) for term in concept.terms}
    for code, text in dropped:
        if (code, text) not in held:
            message = f'"{concept.id}" has no term "{text}" in {code}'
            near = _nearest(code, text, concept)
            raise GlossaryError(message, file=concept.file, mend=near)
    return replace(change, terms=coded(change.terms, concept.file), dropped=dropped)


def _nearest(language: str, text: str, concept: Concept) -> str | None:
    terms = [term for term in concept.terms if term.language == language] or concept.terms
    near = difflib.get_close_matches(text, [term.text for term in terms], n=1, cutoff=0.0)
    found = next((term for term in terms if term.text in near), None)
    return f'the nearest is {found.language} "{found.text}"' if found else None


def after(concept: Concept, change: Change, *, domain: str) -> Concept:
    """Return what the concept must read as; ``domain`` is the file's."""
    defaults = {**_DEFAULTS, "domain": domain}
    values: dict[str, Value] = {
        key: defaults[key] if value is None else value for key, value in change.fields.items()
    }
    new = {(term.language, term.text): term for term in change.terms}
    held = [term for term in concept.terms if (term.language, term.text) not in change.dropped]
    known = {(term.language, term.text) for term in held}
    terms = [new.get((term.language, term.text), term) for term in held]
    terms += [term for key, term in new.items() if key not in known]
    changed = replace(concept, **values, terms=tuple(terms))  # type: ignore[arg-type]  # load tells
    return alike(changed, domain=domain)


def alike(concept: Concept, *, domain: str) -> Concept:
    """Return a concept as it reads from a file whose domain is given, wherever it stands there."""
    return replace(
        concept,
        definition=_line(concept.definition),
        note=_line(concept.note),
        source=_line(concept.source),
        domain=_line(concept.domain) or domain,
        scope=_scope(concept.scope),
        terms=tuple(
            replace(
                term,
                romanisation=_line(term.romanisation),
                style=_line(term.style),
                note=_line(term.note),
                scope=_scope(term.scope),
            )
            for terms in render.by_language(concept.terms).values()
            for term in terms
        ),
        file="",
        line=0,
    )


def _line(text: str) -> str:
    return " ".join(text.split())


def _scope(scope: Scope | None) -> Scope | None:
    return scope if scope and (scope.beside or scope.sentence or scope.article) else None
