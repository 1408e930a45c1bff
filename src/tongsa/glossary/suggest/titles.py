"""Part a run of words with capitals into names and the offices that stand before them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tongsa.glossary.suggest.tokens import Shape, Token
from tongsa.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.glossary.suggest.facts import Facts

_SURNAMED = 2  # words of a title with a family name: "Mr Park"


class Piece(NamedTuple):
    """A name within a run, as indices, and what the office before it says that it is."""

    first: int
    past: int
    kind: Kind | None


def pieces(words: Sequence[Token], at: int, end: int, facts: Facts) -> Iterator[Piece]:
    """Yield the names in a run, and the offices of several words or letters."""
    first, kind = _behind_of(words, at, end, facts), None
    if first > at:
        kind = Kind.PERSON
    while office := None if _headed(words[at:end], facts) else _office(words, first, end, facts):
        begin, past = office
        if first < begin:
            yield Piece(first, begin, kind)
        if _is_term(words[begin:past], facts):
            yield Piece(begin, past, Kind.TITLE)
        first, kind = past, Kind.PERSON
    if first < end:
        yield Piece(first, end, kind)


def _behind_of(words: Sequence[Token], at: int, end: int, facts: Facts) -> int:
    """Return the first word that is no more of an office: ``Secretary of State Pompeo``."""
    first = at
    if at > 1 and words[at - 1].key == "of" and words[at - 2].key in facts.titles:
        while first < end and words[first].key in facts.ranks | facts.fields:
            first += 1
    return first


def _headed(run: Sequence[Token], facts: Facts) -> bool:
    """Whether the last word of a run makes it no person's: ``Queen Ida Hospital``."""
    kinds = {kind for kind, heads in facts.heads.items() if run[-1].key in heads}
    if len(run) == _SURNAMED:
        kinds.discard("place")  # "Mr Park"
    return len(run) > 1 and bool(kinds)


def _office(words: Sequence[Token], first: int, end: int, facts: Facts) -> tuple[int, int] | None:
    """Return where the next office stands; None if there is none."""
    at = first
    while at < end:
        past = at + 1
        landed = words[at].key in facts.landed and past < end and words[past].key == "of"
        if words[at].key not in facts.titles or landed:
            at = past
            continue
        while past < end and words[past].key in facts.titles | facts.ranks:
            past += 1
        while words[past - 1].key not in facts.titles:
            past -= 1
        if past == end or words[past].key not in facts.untitled:
            begin = at
            while begin > first and words[begin - 1].key in facts.ranks | facts.fields:
                begin -= 1
            return begin, past
        at = past + 1  # "General Motors"
    return None


def _is_term(office: Sequence[Token], facts: Facts) -> bool:
    """Whether an office is worth an entry: *Prime Minister* and *CEO*, not *Mr* or *President*."""
    if office[0].key in facts.abbreviations:
        return False
    return len(office) > 1 or office[0].shape is Shape.LETTERS
