"""Read the blocks of HTML that stand in a Markdown article."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tongsa.article.formats.html import FORMAT
from tongsa.model import Role, Seam

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.article.formats.markdown.leaves import Leaf
    from tongsa.model import Block

ENCODERS = FORMAT.encode
"""None adds a blank line, which would end the block of HTML."""


def html(text: str, leaf: Leaf, *, titled: bool) -> Iterator[Block]:
    """Yield the blocks in one block of HTML; ``titled`` if the article has its headline.

    What begins it with a tag of its own is left alone: a translation might begin as Markdown.
    """
    start, end = leaf.lines[0][0], leaf.lines[-1][1]
    for block in FORMAT.read(text[start:end]).blocks:
        if not block.start:
            continue
        role = Role.SUBHEADING if titled and block.role is Role.HEADLINE else block.role
        yield replace(
            block,
            role=role,
            start=start + block.start,
            end=start + block.end,
            line=leaf.line - 1 + block.line,
            seams=tuple(Seam(text=seam.text, raw=start + seam.raw) for seam in block.seams),
        )
