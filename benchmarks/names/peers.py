"""Score pairs of names by other tools: needs a Python that has them.

As a program it reads names, and pairs of their numbers, as JSON, and writes the scores that each
tool gives to the pairs.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import cache
from typing import Any

from followthemoney import model
from nomenklatura.matching import get_algorithm
from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.utils import default_process
from unidecode import unidecode

Score = Callable[[str, str], float]
"""Tells how alike two names are; the higher, the more."""


def _folded(score: Score, fold: Callable[[str], str] = default_process) -> Score:
    """Return a score of names in small letters, other signs made spaces."""
    kept = cache(fold)
    return lambda left, right: score(kept(left), kept(right))


def _nomenklatura(name: str) -> Score:
    """Return the score of an algorithm of OpenSanctions, for people of whom the name is all."""
    algorithm = get_algorithm(name)
    if algorithm is None:
        raise ValueError(f"this nomenklatura has no {name}")
    config = algorithm.default_config()

    @cache
    def person(text: str) -> Any:  # noqa: ANN401 (followthemoney's own proxy)
        return model.get_proxy({"id": text, "schema": "Person", "properties": {"name": [text]}})

    return lambda left, right: algorithm.compare(person(left), person(right), config).score


TOOLS: dict[str, Callable[[], Score]] = {
    "rapidfuzz ratio": lambda: _folded(fuzz.ratio),
    "token_set_ratio": lambda: _folded(fuzz.token_set_ratio),
    "Jaro–Winkler": lambda: _folded(JaroWinkler.similarity),
    "Unidecode + ratio": lambda: _folded(fuzz.ratio, lambda name: default_process(unidecode(name))),
    "logic-v2": lambda: _nomenklatura("logic-v2"),
    "name-based": lambda: _nomenklatura("name-based"),
    "ofac": lambda: _nomenklatura("ofac"),
}


def main() -> None:
    """Score; standard input and output hold JSON."""
    task = json.load(sys.stdin)
    names: list[str] = task["names"]
    scores = {}
    for tool in task["tools"]:
        score = TOOLS[tool]()
        scores[tool] = [score(names[left], names[right]) for left, right in task["pairs"]]
    json.dump(scores, sys.stdout)


if __name__ == "__main__":
    main()
