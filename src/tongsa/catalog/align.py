"""Tell which old messages a catalog's new units take their translations from."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tongsa.catalog import risk
from tongsa.catalog.similar import Index, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tongsa.catalog.similar import Text

_MOST_PARTS = 3  # sentences that one is cut into, or is made of
_LEAST_SHARE = 0.5  # of a part's words, by weight, that must stand in the whole
_WHOLE_SHARE = 0.9  # of a unit's words, by weight, in an old sentence that was cut short to it
_PLAIN = 75.0  # likeness above which a unit is plainly one old message, and no part of one
_NEAR = 2  # places that an old message may stand off from where it is looked for
_EASE = 10.0  # by which a message may be less alike, for each sign that it is the one
_BONUS = 3.0  # in rank, for each sign that it is the one


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One old message of a catalog."""

    source: str
    context: str | None
    target: str
    """The translation; empty where there is none."""
    obsolete: bool = False
    fuzzy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What a new unit takes from the old messages."""

    old: tuple[int, ...]
    """Indices of the old messages, not empty; several where old sentences became this one."""
    exact: bool
    """Whether source and context are the same: the message is kept as it was."""
    score: float
    """How alike the sources are, 0 to 100."""
    reasons: tuple[str, ...]
    """Why a person must look, in the order of ``risk.REASONS``; empty if and only if exact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Proposal:
    """Old messages that could serve new units; on one side there is one alone."""

    rank: float
    score: float
    new: tuple[int, ...]
    old: tuple[int, ...]


def align(
    old: Sequence[Message],
    new: Sequence[tuple[str, str | None]],
    *,
    joiner: str = " ",
    threshold: float = 70.0,
) -> list[Match | None]:
    """Return for each new unit, a source and its context, what it takes; None where nothing.

    First the same source and context, then the same source elsewhere, then what is alike: the most
    alike first, by ``threshold`` of 100 at least, and by less where a message vanished from the
    unit's own place. A vanished message serves once, one that was split each of its parts, one
    still in use any number of units. ``joiner`` stands between sentences when several are compared
    with one.
    """
    matches = _keep(old, new)
    kept = frozenset(match.old[0] for match in matches if match)
    spent = _move(old, new, matches, kept)
    if None not in matches:
        return matches
    search = _Search(old, new, matches, kept | spent, joiner)
    usable = [number for number, it in enumerate(old) if it.target and number not in spent]
    proposals = search.proposals(usable, threshold)
    for proposal in sorted(proposals, key=lambda it: (-it.rank, it.new, it.old)):
        vanished = set(proposal.old) - kept
        if spent.isdisjoint(vanished) and not any(matches[place] for place in proposal.new):
            spent |= vanished
            for place in proposal.new:
                matches[place] = search.match(proposal)
    return matches


def _keep(old: Sequence[Message], new: Sequence[tuple[str, str | None]]) -> list[Match | None]:
    """Match the same source and context, in order; where one stands twice, the best first."""
    homes: defaultdict[tuple[str, str | None], list[int]] = defaultdict(list)
    for number, message in enumerate(old):
        homes[message.source, message.context].append(number)
    for numbers in homes.values():
        numbers.sort(key=lambda it: (bool(old[it].target), not old[it].obsolete, -it))
    matches: list[Match | None] = []
    for unit in new:
        numbers = homes.get(unit, [])
        exact = (
            Match(old=(numbers.pop(),), exact=True, score=100.0, reasons=()) if numbers else None
        )
        matches.append(exact)
    return matches


def _move(
    old: Sequence[Message],
    new: Sequence[tuple[str, str | None]],
    matches: list[Match | None],
    kept: frozenset[int],
) -> set[int]:
    """Match the same source in another context; return the vanished messages that it took."""
    places = [place for place, match in enumerate(matches) if not match]
    homes: dict[str, list[int]] = {new[place][0]: [] for place in places}
    for number, message in enumerate(old):
        if message.target and message.source in homes:
            homes[message.source].append(number)
    for numbers in homes.values():
        numbers.sort(key=lambda it: (it not in kept, -it))
    spent = set()
    for place in places:
        if numbers := homes[new[place][0]]:
            number = numbers[-1]
            if number not in kept:
                spent.add(numbers.pop())
            matches[place] = Match(old=(number,), exact=False, score=100.0, reasons=("context",))
    return spent


class _Search:
    """The search for old messages like the new units that have none yet."""

    def __init__(
        self,
        old: Sequence[Message],
        new: Sequence[tuple[str, str | None]],
        matches: Sequence[Match | None],
        taken: frozenset[int],
        joiner: str,
    ) -> None:
        self._old = old
        self._new = new
        self._open = [place for place, match in enumerate(matches) if not match]
        self._spots = _spots(old, matches)
        self._gone = {it for it, one in enumerate(old) if not one.obsolete} - taken
        self._joiner = joiner

    def proposals(self, usable: Iterable[int], threshold: float) -> Iterator[_Proposal]:
        """Yield what could serve each open unit, and each run of units that may have been one."""
        singles = [(number,) for number in usable]
        vanished = [number for (number,) in singles if number in self._gone]
        runs = _runs(vanished, [message.context for message in self._old])
        documents = sorted([*singles, *runs])
        index = Index(self._source(document) for document in documents)
        plain = set()
        for place in self._open:
            for proposal in self._alike((place,), documents, index, threshold):
                yield proposal
                if proposal.score >= _PLAIN:
                    plain.add(place)
        for places in _runs(self._open, [context for _, context in self._new]):
            if not plain.issuperset(places):
                yield from self._alike(places, documents, index, threshold)

    def _alike(
        self,
        new: tuple[int, ...],
        documents: Sequence[tuple[int, ...]],
        index: Index,
        threshold: float,
    ) -> Iterator[_Proposal]:
        text = read(self._wording(new))
        spots = self._spots[new[0]]
        for number in self._candidates(text, spots, documents, index):
            old = documents[number]
            gone = self._gone.issuperset(old)
            if len(new) > 1 and (len(old) > 1 or not gone):
                continue
            near = gone and any(abs(old[0] - spot) <= _NEAR for spot in spots)
            score = index.likeness(text, number)
            other = index.text(number)
            if score < threshold - _EASE * (gone + near):
                cut_short = near and index.share(text, other) >= _WHOLE_SHARE
                if not cut_short:
                    continue
            parts = [(self._new[place][0], other) for place in new] if len(new) > 1 else []
            parts += [(self._old[it].source, text) for it in old] if len(old) > 1 else []
            if all(index.share(read(part), whole) >= _LEAST_SHARE for part, whole in parts):
                fuzzy = any(self._old[it].fuzzy for it in old)
                rank = score + _BONUS * (gone + near - fuzzy)
                yield _Proposal(rank=rank, score=score, new=new, old=old)

    def _candidates(
        self,
        text: Text,
        spots: tuple[int, int],
        documents: Sequence[tuple[int, ...]],
        index: Index,
    ) -> Iterable[int]:
        """Return the documents that share most with a text, and those that vanished around it."""
        found = dict.fromkeys(index.nearest(text, bisect_left(documents, (spots[0],))))
        for spot in set(spots):
            start, end = (bisect_left(documents, (spot + off,)) for off in (-_NEAR, _NEAR + 1))
            for number in range(start, end):
                document = documents[number]
                if (len(document) == 1 or document[0] == spot) and self._gone.issuperset(document):
                    found[number] = None
        return found

    def match(self, proposal: _Proposal) -> Match:
        """Return what a proposal comes to for each of its units."""
        reasons = set(risk.changes(self._source(proposal.old), self._wording(proposal.new)))
        if len(proposal.old) > 1:
            reasons = reasons - {"reworded"} | {"merged"}
        if len(proposal.new) > 1:
            reasons = reasons - {"reworded"} | {"split"}
        if self._old[proposal.old[0]].context != self._new[proposal.new[0]][1]:
            reasons.add("context")
        ordered = tuple(reason for reason in risk.REASONS if reason in reasons)
        return Match(old=proposal.old, exact=False, score=proposal.score, reasons=ordered)

    def _wording(self, new: Iterable[int]) -> str:
        return self._joiner.join(self._new[place][0] for place in new)

    def _source(self, old: Iterable[int]) -> str:
        return self._joiner.join(self._old[number].source for number in old)


def _runs(numbers: Sequence[int], contexts: Sequence[str | None]) -> Iterator[tuple[int, ...]]:
    """Yield each two to three ascending numbers that follow one another in one context."""
    for size in range(2, _MOST_PARTS + 1):
        for run in zip(*(numbers[start:] for start in range(size)), strict=False):
            if run[-1] - run[0] == size - 1 and len({contexts[it] for it in run}) == 1:
                yield run


def _spots(old: Sequence[Message], matches: Sequence[Match | None]) -> list[tuple[int, int]]:
    """Return for each unit where its old message should stand, by neighbours before and after."""

    def sweep(matches: Iterable[Match | None], spot: int, step: int) -> list[int]:
        spots = []
        for match in matches:
            spot += step
            if match and match.exact and not old[match.old[0]].obsolete:
                spot = match.old[0]
            spots.append(spot)
        return spots

    before = sweep(matches, -1, 1)
    after = sweep(reversed(matches), sum(not message.obsolete for message in old), -1)
    return list(zip(before, reversed(after), strict=True))
