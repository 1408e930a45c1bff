"""Tell by its place and its wording what a paragraph of a Markdown article is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tongsa.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tongsa.model import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A block whose role may still change."""

    block: Block
    free: bool = False
    """Whether it is a paragraph outside of lists, quotes and footnotes."""
    after_image: bool = False
    """Whether nothing but a caption may stand between it and the image before."""
    goes_on: bool = False
    """Whether only a hard break parts it from the block before."""


_COPYRIGHT = re.compile(
    r"[*_]*(?:©|&copy;|\(c\) |copyright (?:©|\(c\)|&copy;|[12]\d{3}))"  # © 2031 Halla Post
    r"|.*\ball rights reserved\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"[*_(]*(?:photo|photograph|picture|image|illustration|graphic)s?"  # Photo by Han Seo-rin
    r"(?: by\b|:| courtesy\b| credits?\b)|[*_(]*credits?:",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"[*_]*By [A-Z]")
"""``By Han Seo-rin``"""
_DATELINE = re.compile(
    r"[*_]*(?:[\w .,'-]*\b)?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\b"
    r"[\w .,:|–-]*\d{4}\b[\w .,:|–-]*[*_]*",  # SEOUL, March 4, 2031
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?…:;][*_\"'”’)\]]*\Z")
"""What a paragraph of whole sentences ends with, or what leads on to a list."""

_LONGEST_COPYRIGHT = 300
_LONGEST_DECK = 160
_LONGEST_BYLINE = 100


def settle(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield the drafts with the roles that their place and wording give them."""
    before: Role | None = None
    for draft in drafts:
        role = _role(draft, before) if draft.free else draft.block.role
        before = role
        yield replace(draft, block=replace(draft.block, role=role))


def _role(draft: Draft, before: Role | None) -> Role:
    """Return the first role that fits."""
    text = draft.block.text
    short = len(text) <= _LONGEST_DECK and not _STOP.search(text)
    head = short and len(text) <= _LONGEST_BYLINE and before in _HEAD
    near_image = draft.after_image or before is Role.CAPTION
    fitting = (
        (Role.COPYRIGHT, len(text) <= _LONGEST_COPYRIGHT and _COPYRIGHT.match(text)),
        (Role.CREDIT, near_image and _CREDIT.match(text)),
        (Role.CAPTION, draft.after_image and _emphasised(text)),
        (Role.BYLINE, head and _BYLINE.match(text)),
        (Role.DATELINE, head and _DATELINE.fullmatch(text)),
        (before, draft.goes_on),
        (Role.DECK, short and before is Role.HEADLINE),
    )
    return next((role for role, fits in fitting if role and fits), Role.PARAGRAPH)


_HEAD = frozenset({Role.HEADLINE, Role.DECK, Role.BYLINE})
"""After these alone stand decks, bylines and datelines."""


def _emphasised(text: str) -> bool:
    """Whether one emphasis holds all of a text: ``*A ferry leaves Mokpo.*``."""
    mark = text[:1]
    return mark in {"*", "_"} and text.endswith(mark) and mark not in text.strip(mark)
