"""Tell what changed between two wordings of a sentence that a translator must not overlook."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache

from tongsa import packaged
from tongsa.language.fold import EAST_ASIAN, fold

REASONS = ("figure", "name", "negation", "reworded", "context", "merged", "split")
"""Every reason to look at a translation again, in the order they are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """What ``risk.toml`` says."""

    words: re.Pattern[str]
    """Finds "$64.5", "645억", "3%", "三億"; "않는다", "港口"; "harbour", "didn't", "Kang-min"."""
    numerals: frozenset[str]
    """Characters that write numbers in East Asian text."""
    negations: re.Pattern[str]
    """Finds signs of negation within East Asian text."""
    figure: frozenset[str]
    negation: frozenset[str]
    contractions: tuple[str, ...]
    ordinary: frozenset[str]
    """Words whose capital tells nothing."""


@cache
def _facts() -> _Facts:
    tables = packaged.table("catalog/risk.toml")
    figure, negation = tables["figure"], tables["negation"]
    numerals = figure["numerals"]
    return _Facts(
        words=re.compile(
            rf"[$£€¥₩]?\d+(?:[.,]\d+)*[%{figure['units']}]*"
            rf"|[{numerals}]+"
            rf"|(?:(?![{numerals}])[{EAST_ASIAN}])+"
            rf"|[^\W_{EAST_ASIAN}]+(?:['’-][^\W_{EAST_ASIAN}]+)*"
        ),
        numerals=frozenset(numerals),
        negations=re.compile("|".join(negation["signs"])),
        figure=frozenset(figure["words"]),
        negation=frozenset(negation["words"]),
        contractions=tuple(negation["endings"]),
        ordinary=frozenset(tables["name"]["ordinary"]),
    )


def changes(old: str, new: str) -> tuple[str, ...]:
    """Return what changed: "figure", "name", "negation", and "reworded" for any other words.

    Never empty: where no word changed, the order, the punctuation or the typography did.
    """
    facts = _facts()
    gone, come = (_told(words) for words in _changed(old, new))
    gone["negation"].update(facts.negations.findall(old))
    come["negation"].update(facts.negations.findall(new))
    return tuple(kind for kind in REASONS if gone[kind] != come[kind]) or ("reworded",)


def differences(old: str, new: str, kind: str) -> tuple[list[str], list[str]]:
    """Return the words of a kind that went and those that came, as they are written."""
    gone, come = (
        {folded: word for word in words if _kind(word, folded := _folded(word)) == kind}
        for words in _changed(old, new)
    )
    return (
        [word for folded, word in gone.items() if folded not in come],
        [word for folded, word in come.items() if folded not in gone],
    )


def _changed(old: str, new: str) -> tuple[Counter[str], Counter[str]]:
    """Return the words that stand in but one of two wordings, or oftener in one."""
    before, after = (Counter(_facts().words.findall(text)) for text in (old, new))
    return before - after, after - before


def _told(words: Counter[str]) -> defaultdict[str, Counter[str]]:
    """Return words by what they tell."""
    told: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for word, count in words.items():
        folded = _folded(word)
        told[_kind(word, folded)][folded] += count
    return told


def _folded(word: str) -> str:
    return fold(word).removesuffix("'s")


def _kind(word: str, folded: str) -> str:
    facts = _facts()
    if any(it.isdecimal() or it in facts.numerals for it in word) or folded in facts.figure:
        return "figure"
    if folded in facts.negation or folded.endswith(facts.contractions):
        return "negation"
    if word != word.lower() and folded not in facts.ordinary:
        return "name"
    return "reworded"
