"""Checks that look for a pattern of a desk's own, each with a limit to its time."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import regex

from tongsa import tables
from tongsa.check.check import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tongsa.check.check import Context, Look
    from tongsa.model import TranslationUnit
    from tongsa.tables import Spot

_PATIENCE = 1.0
"""Seconds that one pattern may take for one unit; more is a defect of the pattern."""


def pattern(table: Mapping[str, Any], spot: Spot) -> Look:  # Any: as TOML gives it
    """Find what a pattern matches in the target, where another one matches in the source."""
    target = _regex(table["pattern"], "pattern", spot)
    source = _regex(table["source"], "source", spot) if "source" in table else None
    instead = tables.text(table["replace"], "replace", spot) if "replace" in table else None
    if instead is not None:
        _try_template(target, instead, spot)

    def look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
        if unit.merged:
            return
        with _patient(context, (target.pattern, source and source.pattern)):
            found = source.search(unit.source, timeout=_PATIENCE) if source else None
            if source and not found:
                return
            matches = list(target.finditer(unit.target, timeout=_PATIENCE))
        for match in filter(lambda it: it[0], matches):
            groups = {name: text or "" for name, text in match.groupdict().items()}
            yield Hit(
                source_spans=(found.span(),) if found else (),
                target_spans=(match.span(),),
                blanks={"found": match[0], **groups},
                fix=None if instead is None else _replaced(unit.target, match, instead),
            )

    return look


@contextmanager
def _patient(context: Context, key: object) -> Iterator[None]:
    """Raise at once where the same patterns have lost patience in the article before."""
    lost: list[str] = context.once((key, "lost"), list)
    if lost:
        raise TimeoutError("the pattern took too long on a unit before this one")
    try:
        yield
    except TimeoutError as error:
        lost.append("patience")
        raise TimeoutError(f"the pattern takes longer than {_PATIENCE} s on this unit") from error


def _replaced(text: str, match: regex.Match[str], template: str) -> str:
    return f"{text[: match.start()]}{match.expand(template)}{text[match.end() :]}"


def blanks(table: Mapping[str, Any]) -> frozenset[str]:  # Any: as TOML gives it
    """Return what a hit of a pattern fills a message with."""
    return frozenset({"found", *regex.compile(table["pattern"]).groupindex})


def _regex(value: object, key: str, spot: Spot) -> regex.Pattern[str]:
    text = tables.text(value, key, spot)
    try:
        return regex.compile(text)
    except (regex.error, RecursionError, OverflowError) as error:
        mend = "write it as Python's regex module reads it"
        raise spot.error(key, f"this is no regular expression: {error}", mend) from error


def _try_template(pattern: regex.Pattern[str], template: str, spot: Spot) -> None:
    """Raise where a replacement names a group that the pattern lacks."""
    try:
        regex.compile(f"|{pattern.pattern}").sub(template, "")  # it matches nothing, for sure
    except (regex.error, IndexError) as error:
        mend = "name groups that the pattern has: \\1, \\g<name>"
        message = f'"replace" does not fit the pattern: {error}'
        raise spot.error("replace", message, mend) from error
