"""Find what is said in a run of text and inline tags, and cut off the tags around it."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from tongsa.article.formats.html import characters
from tongsa.article.formats.html.characters import Part, fold, significant, trim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongsa.article.formats.html.characters import Folded, Way
    from tongsa.article.formats.html.tags import Tag
    from tongsa.model import Role

# Elements that run in the line of a text; br is none, since it ends a block.
INLINE = frozenset(
    {"a", "abbr", "acronym", "area", "b", "bdi", "bdo", "big", "cite", "code", "data", "del"}
    | {"dfn", "em", "font", "i", "img", "ins", "kbd", "label", "map", "mark", "nobr", "picture"}
    | {"q", "rb", "rp", "rt", "rtc", "ruby", "s", "samp", "small", "source", "span", "strike"}
    | {"strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)
VOID = frozenset(
    {"area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input"}
    | {"keygen", "link", "meta", "param", "source", "track", "wbr"}
)


class Piece(NamedTuple):  # a plain tuple, since a page has a hundred thousand of them
    """A stretch of text, or an inline tag."""

    start: int
    end: int
    mute: bool
    """Whether it is not to be translated."""
    tag: Tag | None = None
    role: Role | None = None
    """What the tag's class hints at."""

    @property
    def opens(self) -> bool:
        """Whether an element begins here that has an end."""
        tag = self.tag
        return bool(tag and not tag.closing and not tag.empty and tag.name not in VOID)

    @property
    def closes(self) -> bool:
        """Whether an element ends here."""
        return bool(self.tag and self.tag.closing)


class Narrowed(NamedTuple):
    """A flow parted in three; the inner part begins and ends with what is said."""

    before: Sequence[Piece]
    inner: list[Piece]
    after: Sequence[Piece]


def narrow(text: str, pieces: Sequence[Piece]) -> Narrowed:
    """Cut white space, images, empty elements and what wraps the whole off the ends of a flow."""
    if len(pieces) == 1 and not pieces[0].tag:
        inner = _trimmed(text, pieces)
        return Narrowed((), inner if inner[0].start < inner[0].end else [], ())
    partners = _partners(pieces)
    spoken = [_spoken(text, piece) for piece in pieces]
    said = list(accumulate(spoken, initial=0))
    low, high = 0, len(pieces)

    def idle(at: int) -> bool:
        """Tell whether a piece at an end is blank, or a tag that holds nothing of the rest."""
        partner = partners[at]
        if not low <= partner < high:
            return not spoken[at]
        return said[max(at, partner)] == said[min(at, partner)]

    while low < high:
        if idle(low):
            low += 1
        elif idle(high - 1):
            high -= 1
        elif partners[low] == high - 1:
            low, high = low + 1, high - 1
        else:
            break
    return Narrowed(pieces[:low], _trimmed(text, pieces[low:high]), pieces[high:])


def split(pieces: Sequence[Piece], place: int) -> tuple[list[Piece], list[Piece]]:
    """Part a flow at a place in the article; tags that open there go with what follows."""
    at = next((index for index, piece in enumerate(pieces) if place < piece.end), len(pieces))
    head, rest = list(pieces[:at]), list(pieces[at:])
    if rest and rest[0].start < place and not rest[0].tag:
        head.append(rest[0]._replace(end=place))
        rest[0] = rest[0]._replace(start=place)
        return head, rest
    while head and head[-1].opens:
        rest.insert(0, head.pop())
    return head, rest


def dangling(pieces: Sequence[Piece]) -> int:
    """Return how many tags have no partner in the flow."""
    partners = _partners(pieces)
    return sum(
        partner < 0 and (piece.opens or piece.closes)
        for piece, partner in zip(pieces, partners, strict=True)
    )


def says_something(text: str, pieces: Sequence[Piece]) -> bool:
    """Tell whether a flow holds anything to translate."""
    return any(_significant(text, piece) for piece in pieces if not piece.tag and not piece.mute)


def read(text: str, pieces: Sequence[Piece]) -> Folded:
    """Return a flow as a translator reads it, with its tags."""
    return _fold(text, pieces, characters.BODY, characters.VERBATIM)


def read_plain(text: str, pieces: Sequence[Piece]) -> Folded:
    """Return a flow as a reader of the page sees it, without its tags."""
    return _fold(text, pieces, characters.RCDATA, characters.UNSEEN)


def _fold(text: str, pieces: Sequence[Piece], words: Way, tag: Way) -> Folded:
    return fold(
        text, (Part(piece.start, piece.end, tag if piece.tag else words) for piece in pieces)
    )


def _significant(text: str, piece: Piece) -> bool:
    if text.find("&", piece.start, piece.end) < 0:
        return significant(text[piece.start : piece.end])
    return significant(fold(text, [Part(piece.start, piece.end, characters.RCDATA)]).text)


def _spoken(text: str, piece: Piece) -> bool:
    if piece.tag:
        return False
    start, end = trim(text, piece.start, piece.end)
    return start < end


def _partners(pieces: Sequence[Piece]) -> list[int]:
    """Return for each tag where the tag that opens or closes its element stands; -1 for none."""
    partners = [-1] * len(pieces)
    opened: dict[str, list[int]] = {}
    for index, piece in enumerate(pieces):
        if not piece.tag:
            continue
        waiting = opened.setdefault(piece.tag.name, [])
        if piece.opens:
            waiting.append(index)
        elif piece.closes and waiting:
            partners[index] = waiting.pop()
            partners[partners[index]] = index
    return partners


def _trimmed(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    if not pieces:
        return []
    inner = list(pieces)
    first, last = inner[0], inner[-1]
    if not first.tag:
        start, end = trim(text, first.start, first.end)
        inner[0] = Piece(start, end if first is last else first.end, first.mute)
    if first is not last and not last.tag:
        inner[-1] = Piece(last.start, trim(text, last.start, last.end)[1], last.mute)
    return inner
