"""Write concepts as a person writes them in a glossary's TOML file."""

from __future__ import annotations

import json
import re
import unicodedata
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.model import Status, TermType

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from tongsa.model import Concept, Scope, Term

Value = str | bool | tuple[str, ...]
"""What a concept's field holds, apart from its scope and its terms."""

FIELDS: Mapping[str, Value] = MappingProxyType(
    {
        "kind": "",
        "definition": "",
        "note": "",
        "domain": "",
        "source": "",
        "related": (),
        "links": (),
        "translate": True,
    }
)
"""A concept's fields, and what is not written; a kind always is."""
TERM_KEYS = (
    "term",
    "status",
    "type",
    "romanisation",
    "region",
    "scope",
    "style",
    "case",
    "after_full",
    "note",
)
"""In the order in which a term's table has them."""
_ORDER = (
    "kind",
    "definition",
    "note",
    "domain",
    "source",
    "related",
    "links",
    "scope",
    "translate",
    "en",
    "ko",
    "zh",
    "zh_TW",
    "zh_CN",
)
_PROSE = frozenset({"definition", "note", "source"})
"""Fields whose line breaks are kept."""
_BARE = re.compile(r"[A-Za-z0-9_-]+")
"""``taiwan-strait``"""
WIDTH = 100
"""Columns that a list may take on one line; a Han or Hangul character takes two."""


def rank(key: str) -> int:
    """Return a key's place among a concept's keys."""
    return _ORDER.index(key) if key in _ORDER else len(_ORDER)


def block(concept: Concept, *, domain: str) -> str:
    """Return a concept's table; ``domain`` is the file's."""
    lines = {
        key: assignment(key, value)
        for key, silent in FIELDS.items()
        if (value := getattr(concept, key)) != silent and (key, value) != ("domain", domain)
    }
    if scope := _scope(concept.scope):
        lines["scope"] = f"scope = {scope}"
    for language, terms in by_language(concept.terms).items():
        lines[language] = listed(f"{language} = ", elements(terms))
    written = [f"[{name(concept.id)}]", *(lines[key] for key in sorted(lines, key=rank))]
    return "".join(f"{line}\n" for line in written)


def by_language(terms: Sequence[Term]) -> dict[str, list[Term]]:
    """Return terms by language, as a concept has the languages in order."""
    ordered = sorted(terms, key=lambda term: (rank(term.language), term.language))
    return {code: list(group) for code, group in groupby(ordered, lambda term: term.language)}


def name(word: str) -> str:
    """Return a key as TOML writes it."""
    return word if _BARE.fullmatch(word) else text(word)


def text(value: str) -> str:
    """Return a text as TOML writes it on one line; JSON escapes all but DEL alike."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")


def assignment(key: str, value: Value) -> str:
    """Return a line, or a few, that give a concept's field its value."""
    if isinstance(value, tuple):
        return listed(f"{key} = ", [text(each) for each in value])
    return f"{key} = {field(key, value)}"


def field(key: str, value: str | bool) -> str:  # noqa: FBT001 (it is the value that is written)
    """Return a field's value as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    lines = [" ".join(line.split()) for line in value.strip().splitlines()]
    if key not in _PROSE or len(lines) < 2:  # noqa: PLR2004 (one line needs no more)
        return text(" ".join(value.split()))
    inner = "\n".join(text(line)[1:-1] for line in lines).replace('\\"', '"')
    inner = inner.replace('"""', '""\\"')
    return f'"""{inner}"""'


def listed(head: str, values: Sequence[str]) -> str:
    """Return a list behind a head such as ``ko = ``, on one line if that is not too long."""
    line = f"{head}[{', '.join(values)}]"
    if columns(line) <= WIDTH or not values:
        return line
    indent = head[: len(head) - len(head.lstrip())]
    lines = "".join(f"{indent}  {value},\n" for value in values)
    return f"{head}[\n{lines}{indent}]"


def columns(line: str) -> int:
    """Return how many columns a line takes."""
    return len(line) + sum(unicodedata.east_asian_width(sign) in "WF" for sign in line)


def elements(terms: Sequence[Term]) -> list[str]:
    """Return the terms of one language as the elements of their list."""
    said = explicit(terms)
    return [element(text(term.text), term, says=at in said) for at, term in enumerate(terms)]


def element(word: str, term: Term, *, says: bool) -> str:
    """Return a term behind its word as written; ``says`` whether its status stands there."""
    keys = term_keys(term, says=says)
    if not keys:
        return word
    pairs = "".join(f", {key} = {keys[key]}" for key in TERM_KEYS if key in keys)
    return f"{{ term = {word}{pairs} }}"


def term_keys(term: Term, *, says: bool) -> dict[str, str]:
    """Return a term's keys, apart from its text, that say more than an absent one does."""
    keys = {
        key: text(" ".join(value.split()))
        for key in ("romanisation", "region", "style", "note")
        if (value := getattr(term, key)).strip()
    }
    if says:
        keys["status"] = text(term.status)
    if term.type is not TermType.FULL:
        keys["type"] = text(term.type)
    if term.case is not None:
        keys["case"] = field("case", term.case)
    if term.after_full:
        keys["after_full"] = "true"
    if scope := _scope(term.scope):
        keys["scope"] = scope
    return keys


def explicit(terms: Sequence[Term], given: Collection[int] = ()) -> set[int]:
    """Return which terms of a list must say their status for each to be read with its own.

    Of those that need not, the first is read as preferred unless another says that it is, and
    the rest as admitted. Those in ``given`` say it already.
    """
    said = set(given)
    said |= {at for at, term in enumerate(terms) if not term.status.usable}
    said |= {
        at for at, term in enumerate(terms) if term.style and term.status is not Status.PREFERRED
    }
    usable = [at for at, term in enumerate(terms) if term.status.usable and not term.style]
    preferred = [at for at in usable if terms[at].status is Status.PREFERRED]
    if not preferred:
        return said | set(usable)
    if preferred == [at for at in usable if at not in said][:1]:
        return said
    return said | set(preferred)


def _scope(scope: Scope | None) -> str:
    """Return a scope as an inline table; empty where it names nothing."""
    if scope is None:
        return ""
    reaches = [(reach, getattr(scope, reach)) for reach in ("beside", "sentence", "article")]
    pairs = [f"{reach} = [{', '.join(map(text, ids))}]" for reach, ids in reaches if ids]
    return f"{{ {', '.join(pairs)} }}" if pairs else ""
