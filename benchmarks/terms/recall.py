"""Count replaced country names that glossary checks find, and sound translations they flag."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import ours
from news import Mutant, Unit, mutants

from tongsa.model import TranslationUnit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.model import Concept

_WEBLATE = Path(__file__).with_name("weblate_tools.py")

Findings = list[list[str]]
"""What a tool says of each of many translations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How a tool did in one language."""

    tool: str
    found: int
    mutants: int
    units: int
    flagged: int
    """Units of the news that it flags as they are."""
    faulted: int
    """Those of them in which it finds an error; the others get but warnings."""
    clean: tuple[tuple[Unit, str], ...]
    """Where it flags them, and what it says."""
    missed: tuple[tuple[Unit, Mutant], ...]


def measure(  # noqa: PLR0913 - each an option of the command line
    units: Sequence[Unit],
    concepts: list[Concept],
    language: str,
    *,
    limit: int,
    seed: int,
    peers: str,
) -> Iterator[Score]:
    """Yield the score of tongsa, and of Weblate with the same glossary."""
    changed = mutants(units, concepts, language, limit, Random(seed))
    for tool, (clean, mutated) in {
        "tongsa": _ours(units, changed, concepts, language),
        "Weblate": _weblate(units, changed, concepts, language, peers),
    }.items():
        yield _score(tool, units, changed, clean, mutated)


def _score(
    tool: str,
    units: Sequence[Unit],
    changed: Sequence[Mutant],
    clean: Findings,
    mutated: Findings,
) -> Score:
    missed = [
        mutant
        for mutant, found in zip(changed, mutated, strict=True)
        if not Counter(found) - Counter(clean[mutant.unit])
    ]
    flagged = [(unit, found) for unit, found in zip(units, clean, strict=True) if found]
    faulted = [found for found in clean if any(not line.startswith("warning ") for line in found)]
    return Score(
        tool=tool,
        found=len(changed) - len(missed),
        mutants=len(changed),
        units=len(units),
        flagged=len(flagged),
        faulted=len(faulted),
        clean=tuple((unit, line) for unit, found in flagged for line in found),
        missed=tuple((units[mutant.unit], mutant) for mutant in missed),
    )


def _ours(
    units: Sequence[Unit], changed: Sequence[Mutant], concepts: Sequence[Concept], language: str
) -> tuple[Findings, Findings]:
    """Check each article as it is, and once for every mutant."""
    flags = ours.checker(concepts, language)
    clean: Findings = []
    article: dict[int, tuple[int, list[TranslationUnit]]] = {}
    for _, group in groupby(units, key=lambda unit: unit.document):
        texts = [
            TranslationUnit(source=unit.source, target=unit.targets[language], index=at)
            for at, unit in enumerate(group)
        ]
        begin = len(clean)
        article |= dict.fromkeys(range(begin, begin + len(texts)), (begin, texts))
        clean += wrong(flags(texts))
    mutated: Findings = []
    for mutant in changed:
        begin, texts = article[mutant.unit]
        at = mutant.unit - begin
        other = [*texts[:at], replace(texts[at], target=mutant.target), *texts[at + 1 :]]
        mutated.append(wrong(flags(other))[at])
    return clean, mutated


def wrong(findings: Findings) -> Findings:
    """Return the errors and warnings; notes tell the editor of the source alone."""
    return [[line for line in found if not line.startswith("note ")] for found in findings]


def weblate(
    glossary: Sequence[tuple[str, str]],
    translations: Sequence[tuple[str, str]],
    language: str,
    peers: str,
) -> Findings:
    """Return which source terms each translation does not follow, says Weblate."""
    task = {"language": language, "glossary": glossary, "translations": translations}
    command = [peers, str(_WEBLATE)]
    done = subprocess.run(
        command, input=json.dumps(task), stdout=subprocess.PIPE, text=True, check=True
    )
    found: Findings = json.loads(done.stdout)
    return found


def _weblate(
    units: Sequence[Unit],
    changed: Sequence[Mutant],
    concepts: Sequence[Concept],
    language: str,
    peers: str,
) -> tuple[Findings, Findings]:
    clean = [(unit.source, unit.targets[language]) for unit in units]
    mutated = [(units[mutant.unit].source, mutant.target) for mutant in changed]
    found = weblate(ours.pairs(concepts, language), [*clean, *mutated], language, peers)
    return found[: len(clean)], found[len(clean) :]
