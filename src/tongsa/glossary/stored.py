"""Keep a large glossary ready-made, so that it is there at once the next time.

It is kept in parts, the concepts and a lexicon for each language, in Python's own serialisation
(``marshal``, as compiled modules are), for it is a cache of the user's own and of this version of
Python alone. Concepts are rows until somebody asks for one: of a hundred thousand an article needs
a few dozen.
"""

from __future__ import annotations

import gc
import marshal
from collections.abc import Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, overload

from tongsa.glossary.glossary import Glossary
from tongsa.model import Concept, Kind, Scope, Status, Term, TermType
from tongsa.sealed import opened, sealed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CONCEPTS = "concepts"
"""The name of the part that holds them; the other parts are named by their language."""

_NOT_STORED = frozenset({"id", "terms", "text", "language"})
"""Fields that have a place of their own in a row."""


def dump(glossary: Glossary, languages: Sequence[str]) -> dict[str, bytes]:
    """Return a glossary's parts, with what is needed to find its terms in these languages."""
    parts: dict[str, Any] = {  # Any: as in _row
        CONCEPTS: tuple(map(_row, glossary.concepts)),
        **{language: glossary.store(language) for language in languages},
    }
    return {name: sealed(marshal.dumps(part)) for name, part in parts.items()}


def load(part: Callable[[str], bytes | None]) -> Glossary | None:
    """Return the glossary whose parts a function gives by name; None where it has no concepts.

    A part that is missing or not whole is worked out anew.
    """
    rows = _opened(part(CONCEPTS))
    if rows is None:
        return None
    return Glossary(
        _Rows(rows), restore=lambda language: _opened(part(language)), ids=[row[0] for row in rows]
    )


def _opened(content: bytes | None) -> Any:  # noqa: ANN401 (what was serialised)
    """Return what a part holds; None where it is not what ``dump`` gave, byte for byte."""
    body = opened(content)
    if body is None:
        return None
    with _undisturbed():
        return marshal.loads(body)  # noqa: S302 (the user's own cache, and whole)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep the collector away from millions of new objects, none of which is garbage."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()


def _row(concept: Concept) -> tuple[Any, ...]:  # Any: strings, numbers and tuples of them
    terms = tuple((term.text, term.language, _set(term)) for term in concept.terms)
    return (concept.id, _set(concept), terms)


def _set(noun: Concept | Term) -> tuple[tuple[str, Any], ...]:  # Any: as in _row
    """Return the fields that are not as they are by default."""
    held = []
    for each in fields(noun):
        value = getattr(noun, each.name)
        if each.name in _NOT_STORED or value == each.default:
            continue
        held.append((each.name, _plain(value)))
    return tuple(held)


def _plain(value: object) -> object:
    if isinstance(value, Scope):
        return (value.beside, value.sentence, value.article)
    return str(value) if isinstance(value, str) else value


class _Rows(Sequence[Concept]):
    """Concepts that are made of their rows when they are asked for."""

    def __init__(self, rows: Sequence[Any]) -> None:  # Any: as in _row
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


def _concept(row: Sequence[Any]) -> Concept:  # Any: as in _row
    name, held, terms = row
    return Concept(
        id=name,
        terms=tuple(
            Term(text=text, language=language, **_read(values)) for text, language, values in terms
        ),
        **_read(held),
    )


def _read(values: Sequence[tuple[str, Any]]) -> dict[str, Any]:  # Any: as in _row
    return {name: _READ[name](value) if name in _READ else value for name, value in values}


def _scope(reaches: Sequence[Sequence[str]]) -> Scope:
    beside, sentence, article = map(tuple, reaches)
    return Scope(beside=beside, sentence=sentence, article=article)


_READ: Mapping[str, Callable[[Any], Any]] = MappingProxyType(  # Any: each field's own type
    {"kind": Kind, "status": Status, "type": TermType, "scope": _scope}
)
