"""Mutators of Korean alone: particles, polite endings, hanja, Chinese marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from text import final, sounds, with_final
from world import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from mutate import Change, Edit, Spot
    from plain import Pair

_KO = WORDS["ko"]
_OTHER: dict[str, str] = _KO["other_form"]
_LATIN = re.compile(
    r"(?P<word>(?<![A-Za-z0-9.&'’-])[A-Za-z]+|(?<![0-9.,A-Za-z])[0-9][0-9,]*(?:\.[0-9]+)?%?)"
    r"(?P<particle>은|는|이|가|을|를|과|와|으로|로)(?![가-힣])"
)
"""TSMC는, HBM을, 35%를."""
_WORD = re.compile(
    r"(?<![가-힣A-Za-z0-9])(?P<word>[가-힣]{2,})(?P<particle>은|는|이|가|을|를|과|와|으로|로)(?![가-힣])"
)
_PLAIN = re.compile(r"((?!니)[가-힣])다\.$")
_END = re.compile(r"다\.$")
_MOSTLY = 0.9
_N, _B = 4, 17  # final consonants ㄴ and ㅂ
_SAID = re.compile(r"[\"“”‘’'「」]")


def particle_after_latin(pair: Pair, random: Random) -> Iterator[Edit]:
    """TSMC는 → TSMC은; behind letters and digits whose reading leaves no doubt."""
    found = [
        it for it in _LATIN.finditer(pair.target) if _right(_latin(it["word"]), it["particle"])
    ]
    for one in random.sample(found, len(found)):
        yield *one.span("particle"), _OTHER[one["particle"]]


def particle_after_hangul(spot: Spot, random: Random) -> Iterator[Change]:
    """정부는 → 정부은; behind words that stand with many particles in these articles."""
    text = spot.unit.target
    found = [
        it
        for it in _WORD.finditer(text)
        if it["word"] in spot.world.nouns and _right(sounds(it["word"][-1]), it["particle"])
    ]
    for one in random.sample(found, len(found)):
        new = one["word"] + _OTHER[one["particle"]]
        if new not in spot.world.tokens:
            start, end = one.span("particle")
            yield spot.told(text[:start] + _OTHER[one["particle"]] + text[end:])


def polite(spot: Spot, _: Random) -> Iterator[Change]:
    """했다. → 했습니다., in an article that is written in 다; no quotation about."""
    text = spot.unit.target
    found = _PLAIN.search(text)
    ends = [
        bool(_PLAIN.search(unit.target)) for unit in spot.here.units if _END.search(unit.target)
    ]
    if not found or _SAID.search(text) or sum(ends) < _MOSTLY * len(ends):
        return
    yield spot.told(text[: found.start()] + _politely(found[1]) + text[found.end() :])


def _politely(last: str) -> str:
    """Return the polite ending for the syllable before 다: 했 → 했습니다., 한 → 합니다."""
    if last == "는":
        return "습니다."
    if sounds(last) == "v" or final(last) == _N:
        return f"{with_final(last, _B)}니다."
    return f"{last}습니다."


def hanja(pair: Pair, random: Random) -> Iterator[Edit]:
    """정부 → 政府: a word in characters that Korean readers are not given without Hangul."""
    found = [
        (at.start(), at.end(), characters)
        for word, characters in _KO["hanja"].items()
        for at in re.finditer(rf"(?<![가-힣]){word}", pair.target)
        if characters not in pair.target
    ]
    if found:
        yield random.choice(found)


def chinese_mark(pair: Pair, random: Random) -> Iterator[Edit]:
    """``, `` → ``，``, ``.`` → ``。``: full-width marks in Korean."""
    found = list(re.finditer(r"(?<=[가-힣])(?:, |\.(?=$| )|\?(?=$| ))", pair.target))
    if found:
        one = random.choice(found)
        yield *one.span(), {", ": "，", ".": "。", "?": "？"}[one[0]]


def _latin(word: str) -> str:
    """Return how a word in Latin letters or digits ends when it is read; empty where in doubt."""
    last = word[-1]
    if last == "%":
        return "v"
    if last.isdigit():
        return "" if last == "0" and word.rstrip("0") in {"", "0."} else str(_KO["digits"][last])
    if word.isupper():
        spelled = len(word) <= 4 and word not in _KO["read_as_words"]  # noqa: PLR2004
        return str(_KO["letters"].get(last, "")) if spelled else ""
    endings = (how for ending, how in _KO["endings"].items() if word.endswith(ending))
    return str(next(endings, "")) if len(word) > 3 else ""  # noqa: PLR2004


def _right(how: str, particle: str) -> bool:
    """Whether a particle agrees, and its other form would not."""
    if not how:
        return False
    if particle in {"으로", "로"}:
        return (particle == "으로") == (how == "c")
    return (particle in {"은", "이", "을", "과"}) == (how != "v")
