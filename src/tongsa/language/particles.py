"""Tell which form of a particle agrees with the word before it: Korean 은 or 는, 을 or 를."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from tongsa.language.load import facts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SYLLABLE, _LAST, _FINALS, _LIQUID = 0xAC00, 0xD7A3, 28, 8
# The Unicode Standard, 3.12: a syllable is 0xAC00 + (initial * 21 + vowel) * 28 + final; ㄹ is 8.
_RUN = re.compile(r"[가-힣]*")
_CLOSED = re.compile(r"(?:\s?[(（][^()（）]{1,60}[)）])?[\"'”’」』》〉*_~`]*")
"""What may stand between a word and its particle: ``(HBM)``, a closing mark."""


class Final(StrEnum):
    """How a word ends when it is read aloud."""

    VOWEL = "v"
    LIQUID = "l"
    CONSONANT = "c"
    UNKNOWN = "?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A particle that does not agree with its word; half-open, in code points."""

    start: int
    end: int
    found: str
    right: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Particles:
    """What a language's file says of particles."""

    pairs: Mapping[str, tuple[str, str]]
    """Both forms by each of them."""
    lax: frozenset[str]
    liquid: frozenset[str]
    exceptions: frozenset[str]
    whole: re.Pattern[str]
    """A particle with what may follow it, to the end of the word."""
    letters: Mapping[str, str]
    """How the names of letters end, and acronyms that are read as words."""
    figures: Mapping[str, str]
    words: Sequence[tuple[str, str]]
    """The longest ending first."""


def disagreement(text: str, start: int, end: int, language: str) -> Disagreement | None:
    """Return the particle behind a word that does not agree with it; None if all is well.

    Behind a word in brackets the particle may agree with either word.
    """
    particles = _particles(language)
    if particles is None:
        return None
    between = _CLOSED.match(text, end)
    at = between.end() if between else end
    run = _RUN.match(text, at)
    found = particles.whole.fullmatch(run[0]) if run else None
    if not found or f"{text[start:end]}{found[0]}" in particles.exceptions:
        return None
    particle = found["particle"]
    finals = {_final(text[start:end], particles)}
    inner = text[end:at].strip(" ()（）\"'”’」』》〉*_~`")
    if inner:
        finals.add(_final(inner, particles))
    right = {_agreeing(particle, final, particles) for final in finals}
    if particle in right or len(right) > 1:
        return None
    return Disagreement(start=at, end=at + len(particle), found=particle, right=right.pop())


def replace(text: str, span: tuple[int, int], word: str, language: str) -> str:
    """Return a text with another word in a place, and its particle in agreement with that."""
    start, end = span
    text = text[:start] + word + text[end:]
    wrong = disagreement(text, start, start + len(word), language)
    return text[: wrong.start] + wrong.right + text[wrong.end :] if wrong else text


def _agreeing(particle: str, final: Final, particles: _Particles) -> str:
    """Return the form that a particle should have; itself where nobody can tell."""
    closed, opened = particles.pairs[particle]
    if final is Final.UNKNOWN or (final is Final.VOWEL and particle in particles.lax):
        return particle
    if final is Final.VOWEL or (final is Final.LIQUID and closed in particles.liquid):
        return opened
    return closed


def _final(word: str, particles: _Particles) -> Final:
    """Return how a word ends; UNKNOWN where its spelling does not tell."""
    word = word.rstrip(" .\"'”’」』》〉)")
    last = word[-1:]
    if last and _SYLLABLE <= ord(last) <= _LAST:
        final = (ord(last) - _SYLLABLE) % _FINALS
        return Final.LIQUID if final == _LIQUID else Final.CONSONANT if final else Final.VOWEL
    if last.isdecimal() and last.isascii():
        return Final(particles.figures.get(last, "v"))
    if not (last.isascii() and last.isalpha()):
        return Final.UNKNOWN
    latin = re.search(r"[A-Za-z]+$", word)
    if latin and latin[0].isupper():
        spelled = particles.letters.get(last, "v")
        return Final(particles.letters.get(latin[0], spelled))
    ending = (how for ending, how in particles.words if word.endswith(ending))
    return Final(next(ending, "?"))


@cache
def _particles(language: str) -> _Particles | None:
    table = facts(language).tables.get("particles")
    if table is None:
        return None
    pairs = {form: (one, other) for one, other in table["pairs"] for form in (one, other)}
    forms = "|".join(sorted(pairs, key=len, reverse=True))
    following = "|".join(sorted(table["following"], key=len, reverse=True))
    return _Particles(
        pairs=pairs,
        lax=frozenset(table["lax"]),
        liquid=frozenset(table["liquid"]),
        exceptions=frozenset(table["exceptions"]),
        whole=re.compile(rf"(?P<particle>{forms})(?:{following})?"),
        letters=table["letters"],
        figures=table["figures"],
        words=sorted(((one, how) for one, how in table["words"]), key=lambda pair: -len(pair[0])),
    )
