"""Tell which way a figure moves, by the words beside it: a 5% rise, 5% 올랐다, 上漲5%."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from tongsa import packaged

if TYPE_CHECKING:
    from tongsa.model import Span

_MOST_BETWEEN = 4
"""Words that may stand between a figure and the word that tells which way it moves."""


class Movement(IntEnum):
    """Which way a figure moves."""

    DOWN = -1
    UNTOLD = 0
    UP = 1


class Told(NamedTuple):
    """A movement, and where the word stands that tells it."""

    movement: Movement
    span: Span


_UNTOLD = Told(Movement.UNTOLD, (0, 0))


def movement(text: str, figure: Span, language: str) -> Told:
    """Return which way the figure in a span moves; untold where both sides of it disagree."""
    beside = _beside(language.partition("_")[0])
    if beside is None:
        return _UNTOLD
    start, end = figure
    first = max(start - beside.letters, 0)
    before = _told(beside.before.search(text[first:start]), first)
    behind = _told(beside.behind.match(text[end : end + beside.letters]), end)
    if before.movement * behind.movement < 0:
        return _UNTOLD
    return before if before.movement else behind


def _told(found: re.Match[str] | None, offset: int) -> Told:
    if found is None:
        return _UNTOLD
    kind = "up" if found["up"] else "down"
    start, end = found.span(kind)
    return Told(Movement.UP if kind == "up" else Movement.DOWN, (start + offset, end + offset))


class _Beside(NamedTuple):
    """What stands beside a figure that moves."""

    letters: int
    before: re.Pattern[str]
    behind: re.Pattern[str]


@cache
def _beside(family: str) -> _Beside | None:
    table = packaged.table("check/counterparts/movements.toml").get(family)
    if table is None:
        return None
    return (_spaced if family == "en" else _joined)(table)


def _spaced(table: dict[str, Any]) -> _Beside:  # Any: as TOML gives it
    """Return the patterns of a language whose words stand apart."""
    before, behind = table["before"], table["behind"]
    between = rf"(?:\s(?:{'|'.join(before['between'])})){{0,{_MOST_BETWEEN}}}\s$"
    describing = rf"[\s-](?:{behind['describing']}\s){{0,2}}"
    return _Beside(
        table["letters"],
        re.compile(rf"\b{_either(before)}\b{between}", re.IGNORECASE),
        re.compile(rf"{describing}{_either(behind)}\b", re.IGNORECASE),
    )


def _joined(table: dict[str, Any]) -> _Beside:  # Any: as TOML gives it
    """Return the patterns of a language that may write its words together."""
    between = {
        side: rf"(?:\s?(?:{'|'.join(table[side]['between'])})){{0,{_MOST_BETWEEN}}}\s?"
        for side in ("before", "behind")
    }
    return _Beside(
        table["letters"],
        re.compile(f"{_either(table['before'])}{between['before']}$"),
        re.compile(f"{between['behind']}{_either(table['behind'])}"),
    )


def _either(table: dict[str, Any]) -> str:  # Any: as TOML gives it
    return f"(?:(?P<up>{'|'.join(table['up'])})|(?P<down>{'|'.join(table['down'])}))"
