"""Concepts: what a glossary knows, with the terms for it in every language (ISO 30042, TBX)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a concept is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    TITLE = "title"
    PLACE = "place"
    PRODUCT = "product"
    TECHNOLOGY = "technology"
    LAW = "law"
    EVENT = "event"
    WORK = "work"
    IDIOM = "idiom"
    COMMON = "common"


class Status(StrEnum):
    """Whether a term may be used."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    """Was once right, or still is elsewhere; readers understand it."""
    FORBIDDEN = "forbidden"
    """Wrong to a reader."""

    @property
    def usable(self) -> bool:
        """Whether an edition may use the term."""
        return self in {Status.PREFERRED, Status.ADMITTED}


class TermType(StrEnum):
    """How a term stands to the other terms of its concept."""

    FULL = "full"
    SHORT = "short"
    ACRONYM = "acronym"
    VARIANT = "variant"
    """Another spelling of the same name: a romanisation, an old or official form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Where a term stands for its concept: where one of these concepts is named, in any reach."""

    beside: tuple[str, ...] = ()
    """Ids of concepts named right before or behind it: *President* beside *Lai Ching-te*."""
    sentence: tuple[str, ...] = ()
    """Ids of concepts named in the same unit."""
    article: tuple[str, ...] = ()
    """Ids of concepts named anywhere in the same article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One designation of a concept in one language."""

    text: str
    """As it is written in running text; never empty, no white space around it."""
    language: str
    """tongsa's code: ``en``, ``ko``, ``zh`` (both editions), ``zh_TW``, ``zh_CN``."""
    status: Status = Status.PREFERRED
    type: TermType = TermType.FULL
    romanisation: str = ""
    """The system by which it was spelled, such as ``Hanyu Pinyin``; empty where it is no name."""
    region: str = ""
    """ISO 3166 code of the country where it is used, such as ``TW``; empty where all do."""
    scope: Scope | None = None
    style: str = ""
    """House style that it belongs to; it holds only where a desk has switched that style on."""
    case: bool | None = None
    """Whether capitals must stand as written; None: as its letters suggest."""
    after_full: bool = False
    """Whether it may stand only behind a full form in the same article."""
    note: str = ""
    """For the translator; of a forbidden term the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One thing in the world, whatever it is called."""

    id: str
    """Unique in a glossary: small letters, digits and hyphens, such as ``taiwan-strait``."""
    kind: Kind = Kind.COMMON
    definition: str = ""
    note: str = ""
    domain: str = ""
    source: str = ""
    """Where its facts were seen: an address, a publication, or ``unverified``."""
    related: tuple[str, ...] = ()
    """Ids of other concepts."""
    links: tuple[str, ...] = ()
    """Addresses that tell more."""
    scope: Scope | None = None
    """Holds for each of its terms that has no scope of its own."""
    translate: bool = True
    """False where the term stays as the source writes it."""
    terms: tuple[Term, ...] = ()
    """In the editor's order; of the usable ones in a language the first is the preferred."""
    file: str = ""
    """Where it was read, as errors write it; no part of what it means."""
    line: int = 0
    """1-based; 0 where unknown."""
