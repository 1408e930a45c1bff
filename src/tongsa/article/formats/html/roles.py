"""Tell what an element of a page is: by its name, its class, and what it says."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tongsa.article.signs import WHOLE, credit, lead, show
from tongsa.model import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tongsa.article.signs import Shown
    from tongsa.model import Block

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

BY_NAME: Mapping[str, Role] = MappingProxyType(
    dict.fromkeys(HEADINGS, Role.SUBHEADING)
    | dict.fromkeys(("li", "dt", "dd"), Role.LIST_ITEM)
    | dict.fromkeys(("td", "th"), Role.CELL)
    | dict.fromkeys(("caption", "figcaption"), Role.CAPTION)
    | {"blockquote": Role.BLOCKQUOTE, "hgroup": Role.DECK}
)

BY_META: Mapping[str, Role] = MappingProxyType(
    dict.fromkeys(("og:title", "twitter:title"), Role.HEADLINE)
    | dict.fromkeys(("description", "og:description", "twitter:description"), Role.DECK)
    | dict.fromkeys(("og:image:alt", "twitter:image:alt"), Role.IMAGE)
)
"""What the ``content`` of a ``<meta>`` is, by its ``name`` or ``property``."""

BY_ATTRIBUTE: Mapping[str, Role] = MappingProxyType({"alt": Role.IMAGE, "title": Role.CAPTION})

# A class is a hint by its last part: post-subtitle, c-article__standfirst, byline--wide.
_HINT = re.compile(
    r"(?<![^\s_-])(?:"
    r"(?P<DECK>sub-?title|sub-?headline|alternativeheadline|deck|dek|standfirst|lede)"
    r"|(?P<BYLINE>bylines?|authors?(?:[_-]+name)?)"
    r"|(?P<DATELINE>dateline)"
    r"|(?P<CREDIT>credits?)"
    r"|(?P<CAPTION>caption(?:-text)?)"
    r"|(?P<COPYRIGHT>copyright)"
    r"|(?P<QUESTION>question)"
    r"|(?P<ANSWER>answer)"
    r")(?=\s|--|\Z)"
)
_LONGEST_HINT = 500  # code points of classes that are looked at

# Elements whose class speaks of the whole page.
_WHOLE = frozenset({"html", "body", "main", "article", "section", "form"})

# What may stand between a headline and its deck.
HEAD = frozenset(
    {Role.HEADLINE, Role.DECK, Role.BYLINE, Role.DATELINE} | {Role.CAPTION, Role.CREDIT, Role.IMAGE}
)

_TURNS = frozenset({Role.PARAGRAPH, Role.QUESTION, Role.ANSWER})
_LETTERED = _TURNS | {Role.LIST_ITEM, Role.SUBHEADING}
_OWNED = frozenset({Role.PARAGRAPH, Role.LIST_ITEM, Role.CELL})

# Matches `Why now?”` at a text's end.
_ASKS = re.compile(r"[?？][\"'”’)\]」』]*\Z")
_MINUS = re.compile(r"[-−]\d")  # matches -5 degrees, which is no turn
_DASHES = frozenset("-–—‐−")
_BESIDE = frozenset({Role.IMAGE, Role.CAPTION, Role.CREDIT})
_NAMED = 3  # how many paragraphs begin with a speaker's name and a colon in an interview


def hint(name: str, words: str) -> Role | None:
    """Return what an element's class, rel and itemprop hint at."""
    return _hint(words[:_LONGEST_HINT].lower()) if words and name not in _WHOLE else None


@lru_cache(maxsize=512)
def _hint(words: str) -> Role | None:
    found = _HINT.search(words)
    return Role[found.lastgroup] if found and found.lastgroup else None


class Scene(NamedTuple):
    """Where in the article a text stands."""

    role: Role
    """What its element makes it."""
    head: bool
    """Whether it stands between the headline and the first paragraph."""
    lead: bool
    """Whether it may be the first paragraph."""
    asked: bool
    """Whether a question stands before it."""
    behind_dateline: bool


class Said(NamedTuple):
    """What a text is by what it says."""

    role: Role
    marker: int = 0
    """Where in the text, past the marker, what it marks begins."""
    cut: int = 0
    """Where the text is cut in two; 0 if it is not."""
    rest: Role = Role.PARAGRAPH
    """What stands behind the cut."""
    speaker: str = ""


def said(text: str, scene: Scene) -> Said:
    """Return what a text without its tags is, standing where it does."""
    role = scene.role
    if role is Role.CAPTION:
        return _captioned(text)
    if role not in _LETTERED | _OWNED:
        return Said(role)
    shown = show(text[: WHOLE + 1])
    if scene.behind_dateline and shown.name == "dash":
        return Said(role, marker=shown.at)
    if shown.name in ("copyright", "owner") and role in _OWNED:
        return Said(Role.COPYRIGHT)
    if role is Role.PARAGRAPH and (found := _paragraph(text, shown, scene)):
        return found
    return _turn(text, shown, scene)


def _paragraph(text: str, shown: Shown, scene: Scene) -> Said | None:
    if shown.name in ("credit", "mail"):
        return Said(Role.CREDIT if shown.name == "credit" else Role.BYLINE)
    if shown.name == "byline" and scene.head:
        return Said(Role.BYLINE)
    if scene.lead and (found := lead(text)).name:
        return Said(Role.DATELINE, cut=found.at)
    return None


def _captioned(text: str) -> Said:
    if show(text).name in ("credit", "owner"):
        return Said(Role.CREDIT)
    found = credit(text)
    return Said(Role.CAPTION, cut=found.at if found.name else 0, rest=Role.CREDIT)


def _turn(text: str, shown: Shown, scene: Scene) -> Said:
    speaker = text[slice(*shown.speaker)]
    if shown.name == "turn":
        return Said(scene.role, speaker=speaker if scene.role in _TURNS else "")
    if shown.name == "question" and scene.role in _LETTERED:
        role = Role.QUESTION
    elif shown.name == "reply" and scene.role in _LETTERED and scene.asked:
        role = Role.ANSWER
    elif shown.name == "triangle" and scene.role in _TURNS:
        role = Role.ANSWER if scene.asked else Role.LIST_ITEM
    elif shown.name == "dash" and scene.role in _TURNS and not _MINUS.match(text):
        role = Role.QUESTION
    else:
        return Said(scene.role)
    if not speaker:
        named = show(text[shown.at : shown.at + WHOLE])
        speaker = text[shown.at :][slice(*named.speaker)] if named.name == "turn" else ""
    return Said(role, marker=shown.at, speaker=speaker)


def settle(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with their turns made certain by the turns around them.

    A dash leads a question where an answer follows or it asks, else it is one of a list. Names
    with colons lead turns where several of them do. What stands between an answer and the next
    question goes on answering.
    """
    return tuple(_answers_on(_dashes(_names(blocks))))


def _names(blocks: Sequence[Block]) -> Sequence[Block]:
    named = [block for block in blocks if block.speaker and block.role is Role.PARAGRAPH]
    names = {block.speaker for block in named}
    asking = sum(bool(_ASKS.search(block.text)) for block in named)
    interview = len(named) >= _NAMED and len(names) < len(named) and asking and len(names) > 1
    turns: list[Block] = []
    for block in blocks:
        if not block.speaker or block.role is not Role.PARAGRAPH:
            turns.append(block)
        elif interview:
            role = Role.QUESTION if _ASKS.search(block.text) else Role.ANSWER
            turns.append(replace(block, role=role))
        else:
            turns.append(replace(block, speaker=""))
    return turns


def _dashes(blocks: Sequence[Block]) -> Sequence[Block]:
    settled: list[Block] = []
    following = None
    for block in reversed(blocks):
        dashed = block.role is Role.QUESTION and not _DASHES.isdisjoint(block.prefix)
        if dashed and following is not Role.ANSWER and not _ASKS.search(block.text):
            settled.append(replace(block, role=Role.LIST_ITEM))
            continue
        if block.role in (Role.QUESTION, Role.ANSWER):
            following = block.role
        settled.append(block)
    return settled[::-1]


def _answers_on(blocks: Sequence[Block]) -> Sequence[Block]:
    settled = list(blocks)
    answer: Block | None = None
    between: list[int] = []
    for index, block in enumerate(blocks):
        if block.role is Role.QUESTION and answer:
            for place in between:
                settled[place] = replace(settled[place], role=Role.ANSWER, speaker=answer.speaker)
        if block.role is Role.PARAGRAPH:
            between.append(index)
        elif block.role not in _BESIDE:
            answer = block if block.role is Role.ANSWER else None
            between = []
    return settled
