"""Articles, their units, and the editions made of them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a block is in its article."""

    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    CREDIT = "credit"
    SUBHEADING = "subheading"
    PARAGRAPH = "paragraph"
    QUESTION = "question"
    ANSWER = "answer"
    LIST_ITEM = "list item"
    BLOCKQUOTE = "blockquote"
    CELL = "table cell"
    IMAGE = "image"
    COPYRIGHT = "copyright"


UNCUT = frozenset(
    {
        Role.HEADLINE,
        Role.DECK,
        Role.BYLINE,
        Role.DATELINE,
        Role.CAPTION,
        Role.CREDIT,
        Role.IMAGE,
        Role.COPYRIGHT,
    }
)
"""Roles whose block is always one unit, whatever stops stand in it."""

CONTEXT_ROLES = frozenset({Role.HEADLINE, Role.DECK, Role.CAPTION, Role.CREDIT})
"""Roles that stand in ``msgctxt``, since the same words are translated in another style there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seam:
    """A place in a block's text from which the raw article runs at another distance."""

    text: int
    """Code point in ``Block.text``."""
    raw: int
    """Code point in ``Article.text`` that stands there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of an article that is translated: one headline, paragraph, answer, alt text."""

    role: Role
    start: int
    """First code point in ``Article.text``; markers and white space around stay outside."""
    end: int
    """Past the last code point in ``Article.text``."""
    line: int
    """1-based line of ``start``."""
    text: str
    """What a translator reads: the raw span with escapes read and line breaks folded; not empty."""
    seams: tuple[Seam, ...] = ()
    """Ascending; empty where the raw span and ``text`` are the same string."""
    prefix: str = ""
    """The marker that stands before it in the article, such as ``△`` or ``Q.``."""
    speaker: str = ""
    """Who speaks in a turn of questions and answers, as far as the article says; else empty."""
    codec: str = "plain"
    """Names how the article's format writes a translation into this place."""

    def raw(self, position: int) -> int:
        """Return where in ``Article.text`` the text's code point ``position`` stands."""
        index = bisect_right(self.seams, position, key=lambda seam: seam.text) - 1
        if index < 0:
            return self.start + position
        seam = self.seams[index]
        return seam.raw + position - seam.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article: its original text, and the ordered, non-overlapping spans that are translated."""

    name: str
    """Names its catalogs: a relative POSIX path without suffix, such as ``2030/harbour``."""
    path: str
    """Where it was read, as written into references and errors; POSIX separators."""
    format: str
    text: str
    """The decoded article whole, line ends untouched, without a byte order mark."""
    blocks: tuple[Block, ...]
    """Ordered by ``start``; spans do not overlap."""
    encoding: str = "utf-8"
    mark: bytes = b""
    """The byte order mark it began with, if any."""
    language_spans: tuple[tuple[int, int], ...] = ()
    """Spans that name the article's language (``<html lang=…>``), rewritten in an edition."""
    charset_spans: tuple[tuple[int, int], ...] = ()
    """Spans that name its character set, rewritten when an edition needs UTF-8."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A slice of a text; half-open, in code points."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a unit stands in its article."""

    block: int
    """Index into ``Article.blocks``."""
    ordinal: int
    """0-based position among the block's segments."""
    of: int
    """How many segments the block has."""
    line: int
    """1-based line in the article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """One fact for the translator, written as ``#. kind: text``."""

    kind: str
    text: str

    def __str__(self) -> str:
        """Return the line as it stands behind ``#. ``."""
        return f"{self.kind}: {self.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What a translator translates at once: a sentence, with every place where it stands."""

    source: str
    context: str | None
    """``msgctxt``; with ``source`` the unit's identity in the catalog."""
    places: tuple[Place, ...]
    """At least one, in the article's order."""
    hints: tuple[Hint, ...] = ()

    @property
    def identity(self) -> tuple[str | None, str]:
        """Context and source: what no other unit of the article has too."""
        return (self.context, self.source)


class State(StrEnum):
    """How far a unit's translation is."""

    TRANSLATED = "translated"
    FUZZY = "fuzzy"
    UNTRANSLATED = "untranslated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One segment of a block in an edition."""

    ordinal: int
    """0-based position of its source among the block's segments."""
    source: str
    target: str
    """The translation without marks; empty where there is none yet or a neighbour tells it."""
    state: State
    merged: bool = False
    """Whether a neighbouring segment's translation tells this one too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A translation that cannot be printed as its marks ask."""

    unit: Unit
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """An article in one language: for each of its blocks the lines, in printing order."""

    language: str
    """tongsa's code: ``ko``, ``zh_TW``, ``zh_CN``."""
    blocks: tuple[tuple[Line, ...], ...]
    """Parallel to ``Article.blocks``."""
    faults: tuple[Fault, ...] = ()
