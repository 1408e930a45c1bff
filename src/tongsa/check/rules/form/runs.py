"""Where the quotations of an article run from one unit into another."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tongsa.check.rules.form.pairs import QUOTES, Balance, Sign, balance, opens, partners
from tongsa.model import State
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit

_LONGEST = 12
"""Units that one quotation may run over."""
_DEEPEST = 4
"""Quotations that may stand open within one another."""
_QUOTING = frozenset('"“”‘「『«＂')
"""Marks that show a quotation; an apostrophe does not."""


_SPOKEN = late(r"[\"“”‘「」『』«»]|'(?![A-Za-z])|(?<![A-Za-z])['’]|(?<=[.,!?])’")
"""A quotation mark that is no apostrophe within a word."""


@dataclass(slots=True, eq=False)
class Edge:
    """A quotation mark whose other half does not stand in the same unit."""

    unit: int
    sign: Sign
    opens: bool | None
    """None where a straight mark does not tell, until it is paired."""
    other: Edge | None = None
    """The other half."""

    @property
    def reach(self) -> slice:
        """The units from one half to the other."""
        ends = sorted((self.unit, (self.other or self).unit))
        return slice(ends[0], ends[1] + 1)


Edges = defaultdict[int, list[Edge]]
"""By unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """The quotations of an article that run over several units."""

    source: Edges
    target: Edges
    told: Sequence[str]
    """What each unit says itself: its target, or nothing."""
    quoting: Sequence[bool]
    """Whether a unit's source quotes anything."""
    within: Sequence[bool]
    """Whether a quotation of the sources runs into a unit, out of it or through it."""

    def unpaired(self, unit: TranslationUnit) -> list[Sign]:
        """Return a target's quotation marks with no other half in the article, nor a reason."""
        return [edge.sign for edge in self.target[unit.index] if not self._fine(edge)]

    def missing(self, unit: TranslationUnit) -> list[Sign]:
        """Return a source's marks that a target lacks, while their other half has its like."""
        here = unit.index
        if not self.told[here] or not QUOTES.isdisjoint(self.told[here]):
            return []
        return [
            edge.sign
            for edge in self.source[here]
            if edge.other and any(it.other is None for it in _alike(edge.other, self.target))
        ]

    def _fine(self, edge: Edge) -> bool:
        if edge.other:
            ends = (edge, edge.other)
            broken = any(it.other is None for end in ends for it in _alike(end, self.source))
            return broken or all(self.quoting[edge.reach])
        return any(
            source.other is None or QUOTES.isdisjoint(self.told[source.other.unit])
            for source in _alike(edge, self.source)
        )


def _alike(edge: Edge, edges: Edges) -> Iterator[Edge]:
    """Yield the marks that stand in the same unit and lead the same way."""
    return (it for it in edges[edge.unit] if it.opens is edge.opens)


def runs(context: Context) -> Runs:
    """Return the quotations that run over units of an article, worked out once."""
    return context.once("quotations over units", lambda: _runs(context.units))


def _runs(units: Sequence[TranslationUnit]) -> Runs:
    told = [
        unit.target if unit.state is State.TRANSLATED and not unit.merged else "" for unit in units
    ]
    source = _edges(
        (_teller(unit, units), unit.source, balance(unit.source, spaced=True))
        for unit in units
        if _SPOKEN.search(unit.source)
    )
    target = _edges(((at, text, balance(text)) for at, text in enumerate(told)), source)
    quoting = [not _QUOTING.isdisjoint(unit.source) for unit in units]
    within = [False] * len(units)
    for edge in [edge for edges in source.values() for edge in edges]:
        part = [True] * (edge.reach.stop - edge.reach.start)
        quoting[edge.reach] = within[edge.reach] = part
    return Runs(source=source, target=target, told=told, quoting=quoting, within=within)


def _teller(unit: TranslationUnit, units: Sequence[TranslationUnit]) -> int:
    """Return the place of the unit whose words tell one."""
    if not unit.merged:
        return unit.index
    near = sorted(
        units[max(0, unit.index - _LONGEST) : unit.index + _LONGEST],
        key=lambda it: abs(it.index - unit.index),
    )
    tellers = (it.index for it in near if not it.merged and it.target == unit.target)
    return next(tellers, unit.index)


def _edges(texts: Iterable[tuple[int, str, Balance]], source: Edges | None = None) -> Edges:
    """Return the quotation marks that stand alone in their texts, paired where they can be.

    Straight marks that do not tell which way they lead go by those of the ``source``, if any.
    """
    found: Edges = defaultdict(list)
    waiting: list[Edge] = []
    for at, text, left in texts:
        for sign in left.alone:
            if not sign.quotes:
                continue
            edge = Edge(at, sign, opens(sign, text))
            found[at].append(edge)
            waiting = [it for it in waiting if at - it.unit <= _LONGEST][-_DEEPEST:]
            if edge.opens is None:
                ways = {it.opens for it in source[at]} if source else set()
                edge.opens = ways.pop() if len(ways) == 1 else not waiting
            if edge.opens:
                waiting.append(edge)
            elif waiting:
                fitting = [it for it in waiting if partners(it.sign, sign)] or waiting
                edge.other, fitting[-1].other = fitting[-1], edge
                waiting.remove(fitting[-1])
    return found
