"""Find the questions and answers of an interview in Markdown, and who speaks in them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tongsa.article.formats.markdown.fold import part
from tongsa.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.article.formats.markdown.roles import Draft
    from tongsa.model import Block

_LETTER = re.compile(
    r"(?P<mark>\*\*|__|)(?P<label>Q|A|Question|Answer)(?:[.:](?P=mark)|(?P=mark)[.:])(?: +|\Z)"
)
"""``**Q.** Who pays?``, ``**Q**: Who pays?``, ``Q: Who pays?``"""
_ALL_BOLD = re.compile(r"(?P<mark>\*\*|__)(?P<label>Q|A|Question|Answer)[.:] +")
"""``**Q: Who pays?**``"""
_NAME = re.compile(r"(?P<mark>\*\*|__)(?P<label>\w[^*_:]{0,59})(?::(?P=mark)|(?P=mark):)(?: +|\Z)")
"""``**Han Seo-rin:** The port pays.``"""

_NOT_SPEAKERS = frozenset(
    {
        "background",
        "clarification",
        "correction",
        "disclosure",
        "note",
        "photo",
        "related",
        "source",
        "update",
    }
)
_ASKS = re.compile(r"\?[*_\"'”’)\]]*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turn:
    """A paragraph that a label opens."""

    at: int
    """Index of its draft."""
    label: str
    named: bool
    bare: bool
    """Whether no emphasis sets it off."""
    asks: bool
    """Whether it ends with a question mark."""
    prefix: str
    start: int
    stop: int
    """Span of what is said, in the block's text."""


def interview(drafts: Sequence[Draft]) -> Iterator[Block]:
    """Yield the drafts' blocks, turns of an interview without their labels, with their speakers.

    A plain paragraph between two turns goes on with the first of them.
    """
    labelled = [turn for at, draft in enumerate(drafts) if (turn := _turn(at, draft))]
    roles = _roles(labelled)
    turns = _spoken(labelled, roles)
    going_on = _going_on(drafts, turns)
    said = {turn.at: turn for turn in turns}
    for at, draft in enumerate(drafts):
        turn = said.get(at) or going_on.get(at)
        block: Block | None = draft.block
        if turn and turn.at == at:
            block = part(draft.block, turn.start, turn.stop, codec="markdown-inline")
        if not block:
            continue
        if turn:
            block = replace(
                block,
                role=roles[turn.label],
                speaker=turn.label if turn.named else "",
                prefix=turn.prefix if turn.at == at else "",
            )
        yield block


def _turn(at: int, draft: Draft) -> _Turn | None:
    text = draft.block.text
    if not draft.free or draft.goes_on or draft.block.role is not Role.PARAGRAPH:
        return None
    label = _LETTER.match(text) or _NAME.match(text)
    stop = len(text)
    if not label:
        label = _ALL_BOLD.match(text)
        if not label or not text.endswith(label["mark"]):
            return None
        stop -= len(label["mark"])
        if label["mark"] in text[label.end() : stop]:
            return None
    named = label.re is _NAME
    return _Turn(
        at=at,
        label=label["label"] if named else label["label"][0],
        named=named,
        bare=not label["mark"],
        asks=bool(_ASKS.search(text)),
        prefix=label.group().replace(label["mark"], "").strip(),
        start=label.end(),
        stop=stop,
    )


def _roles(turns: Sequence[_Turn]) -> Mapping[str, Role]:
    """Return by label what its turns are; a label that belongs to no interview is left out."""
    lettered = {turn.label for turn in turns if not turn.named}
    roles = {"Q": Role.QUESTION, "A": Role.ANSWER} if "Q" in lettered else {}
    named = [turn for turn in turns if turn.named and turn.label.lower() not in _NOT_SPEAKERS]
    spoken = Counter(turn.label for turn in named)
    asked = Counter(turn.label for turn in named if turn.asks)
    asking = {label for label, times in spoken.items() if asked[label] * 2 >= times}
    if asking and spoken.keys() - asking:
        roles |= {label: Role.QUESTION if label in asking else Role.ANSWER for label in spoken}
    return roles


def _spoken(labelled: Sequence[_Turn], roles: Mapping[str, Role]) -> list[_Turn]:
    """Return the turns among labelled paragraphs."""
    turns: list[_Turn] = []
    for turn in labelled:
        # "A. Lim wrote the answers." has an initial, unless a question stands before it.
        initial = turn.bare and turn.prefix == "A." and not (turns and turns[-1].label == "Q")
        if turn.label in roles and not initial:
            turns.append(turn)
    return turns


def _going_on(drafts: Sequence[Draft], turns: Sequence[_Turn]) -> Mapping[int, _Turn]:
    """Return by index the turn that each draft without a label goes on with."""
    said = {turn.at: turn for turn in turns}
    going_on: dict[int, _Turn] = {}
    waiting: list[int] = []
    turn: _Turn | None = None
    for at, draft in enumerate(drafts):
        if at in said or draft.block.role in {Role.HEADLINE, Role.SUBHEADING}:
            if turn and at in said:
                going_on |= dict.fromkeys(waiting, turn)
            turn = said.get(at)
            waiting = []
        elif turn and draft.free and draft.block.role is Role.PARAGRAPH:
            follows = turn.at == at - 1 or at - 1 in going_on
            if follows and (draft.goes_on or turn.start == turn.stop):
                going_on[at] = turn
            else:
                waiting.append(at)
    return going_on
