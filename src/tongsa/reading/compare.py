"""Tell whether two names are one person's: same, possible or different."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from math import log
from typing import TYPE_CHECKING, NamedTuple

from tongsa.reading.outline import are_strangers
from tongsa.reading.parse import Name, parse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_UNRELATED, _FAMILY, _SIBLINGS = 0.90, 0.09, 0.01
"""Of pairs of people in a text: how many share nothing, the family name, a character beside it."""
_SAME = 4.5
_SAME_IF_SHORT = 7.0
"""For names of two syllables, which many people share."""
_SHORT = 2
_POSSIBLE = 0.0
NEVER = -20.0
"""Nats; lower is not told."""


class Verdict(StrEnum):
    """Whether two names are one person's."""

    SAME = "same"
    POSSIBLE = "possible"
    DIFFERENT = "different"


class Weights(NamedTuple):
    """How much likelier two names are where they have something in common than by chance."""

    same: float
    """Where they are one name."""
    relatives: float
    """Where the family name is one."""
    siblings: float
    """Where one character of the given name is one, too."""

    @property
    def score(self) -> float:
        """The log-odds of one person against two people in one text, in nats."""
        if not self.same:
            return NEVER
        null = _UNRELATED + _FAMILY * self.relatives + _SIBLINGS * self.siblings
        return max(NEVER, log(self.same / null))


class _Told(NamedTuple):
    """What is told of two names at once."""

    a: str
    b: str
    verdict: Verdict
    score: float
    """The log-odds that both name one person, against two people in one text, in nats."""


class Comparison(_Told):
    """What two names have in common; what is worked out of it once is kept."""

    @cached_property
    def _names(self) -> tuple[Name, Name]:
        return parse(self.a), parse(self.b)

    @property
    def full(self) -> bool:
        """Whether both are more than a family name."""
        return all(name.full for name in self._names)

    @cached_property
    def characters(self) -> Sequence[str]:
        """What both most likely are in Han characters, the likeliest first."""
        from tongsa.reading import explain  # noqa: PLC0415 - few of many comparisons tell why

        return explain.characters(*self._names)

    @cached_property
    def systems(self) -> tuple[Mapping[str, float], Mapping[str, float]]:
        """The systems that each spelling fits, with their shares."""
        one, other = self._names
        from tongsa.reading import explain  # noqa: PLC0415 - few of many comparisons tell why

        return explain.systems(one, self.characters), explain.systems(other, self.characters)

    @cached_property
    def reason(self) -> str:
        """Why, in a sentence for an editor."""
        from tongsa.reading import explain  # noqa: PLC0415 - few of many comparisons tell why

        return explain.reason(*self._names, str(self.verdict), self.characters)


def compare(a: str, b: str) -> Comparison:
    """Tell whether two names, in Latin letters, Hangul or Han characters, are one person's.

    Two people may have names that are spelled the same: "same" says that nothing tells them apart,
    and that chance seldom brings two such names into one text.
    """
    if are_strangers(a, b):
        return Comparison(a, b, Verdict.DIFFERENT, NEVER)
    one, other = parse(a), parse(b)
    weights = weigh(one, other) if one.families.meet(other.families) else _NOTHING
    return Comparison(a, b, _verdict(one, other, weights), weights.score)


def _verdict(one: Name, other: Name, weights: Weights) -> Verdict:
    if one.letters == other.letters and (one.full or other.full):
        return Verdict.SAME
    if not (one.syllables and other.syllables):
        return _by_words(one, other)
    if _are_told_apart(one, other):
        return Verdict.DIFFERENT
    if one.doubt or other.doubt or not (one.full and other.full):
        return _by_family(one, other, weights)
    if weights.score >= _least(one, other):
        return Verdict.SAME
    return Verdict.POSSIBLE if weights.score >= _POSSIBLE else Verdict.DIFFERENT


def _least(one: Name, other: Name) -> float:
    """Return the score from which on two names are one."""
    return _SAME if min(one.syllables, other.syllables) > _SHORT else _SAME_IF_SHORT


def _by_family(one: Name, other: Name, weights: Weights) -> Verdict:
    """Compare names of which one has no given name that can be read."""
    if _lacks_given(one, other) and _by_words(one, other) is Verdict.SAME:
        return Verdict.SAME
    return Verdict.POSSIBLE if weights.relatives > 1 else Verdict.DIFFERENT


def _lacks_given(one: Name, other: Name) -> bool:
    """Tell whether a name has a given name that is not read in syllables: Michael Lu."""
    return any(name.doubt and name.syllables <= 1 for name in (one, other))


def _are_told_apart(one: Name, other: Name) -> bool:
    """Tell whether both have what one person has but once: two clean spellings of one system."""
    pairs = (
        (one.english, other.english),
        (one.formal, other.formal),
        (one.pinyin, other.pinyin),
    )
    return any(map(_differ, *zip(*pairs, strict=True)))


def _differ(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Tell whether both have one, and not the same: English given names, forms in Hangul."""
    return bool(ours and theirs and ours != theirs)


def _by_words(one: Name, other: Name) -> Verdict:
    """Compare names that are no Chinese or Korean ones: Trump may be Donald Trump."""
    few, many = sorted((set(one.spelled), set(other.spelled)), key=len)
    if not (few and few <= many):
        return Verdict.DIFFERENT
    return Verdict.SAME if len(few) > 1 or (few == many and one.full) else Verdict.POSSIBLE


def weigh(one: Name, other: Name) -> Weights:
    """Return how much likelier two names are where they are one, or related, than by chance."""
    same = relatives = siblings = 0.0
    for people, (ours, theirs) in enumerate(zip(one.likely, other.likely, strict=True)):
        for share, (family, *given) in ours:
            for portion, (others_family, *others_given) in theirs:
                kin = family.ratio(others_family)[people]
                if not kin:
                    continue
                kin *= 2 * share * portion
                relatives += kin
                if len(given) != len(others_given) or not given:
                    continue
                first = given[0].ratio(others_given[0])[people]
                if len(given) == 1:
                    same += kin * first
                    continue
                last = given[1].ratio(others_given[1])[people]
                same += kin * first * last
                siblings += kin * (first + last) / 2
    return Weights(same, relatives, siblings)


_NOTHING = Weights(0, 0, 0)
