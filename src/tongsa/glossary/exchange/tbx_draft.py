"""Put together a concept and its terms from what a TBX file says of them, fact by fact."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from tongsa.glossary.exchange import words
from tongsa.glossary.exchange.tbx_facts import OWN, concept_id, scope_of
from tongsa.model import Concept, Kind, Status, Term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongsa.glossary.exchange.tbx_facts import Fact

Values = dict[str, Any]  # Any: fields of a concept or of a term, each of its own type
Taker = Callable[[Values, "Fact"], bool]
"""Takes a fact into the values; tells whether all of it is kept."""

_REGION = re.compile(r"[A-Z]{2}")  # matches TW
_SHOWN = 40  # characters of a text that a loss quotes
_OWN_STATUS = f"{OWN}status"


def say(values: Values, fact: Fact, takers: Mapping[str, Taker]) -> str:
    """Take a fact into the values; return what is lost, empty if nothing."""
    take = takers.get(fact.category)
    if take is None:
        return f'"{fact.category}" is not kept'
    kept = take(values, fact)
    return "" if kept else f'"{fact.category}" is not kept as it is: "{fact.text[:_SHOWN]}"'


def term(values: Values) -> tuple[Term, Status | None]:
    """Return the term that the values make, and the status that was given it."""
    status = values.pop("status", None)
    # A stranger who has since admitted the term means it: our own word only sharpens theirs.
    if values.pop(_OWN_STATUS, "") == Status.FORBIDDEN and status is Status.DEPRECATED:
        status = Status.FORBIDDEN
    return Term(**values), status


def concept(values: Values, terms: Sequence[Values], **place: Any) -> Concept:  # noqa: ANN401 (its fields)
    """Return the concept that the values make; ``place`` gives its id, file and line."""
    for field in ("related", "links"):
        values[field] = tuple(values.get(field, ()))
    return Concept(**place, **values, terms=tuple(words.ranked(map(term, terms))))


def _once(field: str, read: Callable[[str], object] = str) -> Taker:
    """Return what takes the first fact of a kind into a field, and leaves later ones."""

    def take(values: Values, fact: Fact) -> bool:
        return bool(values.setdefault(field, read(fact.text)) == read(fact.text))

    return take


def _listed(field: str) -> Taker:
    def take(values: Values, fact: Fact) -> bool:
        target = concept_id(fact.target) if field == "related" else fact.target
        values.setdefault(field, []).append(target or fact.text)
        return True

    return take


def _note(values: Values, fact: Fact) -> bool:
    values["note"] = f"{values['note']} {fact.text}" if "note" in values else fact.text
    return True


def _kind(values: Values, fact: Fact) -> bool:
    known = fact.text in set(Kind)
    if known:
        values["kind"] = Kind(fact.text)
    return known


def _translate(values: Values, fact: Fact) -> bool:
    values["translate"] = fact.text.strip().lower() != "no"
    return True


def _status(values: Values, fact: Fact) -> bool:
    status = words.status(fact.text)
    values.setdefault("status", status)
    return status is not None


def _type(values: Values, fact: Fact) -> bool:
    kind = words.term_type(fact.text)
    if kind is not None:
        values["type"] = kind
    return fact.text.strip().lower() in words.EXACT_TYPES


def _region(values: Values, fact: Fact) -> bool:
    known = _REGION.fullmatch(fact.text) is not None
    if known:
        values["region"] = fact.text
    return known


def _language(values: Values, fact: Fact) -> bool:
    """Take the language that a term's section falls back to, from which it was taken."""
    known: bool = fact.text == values["language"].partition("_")[0]
    if known:
        values["language"] = fact.text
    return known


def _yes(text: str) -> bool:
    return text.strip().lower() == "yes"


OF_CONCEPT: Mapping[str, Taker] = MappingProxyType(
    {
        "subjectField": _once("domain"),
        "definition": _once("definition"),
        "source": _once("source"),
        "crossReference": _listed("related"),
        f"{OWN}related": _listed("related"),
        "externalCrossReference": _listed("links"),
        "xGraphic": _listed("links"),
        f"{OWN}link": _listed("links"),
        f"{OWN}kind": _kind,
        f"{OWN}scope": _once("scope", scope_of),
        f"{OWN}translate": _translate,
        "Translation needed": _translate,
        "note": _note,
    }
)
"""What takes a fact of each category into a concept."""
OF_TERM: Mapping[str, Taker] = MappingProxyType(
    {
        "administrativeStatus": _status,
        _OWN_STATUS: _once(_OWN_STATUS),
        "termType": _type,
        "geographicalUsage": _region,
        f"{OWN}language": _language,
        f"{OWN}romanisation": _once("romanisation"),
        f"{OWN}scope": _once("scope", scope_of),
        f"{OWN}style": _once("style"),
        f"{OWN}case": _once("case", _yes),
        f"{OWN}after-full": _once("after_full", _yes),
        "note": _note,
    }
)
"""What takes a fact of each category into a term."""
