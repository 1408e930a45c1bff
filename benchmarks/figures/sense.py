"""Mutators of what a figure means: its currency, per cent, bound, date, rank or half of the day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plain import WORDS, Figure, Pair, english, told, vouched

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction
    from random import Random

    from digits import Edit

_ENGLISH = WORDS["en"]
_PERCENT = re.compile(r"\s?(?:%|per ?cent\b)(?! point)", re.IGNORECASE)
_PER_HUNDRED = re.compile(r"百分之\s?$")
"""百分之 40."""
_HAN = "〇一二三四五六七八九"
_HAN_PERCENT = re.compile(rf"百分之([{_HAN}]?十[{_HAN}]?|[{_HAN}]|百)(?![{_HAN}十百點点])")
"""百分之二十五, 百分之百."""
_SIGN = re.compile(r"(?:US|NT|HK|A|C)?(?P<sign>[$€£¥₩])\s?$")
"""$20 億; US$20 億."""
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP"}
_KEPT = r"(?P<kept>\s?[^0-9,.，。、；]{0,8}?)"
"""Between a figure and the bound behind it: counters, currencies."""
_MONTH = "|".join(_ENGLISH["months"])
_DAY_OF = re.compile(
    rf"\b(?:{_MONTH})\s([0-9]{{1,2}})(?![0-9])"
    rf"|\b([0-9]{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?:{_MONTH})"
)
"""March 17, 30th of September."""
_HALF = re.compile(r"\b([0-9]{1,2})(?::[0-9]{2})?\s?([ap])\.?m\b", re.IGNORECASE)
"""3 p.m., 12:55pm."""
_YEAR = re.compile(r"(?<![0-9])(?:1[0-9]|20)[0-9]{2}(?![0-9])")
_LAST_DAY = 28
_LAST_MONTH = 12


def currency(pair: Pair, random: Random) -> Iterator[Edit]:
    """645억 달러 → 645억 유로; $20 億 → £20 億."""
    names: dict[str, list[str]] = pair.words["currencies"]
    named = {code for code, it in _ENGLISH["currencies"].items() if re.search(it, pair.source)}
    for figure in vouched(pair):
        for code in sorted(named):
            behind = re.compile(rf"\s?[多余餘]?\s?({'|'.join(names[code])})")
            others = [other for other in names if other not in named]
            if found := behind.match(pair.target, figure.end):
                yield *found.span(1), names[random.choice(others)][0]
        if found := _SIGN.search(pair.target[: figure.start]):
            others = [sign for sign, code in _SIGNS.items() if code not in named]
            if _SIGNS.get(found["sign"]) in named and others:
                yield *found.span("sign"), random.choice(others)


def percent(pair: Pair, _: Random) -> Iterator[Edit]:
    """20% → 20, 百分之 40 → 40, 百分之二十 → 二十."""
    shares = _percents(pair.source)
    behind = re.compile(pair.words["percent"])
    for figure in vouched(pair):
        if figure.value not in shares:
            continue
        before = _PER_HUNDRED.search(pair.target[: figure.start])
        if found := behind.match(pair.target, figure.end) or before:
            yield *found.span(), ""
    for found in _HAN_PERCENT.finditer(pair.target):
        if _han(found[1]) in shares:
            yield found.start(), found.start(1), ""


def bound(pair: Pair, _: Random) -> Iterator[Edit]:
    """300만 명 이상 → 300만 명 미만, 超過 → 不到; where the source bounds that figure likewise."""
    bounds = {side: _bounded(pair.source, side) for side in ("over", "under")}
    for figure in vouched(pair):
        for side, values in bounds.items():
            if figure.value in values:
                yield from _reversed(pair, figure, side)
                break


def date(pair: Pair, random: Random) -> Iterator[Edit]:
    """10월 4일 → 10월 5일; the day, the month or the year by one."""
    source = {
        "year": {int(found[0]) for found in _YEAR.finditer(pair.source)},
        "month": {
            at for at, it in enumerate(_ENGLISH["months"], 1) if re.search(rf"\b{it}", pair.source)
        },
        "day": {int(found[1] or found[2]) for found in _DAY_OF.finditer(pair.source)},
    }
    least = {"year": 1000, "month": 1, "day": 1}
    most = {"year": 9999, "month": _LAST_MONTH, "day": _LAST_DAY}
    for part, word in pair.words["date"].items():
        for found in re.finditer(rf"(?<![0-9.,])([0-9]{{1,4}})\s?{word}(?!대|代)", pair.target):
            was = int(found[1])
            new = [
                it
                for it in (was - 1, was + 1)
                if least[part] <= it <= most[part] and it not in source[part]
            ]
            if was in source[part] and new:
                yield *found.span(1), str(random.choice(new))


def relative_year(pair: Pair, random: Random) -> Iterator[Edit]:
    """지난해 → 올해; where the source says the same of its years."""
    years: dict[str, list[str]] = pair.words["years"]
    said = {
        it for it, word in _ENGLISH["years"].items() if re.search(word, pair.source, re.IGNORECASE)
    }
    for which in sorted(said):
        found = list(re.finditer("|".join(years[which]), pair.target))
        others = [other for other in years if other not in said]
        if len(found) == 1 and others:
            # 올해 and 지난해 are mistaken for each other, 지난해 and 내년 are not.
            near = [other for other in others if "this" in {which, other}] or others
            yield *found[0].span(), years[random.choice(near)][0]


def ordinal(pair: Pair, random: Random) -> Iterator[Edit]:
    """제35회 → 제36회, 5번째 → 7번째, 第22條 → 第21條."""
    values = _ranks(pair.source) | {int(it) for it in told(pair.source) if it.denominator == 1}
    for pattern in pair.words["ordinal"]:
        for found in re.finditer(pattern, pair.target):
            number = int(found[1])
            new = [number + by for by in (-2, -1, 1, 2) if number + by > 0]
            new = [it for it in new if it not in values]
            if number in values and new:
                yield *found.span(1), str(random.choice(new))


def ordinal_word(pair: Pair, random: Random) -> Iterator[Edit]:
    """두 번째 → 네 번째, 第二 → 第三: no digits on either side."""
    ranks: list[str] = pair.words["ordinal_words"]
    said = {ranks[number - 1] for number in _ranks(pair.source)}
    for found in re.finditer(pair.words["ordinal_word"], pair.target):
        if found[1] in said:
            yield *found.span(1), random.choice([it for it in ranks if it not in said])


def half_day(pair: Pair, _: Random) -> Iterator[Edit]:
    """오후 3시 → 오전 3시; where the source has that hour with a.m. or p.m."""
    said = {(int(found[1]), f"{found[2].lower()}m") for found in _HALF.finditer(pair.source)}
    halves: dict[str, list[str]] = pair.words["hours"]
    for half, other in (("am", "pm"), ("pm", "am")):
        for found in re.finditer(rf"({'|'.join(halves[half])})\s?([0-9]{{1,2}})", pair.target):
            hour = int(found[2])
            if (hour, half) in said and (hour, other) not in said:
                at = halves[half].index(found[1])
                yield *found.span(1), halves[other][at]


def _ranks(source: str) -> set[int]:
    """Return the ordinals that a source writes in words."""
    return {
        number
        for number, word in enumerate(_ENGLISH["ordinals"], 1)
        if re.search(rf"\b{word}\b", source, re.IGNORECASE)
    }


def _percents(source: str) -> set[Fraction]:
    return {figure.value for figure in english(source) if _PERCENT.match(source, figure.end)}


def _han(word: str) -> int:
    """Read a Han numeral up to a hundred: 二十五 is 25."""
    if word == "百":
        return 100
    tens, ten, ones = word.partition("十")
    if not ten:
        return _HAN.index(word)
    return 10 * (_HAN.index(tens) if tens else 1) + (_HAN.index(ones) if ones else 0)


def _bounded(source: str, side: str) -> set[Fraction]:
    """Return the values that a source bounds from below (*over*) or from above (*under*)."""
    before = re.compile(
        rf"\b(?:{'|'.join(_ENGLISH[side])})\s(?:(?:an?|the)\s)?(?:US|NT)?[$£€]?$", re.IGNORECASE
    )
    after = re.compile(rf"\s?%?(?:\s[A-Za-z]+)?\s{_ENGLISH[f'{side}_after']}\b")
    return {
        figure.value
        for figure in english(source)
        if before.search(source[: figure.start]) or after.match(source, figure.end)
    }


def _reversed(pair: Pair, figure: Figure, side: str) -> Iterator[Edit]:
    """Yield the bound that stands with a figure, turned round."""
    for entry in pair.words["bounds"][side]:
        if "after" in entry:
            behind = re.compile(rf"[多余餘]?{_KEPT}(?P<bound>{entry['after']})")
            found = behind.match(pair.target, figure.end)
        else:
            ahead = re.compile(rf"(?P<bound>{entry['before']})[^0-9,.，。、]{{0,5}}$")
            found = ahead.search(pair.target[: figure.start])
        if found:
            yield *found.span("bound"), entry["instead"]
            return
    rest = pair.target[figure.digits :]
    if side == "over" and (found := re.match(r"\s?[多余餘]", rest)):  # 550多萬 → 不到550萬
        yield figure.start, figure.digits + found.end(), f"不到{figure.number}"
