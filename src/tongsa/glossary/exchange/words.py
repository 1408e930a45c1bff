"""Read the words that files use for statuses, types of terms and languages."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.errors import SettingsError
from tongsa.language.load import normalise
from tongsa.model import Status, TermType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tongsa.glossary.exchange.losses import Losses
    from tongsa.model import Term

_STATUSES: Mapping[str, Status] = MappingProxyType(
    {
        "preferred": Status.PREFERRED,
        "standardized": Status.PREFERRED,
        "recommended": Status.PREFERRED,
        "admitted": Status.ADMITTED,
        "approved": Status.ADMITTED,
        "legal": Status.ADMITTED,
        "regulated": Status.ADMITTED,
        "deprecated": Status.DEPRECATED,
        "superseded": Status.DEPRECATED,
        "obsolete": Status.DEPRECATED,
        "notrecommended": Status.DEPRECATED,
        "forbidden": Status.FORBIDDEN,
        "prohibited": Status.FORBIDDEN,
        "rejected": Status.FORBIDDEN,
    }
)
_TYPES: Mapping[str, TermType] = MappingProxyType(
    {
        "fullform": TermType.FULL,
        "entryterm": TermType.FULL,
        "shortform": TermType.SHORT,
        "abbreviation": TermType.SHORT,
        "clippedterm": TermType.SHORT,
        "acronym": TermType.ACRONYM,
        "initialism": TermType.ACRONYM,
        "variant": TermType.VARIANT,
        "synonym": TermType.VARIANT,
        "transliteratedform": TermType.VARIANT,
        "transcribedform": TermType.VARIANT,
        "romanizedform": TermType.VARIANT,
    }
)
EXACT_TYPES = frozenset({"fullform", "shortform", "acronym", "variant"})
"""Words that say of a term's type all that they say elsewhere."""


def status(word: str) -> Status | None:
    """Return the status that a word names: ``deprecatedTerm-admn-sts``, ``Forbidden``."""
    bare = word.strip().lower().replace(" ", "")
    for ending in ("-admn-sts", "admnsts", "term"):
        bare = bare.removesuffix(ending)
    return _STATUSES.get(bare)


def term_type(word: str) -> TermType | None:
    """Return the nearest type to the one that a word names: ``shortForm``, ``initialism``."""
    return _TYPES.get(word.strip().lower())


def language(tag: str, losses: Losses, place: str) -> str | None:
    """Return the code for a language's tag, ``zh-TW``; None, and a loss, for an unknown one."""
    try:
        code = normalise(tag.strip())
    except SettingsError:
        losses.add(f'terms in the language "{tag}" are not kept', place)
        return None
    if code.lower() not in (tag.replace("-", "_").lower(), _plain(tag)):
        losses.add(f'the language "{tag}" is read as {code}', place)
    return code


def _plain(tag: str) -> str:
    """Return a tag without its script, where its region says the same: ``zh_tw``."""
    parts = tag.lower().split("-")
    return "_".join(part for part in parts if part not in {"hant", "hans"})


def ranked(terms: Iterable[tuple[Term, Status | None]]) -> Iterator[Term]:
    """Yield terms with the status given them; unless one is, the first usable is preferred."""
    pairs = list(terms)
    taken = {term.language for term, given in pairs if given is Status.PREFERRED}
    for term, given in pairs:
        fitting = given or (Status.ADMITTED if term.language in taken else Status.PREFERRED)
        if fitting is Status.PREFERRED:
            taken.add(term.language)
        yield replace(term, status=fitting)
