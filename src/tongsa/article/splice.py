"""Put an edition's lines in the place of an article's, and leave every other byte as it is.

But for the blank behind a dateline, which Chinese does not write.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from tongsa.article.formats import formats
from tongsa.model import Role, State
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.article.formats import Encoder
    from tongsa.language.load import Facts
    from tongsa.model import Article, Block, Edition, Line, Segment

GAP_OPENS, GAP_CLOSES = "⟦", "⟧"
"""Stand around the source in the gaps of a draft."""
_GAP = late(r"(?:[ \t\u00a0]|<[^<>]*>)*")
"""What may stand between a dateline and its story, on one line: a blank, ``</span> ``"""
_BLANKS = late(r"[ \t\u00a0]+(?![^<>]*>)")
"""Those outside of tags."""


def splice(
    article: Article,
    cuts: Sequence[Sequence[Segment]],
    edition: Edition,
    facts: Facts,
    *,
    charset: str = "",
) -> str:
    """Return the edition's text; the article's own where every line equals its source.

    ``cuts`` are the segments of each block, ``facts`` those of the edition's language. Lines
    without a finished translation show their source between ``⟦ ⟧``. Where the article names its
    character set, ``charset`` is named instead, if given.
    """
    splicer = _Splicer(article, formats()[article.format].encode, facts.joiner)
    changes = [
        (block.start, block.end, splicer.block(block, segments, lines))
        for block, segments, lines in zip(article.blocks, cuts, edition.blocks, strict=True)
        if not _unchanged(lines)
    ]
    if not changes:
        return article.text
    if not facts.joiner:
        changes += _closed_up(article, edition)
    changes += [(start, end, facts.tag) for start, end in article.language_spans]
    if charset:
        changes += [(start, end, charset) for start, end in article.charset_spans]
    return "".join(_patched(article.text, changes))


def _closed_up(article: Article, edition: Edition) -> Iterator[tuple[int, int, str]]:
    """Yield the blanks behind datelines that a language without spaces does not write."""
    told = zip(article.blocks, edition.blocks, strict=True)
    for (block, lines), (after, others) in pairwise(told):
        gap = article.text[block.end : after.start] if block.role is Role.DATELINE else ""
        if gap and _GAP.fullmatch(gap) and _is_told(others):
            place = lines[-1].target.rstrip() if _is_told(lines) else ""
            if place and not place.isascii() and not place[-1].isascii():
                yield block.end, after.start, _BLANKS.sub("", gap)


def _is_told(lines: Sequence[Line]) -> bool:
    """Whether all lines are translated, and not as their source is."""
    return all(line.state is State.TRANSLATED and not _as_source(line) for line in lines)


def _patched(text: str, changes: Sequence[tuple[int, int, str]]) -> Iterator[str]:
    at = 0
    for start, end, new in sorted(changes):
        yield text[at:start]
        yield new
        at = end
    yield text[at:]


def _unchanged(lines: Sequence[Line]) -> bool:
    return all(_as_source(line) for line in lines) and all(
        before.ordinal < after.ordinal for before, after in pairwise(lines)
    )


def _as_source(line: Line) -> bool:
    return line.state is State.TRANSLATED and line.target == line.source and not line.merged


def _next_to(before: Line, after: Line) -> bool:
    return after.ordinal == before.ordinal + 1


@dataclass(frozen=True, slots=True)
class _Splicer:
    """Writes blocks of one article in one language."""

    article: Article
    encoders: Mapping[str, Encoder]
    joiner: str

    def block(self, block: Block, segments: Sequence[Segment], lines: Sequence[Line]) -> str:
        text = self.article.text
        spans = [(block.raw(segment.start), block.raw(segment.end)) for segment in segments]
        printed = [line for line in lines if not line.merged]
        parts = [text[block.start : spans[0][0]]]
        for index, line in enumerate(printed):
            if index:
                before = printed[index - 1]
                parts.append(
                    text[spans[before.ordinal][1] : spans[line.ordinal][0]]
                    if _as_source(before) and _as_source(line) and _next_to(before, line)
                    else self._between(block, segments, before, line)
                )
            raw = text[slice(*spans[line.ordinal])]
            parts.append(self._line(block, line, raw, opening=not index and not parts[0]))
        parts.append(text[spans[-1][1] : block.end])
        return "".join(parts)

    def _between(self, block: Block, segments: Sequence[Segment], before: Line, after: Line) -> str:
        """Return what parts two lines: the joiner, with signs that no segment took if any."""
        if not _next_to(before, after):
            return self.joiner
        gap = block.text[segments[before.ordinal].end : segments[after.ordinal].start].strip()
        return f"{self.joiner}{gap}{self.joiner}" if gap else self.joiner

    def _line(self, block: Block, line: Line, raw: str, *, opening: bool) -> str:
        if _as_source(line):
            return raw
        if line.state is not State.TRANSLATED:
            return f"{GAP_OPENS}{raw}{GAP_CLOSES}"
        target = self.joiner.join(part.strip() for part in line.target.splitlines())
        encode = self.encoders.get(block.codec)
        return encode(target, opening) if encode else target
