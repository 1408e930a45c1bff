"""Markdown: CommonMark with tables, footnotes and front matter; markup reaches the translator."""

from __future__ import annotations

import re
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.article.formats import Format, Reading
from tongsa.article.formats.markdown import escape, scalar
from tongsa.article.formats.markdown.fold import fold
from tongsa.article.formats.markdown.html import ENCODERS, html
from tongsa.article.formats.markdown.image import images
from tongsa.article.formats.markdown.leaves import leaves
from tongsa.article.formats.markdown.matter import front_matter
from tongsa.article.formats.markdown.roles import Passage, assign
from tongsa.article.formats.markdown.turns import drafts
from tongsa.article.turns import settle
from tongsa.model import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Mapping

    from tongsa.article.formats.markdown.leaves import Leaf
    from tongsa.model import Block

_TASK = re.compile(r"\[[ xX]\] +")
"""``[ ] Ask the port for its tide tables.``"""
_OPENING_SIGNS = re.compile(r"#+[ \t]*")
_ATTRIBUTES = re.compile(r"\{[#.:][^{}]*\}\s*\Z")
"""Behind a heading: ``{#tides .wide}``."""
_CELL = re.compile(r"(?>(?:[^|\\]++|\\\|?)*)")
"""A cell, up to a bar without a backslash right before it."""


def read(text: str) -> Reading:
    """Cut a Markdown article into blocks."""
    matter = front_matter(text)
    passages = [Passage(block=block) for block in matter.blocks]
    passages += _passages(text, leaves(text, skip=matter.end))
    blocks = tuple(settle(list(drafts(assign(passages)))))
    return Reading(blocks=blocks, language_spans=matter.language_spans)


def _passages(text: str, found: Iterator[Leaf]) -> Iterator[Passage]:
    titled = after_image = False
    for leaf in found:
        if leaf.kind == "paragraph":
            after_image = yield from _paragraph(text, leaf, after_image=after_image)
            continue
        after_image = False
        for block in _blocks(text, leaf, titled=titled):
            yield Passage(block=block)
            titled |= block.role is Role.HEADLINE
            after_image = block.role is Role.IMAGE


def _blocks(text: str, leaf: Leaf, *, titled: bool) -> Iterator[Block]:
    """Yield the blocks of what is no paragraph; ``titled`` if the article has its headline."""
    if leaf.kind == "html":
        # In a list or quote marks stand before its lines, of which HTML knows nothing.
        yield from () if leaf.within else html(text, leaf, titled=titled)
        return
    role = Role.CELL
    if leaf.kind != "row":
        title = leaf.level == 1 and not leaf.within and not titled
        role = Role.HEADLINE if title else Role.SUBHEADING
    for block in _READERS[leaf.kind](text, leaf):
        yield replace(block, role=role)


def _paragraph(text: str, leaf: Leaf, *, after_image: bool) -> Generator[Passage, None, bool]:
    """Yield the passages in a paragraph; return whether an image is the last thing in it."""
    (start, end), *others = leaf.lines
    task = _TASK.match(text, start, end) if leaf.marker else None
    spans = [(task.end() if task else start, end), *others]
    for number, block in enumerate(fold(text, spans, line=leaf.line)):
        found, rest = images(block)
        yield from (Passage(block=image) for image in found)
        after_image |= rest is not block
        if rest:
            yield Passage(
                block=replace(
                    rest,
                    role=leaf.within or Role.PARAGRAPH,
                    prefix="" if number else leaf.marker,
                    codec="markdown-inline" if task and rest.line == leaf.line else rest.codec,
                ),
                free=leaf.within is None,
                after_image=after_image,
                goes_on=number > 0,
            )
            after_image = False
    return after_image


def _heading(text: str, leaf: Leaf) -> list[Block]:
    """Read a heading that ``#`` opens, and perhaps closes."""
    [(start, end)] = leaf.lines
    opening = _OPENING_SIGNS.match(text, start, end)
    start = opening.end() if opening else start
    content = text[start:end].rstrip()
    title = content.rstrip("#")
    if not title or title[-1] in " \t":
        content = title
    return fold(
        text, [(start, start + len(_plain(content)))], line=leaf.line, codec="markdown-heading"
    )


def _setext(text: str, leaf: Leaf) -> list[Block]:
    """Read a heading that a line of ``=`` or ``-`` underlines."""
    *others, (start, end), (underline, _) = leaf.lines
    last = (start, start + len(_plain(text[start:end])))
    # A bar above hyphens would make a table of both lines.
    codec = "markdown-above-rule" if text[underline] == "-" else "markdown"
    return fold(text, [*others, last], line=leaf.line, codec=codec)


def _plain(title: str) -> str:
    """Return a heading's line without the attributes behind it."""
    attributes = _ATTRIBUTES.search(title)
    return title[: attributes.start()] if attributes else title


def _row(text: str, leaf: Leaf) -> Iterator[Block]:
    """Yield the cells of a table's row."""
    [(at, end)] = leaf.lines
    end = at + len(text[at:end].rstrip())
    codec = "markdown-row"
    if text.startswith("|", at):
        at += 1
        codec = "markdown-cell"
    for _ in range(leaf.cells):
        cell = _CELL.match(text, at, end)
        if not cell:
            return
        yield from fold(text, [cell.span()], line=leaf.line, codec=codec)
        at = min(cell.end() + 1, end)
        codec = "markdown-cell"


_READERS: Mapping[str, Callable[[str, Leaf], Iterable[Block]]] = MappingProxyType(
    {"heading": _heading, "setext": _setext, "row": _row}
)

FORMAT = Format(
    name="markdown",
    read=read,
    encode=MappingProxyType({**escape.ENCODERS, **scalar.ENCODERS, **ENCODERS}),
)
