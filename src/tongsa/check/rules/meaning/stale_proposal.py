"""Find fuzzy translations whose source has changed in a figure, a name or a negation since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.catalog import risk
from tongsa.check.check import Hit
from tongsa.quantity import Verdict, compare, read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.check.check import Context
    from tongsa.model import Quantity, Span, TranslationUnit

    Change = tuple[list[str], list[str]]
    """What went and what came, as the sources write it."""

_MOST = 5
"""Words of a kind that are told."""
_SETTLED = frozenset({Verdict.SAME, Verdict.CONVERTED})


def look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each kind of change that a proposal does not know of."""
    if not unit.previous or unit.previous == unit.source or not unit.target:
        return
    for change in (_figures, _names, _negations):
        gone, come = (words[:_MOST] for words in change(unit, context))
        if gone or come:
            yield Hit(
                source_spans=tuple(_spans(unit.source, come)),
                target_spans=((0, len(unit.target)),),
                blanks={
                    "old": _list(gone) or f"no {_list(come)}",
                    "new": _list(come) or f"no {_list(gone)}",
                },
            )


def _figures(unit: TranslationUnit, context: Context) -> Change:
    """Return the figures that changed in value, unless the proposal follows them already."""
    language = context.usage.sources.language
    before, after = (_valued(text, language) for text in (unit.previous, unit.source))
    gone = [text for value, text in before.items() if value not in after]
    come = [text for value, text in after.items() if value not in before]
    if (gone or come) and _follows(unit, context):
        return [], []
    return gone, come


def _follows(unit: TranslationUnit, context: Context) -> bool:
    figures = read(unit.source, context.usage.sources.language)
    found = compare(figures, read(unit.target, context.language), today=context.date)
    return all(it.verdict in _SETTLED for it in found)


def _valued(text: str, language: str) -> dict[object, str]:
    """Return a text's figures by what they are worth; a word for a few is none."""
    return {_value(it): text[it.start : it.end] for it in read(text, language) if it.hard}


def _value(figure: Quantity) -> object:
    return (figure.kind, figure.values, figure.high, figure.unit, figure.date, figure.label)


def _names(unit: TranslationUnit, _context: Context) -> Change:
    return risk.differences(unit.previous, unit.source, "name")


def _negations(unit: TranslationUnit, _context: Context) -> Change:
    return risk.differences(unit.previous, unit.source, "negation")


def _spans(text: str, words: Sequence[str]) -> Iterator[Span]:
    for word in words:
        start = text.find(word)
        if start >= 0:
            yield start, start + len(word)


def _list(words: Sequence[str]) -> str:
    return ", ".join(f'"{word}"' for word in words)
