"""Find Chinese words with a character that only sounds or looks like the right one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tongsa import packaged
from tongsa.language.scripts import simplified

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ahocorasick_rs import AhoCorasick

_TAIWAN = "zh_TW"
_LANGUAGES = frozenset({_TAIWAN, "zh_CN"})


class Miswritten(NamedTuple):
    """A word of the list in a text; half-open, in code points."""

    start: int
    end: int
    right: Sequence[str]
    """What may be meant, the likeliest first."""


def find(text: str, language: str) -> Iterator[Miswritten]:
    """Yield the miswritten words in a text of an edition, in order; they do not overlap."""
    if language not in _LANGUAGES:
        return
    words, finder = _list(language)
    strings = tuple(words)
    for word, start, end in finder.find_matches_as_indexes(text):
        if right := words[strings[word]]:
            yield Miswritten(start, end, right)


@cache
def _list(language: str) -> tuple[Mapping[str, Sequence[str]], AhoCorasick]:
    """Return what is right for each word, nothing for those that are right, and their finder."""
    from ahocorasick_rs import AhoCorasick, MatchKind  # noqa: PLC0415 (in a check only)

    words = dict(_words(language))
    return words, AhoCorasick(list(words), matchkind=MatchKind.LeftmostLongest)


def _words(language: str) -> Iterator[tuple[str, Sequence[str]]]:
    everywhere = True
    for line in packaged.text("language/miswritten.txt").splitlines():
        if line.startswith("=="):
            everywhere = "TW" not in line
        elif line and line[0] != "#" and (everywhere or language == _TAIWAN):
            row = line if language == _TAIWAN else simplified(line)
            pair, _, others = row.partition(" ")
            wrong, _, right = pair.partition("=")
            if wrong != right:
                yield wrong, right.split(",")
            yield from ((word, ()) for word in filter(None, others.split(",")))
