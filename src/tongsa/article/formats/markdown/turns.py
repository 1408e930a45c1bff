"""Find what may be a turn of an interview in Markdown: a marker, bold or not, and what it marks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tongsa.article.formats.markdown.emphasis import bare
from tongsa.article.formats.markdown.fold import part
from tongsa.article.formats.markdown.roles import shows
from tongsa.article.turns import Cue, Draft
from tongsa.model import Block, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tongsa.article.formats.markdown.roles import Passage

_SIGNS = frozenset({"question", "reply", "mun", "dap", "triangle", "dash", "turn"})


class _Marker(NamedTuple):
    """What leads a turn, and what of it is a block."""

    cue: Cue
    whole: Block
    """The paragraph that it opens."""
    said: Block | None
    """What it marks; None where it stands alone, and marks the next paragraph."""
    prefix: str
    names: tuple[Block, ...]
    """Who speaks; empty if nobody is named."""


def drafts(passages: Iterable[Passage]) -> Iterator[Draft]:
    """Yield the passages, those that may be turns in both readings."""
    alone: _Marker | None = None
    for passage in passages:
        block = passage.block
        plain = passage.free and block.role is Role.PARAGRAPH
        marker = _marker(block) if plain else None
        if alone and plain and not marker:
            cue = alone.cue._replace(text=_end(bare(block.text).text))
            yield _turn(alone._replace(cue=cue, said=block), (alone.whole, block))
            alone = None
            continue
        if alone:
            yield _no_turn(alone.whole)
        alone = marker if marker and not marker.said else None
        if not marker:
            text = _end(bare(block.text).text)
            sign = "" if plain else block.role
            cue = Cue(text, sign, block.speaker, joined=passage.goes_on)
            yield Draft(cue=cue, plain=(block,))
        elif marker.said:
            yield _turn(marker, (block,))
    if alone:
        yield _no_turn(alone.whole)


def _turn(marker: _Marker, plain: tuple[Block, ...]) -> Draft:
    said = replace(marker.said or marker.whole, prefix=marker.prefix)
    return Draft(cue=marker.cue, plain=plain, turn=(*marker.names, said))


def _no_turn(block: Block) -> Draft:
    return Draft(cue=Cue(block.text, block.role), plain=(block,))


def _marker(block: Block) -> _Marker | None:
    """Return the marker that opens a paragraph; nothing is cut off where emphasis forbids it."""
    seen = bare(block.text)
    shown = shows(seen)
    if shown.name not in _SIGNS:
        return None
    speaker = seen.text[slice(*shown.speaker)].strip("*_")
    cue = Cue(_end(seen.text), shown.name, speaker, set_off=seen.mark > 0)
    at, stop = seen.begins(shown.at), len(block.text)
    first, past = seen.begins(shown.speaker[0]), seen.ends(shown.speaker[1])
    if at < seen.close:
        stop = seen.close
    if stop + seen.mark < len(block.text) or first < seen.close < past:
        return _Marker(cue, block, block, "", ())
    names: tuple[Block, ...] = ()
    if name := part(block, first, past, codec="markdown-inline" if first else "markdown-name"):
        names = (replace(name, role=Role.BYLINE),)
    codec = "markdown-dashed" if shown.name == "dash" else "markdown-inline"
    said = part(block, at, stop, codec=codec)
    return _Marker(cue, block, said, seen.text[: shown.at].strip(), names)


def _end(text: str) -> str:
    """Return a text without the emphasis that ends it."""
    return text.rstrip("*_")
