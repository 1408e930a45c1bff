"""Mutators of numbers in digits: a figure that the source does not give, or one that is lost."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from plain import Figure, Pair, english, figures, told, vouched

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

Edit = tuple[int, int, str]
"""A stretch of the translation, and what is put in its place."""

_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}")
"""1997, 2030: not by its look alone, see ``_calendar``."""
_DAY = re.compile(r"\s?(?:월|일|시|月|日|号|號|时|時|点|點)")
"""3월, 17日, 3시: ten times as much is no date or time, and shows by itself."""
_DASH = re.compile(r"\s?(?:[-–—~～至到]|에서)\s?")
"""70~90%, 70至90."""
_STOP = re.compile(r"[ .,;:!?)\]，。、；：！？）」』”%％]|$")
"""What may stand behind a figure and takes no space before it, and another space."""
_TO = re.compile(r"\s?(?:[-–—]|to|and)\s?")
"""70-90%, 3 to 5."""


def times_ten(pair: Pair, _: Random) -> Iterator[Edit]:
    """645억 → 6450억, 64.5 → 645."""
    for figure in _counts(pair):
        if figure.value * 10 not in told(pair.source) and not figure.mixed:
            yield figure.start, figure.digits, _shift(figure.number)


def times_thousand(pair: Pair, _: Random) -> Iterator[Edit]:
    """3만 → 3천만, 820 → 820,000; digits where no larger scale word is to hand."""
    for figure in _counts(pair):
        if figure.value * 1000 in told(pair.source) or figure.mixed:
            continue
        if grown := pair.words["grown"].get(figure.scale):
            yield figure.end - len(figure.scale), figure.end, grown
        else:
            yield figure.start, figure.digits, _shift(_shift(_shift(figure.number)))


def scale_swapped(pair: Pair, random: Random) -> Iterator[Edit]:
    """645억 → 645조."""
    scales = pair.words["scales"]
    for figure in vouched(pair):
        if others := pair.words["swapped"].get(figure.scale):
            other = random.choice(others)
            value = figure.value * 10 ** scales[other] / 10 ** scales[figure.scale]
            if value not in told(pair.source):
                yield figure.end - len(figure.scale), figure.end, other


def scale_dropped(pair: Pair, _: Random) -> Iterator[Edit]:
    """645억 → 645."""
    scales = pair.words["scales"]
    for figure in vouched(pair):
        value = figure.value / 10 ** scales.get(figure.scale, 0)
        if figure.scale and value not in told(pair.source):
            yield figure.digits, figure.end, ""


def digit_changed(pair: Pair, random: Random) -> Iterator[Edit]:
    """645억 → 615억."""
    for figure in vouched(pair):
        if _DAY.match(pair.target, figure.end):
            continue  # the date mutator has them
        places = [at for at, letter in enumerate(figure.number) if letter.isdigit()]
        at = random.choice(places)
        leading = at == 0 and len(places) > 1
        digits = [new for new in "0123456789"[leading:] if new != figure.number[at]]
        new = figure.number[:at] + random.choice(digits) + figure.number[at + 1 :]
        yield from _unless_told(pair, figure, new)


def transposed(pair: Pair, random: Random) -> Iterator[Edit]:
    """645억 → 654억."""
    for figure in vouched(pair):
        places = [at for at, letter in enumerate(figure.number) if letter.isdigit()]
        made = [
            figure.number[:one]
            + figure.number[two]
            + figure.number[one + 1 : two]
            + figure.number[one]
            + figure.number[two + 1 :]
            for one, two in pairwise(places)
            if figure.number[one] != figure.number[two]
        ]
        made = [new for new in made if new[0] != "0" and not _DAY.match(pair.target, figure.end)]
        if made:
            yield from _unless_told(pair, figure, random.choice(made))


def dropped(pair: Pair, _: Random) -> Iterator[Edit]:
    """645억 달러 → 달러: with its scale word, without its unit."""
    for figure in vouched(pair):
        yield *_with_space(pair.target, figure.start, figure.end), ""


def range_end(pair: Pair, random: Random) -> Iterator[Edit]:
    """70~90% → 70~95%; scores, 24-7, count as ranges."""
    source = english(pair.source)
    ranges = {
        (one.value, two.value)
        for one, two in pairwise(source)
        if _TO.fullmatch(pair.source, one.end, two.start)
    }
    found = figures(pair.target, pair.language)
    for one, two in pairwise(found):
        if _DASH.fullmatch(pair.target, one.end, two.start) and (one.value, two.value) in ranges:
            new = int(two.value) + random.randint(1, 9)
            if new not in told(pair.source) and two.number.isdigit() and not two.scale:
                yield two.start, two.digits, str(new)


def _with_space(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch with the space that its loss would leave doubled, or before a stop."""
    if text[:start].endswith(" ") and _STOP.match(text, end):
        return start - 1, end
    lone = text[end : end + 1] == " " and (start == 0 or text[start - 1] in " ([（「『“")
    return start, end + lone


def _counts(pair: Pair) -> Iterator[Figure]:
    """Yield the vouched figures that are neither years nor days nor nought."""
    for figure in vouched(pair):
        if figure.value and not _calendar(pair.target, figure):
            yield figure


def _calendar(text: str, figure: Figure) -> bool:
    year = not figure.scale and _YEAR.fullmatch(figure.number)
    return bool(year or _DAY.match(text, figure.end))


def _unless_told(pair: Pair, figure: Figure, number: str) -> Iterator[Edit]:
    """Yield a figure with another number, unless the source has that figure, too."""
    (other,) = figures(number + pair.target[figure.digits : figure.end], pair.language)
    if other.value not in told(pair.source):
        yield figure.start, figure.digits, number


def _shift(number: str) -> str:
    """Return ten times the number, grouped as it was: 64.5 → 645, 1,234 → 12,340."""
    whole, _, part = number.partition(".")
    plain = whole.replace(",", "") + (part[:1] or "0")
    rest = f".{part[1:]}" if part[1:] else ""
    plain = plain.lstrip("0") or "0"
    return (f"{int(plain):,}" if "," in whole else plain) + rest
