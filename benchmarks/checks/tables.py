"""Write what was counted as Markdown."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import judged
from articles import DESK, NEWS
from interval import bootstrap, mean, wilson
from kinds import KINDS
from recall import hits, views

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mutate import Mutant
    from recall import Answers, View
    from world import World

_OURS = "tongsa"
_WEBLATE = "Weblate"
_SEVERITIES = ("error", "warning", "note")


@dataclass(frozen=True, kw_only=True)  # no slots: a record of one run
class Run:
    """What one language gave."""

    world: World
    mutants: Sequence[Mutant]
    found: dict[str, Answers]

    @property
    def views(self) -> dict[str, View]:
        """How its tools are counted."""
        return views(self.found, self.world.articles)

    def counts(self) -> dict[str, dict[str, tuple[int, int]]]:
        """Return hits and mutants by view and type, but for what a tool cannot be asked here."""
        made = Counter(mutant.mutator for mutant in self.mutants)
        table = {}
        for name, view in self.views.items():
            caught = hits(view, self.found)
            told = Counter(
                mutant.mutator for mutant, hit in zip(self.mutants, caught, strict=True) if hit
            )
            table[name] = {
                kind: (told[kind], number)
                for kind, number in made.items()
                if not (view.tool == _WEBLATE and KINDS[kind].database)
            }
        return table


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table, its first column to the left."""
    lines = [headings, ["---", *("--:" for _ in headings[1:])], *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def recall(runs: Sequence[Run]) -> Iterator[str]:
    """Yield the table of all languages: ours with intervals, the others by their shares alone."""
    counts = [run.counts() for run in runs]
    others = [name for name in counts[0] if name != _OURS]
    languages = [run.world.language for run in runs]
    headings = ["type", "mutants", *(f"{_OURS} {it}" for it in languages), *others]
    rows = []
    for kind in KINDS:
        made = [each[_OURS].get(kind, (0, 0))[1] for each in counts]
        if any(made):
            ours = [_share(each[_OURS].get(kind)) for each in counts]
            rest = [_beside(each[name].get(kind) for each in counts) for name in others]
            rows.append([kind, " / ".join(_number(it) for it in made), *ours, *rest])
    rows.append(_means(counts, others))
    yield table(headings, rows)


def _means(counts: Sequence[dict[str, dict[str, tuple[int, int]]]], others: list[str]) -> list[str]:
    made = [str(sum(total for _, total in each[_OURS].values())) for each in counts]
    ours = [_mean(list(each[_OURS].values())) for each in counts]
    rest = [
        " / ".join(f"{mean(list(each[name].values())):.1f}" for each in counts) for name in others
    ]
    return ["**mean of the types**", " / ".join(made), *ours, *rest]


def in_full(run: Run) -> Iterator[str]:
    """Yield one language's table, with an interval to every share."""
    counts = run.counts()
    made = counts[_OURS]
    rows = [
        [kind, str(made[kind][1]), *(_share(each.get(kind)) for each in counts.values())]
        for kind in KINDS
        if kind in made
    ]
    means = [_mean(list(each.values())) for each in counts.values()]
    rows.append(["**mean of the types**", str(len(run.mutants)), *means])
    yield table([run.world.language, "mutants", *counts], rows)


def means(runs: Sequence[Run]) -> Iterator[str]:
    """Yield the means with both intervals: other units, and other types as well."""
    rows = []
    for run in runs:
        for name, each in run.counts().items():
            every = list(each.values())
            low, high = bootstrap(every, types=False)
            least, most = bootstrap(every, types=True)
            units, types = f"{low:.1f}–{high:.1f}", f"{least:.1f}–{most:.1f}"
            rows.append(
                [run.world.language, name, str(len(every)), f"{mean(every):.1f}", units, types]
            )
    yield table(["language", "tool", "types", "mean %", "other units", "other types, too"], rows)


def clean(runs: Sequence[Run]) -> Iterator[str]:
    """Yield what is flagged of news as it is: together, then ours check by check."""
    known = judged.verdicts()
    yield table(
        ["", "units", "flagged", "%", "findings", "without real mistakes", "%"],
        _totals(runs, known),
    )
    yield table(["check", *(run.world.language for run in runs)], _by_code(runs, known))
    for run in runs:
        flags = [line for _, _, line in flagged(run, _OURS, DESK)]
        of = Counter(line.split()[0] for line in flags)
        told = ", ".join(f"{of[severity]} {severity}s" for severity in _SEVERITIES)
        yield f"The desk's own catalogs, {run.world.language}: {told} (before its settings)."


def flagged(run: Run, tool: str, corpus: str) -> Iterator[tuple[judged.Key, int, str]]:
    """Yield a tool's flags: where, the unit's index over all articles, and the finding."""
    number = 0
    for article, each in zip(run.world.articles, run.found[tool].clean, strict=True):
        for at, lines in enumerate(each):
            for line in lines if article.corpus == corpus else ():
                code = line.split()[1] if tool == _OURS else line.partition(":")[0]
                key = (article.name, article.lines[at], article.language, code)
                yield key, number, line
            number += 1


def _totals(runs: Sequence[Run], known: Mapping[judged.Key, judged.Verdict]) -> Iterator[list[str]]:
    for severity in _SEVERITIES:
        for run in runs:
            told = [it for it in flagged(run, _OURS, NEWS) if it[2].startswith(f"{severity} ")]
            rest = {number for key, number, _ in told if not (key in known and known[key].real)}
            row = _total(f"{_OURS}, {severity}s, {run.world.language}", run, told)
            yield [*row, str(len(rest)), _of_news(len(rest), run)]
    for name, view in runs[0].views.items():
        for run in runs if view.tool != _OURS else ():
            keep = run.views[name].counts
            told = [it for it in flagged(run, view.tool, NEWS) if keep(it[2])]
            yield [*_total(f"{name}, {run.world.language}", run, told), "", ""]


def _total(name: str, run: Run, told: Sequence[tuple[judged.Key, int, str]]) -> list[str]:
    units = {number for _, number, _ in told}
    return [name, str(_news(run)), str(len(units)), _of_news(len(units), run), str(len(told))]


def _of_news(count: int, run: Run) -> str:
    return f"{100 * count / (_news(run) or 1):.2f}"


def _news(run: Run) -> int:
    """Return how many units the news has."""
    return sum(len(article.units) for article in run.world.articles if article.corpus == NEWS)


def _by_code(
    runs: Sequence[Run], known: Mapping[judged.Key, judged.Verdict]
) -> Iterator[list[str]]:
    """Yield each check's share of the news, and how many of its flags are real mistakes."""
    cells: dict[str, list[str]] = {}
    for place, run in enumerate(runs):
        by: dict[str, set[int]] = {}
        real: dict[str, set[int]] = {}
        for key, number, line in flagged(run, _OURS, NEWS):
            name = " ".join(line.split()[1::-1])
            by.setdefault(name, set()).add(number)
            if key in known and known[key].real:
                real.setdefault(name, set()).add(number)
        for name, numbers in by.items():
            told = f"{len(numbers)} ({_of_news(len(numbers), run)} %)"
            mistakes = f", {len(real[name])} real" if name in real else ""
            cells.setdefault(name, ["–"] * len(runs))[place] = told + mistakes
    for name in sorted(cells):
        yield [name, *cells[name]]


def _share(count: tuple[int, int] | None) -> str:
    if not count or not count[1]:
        return "–"
    low, high = wilson(*count)
    return f"{100 * count[0] / count[1]:.1f} ({low:.0f}–{high:.0f})"


def _mean(counts: list[tuple[int, int]]) -> str:
    low, high = bootstrap(counts, types=False)
    return f"**{mean(counts):.1f}** ({low:.1f}–{high:.1f})"


def _beside(counts: Iterable[tuple[int, int] | None]) -> str:
    return " / ".join(f"{100 * it[0] / it[1]:.0f}" if it and it[1] else "–" for it in counts)


def _number(count: int) -> str:
    return str(count) if count else "–"
