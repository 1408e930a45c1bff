"""Find the names in a sentence, and what the words beside them say that they name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tongsa.glossary.suggest.runs import YEAR, runs
from tongsa.glossary.suggest.titles import Piece, pieces
from tongsa.glossary.suggest.tokens import Shape, Token
from tongsa.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.glossary.suggest.facts import Facts
    from tongsa.glossary.suggest.reading import Sentence

_QUOTED = re.compile(r"[\"“]([^\"“”]{3,80})[\"”]|(?<!\w)[‘']([^'‘’]{3,80})['’](?!\w)")
"""``"Grandpas Over Flowers"``"""
_APPOSITION = 6  # words behind a name that may tell the bearer's calling
_AGE = 2  # digits


class Name(NamedTuple):
    """A name as it stands once in a text."""

    text: str
    keys: tuple[str, ...]
    """Its words in small letters; never empty."""
    kind: Kind | None
    """What the words beside it say that it is."""
    capital: bool = False
    """Whether all of its words are plain ones with a capital."""
    ending: str = ""
    """The ending of its possessive."""
    alone: bool = False
    """Whether no noun stands behind it that the possessive could go with."""


def names(sentence: Sentence, facts: Facts) -> Iterator[Name]:
    """Yield the names in a sentence; none in one whose capitals are a matter of style."""
    if sentence.styled:
        return
    works = []
    for found in _QUOTED.finditer(sentence.text):
        inside = [it for it in sentence.words if found.start() < it.start < found.end()]
        inner = (found[1] or found[2]).strip().rstrip(",")
        if _is_work(inner, inside, facts):
            works.append(found.span())
            yield _work(inner, inside, facts)
    for at, end in runs(sentence.words, facts):
        start = sentence.words[at].start
        if any(begin < start < past for begin, past in works):
            continue
        for piece in pieces(sentence.words, at, end, facts):
            if name := _name(sentence, piece, facts):
                yield name


def _is_work(inner: str, inside: Sequence[Token], facts: Facts) -> bool:
    """Whether every word of weight in a quotation has a capital, and it is no sentence."""
    capitals = sum(word.text[0].isupper() for word in inside)
    if not capitals or inner[-1:] in ".?!…":
        return False
    weighty = capitals + (inside[0].shape is Shape.FIGURE)  # "60 Minutes"
    small = [word for word in inside if word.text[0].islower()]
    return weighty > 1 and all(word.key in facts.function for word in small)


def _work(inner: str, inside: Sequence[Token], facts: Facts) -> Name:
    if len(inside) > 1 and YEAR.fullmatch(inside[-1].text) and inner.endswith(inside[-1].text):
        inner, inside = inner.removesuffix(inside[-1].text).rstrip(), inside[:-1]
    last = inside[-1].key
    kinds = [kind for kind in (Kind.LAW, Kind.EVENT) if last in facts.heads[kind]]
    return Name(
        " ".join(inner.split()), tuple(word.key for word in inside), next(iter(kinds), Kind.WORK)
    )


def _name(sentence: Sentence, piece: Piece, facts: Facts) -> Name | None:
    """Return a name as it should be entered; None where its words say too little."""
    words, (first, past, kind) = sentence.words, piece
    if past - first > 1 and YEAR.fullmatch(words[past - 1].text):
        past -= 1
    while past > first and words[past - 1].shape is Shape.SMALL:
        past -= 1  # "of" before a title
    inside = words[first:past]
    if not inside or _is_empty(inside, facts):
        return None
    capital = all(word.shape is Shape.CAPITAL for word in inside)
    text = " ".join(sentence.text[inside[0].start : inside[-1].end].split())
    return Name(
        text=text.rstrip(".") if capital and len(inside) == 1 else text,
        keys=tuple(word.key for word in inside),
        kind=kind
        or _before(words, first, facts)
        or _behind(words, first, past, facts)
        or _acts(words, first, past, facts),
        capital=capital,
        ending=_ending(sentence.text, inside[-1]),
        alone=past == len(words) or not _goes_with(words[past], facts),
    )


def _ending(text: str, word: Token) -> str:
    ending = text[word.end : word.end + 2]
    return ending if word.owner and ending[1:] == "s" else ""


def _goes_with(word: Token, facts: Facts) -> bool:
    """Whether a word may be what the possessive before it owns."""
    return word.gap == " " and word.key not in facts.function and word.key not in facts.says


def _is_empty(words: Sequence[Token], facts: Facts) -> bool:
    """Whether words with capitals name nothing of their own."""
    first = words[0]
    if len(words) > 1:
        numbered = words[-1].shape is Shape.FIGURE or len(words[-1].key) == 1
        people = all(word.key in facts.demonyms | facts.directions for word in words)
        return people or (numbered and first.key in facts.references)
    if first.shape is Shape.LETTERS:
        return first.key.replace(".", "") in facts.letters
    return (
        len(first.key) == 1
        or first.key in facts.nameless
        or facts.ordinary(first.key)
        or facts.is_generic(first.key)
    )


def _before(words: Sequence[Token], first: int, facts: Facts) -> Kind | None:
    """Return what the small word right before a name says that it is."""
    before = words[first - 1] if first and words[first].gap == " " else None
    if before is None or before.shape is not Shape.SMALL:
        return None
    if before.key in facts.titles or before.key in facts.callings:
        return Kind.PERSON
    return Kind.PLACE if before.key in {"in", "near"} else None


def _acts(words: Sequence[Token], first: int, past: int, facts: Facts) -> Kind | None:
    """Return an organisation for letters that own or say something, or that are *the* FBI."""
    if words[past - 1].shape is not Shape.LETTERS:
        return None
    behind = words[past] if past < len(words) else None
    says = behind is not None and behind.gap == " " and behind.key in facts.says
    definite = first > 0 and words[first - 1].key == "the"
    whole = behind is None or not _goes_with(behind, facts)
    acts = says or words[past - 1].owner or (definite and whole)
    return Kind.ORGANISATION if acts else None


def _behind(words: Sequence[Token], first: int, past: int, facts: Facts) -> Kind | None:
    """Return a person for a name with an age or an apposition behind it that tells a calling."""
    behind = words[past : past + _APPOSITION]
    if past - first == 1 or not behind or behind[0].gap != ",":
        return None
    age = behind[0].text
    if age.isdecimal() and len(age) == _AGE and behind[1:] and behind[1].gap[0] == ",":
        return Kind.PERSON
    if behind[0].key == "who":
        return Kind.PERSON
    for at, word in enumerate(behind):
        if (at and word.gap != " ") or word.key in {"and", "but", "or", "while"}:
            return None
        if word.key in facts.titles or word.key in facts.callings:
            return Kind.PERSON
    return None
