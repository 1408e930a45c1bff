"""Tell whether words have the shape of an East Asian name."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tongsa.people.lexicon import fold, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongsa.people.words import Word

_HYPHENS = str.maketrans(dict.fromkeys("‐‑'’", "-"))
_MOST_LETTERS = 20  # of two syllables
_TWO, _THREE = 2, 3
_LONGEST_ONSET, _LONGEST_CODA = 3, 2
"""Letters: of Vietnamese ngh and ng."""
PROVEN, LIKELY = 3, 2
"""Weights: a name by itself, and as good as a given name that is known."""


class Shape(NamedTuple):
    """How words look like an East Asian name."""

    size: int
    """So many words belong to it."""
    weight: int
    """What it proves: 3 by itself, 2 as good as a given name, 1 little."""
    family_first: bool


class _Tradition(NamedTuple):
    """The names of one language, and what a syllable is made of: it may lack onset and coda."""

    families: frozenset[str]
    onsets: frozenset[str]
    rimes: frozenset[str]
    codas: frozenset[str]

    def has(self, text: str) -> bool:
        """Tell whether a text is a syllable: jung, tai and hyun are of Korean."""
        for start in range(min(_LONGEST_ONSET, len(text) - 1) + 1):
            if start and text[:start] not in self.onsets:
                continue
            for end in range(len(text), max(start, len(text) - _LONGEST_CODA - 1), -1):
                if text[start:end] in self.rimes and (end == len(text) or text[end:] in self.codas):
                    return True
        return False

    def has_two(self, text: str) -> bool:
        """Tell whether a text is two syllables."""
        return any(self.has(text[:at]) and self.has(text[at:]) for at in range(1, len(text)))


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
    if _is_joined(given):
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
    weight = 3 if _is_joined(words[0].text) else 1
    return Shape(size=2, weight=weight, family_first=False)


@lru_cache(maxsize=4096)
def _syllables(family: str, given: str) -> int:
    """Return how many syllables a given name has in a tradition of the family's: 1, 2 or 0."""
    if len(given) > _MOST_LETTERS:
        return 0
    parts = given.translate(_HYPHENS).split("-")
    if len(parts) == _TWO:  # Hsiao Bi-khim has a Mandarin and a Hokkien part
        fit = any(all(map(it.has, parts)) for it in _traditions())
        return _TWO if fit else 0
    if len(parts) > _TWO:
        return 0
    known = [tradition for tradition in _traditions() if family in tradition.families]
    if any(it.has(given) for it in known):
        return 1
    return _TWO if any(it.has_two(given) for it in known) else 0


@lru_cache(maxsize=4096)
def _is_mixed(given: str) -> bool:
    """Tell whether a given name has two syllables of another tradition: "Guo Jungtae"."""
    return len(given) <= _MOST_LETTERS and any(it.has_two(given) for it in _traditions())


def _is_joined(word: str) -> bool:
    """Tell whether a word has a hyphen, as Chia-lung does, or an apostrophe."""
    return "-" in word.translate(_HYPHENS)


@cache
def _traditions() -> tuple[_Tradition, ...]:
    lists = told()
    names = dict.fromkeys(name.split(".")[1] for name in lists if name.startswith("syllables."))
    return tuple(
        _Tradition(
            families=frozenset(lists[f"families.{name}"]),
            **{
                part: frozenset(lists[f"syllables.{name}.{part}"])
                for part in ("onsets", "rimes", "codas")
            },
        )
        for name in names
    )


@cache
def _families() -> frozenset[str]:
    return frozenset().union(*(tradition.families for tradition in _traditions()))


@cache
def _plain() -> frozenset[str]:
    return frozenset(told()["families.plain"])
