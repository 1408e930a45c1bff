"""Read sentences for names: which of their capitals say anything."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tongsa.glossary.mention import visible
from tongsa.glossary.suggest.tokens import Shape, Token, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tongsa.glossary.suggest.facts import Facts

_STYLED = 0.75
"""Share of words of weight with a capital above which a line is a headline in title case."""
_FEW = 3
"""Words of weight without which a line is too short to be told a headline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence whose words have the shapes that mean something."""

    text: str
    """Without addresses and tags, composed (NFC)."""
    words: Sequence[Token]
    styled: bool
    """Whether its capitals are a matter of style: a headline, a line in capitals."""


def read(texts: Iterable[str], facts: Facts) -> list[Sentence]:
    """Return the sentences; a capital that only its place demands is made a small letter."""
    drafts = [_draft(text, facts) for text in texts]
    names: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for draft in drafts:
        for word in draft.words:
            if word.shape is Shape.SMALL:
                small[word.key] += 1
            elif word.shape is Shape.CAPITAL and not draft.styled and not word.opens:
                names[word.key] += 1
    heads = _heads(drafts, small, facts)
    for key in heads:
        names[key] += 1
    proper = {key for key, count in names.items() if count > small[key]}
    return [_settled(draft, proper) for draft in drafts]


def _draft(text: str, facts: Facts) -> Sentence:
    text = unicodedata.normalize("NFC", visible(text))
    words = tokens(text, facts)
    return Sentence(text=text, words=words, styled=_styled(text, words, facts))


def _styled(text: str, words: Sequence[Token], facts: Facts) -> bool:
    """Whether a line is in title case, or in capitals throughout."""
    letters = [word for word in words if word.shape is not Shape.FIGURE]
    loud = sum(word.shape is Shape.LETTERS for word in letters)
    if len(letters) >= _FEW and loud > len(letters) * _STYLED:
        return True
    weighty = [word for word in letters if word.key not in facts.function]
    capital = sum(word.shape is not Shape.SMALL for word in weighty)
    if text.rstrip().endswith("."):
        marked = any(word.text[0].isupper() and facts.ordinary(word.key) for word in letters[1:])
        return (
            len(weighty) >= _FEW and capital == len(weighty) and marked
        )  # "Toll Rises Above 800."
    return len(weighty) >= _FEW and capital > len(weighty) * _STYLED


def _heads(drafts: Iterable[Sentence], small: Counter[str], facts: Facts) -> set[str]:
    """Return first words of sentences that the capital behind them shows to be names."""
    found = set()
    for draft in drafts:
        if draft.styled:
            continue
        for word, behind in zip(draft.words, draft.words[1:], strict=False):
            if (
                word.opens
                and word.shape is Shape.CAPITAL
                and behind.shape.named
                and behind.gap == " "
                and not word.owner
                and not facts.ordinary(behind.key)
                and not facts.ordinary(word.key)
                and not facts.is_generic(word.key)
                and word.key not in facts.callings
                and not word.key.endswith(("ing", "ed"))
                and not small[word.key]
            ):
                found.add(word.key)
    return found


def _settled(draft: Sentence, proper: set[str]) -> Sentence:
    loud = draft.styled and all(word.shape is not Shape.CAPITAL for word in draft.words)
    words = [
        word._replace(shape=Shape.SMALL)
        if (draft.styled or word.opens)
        and (word.shape is Shape.CAPITAL or loud)
        and word.key not in proper
        else word
        for word in draft.words
    ]
    return Sentence(text=draft.text, words=words, styled=draft.styled)
