"""Tell where a target says the opposite of a word of its source."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from tongsa.check.counterparts.negation import count
from tongsa.check.counterparts.words import inflections, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator


_BEFORE = 3
"""Characters before a Chinese word among which one may deny it: 不會接受."""
_BEHIND = 9
"""Characters behind a Korean word among which one may deny it: 허용하지는 않는다."""


class Side(NamedTuple):
    """One of two words of opposite meaning."""

    pair: int
    """The same for both."""
    own: tuple[str, ...]
    """How an edition says it."""
    other: tuple[str, ...]
    """How the edition says the opposite."""


class Opposite(NamedTuple):
    """A word of a source of which a target says the opposite alone."""

    word: str
    """In small letters, as it is inflected in the source."""
    start: int
    """Where the target says the opposite."""
    end: int


def opposites(source: str, target: str, language: str) -> Iterator[Opposite]:
    """Yield the words of a source of which a target says the opposite, and not denied."""
    of, known = _sides(language.partition("_")[0])
    found = known.intersection(tokens(source))
    if not found:
        return
    sides = [(word, side) for word in sorted(found) for side in of[word]]
    several = {one.pair for _, one in sides for _, two in sides if _apart(one, two)}
    for word, side in sides:
        if side.pair in several or any(form in target for form in side.own):
            continue
        form = next((form for form in side.other if form in target), "")
        start = target.find(form)
        if form and not _is_denied(target, start, start + len(form), language):
            yield Opposite(word.decode(), start, start + len(form))


def _apart(one: Side, two: Side) -> bool:
    return one.pair == two.pair and one is not two


def _is_denied(target: str, start: int, end: int, language: str) -> bool:
    """Whether a word is denied where it stands: Korean does so behind it, Chinese before."""
    if language == "ko":
        return count(target[end : end + _BEHIND], language) > 0
    return count(target[max(start - _BEFORE, 0) : start], language) > 0


@cache
def _sides(family: str) -> tuple[dict[bytes, list[Side]], frozenset[bytes]]:
    column = {"ko": 2}.get(family, 4)
    file = resources.files("tongsa.check.counterparts").joinpath("directions.txt")
    of: dict[bytes, list[Side]] = {}
    rows = (it for it in file.read_text("utf-8").splitlines() if not it.startswith("#"))
    for pair, row in enumerate(rows):
        cells = [tuple(cell.split(", ")) for cell in row.split(" | ")]
        forms = cells[column], cells[column + 1]
        for at in (0, 1):
            side = Side(pair, forms[at], forms[1 - at])
            for word in map(str.encode, cells[at]):
                for form in {word, *inflections(word)}:
                    of.setdefault(form, []).append(side)
    return of, frozenset(of)
