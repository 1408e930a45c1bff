"""Read a glossary's TOML files into concepts, and say of each flaw where it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from tongsa import tables
from tongsa.errors import GlossaryError, SettingsError
from tongsa.language.load import known, normalise
from tongsa.model import Concept, Kind, Scope, Status, Term, TermType
from tongsa.patterns import late
from tongsa.tables import Spot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tongsa.errors import TongsaError

_ID = late(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")
"""``taiwan-strait``, ``3dfabric-alliance``"""
_REGION = late(r"[A-Z]{2}")
"""``TW``"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What a glossary's file holds."""

    concepts: tuple[Concept, ...]
    """In the file's order; without what is flawed in them."""
    flaws: tuple[GlossaryError, ...]
    """What cannot be read, each with file, line and mend."""


def load(text: str, *, file: str) -> tuple[Concept, ...]:
    """Return the concepts of a file; raise GlossaryError at its first flaw."""
    loaded = survey(text, file=file)
    if loaded.flaws:
        raise loaded.flaws[0]
    return loaded.concepts


def survey(text: str, *, file: str) -> Loaded:
    """Read a file whole, and gather its flaws; raise GlossaryError where it is no TOML."""
    table = tables.parse(text, file=file, fault=GlossaryError)
    return read(table, Spot(file, text, (), GlossaryError))


def read(table: Mapping[str, Any], spot: Spot) -> Loaded:  # Any: as TOML gives it
    """Read the concepts in a table, which may be a part of a file; gather what is wrong in them."""
    flaws: list[GlossaryError] = []
    domain = table.get("domain", spot.file.rpartition("/")[2].removesuffix(".toml"))
    if not isinstance(domain, str):
        flaws.append(_flaw(spot.error("domain", '"domain" must be a text')))
        domain = ""
    depth = len(spot.path) + 1
    lines = {path[-1]: line for path, line in tables.headers(spot.text) if len(path) == depth}
    concepts = []
    for name, value in table.items():
        if name == "domain":
            continue
        try:
            _check_id(name, value, spot, lines.get(name))
        except GlossaryError as flaw:
            flaws.append(flaw)
            continue
        values = {"domain": domain} | _Reading(spot.below(name), flaws).fields(value)
        concepts.append(Concept(id=name, file=spot.file, line=lines.get(name, 0), **values))
    return Loaded(concepts=tuple(concepts), flaws=tuple(flaws))


def _flaw(error: TongsaError) -> GlossaryError:
    return GlossaryError(error.message, file=error.file, line=error.line, mend=error.mend)


def _check_id(name: str, value: object, spot: Spot, line: int | None) -> None:
    if not isinstance(value, dict):
        mend = "only domain and the tables of concepts, such as [taiwan-strait], may stand here"
        raise spot.error(name, f'unknown key "{name}"', mend)
    if not _ID.fullmatch(name):
        mend = "write small letters, digits and hyphens, such as [taiwan-strait]"
        message = f'"{name}" is no id of a concept'
        raise GlossaryError(message, file=spot.file, line=line or spot.line(name), mend=mend)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One concept's table while it is read."""

    spot: Spot
    flaws: list[GlossaryError]

    def fields(self, table: Mapping[str, Any]) -> dict[str, Any]:  # Any: as TOML gives it
        """Return the fields of a concept; flaws are gathered and left out."""
        values: dict[str, Any] = {}
        terms: list[Term] = []
        for key, value in table.items():
            try:
                if key in _CONCEPT:
                    values[key] = _CONCEPT[key](value, key, self.spot)
                else:
                    terms += self._terms(value, key)
            except GlossaryError as flaw:
                self.flaws.append(flaw)
        return values | {"terms": tuple(terms)}

    def _terms(self, value: object, key: str) -> Sequence[Term]:
        language = _language(key, self.spot)
        listed = value if isinstance(value, list) else [value]
        read = [self._term(each, key, language) for each in listed]
        terms = [(term, table) for term, table in read if term.text]
        seen: set[str] = set()
        for term, _ in terms:
            if term.text in seen:
                message = f'"{term.text}" stands twice in "{key}"'
                mend = "keep one of the two"
                self.flaws.append(_flaw(self.spot.error_at(key, term.text, message, mend)))
            seen.add(term.text)
        return list(_ranked(terms))

    def _term(self, value: object, key: str, language: str) -> tuple[Term, Mapping[str, Any]]:
        """Return a term, with no text where that is flawed, and the keys that were given."""
        table = {"term": value} if isinstance(value, str) else value
        if not isinstance(table, dict) or "term" not in table:
            example = f'write {key} = ["…", {{ term = "…", status = "forbidden" }}]'
            raise self.spot.error(key, f'"{key}" must list texts or tables with a "term"', example)
        word = str(table["term"])
        values: dict[str, Any] = {}
        for name, given in table.items():
            try:
                if name not in _TERM:
                    mend = tables.nearest(name, _TERM)
                    raise self.spot.error_at(key, word, f'unknown key "{name}" in "{key}"', mend)
                values[name] = _TERM[name](given, key if name == "term" else name, self.spot)
            except GlossaryError as flaw:
                self.flaws.append(_flaw(self.spot.error_at(key, word, flaw.message, flaw.mend)))
        return Term(text=values.pop("term", ""), language=language, **values), table


def _ranked(terms: Sequence[tuple[Term, Mapping[str, Any]]]) -> Iterator[Term]:
    """Yield a language's terms with their status: unless said, the first usable is preferred."""
    plain = [term for term, table in terms if "status" in table and not term.style]
    taken = any(term.status is Status.PREFERRED for term in plain)
    for term, table in terms:
        if "status" in table or term.style:
            yield term
        elif taken:
            yield replace(term, status=Status.ADMITTED)
        else:
            taken = True
            yield term


def _language(key: str, spot: Spot) -> str:
    if key in known():
        return key
    try:
        return normalise(key)
    except SettingsError as error:
        names = {**_CONCEPT, **dict.fromkeys(known())}
        raise spot.error(key, f'unknown key "{key}"', tables.nearest(key, names)) from error


def _text(value: object, key: str, spot: Spot) -> str:
    """Read a text that may run over several lines, as notes do."""
    if not isinstance(value, str):
        raise spot.error(key, f'"{key}" must be a text')
    return " ".join(value.split())


def _word(value: object, key: str, spot: Spot) -> str:
    word = tables.text(value, key, spot)
    if not any(map(str.isalnum, word)):
        raise spot.error_at(key, word, f'"{word}" is no term: it has no letter and no digit')
    if word != word.strip():
        raise spot.error_at(key, word, f'"{word}" has white space around it', "take it out")
    return word


def _region(value: object, key: str, spot: Spot) -> str:
    code = tables.text(value, key, spot)
    if not _REGION.fullmatch(code):
        raise spot.error_at(key, code, f'"{code}" is no region', "write two capitals, such as TW")
    return code


def _scope(value: object, key: str, spot: Spot) -> Scope:
    table = {"sentence": value} if isinstance(value, list) else value
    reaches = dict.fromkeys(("beside", "sentence", "article"), tables.texts)
    scope = tables.read(tables.table(table, key, spot), spot.below(key), reaches)
    if not any(scope.values()):
        mend = 'name a concept: scope = { beside = ["…"] }'
        raise spot.error(key, f'"{key}" names no concept', mend)
    return Scope(**scope)


def _member(kind: type[Kind | Status | TermType]) -> Callable[[object, str, Spot], Any]:
    read = tables.one_of(*(str(member) for member in kind))
    return lambda value, key, spot: kind(read(value, key, spot))


_CONCEPT: Mapping[str, Callable[[Any, str, Spot], Any]] = MappingProxyType(  # Any: as TOML gives it
    {
        "kind": _member(Kind),
        "definition": _text,
        "note": _text,
        "domain": _text,
        "source": _text,
        "related": tables.texts,
        "links": tables.texts,
        "scope": _scope,
        "translate": tables.flag,
    }
)
_TERM: Mapping[str, Callable[[Any, str, Spot], Any]] = MappingProxyType(  # Any: as TOML gives it
    {
        "term": _word,
        "status": _member(Status),
        "type": _member(TermType),
        "romanisation": _text,
        "region": _region,
        "scope": _scope,
        "style": _text,
        "case": tables.flag,
        "after_full": tables.flag,
        "note": _text,
    }
)
