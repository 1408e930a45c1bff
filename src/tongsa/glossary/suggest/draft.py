"""Draft a concept from a candidate, for an editor to finish."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tongsa.glossary.suggest.plural import singular
from tongsa.language.fold import fold
from tongsa.model import Concept, Kind, Status, Term, TermType

if TYPE_CHECKING:
    from collections.abc import Collection

    from tongsa.glossary.suggest.candidates import Candidate

_NO_ID = re.compile(r"[^a-z0-9]+")
"""What of ``Grandpas Over Flowers`` cannot stand in an id."""
_DEFINITION = "A draft from an article: say what it is, see to its kind and terms, translate them."


def concept(candidate: Candidate, taken: Collection[str], language: str = "en") -> Concept:
    """Return a draft whose id is none of those taken."""
    plain = _in_singular(candidate.text)
    others = [text for text in candidate.variants if _in_singular(text) != plain]
    return Concept(
        id=_id(candidate.text, taken),
        kind=candidate.kind,
        definition=_DEFINITION,
        source="unverified",
        terms=(
            Term(text=candidate.text, language=language),
            *(_term(text, candidate, language) for text in others),
        ),
    )


def _term(text: str, candidate: Candidate, language: str) -> Term:
    """Return a variant as an admitted term: an acronym, a short form, or another spelling."""
    words, full = fold(text).split(), fold(candidate.text).split()
    kind, after_full = TermType.VARIANT, False
    if text.isupper() and not candidate.text.isupper() and len(words) == 1 and words[0] not in full:
        kind = TermType.ACRONYM
    elif len(words) < len(full) and all(word in full for word in words):
        kind, after_full = TermType.SHORT, candidate.kind is Kind.PERSON
    return Term(
        text=text, language=language, status=Status.ADMITTED, type=kind, after_full=after_full
    )


def _in_singular(text: str) -> str:
    *before, last = fold(text).split() or [""]
    return " ".join([*before, singular(last)])


def _id(text: str, taken: Collection[str]) -> str:
    stem = _NO_ID.sub("-", fold(text).replace("'", "")).strip("-") or "draft"
    name, number = stem, 1
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return name
