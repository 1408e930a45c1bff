"""Tell how each term of a concept stands in one edition: to be used, to be avoided, another's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tongsa.language.load import facts
from tongsa.model import Status, TermType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.model import Concept, Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Variety:
    """A language as one edition writes it."""

    language: str
    """tongsa's code."""
    styles: frozenset[str] = frozenset()
    """House styles that are switched on."""

    @property
    def base(self) -> str:
        """The language that it falls back to: ``zh`` of ``zh_TW``; else itself."""
        return base(self.language)


class Standing(StrEnum):
    """How a term stands in an edition."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    FORBIDDEN = "forbidden"
    FOREIGN = "another edition's"
    """Used in another region or script, and not in this edition."""

    @property
    def usable(self) -> bool:
        """Whether the edition may use the term."""
        return self in {Standing.PREFERRED, Standing.ADMITTED}


_DISPLACED = frozenset({TermType.FULL, TermType.VARIANT})
"""Types that the preferred term of a house style takes the place of."""


def base(language: str) -> str:
    """Return the language that a code falls back to: ``zh`` for ``zh_TW``."""
    return language.partition("_")[0]


def standings(concept: Concept, variety: Variety) -> dict[int, Standing]:
    """Return how the concept's terms stand, by their index; those that say nothing are left out.

    A language's own usable terms stand over those of the language it falls back to; what is
    forbidden below stays forbidden. A preferred term of a house style that is switched on takes the
    place of the other full forms; an admitted one may be used beside them.
    """
    own = [(at, term) for at, term in enumerate(concept.terms) if term.language == variety.language]
    below = [
        (at, term)
        for at, term in enumerate(concept.terms)
        if term.language == variety.base != variety.language
    ]
    held = dict(_avoided([*below, *own], variety))
    usable = _usable(own, below, variety)
    held |= {at: Standing(term.status) for at, term in usable}
    held |= {at: Standing.FORBIDDEN for at in _displaced(own, below, variety) if at not in held}
    texts = {concept.terms[at].text for at in held}
    for at, term in enumerate(concept.terms):
        if at not in held and term.text not in texts and _foreign(term, variety):
            held[at] = Standing.FOREIGN
    return held


def _avoided(terms: Sequence[tuple[int, Term]], variety: Variety) -> Iterator[tuple[int, Standing]]:
    region = facts(variety.language).region
    for at, term in terms:
        styled = not term.style or term.style in variety.styles
        if not term.status.usable and styled and _local(term, region):
            yield at, Standing(term.status)


def _usable(
    own: Sequence[tuple[int, Term]], below: Sequence[tuple[int, Term]], variety: Variety
) -> list[tuple[int, Term]]:
    """Return the terms that the edition may use: of the uppermost layer that has any."""
    region = facts(variety.language).region
    here = [
        [(at, term) for at, term in layer if term.status.usable and _local(term, region)]
        for layer in (own, below)
    ]
    styled = [(at, term) for layer in here for at, term in layer if term.style in variety.styles]
    plain = [[(at, term) for at, term in layer if not term.style] for layer in here]
    usual = plain[0] or plain[1]
    if any(term.status is Status.PREFERRED for _, term in styled):
        usual = [(at, term) for at, term in usual if term.type not in _DISPLACED]
    return [*styled, *usual]


def _displaced(
    own: Sequence[tuple[int, Term]], below: Sequence[tuple[int, Term]], variety: Variety
) -> Iterator[int]:
    """Yield the terms that a house style which is switched on takes the place of."""
    terms = [*own, *below]
    if any(it.style in variety.styles and it.status is Status.PREFERRED for _, it in terms):
        for at, term in terms:
            if term.status.usable and not term.style and term.type in _DISPLACED:
                yield at


def _local(term: Term, region: str) -> bool:
    return not term.region or not region or term.region == region


def _foreign(term: Term, variety: Variety) -> bool:
    """Whether a term is usable, but in another edition of the same language."""
    if term.status is Status.FORBIDDEN or term.style or base(term.language) != variety.base:
        return False
    if term.language not in {variety.language, variety.base}:
        return term.status.usable
    return not _local(term, facts(variety.language).region)
