"""Tell which way a figure moves, by the words beside it: a 5% rise, 5% 올랐다, 上漲5%."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from tongsa import packaged
from tongsa.check.counterparts.words import tokens
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tongsa.model import Span

_MOST_BETWEEN = 4
"""Words that may stand between a figure and the word that tells which way it moves."""
_WORD = late(r"[a-z]+", re.IGNORECASE)
_PART = late(r"\W")
"""Ends the word that an entry of the table begins with: ``up(?! to)``, ``more than``."""


class Movement(IntEnum):
    """Which way a figure moves."""

    DOWN = -1
    UNTOLD = 0
    UP = 1


class Told(NamedTuple):
    """A movement, and where the word stands that tells it."""

    movement: Movement
    span: Span
    level: bool = False
    """Whether the figure is what is come to (``fell to 5%``, ``降至5%``), and no change."""


_UNTOLD = Told(Movement.UNTOLD, (0, 0))


def may_move(source: str) -> bool:
    """Whether there may be a figure in an English text that moves, at a glance."""
    return not _spaced().known.isdisjoint(tokens(source))


def movement(text: str, figure: Span, language: str) -> Told:
    """Return which way the figure in a span moves; untold where both sides of it disagree."""
    family = language.partition("_")[0]
    if family == "en":
        before, behind = _in_words(text, figure)
    elif family in _table():
        before, behind = _in_letters(text, figure, family)
    else:
        return _UNTOLD
    if before.movement * behind.movement < 0:
        return _UNTOLD
    return before if before.movement else behind


class _Side(NamedTuple):
    """The English words that stand on one side of a figure."""

    moves: Mapping[str, tuple[Movement, re.Pattern[str] | None]]
    """Each with what has to stand behind it, if that matters."""
    between: re.Pattern[str]
    """What may stand between the word and the figure."""


class _Spaced(NamedTuple):
    before: _Side
    behind: _Side
    level: re.Pattern[str]
    letters: int
    known: frozenset[bytes]


def _in_words(text: str, figure: Span) -> tuple[Told, Told]:
    """Return what the words before and behind a figure tell of it in an English text."""
    spaced = _spaced()
    start, end = figure
    first, last = max(start - spaced.letters, 0), end + spaced.letters
    before = behind = _UNTOLD
    for found in _WORD.finditer(text, first, start):
        told, at = _moving(text, found, spaced.before)
        if told.movement and spaced.before.between.fullmatch(text, at, start):
            before = told._replace(level=bool(spaced.level.search(text, at, start)))
    for found in _WORD.finditer(text, end, last):
        told, _ = _moving(text, found, spaced.behind)
        if told.movement and spaced.behind.between.fullmatch(text, end, found.start()):
            behind = told
            break
    return before, behind


def _moving(text: str, found: re.Match[str], side: _Side) -> tuple[Told, int]:
    """Return what a word tells, and where it ends with what has to stand behind it."""
    word = side.moves.get(found[0].lower())
    end = found.end()
    if word is None or text[found.start() - 1 : found.start()].isalnum():
        return _UNTOLD, end
    moves, rest = word
    if rest is not None:
        behind = rest.match(text, end)
        if behind is None:
            return _UNTOLD, end
        end = behind.end()
    return Told(moves, found.span()), end


@cache
def _spaced() -> _Spaced:
    table = _table()["en"]
    between = "|".join(table["before"]["between"])
    describing = table["behind"]["describing"]
    before = _side(table["before"], rf"(?:\s(?:{between})){{0,{_MOST_BETWEEN}}}\s")
    behind = _side(table["behind"], rf"[\s-](?:{describing}\s){{0,2}}")
    known = frozenset(word.encode() for side in (before, behind) for word in side.moves)
    return _Spaced(before, behind, re.compile(table["level"]), table["letters"], known)


def _side(table: dict[str, Any], between: str) -> _Side:  # Any: as TOML gives it
    moves: dict[str, tuple[Movement, re.Pattern[str] | None]] = {}
    for way, entries in ((Movement.UP, table["up"]), (Movement.DOWN, table["down"])):
        for entry in entries:
            word = _PART.split(entry, maxsplit=1)[0]
            rest = entry[len(word) :]
            moves[word] = way, re.compile(rest) if rest else None
    return _Side(moves, re.compile(between, re.IGNORECASE))


class _Joined(NamedTuple):
    """What stands beside a figure in a language that may write its words together."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    level: re.Pattern[str]
    letters: int


def _in_letters(text: str, figure: Span, family: str) -> tuple[Told, Told]:
    """Return what stands before and behind a figure tells of it in Korean or Chinese."""
    joined = _joined(family)
    start, end = figure
    first = max(start - joined.letters, 0)
    before = joined.before.search(text[first:start])
    behind = joined.behind.match(text[end : end + joined.letters])
    return _told(before, first, joined.level), _told(behind, end, joined.level)


def _told(found: re.Match[str] | None, offset: int, level: re.Pattern[str]) -> Told:
    if found is None:
        return _UNTOLD
    kind = "up" if found["up"] else "down"
    start, end = found.span(kind)
    moves = Movement.UP if kind == "up" else Movement.DOWN
    return Told(moves, (start + offset, end + offset), level=bool(level.search(found[0])))


@cache
def _joined(family: str) -> _Joined:
    table = _table()[family]
    between = {
        side: rf"(?:\s?(?:{'|'.join(table[side]['between'])})){{0,{_MOST_BETWEEN}}}\s?"
        for side in ("before", "behind")
    }
    return _Joined(
        re.compile(f"{_either(table['before'])}{between['before']}$"),
        re.compile(f"{between['behind']}{_either(table['behind'])}"),
        re.compile(table["level"]),
        table["letters"],
    )


def _either(table: dict[str, Any]) -> str:  # Any: as TOML gives it
    return f"(?:(?P<up>{'|'.join(table['up'])})|(?P<down>{'|'.join(table['down'])}))"


def is_inverse(target: str, language: str) -> bool:
    """Whether a translation tells of a rate that falls where its source's rises: 환율, 兌."""
    return any(word in target for word in _table()[language.partition("_")[0]]["inverse"])


@cache
def _table() -> dict[str, Any]:  # Any: as TOML gives it
    return packaged.table("check/counterparts/movements.toml")
