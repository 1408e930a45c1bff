"""Find noun phrases in small letters that come again and again."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tongsa.glossary.suggest.plural import singular
from tongsa.glossary.suggest.tokens import Shape, Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tongsa.glossary.suggest.facts import Facts
    from tongsa.glossary.suggest.reading import Sentence

_OFTEN = 2
_LENGTHS = (2, 3)
_LETTERS = 3  # of the shortest word at a phrase's edge


def phrases(sentences: Iterable[Sentence], facts: Facts) -> dict[str, str]:
    """Return each phrase that stands at least twice, in its most usual form, by its key."""
    counts: Counter[str] = Counter()
    ended: set[str] = set()
    forms: dict[str, Counter[str]] = {}
    for sentence in sentences:
        for words, ends in _grams(sentence.words, facts):
            key = " ".join([*(word.key for word in words[:-1]), singular(words[-1].key)])
            key = key.replace("-", " ")
            text = " ".join(
                word.text if word.shape is Shape.LETTERS else word.key for word in words
            )
            counts[key] += 1
            if ends:
                ended.add(key)
            forms.setdefault(key, Counter())[text] += 1
    return {
        key: max(forms[key].items(), key=lambda form: (form[1], -len(form[0])))[0]
        for key, count in counts.items()
        if count >= _OFTEN and key in ended
    }


def _grams(words: Sequence[Token], facts: Facts) -> Iterator[tuple[Sequence[Token], bool]]:
    """Yield what may be phrases, and whether no other noun follows that could be their head."""
    for at, first in enumerate(words):
        if not _may_begin(first, facts):
            continue
        for length in _LENGTHS:
            gram = words[at : at + length]
            if len(gram) < length or any(word.gap != " " for word in gram[1:]):
                break
            if any(word.owner for word in gram[:-1]):
                break
            if _is_term(gram, facts):
                behind = words[at + length : at + length + 1]
                yield gram, not behind or gram[-1].owner or _parts(behind[0], facts)


def _may_begin(word: Token, facts: Facts) -> bool:
    if word.shape is Shape.LETTERS:
        return True
    return word.shape is Shape.SMALL and len(word.key) >= _LETTERS and not _is_weak(word.key, facts)


def _parts(word: Token, facts: Facts) -> bool:
    return word.gap != " " or word.shape is not Shape.SMALL or _is_weak(word.key, facts)


def _is_weak(key: str, facts: Facts) -> bool:
    superlative = key.endswith("est") and key not in facts.in_est
    return superlative or facts.ordinary(key) or key in facts.units


def _is_term(words: Sequence[Token], facts: Facts) -> bool:
    """Whether words may be a noun with what belongs to it."""
    last = words[-1]
    if last.shape is not Shape.SMALL or len(last.key) < _LETTERS or _is_weak(last.key, facts):
        return False
    if last.key in facts.relational or (
        len(words) > min(_LENGTHS) and words[0].key.endswith("ing")
    ):
        return False
    if last.key.endswith("ed") and not last.key.endswith("eed"):
        return False
    for word in words[1:-1]:
        if word.key == "of":  # "rule of law", but not "end of war"
            return not facts.is_generic(words[0].key) and not facts.is_generic(last.key)
        if word.shape is not Shape.SMALL or _is_weak(word.key, facts):
            return False
    return not all(
        word.key in facts.relational or facts.is_generic(word.key)
        for word in words
        if word.shape is Shape.SMALL
    )
