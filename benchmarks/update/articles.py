"""Measure how much of a translator's work lives through the edits of articles."""

from __future__ import annotations

import csv
from collections import Counter
from itertools import groupby
from random import Random
from typing import TYPE_CHECKING

import tools
from edits import Article, Block, Sentence, edit, stock

from tongsa.catalog.align import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from tools import Suggestion, UnitKey

OUTCOMES = ("kept", "right", "wrong", "lost", "new")
_ARTICLES = 40
"""Documents that are edited; the sentences of the others are inserted into them."""


def load(path: Path) -> list[list[tuple[str, str]]]:
    """Return a table's documents as sentences in English and Korean."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    documents = groupby(rows, key=lambda row: row["document"])
    return [[(row["en"], row["ko"]) for row in document] for _, document in documents]


def compose(document: Sequence[tuple[str, str]], random: Random) -> Article:
    """Return a document as an article: headline, deck and paragraphs of two to five sentences."""
    sentences = [Sentence(source=en, target=ko, origins=()) for en, ko in document]
    blocks = [
        Block(context=role, sentences=(sentence,))
        for role, sentence in zip(("headline", "deck"), sentences, strict=False)
    ]
    rest = sentences[2:]
    while rest:
        size = random.randint(2, 5)
        blocks.append(Block(context=None, sentences=tuple(rest[:size])))
        rest = rest[size:]
    return tuple(blocks)


def units(article: Article) -> dict[UnitKey, Sentence]:
    """Return an article's units, each once, in its order."""
    found: dict[UnitKey, Sentence] = {}
    for block in article:
        for sentence in block.sentences:
            found.setdefault((sentence.source, block.context), sentence)
    return found


def judge(
    wanted: Mapping[UnitKey, Sentence], given: Mapping[UnitKey, Suggestion]
) -> Iterator[tuple[str, UnitKey]]:
    """Yield for each unit what became of it."""
    for unit, sentence in wanted.items():
        suggestion = given.get(unit)
        if suggestion is None:
            yield "lost" if sentence.origins else "new", unit
        elif not suggestion.sources <= set(sentence.origins):
            yield "wrong", unit
        else:
            yield "kept" if suggestion.kept else "right", unit


def versions(
    documents: Sequence[Sequence[tuple[str, str]]], rounds: int, seed: int
) -> Iterator[tuple[list[Message], dict[UnitKey, Sentence]]]:
    """Yield old messages and new units of every article in every round.

    Between two rounds the translator finishes the catalog; sentences that went stay in it as
    obsolete messages.
    """
    random = Random(seed)
    words = stock([sentence for document in documents[_ARTICLES:] for sentence in document])
    for document in documents[:_ARTICLES]:
        article = compose(document, random)
        gone: dict[UnitKey, Sentence] = {}
        for _ in range(rounds):
            before = units(article)
            article = edit(article, list(gone.values()), random, words)
            after = units(article)
            old = [
                *before.items(),
                *((unit, it) for unit, it in gone.items() if unit not in before),
            ]
            yield (
                [
                    Message(source=s, context=c, target=it.target, obsolete=(s, c) not in before)
                    for (s, c), it in old
                ],
                after,
            )
            alive = {origin for sentence in after.values() for origin in sentence.origins}
            gone |= {unit: it for unit, it in before.items() if unit[0] not in alive}


def measure(
    path: Path, folder: Path, *, rounds: int, seed: int, show: bool
) -> Mapping[str, Counter[str]]:
    """Return for each tool how many words came to which end."""
    suggesters: Mapping[str, Callable[..., Mapping[UnitKey, Suggestion]]] = {
        "tongsa": tools.suggest_ours,
        "msgmerge": lambda old, new: tools.suggest_msgmerge(old, new, folder),
    }
    counts = {name: Counter[str]() for name in suggesters}
    for old, wanted in versions(load(path), rounds, seed):
        for name, suggester in suggesters.items():
            given = suggester(old, list(wanted))
            for outcome, unit in judge(wanted, given):
                counts[name][outcome] += len(unit[0].split())
                if show and outcome in {"wrong", "lost"}:
                    sources = given[unit].sources if unit in given else wanted[unit].origins
                    print(f"{name} {outcome}: {unit} <- {list(sources)}")
    return counts
