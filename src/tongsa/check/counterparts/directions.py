"""Tell where a target says the opposite of a word of its source."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tongsa import packaged
from tongsa.check.counterparts.negation import count
from tongsa.check.counterparts.words import tokens
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet


_BEFORE = 3
"""Characters before a Chinese word among which one may deny it: 不會接受."""
_BEHIND = 9
"""Characters behind a Korean word among which one may deny it: 허용하지는 않는다."""
_TURNED = late(
    r"\b(?:(before) [a-z]+ing|(?:com(?:es?|ing)|came) (after)|(?:[bmtr]illion|\d) (won))\b"
)
"""``A before doing B``, which may be told as B after A; ``8 million won``."""
_MEASURED = (
    r"(?:by |about |nearly |almost |around |roughly |some |another |more than |over |as much as )*"
    r"[$€£¥]?\d"
)
_RATES = (
    r"(?:\w+(?:['’]s)? ){0,4}?(?:tax|tariff|rate|price|fare|fee|forecast|budget|target|dut(?:y|ies)"
    r"|spending)"
)
_PHRASES = (
    (("up ",), b"@up", late(rf"\bup {_MEASURED}")),
    (("down ",), b"@down", late(rf"\bdown {_MEASURED}")),
    (
        ("rais", "hik", "lift", "increas"),
        b"@raise",
        late(rf"\b(?:rais|hik|lift|increas)(?:e|es|ed|ing|s) {_RATES}"),
    ),
    (
        ("cut", "lower", "slash"),
        b"@cut",
        late(rf"\b(?:cuts?|cutting|lower(?:s|ed|ing)?|slash(?:es|ed|ing)?) {_RATES}"),
    ),
    (("first half", "first-half"), b"@first-half", late(r"\bfirst[- ]half\b")),
    (("second half", "second-half"), b"@second-half", late(r"\bsecond[- ]half\b")),
)
"""Phrases that say one side where their words alone may say either (``down 4.5%``), each with what
its text has in it, and its name in the list."""


class Side(NamedTuple):
    """One of two words of opposite meaning."""

    pair: int
    """The same for both."""
    first: bool
    """Which of both it is."""
    tells: bool
    """Whether the word means this side and nothing else."""
    own: tuple[str, ...]
    """How an edition says it, or may."""
    other: tuple[str, ...]
    """How the edition says the opposite, and nothing else."""


class Opposite(NamedTuple):
    """A word of a source of which a target says the opposite alone."""

    word: str
    """In small letters, as it is inflected in the source."""
    start: int
    """Where the target says the opposite."""
    end: int


def opposites(source: str, target: str, language: str) -> Iterator[Opposite]:
    """Yield the words of a source of which a target says the opposite, and not denied."""
    table = _table(language.partition("_")[0])
    words = [*tokens(source), *_said(source)]
    told = [
        (word, side, form)
        for word in table.telling.intersection(words)
        for side in table.of[word]
        if side.tells and (form := _first(side.other, target))
    ]
    if not told:
        return
    sides = [side for word in table.known.intersection(words) for side in table.of[word]]
    turned = _turned(source)
    for word, side, form in sorted(told):
        if word in turned or any(_apart(side, it) for it in sides) or _first(side.own, target):
            continue
        start = target.find(form)
        if not _is_denied(target, start, start + len(form), language):
            yield Opposite(word.decode(), start, start + len(form))


@lru_cache(maxsize=4096)
def _said(source: str) -> Sequence[bytes]:
    """Return the names of the phrases that a source has; the editions of an article share it."""
    return [
        name
        for hints, name, phrase in _PHRASES
        if any(hint in source for hint in hints) and phrase.search(source)
    ]


def _first(forms: tuple[str, ...], target: str) -> str:
    """Return the first of these forms that a target holds; empty if none."""
    for form in forms:
        if form in target:
            return form
    return ""


def _turned(source: str) -> AbstractSet[bytes]:
    """Return the words of a source in a phrase that other languages turn, or in a sum."""
    return {word.encode() for pair in _TURNED.findall(source) for word in pair if word}


def _apart(one: Side, two: Side) -> bool:
    """Whether two words say the opposite of each other."""
    return one.pair == two.pair and one.first is not two.first


def _is_denied(target: str, start: int, end: int, language: str) -> bool:
    """Whether a word is denied where it stands: Korean does so behind it, Chinese before."""
    if language == "ko":
        return count(target[end : end + _BEHIND], language) > 0
    return count(target[max(start - _BEFORE, 0) : start], language) > 0


class _Table(NamedTuple):
    """The pairs of the list, as an edition needs them."""

    of: dict[bytes, list[Side]]
    """The sides of each word."""
    known: frozenset[bytes]
    """Every word."""
    telling: frozenset[bytes]
    """Words that mean one side and nothing else."""


@cache
def _table(family: str) -> _Table:
    column = {"ko": 2}.get(family, 4)
    of: dict[bytes, list[Side]] = {}
    lines = packaged.text("check/counterparts/directions.txt").splitlines()
    rows = (it for it in lines if not it.startswith("#"))
    for pair, row in enumerate(rows):
        cells = [tuple(_parted(part) for part in cell.split("; ")) for cell in row.split(" | ")]
        both = cells[column], cells[column + 1]
        for at in (0, 1):
            own, other = sum(both[at], ()), both[1 - at][0]
            for number, words in enumerate(cells[at]):
                side = Side(pair, at == 0, number == 0, own, other)
                for form in {it for word in words for it in _forms(word.encode())}:
                    of.setdefault(form, []).append(side)
    telling = (word for word, sides in of.items() if any(side.tells for side in sides))
    return _Table(of, frozenset(of), frozenset(telling))


def _forms(word: bytes) -> Iterator[bytes]:
    """Yield a word and how it may be inflected; what is no word costs nothing."""
    yield from (word, word + b"s", word + b"es", word + b"ed", word + b"ing")
    if word.endswith(b"e"):
        yield from (word + b"d", word[:-1] + b"ing")
    if word.endswith(b"y"):
        yield from (word[:-1] + b"ies", word[:-1] + b"ied")


def _parted(words: str) -> tuple[str, ...]:
    return tuple(words.split(", "))
