"""Plain text as newsrooms export it: each block's role by what stands there and around it."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.article.formats import Format, Reading
from tongsa.article.formats.text.lines import lines
from tongsa.article.signs import PLAIN, asks, credit, lead, stops
from tongsa.model import Block, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.article.formats.text.lines import Line
    from tongsa.article.formats.text.stretches import Stretch
    from tongsa.article.signs import Shown

_HEADLINE, _DECK, _CAPTION, _SUBHEADING = 250, 200, 250, 100
"""The longest of each, in code points, where nothing but its place and length tells it."""
_PHOTO = 1000  # the longest caption that a photographer's credit proves
_SENTENCE = 120  # a first line that is longer and ends in a full stop is no headline

_ROLES = MappingProxyType(
    {
        "image": Role.IMAGE,
        "caption": Role.CAPTION,
        "credit": Role.CREDIT,
        "copyright": Role.COPYRIGHT,
        "mail": Role.BYLINE,
        "name": Role.BYLINE,
        "date": Role.DATELINE,
        "release": Role.DATELINE,
        "bullet": Role.LIST_ITEM,
        "quotation": Role.BLOCKQUOTE,
        "question": Role.QUESTION,
        "answer": Role.ANSWER,
    }
)
_BODY = frozenset(
    {Role.PARAGRAPH, Role.QUESTION, Role.ANSWER, Role.LIST_ITEM, Role.BLOCKQUOTE, Role.SUBHEADING}
)
_TURNS = frozenset({Role.QUESTION, Role.ANSWER})
_SPOKEN = frozenset({"question", "answer"})
_LED = frozenset({"question", "bullet"})
_TOLD = frozenset({"", "question", "answer", "bullet"})
_SPEECH = re.compile(r"[\"“”]")  # matches "Remember her?", which is said and heads nothing


def read(text: str) -> Reading:
    """Cut a text into blocks; raise nothing on any text."""
    return Reading(blocks=tuple(_Reader(lines(text)).blocks()))


class _Reader:
    """Goes through an article's lines, and knows what stood before each."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        told = (number for number, line in enumerate(lines) if line.meaning in _TOLD)
        self._last_told = max(told, default=-1)
        self._parted = 2 * sum(line.stretch.apart for line in lines) >= len(lines)
        self._headed = False  # whether the headline's place is past
        self._heading = True  # whether no blank line has stood since
        self._body = False  # whether the story has begun
        self._turn: Role | None = None  # whether an interview goes on
        self._speaker = ""
        self._role: Role | None = None  # of the block before

    def blocks(self) -> Iterator[Block]:
        """Yield the article's blocks in order."""
        for number, line in enumerate(self._lines):
            self._heading = self._heading and not (self._headed and line.stretch.apart)
            if line.meaning == "aside":
                self._role = self._turn = None
                continue
            for block in self._blocks(number, line):
                self._pass(block.role)
                yield block

    def _pass(self, role: Role) -> None:
        """Note a block's role for those that follow."""
        self._role = role
        self._body = self._body or role in _BODY
        self._headed = self._headed or self._body or role is Role.HEADLINE
        if role is not Role.LIST_ITEM:
            self._turn = role if role in _TURNS else None

    def _blocks(self, number: int, line: Line) -> Iterator[Block]:
        """Yield the line's block, and before or after it those that share the line."""
        body = line.stretch.cut(line.shown.at) if line.prefix and line.shown.at else line.stretch
        if line.meaning in _SPOKEN:
            self._speaker = line.speaker
        elif self._turn is Role.QUESTION:  # whoever answers, it is another
            self._speaker = ""
        if line.meaning == "credited":
            told = len(body.text) > _PHOTO
            yield _block(line.stretch.cut(0, line.shown.at), Role.CREDIT)
            yield _block(body, Role.PARAGRAPH if told else Role.CAPTION)
            return
        credited = _credited(line, body)
        if credited.name:
            role = self._captioned(number, body, credited)
            yield _block(body.cut(0, credited.at), role, line.prefix)
            yield _block(body.cut(credited.at), Role.CREDIT)
            return
        if line.prefix and any(line.shown.speaker):
            yield _block(line.stretch.cut(*line.shown.speaker), Role.BYLINE)
        placed = self._placed(line)
        role = Role.PARAGRAPH if placed.name else self._role_of(number, line)
        if placed.name:
            yield _block(body.cut(0, placed.at), Role.DATELINE)
            body = body.cut(placed.at)
        yield _block(body, role, line.prefix, self._speaker if role in _TURNS else "")

    def _captioned(self, number: int, body: Stretch, credited: Shown) -> Role:
        """Return the role of what stands before a credit on its line."""
        if credited.name == "photo":
            return Role.CAPTION
        ends = self._body and number == self._last_told  # agencies sign their stories, too
        if ends or credited.at > _CAPTION or lead(body.text).name == "dateline":
            return self._turn or Role.PARAGRAPH
        return Role.CAPTION

    def _placed(self, line: Line) -> Shown:
        """Return the dateline that a paragraph begins with."""
        if line.meaning or self._turn:
            return PLAIN
        placed = lead(line.stretch.text)
        sure = placed.name == "dateline" or (not self._body and stops(line.stretch.text))
        return placed if sure else PLAIN

    def _role_of(self, number: int, line: Line) -> Role:
        """Return the role that a line's sign gives it, here or anywhere; else that of its place."""
        role = _ROLES.get(line.meaning)
        match line.meaning:
            case "bullet" if not self._headed and self._marked_headline(number):
                role = Role.HEADLINE
            case "bullet" if self._headed and not self._body and self._bulleted_deck(number):
                role = Role.DECK
            case "owner":
                role = Role.CREDIT if self._headed and not self._body else Role.COPYRIGHT
            case "byline" if not self._body or number > self._last_told:
                role = Role.BYLINE
            case "head" if not _title(line):
                role = Role.LIST_ITEM
            case "head":
                role = Role.SUBHEADING if self._headed else Role.HEADLINE
        return role or self._plain(number, line)

    def _marked_headline(self, number: int) -> bool:
        """Return whether a line begins no list: plain text follows, and no marker of its kind."""
        line, after = self._lines[number], self._lines[number + 1 :]
        return (
            _title(line)
            and bool(after)
            and after[0].meaning == ""
            and not any(
                other.meaning == "bullet" and other.prefix[-1:] == line.prefix[-1:]
                for other in after
            )
        )

    def _bulleted_deck(self, number: int) -> bool:
        """Return whether a list before the body is one of deck lines: plain text follows soon."""
        after = self._lines[number + 1 : number + 8]
        return _title(self._lines[number]) and any(line.meaning == "" for line in after)

    def _plain(self, number: int, line: Line) -> Role:
        """Return the role of a line without a sign, by its place."""
        text = line.stretch.text
        if not self._headed:
            told = len(text) > _HEADLINE or (len(text) > _SENTENCE and stops(text))
            return Role.PARAGRAPH if told else Role.HEADLINE
        if self._caption(number, line):
            return Role.CAPTION
        if not self._body:
            return Role.DECK if self._deck(number, line) else Role.PARAGRAPH
        if self._subheading(number, line):
            return Role.SUBHEADING
        return Role.ANSWER if self._turn else Role.PARAGRAPH

    def _caption(self, number: int, line: Line) -> bool:
        """Return whether a line stands before a credit, or right under an image."""
        if len(line.stretch.text) > _CAPTION:
            return False
        if self._role is Role.IMAGE and self._parted and not line.stretch.apart:
            return True
        after = self._after(number)
        signed = self._body and number == self._last_told and after.stretch.text.startswith("(")
        owned = after.meaning == "owner" and not self._body
        return number + 1 < len(self._lines) and (
            owned or (after.meaning == "credit" and not signed)
        )

    def _deck(self, number: int, line: Line) -> bool:
        """Return whether a line before the body is a deck line: short, and no sentence."""
        text = line.stretch.text
        if self._parted and self._heading:
            return len(text) <= _HEADLINE
        title = asks(text) or not stops(text)
        return title and len(text) <= _DECK and not self._runs_on(number)

    def _subheading(self, number: int, line: Line) -> bool:
        """Return whether a short line that is no sentence stands between two paragraphs."""
        text = line.stretch.text
        apart = self._parted and line.stretch.apart
        headed = apart and asks(text) and not _SPEECH.search(text)
        title = headed or not stops(text)
        if not title or len(text) > _SUBHEADING or number + 1 == len(self._lines):
            return False
        before, after = self._lines[number - 1], self._after(number)
        told = after.meaning == "" and (
            stops(after.stretch.text) or len(after.stretch.text) > _SUBHEADING
        )
        ended = before.meaning != "" or stops(before.stretch.text)
        return ended and (told or after.meaning in _LED) and not self._runs_on(number)

    def _runs_on(self, number: int) -> bool:
        """Return whether the next line goes on in lower case, as wrapped lines do."""
        return number + 1 < len(self._lines) and self._after(number).stretch.text[0].islower()

    def _after(self, number: int) -> Line:
        """Return the next line; at the end, the last."""
        return self._lines[min(number + 1, len(self._lines) - 1)]


def _title(line: Line) -> bool:
    """Return whether a line is short and no sentence, as subheads are."""
    return len(line.stretch.text) <= _SUBHEADING and not stops(line.stretch.text)


def _credited(line: Line, body: Stretch) -> Shown:
    """Return the photographer's or agency's credit that ends a line."""
    found = credit(body.text) if line.meaning in {"", "caption"} else PLAIN
    return PLAIN if found.name == "photo" and found.at > _PHOTO else found


def _block(stretch: Stretch, role: Role, prefix: str = "", speaker: str = "") -> Block:
    return Block(
        role=role,
        start=stretch.start,
        end=stretch.end,
        line=stretch.line,
        text=stretch.text,
        seams=stretch.seams,
        prefix=prefix,
        speaker=speaker,
    )


FORMAT = Format(name="text", read=read)
