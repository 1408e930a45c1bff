"""Choose which terms of a concept a file holds, and under which language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.glossary.standing import base

if TYPE_CHECKING:
    from tongsa.glossary.exchange.value import Options
    from tongsa.model import Concept, Term


def chosen(concept: Concept, options: Options) -> list[Term]:
    """Return the terms in the languages asked for, and in those they fall back to."""
    if not options.targets:
        return list(concept.terms)
    codes = {options.source, *options.targets}
    codes |= {base(code) for code in codes}
    return [term for term in concept.terms if term.language in codes]


def sections(concept: Concept, options: Options) -> dict[str, list[Term]]:
    """Return the terms by the language under which a file holds them, the source first.

    Under each the preferred come first and the unusable last, for many a tool shows but the first.
    In a file for one edition, terms of the language that it falls back to stand under its own.
    """
    if len(options.targets) == 1:
        codes = (options.source, *options.targets)
        found = {code: edition(concept, code) for code in codes}
    else:
        found = {options.source: []}
        for term in chosen(concept, options):
            found.setdefault(term.language, []).append(term)
    return {code: ordered(terms) for code, terms in found.items() if terms}


def edition(concept: Concept, code: str) -> list[Term]:
    """Return the terms that hold in a language: its own, then those it falls back to.

    Usable terms of its own replace the others' usable ones.
    """
    own = [term for term in concept.terms if term.language == code]
    if base(code) == code:
        return own
    texts = {term.text for term in own}
    others = [
        term for term in concept.terms if term.language == base(code) and term.text not in texts
    ]
    if any(term.status.usable and not term.style for term in own):
        others = [term for term in others if not term.status.usable]
    return own + others


def ordered(terms: list[Term]) -> list[Term]:
    """Return the usable terms as ``usable`` does, and then the others."""
    return usable(terms) + [term for term in terms if not term.status.usable]


def usable(terms: list[Term]) -> list[Term]:
    """Return the usable ones of an edition's terms, the preferred first.

    Those of a house style come last, since nothing here tells whether it is switched on.
    """
    found = [term for term in terms if term.status.usable]
    return sorted(found, key=lambda term: (bool(term.style), term.status == "admitted"))
