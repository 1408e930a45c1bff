"""Tell who asks and who answers: which lines of a plain text are turns of an interview."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tongsa.article.signs import Shown
    from tongsa.article.stretches import Stretch

_ASKS = re.compile(r"[?？][\"'”’)\]」』]*$")  # matches `Why?”` at a line's end
_MINUS = re.compile(r"[-−]\d")  # matches -5 degrees, which is no list
_REACH = 3  # how many unmarked lines a question may run on before its answer
_NEVER = _REACH + 1


class Line(NamedTuple):
    """A stretch of plain text with what it shows, and then what that means."""

    stretch: Stretch
    shown: Shown
    meaning: str
    """The sign's name; once resolved, also ``answer``, and empty for a line of plain text."""
    prefix: str = ""
    """The marker that leads it, as it stands in the article."""

    @property
    def speaker(self) -> str:
        """Who speaks in it, as far as the line says."""
        return self.stretch.text[slice(*self.shown.speaker)]

    @property
    def asks(self) -> bool:
        """Whether it ends with a question mark."""
        return bool(_ASKS.search(self.stretch.text[-8:]))


class _Interview(NamedTuple):
    """What the article as a whole shows of questions and answers."""

    questions: bool
    """Whether ``Q.`` can be trusted to lead a question: it has an answer or a like."""
    dashes: bool
    """Whether dashes lead questions whose answers have no marker."""
    names: Mapping[str, str]
    """Whether a named speaker's turns are each a ``question`` or an ``answer``."""


def resolve(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with what their signs mean: question, answer, bullet, plain text.

    A dash leads a question where an answer follows; a triangle or ``A.`` leads an answer where a
    question precedes; a name and a colon lead a turn where several lines have such names.
    """
    interview = _interview(lines)
    gaps = _gaps(lines, interview.names)
    resolved: list[Line] = []
    asked, last = False, ""
    for number, line in enumerate(lines):
        plain_next = number + 1 < len(lines) and not lines[number + 1].meaning
        last = _meaning(line, interview, last, gaps[number], asked=asked, plain_next=plain_next)
        asked = asked or last == "question"
        prefix = line.prefix if last else ""
        resolved.append(
            line if last == line.meaning else line._replace(meaning=last, prefix=prefix)
        )
    return resolved


def _meaning(
    line: Line, interview: _Interview, last: str, gap: int, *, asked: bool, plain_next: bool
) -> str:
    match line.meaning:
        case "":
            runs_on = gap < _NEVER if last == "question" else gap == 0 and line.asks and last
            return "question" if runs_on else ""
        case "question":
            return "question" if interview.questions else ""
        case "dash":
            if gap < _NEVER or (interview.dashes and plain_next):
                return "question"
            return "" if _MINUS.match(line.stretch.text) else "bullet"
        case "reply":
            return "answer" if asked else ""
        case "triangle":
            return "answer" if asked else "bullet"
        case "turn":
            return interview.names.get(line.speaker, "")
        case meaning:
            return meaning


def _interview(lines: Sequence[Line]) -> _Interview:
    signs = Counter(line.meaning for line in lines)
    answers = signs["reply"] + signs["triangle"]
    asking = sum(line.asks for line in lines if line.meaning == "dash")
    return _Interview(
        questions=answers > 0 or signs["question"] > 1,
        dashes=not answers and asking > 1 and asking * 2 >= signs["dash"],
        names=_names([line for line in lines if line.meaning == "turn"]),
    )


def _names(turns: Sequence[Line]) -> dict[str, str]:
    """Return who asks and who answers, if there are two at least, one more than once."""
    counts = Counter(line.speaker for line in turns)
    asking = Counter(line.speaker for line in turns if line.asks)
    names = {
        name: "question" if asking[name] * 2 > count else "answer"
        for name, count in counts.items()
    }
    talk = len(counts) > 1 and len(turns) > len(counts)
    return names if talk and set(names.values()) == {"question", "answer"} else {}


def _gaps(lines: Sequence[Line], names: Mapping[str, str]) -> list[int]:
    """Return for each line how many plain ones part it from an answer, up to ``_NEVER``."""
    gaps: list[int] = []
    gap = _NEVER
    for line in reversed(lines):
        gaps.append(gap)
        answers = line.meaning in {"reply", "triangle"} or names.get(line.speaker) == "answer"
        if answers:
            gap = 0
        else:
            gap = _NEVER if line.meaning else min(gap + 1, _NEVER)
    return gaps[::-1]
