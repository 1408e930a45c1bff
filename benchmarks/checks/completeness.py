"""Mutators of what is told: left in English, left out, or another unit's words."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from mutate import Change
from text import clauses, even, final_mark, hangul, within_word, words

from tongsa.model import State

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from mutate import Edit, Spot
    from plain import Pair

_FEW = 4  # words that a unit left as it was must have, one of them in small letters
_LONG = 12  # words of a source half of which is left out or left in English
_CLAUSED = 15  # words of a source of which a clause is left out
_CLAUSE = {"ko": 12, "zh_TW": 7, "zh_CN": 7}  # code points of what is left out at the least
_ENGLISH_CLAUSE = 25  # letters of what is taken from a source at the least
_TEXT = {"ko": 25, "zh_TW": 14, "zh_CN": 14}  # code points of what stands in another's place
_ALIKE = 0.08  # how far the lengths of alike segments may differ
_LOWER = re.compile(r"\b[a-z]{2,}\b")


def partly_english(pair: Pair, _: Random) -> Iterator[Edit]:
    """Put the last 40 % of the source in the place of its translation."""
    source = pair.source.split(" ")
    rest = source[round(len(source) * 0.6) :]
    if len(source) < _LONG or not _LOWER.search(" ".join(rest)):
        return
    cut = _cut(pair, 0.6)
    if cut and even(pair.target[:cut] + " ".join(rest), pair.target):
        yield cut, len(pair.target), f" {' '.join(rest)}"


def untranslated(pair: Pair, _: Random) -> Iterator[Edit]:
    """Put the source in the place of its translation."""
    if len(words(pair.source)) >= _FEW and len(_LOWER.findall(pair.source)) > 1:
        yield 0, len(pair.target), pair.source


def half_omitted(pair: Pair, _: Random) -> Iterator[Edit]:
    """Leave out the second half, not the final mark."""
    cut = _cut(pair, 0.5)
    end = len(pair.target) - len(final_mark(pair.target))
    if len(words(pair.source)) < _LONG or not cut:
        return
    rest = pair.target[:cut].rstrip(" ,，、；;") + pair.target[end:]
    if even(rest, pair.target):
        yield 0, len(pair.target), rest


def sentence_dropped(spot: Spot, random: Random) -> Iterator[Change]:
    """Leave out one of two sentences, which are one unit for that."""
    unit, at = spot.unit, spot.at + 1
    if at not in set(spot.here.sound()) or spot.here.units[at].role != unit.role:
        return
    other = spot.here.units[at]
    told = (unit.target, other.target)
    if all(final_mark(text) and len(text) >= _TEXT[spot.here.language] for text in told):
        between = " " if spot.here.language == "ko" else ""
        both = replace(unit, source=f"{unit.source} {other.source}", target=between.join(told))
        rest = replace(both, target=random.choice(told))
        gone = replace(other, target="", state=State.UNTRANSLATED)  # it would tell by its twin
        yield Change(before={spot.at: both, at: gone}, after={spot.at: rest, at: gone})


def clause_dropped(pair: Pair, random: Random) -> Iterator[Edit]:
    """Leave out what ends in a comma; what ends the sentence stays."""
    told = clauses(pair.target)
    if len(words(pair.source)) < _CLAUSED or len(told) == 1:
        return
    at = random.randrange(len(told) - 1)
    rest = "".join(told[:at] + told[at + 1 :])
    clause = told[at].strip()
    if len(clause) >= _CLAUSE[pair.language] and even(rest, pair.target):
        yield 0, len(pair.target), rest


def sentence_put_in(spot: Spot, _: Random) -> Iterator[Change]:
    """Tell the next sentence as well, which is told in its own unit, too."""
    unit, at = spot.unit, spot.at + 1
    if at not in set(spot.here.sound()) or spot.here.units[at].role != unit.role:
        return
    told = (unit.target, spot.here.units[at].target)
    if all(final_mark(text) and len(text) >= _TEXT[spot.here.language] for text in told):
        yield spot.told((" " if spot.here.language == "ko" else "").join(told))


def clause_put_in(spot: Spot, random: Random) -> Iterator[Change]:
    """Take a clause between commas from the source, so that the translation tells more."""
    unit = spot.unit
    inner = clauses(unit.source)[1:-1]
    if len(inner) and len(words(unit.source)) >= _CLAUSED:
        clause = random.choice(inner)
        rest = unit.source.replace(clause, "", 1)
        if len(clause) >= _ENGLISH_CLAUSE and even(rest, unit.source):
            yield Change(after={spot.at: replace(unit, source=rest)})


def wrong_segment(spot: Spot, random: Random) -> Iterator[Change]:
    """Put in the translation of another unit of the article, which keeps it, too."""
    if other := _other(spot, random):
        yield spot.told(spot.here.units[other].target)


def exchanged(spot: Spot, random: Random) -> Iterator[Change]:
    """Give two units of an article each other's translations."""
    if other := _other(spot, random):
        there = spot.here.units[other]
        yield Change(
            after={
                spot.at: replace(spot.unit, target=there.target),
                other: replace(there, target=spot.unit.target),
            }
        )


def alike_segment(spot: Spot, random: Random) -> Iterator[Change]:
    """Put in the translation of a unit of another article, as long as the right one."""
    length = len(spot.unit.target)
    if length < _TEXT[spot.here.language]:
        return
    others = [article for article in spot.articles if article.corpus == spot.here.corpus]
    for _ in range(50):
        article = random.choice(others)
        unit = random.choice(article.units)
        alike = abs(len(unit.target) - length) <= _ALIKE * length
        if article.name != spot.here.name and alike and not unit.merged:
            yield spot.told(unit.target)
            return


def _other(spot: Spot, random: Random) -> int | None:
    """Return another unit of the article, both long enough to say something of their own."""
    least = _TEXT[spot.here.language]
    fitting = [
        at for at in spot.here.sound() if at != spot.at and len(spot.here.units[at].target) >= least
    ]
    return random.choice(fitting) if fitting and len(spot.unit.target) >= least else None


def _cut(pair: Pair, share: float) -> int:
    """Return a place near so much of a translation, between words; 0 if there is none."""
    text, middle = pair.target, round(len(pair.target) * share)
    if any(map(hangul, text)):
        places = [found.start() for found in re.finditer(r" ", text)]
    else:
        places = [found.end() for found in re.finditer(r"[，、；]", text)]
        places = [at for at in places if abs(at - middle) <= len(text) * 0.15] or [
            at for at in range(1, len(text)) if not within_word(text, at)
        ]
    return min(places, key=lambda at: abs(at - middle), default=0)
