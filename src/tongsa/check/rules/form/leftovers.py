"""What the checks of leftovers have in common: where work on a translation shows in it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from tongsa import packaged
from tongsa.check.check import Hit, Sifted
from tongsa.check.passages import passages
from tongsa.check.rules.form.sources import source_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ahocorasick_rs import AhoCorasick

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit

WORK, ENGINE, NOTE = "work", "engine", "note"
"""Marks of unfinished work, words of an engine, notes that a translator signs."""


def looker(*kinds: str) -> Sifted:
    """Return a check's function: it yields the leftovers of some kinds."""

    def may_be(unit: TranslationUnit, context: Context) -> bool:
        rows = _suspected(context).get(unit.index, ())
        return any(_rows()[row]["kind"] in kinds for row in rows)

    def look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
        rows = (_rows()[row] for row in sorted(_suspected(context).get(unit.index, ())))
        for row in (it for it in rows if it["kind"] in kinds):
            found = _pattern(row["pattern"]).search(unit.target)
            if found and not _is_given(row["unless"], source_of(unit, context).lower()):
                yield Hit(target_spans=(found.span(),), blanks={"found": found[0].strip()})
                return

    return Sifted(may_be, look)


def _is_given(words: Sequence[str], source: str) -> bool:
    return any(word in source for word in words)


def _suspected(context: Context) -> Mapping[int, set[int]]:
    """Return by unit which rows there may be something of."""
    return context.once("leftovers", lambda: _search(context))


def _search(context: Context) -> Mapping[int, set[int]]:
    found = passages(context)
    hits: dict[int, set[int]] = {}
    for row, start, end in _finder().find_matches_as_indexes(found.text, overlapping=True):
        for unit in found.by_unit([(start, end)]):
            hits.setdefault(unit, set()).add(row)
    return hits


@cache
def _rows() -> Sequence[dict[str, Any]]:  # Any: as TOML gives it
    tables = packaged.table("language/form/leftovers.toml")
    return [{"kind": kind, **row} for kind in tables for row in tables[kind]["rows"]]


@cache
def _finder() -> AhoCorasick:
    from ahocorasick_rs import AhoCorasick  # noqa: PLC0415 (in a check only)

    return AhoCorasick([row["part"] for row in _rows()])


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)
