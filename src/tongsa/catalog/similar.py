"""Find the old texts most like a new one, without comparing every one with every other."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from heapq import nlargest
from itertools import pairwise
from math import fsum, log
from typing import TYPE_CHECKING

from tongsa.language.fold import EAST_ASIAN, fold
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = late(r"\w+(?:[.,']\w+)*")  # "don't", "64.5", "harbour"
_EAST_ASIAN_WORD = late(f"[{EAST_ASIAN}]+")  # "반도체가", "芯片"

_VISITS = 500  # holders of its words that a search looks at
_AROUND = 64  # of the holders of a word that more have, those nearest to the place
_NEAREST = 8  # texts that a search gives back
_LONGEST = 4000  # letters of two texts above which their words alone are compared


def words(folded: str) -> Iterable[str]:
    """Return a folded text's words, each once; where words run together, pairs of characters."""
    if folded.isascii():
        return dict.fromkeys(_WORD.findall(folded))
    found = dict.fromkeys(_WORD.findall(_EAST_ASIAN_WORD.sub(" ", folded)))
    for run in _EAST_ASIAN_WORD.findall(folded):
        pairs = map("".join, pairwise(run)) if len(run) > 1 else (run,)
        found.update(dict.fromkeys(pairs))
    return found


@dataclass(frozen=True, slots=True)
class Text:
    """A text as it is compared."""

    folded: str
    words: frozenset[str]


def read(text: str) -> Text:
    """Return a text as it is compared."""
    folded = fold(text)
    return Text(folded, frozenset(words(folded)))


class Index:
    """Texts by their words: a rare word that two texts share tells more than a common one."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Read the texts; each is known by its position."""
        self._folded = [fold(text) for text in texts]
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for number, folded in enumerate(self._folded):
            for word in words(folded):
                holders[word].append(number)
        count = len(self._folded)
        self._holders = dict(holders)
        self._weights = {word: log(1 + count / len(them)) for word, them in holders.items()}
        self._unseen = log(1 + count)
        self._texts: dict[int, Text] = {}
        self._masses = [0.0] * count
        for word, them in holders.items():
            weight = self._weights[word]
            for number in them:
                self._masses[number] += weight

    def nearest(self, text: Text, place: int) -> list[int]:
        """Return the few texts that share most with a text, the best first.

        Where its words are too common to look at all their holders, those around ``place`` are.
        """
        shared: defaultdict[int, float] = defaultdict(float)
        room = _VISITS
        known = self._holders.keys() & text.words
        for word in sorted(known, key=lambda word: (len(self._holders[word]), word)):
            holders = self._holders[word]
            if len(holders) > room:
                start = max(0, bisect_left(holders, place) - _AROUND // 2)
                holders = holders[start : start + _AROUND]
                room = 0
            weight = self._weights[word]
            for number in holders:
                shared[number] += weight
            room -= len(holders)
            if room <= 0:
                break
        mass, masses = self._weigh(text.words), self._masses
        ranked = [(told / (mass + masses[number]), -number) for number, told in shared.items()]
        return [-number for _, number in nlargest(_NEAREST, ranked)]

    def text(self, number: int) -> Text:
        """Return an indexed text as it is compared."""
        if number not in self._texts:
            folded = self._folded[number]
            self._texts[number] = Text(folded, frozenset(words(folded)))
        return self._texts[number]

    def likeness(self, text: Text, number: int) -> float:
        """Return how alike a text and an indexed one are, 0 to 100.

        The mean of two views: letters in their order, and words by their weight in any order.
        """
        from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - an unedited catalog needs none

        other = self.text(number)
        mass = self._weigh(text.words) + self._masses[number]
        by_words = 200 * self._weigh(text.words & other.words) / mass if mass else 0.0
        if len(text.folded) + len(other.folded) > _LONGEST:
            return by_words
        by_letters = ratio(text.folded, other.folded)
        return (by_words + by_letters) / 2 if mass else by_letters

    def share(self, part: Text, whole: Text) -> float:
        """Return how much of a part's words, by weight, stands in a whole, 0 to 1."""
        mass = self._weigh(part.words)
        return self._weigh(part.words & whole.words) / mass if mass else 0.0

    def _weigh(self, words: Iterable[str]) -> float:
        weights, unseen = self._weights, self._unseen
        return fsum([weights.get(word, unseen) for word in words])
