"""Tell who asks and who answers: which passages of an article are turns of an interview."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tongsa.article.signs import asks
from tongsa.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.model import Block

_ROLES = MappingProxyType(
    {"question": Role.QUESTION, "answer": Role.ANSWER, "bullet": Role.LIST_ITEM}
)
_TURNS = frozenset({"question", "answer"})
_ANSWERS = frozenset({"reply", "triangle", "answer"})
_KOREAN = frozenset({"mun", "dap"})
_BESIDE = frozenset({Role.IMAGE, Role.CAPTION, Role.CREDIT, "credited"})
_ENDS = frozenset({Role.HEADLINE, Role.SUBHEADING})
"""Behind a heading nothing goes on with a turn before it."""

_INQUIRES = re.compile(
    r"(?:[?？]|[까나요가]\s?[.。…])[\"'”’)\]」』]*\Z"
)  # matches 요금은 오릅니까.
_MINUS = re.compile(r"[-−]\d")  # matches -5 degrees, which is no list
_LAST = 16  # code points at a text's end that show whether it asks
_REACH = 3  # how many unmarked passages a question may run on before its answer
_NEVER = _REACH + 1


class Cue(NamedTuple):
    """What of a line or paragraph tells whether it is a turn, whatever its format."""

    text: str
    """Without markup; the marker in it."""
    sign: str
    """Its name in ``signs.toml``, or ``answer`` where markup says so; empty for plain body text;
    the role of what has another place in the article."""
    speaker: str = ""
    """Who speaks in it, as far as its marker says."""
    set_off: bool = False
    """Whether markup sets the marker off, so that it is no beginning of a sentence."""
    joined: bool = False
    """Whether a mere line break parts it from the passage before."""

    @property
    def asks(self) -> bool:
        """Whether it ends with a question mark."""
        return asks(self.text)

    @property
    def initial(self) -> bool:
        """Whether its ``A.`` may be the initial of a name."""
        return self.sign == "reply" and not self.set_off and self.text.startswith("A.")


class Turn(NamedTuple):
    """What a passage is among its neighbours."""

    meaning: str
    """``question``, ``answer``, ``bullet``; empty for plain body text; or the sign as it was."""
    speaker: str = ""
    unmarked: bool = False
    """Whether it goes on with the turn before, what it begins with being no marker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A passage that may prove to be a turn, in both readings."""

    cue: Cue
    plain: tuple[Block, ...]
    """Its blocks where it is no turn; the last is what may go on with a turn before it."""
    turn: tuple[Block, ...] = ()
    """Its blocks where it is one: the speaker's name, if given, and what the marker marks; empty
    where the marker cannot be cut off."""


class _Interview(NamedTuple):
    """What the article as a whole shows of questions and answers."""

    cues: Sequence[Cue]
    gaps: Sequence[int]
    """For each cue how many plain ones part it from an answer, up to ``_NEVER``."""
    names: Mapping[str, str]
    """Whether a named speaker's turns are each a ``question`` or an ``answer``."""
    questions: bool
    """Whether any ``Q.`` leads a question: it has an answer or its like."""
    dashes: bool
    """Whether any dash leads a question: one at least ends with a question mark."""
    bare: bool
    """Whether dashes lead questions whose answers have no marker."""

    def next(self, number: int) -> str | None:
        """Return the next cue's sign, None at the end."""
        return self.cues[number + 1].sign if number + 1 < len(self.cues) else None

    def unmarked(self, number: int) -> bool:
        """Return whether a plain passage asks what a marker right behind it answers."""
        return bool(
            number
            and self.gaps[number] == 0
            and self.cues[number].asks
            and not self.cues[number + 1].initial
        )


def settle(drafts: Sequence[Draft]) -> Iterator[Block]:
    """Yield the drafts' blocks, each turn without its marker and with its speaker.

    A paragraph behind a question answers it; one between an answer and another turn goes on
    answering.
    """
    turns = resolve([draft.cue for draft in drafts])
    _answer_on(drafts, turns)
    for draft, turn in zip(drafts, turns, strict=True):
        role = _ROLES.get(turn.meaning)
        if not role:
            yield from draft.plain
            continue
        *before, said = draft.plain if turn.unmarked else draft.turn or draft.plain
        yield from before
        yield replace(said, role=role, speaker=turn.speaker)


def _answer_on(drafts: Sequence[Draft], turns: list[Turn]) -> None:
    """Make answers of the plain paragraphs that are."""
    latest = Turn("")
    waiting: list[int] = []
    for number, (draft, turn) in enumerate(zip(drafts, turns, strict=True)):
        if turn.meaning in _TURNS:
            for place in waiting:
                turns[place] = latest
            latest, waiting = turn, []
        elif turn.meaning in _ENDS:
            latest, waiting = Turn(""), []
        elif turn.meaning or draft.plain[-1].role is not Role.PARAGRAPH:
            continue
        elif latest.meaning == "question":
            turns[number] = latest = Turn("answer", unmarked=True)
        elif latest.meaning:
            latest = latest._replace(unmarked=True)
            waiting.append(number)


def resolve(cues: Sequence[Cue]) -> list[Turn]:
    """Return what the cues mean: question, answer, bullet, plain text, or what they were.

    A dash leads a question where an answer follows; a triangle or ``A.`` leads an answer where a
    question precedes; a name and a colon lead a turn where several passages have such names.
    """
    cues = _korean(cues)
    interview = _interview(cues)
    turns: list[Turn] = []
    last, latest = Turn(""), ""
    for number, cue in enumerate(cues):
        meaning = _meaning(interview, number, last.meaning, latest)
        runs_on = not cue.sign and meaning == last.meaning
        speaker = last.speaker if runs_on else cue.speaker
        last = Turn(meaning, speaker if meaning in _TURNS else "")
        if meaning in _TURNS or meaning in _ENDS:
            latest = "" if meaning in _ENDS else meaning
        turns.append(last)
    return turns


def _korean(cues: Sequence[Cue]) -> Sequence[Cue]:
    """Return the cues, 문 and 답 signs of a question and a reply where both stand in one article.

    A line with 문 must ask, since that is a surname, too; one at least right before a 답.
    """
    asking = [cue.sign == "mun" and bool(_INQUIRES.search(cue.text[-_LAST:])) for cue in cues]
    paired = any(asks and cue.sign == "dap" for asks, cue in zip(asking, cues[1:], strict=False))
    reply = "reply" if paired else ""
    question = "question" if paired else ""
    return [
        cue._replace(sign=reply if cue.sign == "dap" else question if asks else "")
        if cue.sign in _KOREAN
        else cue
        for asks, cue in zip(asking, cues, strict=True)
    ]


def _meaning(interview: _Interview, number: int, last: str, latest: str) -> str:
    """Return a cue's meaning; ``last`` is that of the cue before it, ``latest`` the last turn's."""
    cue, gap = interview.cues[number], interview.gaps[number]
    meaning = cue.sign
    match meaning:
        case "" if cue.joined and last in _TURNS:
            meaning = last
        case "":
            runs_on = gap < _NEVER if last == "question" else interview.unmarked(number)
            meaning = "question" if runs_on else ""
        case "question" if not (interview.questions or cue.asks or cue.set_off):
            meaning = ""
        case "dash":
            answered = interview.dashes and gap < _NEVER
            if answered or (interview.bare and interview.next(number) == ""):
                meaning = "question"
            else:
                meaning = "" if _MINUS.match(cue.text) else "bullet"
        case "reply":
            replies = latest == "question" if cue.initial else latest
            meaning = "answer" if replies else ""
        case "triangle":
            meaning = "answer" if latest else "bullet"
        case "turn":
            meaning = interview.names.get(cue.speaker, "")
    return meaning


def _interview(cues: Sequence[Cue]) -> _Interview:
    signs = Counter(cue.sign for cue in cues)
    answers = sum(signs[sign] for sign in _ANSWERS)
    asking = sum(cue.asks for cue in cues if cue.sign == "dash")
    names = _names([cue for cue in cues if cue.sign == "turn"])
    return _Interview(
        cues=cues,
        gaps=_gaps(cues, names),
        names=names,
        questions=answers > 0 or signs["question"] > 1,
        dashes=asking > 0,
        bare=not answers and asking > 1 and asking * 2 >= signs["dash"],
    )


def _names(turns: Sequence[Cue]) -> dict[str, str]:
    """Return who asks and who answers, if one asks more than once and others speak, too.

    Asking once is enough where the first name asks and markup sets off them all.
    """
    if not turns:
        return {}
    counts = Counter(cue.speaker for cue in turns)
    asking = Counter(cue.speaker for cue in turns if cue.asks)
    fewest = 1 if turns and turns[0].asks and all(cue.set_off for cue in turns) else 2
    names = {
        name: "question" if count >= fewest and asking[name] * 2 > count else "answer"
        for name, count in counts.items()
    }
    return names if set(names.values()) == _TURNS else _cast(turns)


def _cast(turns: Sequence[Cue]) -> dict[str, str]:
    """Return who asks and who answers of the names in capitals alone, as transcripts have them.

    Of at least two names in three turns, one returns; who asks the most, or else is first, asks.
    """
    counts = Counter(cue.speaker for cue in turns if cue.speaker.isupper())
    if len(counts) < 2 or max(counts.values()) < 2:  # noqa: PLR2004 - one asks, one answers
        return {}
    asking = Counter(cue.speaker for cue in turns if cue.asks)
    asker = max(counts, key=lambda name: asking[name])
    return {name: "question" if name == asker else "answer" for name in counts}


def _gaps(cues: Sequence[Cue], names: Mapping[str, str]) -> list[int]:
    gaps: list[int] = []
    gap = _NEVER
    for cue in reversed(cues):
        gaps.append(gap)
        if cue.sign in _ANSWERS or (cue.sign == "turn" and names.get(cue.speaker) == "answer"):
            gap = 0
        elif not cue.sign:
            gap = min(gap + 1, _NEVER)
        elif cue.sign not in _BESIDE:
            gap = _NEVER
    return gaps[::-1]
