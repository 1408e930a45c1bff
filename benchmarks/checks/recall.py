"""Count the errors that tools find, and the sound translations that they flag."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import elsewhere
import ours
import pofilter
from articles import NEWS
from kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from articles import Article
    from mutate import Mutant
    from world import World

    from tongsa.model import Concept

_OFTEN = 0.01
"""Share of clean news that a test of pofilter may flag to be kept by one who tunes it."""

Flags = dict[int, list[str]]
"""What a tool says of an article's units, by their index."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What a tool says of everything in one language."""

    clean: list[list[list[str]]]
    """By article and unit."""
    before: list[Flags]
    """By mutant: of the units that matter, before the error."""
    after: list[Flags]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One way to count what a tool says."""

    tool: str
    counts: Callable[[str], bool]


def answers(
    world: World, mutants: Sequence[Mutant], concepts: Sequence[Concept], peers: str | None
) -> dict[str, Answers]:
    """Return what every tool says; without a Python for Weblate not that."""
    found = {
        "tongsa": _ours(world, mutants, concepts),
        "pofilter": _single(world, mutants, pofilter.checker(world.language)),
    }
    if peers:
        flags = _weblate(world, mutants, ours.pairs(concepts, world.language), peers)
        found["Weblate"] = _single(world, mutants, lambda *pair: flags[pair])
    return found


def views(found: dict[str, Answers], articles: Sequence[Article]) -> dict[str, View]:
    """Return how tools are counted; pofilter also without what flags too much of the news."""
    noisy = _noisy(found["pofilter"], articles)
    kept = {
        "tongsa": View(tool="tongsa", counts=lambda line: not line.startswith("note ")),
        "its errors": View(tool="tongsa", counts=lambda line: line.startswith("error ")),
        "with notes": View(tool="tongsa", counts=lambda _: True),
        "pofilter": View(tool="pofilter", counts=lambda _: True),
        "pofilter tuned": View(
            tool="pofilter", counts=lambda line: line.partition(":")[0] not in noisy
        ),
        "Weblate": View(tool="Weblate", counts=lambda _: True),
    }
    return {name: view for name, view in kept.items() if view.tool in found}


def hits(view: View, found: dict[str, Answers]) -> list[bool]:
    """Return of each mutant whether it has a flag that the sound units did not have."""
    tool = found[view.tool]
    return [
        any(
            Counter(filter(view.counts, lines)) - Counter(filter(view.counts, before[at]))
            for at, lines in after.items()
        )
        for before, after in zip(tool.before, tool.after, strict=True)
    ]


def _noisy(found: Answers, articles: Sequence[Article]) -> set[str]:
    """Return the tests that flag more than one per cent of the news."""
    units = [
        {line.partition(":")[0] for line in lines}
        for article, each in zip(articles, found.clean, strict=True)
        for lines in each
        if article.corpus == NEWS
    ]
    often = Counter(test for tests in units for test in tests)
    return {test for test, count in often.items() if count > _OFTEN * len(units)}


def _wanted(mutant: Mutant, article: Article) -> Iterable[int]:
    """Return the units that may tell of an error: those changed, or all of the article."""
    changed = set(mutant.change.before) | set(mutant.change.after)
    return range(len(article.units)) if KINDS[mutant.mutator].others else sorted(changed)


def _ours(world: World, mutants: Sequence[Mutant], concepts: Sequence[Concept]) -> Answers:
    """Check each article as it is, and again for every mutant."""
    checker = ours.Checker(concepts, world.language)
    clean = []
    for article in world.articles:
        flags = checker.flags(article.units, article.date, range(len(article.units)))
        clean.append(list(flags.values()))
    before: list[Flags] = [{}] * len(mutants)
    after: list[Flags] = [{}] * len(mutants)
    for number in sorted(range(len(mutants)), key=lambda it: mutants[it].article):
        mutant = mutants[number]
        article, change = world.articles[mutant.article], mutant.change
        wanted = _wanted(mutant, article)
        sound, wrong = article.changed(change.before), article.changed(change.after)
        before[number] = {at: clean[mutant.article][at] for at in wanted}
        if change.before:
            before[number] = checker.flags(sound, article.date, wanted)
        after[number] = checker.flags(wrong, article.date, wanted)
    return Answers(clean=clean, before=before, after=after)


def _single(
    world: World, mutants: Sequence[Mutant], flags: Callable[[str, str], list[str]]
) -> Answers:
    """Ask a tool that looks at one translation at a time."""
    clean = [
        [flags(unit.source, unit.target) for unit in article.units] for article in world.articles
    ]
    before, after = [], []
    for mutant in mutants:
        units = world.articles[mutant.article].units
        change = mutant.change
        was = {at: change.before.get(at, units[at]) for at in change.after}
        before.append({at: flags(unit.source, unit.target) for at, unit in was.items()})
        after.append({at: flags(unit.source, unit.target) for at, unit in change.after.items()})
    return Answers(clean=clean, before=before, after=after)


def _weblate(
    world: World, mutants: Sequence[Mutant], glossary: Sequence[tuple[str, str]], peers: str
) -> dict[tuple[str, str], list[str]]:
    """Return what Weblate says of every translation there is."""
    units = [unit for article in world.articles for unit in article.units]
    for mutant in mutants:
        units += [*mutant.change.before.values(), *mutant.change.after.values()]
    texts = list(dict.fromkeys((unit.source, unit.target) for unit in units))
    task = {"language": world.language, "glossary": glossary, "translations": texts}
    return dict(zip(texts, elsewhere.asked(peers, task)["found"], strict=True))
