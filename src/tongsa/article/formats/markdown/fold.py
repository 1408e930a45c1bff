"""Fold a paragraph's lines into blocks, and cut blocks further."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from tongsa.article.formats.markdown.leaves import DELIMITER
from tongsa.model import Block, Role, Seam

if TYPE_CHECKING:
    from collections.abc import Sequence

    Span = tuple[int, int]

_MARKS_ALONE = re.compile(
    r"(?>(?:\{\{.*?\}\}|\{%.*?%\}|\{[:#.][^{}]*\}|[ \t])+)"  # {{< tweet 12 >}}, {: .wide}
    r"|:{3,}[ \t]*[\w-]*"  # ::: note
    r"|\[![A-Z]+\]|\[TOC\]|\[\[_TOC_\]\]"  # [!NOTE]
)
"""A line that tells a site generator something and a reader nothing."""

_WORDLESS = re.compile(
    # <https://kpb.example/17>, <br>; by the thousand, for (?>…) remembers every round until its end
    r"(?>(?>(?:(?:https?://|www\.)[^\s<>]++|<[^<>]*>|&#?\w+;|[^\w<&]++|[_<&]){1,999})*)"
)
"""A text without a word to translate."""


def fold(text: str, spans: Sequence[Span], *, line: int, codec: str = "markdown") -> list[Block]:
    """Return the blocks that lines make: parted at hard breaks and at lines of marks alone.

    ``spans`` are the contents of successive lines, the first of them number ``line``. A block's
    lines are joined by single spaces in its text. Blocks without a word are left out.
    """
    blocks: list[Block] = []
    run: list[Span] = []

    def close(number: int) -> None:
        """Make a block of the run, which ends before line ``number``."""
        if run:
            at = number - line
            under = at < len(spans) and DELIMITER.fullmatch(text[slice(*spans[at])].rstrip())
            blocks.append(
                _joined(text, run, number - len(run), "markdown-above-rule" if under else codec)
            )
            run.clear()

    for number, (start, end) in enumerate(spans, line):
        content, breaks = _content(text, start, end, last=number == line + len(spans) - 1)
        if content[0] == content[1] or _MARKS_ALONE.fullmatch(text, *content):
            close(number)
            continue
        run.append(content)
        if breaks:
            close(number + 1)
    close(line + len(spans))
    return [block for block in blocks if not _WORDLESS.fullmatch(block.text)]


def _content(text: str, start: int, end: int, *, last: bool) -> tuple[Span, bool]:
    """Return the span of a line without white space around, and whether it ends in a hard break."""
    raw = text[start:end].removesuffix("\r")
    breaks = raw.endswith("  ")
    if not last and (len(raw) - len(raw.rstrip("\\"))) % 2:
        breaks = True
        raw = raw[:-1]
    start += len(raw) - len(raw.lstrip())
    return (start, start + len(raw.strip())), breaks


def _joined(text: str, run: Sequence[Span], line: int, codec: str) -> Block:
    parts: list[str] = []
    seams: list[Seam] = []
    length = 0
    for start, end in run:
        if parts:
            seams.append(Seam(text=length, raw=start))
        parts.append(text[start:end])
        length += end - start + 1
    return Block(
        role=Role.PARAGRAPH,
        start=run[0][0],
        end=run[-1][1],
        line=line,
        text=" ".join(parts),
        seams=tuple(seams),
        codec=codec,
    )


def part(block: Block, start: int, stop: int, *, codec: str) -> Block | None:
    """Return the block that ``text[start:stop]`` is, less white space around; None if wordless."""
    text = block.text[start:stop]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    if _WORDLESS.fullmatch(text):
        return None
    first = bisect_right(block.seams, start, key=_place)
    past = bisect_left(block.seams, start + len(text), key=_place)
    return replace(
        block,
        start=block.raw(start),
        end=block.raw(start + len(text) - 1) + 1,
        line=block.line + first,  # a folded block has a seam at each line
        text=text,
        seams=tuple(Seam(text=s.text - start, raw=s.raw) for s in block.seams[first:past]),
        codec=codec,
    )


def _place(seam: Seam) -> int:
    return seam.text
