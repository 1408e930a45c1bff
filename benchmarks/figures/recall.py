"""Count the wrong figures that checks find, and the sound translations that they flag."""

from __future__ import annotations

import json
import os
import subprocess
from collections import Counter
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import ours
import pofilter
from articles import TERMS, Text
from mutate import Mutant, mutants
from plain import Pair

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tongsa.model import TranslationUnit

_WEBLATE = Path(__file__).with_name("weblate_checks.py")

Findings = list[list[str]]
"""What a tool says of each of many translations."""

VIEWS: dict[str, tuple[str, Callable[[str], bool]]] = {
    "tongsa": ("tongsa", lambda line: not line.startswith("note ")),
    "tongsa, errors": ("tongsa", lambda line: line.startswith("error ")),
    "tongsa, notes": ("tongsa", lambda line: line.startswith("note ")),
    "pofilter": ("pofilter", lambda _: True),
    "pofilter numbers": ("pofilter", lambda line: line.startswith(f"{pofilter.NUMBERS}:")),
    "Weblate": ("Weblate", lambda _: True),
}
"""How tools are counted: which, and which of its findings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How a tool did in one language, counted in one way."""

    view: str
    found: Counter[str]
    """Mutants by mutator."""
    missed: tuple[tuple[Text, Mutant], ...]
    clean: tuple[tuple[Text, str], ...]
    """What it says of translations as they are."""
    flagged: int
    """Translations of which it says something as they are."""


def make(texts: Sequence[Text], language: str, *, limit: int, seed: int) -> list[Mutant]:
    """Return the mutants; what a merged unit says stands in the words of another, and is spared."""
    pairs = [
        Pair(
            source="" if text.unit.merged else text.unit.source,
            target=text.unit.target,
            language=language,
        )
        for text in texts
    ]
    return list(mutants(pairs, limit=limit, seed=seed))


def measure(
    texts: Sequence[Text], changed: Sequence[Mutant], language: str, peers: str
) -> Iterator[Score]:
    """Yield every tool's scores."""
    tools = {
        "tongsa": _ours(texts, changed, language),
        "pofilter": _pofilter(texts, changed, language),
        "Weblate": _weblate(texts, changed, language, peers),
    }
    for view, (tool, counts) in VIEWS.items():
        clean, mutated = ([list(filter(counts, lines)) for lines in it] for it in tools[tool])
        caught = [
            bool(Counter(lines) - Counter(clean[mutant.unit]))
            for mutant, lines in zip(changed, mutated, strict=True)
        ]
        both = list(zip(changed, caught, strict=True))
        yield Score(
            view=view,
            found=Counter(mutant.mutator for mutant, hit in both if hit),
            missed=tuple((texts[mutant.unit], mutant) for mutant, hit in both if not hit),
            clean=tuple(
                (text, line) for text, lines in zip(texts, clean, strict=True) for line in lines
            ),
            flagged=sum(map(bool, clean)),
        )


def _ours(
    texts: Sequence[Text], changed: Sequence[Mutant], language: str
) -> tuple[Findings, Findings]:
    """Check each article as it is, and once for every mutant."""
    flags = ours.checker(language)
    clean: Findings = []
    article: dict[int, tuple[int, list[TranslationUnit]]] = {}
    for _, group in groupby(texts, key=lambda text: text.article):
        units = [text.unit for text in group]
        begin = len(clean)
        article |= dict.fromkeys(range(begin, begin + len(units)), (begin, units))
        clean += flags(units)
    mutated: Findings = []
    for mutant in changed:
        begin, units = article[mutant.unit]
        at = mutant.unit - begin
        other = [*units[:at], replace(units[at], target=mutant.target), *units[at + 1 :]]
        mutated.append(flags(other)[at])
    return clean, mutated


def _pofilter(
    texts: Sequence[Text], changed: Sequence[Mutant], language: str
) -> tuple[Findings, Findings]:
    flags = pofilter.checker(language)
    clean = [flags(text.unit.source, text.unit.target) for text in texts]
    return clean, [flags(texts[it.unit].unit.source, it.target) for it in changed]


def _weblate(
    texts: Sequence[Text], changed: Sequence[Mutant], language: str, peers: str
) -> tuple[Findings, Findings]:
    clean = [(text.unit.source, text.unit.target) for text in texts]
    mutated = [(texts[mutant.unit].unit.source, mutant.target) for mutant in changed]
    done = subprocess.run(
        [peers, str(_WEBLATE)],
        input=json.dumps({"language": language, "translations": [*clean, *mutated]}),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(TERMS)},
    )
    found: Findings = json.loads(done.stdout)
    return found[: len(clean)], found[len(clean) :]
