"""Find questions that a translation may have turned into statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.form.endings import QUESTION, asked, asks, end, final, questions
from tongsa.check.rules.form.facts import facts
from tongsa.check.rules.form.lost_question import surely_lost
from tongsa.check.rules.form.sources import source_of
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit

_TOPIC = late(
    r"(?:^|(?<=[.!?] ))[\"“]?(?:The|My|His|Her|Its|Our|Their|One)"
    r"(?: [\w'’-]+){1,3}(?<!ed)\?[\"”]?(?= \S)"
    r"|(?:^|(?<=[.!?] ))(?:Have|Got|Need|Want|Looking|Interested|Know|Seen|Missed|Curious|Ready)"
    r"\b[^.?!]{1,60}\?(?= [A-Z])"
)
"""What its speaker answers, or asks nobody: ``The hardest part? Leaving. Have a tip? Write.``"""


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield the end of a translation without any question mark, though its source asks."""
    target = unit.target
    if unit.merged or target == unit.source or asks(target):
        return
    source = source_of(unit, context)
    asked_there = questions(source)
    if asked_there and not surely_lost(unit, context):
        if asked_there == len(_TOPIC.findall(source)) or _is_condition(source, target, context):
            return
        at = end(target)
        yield Hit(target_spans=((max(0, at - 1), at),))


def _is_condition(source: str, target: str, context: Context) -> bool:
    """Whether a translation says as a condition what its source asks before its last words."""
    words = facts(context.language, "question").get("conditional", ())
    return final(source) != QUESTION and any(word in target for word in words)


look = Sifted(asked, _look)
