"""Tell who asks and who answers: which lines of a plain text are turns of an interview."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from tongsa.article.signs import asks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tongsa.article.formats.text.stretches import Stretch
    from tongsa.article.signs import Shown

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
        return asks(self.stretch.text)


class _Interview(NamedTuple):
    """What the article as a whole shows of questions and answers."""

    lines: Sequence[Line]
    gaps: Sequence[int]
    """For each line how many plain ones part it from an answer, up to ``_NEVER``."""
    names: Mapping[str, str]
    """Whether a named speaker's turns are each a ``question`` or an ``answer``."""
    questions: bool
    """Whether ``Q.`` leads a question: it has an answer or its like."""
    dashes: bool
    """Whether any dash leads a question: one at least ends with a question mark."""
    bare: bool
    """Whether dashes lead questions whose answers have no marker."""

    def plain(self, number: int) -> bool:
        """Return whether there is such a line, without a sign."""
        return number < len(self.lines) and not self.lines[number].meaning


def resolve(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with what their signs mean: question, answer, bullet, plain text.

    A dash leads a question where an answer follows; a triangle or ``A.`` leads an answer where a
    question precedes; a name and a colon lead a turn where several lines have such names.
    """
    interview = _interview(lines)
    resolved: list[Line] = []
    asked, last = False, ""
    for number, line in enumerate(lines):
        last = _meaning(interview, number, last, asked=asked)
        asked = asked or last == "question"
        if last != line.meaning:
            line = line._replace(meaning=last, prefix=line.prefix if last else "")  # noqa: PLW2901 - the same line, read
        resolved.append(line)
    return resolved


def _meaning(interview: _Interview, number: int, last: str, *, asked: bool) -> str:
    line, gap = interview.lines[number], interview.gaps[number]
    meaning = line.meaning
    match meaning:
        case "":
            runs_on = gap < _NEVER if last == "question" else gap == 0 and number and line.asks
            meaning = "question" if runs_on else ""
        case "question" if not interview.questions:
            meaning = ""
        case "dash":
            answered = interview.dashes and gap < _NEVER
            if answered or (interview.bare and interview.plain(number + 1)):
                meaning = "question"
            else:
                meaning = "" if _MINUS.match(line.stretch.text) else "bullet"
        case "reply":
            meaning = "answer" if asked else ""
        case "triangle":
            meaning = "answer" if asked else "bullet"
        case "turn":
            meaning = interview.names.get(line.speaker, "")
    return meaning


def _interview(lines: Sequence[Line]) -> _Interview:
    signs = Counter(line.meaning for line in lines)
    answers = signs["reply"] + signs["triangle"]
    asking = sum(line.asks for line in lines if line.meaning == "dash")
    names = _names([line for line in lines if line.meaning == "turn"])
    return _Interview(
        lines=lines,
        gaps=_gaps(lines, names),
        names=names,
        questions=answers > 0 or signs["question"] > 1,
        dashes=asking > 0,
        bare=not answers and asking > 1 and asking * 2 >= signs["dash"],
    )


def _names(turns: Sequence[Line]) -> dict[str, str]:
    """Return who asks and who answers, if one asks more than once and others speak, too."""
    counts = Counter(line.speaker for line in turns)
    asking = Counter(line.speaker for line in turns if line.asks)
    names = {
        name: "question" if count > 1 and asking[name] * 2 > count else "answer"
        for name, count in counts.items()
    }
    return names if set(names.values()) == {"question", "answer"} else {}


def _gaps(lines: Sequence[Line], names: Mapping[str, str]) -> list[int]:
    gaps: list[int] = []
    gap = _NEVER
    for line in reversed(lines):
        gaps.append(gap)
        if line.meaning in {"reply", "triangle"} or names.get(line.speaker) == "answer":
            gap = 0
        elif line.meaning:
            gap = _NEVER
        else:
            gap = min(gap + 1, _NEVER)
    return gaps[::-1]
