"""The shapes that most checks have, so that a declaration needs no code."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from tongsa import tables
from tongsa.check.check import Hit
from tongsa.glossary.find import finder, masked
from tongsa.glossary.mention import visible
from tongsa.language.particles import replace
from tongsa.model import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tongsa.check.check import Context, Look
    from tongsa.glossary.find import Finder
    from tongsa.glossary.find import Hit as Found
    from tongsa.model import TranslationUnit
    from tongsa.tables import Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A shape of checks: the keys of its own, and what makes a function of them."""

    keys: tuple[str, ...]
    make: Callable[[Mapping[str, Any], Spot], Look]  # Any: as TOML gives it
    blanks: Callable[[Mapping[str, Any]], frozenset[str]]  # Any: as TOML gives it
    """What its hits fill a message with, once ``make`` found the keys in order."""


def _pattern(table: Mapping[str, Any], spot: Spot) -> Look:  # Any: as TOML gives it
    """Find what a pattern matches in the target, where another one matches in the source."""
    from tongsa.check.patterned import pattern  # noqa: PLC0415 (regex takes long to load)

    _given(table, "pattern", spot, "'…'")
    return pattern(table, spot)


def _forbidden(table: Mapping[str, Any], spot: Spot) -> Look:  # Any: as TOML gives it
    """Find words that may not stand in a target."""
    words = _words(_given(table, "words", spot, '["…", "…"]'), "words", spot)

    def look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
        for found in _found(unit, context, words):
            span = (found.start, found.end)
            yield Hit(target_spans=(span,), blanks={"found": unit.target[slice(*span)]})

    return look


def _preferred(table: Mapping[str, Any], spot: Spot) -> Look:  # Any: as TOML gives it
    """Find words for which others are to be written."""
    swaps = tables.table(_given(table, "words", spot, '{ "…" = "…" }'), "words", spot)
    wrong = _words(list(swaps), "words", spot)
    right_of = {word: _right(swaps[word], word, spot.below("words")) for word in wrong}
    words = (*wrong, *right_of.values())

    def look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
        for found in _found(unit, context, words):
            if found.term >= len(wrong):  # the right word, and what is wrong within it is not
                continue
            span = (found.start, found.end)
            right = right_of[wrong[found.term]]
            yield Hit(
                target_spans=(span,),
                blanks={"found": unit.target[slice(*span)], "right": right},
                fix=replace(unit.target, span, right, context.language),
            )

    return look


def _right(value: object, word: str, spot: Spot) -> str:
    right = tables.text(value, word, spot)
    if right == word or not any(map(str.isalnum, right)):
        raise spot.error(word, f'"{word}" is to be written "{right}"', "name another word for it")
    return right


def _consistent(table: Mapping[str, Any], spot: Spot) -> Look:  # Any: as TOML gives it
    """Find a word for which the article has written another of the same group before."""
    listed = _given(table, "groups", spot, '[["…", "…"]]')
    if not isinstance(listed, list) or not listed:
        raise spot.error("groups", '"groups" must list groups', 'write groups = [["…", "…"]]')
    groups = [_words(group, "groups", spot) for group in listed]
    words = tuple(word for group in groups for word in group)
    twice = next((word for word in words if words.count(word) > 1), None)
    if twice is not None:
        raise spot.error_at("groups", twice, f'"groups" names "{twice}" twice', "take one out")
    group_of = tuple(at for at, group in enumerate(groups) for _ in group)

    def look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
        key = (words, group_of)
        first = context.once(key, lambda: _first(context, words, group_of))
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
        if unit.state is not State.TRANSLATED:
            continue
        for found in _found(unit, context, words):
            first.setdefault(group_of[found.term], words[found.term])
    return first


def _found(unit: TranslationUnit, context: Context, words: Sequence[str]) -> Sequence[Found]:
    """Return where words stand in a unit's own target."""
    if unit.merged:
        return ()
    search: Finder = context.once((words, "finder"), lambda: finder(context.language, words))
    return sorted(masked(search.find(visible(unit.target))))


def _given(
    table: Mapping[str, Any],  # Any: as TOML gives it
    key: str,
    spot: Spot,
    example: str,
) -> object:
    if key not in table:
        raise spot.error("kind", f'a check of this kind needs "{key}"', f"add {key} = {example}")
    return table[key]


def _words(value: object, key: str, spot: Spot) -> tuple[str, ...]:
    words = tables.texts(value, key, spot)
    if not words or not all(any(map(str.isalnum, word)) for word in words):
        raise spot.error(key, f'"{key}" must list words', f'write {key} = ["…", "…"]')
    return words


def _of_pattern(table: Mapping[str, Any]) -> frozenset[str]:  # Any: as TOML gives it
    from tongsa.check.patterned import blanks  # noqa: PLC0415 (as in _pattern)

    return blanks(table)


def _always(*names: str) -> Callable[[object], frozenset[str]]:
    return lambda _table: frozenset(names)


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "pattern": Kind(keys=("pattern", "source", "replace"), make=_pattern, blanks=_of_pattern),
        "forbidden": Kind(keys=("words",), make=_forbidden, blanks=_always("found")),
        "preferred": Kind(keys=("words",), make=_preferred, blanks=_always("found", "right")),
        "consistent": Kind(keys=("groups",), make=_consistent, blanks=_always("found", "first")),
    }
)
"""The shared kinds by name."""
