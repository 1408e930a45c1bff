"""Find acronyms beside what they stand for."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from tongsa.glossary.suggest.tokens import Shape, Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.glossary.suggest.facts import Facts
    from tongsa.glossary.suggest.reading import Sentence

_LONGEST = 8  # letters of an acronym that is looked for
_SKIPPED = 4  # small words within a full form


class Definition(NamedTuple):
    """An acronym and its full form, as a text gives them together."""

    full: str
    acronym: str


def definitions(sentence: Sentence, facts: Facts) -> Iterator[Definition]:
    """Yield ``gross domestic product (GDP)``, ``HBM (high-bandwidth memory)``."""
    words = sentence.words
    for at in range(1, len(words)):
        word = words[at]
        if not word.gap.endswith("("):
            continue
        behind = sentence.text[word.end : word.end + 2]
        if word.shape is Shape.LETTERS and ")" in behind:
            span = _before(words, at, facts)
            letters = word.text
        else:
            span = _behind(words, at)
            letters = words[at - 1].text
        if span is not None:
            full = sentence.text[words[span[0]].start : words[span[1] - 1].end]
            yield Definition(" ".join(full.split()), letters)


def initials(words: Sequence[str], small: frozenset[str]) -> str:
    """Return the first letters of a name's words, the small ones left out."""
    return "".join(word[0] for word in words if word not in small)


def _before(words: Sequence[Token], at: int, facts: Facts) -> tuple[int, int] | None:
    """Return the words right before an acronym in brackets that it stands for."""
    letters = [sign for sign in words[at].key if sign.isalpha()]
    if not 1 < len(letters) <= _LONGEST:
        return None
    for first in range(at - 1, max(at - len(letters) - _SKIPPED, 0) - 1, -1):
        if _spells(words[first:at], letters) and words[first].key not in facts.function:
            return first, at
        if words[first].gap != " ":
            return None
    return None


def _behind(words: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Return the words in brackets behind an acronym that it stands for."""
    acronym = words[at - 1]
    letters = [sign for sign in acronym.key if sign.isalpha()]
    if acronym.shape is not Shape.LETTERS or not 1 < len(letters) <= _LONGEST:
        return None
    inner = list(takewhile(lambda word: word.gap == " ", words[at + 1 : at + _LONGEST + _SKIPPED]))
    past = at + 1 + len(inner)
    return (at, past) if _spells(words[at:past], letters) else None


def _spells(words: Sequence[Token], letters: Sequence[str]) -> bool:
    """Whether the words, and what hyphens part in them, begin with these letters, in order."""
    wanted = list(letters)
    for word in words:
        parts = [part for part in word.key.replace("\u2010", "-").split("-") if part]
        took = False
        for part in parts:
            if wanted and part[0] == wanted[0]:
                wanted.pop(0)
                took = True
        if not took and len(word.key) > _SKIPPED:
            return False
    return not wanted
