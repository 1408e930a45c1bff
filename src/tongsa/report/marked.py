"""A text as HTML, with what is found in it, its terms and its figures marked.

Nothing of the text is ever markup: every letter is escaped, and what no reader sees is named.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING
from unicodedata import category

from tongsa.model import Severity
from tongsa.report.change import changes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.model import Span

LONGEST = 6_000
"""Letters of a text that are shown; of a longer one the part that matters."""
_LEAD = 200  # letters shown before the first mark, where a text is too long
_AROUND = 12  # letters shown around a change
# Letters and marks that are drawn as nothing: Hangul fillers, Braille blank, grapheme joiner.
_BLANK = frozenset("\u3164\u115f\u1160\uffa0\u2800\u034f")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of a text that something is known of; half-open, in code points."""

    span: Span
    kind: str
    """``term``, ``figure``, or a finding's number on the page: ``f12``."""
    severity: Severity | None = None
    """A finding's; None of what is no finding."""
    title: str = ""


def text(words: str) -> str:
    """Return words as they can stand between tags and in a quoted attribute."""
    return html.escape(_named(words, "[", "]"))


def shown(words: str) -> str:
    """Return running text as HTML, with signs that no reader sees as small labels."""
    if words.isprintable() and _BLANK.isdisjoint(words):
        return html.escape(words)
    return _named(html.escape(words), '<span class="unseen">', "</span>")


def _named(words: str, before: str, behind: str) -> str:
    return "".join(
        letter if _seen(letter) else f"{before}U+{ord(letter):04X}{behind}" for letter in words
    )


def _seen(letter: str) -> bool:
    return (letter.isprintable() or letter == "\n" or category(letter) == "Zs") and (
        letter not in _BLANK
    )


def marked(words: str, marks: Sequence[Mark]) -> str:
    """Return running text as HTML with its marks, findings outermost."""
    start, end = _window(words, marks)
    held = [mark for mark in marks if start <= mark.span[0] and mark.span[1] <= end]
    pieces = list(_pieces(words, start, end, held))
    told = [
        _found("".join(inner for inner, _ in group), findings)
        for findings, group in groupby(pieces, key=lambda piece: piece[1])
    ]
    tail = f"… ({len(words):,} letters)" if end < len(words) else ""
    return "".join(["…" if start else "", *told, tail])


def _pieces(
    words: str, start: int, end: int, marks: Sequence[Mark]
) -> Iterator[tuple[str, tuple[Mark, ...]]]:
    """Yield the text cut where any mark begins or ends, as HTML, each with the findings over it."""
    edges = sorted({start, end, *(edge for mark in marks for edge in mark.span)})
    for at, until in zip(edges, [*edges[1:], None], strict=True):
        points = tuple(mark for mark in marks if mark.severity and mark.span == (at, at))
        if points:
            yield "", points
        if until is None:
            return
        over = [mark for mark in marks if mark.span[0] <= at and until <= mark.span[1]]
        inner = shown(words[at:until])
        for mark in over:
            if not mark.severity:
                title = f' title="{text(mark.title)}"' if mark.title else ""
                inner = f'<span class="{mark.kind}"{title}>{inner}</span>'
        yield inner, tuple(mark for mark in over if mark.severity)


def _found(inner: str, findings: Sequence[Mark]) -> str:
    """Return a piece with the findings over it, in the colour of the gravest."""
    severities = [mark.severity for mark in findings if mark.severity]
    if not severities:
        return inner
    gravest = min(severities, key=list(Severity).index)
    numbers = " ".join(mark.kind for mark in findings)
    point = "" if inner else " point"
    return f'<mark class="{gravest}{point}" data-finding="{numbers}">{inner}</mark>'


def _window(words: str, marks: Sequence[Mark]) -> Span:
    """Return the part of a text that is shown, around its first finding."""
    if len(words) <= LONGEST:
        return 0, len(words)
    first = min((mark.span[0] for mark in marks if mark.severity), default=0)
    start = max(0, min(first - _LEAD, len(words) - LONGEST))
    return start, start + LONGEST


def difference(old: str, new: str) -> str:
    """Return what a fix changes as HTML: what goes, what comes, and a little around it."""
    return "".join(_difference(old, new))


def _difference(old: str, new: str) -> Iterator[str]:
    at = 0
    for change in changes(old, new):
        if change.start - at > 2 * _AROUND:
            yield shown(old[at : at + _AROUND]) if at else ""
            yield "…"
            at = change.start - _AROUND
        yield shown(old[at : change.start])
        if change.end > change.start:
            yield f"<del>{shown(_cut(old[change.start : change.end]))}</del>"
        if change.new:
            yield f"<ins>{shown(_cut(change.new))}</ins>"
        at = change.end
    rest = old[at:]
    yield shown(rest[:_AROUND]) + ("…" if len(rest) > _AROUND else "")


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
