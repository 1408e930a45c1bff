"""Take out of concepts the characters that no file of text may hold."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

from tongsa.model import Concept, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tongsa.glossary.exchange.losses import Losses

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 excludes: matches BEL, and half of a surrogate pair."""
_BREAK = re.compile(r"[\t\r\n\x85\u2028\u2029]+")  # matches a tab and the ends of lines

_Value = TypeVar("_Value", Concept, Term)


def cleaned(concepts: Iterable[Concept], losses: Losses) -> Iterator[Concept]:
    """Yield the concepts without control characters."""
    for concept in concepts:

        def clean(text: str, place: str = concept.id) -> str:
            if _FORBIDDEN.search(text):
                losses.add("control characters are left out", place)
                text = _FORBIDDEN.sub("", text)
            return text

        yield _mapped(concept, clean)


def on_one_line(concepts: Iterable[Concept], losses: Losses) -> Iterator[Concept]:
    """Yield the concepts with a space for each tab and each end of a line."""
    for concept in concepts:

        def flatten(text: str, place: str = concept.id) -> str:
            if _BREAK.search(text):
                losses.add("tabs and line breaks are written as spaces", place)
                text = _BREAK.sub(" ", text)
            return text

        yield _mapped(concept, flatten)


def _mapped(concept: Concept, change: Callable[[str], str]) -> Concept:
    """Return a concept with each of its texts changed, and each of its terms'."""
    concept = _with_texts(concept, change)
    return replace(
        concept,
        related=tuple(map(change, concept.related)),
        links=tuple(map(change, concept.links)),
        terms=tuple(_with_texts(term, change) for term in concept.terms),
    )


def _with_texts(value: _Value, change: Callable[[str], str]) -> _Value:
    changed: dict[str, Any] = {}  # Any: so that replace() takes them for fields of either
    for field in fields(value):
        text = getattr(value, field.name)
        if type(text) is str and (new := change(text)) != text:
            changed[field.name] = new
    return replace(value, **changed) if changed else value
