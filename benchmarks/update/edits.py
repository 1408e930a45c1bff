"""Edit articles as desks do, by a seed, remembering what every sentence was before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

_DIGIT = re.compile(r"\d+")  # "2026", the 7 and the 5 of "7.5"
_AUXILIARY = re.compile(r"\b(is|are|was|were|will|would|can|could|has|have|had|did|does)\b")
_CUT = re.compile(r"(?:,|;) (?:and|but|while|so|which|who) | and |; | - ")
_SHORTEST = 20  # letters of a part that a sentence is cut into
_LETTERS = re.compile(r"[^\W\d_]+")

CHANCES = {
    "figure": 0.030,
    "word": 0.035,
    "name": 0.015,
    "negation": 0.006,
    "reworded": 0.020,
    "turned": 0.006,
    "split": 0.010,
    "merged": 0.010,
    "deleted": 0.030,
    "inserted": 0.030,
    "moved": 0.015,
}
"""How likely each edit is, for each sentence in each round."""
BLOCK_CHANCES = {"moved": 0.3, "merged": 0.3, "split": 0.3, "renamed": 0.15, "restored": 0.2}
"""How likely each edit of blocks is, for each article in each round."""
REWORDED = (0.15, 0.45)
"""The least and the greatest share of words that rewording touches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, and the sentences of the version before that it was made of."""

    source: str
    target: str
    origins: tuple[str, ...]
    """Sources; empty for a new one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, or a headline or deck by its context."""

    context: str | None
    sentences: tuple[Sentence, ...]


Article = tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """What edits are made of: words by kind, and sentences that no article holds."""

    plain: Sequence[str]
    names: Sequence[str]
    sentences: list[tuple[str, str]]


def stock(sentences: Sequence[tuple[str, str]]) -> Stock:
    """Return the words of sentences, as often as they stand there, and the sentences."""
    words = [word for source, _ in sentences for word in source.split()[1:] if word.isalpha()]
    return Stock(
        plain=[word for word in words if word.islower()],
        names=[word for word in words if word.istitle()],
        sentences=list(sentences),
    )


def edit_figure(text: str, random: Random, _: Stock) -> str:
    """Change one digit of one number."""
    numbers = list(_DIGIT.finditer(text))
    if not numbers:
        return text
    number = random.choice(numbers)
    place = random.randrange(number.start(), number.end())
    digit = random.choice([it for it in "123456789" if it != text[place]])
    return text[:place] + digit + text[place + 1 :]


def _swap_words(
    text: str, random: Random, wanted: Callable[[str], bool], pool: Sequence[str]
) -> str:
    words = text.split(" ")
    places = [place for place, word in enumerate(words) if place and wanted(word)]
    if not places:
        return text
    place = random.choice(places)
    words[place] = _LETTERS.sub(lambda _: random.choice(pool), words[place], count=1)
    return " ".join(words)


def edit_word(text: str, random: Random, words: Stock) -> str:
    """Put another word for one or two."""
    for _ in range(random.choice((1, 1, 2))):
        text = _swap_words(text, random, lambda word: word[:1].islower(), words.plain)
    return text


def edit_name(text: str, random: Random, words: Stock) -> str:
    """Put another name for one."""
    return _swap_words(text, random, lambda word: word[:1].isupper(), words.names)


def edit_negation(text: str, random: Random, words: Stock) -> str:
    """Put a "not" in, or take one out."""
    del random, words
    if " not " in text:
        return text.replace(" not ", " ", 1)
    return _AUXILIARY.sub(r"\1 not", text, count=1)


def edit_reworded(text: str, random: Random, words: Stock) -> str:
    """Replace, drop or add words here and there."""
    share = random.uniform(*REWORDED)
    written: list[str] = []
    for word in text.split(" "):
        if random.random() >= share:
            written.append(word)
            continue
        way = random.choice(("other", "other", "dropped", "added"))
        if way == "other":
            written.append(random.choice(words.plain))
        elif way == "added":
            written += [word, random.choice(words.plain)]
    return " ".join(written) or text


def edit_turned(text: str, random: Random, words: Stock) -> str:
    """Put the part before the first comma behind the rest."""
    del random, words
    first, comma, rest = text.partition(", ")
    if not comma or not rest or not text.endswith("."):
        return text
    return f"{rest[0].upper()}{rest[1:-1]}, {first[0].lower()}{first[1:]}."


EDITS = {
    "figure": edit_figure,
    "word": edit_word,
    "name": edit_name,
    "negation": edit_negation,
    "reworded": edit_reworded,
    "turned": edit_turned,
}
"""Edits that make one sentence of one."""


def _cut(text: str) -> tuple[str, str] | None:
    """Return two sentences made of one at the conjunction nearest its middle."""
    cuts = [it for it in _CUT.finditer(text) if _SHORTEST <= it.start() <= len(text) - _SHORTEST]
    if not cuts:
        return None
    cut = min(cuts, key=lambda it: abs(2 * it.start() - len(text)))
    rest = text[cut.end() :]
    return f"{text[: cut.start()]}.", f"{rest[0].upper()}{rest[1:]}"


def _one(first: Sentence, second: Sentence) -> Sentence:
    rest = second.source
    return Sentence(
        source=f"{first.source.rstrip('.')}, and {rest[:1].lower()}{rest[1:]}",
        target=f"{first.target} {second.target}",
        origins=first.origins + second.origins,
    )


def edit_block(block: Block, random: Random, words: Stock) -> Block:
    """Edit a block's sentences, each by the chances."""
    kinds, weights = [*CHANCES, ""], [*CHANCES.values(), 1 - sum(CHANCES.values())]
    written: list[Sentence] = []
    for sentence in block.sentences:
        kind = random.choices(kinds, weights)[0]
        if kind in EDITS:
            source = EDITS[kind](sentence.source, random, words)
            written.append(replace(sentence, source=source))
        elif kind == "split" and not block.context and (parts := _cut(sentence.source)):
            written += [replace(sentence, source=part) for part in parts]
        elif kind == "merged" and not block.context and written:
            written[-1] = _one(written[-1], sentence)
        elif kind == "inserted" and words.sentences and not block.context:
            source, target = words.sentences.pop(random.randrange(len(words.sentences)))
            written += [sentence, Sentence(source=source, target=target, origins=())]
        elif kind == "moved" and written:
            written.insert(random.randrange(len(written)), sentence)
        elif kind != "deleted":
            written.append(sentence)
    return replace(block, sentences=tuple(written))


def edit_blocks(blocks: list[Block], gone: Sequence[Sentence], random: Random) -> list[Block]:
    """Move, merge, split and rename blocks, and bring a removed sentence back."""
    ways = {way for way, chance in BLOCK_CHANCES.items() if random.random() < chance}
    head = [block for block in blocks if block.context]
    blocks = [block for block in blocks if not block.context]
    if "moved" in ways and len(blocks) > 1:
        moved = blocks.pop(random.randrange(len(blocks)))
        blocks.insert(random.randrange(len(blocks) + 1), moved)
    if "merged" in ways and len(blocks) > 1:
        place = random.randrange(len(blocks) - 1)
        second = blocks.pop(place + 1)
        both = blocks[place].sentences + second.sentences
        blocks[place] = replace(blocks[place], sentences=both)
    longer = [place for place, block in enumerate(blocks) if len(block.sentences) > 1]
    if "split" in ways and longer:
        place = random.choice(longer)
        block = blocks[place]
        at = random.randrange(1, len(block.sentences))
        blocks[place : place + 1] = [
            replace(block, sentences=block.sentences[:at]),
            replace(block, sentences=block.sentences[at:]),
        ]
    if "renamed" in ways and head:
        place = random.randrange(len(head))
        role = random.choice([it for it in ("deck", "caption", None) if it != head[place].context])
        head[place] = replace(head[place], context=role)
    if "restored" in ways and gone:
        back = random.choice(gone)
        blocks.append(Block(context=None, sentences=(replace(back, origins=(back.source,)),)))
    return head + blocks


def edit(article: Article, gone: Sequence[Sentence], random: Random, words: Stock) -> Article:
    """Return an article's next version; ``gone`` are sentences that an earlier one held."""
    settled = [
        replace(block, sentences=tuple(replace(it, origins=(it.source,)) for it in block.sentences))
        for block in article
    ]
    edited = [edit_block(block, random, words) for block in settled]
    return tuple(edit_blocks([block for block in edited if block.sentences], gone, random))
