"""Keep a large glossary as JSON, so that it is there at once the next time.

Concepts are rows until somebody asks for one: of a hundred thousand an article needs a few dozen.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import fields
from typing import TYPE_CHECKING, Any, overload

from tongsa.glossary.glossary import Glossary
from tongsa.model import Concept, Kind, Scope, Status, Term, TermType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_FORMAT = "tongsa glossary, 2"
_NOT_STORED = frozenset({"id", "terms", "text", "language"})
"""Fields that have a place of their own in a row."""


def dump(glossary: Glossary, languages: Sequence[str]) -> bytes:
    """Return a glossary as JSON, with what is needed to find its terms in these languages."""
    return json.dumps(
        {
            "format": _FORMAT,
            "concepts": [_row(concept) for concept in glossary.concepts],
            "lexicons": {language: glossary.store(language) for language in languages},
        },
        ensure_ascii=False,
        separators=(",", ":"),
    ).encode()


def load(content: bytes) -> Glossary | None:
    """Return the glossary that ``dump`` gave; None where something else stands there."""
    try:
        with _undisturbed():
            table = json.loads(content)
        if table["format"] != _FORMAT:
            return None
        rows, lexicons = table["concepts"], table["lexicons"]
        return Glossary(_Rows(rows), dict(lexicons.items()), [name for name, _, _ in rows])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep the collector away from millions of new objects, none of which is garbage."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _row(concept: Concept) -> list[Any]:  # Any: JSON
    terms = [[term.text, term.language, _set(term)] for term in concept.terms]
    return [concept.id, _set(concept), terms]


def _set(noun: Concept | Term) -> dict[str, Any]:  # Any: JSON
    """Return the fields that are not as they are by default."""
    held: dict[str, Any] = {}
    for each in fields(noun):
        value = getattr(noun, each.name)
        if each.name in _NOT_STORED or value == each.default:
            continue
        held[each.name] = (
            [value.beside, value.sentence, value.article] if isinstance(value, Scope) else value
        )
    return held


class _Rows(Sequence[Concept]):
    """Concepts that are made of their rows when they are asked for."""

    def __init__(self, rows: Sequence[Any]) -> None:  # Any: JSON
        self._rows = rows
        self._made: dict[int, Concept] = {}

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> Concept: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Concept]: ...
    def __getitem__(self, index: int | slice) -> Concept | Sequence[Concept]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        made = self._made.get(index)
        if made is None:
            made = self._made[index] = _concept(self._rows[index])
        return made


def _concept(row: Sequence[Any]) -> Concept:  # Any: JSON
    name, held, terms = row
    return Concept(
        id=name,
        terms=tuple(
            Term(text=text, language=language, **_read(values)) for text, language, values in terms
        ),
        **_read(held),
    )


def _read(values: Mapping[str, Any]) -> dict[str, Any]:  # Any: JSON
    return {name: _READ[name](value) if name in _READ else value for name, value in values.items()}


def _scope(reaches: Sequence[Sequence[str]]) -> Scope:
    beside, sentence, article = map(tuple, reaches)
    return Scope(beside=beside, sentence=sentence, article=article)


_READ: Mapping[str, Callable[[Any], Any]] = {  # Any: JSON, and each field's own type
    "kind": Kind,
    "status": Status,
    "type": TermType,
    "scope": _scope,
    "related": tuple,
    "links": tuple,
}
