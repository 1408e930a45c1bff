"""Read a plain text's lines: what each shows, and what that means among its neighbours."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from tongsa.article.formats.text.stretches import stretches
from tongsa.article.signs import PLAIN, Shown, credit, show, spoken
from tongsa.article.turns import Cue, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.article.formats.text.stretches import Stretch

_HEADING = frozenset({"aside", "date", "image", "release"})
"""What may stand before a headline."""

# An answer on its question's line: matches the space in "Will it open? A. In June."
_INLINE_ANSWER = re.compile(r"(?<=[.?!\"”])\s+(?=A\d{0,2}[.:]\s)")


class Line(NamedTuple):
    """A stretch of plain text with what it shows, and what that means."""

    stretch: Stretch
    shown: Shown
    meaning: str
    """The sign's name; once resolved, also ``answer``, and empty for a line of plain text."""
    prefix: str = ""
    """The marker that leads it, as it stands in the article."""
    speaker: str = ""
    """Who speaks in it, as far as the article says."""


def lines(text: str) -> list[Line]:
    """Return the text's lines, none of them blank."""
    signed = list(_signed(text))
    _unlabel(signed)
    turns = resolve([Cue(line.stretch.text, line.meaning, line.speaker) for line in signed])
    return [
        line._replace(
            meaning=turn.meaning, prefix=line.prefix if turn.meaning else "", speaker=turn.speaker
        )
        for line, turn in zip(signed, turns, strict=True)
    ]


def _unlabel(signed: list[Line]) -> None:
    """Make plain a first line whose label leads no other: ``Interview: "We build for 2040"``."""
    first = sum(1 for _ in takewhile(lambda line: line.meaning in _HEADING, signed))
    labels = [line.speaker for line in signed[first:] if line.meaning == "turn"]
    if labels and signed[first].meaning == "turn" and labels.count(labels[0]) == 1:
        signed[first] = signed[first]._replace(meaning="", speaker="")


def _signed(text: str) -> Iterator[Line]:
    """Yield the text's stretches with what each shows; a marker alone marks the next."""
    alone = "", "", ""
    for stretch in stretches(text):
        shown = Shown("image") if stretch.image else show(stretch.text)
        if not shown.at:
            yield Line(stretch, shown, *((shown.name, "", "") if shown.name else alone))
            alone = "", "", ""
            continue
        for part in _turns(stretch) if shown.name == "question" else (stretch,):
            shown = show(part.text)
            speaker = part.text[slice(*shown.speaker)]
            alone = _sign(part, shown), part.text[: shown.at].strip(), speaker
            if spoken(part.text[shown.at :]):
                yield Line(part, shown, *alone)
                alone = "", "", ""
            elif speaker:
                yield Line(part.cut(*shown.speaker), PLAIN, "name")
            else:
                yield Line(part, PLAIN, "aside")


def _sign(stretch: Stretch, shown: Shown) -> str:
    """Return the sign's name; a triangle whose line a photographer signs leads a caption."""
    photo = shown.name == "triangle" and credit(stretch.text).name == "photo"
    return "caption" if photo else shown.name


def _turns(stretch: Stretch) -> Iterator[Stretch]:
    """Yield a question, and the answer that stands on its line."""
    cut = _INLINE_ANSWER.search(stretch.text)
    yield stretch.cut(0, cut.start()) if cut else stretch
    if cut:
        yield stretch.cut(cut.end())
