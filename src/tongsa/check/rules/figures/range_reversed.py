"""Find ranges, changes and scores whose ends have changed places: 2.6% to 2.1% as 2.1% to 2.6%."""

from __future__ import annotations

from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tongsa.check.check import Hit, Sifted
from tongsa.patterns import late
from tongsa.quantity import read

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.check.check import Context
    from tongsa.model import Quantity, Span, TranslationUnit

_RANGE = late(r"\d(?:%|[A-Za-z]{0,3}) ?(?:to|–|-) ?[$€£¥]?\d")
_ABOUT = r"(?:about |around |nearly |almost |some |over |more than |as much as )?"
_FROM = late(rf"\b[Ff]rom {_ABOUT}$")
_TO = late(rf"^[^,.;:()]{{0,20}}\b(?:to|until|through) {_ABOUT}$")
_BETWEEN, _AND = late(rf"\b[Bb]etween {_ABOUT}$"), late(rf"^[^,.;:()]{{0,12}} and {_ABOUT}$")
_SCORE = late(r"\d+[-–—]\d+")
"""May be told from the other side: ``a 1-3 loss``"""
_WON = late(
    r"\b(?:beat|beats|defeat(?:ed|s)?|won|win|wins|thrash(?:ed|es)|edg(?:ed|es)|hammer(?:ed|s))\b"
    r"[^.;]{0,60}?\b(\d{1,3})[-–](\d{1,3})(?![\d-])"
)
_LOST = late(r"\b(?:los[et]|loses|losing|loss|beaten|defeat(?:ed)? by|defeats?|draw|drew|sets?)\b")
"""Where one side loses in the same sentence, or a match has parts, the score may be either's."""
_ANY_SCORE = late(r"\d[-–]\d")
_SCORES = MappingProxyType(
    {
        "ko": (
            late(r"(?<!\d)(\d{1,3}) ?(?:-|–|:|대) ?(\d{1,3})(?!\d)"),
            late(r"꺾|이겼|이기|승리|제압|물리|완파|격파|대파|눌렀|누르"),
            late(r"졌|패[했배하한]|무릎|내줬|역전|세트"),
        ),
        "zh": (
            late(r"(?<!\d)(\d{1,3}) ?[-–:：比] ?(\d{1,3})(?!\d)"),
            late(
                r"[擊击][敗败]|[戰战][勝胜]|[獲获][勝胜]|取[勝胜]|大[勝胜]|力克|[贏赢]|完[勝胜]|[勝胜]出"
            ),
            late(r"不[敵敌]|落[敗败]|[輸输]|[負负]|失利|逆[轉转]|[盤盘]|被"),
        ),
    }
)
"""A score, words of who wins, words of who loses."""
_SIGN = late(r"[~∼～–—-]")
_BEHIND = 12
_AROUND = 24
"""Letters before a figure in which it may be told what it begins."""


class _Joint(NamedTuple):
    """What stands between the ends of a range in an edition, and behind them."""

    between: re.Pattern[str]
    behind: re.Pattern[str]


_JOINTS: Mapping[str, _Joint] = MappingProxyType(
    {
        "ko": _Joint(
            late(r"^[^,.;()\d]{0,6}(?:에서|부터|~|∼|～|–|—|-)\s*(?:약 |최대 |최고 )?$"),
            late(r"^[^\s,.;()\d]{0,6}(?:로|까지)|^[^\s,.;()\d]{0,3}\s*사이"),
        ),
        "zh": _Joint(late(r"^[^，。；、（）\d]{0,8}(?:至|到|~|～|–|—|-)約?约?$"), late(r"")),
    }
)
"""``2.1%에서 2.6%로``, ``15~10%``, ``由2.1%下調至2.6%``"""


class _Ends(NamedTuple):
    """The two ends of a range, and where it stands."""

    low: object
    high: object
    span: Span


def _may_be(unit: TranslationUnit, _context: Context) -> bool:
    source = unit.source
    return "from " in source or "between " in source or _RANGE.search(source) is not None


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each range of a target that turns one of its source round."""
    joint = _JOINTS.get(context.language.partition("_")[0])
    if unit.merged or joint is None or unit.target == unit.source:
        return
    if score := _score(unit, context.language):
        yield score
    wanted = list(_of_source(unit.source, read(unit.source, context.usage.sources.language)))
    if not wanted:
        return
    given = list(_of_target(unit.target, read(unit.target, context.language), joint))
    for one in wanted:
        turned = _Ends(one.high, one.low, one.span)
        if _agree(one.low, one.high) or any(_same(it, one) for it in given):
            continue
        found = next((it for it in given if _same(it, turned)), None)
        if found and not any(_same(it, turned) for it in wanted):
            yield Hit(
                source_spans=(one.span,),
                target_spans=(found.span,),
                blanks={
                    "source": unit.source[slice(*one.span)],
                    "target": unit.target[slice(*found.span)],
                },
            )


look = Sifted(_may_be, _look)


def _score(unit: TranslationUnit, language: str) -> Hit | None:
    """Return a winner's score that the translation, which tells of winning alone, turns round."""
    won = _WON.search(unit.source)
    if not won or _LOST.search(unit.source) or len(_ANY_SCORE.findall(unit.source)) != 1:
        return None
    scores, winning, losing = _SCORES[language.partition("_")[0]]
    found = scores.findall(unit.target)
    if found != [(won[2], won[1])] or int(won[1]) <= int(won[2]):
        return None
    if not winning.search(unit.target) or losing.search(unit.target):
        return None
    there = scores.search(unit.target)
    spans = won.span(1)[0], won.span(2)[1]
    return Hit(
        source_spans=(spans,),
        target_spans=(there.span(),) if there else (),
        blanks={"source": unit.source[slice(*spans)], "target": there[0] if there else ""},
    )


def _of_source(text: str, figures: Sequence[Quantity]) -> Iterator[_Ends]:
    for it in _told_as_one(figures):
        if not _SCORE.fullmatch(text[slice(*it.span)]):
            yield it
    for one, two in pairwise(figures):
        before, between = text[max(one.start - _AROUND, 0) : one.start], text[one.end : two.start]
        if (_FROM.search(before) and _TO.search(between)) or (
            _BETWEEN.search(before) and _AND.search(between)
        ):
            if _counts_back(one, two):
                continue  # a translation may well set it in order
            yield _Ends(_end(one), _end(two), (one.start, two.end))


def _of_target(text: str, figures: Sequence[Quantity], joint: _Joint) -> Iterator[_Ends]:
    yield from _told_as_one(figures)
    for one, two in pairwise(figures):
        between = text[one.end : two.start]
        behind = text[two.numeral[1] or two.end : two.end + _BEHIND]
        sign = _SIGN.search(between)
        if joint.between.search(between) and (sign or joint.behind.search(behind)):
            yield _Ends(_end(one), _end(two), (one.start, two.end))


def _told_as_one(figures: Sequence[Quantity]) -> Iterator[_Ends]:
    for it in figures:
        if it.high and it.values:
            yield _Ends(it.values[0], it.high[0], (it.start, it.end))


def _end(figure: Quantity) -> object:
    """Return what an end says: a number, or the year, month and day of a date."""
    if figure.date:
        return (figure.date.year, figure.date.month, figure.date.day)
    return figure.values[0] if figure.values else None


def _counts_back(one: Quantity, two: Quantity) -> bool:
    """Whether a range runs from a later date to an earlier one."""
    if not (one.date and two.date):
        return False
    first, second = ((it.year or 0, it.month or 0, it.day or 0) for it in (one.date, two.date))
    return first > second


def _same(one: _Ends, two: _Ends) -> bool:
    return _agree(one.low, two.low) and _agree(one.high, two.high)


def _agree(one: object, two: object) -> bool:
    """Whether two ends say the same; of dates, in all that both tell."""
    if isinstance(one, tuple) and isinstance(two, tuple):
        both = [pair for pair in zip(one, two, strict=True) if None not in pair]
        return bool(both) and all(first == second for first, second in both)
    for date, number in ((one, two), (two, one)):
        if isinstance(date, tuple):  # 2015年間 may be so many years
            return date == (number, None, None)
    return one is not None and one == two
