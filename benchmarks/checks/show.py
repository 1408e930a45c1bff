"""Write mutants and flags with their texts, for reading."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import TYPE_CHECKING

import judged
from articles import DESK, NEWS
from kinds import KINDS
from tables import flagged

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tables import Run

_MISSED = "–"


def samples(runs: Sequence[Run], file: Path, *, each: int, missed: bool = False) -> None:
    """Write so many mutants of each type and language; of the missed ones if asked for."""
    lines = []
    for kind in KINDS:
        for run in runs:
            places = [at for at, mutant in enumerate(run.mutants) if mutant.mutator == kind]
            if missed:
                places = [at for at in places if _said(run, "tongsa", at) == _MISSED]
            if places:
                lines.append(f"\n## {kind}, {run.world.language}: {len(places)}\n")
            for at in sorted(Random(kind).sample(places, min(each, len(places)))):
                lines += _mutant(run, at)
    file.write_text("\n".join(lines) + "\n", "utf-8")


def _mutant(run: Run, number: int) -> Iterator[str]:
    mutant = run.mutants[number]
    article = run.world.articles[mutant.article]
    for at, after in mutant.change.after.items():
        before = mutant.change.before.get(at, article.units[at])
        if before == after:
            continue
        yield f"- {article.id(at)}"
        yield f"  - source: {after.source!r}"
        if before.source != after.source:
            yield f"  - source before: {before.source!r}"
        yield f"  - sound: {before.target!r}"
        yield f"  - wrong: {after.target!r}" + (" (fuzzy)" if after.previous else "")
    for tool in run.found:
        yield f"  - {tool}: {_said(run, tool, number)}"


def _said(run: Run, tool: str, number: int) -> str:
    """Return what a tool says of a mutant that it did not say before."""
    found = run.found[tool]
    new: Counter[str] = Counter()
    for at, lines in found.after[number].items():
        new += Counter(lines) - Counter(found.before[number].get(at, []))
    return "; ".join(new) or _MISSED


def flags(runs: Sequence[Run], file: Path) -> None:
    """Write every flag of sound translations, ours, with a verdict if there is one."""
    known = judged.verdicts()
    lines = []
    for run in runs:
        units = [unit for article in run.world.articles for unit in article.units]
        for corpus in (NEWS, DESK):
            for key, number, line in flagged(run, "tongsa", corpus):
                document, row, language, _ = key
                verdict = known.get(key)
                word = ("real" if verdict.real else "false") if verdict else "?"
                why = f" ({verdict.why})" if verdict else ""
                lines += [f"{document}:{row} {language} {line} — {word}{why}"]
                lines += [f"  {units[number].source}", f"  {units[number].target}"]
    file.write_text("\n".join(lines) + "\n", "utf-8")
