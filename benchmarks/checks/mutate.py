"""Draw mutants: sound translations that were made wrong in one way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from random import Random
from typing import TYPE_CHECKING

import paths  # noqa: F401 (sets the path)
from plain import Pair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articles import Article
    from world import World

    from tongsa.model import TranslationUnit

Edit = tuple[int, int, str]
"""A stretch of the translation, and what is put in its place."""
Units = Mapping[int, "TranslationUnit"]
"""Units that stand in an article in the place of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What makes a mutant of an article."""

    after: Units
    """The units that are wrong now."""
    before: Units = field(default_factory=dict)
    """What it is compared with where that is not the article itself: one with a link added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """An article with one error."""

    mutator: str
    article: int
    """Index of the article."""
    at: int
    """Index of the unit that was drawn."""
    change: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A unit that may be changed."""

    articles: Sequence[Article]
    article: int
    at: int
    world: World
    """What mutators know of the glossary and of all articles."""

    @property
    def here(self) -> Article:
        """The unit's article."""
        return self.articles[self.article]

    @property
    def unit(self) -> TranslationUnit:
        """The unit as it is."""
        return self.here.units[self.at]

    @property
    def pair(self) -> Pair:
        """Source and translation."""
        unit = self.unit
        return Pair(source=unit.source, target=unit.target, language=self.here.language)

    def told(self, target: str) -> Change:
        """Return the change that gives the unit another translation."""
        return Change(after={self.at: replace(self.unit, target=target)})


Mutator = Callable[[Spot, Random], Iterator[Change]]
"""Yields the changes that may be made in a unit, each of which makes a mutant."""


def edits(find: Callable[[Pair, Random], Iterator[Edit]]) -> Mutator:
    """Return the mutator of what finds edits in a translation."""

    def mutator(spot: Spot, random: Random) -> Iterator[Change]:
        target = spot.unit.target
        for start, end, text in find(spot.pair, random):
            yield spot.told(target[:start] + text + target[end:])

    return mutator


def draw(
    name: str, mutator: Mutator, spots: Sequence[Spot], *, limit: int, seed: int
) -> Iterator[Mutant]:
    """Yield so many mutants at the most: one of each unit first, then others of the same."""
    language = spots[0].here.language if spots else ""
    random = Random(f"{seed} {language} {name}")  # so that a new mutator leaves others alone
    drawn = []
    for spot in spots:
        changes = list(mutator(spot, random))
        random.shuffle(changes)
        drawn += [(turn, random.random(), spot, change) for turn, change in enumerate(changes)]
    drawn.sort(key=lambda it: it[:2])
    for _, _, spot, change in drawn[:limit]:
        yield Mutant(mutator=name, article=spot.article, at=spot.at, change=change)
