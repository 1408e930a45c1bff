"""Compare a concept with one of the same id from elsewhere: what to take over, what to leave."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tongsa.glossary.edit.change import Change, alike
from tongsa.glossary.edit.render import FIELDS
from tongsa.model import Concept, Scope, Status, Term

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from tongsa.glossary.edit.render import Value

_SILENT_CONCEPT = Concept(id="")
_SILENT_TERM = Term(text="", language="")
_FILLED = ("romanisation", "note")
"""Of a term: they tell of it, and change nothing about where it holds."""
_OTHERS = ("type", "region", "scope", "style", "case", "after_full", *_FILLED)
_LONGEST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What a concept from elsewhere says that ours does not."""

    change: Change
    """What is taken over."""
    conflicts: tuple[str, ...]
    """What is not, since ours says something else; one line each."""


def difference(ours: Concept, theirs: Concept, stated: Collection[str], domain: str) -> Difference:
    """Compare two concepts; ``stated`` are the keys of ours, ``domain`` is the file's.

    Nothing that ours says is changed, and nothing is taken over that changes where it holds.
    """
    fields: dict[str, Value] = {}
    conflicts: list[str] = []
    flat = alike(theirs, domain=domain)
    for key in (*FIELDS, "scope"):
        here, there = getattr(ours, key), getattr(flat, key)
        if there == here or getattr(theirs, key) == getattr(_SILENT_CONCEPT, key):
            continue
        if key in stated or key in {"domain", "scope", "translate"}:
            conflicts.append(_kept(f"{key} is", here, there))
        else:
            fields[key] = getattr(theirs, key)
    terms, more = _terms(ours, flat)
    return Difference(
        change=Change(fields=fields, terms=terms),
        conflicts=tuple(f"{ours.id}: {conflict}" for conflict in (*conflicts, *more)),
    )


def _terms(ours: Concept, theirs: Concept) -> tuple[tuple[Term, ...], list[str]]:
    """Return the terms that are new, or known with more told of them; and the conflicts."""
    held = {(term.language, term.text): term for term in ours.terms}
    best = {term.language: term for term in reversed(ours.terms) if _leads(term)}
    terms: list[Term] = []
    conflicts: list[str] = []
    for term in theirs.terms:
        known, leading = held.get((term.language, term.text)), best.get(term.language)
        if known:
            conflicts += _differences(known, term)
            filled = _filled(known, term)
            terms += [filled] if filled != known else []
        elif leading and _leads(term):
            terms.append(replace(term, status=Status.ADMITTED))
            conflicts.append(
                f'{term.language} "{leading.text}" is preferred here, "{term.text}" in the import; '
                "admitted"
            )
        else:
            terms.append(term)
    return tuple(terms), conflicts


def _leads(term: Term) -> bool:
    return term.status is Status.PREFERRED and not term.style


def _differences(ours: Term, theirs: Term) -> Iterator[str]:
    """Yield a line for each thing of which both terms say something, and not the same."""
    word = f'{ours.language} "{ours.text}"'
    if ours.status is not theirs.status:
        yield _kept(f"{word} is", ours.status, theirs.status)
    for key in _OTHERS:
        here, there = getattr(ours, key), getattr(theirs, key)
        silent = key in _FILLED and not here
        if there not in {here, getattr(_SILENT_TERM, key)} and not silent:
            yield _kept(f"{word} has {key}", here, there)


def _filled(ours: Term, theirs: Term) -> Term:
    return replace(
        ours, romanisation=ours.romanisation or theirs.romanisation, note=ours.note or theirs.note
    )


def _kept(subject: str, here: object, there: object) -> str:
    return f"{subject} {_shown(here)} here, {_shown(there)} in the import; kept"


def _shown(value: object) -> str:
    """Return a value as a line shows it."""
    if isinstance(value, Scope):
        reaches = ("beside", "sentence", "article")
        pairs = [f"{reach} {_shown(ids)}" for reach in reaches if (ids := getattr(value, reach))]
        return ", ".join(pairs)
    if isinstance(value, tuple):
        value = ", ".join(value)
    if value in {None, ""}:
        return "unsaid"
    if isinstance(value, bool):
        return str(value).lower()
    text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
