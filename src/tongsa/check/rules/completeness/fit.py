"""Weigh whether a translation is that of another source."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from tongsa.check.counterparts.length import deviation
from tongsa.check.rules.completeness.evidence import by_words, of_others, of_words
from tongsa.check.rules.completeness.weights import weights

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongsa.check.check import Context
    from tongsa.check.rules.completeness.evidence import Anchor
    from tongsa.model import TranslationUnit

_AROUND = 20
"""Units before and behind one that are looked at."""
_ENOUGH = 50
"""Units that tell what is usual in an article."""
_DOUBT = 10.0
"""Units by which a word's usual chance is put to how often an article's targets have it."""


def glance(unit: TranslationUnit, context: Context) -> float:
    """Return how much likelier words and marks alone make it, as a logarithm."""
    kept: dict[int, float] = context.once("completeness-glance", dict)
    found = kept.get(unit.index)
    if found is None:
        found = kept[unit.index] = by_words(unit, context)
    return found


def foreign(unit: TranslationUnit, context: Context) -> float:
    """Return how much likelier than not a target translates something else, as a logarithm."""
    table = weights()["foreign"]
    score = _by_length(unit.source, unit.target, context) + float(table["prior"])
    score += sum(_weight(it, context) for it in of_words(unit, context))
    if score > table["doubt"]:
        score += sum(_weight(it, context) for it in of_others(unit, context))
    return score


def _weight(anchor: Anchor, context: Context) -> float:
    """Return what an anchor tells; what is told counts less where the whole article has it."""
    chance = anchor.chance
    if anchor.told:
        count, of = _told(anchor, context)
        chance = min((count - 1 + chance * _DOUBT) / (of - 1 + _DOUBT), 1 - anchor.missed)
    return anchor.foreign(chance)


def _told(anchor: Anchor, context: Context) -> tuple[int, int]:
    """Return in how many of some of an article's units something is told, and of how many."""
    kept: dict[str, int] = context.once("completeness-told", dict)
    some = context.once("completeness-some", lambda: _some(context))
    key = anchor.key
    if key not in kept:
        if key[0].isupper():  # a name: to listen for it everywhere would take long
            kept[key] = sum(key in it.source for it in some)
        else:
            kept[key] = sum(anchor.shown(it.target) for it in some)
    return max(kept[key], 1), max(len(some), 1)


def _some(context: Context) -> Sequence[TranslationUnit]:
    """Return as many of an article's units as tell what is usual in it."""
    units = [it for it in context.units if it.target and not it.merged]
    return units[:: len(units) // _ENOUGH + 1]


def _by_length(source: str, target: str, context: Context) -> float:
    """Return how much likelier a length is for another source than for its own."""
    table = weights()["foreign"]
    away, spread = deviation(source, target, context.language)
    wide = (spread**2 + table["spread"] ** 2) ** 0.5
    weight: float = log(spread / wide) + (away / spread) ** 2 / 2 - (away / wide) ** 2 / 2
    return min(weight, float(table["most"]))


def home(unit: TranslationUnit, context: Context) -> tuple[float, TranslationUnit | None]:
    """Return how likely a target is another source's, as a logarithm, and whose it may be."""
    table = weights()["foreign"]
    own = foreign(unit, context)
    if own < table["doubt"]:
        return own, None
    gain, found = 0.0, None
    for other in _around(unit, context):
        if _may_lack(other, unit.target, context):
            away = own - _fit(other, unit.target, context)
            if away > gain:
                gain, found = away, other
    score: float = own + gain * table["gain"]
    return score, found if gain > table["sure"] else None


def _may_lack(other: TranslationUnit, target: str, context: Context) -> bool:
    """Whether another unit may be the one that a target is meant for: its own fits it no better."""
    return other.target in {"", target} or glance(other, context) > weights()["foreign"]["glance"]


def _fit(other: TranslationUnit, target: str, context: Context) -> float:
    """Return how much likelier it is that a target does not translate another unit's source."""
    score = float(weights()["foreign"]["prior"]) + _by_length(other.source, target, context)
    anchors = (*of_words(other, context), *of_others(other, context))
    return score + sum(_weight(it._replace(told=it.shown(target)), context) for it in anchors)


def _around(unit: TranslationUnit, context: Context) -> Sequence[TranslationUnit]:
    at = unit.index
    near = context.units[max(at - _AROUND, 0) : at + _AROUND + 1]
    return [it for it in near if it.index != at and not it.merged]
