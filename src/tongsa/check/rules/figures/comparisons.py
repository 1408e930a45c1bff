"""What the checks of figures have in common: how a translation's figures stand to its source's."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.figures.proposals import kinds, proposal
from tongsa.language.particles import replace as put
from tongsa.model import QuantityKind, State
from tongsa.quantity import (
    Verdict,
    comparable,
    compare,
    describe,
    read,
    write,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tongsa.check.check import Context
    from tongsa.model import Quantity, Span, TranslationUnit
    from tongsa.quantity import Comparison

_KINDS = MappingProxyType(
    {
        QuantityKind.PERCENT: "a percentage",
        QuantityKind.POINTS: "percentage points",
        QuantityKind.MONEY: "money",
    }
)
"""What kinds are called where one stands against another."""


_SAME, _TRANSLATED = Verdict.SAME, State.TRANSLATED
_LOOSE_ENDS = frozenset({Verdict.VALUE, Verdict.MISSING, Verdict.EXTRA})
_SEAM = "\u2029"
"""Between the sources that one translation tells: a paragraph ends, and no figure goes on."""


def looker(verdict: Verdict) -> Sifted:
    """Return a check's function: it yields the comparisons with one verdict."""

    def look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
        for found in comparisons(unit, context):
            if found.verdict is verdict:
                yield _hit(found, unit, context)

    return Sifted(_disputed, look)


def _disputed(unit: TranslationUnit, context: Context) -> bool:
    """Whether something is to be said of a unit's figures."""
    for found in comparisons(unit, context):  # noqa: SIM110 (a loop takes half the time)
        if found.verdict is not _SAME:
            return True
    return False


class _Figures(dict[int, "Sequence[Comparison]"]):
    """The comparisons of an article's units, by their places in it."""

    def __init__(self, units: Sequence[TranslationUnit]) -> None:
        """Nothing is compared yet."""
        super().__init__()
        self.merged = any(unit.merged for unit in units)
        """Whether words of the article tell several units."""


def comparisons(unit: TranslationUnit, context: Context) -> Sequence[Comparison]:
    """Return how a unit's figures compare, worked out once; a merged unit's are its teller's."""
    kept = _figures(context)
    at = unit.index
    if at not in kept:
        own = unit.state is _TRANSLATED and not unit.merged
        kept[at] = _compared(unit, context) if own else ()
    return kept[at]


def _figures(context: Context) -> _Figures:
    return context.once("figures", partial(_Figures, context.units))


def _compared(unit: TranslationUnit, context: Context) -> Sequence[Comparison]:
    source = _source(unit, context)
    language = context.usage.sources.language
    if unit.target == unit.source or not comparable(
        source, language, unit.target, context.language
    ):
        return ()
    return compare(
        read(source, language),
        read(unit.target, context.language),
        today=context.date,
    )


def _source(unit: TranslationUnit, context: Context) -> str:
    """Return what a unit's words tell: its source, and those of units around it."""
    if _figures(context).merged:
        return _SEAM.join((unit.source, *_told_here(unit, context)))
    return unit.source  # the most usual by far


def _told_here(unit: TranslationUnit, context: Context) -> Iterator[str]:
    """Yield the sources of the units around one that its words tell, too."""
    for step in (-1, 1):
        at = unit.index + step
        while 0 <= at < len(context.units):
            other = context.units[at]
            if not other.merged or other.target != unit.target:
                break
            yield other.source
            at += step


def _hit(found: Comparison, unit: TranslationUnit, context: Context) -> Hit:
    source, target = found.source, found.target
    bound = found.verdict is Verdict.BOUND
    blanks: dict[str, str] = {}
    source_spans: tuple[Span, ...] = ()
    target_spans: tuple[Span, ...] = ()
    if source:
        span = source.bounded if bound else (source.start, source.end)
        text = _source(unit, context)
        blanks |= {"source": text[slice(*span)], "right": write(source, context.language)}
        source_spans = (span,) if span[1] <= len(unit.source) else ()
    if target:
        span = target.bounded if bound else (target.start, target.end)
        blanks["target"] = unit.target[slice(*span)]
        target_spans = (span,)
    blanks |= _values(found)
    return Hit(
        source_spans=source_spans,
        target_spans=target_spans,
        blanks=MappingProxyType(blanks),
        fix=_fixed(found, unit, context),
    )


def _values(found: Comparison) -> dict[str, str]:
    """Return both sides in one common form, and by how much they are off."""
    pairs = {"source_value": found.source, "target_value": found.target}
    say: Callable[[Quantity], str] = describe
    if found.verdict is Verdict.CURRENCY:
        say = _currency
    elif found.verdict is Verdict.PERCENT:
        say = _kind
    elif found.source and found.target and _measured_otherwise(found.source, found.target):
        say = _measured
    values = {name: say(quantity) for name, quantity in pairs.items() if quantity}
    return {**values, "times": f"{10 ** abs(found.power):,}×"}


def _measured_otherwise(source: Quantity, target: Quantity) -> bool:
    return kinds(source, target) == {QuantityKind.MEASURE} and source.unit != target.unit


def _measured(quantity: Quantity) -> str:
    return f"{describe(quantity)} {quantity.unit}"


def _currency(quantity: Quantity) -> str:
    return quantity.unit


def _kind(quantity: Quantity) -> str:
    return _KINDS.get(quantity.kind, "a plain number")


def _fixed(found: Comparison, unit: TranslationUnit, context: Context) -> str | None:
    """Return the target with the right figure in its place; None where that is not sure."""
    made = proposal(found, unit.target, context.language)
    if made is None:
        return None
    before = comparisons(unit, context)
    if found.verdict is Verdict.VALUE and sum(it.verdict in _LOOSE_ENDS for it in before) > 1:
        return None  # it may stand for another one
    span, word = made
    fixed = put(unit.target, span, word, context.language)
    after = _compared(replace(unit, target=fixed), context)
    agreed = all(it.verdict is Verdict.SAME for it in after if it.source == found.source)
    return fixed if agreed and _wrong(after) < _wrong(before) else None


def _wrong(found: Sequence[Comparison]) -> int:
    return sum(it.verdict is not Verdict.SAME for it in found)
