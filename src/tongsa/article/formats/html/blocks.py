"""Make blocks of what a page says, and remember how far its story is."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.article.formats.html import characters, flow, roles
from tongsa.article.formats.html.characters import Part, fold, significant, trim
from tongsa.article.formats.html.flow import narrow
from tongsa.article.formats.html.roles import Said, Scene
from tongsa.article.formats.html.tags import attributes
from tongsa.article.signs import stops
from tongsa.article.turns import Cue, Draft, settle
from tongsa.model import Block, Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tongsa.article.formats.html.characters import Folded, Way
    from tongsa.article.formats.html.flow import Piece
    from tongsa.article.formats.html.tags import Tag, Value
    from tongsa.article.signs import Shown

# Elements whose title names something for machines.
_TITLED_FOR_MACHINES = frozenset({"link", "script", "style"})
_VAGUE = frozenset({Role.PARAGRAPH, Role.LIST_ITEM, Role.CELL})
_WAYS: Mapping[str, Way] = MappingProxyType(
    dict.fromkeys(("html-double", "html-single", "html-unquoted"), characters.ATTRIBUTE)
    | {"html-rcdata": characters.RCDATA, "html-cdata": characters.VERBATIM}
)

_SHORT = 80
"""The longest text, in code points, that may be a byline, or stand before the first paragraph."""


class Blocks:
    """The blocks of a page, added from its first to its last."""

    def __init__(self, text: str) -> None:
        """Begin with none."""
        self.headed = False
        """Whether the headline has been said."""
        self.head = False
        """Whether nothing but what goes with a headline has been said since."""
        self._text = text
        self._drafts: list[Draft] = []
        self._line = 1
        self._counted = 0
        self._lead = True

    @property
    def last(self) -> int:
        """Where the last block begins; -1 before the first."""
        return self._drafts[-1].plain[0].start if self._drafts else -1

    def settled(self) -> tuple[Block, ...]:
        """Return all blocks, the turns of an interview in their roles."""
        return tuple(settle(self._drafts))

    def add_value(self, start: int, end: int, role: Role, codec: str) -> None:
        """Add what is written without tags, if it says anything."""
        start, end = trim(self._text, start, end)
        if start < end:
            folded = fold(self._text, [Part(start, end, _WAYS[codec])])
            if significant(folded.text):
                block = self._block(folded, end, role, codec)
                self._drafts.append(Draft(cue=Cue(folded.text, role), plain=(block,)))

    def add_attributes(self, tag: Tag, values: Mapping[str, Value]) -> None:
        """Add what a tag's attributes say to the reader."""
        for name, value in values.items():
            role = roles.BY_ATTRIBUTE.get(name)
            if role and not (name == "title" and tag.name in _TITLED_FOR_MACHINES):
                self.add_value(value.start, value.end, role, value.codec)

    def say(self, pieces: Sequence[Piece], role: Role, *, paragraph: bool) -> None:
        """Add what a flow says; ``paragraph`` if it stands in a ``<p>``."""
        before, inner, after = narrow(self._text, pieces)
        if role in _VAGUE:
            role = next((piece.role for piece in before if piece.role), role)
        self._add_attributes_of(before)
        if flow.says_something(self._text, inner):
            self._say(inner, role, paragraph=paragraph)
        else:
            self._add_attributes_of(inner)
        self._add_attributes_of(after)

    def _say(self, inner: list[Piece], role: Role, *, paragraph: bool) -> None:
        seen = plain = flow.read(self._text, inner)
        if "&" in seen.text or any(piece.tag for piece in inner):
            plain = flow.read_plain(self._text, inner)
        said = roles.said(plain.text, self._scene(role))
        if said.cut:
            parts = flow.split(inner, plain.raw(said.cut))
            narrowed = [narrow(self._text, part).inner for part in parts]
            if self._clean(narrowed, inner):
                for part, cut in zip(narrowed, (said.role, said.rest), strict=True):
                    seen = flow.read(self._text, part)
                    block = self._block(seen, part[-1].end, cut)
                    cue = Cue(plain.text, Said(cut).sign)
                    self._add(Draft(cue=cue, plain=(block,)), paragraph=paragraph)
                return
            said = Said(role)
        byline = any(piece.role is Role.BYLINE for piece in inner)
        if byline and not said.sign and len(plain.text) <= _SHORT and not stops(plain.text):
            said = Said(Role.BYLINE)
        marked = self._marked(inner, plain, said.shown) if said.shown.at else []
        if marked and not said.sign:
            [inner] = marked
            seen = flow.read(self._text, inner)
        whole = self._block(seen, inner[-1].end, said.role)
        turn = self._turn(marked, plain.text[: said.shown.at].strip()) if said.sign else ()
        speaker = plain.text[slice(*said.shown.speaker)]
        cue = Cue(plain.text, said.sign, speaker, set_off=inner[0].tag is not None)
        self._add(Draft(cue=cue, plain=(whole,), turn=turn), paragraph=paragraph)

    def _turn(self, marked: Sequence[Sequence[Piece]], prefix: str) -> tuple[Block, ...]:
        """Return the blocks of a turn; what names its speaker is a byline."""
        blocks = [
            self._block(flow.read(self._text, part), part[-1].end, Role.BYLINE) for part in marked
        ]
        return (*blocks[:-1], *(replace(said, prefix=prefix) for said in blocks[-1:]))

    def _marked(self, inner: list[Piece], plain: Folded, shown: Shown) -> list[list[Piece]]:
        """Return the speaker's name, if given, and what the marker marks; empty if tags forbid.

        A name before a colon is no marker: it stays in the text, mostly in tags of its own.
        """
        if shown.name == "turn":
            return []
        parts = [flow.split(inner, plain.raw(shown.at))[1]]
        if any(shown.speaker):
            start, end = map(plain.raw, shown.speaker)
            parts.insert(0, flow.split(flow.split(inner, start)[1], end)[0])
        parts = [narrow(self._text, part).inner for part in parts]
        return parts if self._clean(parts, inner) else []

    def _clean(self, parts: Sequence[Sequence[Piece]], whole: Sequence[Piece]) -> bool:
        """Tell whether each part says something, and no tag has lost its partner."""
        return all(flow.says_something(self._text, part) for part in parts) and (
            sum(map(flow.dangling, parts)) <= flow.dangling(whole)
        )

    def _scene(self, role: Role) -> Scene:
        last = self._drafts[-1].plain[-1].role if self._drafts else None
        return Scene(
            role=role, head=self.head, lead=self._lead, behind_dateline=last is Role.DATELINE
        )

    def _add_attributes_of(self, pieces: Sequence[Piece]) -> None:
        for piece in pieces:
            if piece.tag and not piece.tag.closing and not piece.mute:
                self.add_attributes(piece.tag, attributes(self._text, piece.tag))

    def _add(self, draft: Draft, *, paragraph: bool) -> None:
        """Add a draft, and note what it is for those that follow."""
        self._drafts.append(draft)
        said = draft.plain[0]
        if said.role is Role.HEADLINE:
            self.headed = self.head = self._lead = True
        elif said.role not in roles.HEAD:
            self.head = False
        if said.role is Role.PARAGRAPH and (paragraph or len(said.text) > _SHORT):
            self._lead = False

    def _block(self, folded: Folded, end: int, role: Role, codec: str = "html") -> Block:
        start = folded.start
        self._line += self._lines(self._counted, start)
        self._counted = start
        return Block(
            role=role,
            start=start,
            end=end,
            line=self._line,
            text=folded.text,
            seams=folded.seams,
            codec=codec,
        )

    def _lines(self, start: int, end: int) -> int:
        """Return how many lines end in a stretch: at LF, CRLF or CR."""
        count = self._text.count
        return count("\n", start, end) + count("\r", start, end) - count("\r\n", start, end)
