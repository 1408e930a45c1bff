"""Tell where one source has two translations, or two sources have one."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from tongsa.check.check import Told

_ENDS = " .!\"“”'‘’-–—:;,…\u00a0"
"""What makes no other source of one where it stands at the ends; a question mark does."""
_LEAST_WORDS = 2
"""A single word is often said otherwise: *Yes*, *Why?*"""
_LEAST_LENGTH = 8
"""Characters from which on two sources have one translation by no chance."""
_ALIKE = 75.0
"""Likeness of 100 from which on two sources may well be translated by the same words."""
_ENOUGH = 1_000
"""Characters that tell whether two sources are alike."""


def rivals(told: Iterable[Told]) -> Iterator[tuple[Told, Told]]:
    """Yield each translation that is not its source's usual one, with the first that is."""
    groups: defaultdict[Hashable, list[Told]] = defaultdict(list)
    for each in told:
        groups[key(each.source), each.use].append(each)
    for group in groups.values():
        if len(group) > 1 and group[0].source.count(" ") >= _LEAST_WORDS - 1:
            yield from _rivals(group)


def _rivals(group: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    words = [letters(each.target) for each in group]
    usual = _usual(words)
    first = group[words.index(usual)]
    for each, said in zip(group, words, strict=True):
        if said != usual:
            yield each, first


def _usual(words: Sequence[str]) -> str:
    """Return the most frequent, the first of those that are as often."""
    counts = Counter(words)
    return max(words, key=lambda it: counts[it])


def doubles(told: Iterable[Told], least: int = _LEAST_LENGTH) -> Iterator[tuple[Told, Told]]:
    """Yield each translation that stands for another source, too, with the first of its usual one.

    ``least`` is how many letters and figures it must have.
    """
    groups: defaultdict[str, list[Told]] = defaultdict(list)
    for each in told:
        groups[each.target.strip()].append(each)
    for target, group in groups.items():
        if len(group) > 1 and len(letters(target)) >= least:
            yield from _doubles(group)


def _doubles(group: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    keys = [key(each.source) for each in group]
    usual = _usual(keys)
    first = group[keys.index(usual)]
    others = {it for it in set(keys) if it != usual and not alike(first.source, it)}
    for each, own in zip(group, keys, strict=True):
        if own in others:
            yield each, first


def alike(one: str, other: str) -> bool:
    """Whether two sources are so much the same that one translation may serve both."""
    from rapidfuzz import fuzz  # noqa: PLC0415 (few articles have any such)

    if key(one) == key(other):
        return True
    words = [" ".join(_words(text[:_ENOUGH])) for text in (one, other)]
    return fuzz.token_sort_ratio(*words) >= _ALIKE


def _words(text: str) -> Iterator[str]:
    """Yield a text's words without what tells singulars and plurals apart."""
    for word in text.lower().replace("’", "'").split():
        plain = "".join(filter(str.isalnum, word.removesuffix("'s")))
        yield plain.removesuffix("s")


def letters(text: str) -> str:
    """Return what of a text is said: its letters and figures, whatever spaces and marks."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text)))


def key(source: str) -> str:
    """Return what is common to the ways to write one source."""
    return source.lower().strip(_ENDS)
