"""Cut an article into the units that its catalogs hold."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Protocol

from tongsa.model import CONTEXT_ROLES, UNCUT, Place, Segment, Unit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from tongsa.model import Article, Block

Cuts = tuple[tuple[Segment, ...], ...]
"""The segments of each block, parallel to ``Article.blocks``."""


class Cutter(Protocol):
    """What cuts a text into sentences."""

    def split(self, text: str) -> Iterable[Segment]:
        """Yield the segments of a text."""
        ...


def cut(article: Article, cutter: Cutter, *, unit: str = "sentence") -> Cuts:
    """Cut each block into segments; whole blocks where the role or ``unit`` says so."""
    return tuple(_cut(block, cutter, unit) for block in article.blocks)


def _cut(block: Block, cutter: Cutter, unit: str) -> tuple[Segment, ...]:
    if block.role in UNCUT or unit == "paragraph":
        segments: Iterable[Segment] = (Segment(block.text, 0, len(block.text)),)
    else:
        segments = cutter.split(block.text)
    # A segment without letter or digit (a lone dash or dots) asks for no translation.
    return tuple(segment for segment in segments if any(sign.isalnum() for sign in segment.text))


def extract(article: Article, cuts: Cuts, *, distinct: Collection[str] = ()) -> tuple[Unit, ...]:
    """Return the article's units in order, equal ones once with all their places.

    A sentence in ``distinct`` makes a unit for each sentence that it follows; that sentence is its
    context, so that no edit elsewhere takes its translation for another's.
    """
    places: dict[tuple[str | None, str], list[Place]] = defaultdict(list)
    before = ""
    for index, (block, segments) in enumerate(zip(article.blocks, cuts, strict=True)):
        for segment, place in zip(segments, _places(article, index, segments), strict=True):
            context = str(block.role) if block.role in CONTEXT_ROLES else None
            if segment.text in distinct:
                context = f"after: {before}"
            places[context, segment.text].append(place)
            before = segment.text
    return tuple(
        Unit(source=source, context=context, places=tuple(found))
        for (context, source), found in places.items()
    )


def _places(article: Article, index: int, segments: Sequence[Segment]) -> Iterator[Place]:
    block = article.blocks[index]
    line, at = block.line, block.start
    for ordinal, segment in enumerate(segments):
        start = block.raw(segment.start)
        line += _line_ends(article.text, at, start)
        at = start
        yield Place(block=index, ordinal=ordinal, of=len(segments), line=line)


def _line_ends(text: str, start: int, end: int) -> int:
    """Count the line ends between two places; CRLF is one."""
    feeds = text.count("\n", start, end)
    return feeds + text.count("\r", start, end) - text.count("\r\n", start, end)
