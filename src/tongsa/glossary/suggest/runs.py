"""Find runs of words that make a name together: with capitals, or tied by small words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tongsa.glossary.suggest.tokens import Shape, Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.glossary.suggest.facts import Facts

YEAR = re.compile(r"(?:19|20)\d\d")
"""``2024``"""
_MOST = 9  # words of a name
_DIGITS = 4  # of a number within a name
_PARTICLES = 2  # in a row: "von der"


def runs(words: Sequence[Token], facts: Facts) -> Iterator[tuple[int, int]]:
    """Yield where a run begins and what follows its last word, as indices."""
    at = 0
    while at < len(words):
        end = at
        if _begins(words, at, facts):
            end = at + 1
            while end < len(words) and end - at < _MOST and (step := _step(words, at, end, facts)):
                end += step
            yield at, end
        at = max(end, at + 1)


def _begins(words: Sequence[Token], at: int, facts: Facts) -> bool:
    """Whether a word may be a name's first."""
    word = words[at]
    if not word.shape.named:
        return False
    if word.shape is not Shape.CAPITAL:
        return word.key not in facts.calendar or at == 0 or words[at - 1].shape is not Shape.FIGURE
    if word.key == facts.month:
        return not _is_month(words, at, facts)
    if word.key in facts.calendar:
        return False
    if word.key not in facts.function or (len(word.key) == 1 and word.text.endswith(".")):
        return True
    return at > 0 and word.gap == " " and words[at - 1].key in facts.titles  # "President Oh"


def _is_month(words: Sequence[Token], at: int, facts: Facts) -> bool:
    """Whether a word that is a month or a family name is a month here."""
    behind = words[at + 1] if at + 1 < len(words) else None
    if behind and behind.gap == " " and behind.shape is Shape.FIGURE:
        return True
    before = words[at - 1] if at else None
    return before is None or before.shape is Shape.FIGURE or before.key in facts.month_after


def _goes_on(words: Sequence[Token], at: int, facts: Facts) -> bool:
    """Whether a word may be a name's second or later."""
    return at < len(words) and not words[at].opens and _begins(words, at, facts)


def _step(words: Sequence[Token], at: int, end: int, facts: Facts) -> int:
    """Return how many more words belong to the name that begins at ``at``; 0: it ends here."""
    before, word = words[end - 1], words[end]
    if before.owner:
        return int(
            word.gap == " " and word.key in facts.owned and word.shape is Shape.CAPITAL
        )  # "King's College"
    if word.gap == ",":
        return _listed(words, at, end, facts)
    if word.gap not in {" ", "&"}:
        return 0
    if _goes_on(words, end, facts):
        return 1
    if word.shape is Shape.FIGURE:
        return int(_numbers(words, end, facts))
    return _linked(words, end, facts)


def _numbers(words: Sequence[Token], at: int, facts: Facts) -> bool:
    """Whether a figure is part of the name before it: ``Blue Heron 7``, ``Expo 2030``."""
    figure = words[at].text
    if not figure.isdecimal() or len(figure) > _DIGITS:
        return False
    if at + 1 == len(words) or words[at + 1].gap != " ":
        return True
    behind = words[at + 1].key
    if behind in facts.units or behind in facts.calendar:
        return False
    return YEAR.fullmatch(figure) is not None or behind in facts.function


def _linked(words: Sequence[Token], end: int, facts: Facts) -> int:
    """Return how many words a small word ties to the name: ``of Korea``, ``von der Leyen``."""
    before, link = words[end - 1], words[end].key
    past = end
    while past < len(words) and words[past].key in facts.particles and past < end + _PARTICLES:
        past += 1
    if past > end and before.shape is Shape.CAPITAL and _goes_on(words, past, facts):
        return past + 1 - end
    if link == "and":
        return 2 * _joined(words, end, facts)
    if before.key not in facts.leading.get(link, ()):
        return 0
    past = end + 1 + (words[end + 1 : end + 2] != [] and words[end + 1].key == "the")
    return (past + 1 - end) * (_goes_on(words, past, facts) and words[past].gap == " ")


def _joined(words: Sequence[Token], link: int, facts: Facts) -> bool:
    """Whether *and* stands between two fields of one office: ``Food and Drug Administration``."""
    return (
        words[link - 1].key in facts.fields
        and _goes_on(words, link + 1, facts)
        and words[link + 1].gap == " "
        and words[link + 1].key in facts.fields
    )


def _listed(words: Sequence[Token], at: int, end: int, facts: Facts) -> int:
    """Return how many words behind a comma belong to the name: ``, Industry and Energy``."""
    word = words[end]
    if word.key in facts.suffixes and word.shape.named:
        return 1
    linked = any(each.key in facts.leading for each in words[at:end])
    if not linked or words[end - 1].key not in facts.fields:
        return 0
    if word.key == "and":
        return 2 * _joined(words, end, facts)
    return int(word.key in facts.fields and _goes_on(words, end, facts))
