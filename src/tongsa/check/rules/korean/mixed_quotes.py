"""Find straight quotation marks in an article that writes curly ones, and the other way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.passages import passages
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.check.check import Context
    from tongsa.model import Span, TranslationUnit

_QUOTE = late(r"[“”\"]")
_INCHES = late(r"[0-9]\"(?:[\s,.)]|$)")
"""No quotation mark: ``6"``"""
_CURLY = frozenset("“”")
_TAG = late(r"<[A-Za-z/][^<>]*$")
_REACH = 80
_CLEAR = 3
"""How many times as many marks of one form show that it is the article's."""


def _may_be(unit: TranslationUnit, context: Context) -> bool:
    return unit.index in context.once("mixed quotes", lambda: _mixed(context))


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield the marks of the article's rarer form, those of a unit as one."""
    spans = context.once("mixed quotes", lambda: _mixed(context)).get(unit.index)
    if unit.merged or not spans:
        return
    found = unit.target[slice(*spans[0])]
    straight = found == '"'
    yield Hit(
        target_spans=tuple(spans),
        blanks={"found": '"' if straight else "“ ”", "right": "“ ”" if straight else '"'},
        fix=_fixed(unit.target, spans, straight=straight),
    )


def _mixed(context: Context) -> Mapping[int, Sequence[Span]]:
    """Return where an article writes the rarer form, if one is clearly the usual one."""
    found = passages(context)
    text = found.text
    straight, curly = text.count('"'), text.count("“") + text.count("”")
    if min(straight, curly) * _CLEAR > max(straight, curly) or not min(straight, curly):
        return {}
    rare = '"' if straight < curly else _CURLY
    return found.by_unit(
        it.span() for it in _QUOTE.finditer(text) if it[0] in rare and not _other(text, it.start())
    )


def _other(text: str, at: int) -> bool:
    """Whether a straight mark belongs to a tag or to a measure."""
    before = text[max(0, at - _REACH) : at]
    return _TAG.search(before) is not None or _INCHES.match(text, max(0, at - 1)) is not None


def _fixed(text: str, spans: Sequence[Span], *, straight: bool) -> str | None:
    """Return a text with the other form; None where it is not sure which marks open."""
    if straight and (len(spans) % 2 or not _CURLY.isdisjoint(text)):
        return None
    letters = list(text)
    for number, (start, _) in enumerate(spans):
        letters[start] = "“”"[number % 2] if straight else '"'
    return "".join(letters)


look = Sifted(_may_be, _look)
