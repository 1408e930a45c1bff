"""Find ranges and changes whose ends have changed places: 2.6% to 2.1% told as 2.1% to 2.6%."""

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

_MAY_BE = late(r"\b(?:from|between)\b|\d(?:%|[A-Za-z]{0,3}) ?(?:to|–|-) ?[$€£¥]?\d")
_ABOUT = r"(?:about |around |nearly |almost |some |over |more than |as much as )?"
_FROM = late(rf"\b[Ff]rom {_ABOUT}$")
_TO = late(rf"^[^,.;:()]{{0,20}}\b(?:to|until|through) {_ABOUT}$")
_BETWEEN, _AND = late(rf"\b[Bb]etween {_ABOUT}$"), late(rf"^[^,.;:()]{{0,12}} and {_ABOUT}$")
_SCORE = late(r"\d+[-–—]\d+")
"""May be told from the other side: ``a 1-3 loss``"""
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
    return _MAY_BE.search(unit.source) is not None


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each range of a target that turns one of its source round."""
    joint = _JOINTS.get(context.language.partition("_")[0])
    if unit.merged or joint is None or unit.target == unit.source:
        return
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


def _of_source(text: str, figures: Sequence[Quantity]) -> Iterator[_Ends]:
    for it in _told_as_one(figures):
        if not _SCORE.fullmatch(text[slice(*it.span)]):
            yield it
    for one, two in pairwise(figures):
        before, between = text[max(one.start - _AROUND, 0) : one.start], text[one.end : two.start]
        if (_FROM.search(before) and _TO.search(between)) or (
            _BETWEEN.search(before) and _AND.search(between)
        ):
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
