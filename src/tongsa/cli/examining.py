"""Look at catalogs, and show what is found in them."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from tongsa import packaged
from tongsa.check import baseline as baselines
from tongsa.cli import reporting, show
from tongsa.cli.checking import Answer
from tongsa.cli.order import PRINTED
from tongsa.desk import prepared, store
from tongsa.desk.checking import count
from tongsa.errors import TongsaError
from tongsa.model import Severity
from tongsa.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from tongsa.cli.order import Choice, Order
    from tongsa.desk.checking import Checker
    from tongsa.desk.targets import Target
    from tongsa.model import Finding

_YOUNG = 50_000
"""Objects that are made between two looks for garbage."""
_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def examine(order: Order, checker: Checker, targets: Sequence[Target]) -> Answer:
    """Check, show what is found, and return what was said."""
    gc.set_threshold(_YOUNG)  # what is made lives as long as the run, and is no garbage
    tables = prepared.Prepared(prepared.place())
    packaged.parse_by(tables.parsed)
    answer = _examined(order, checker, targets)
    tables.keep()
    return answer


def _examined(order: Order, checker: Checker, targets: Sequence[Target]) -> Answer:
    warnings = []
    for warning in _warnings(checker, targets):
        show.warn(warning)
        warnings.append(warning)
    of_target: dict[Target, list[Finding]] = {}
    errors: list[TongsaError] = []
    results = checker.check_all(targets)
    for target, found in show.progress(results, "catalogs", length=len(targets)):
        if isinstance(found, TongsaError):
            errors.append(found)
        else:
            of_target[target] = found
    for target, found in checker.across():
        of_target[target] = sorted([*of_target[target], *found], key=lambda it: it.line)
    findings = [finding for found in of_target.values() for finding in found]
    if order.accept and not errors:
        _accept(findings, order.accept, order.choice)
        return Answer(0)
    findings += () if errors else checker.rest()
    findings = _severe(findings, order.choice)
    report = reporting.tell(checker, targets, findings, errors, order.telling)
    if errors:
        return Answer(2)
    return Answer(int(count(findings)[Severity.ERROR] > 0), tuple(warnings), report)


def _severe(findings: Iterable[Finding], choice: Choice) -> list[Finding]:
    """Return the findings that are severe enough to be shown."""
    least = _RANK[Severity(choice.severity)]
    return [finding for finding in findings if _RANK[finding.severity] <= least]


def _accept(findings: Sequence[Finding], path: Path, choice: Choice) -> None:
    """Write the list of accepted findings, or print it."""
    accepted = _severe(findings, choice)
    if str(path) == PRINTED:
        sys.stdout.write(baselines.write(accepted))
        return
    store.write_elsewhere(path, baselines.write(accepted).encode())
    print(f"accepted {show.counted(len(accepted), 'finding')} in {shown(str(path))}")


def _warnings(checker: Checker, targets: Sequence[Target]) -> Iterator[str]:
    """Yield what may surprise: no catalogs, no glossary, house styles that it lacks."""
    if not targets:
        yield "no catalog stands on this desk yet; `tongsa build` makes them"
    if not any(file.content.strip() for file in checker.glossary_files):
        yield (
            "there is no glossary, so no term is checked; name one with --glossary, or add "
            "concepts to the desk's with `tongsa glossary add`"
        )
    yield from checker.warnings()
