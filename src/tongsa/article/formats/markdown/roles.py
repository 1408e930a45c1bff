"""Tell by its place and by what it shows what a paragraph of a Markdown article is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tongsa.article.formats.markdown.emphasis import Bare, bare, words
from tongsa.article.formats.markdown.fold import part
from tongsa.article.signs import PLAIN, WHOLE, Shown, lead, show, stops
from tongsa.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tongsa.model import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A block whose role may still change."""

    block: Block
    free: bool = False
    """Whether it is a paragraph outside of lists, quotes and footnotes."""
    after_image: bool = False
    """Whether nothing but a caption may stand between it and the image before."""
    goes_on: bool = False
    """Whether only a hard break parts it from the block before."""


_LONGEST_DECK = 160
_LONGEST_LINE = 1000
"""In code points, with its markup; of what is longer, only the beginning shows anything."""
_HEAD = frozenset({Role.HEADLINE, Role.DECK, Role.BYLINE, Role.DATELINE})
"""After these alone stand decks, bylines and datelines."""
_MARKERS = frozenset({"question", "reply", "triangle", "dash"})


def assign(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Yield the passages with the roles that their place and wording give them."""
    before: Role | None = None
    opening = True  # whether the story's first paragraph may still come
    for passage in passages:
        if not passage.free:
            before = passage.block.role
            yield passage
            continue
        seen = bare(passage.block.text)
        shown = shows(seen)
        role = _role(passage, seen, shown.name, before)
        if role is Role.PARAGRAPH and opening:
            opening = False
            *dateline, passage = _cut(passage, seen, lead(seen.text).at, Role.DATELINE)  # noqa: PLW2901 - the same, without its place
            yield from dateline
        elif role is Role.CREDIT and shown.name == "credited":
            *credit, passage = _cut(passage, seen, shown.at, Role.CREDIT)  # noqa: PLW2901 - the same, without its credit
            yield from credit
            role = Role.CAPTION if credit else role
        yield replace(passage, block=replace(passage.block, role=role))
        before = role


def shows(seen: Bare) -> Shown:
    """Return what a paragraph shows: by all of its words, or by what it begins with.

    A name and a colon may stand on a line of their own.
    """
    whole = show(words(seen.text)) if len(seen.text) <= _LONGEST_LINE else PLAIN
    if whole.name and not whole.at:
        return whole
    line = seen.text[: WHOLE + 1]
    return show(f"{line} " if line.rstrip("*_").endswith(":") else line)


def _role(passage: Passage, seen: Bare, shown: str, before: Role | None) -> Role:
    """Return the first role that fits."""
    line = seen.text.rstrip("*_")
    head = before in _HEAD
    near_image = passage.after_image or before is Role.CAPTION
    short = len(line) <= _LONGEST_DECK and not stops(line) and shown not in _MARKERS
    fitting = (
        (Role.CREDIT, shown in {"credit", "credited"} or (near_image and shown == "owner")),
        (Role.COPYRIGHT, shown in {"copyright", "owner"}),
        (Role.CAPTION, passage.after_image and _emphasised(passage.block.text)),
        (Role.BYLINE, shown == "mail" or (head and shown == "byline")),
        (Role.DATELINE, head and shown in {"date", "release"}),
        (before, passage.goes_on and shown not in _MARKERS),
        (Role.DECK, short and before is Role.HEADLINE),
    )
    return next((role for role, fits in fitting if role and fits), Role.PARAGRAPH)


def _emphasised(text: str) -> bool:
    """Whether one emphasis holds all of a text: ``*A ferry leaves Mokpo.*``."""
    mark = text[:1]
    return mark in {"*", "_"} and text.endswith(mark) and mark not in text.strip(mark)


def _cut(passage: Passage, seen: Bare, at: int, role: Role) -> Iterator[Passage]:
    """Yield what stands before a place of the bare text, in the role, and then the rest.

    At 0, or where emphasis runs over the place, nothing is cut.
    """
    block = passage.block
    at = seen.begins(at) if at else 0
    head = part(block, 0, at, codec=block.codec) if at and at > seen.close else None
    rest = part(block, at, len(block.text), codec="markdown-inline") if head else None
    if head and rest:
        yield Passage(block=replace(head, role=role))
        block = rest
    yield replace(passage, block=block)
