"""Set the scene: a language's articles, its glossary, and the mutants of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import articles
import ours
from countries import countries
from kinds import KINDS
from mutate import Mutant, Spot, draw
from world import World

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from articles import Article

    from tongsa.model import Concept


def glossary(root: Path) -> list[Concept]:
    """Return a desk's glossary, and CLDR's countries of which it does not speak."""
    own = ours.concepts(root / "glossary")
    known = {term.text for concept in own for term in concept.terms if term.language == "en"}
    states, _ = countries(short=False, territories=False)
    return own + [
        state
        for state in states
        if not any(term.text in known for term in state.terms if term.language == "en")
    ]


def world(news: Path, root: Path, concepts: Sequence[Concept], language: str) -> World:
    """Return a language's articles, news first, with the names that the glossary has for it."""
    every = [*articles.news(news, language), *articles.desk(root, language)]
    return World(language=language, articles=every, names=ours.names(concepts, language))


def mutants(here: World, *, limit: int, seed: int) -> list[Mutant]:
    """Return the mutants of every kind."""
    every: Sequence[Article] = here.articles
    spots = [
        Spot(articles=every, article=number, at=at, world=here)
        for number, article in enumerate(every)
        for at in article.sound()
    ]
    return [
        mutant
        for name, kind in KINDS.items()
        if here.language in kind.languages
        for mutant in draw(name, kind.mutator, spots, limit=limit, seed=seed)
    ]
