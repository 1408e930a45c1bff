"""Find the images that a paragraph consists of: their alternative texts and their titles."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tongsa.article.formats.markdown.fold import part
from tongsa.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.model import Block

_BRACKET = re.compile(r"\\.|[\[\]]")
"""A bracket, or an escaped character: ``\\]``."""

_TARGET = re.compile(
    r"""\(\s*
    (?><[^<>]*>                                                   # <old quay.jpg>
      |(?:[^\s()\\<]++|\\.|\((?>(?:[^\s()\\]++|\\.)*)\))*)        # quay.jpg, quay_(old).jpg
    (?:\s+(?:"(?P<double>(?>(?:[^"\\]++|\\.)*))"                  # "The quay in 2031"
            |'(?P<single>(?>(?:[^'\\]++|\\.)*))'
            |\((?P<paren>(?>(?:[^()\\]++|\\.)*))\)))?
    \s*\)
    |\[[^\[\]]+\]                                                 # [quay], defined elsewhere
    """,
    re.VERBOSE,
)
"""What follows the alternative text: where the image is, and its title."""

_ATTRIBUTES = re.compile(r"\{[:#.][^{}]*\}")
"""Behind an image: ``{.wide}``."""


def images(block: Block) -> tuple[list[Block], Block | None]:
    """Return what is read of the images at a block's head, and the block of the lines after them.

    An image that shares its last line with words is one of them, and stays in the rest. Where no
    image stands alone, the rest is the block itself.
    """
    ends = {seam.text - 1 for seam in block.seams} | {len(block.text)}
    found: list[Block] = []
    pending: list[Block] = []
    done = at = 0
    while (image := _image(block, at)) is not None:
        at, blocks = image
        pending += blocks
        if at in ends:
            found += pending
            pending = []
            done = at
        while block.text[at : at + 1] == " ":
            at += 1
    return found, block if not done else part(block, done, len(block.text), codec=block.codec)


def _image(block: Block, at: int) -> tuple[int, list[Block]] | None:
    """Return where the image that opens at ``at`` ends, and the blocks in it; None if none does."""
    text = block.text
    linked = text.startswith("[![", at)
    if not linked and not text.startswith("![", at):
        return None
    begin = at + linked + 2
    end = _closing(text, begin)
    target = _TARGET.match(text, end + 1) if end else None
    if not target:
        return None
    blocks = list(_texts(block, begin, end, target))
    past = target.end()
    if linked:
        outer = _TARGET.match(text, past + 1) if text.startswith("]", past) else None
        if not outer:
            return None
        past = outer.end()
    attributes = _ATTRIBUTES.match(text, past)
    return attributes.end() if attributes else past, blocks


def _closing(text: str, at: int) -> int:
    """Return where the bracket closes that opened right before ``at``; 0 if nowhere."""
    depth = 1
    for bracket in _BRACKET.finditer(text, at):
        depth += {"[": 1, "]": -1}.get(bracket.group(), 0)
        if not depth:
            return bracket.start()
    return 0


def _texts(block: Block, begin: int, end: int, target: re.Match[str]) -> Iterator[Block]:
    alt = part(block, begin, end, codec="markdown-alt")
    if alt:
        yield replace(alt, role=Role.IMAGE)
    if target.lastgroup:
        title = part(
            block, *target.span(target.lastgroup), codec=f"markdown-title-{target.lastgroup}"
        )
        if title:
            yield replace(title, role=Role.CAPTION)
