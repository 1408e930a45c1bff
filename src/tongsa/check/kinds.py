"""The shapes that most checks have, so that a declaration needs no code."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import regex

from tongsa import tables
from tongsa.check.check import Hit
from tongsa.glossary.find import finder, masked
from tongsa.glossary.usage import visible
from tongsa.language.particles import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tongsa.check.check import Context, Look
    from tongsa.glossary.find import Finder
    from tongsa.glossary.find import Hit as Found
    from tongsa.model import TranslationUnit
    from tongsa.tables import Spot

_PATIENCE = 2.0
"""Seconds that one pattern may take for one unit; more is a defect of the pattern."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A shape of checks: the keys of its own, and what makes a function of them."""

    keys: tuple[str, ...]
    make: Callable[[Mapping[str, Any], Spot], Look]  # Any: as TOML gives it


def _pattern(table: Mapping[str, Any], spot: Spot) -> Look:  # Any: as TOML gives it
    """Find what a pattern matches in the target, where another one matches in the source."""
    if "pattern" not in table:
        raise spot.error("kind", 'a check of kind "pattern" lacks "pattern"', "add pattern = '…'")
    target = _regex(table["pattern"], "pattern", spot)
    source = _regex(table["source"], "source", spot) if "source" in table else None
    instead = tables.text(table["replace"], "replace", spot) if "replace" in table else None
    if instead is not None:
        _try_template(target, instead, spot)

    def look(unit: TranslationUnit, _context: Context) -> Iterator[Hit]:
        found = source.search(unit.source, timeout=_PATIENCE) if source else None
        if unit.merged or (source and not found):
            return
        for match in target.finditer(unit.target, timeout=_PATIENCE):
            if not match[0]:
                continue
            fix = None
            if instead is not None:
                fix = f"{unit.target[: match.start()]}{match.expand(instead)}{unit.target[match.end() :]}"
            groups = {name: text or "" for name, text in match.groupdict().items()}
            yield Hit(
                source_spans=(found.span(),) if found else (),
                target_spans=(match.span(),),
                blanks={"found": match[0], **groups},
                fix=fix,
            )

    return look


def _forbidden(table: Mapping[str, Any], spot: Spot) -> Look:  # Any: as TOML gives it
    """Find words that may not stand in a target."""
    words = _words(table.get("words"), "words", spot)

    def look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
        for found in _found(unit, context, words):
            span = (found.start, found.end)
            yield Hit(target_spans=(span,), blanks={"found": unit.target[slice(*span)]})

    return look


def _preferred(table: Mapping[str, Any], spot: Spot) -> Look:  # Any: as TOML gives it
    """Find words for which others are to be written."""
    swaps = tables.table(table.get("words"), "words", spot)
    words = _words(list(swaps), "words", spot)
    others = {word: tables.text(swaps[word], word, spot.below("words")) for word in words}

    def look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
        for found in _found(unit, context, words):
            span = (found.start, found.end)
            right = others[words[found.term]]
            yield Hit(
                target_spans=(span,),
                blanks={"found": unit.target[slice(*span)], "right": right},
                fix=replace(unit.target, span, right, context.language),
            )

    return look


def _consistent(table: Mapping[str, Any], spot: Spot) -> Look:  # Any: as TOML gives it
    """Find a word for which the article has written another of the same group before."""
    listed = table.get("groups")
    if not isinstance(listed, list) or not listed:
        raise spot.error("groups", '"groups" must list groups', 'write groups = [["…", "…"]]')
    groups = [_words(group, "groups", spot) for group in listed]
    words = tuple(word for group in groups for word in group)
    group_of = [at for at, group in enumerate(groups) for _ in group]

    def look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
        first = context.once((words, "first"), lambda: _first(context, words, group_of))
        for found in _found(unit, context, words):
            usual = first[group_of[found.term]]
            if words[found.term] != usual:
                span = (found.start, found.end)
                blanks = {"found": unit.target[slice(*span)], "first": usual}
                yield Hit(target_spans=(span,), blanks=blanks)

    return look


def _first(context: Context, words: Sequence[str], group_of: Sequence[int]) -> dict[int, str]:
    """Return the word of each group that an article writes first."""
    first: dict[int, str] = {}
    for unit in context.units:
        for found in _found(unit, context, words):
            first.setdefault(group_of[found.term], words[found.term])
    return first


def _found(unit: TranslationUnit, context: Context, words: Sequence[str]) -> Sequence[Found]:
    """Return where words stand in a unit's own target."""
    if unit.merged:
        return ()
    search: Finder = context.once((words, "finder"), lambda: finder(context.language, words))
    return sorted(masked(search.find(visible(unit.target))))


def _words(value: object, key: str, spot: Spot) -> tuple[str, ...]:
    words = tables.texts(value, key, spot)
    if not words or not all(any(map(str.isalnum, word)) for word in words):
        raise spot.error(key, f'"{key}" must list words', f'write {key} = ["…", "…"]')
    return words


def _regex(value: object, key: str, spot: Spot) -> regex.Pattern[str]:
    text = tables.text(value, key, spot)
    try:
        return regex.compile(text)
    except regex.error as error:
        raise spot.error(key, f"this is no regular expression: {error}") from error


def _try_template(pattern: regex.Pattern[str], template: str, spot: Spot) -> None:
    """Raise where a replacement names a group that the pattern lacks."""
    try:
        pattern.sub(template, "")
        regex.compile(rf"(?:{pattern.pattern})?").sub(template, "")
    except (regex.error, IndexError) as error:
        raise spot.error("replace", f'"replace" does not fit the pattern: {error}') from error


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "pattern": Kind(keys=("pattern", "source", "replace"), make=_pattern),
        "forbidden": Kind(keys=("words",), make=_forbidden),
        "preferred": Kind(keys=("words",), make=_preferred),
        "consistent": Kind(keys=("groups",), make=_consistent),
    }
)
"""The shared kinds by name."""
