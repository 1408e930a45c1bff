"""A concept named in a text, and what of a text may name one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tongsa.glossary.find import apart
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tongsa.glossary.standing import Standing
    from tongsa.model import Term

_ADDRESS = late(
    r"(?:https?://|www\.)[!-(*-;=?-Z^-~]+"
    r"|(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]++@[A-Za-z0-9-]+\.[A-Za-z0-9.-]+"
    r"|<[A-Za-z/!][^<>]*>"
)
"""``https://example.org/taiwan``, ``desk@example.org``, ``<a href="taiwan.html">``"""


class Mention(NamedTuple):
    """A concept named in a text by one of its terms; half-open, in code points."""

    start: int
    end: int
    concept: int
    """Index into the glossary's concepts."""
    term: Term
    standing: Standing | None = None
    """How the term stands in the edition; None in a source."""

    def within(self, other: Mention) -> bool:
        """Whether it lies inside a longer mention."""
        longer = other.end - other.start > self.end - self.start
        return longer and other.start <= self.start and self.end <= other.end

    @property
    def usable(self) -> bool:
        """Whether the edition may use the term."""
        return self.standing is not None and self.standing.usable


def visible(text: str) -> str:
    """Return a text with spaces in the place of addresses and tags, which hold no terms."""
    if "/" not in text and "@" not in text and "www." not in text and "<" not in text:
        return text
    return _ADDRESS.sub(lambda found: " " * len(found[0]), text)


def outermost(mentions: Iterable[Mention]) -> list[Mention]:
    """Return the mentions that no longer one covers or overlaps, ordered by start."""
    return sorted(apart(mentions), key=lambda mention: mention.start)


def closest(mentions: Iterable[Mention], text: str) -> Iterator[Mention]:
    """Yield the mentions, of a concept at one place the one whose term is written most alike."""
    best: dict[tuple[int, int, int], Mention] = {}
    for mention in mentions:
        key = (mention.start, mention.end, mention.concept)
        if key not in best or mention.term.text == text[mention.start : mention.end]:
            best[key] = mention
    yield from best.values()
