"""Tell how far a translation's length is from what is usual for its source."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, lru_cache
from math import log
from typing import TYPE_CHECKING, NamedTuple

from tongsa import packaged
from tongsa.patterns import late

if TYPE_CHECKING:
    from tongsa.model import Span

_PERCENTILE = 2.326
"""Deviations that one in a hundred lies beyond, on either side."""

_GLOSS = late(r"[(（][ -~À-ɏ]*[)）]")  # finds "(Orla Brine)"
_UNREAD = late(r"<[A-Za-z/][^<>]*>|(?<=\])\([^()\s]*\)|https?://[!-(*-;=?-Z^-~]+")
"""What no reader reads: ``<em>``, ``(/log)`` of ``[the log](/log)``, ``https://example.org/log``"""


class Usual(NamedTuple):
    """What is usual for sources of one length, in natural logarithms."""

    length: float
    short: float
    """One deviation towards shorter translations."""
    long: float
    """One deviation towards longer ones."""


def size(text: str) -> float:
    """Return the length of a translation: without spaces and names told again in brackets.

    What is neither Han nor Hangul counts by half, markup and addresses not at all.
    """
    text = _read(text)
    if ")" in text or "）" in text:
        text = _GLOSS.sub("", text)
    every = len(text)
    letters = every - text.count(" ")
    eastern = (len(text.encode("utf-8", "replace")) - every) / 2
    return (letters + min(letters, eastern)) / 2


def deviation(source: str, target: str, language: str) -> tuple[float, float]:
    """Return the logarithm of a translation's length over the usual one, and a deviation of it."""
    usual = _usual(len(_read(source)), language)
    away = log(size(target) or 1) - usual.length
    return away, usual.short if away < 0 else usual.long


def unread(text: str) -> list[Span]:
    """Return the markup and the addresses in a text, which nobody reads."""
    if "<" in text or "](" in text or "://" in text:
        return [it.span() for it in _UNREAD.finditer(text)]
    return []


def _read(text: str) -> str:
    """Return what is read of a text."""
    return _UNREAD.sub("", text) if "<" in text or "](" in text or "://" in text else text


@lru_cache(maxsize=10_000)
def _usual(length: int, language: str) -> Usual:
    """Return what is usual, drawn as straight lines between the table's knots."""
    knots = _knots(language.partition("_")[0])
    where = log(max(length, 1))
    at = min(max(bisect_right([knot[0] for knot in knots], where), 1), len(knots) - 1)
    (left, *low), (right, *high) = knots[at - 1], knots[at]
    share = min(max((where - left) / (right - left), 0), 1)
    usual, short, long = (one + share * (other - one) for one, other in zip(low, high, strict=True))
    beyond = where - (left + share * (right - left))
    # Beyond the table translations grow and shrink as their sources do.
    return Usual(usual + beyond, (usual - short) / _PERCENTILE, (long - usual) / _PERCENTILE)


@cache
def _knots(family: str) -> list[tuple[float, ...]]:
    table = packaged.table("check/counterparts/length.toml")
    return [tuple(map(log, knot)) for knot in table[family]["knots"]]
