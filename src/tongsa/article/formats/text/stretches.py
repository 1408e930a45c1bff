"""Cut a plain text into stretches: its lines, its images, its paragraphs wrapped over lines."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tongsa.article.signs import EDGE, show, stops
from tongsa.model import Seam

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LINE = re.compile(r"[^\r\n]+")  # the lines that are not empty; only \n, \r\n and \r end one
# How an image ends: `](https://harbor.example/a_(b).jpg "A title")`. Every run is possessive, so
# that no text is read twice.
_TARGET = re.compile(r"\]\([^()]*+(?>(?:\([^()]*+\)[^()]*+)*)\)")
_OVER = re.compile(r"\s*+(?:!\[|$)")  # what surely follows an image: another, or the end
_HYPHENATED = re.compile(r"\w[-—]$")  # matches third-, as the end of a line before "country"
_SUSPENDED = re.compile(r"(?:and|or|to)\b")  # matches what follows in "pre- and post-war"

_NARROWEST, _WIDEST = 40, 100  # the widths, in code points, that texts are wrapped to


class Stretch(NamedTuple):
    """A stretch of an article that may become a block; its fields are as the block's."""

    text: str
    start: int
    end: int
    line: int
    seams: tuple[Seam, ...] = ()
    apart: bool = False
    """Whether a blank line stands before it."""
    image: bool = False
    """Whether it is an image's alt text."""

    def cut(self, first: int, last: int | None = None) -> Stretch:
        """Return the trimmed part between two code points of ``text``."""
        part = self.text[first:last]
        first += len(part) - len(part.lstrip(EDGE))
        part = part.strip(EDGE)
        last = first + len(part)
        passed = sum(seam.text <= first for seam in self.seams)
        raw = self.seams[passed - 1].raw - self.seams[passed - 1].text if passed else self.start
        inner = [seam for seam in self.seams[passed:] if seam.text < last]
        end = inner[-1].raw - inner[-1].text + last if inner else raw + last
        return Stretch(
            text=part,
            start=raw + first,
            end=end,
            line=self.line + passed,
            seams=tuple(Seam(text=seam.text - first, raw=seam.raw) for seam in inner),
            apart=self.apart and not first,
            image=self.image,
        )


def stretches(text: str) -> list[Stretch]:
    """Return the text's stretches in order, none of them blank."""
    lines = [part for line in _lines(text) for part in _parts(line)]
    width = _wrapped_at(lines)
    return [_joined(run) for run in _runs(lines, width)] if width else lines


def _lines(text: str) -> Iterator[Stretch]:
    number, past, apart = 1, 0, False
    for found in _LINE.finditer(text):
        gap = text[past : found.start()]
        ends = 1 if gap == "\n" else gap.count("\n") + gap.count("\r") - gap.count("\r\n")
        number += ends
        past = found.end()
        apart = apart or (ends > 1)
        line = found.group()
        trimmed = line.lstrip(EDGE)
        start = past - len(trimmed)
        trimmed = trimmed.rstrip(EDGE)
        if trimmed:
            end = start + len(trimmed)
            yield Stretch(trimmed, start, end, number, apart=apart)
        apart = not trimmed


def _parts(line: Stretch) -> Iterator[Stretch]:
    """Yield the line, or its images' alt texts and what stands between them: never an address."""
    if "](" not in line.text or "![" not in line.text:
        yield line
        return
    past = 0
    for opening, closing, end in _images(line.text):
        for first, last, image in ((past, opening, False), (opening + 2, closing, True)):
            part = line.cut(first, last)
            if part.text:
                yield part._replace(image=image)
        past = end
    rest = line.cut(past)
    if rest.text:
        yield rest


def _images(line: str) -> Iterator[tuple[int, int, int]]:
    """Yield where each image's ``![`` stands, its ``](``, and where it ends.

    An alt text may hold brackets, and they may lack their partners: its end is the last target
    before the next image or the line's end, or the one at which its brackets balance.
    """
    opening, depth, past, pending = -1, 0, 0, False
    target = None
    for target in _TARGET.finditer(line):
        if opening < 0:
            opening = line.find("![", past, target.start())
            depth, past = 0, opening + 2 if opening >= 0 else target.end()
        if opening >= 0:
            depth += line.count("[", past, target.start()) - line.count("]", past, target.start())
            past = target.end()
            pending = depth != 0 and not _OVER.match(line, past)
            depth -= 1
            if not pending:
                yield opening, target.start(), past
                opening = -1
    if pending and target:
        yield opening, target.start(), past
    elif not target and line.startswith("![") and line.endswith(")"):
        yield 0, line.rfind("]("), len(line)


def _wrapped_at(lines: list[Stretch]) -> int:
    """Return the width that the text's paragraphs are wrapped to, or 0 if they are not.

    They are where blank lines part them, hardly a line inside has room for the next one's first
    word, few end a sentence and some go on in lower case: one paragraph a line never looks so.
    """
    if not any(line.apart for line in lines):
        return 0
    inner = [(line, after) for line, after in pairwise(lines) if _adjoin(line, after)]
    width = max((len(line.text) for line, _ in inner), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = [(line, after) for line, after in inner if _full(line, after, width)]
    running = sum(after.text[0].islower() for _, after in full)
    stopped = sum(stops(line.text) for line, _ in full)
    wrapped = len(full) * 2 >= len(inner) and running >= max(2, len(full) / 4)
    return width if wrapped and stopped * 2 < len(full) else 0


def _runs(lines: Iterable[Stretch], width: int) -> Iterator[list[Stretch]]:
    """Yield the lines of each paragraph; a headline, of any width, goes on in lower case alone."""
    run: list[Stretch] = []
    opening = True
    for line in lines:
        opening = opening and not (run and line.apart)
        if run and _adjoin(run[-1], line):
            full = not opening and _full(run[-1], line, width) and not show(line.text).name
            if full or (opening and line.text[0].islower()):
                run.append(line)
                continue
        if run:
            yield run
        run = [line]
    yield run


def _adjoin(line: Stretch, after: Stretch) -> bool:
    return not (after.apart or line.image or after.image or line.line == after.line)


def _full(line: Stretch, after: Stretch, width: int) -> bool:
    """Return whether the next line's first word had no room on this one."""
    return len(line.text) + 1 + len(after.text.split(maxsplit=1)[0]) > width


def _joined(run: list[Stretch]) -> Stretch:
    """Return the lines as one stretch, each line break folded to a space."""
    if len(run) == 1:
        return run[0]
    pieces, seams, length = [run[0].text], [], len(run[0].text)
    for before, line in pairwise(run):
        whole = _HYPHENATED.search(before.text) and not _SUSPENDED.match(line.text)
        gap = "" if whole else " "
        length += len(gap)
        seams.append(Seam(text=length, raw=line.start))
        pieces += [gap, line.text]
        length += len(line.text)
    return run[0]._replace(text="".join(pieces), end=run[-1].end, seams=tuple(seams))
