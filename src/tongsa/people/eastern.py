"""Tell whether words have the shape of an East Asian name."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from tongsa.people.lexicon import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tongsa.people.words import Word

_JOINT = re.compile(r"[-‐‑'’]")  # finds the hyphen of Chia-lung
_MOST_LETTERS = 20  # of two syllables
_TWO, _THREE = 2, 3
PROVEN, LIKELY = 3, 2
"""Weights: a name by itself, and as good as a given name that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How words look like an East Asian name."""

    size: int
    """So many words belong to it."""
    weight: int
    """What it proves: 3 by itself, 2 as good as a given name, 1 little."""
    family_first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tradition:
    families: frozenset[str]
    syllable: re.Pattern[str]
    two: re.Pattern[str]


def shape(words: Sequence[Word]) -> Shape | None:
    """Return the shape that words begin with; None if it is not East Asian."""
    if len(words) < _TWO:
        return None
    families = _families()
    first = _family_first(words) if words[0].key in families else None
    return first or (_family_last(words) if words[1].key in families else None)


def is_family(key: str) -> bool:
    """Tell whether a folded word is an East Asian family name."""
    return key in _families()


def is_plain(key: str) -> bool:
    """Tell whether such a family name is an English word, too."""
    return key in _plain()


def _family_first(words: Sequence[Word]) -> Shape | None:
    """Return the shape of "Liang Guangzhong", "Kim Jong Un", "Lai Ching-te", "Li Na"."""
    family = words[0].key
    given = words[1].text
    if _JOINT.search(given):
        fits = _syllables(family, fold(given))
        return Shape(size=2, weight=3, family_first=True) if fits == _TWO else None
    count = _syllables(family, words[1].key)
    if count == 1 and len(words) >= _THREE and _syllables(family, words[2].key) == 1:
        return Shape(size=3, weight=3 if words[0].shouts else 2, family_first=True)
    mixed = not count and _is_mixed(words[1].key)
    own = count + mixed + words[0].shouts - is_plain(family)
    return Shape(size=2, weight=own, family_first=True) if count or mixed else None


def _family_last(words: Sequence[Word]) -> Shape | None:
    """Return the shape of "Chia-lung Lin" and "Jungbae Lee"."""
    if _syllables(words[1].key, fold(words[0].text)) != _TWO:
        return None
    hyphen = bool(_JOINT.search(words[0].text))
    return Shape(size=2, weight=3 if hyphen else 1, family_first=False)


@lru_cache(maxsize=4096)
def _syllables(family: str, given: str) -> int:
    """Return how many syllables a given name has in a tradition of the family's: 1, 2 or 0."""
    if len(given) > _MOST_LETTERS:
        return 0
    parts = _JOINT.split(given)
    if len(parts) == _TWO:  # Hsiao Bi-khim has a Mandarin and a Hokkien part
        fit = any(all(map(it.syllable.fullmatch, parts)) for it in _traditions())
        return _TWO if fit else 0
    if len(parts) > _TWO:
        return 0
    known = [tradition for tradition in _traditions() if family in tradition.families]
    if any(it.syllable.fullmatch(given) for it in known):
        return 1
    return _TWO if any(it.two.fullmatch(given) for it in known) else 0


@lru_cache(maxsize=4096)
def _is_mixed(given: str) -> bool:
    """Tell whether a given name has two syllables of another tradition: "Guo Jungtae"."""
    return len(given) <= _MOST_LETTERS and any(it.two.fullmatch(given) for it in _traditions())


@cache
def _traditions() -> tuple[_Tradition, ...]:
    tables = _tables()
    return tuple(
        _Tradition(
            families=frozenset(tables["families"][name].split()),
            syllable=re.compile(_pattern(parts)),
            two=re.compile(f"(?:{_pattern(parts)}){{2}}"),
        )
        for name, parts in tables["syllables"].items()
    )


def _pattern(parts: Mapping[str, str]) -> str:
    """Return an expression for one syllable; for Korean it matches jung, tai and hyun."""
    onsets, rimes, codas = ("|".join(parts[it].split()) for it in ("onsets", "rimes", "codas"))
    return f"(?:{onsets})?(?:{rimes})(?:{codas})?"


@cache
def _families() -> frozenset[str]:
    return frozenset().union(*(tradition.families for tradition in _traditions()))


@cache
def _plain() -> frozenset[str]:
    return frozenset(_tables()["families"]["plain"].split())


@cache
def _tables() -> Mapping[str, Any]:  # Any: as TOML gives it
    text = resources.files("tongsa.people").joinpath("eastern.toml").read_text("utf-8")
    return MappingProxyType(tomllib.loads(text))
