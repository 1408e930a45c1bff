"""What finding terms gives, and what each way of finding has in common."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


class Stretch(Protocol):
    """What has a place in a text; half-open."""

    @property
    def start(self) -> int: ...  # noqa: D102 (as the class says)
    @property
    def end(self) -> int: ...  # noqa: D102


Place = TypeVar("Place", bound=Stretch)


class Hit(NamedTuple):
    """A term found in a text; half-open, in code points."""

    start: int
    end: int
    term: int
    """Its number among the finder's terms."""


class Finder(Protocol):
    """What finds a list of terms."""

    @property
    def index(self) -> Mapping[str, Any]:  # Any: each finder's own texts and numbers
        """What was worked out of the terms, for storing it."""
        ...

    def find(self, text: str) -> list[Hit]:
        """Return every place of every term, also within longer ones."""
        ...

    def find_all(self, texts: Sequence[str]) -> list[list[Hit]]:
        """Return for each text what ``find`` returns for it; for many texts in less time."""
        ...

    def compounded(self, text: str, term: int, *, short: bool) -> tuple[int, int] | None:
        """Return where a term stands in a text at least as part of a compound word, if it does.

        Without ``short`` a term so short that many words hold it by chance does not count.
        """
        ...


class Caps(IntEnum):
    """How the capitals of a term have to stand in a text."""

    ANY = 0
    NAME = 1
    """The first letter is a capital: *Turkey*, not *turkey*."""
    EXACT = 2
    """Every letter as written: *IT*, not *it*."""
    SUGGESTED = 3
    """Exact where a term has capitals alone; else any."""

    @classmethod
    def suggested(cls, _term: int) -> Caps:
        """Return the rule for terms of which nothing else is known."""
        return cls.SUGGESTED

    def of(self, term: str) -> Caps:
        """Return what the rule comes to for a term: ``ANY``, ``NAME`` or ``EXACT``.

        The term comes without spaces and signs.
        """
        if self is not Caps.EXACT and (self is Caps.ANY or term == term.lower()):
            return Caps.ANY
        cased = [letter for letter in term if letter.isupper() or letter.islower()]
        if not cased:
            return Caps.ANY
        several = len(cased) > 1 or len(term) == 1  # a figure with one capital is free: 5G
        if self is Caps.EXACT or (several and all(map(str.isupper, cased))):
            return Caps.EXACT
        return Caps.NAME if self is Caps.NAME and cased[0].isupper() else Caps.ANY

    def allow(self, term: str, found: str) -> bool:
        """Whether a term may be written as it was found; both without spaces and signs."""
        rule = self.of(term)
        if rule is Caps.EXACT:
            return found.startswith(term)
        if rule is Caps.ANY:
            return True
        return next((letter for letter in found if letter.isalpha()), "A").isupper()


def masked(hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits that no longer one covers or overlaps, ordered by start.

    Of two that overlap and are as long as one another the first stays; several may share a place.
    """
    reach = 0
    for start, end, _ in hits:
        if start < reach:
            return sorted(apart(hits))
        reach = end
    return list(hits)  # none overlaps another


def apart(hits: Iterable[Place]) -> list[Place]:
    """Return those of anything with a start and an end that no longer one covers or overlaps."""
    ordered = sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start))
    covered = bytearray(max((hit.end for hit in ordered), default=0))  # 1 where something stands
    taken: set[tuple[int, int]] = set()
    kept = []
    for hit in ordered:
        place = (hit.start, hit.end)
        if place not in taken:
            if covered.find(1, *place) >= 0:
                continue
            covered[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
            taken.add(place)
        kept.append(hit)
    return kept
