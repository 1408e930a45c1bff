"""Weigh whether a translation says less than its source, or more."""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING, Any, NamedTuple

from tongsa.check.counterparts.length import deviation, size
from tongsa.check.counterparts.words import words
from tongsa.check.rules.completeness.english import EAST, NAMES, remnants
from tongsa.check.rules.completeness.evidence import placed
from tongsa.check.rules.completeness.partly_untranslated import is_clause
from tongsa.check.rules.completeness.stretch import likeliest
from tongsa.check.rules.completeness.weights import weights
from tongsa.check.rules.figures.comparisons import comparisons
from tongsa.model import State
from tongsa.patterns import late
from tongsa.quantity import Verdict

if TYPE_CHECKING:
    from tongsa.check.check import Context
    from tongsa.check.rules.completeness.stretch import Stretch
    from tongsa.model import TranslationUnit

_STOPS = frozenset(".!?…。！？⋯:：;；")
_CLOSING = " \"'”’»」』）)]】"
_ADDRESS, _FAR = late(r"(?:@|//)[^\s]{3,}$"), 120
"""An address that ends a translation, which no mark follows, and how long one is at the most."""
_BRACKETS = frozenset("([")
_INNER = late(r"[.!?。！？][\"'”’」』]?(?=\s|[\u3400-\u9fff])")  # finds the stop of "Yes. No."
_ENDING = late(r"[다요죠까라자오네군걸지음함됨임나냐니](?:[.!?…]|[\"'”’]|\s)*$")  # finds "다.” "
_COMMAS = frozenset(",，、;；")
_TELLING = 0.015
"""How often at most a word stands in a translation by chance that tells something there."""
_MOST_AWAY = 0.5
"""What one translation may tell of its translator's habit."""
_LABEL = 5
"""Words that are a label at the most, and no clause: Source: Ministry of Fisheries."""
_ABBREVIATED = 4
"""Letters of a source that may stand for words of any length: km, N/A, Lbs."""
_DOUBT = 8
"""Translations that are as usual, to which those of an article are put."""


def is_told(unit: TranslationUnit, context: Context) -> bool:
    """Whether a unit has a translation of its own, which tells no neighbour and is no English."""
    if unit.merged or unit.state is not State.TRANSLATED or not EAST.search(unit.target):
        return False
    around = context.units[max(unit.index - 1, 0) : unit.index + 2]
    if any(it.merged and it.target == unit.target for it in around):
        return False
    return not any(is_clause(it.words) for it in remnants(unit, context))


class Lengths(NamedTuple):
    """How long the translations of an article are."""

    away: dict[int, tuple[float, float]]
    """By unit, how far from what is usual in the article, and a deviation."""
    short: frozenset[int]
    """Units that may lack something."""
    long: frozenset[int]
    """Units that may say more than their source."""


def lengths(context: Context) -> Lengths:
    """Return how long an article's translations are, worked out once."""
    return context.once("completeness-lengths", lambda: _lengths(context))


def _lengths(context: Context) -> Lengths:
    language = context.language
    units = [it for it in context.units if it.target and not it.merged]
    raw = {it.index: deviation(it.source, it.target, language) for it in units}
    habit = sum(max(-_MOST_AWAY, min(_MOST_AWAY, away)) for away, _ in raw.values())
    habit /= len(raw) + _DOUBT
    away = {at: (found - habit, spread) for at, (found, spread) in raw.items()}
    short, long = weights()["omitted"]["glance"], weights()["added"]["glance"]
    return Lengths(
        away,
        frozenset(
            it.index
            for it in units
            if (_is_less(away[it.index], short) and _has_parts(it)) or _is_open(it)
        ),
        frozenset(
            it.index
            for it in units
            if away[it.index][0] > long * away[it.index][1]
            and it.role not in NAMES
            and len(it.source) > _ABBREVIATED
        ),
    )


def _is_less(away: tuple[float, float], bound: float) -> bool:
    return away[0] < bound * away[1]


def _has_parts(unit: TranslationUnit) -> bool:
    """Whether a source has parts of which one may be left out, as a label or a credit has not."""
    return unit.source.count(" ") >= _LABEL and unit.role not in NAMES


def _is_open(unit: TranslationUnit) -> bool:
    """Whether a translation lacks the final mark that its source has."""
    if _ADDRESS.search(unit.target, max(0, len(unit.target) - _FAR)):
        return False
    aside = unit.source[:1] in _BRACKETS and unit.target[-1:] in _CLOSING  # (Laughter.)
    return not _ends(unit.target) and _ends(unit.source) and not aside


def _only_asks(unit: TranslationUnit) -> bool:
    """Whether a source is one question; that its mark is lost alone tells of no lost words."""
    source = unit.source.rstrip(_CLOSING)
    return source.endswith("?") and not _INNER.search(source)


def _ends(text: str) -> bool:
    return text.rstrip(_CLOSING)[-1:] in _STOPS


def usual(unit: TranslationUnit, context: Context) -> tuple[int, int]:
    """Return how long a translation is, and how long the article's would usually be."""
    length = size(unit.target)
    away, _ = lengths(context).away[unit.index]
    return round(length), round(length / exp(away))


def omitted(unit: TranslationUnit, context: Context) -> Stretch | None:
    """Return what was left out if anything was, and how much likelier it is than not."""
    table = weights()["omitted"]
    away, spread = lengths(context).away[unit.index]
    most, worth = table["most_told"], table["worth"]
    told = (
        (start, max(-most, min(most, it.foreign(it.chance))) * worth)
        for start, it in placed(unit, context)
    )
    found = likeliest(
        unit.source, told, lambda share: _by_length(away, spread, log(1 - share), table)
    )
    if found is None:
        return None
    return found._replace(score=found.score + table["prior"] + _marks(unit, context, table))


def _by_length(
    away: float,
    spread: float,
    shift: float,
    table: dict[str, Any],  # Any: TOML's
) -> float:
    """Return how much likelier a length is where something was left out or added."""
    wide = (spread**2 + table["spread"] ** 2) ** 0.5
    off = away - shift if abs(away) < abs(shift) else 0.0  # what is still shorter fits as well
    weight: float = log(spread / wide) + (away / spread) ** 2 / 2 - (off / wide) ** 2 / 2
    return min(weight, float(table["most"]))


def _marks(unit: TranslationUnit, context: Context, table: dict[str, Any]) -> float:  # Any: TOML's
    """Return what the end of a translation and its sentences tell."""
    source, target = unit.source, unit.target
    score = 0.0
    if _is_open(unit):
        score += 0 if _only_asks(unit) else table["open_end"]
    elif context.language == "ko" and _ends(source) and not _ENDING.search(target):
        score += table["no_ending"]
    if not _ends(source):
        score += table["loose"]
    if len(_INNER.findall(source)) > len(_INNER.findall(target)):
        score += table["fewer_sentences"]
    if "," in source and _COMMAS.isdisjoint(target):
        score += table["no_commas"]
    return score


def _extra_words(unit: TranslationUnit, context: Context) -> int:
    """Return how many words of the table a translation seems to say that its source has not."""
    table = words(context.language)
    named = table.named(unit.source)
    told = table.told(unit.target).values()
    return sum(it.chance < _TELLING and it.key not in named for it in told)


def added(unit: TranslationUnit, context: Context) -> float:
    """Return how much likelier than not something was added, as a logarithm."""
    table = weights()["added"]
    away, spread = lengths(context).away[unit.index]
    score: float = table["prior"] + _by_length(away, spread, table["shift"], table)
    extra = sum(it.verdict is Verdict.EXTRA for it in comparisons(unit, context))
    score += extra * table["extra_figure"]
    score += size(unit.target) * table["usual_word"]
    score += _extra_words(unit, context) * table["extra_word"]
    if len(_INNER.findall(unit.target)) > len(_INNER.findall(unit.source)):
        score += table["more_sentences"]
    return score
