"""Make blocks of what a page says, and remember how far its story is."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.article.formats.html import characters, flow, roles
from tongsa.article.formats.html.characters import Part, fold, significant, trim
from tongsa.article.formats.html.flow import narrow
from tongsa.article.formats.html.roles import Said, Scene
from tongsa.article.formats.html.tags import attributes
from tongsa.article.signs import stops
from tongsa.model import Block, Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tongsa.article.formats.html.characters import Folded, Way
    from tongsa.article.formats.html.flow import Piece
    from tongsa.article.formats.html.tags import Tag, Value

# Elements whose title names something for machines.
_TITLED_FOR_MACHINES = frozenset({"link", "script", "style"})
_VAGUE = frozenset({Role.PARAGRAPH, Role.LIST_ITEM, Role.CELL})
_MARKED = frozenset({Role.QUESTION, Role.ANSWER, Role.LIST_ITEM})
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
        self._blocks: list[Block] = []
        self._line = 1
        self._counted = 0
        self._lead = True
        self._asked = False

    @property
    def last(self) -> int:
        """Where the last block begins; -1 before the first."""
        return self._blocks[-1].start if self._blocks else -1

    def settled(self) -> tuple[Block, ...]:
        """Return all blocks, those certain that only their neighbours make so."""
        return roles.settle(self._blocks)

    def add_value(self, start: int, end: int, role: Role, codec: str) -> None:
        """Add what is written without tags, if it says anything."""
        start, end = trim(self._text, start, end)
        if start < end:
            folded = fold(self._text, [Part(start, end, _WAYS[codec])])
            if significant(folded.text):
                self._add(folded, end, Said(role), codec)

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
                    self._add_text(seen, part[-1].end, Said(cut), paragraph=paragraph)
                return
            said = Said(role)
        prefix = ""
        if said.marker:
            _, rest = flow.split(inner, plain.raw(said.marker))
            behind = narrow(self._text, rest).inner
            if self._clean([behind], inner):
                inner, seen = behind, flow.read(self._text, behind)
                prefix = plain.text[: said.marker].strip() if said.role in _MARKED else ""
        byline = any(piece.role is Role.BYLINE for piece in inner)
        if said.role is Role.PARAGRAPH and byline and len(plain.text) <= _SHORT:
            said = said if stops(plain.text) else Said(Role.BYLINE)
        self._add_text(seen, inner[-1].end, said, prefix, paragraph=paragraph)

    def _clean(self, parts: Sequence[Sequence[Piece]], whole: Sequence[Piece]) -> bool:
        """Tell whether each part says something, and no tag has lost its partner."""
        return all(flow.says_something(self._text, part) for part in parts) and (
            sum(map(flow.dangling, parts)) <= flow.dangling(whole)
        )

    def _scene(self, role: Role) -> Scene:
        last = self._blocks[-1].role if self._blocks else None
        return Scene(
            role=role,
            head=self.head,
            lead=self._lead,
            asked=self._asked,
            behind_dateline=last is Role.DATELINE,
        )

    def _add_attributes_of(self, pieces: Sequence[Piece]) -> None:
        for piece in pieces:
            if piece.tag and not piece.tag.closing and not piece.mute:
                self.add_attributes(piece.tag, attributes(self._text, piece.tag))

    def _add_text(
        self, folded: Folded, end: int, said: Said, prefix: str = "", *, paragraph: bool
    ) -> None:
        self._add(folded, end, said, "html", prefix)
        if said.role is Role.HEADLINE:
            self.headed = self.head = self._lead = True
        elif said.role not in roles.HEAD:
            self.head = False
        if said.role is Role.PARAGRAPH and (paragraph or len(folded.text) > _SHORT):
            self._lead = False
        if said.role in (Role.QUESTION, Role.SUBHEADING):
            self._asked = said.role is Role.QUESTION

    def _add(self, folded: Folded, end: int, said: Said, codec: str, prefix: str = "") -> None:
        start = folded.start
        self._line += self._lines(self._counted, start)
        self._counted = start
        self._blocks.append(
            Block(
                role=said.role,
                start=start,
                end=end,
                line=self._line,
                text=folded.text,
                seams=folded.seams,
                prefix=prefix,
                speaker=said.speaker,
                codec=codec,
            )
        )

    def _lines(self, start: int, end: int) -> int:
        """Return how many lines end in a stretch: at LF, CRLF or CR."""
        count = self._text.count
        return count("\n", start, end) + count("\r", start, end) - count("\r\n", start, end)
