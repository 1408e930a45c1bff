"""What programs read in a text: addresses, placeholders, markup."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import Span, TranslationUnit


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch that a program reads."""

    start: int
    end: int
    text: str
    """As written."""
    key: str
    """What must be the same in a translation."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return (self.start, self.end)


def technical(unit: TranslationUnit, _context: Context) -> bool:
    """Whether a unit may hold anything that programs read; asked once for all such checks."""
    text = f"{unit.source}\n{unit.target}"
    return (  # one after another, for each is looked up in no time
        "/" in text
        or "<" in text
        or "*" in text
        or "@" in text
        or "{" in text
        or "%" in text
        or "`" in text
        or "[" in text
        or "~~" in text
        or "www." in text
    )


@dataclass(frozen=True, slots=True)
class Difference:
    """What a target holds of its source's parts, and what not."""

    missing: tuple[Part, ...]
    extra: tuple[Part, ...]


def difference(source: Iterator[Part], target: Iterator[Part]) -> Difference:
    """Return the parts without a counterpart of the same key on the other side."""
    wanted, given = list(source), list(target)
    return Difference(tuple(_left(wanted, given)), tuple(_left(given, wanted)))


def _left(parts: list[Part], others: list[Part]) -> Iterator[Part]:
    """Yield the parts beyond those that the others match, the first ones matched first."""
    free = Counter(other.key for other in others)
    for part in parts:
        if free[part.key]:
            free[part.key] -= 1
        else:
            yield part


def matches(pattern: re.Pattern[str], text: str) -> Iterator[Part]:
    """Yield what a pattern finds; its last group, if any, is the key."""
    for found in pattern.finditer(text):
        key = found[found.lastindex] if found.lastindex else found[0]
        yield Part(found.start(), found.end(), found[0], key)
