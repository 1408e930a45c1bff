"""Tell which form of a particle agrees with the word before it: Korean 은 or 는, 을 or 를."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tongsa.language.load import facts
from tongsa.language.spoken import Final, finals
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_RUN = late(r"[가-힣]*")
_CLOSERS = "\"'”’」』》〉*_~`"
_CLOSING = frozenset(_CLOSERS + ">)）")
_CLOSED = late(rf"(?:\s?[(（][^()（）]{{1,60}}[)）])?[{_CLOSERS}]*")
"""What may stand between a word and its particle: ``(HBM)``, a closing mark."""
_AFTER = late(rf"[A-Za-z0-9%％‰℃℉°$€£+㎀-㏿{_CLOSERS})）>](?=[은는이가을를과와으로나라란며])")
"""What a particle may stand behind, other than Hangul: ``M를``, ``%는``, ``”가``."""
_EITHER = late(r"[(（][가-힣]{1,3}[)）]")
"""Behind a particle for a word that is filled in: ``은(는)``."""
_TAG = late(r"</[A-Za-z][^<>]*>$")
_HAN = late(r"[\u3400-\u9fff\uf900-\ufaff·\s]+")
_NAME = late(r"(?=.*[a-z])[A-Za-zÀ-ɏ .'’-]+")
"""Latin words in brackets: ``Jason Duncan``"""
_SENTENCE = frozenset(".?!…,。？！")
"""What ends a sentence, behind which a quotation takes no particle by its sound."""
_WINDOW = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A particle that does not agree with its word; half-open, in code points."""

    start: int
    end: int
    found: str
    right: str
    word: str = ""
    """What it stands behind, as a message shows it."""


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


def disagreement(text: str, start: int, end: int, language: str) -> Disagreement | None:
    """Return the particle behind a word that does not agree with it; None if all is well.

    Behind a word in brackets the particle may agree with either word.
    """
    particles = _particles(language)
    if particles is None:
        return None
    between = _CLOSED.match(text, end)
    at = between.end() if between else end
    inner = text[end:at].strip(f" ()（）{_CLOSERS}")
    found = _particle(text, at, particles)
    return _judged(found, (text[start:end], inner), language, particles) if found else None


def disagreements(text: str, language: str) -> Iterator[Disagreement]:
    """Yield the particles behind Latin letters, figures, symbols and closing marks that are wrong.

    What stands behind plain Hangul is left to those who know words.
    """
    particles = _particles(language)
    if particles is None:
        return
    for found in _AFTER.finditer(text):
        at = found.start()
        if found[0] in _CLOSING and text[at - 1 : at] in _SENTENCE:
            continue
        particle = _particle(text, found.end(), particles)
        words = _before(text, found.end()) if particle else ()
        if particle and words and (wrong := _judged(particle, words, language, particles)):
            yield wrong


def replace(text: str, span: tuple[int, int], word: str, language: str) -> str:
    """Return a text with another word in a place, and its particle in agreement with that."""
    start, end = span
    text = text[:start] + word + text[end:]
    wrong = disagreement(text, start, start + len(word), language)
    return text[: wrong.start] + wrong.right + text[wrong.end :] if wrong else text


def _judged(
    found: re.Match[str], words: tuple[str, ...], language: str, particles: _Particles
) -> Disagreement | None:
    """Return a particle if it agrees with none of the words that it may belong to."""
    if f"{words[0]}{found[0]}" in particles.exceptions:
        return None
    particle = found["particle"] or found["last"]
    right: set[str] = set()
    for word in filter(None, words):
        if word is not words[0] and _HAN.fullmatch(word):
            continue  # the characters of the word before: 대만(臺灣)은
        ends = finals(word.rstrip(f" .{_CLOSERS})"), language)
        if not ends and word is not words[0] and _NAME.fullmatch(word):
            continue  # the word before in its own spelling: 던컨(Duncan)은
        right |= {_agreeing(particle, end, particles) for end in ends} or {particle}
    if particle in right or len(right) != 1:
        return None
    return Disagreement(
        start=found.start(),
        end=found.start() + len(particle),
        found=particle,
        right=right.pop(),
        word=words[0],
    )


def _particle(text: str, at: int, particles: _Particles) -> re.Match[str] | None:
    """Return the particle that begins at a place and, with what may follow it, ends its word."""
    run = _RUN.match(text, at)
    found = particles.whole.fullmatch(text, at, run.end()) if run else None
    return None if found is None or _EITHER.match(text, found.end()) else found


def _before(text: str, at: int) -> tuple[str, ...]:
    """Return the words that a particle may agree with; none where they cannot be told."""
    if text[at - 1 : at] not in _CLOSING:
        return (text[max(0, at - _WINDOW // 2) : at],)
    window = text[max(0, at - _WINDOW) : at]
    if window[-1:] == ">":
        window = _TAG.sub("", window)
    window = window.rstrip(_CLOSERS)
    quoted = "`" in text[at - 2 : at]
    if not window.endswith((")", "）")):
        word = _word(window)
        return () if quoted and word[-1:].isascii() else (word,) if word else ()
    opened = max(window.rfind("("), window.rfind("（"))
    inner = window[opened + 1 : -1].rstrip(_CLOSERS)
    if opened < 0:
        return ()
    outer = window[:opened].rstrip(f" {_CLOSERS}")
    if outer.endswith("]"):  # a link, whose address is not read
        return (_word(outer.rstrip("]")),)
    return tuple(filter(None, (_word(outer), _word(inner) if "/" not in inner else "?")))


def _word(text: str) -> str:
    """Return a text to its last word; empty where a sentence ends with it, or a space."""
    return "" if text[-1:] in _SENTENCE or text[-1:].isspace() else text[-_WINDOW // 2 :]


def _agreeing(particle: str, final: Final, particles: _Particles) -> str:
    """Return the form that a particle should have."""
    closed, opened = particles.pairs[particle]
    if final is Final.VOWEL and particle in particles.lax:
        return particle
    if final is Final.VOWEL or (final is Final.LIQUID and closed in particles.liquid):
        return opened
    return closed


@cache
def _particles(language: str) -> _Particles | None:
    table = facts(language).tables.get("particles")
    if table is None:
        return None
    pairs = {form: (one, other) for one, other in table["pairs"] for form in (one, other)}
    last = table["last"]
    forms, closing, following = (
        "|".join(sorted(words, key=len, reverse=True))
        for words in (pairs.keys() - set(last), last, table["following"])
    )
    return _Particles(
        pairs=pairs,
        lax=frozenset(table["lax"]),
        liquid=frozenset(table["liquid"]),
        exceptions=frozenset(table["exceptions"]),
        whole=re.compile(rf"(?P<particle>{forms})(?:{following})?|(?P<last>{closing})"),
    )
