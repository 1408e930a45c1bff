"""Sum up what was found, so that a person sees in ten seconds what there is to do."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tongsa.model import Severity
from tongsa.report.run import count
from tongsa.report.terminal import plainly

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.model import Finding
    from tongsa.report.run import Run, Summary
    from tongsa.report.terminal import Paint

_FEW = 3  # findings that are seen at once, without a table
_KINDS = 5  # checks that are named
_MANY = 50  # findings from which on errors alone are worth a look first


def lines(run: Run, *, columns: int = 80, paint: Paint = plainly) -> Iterator[str]:
    """Yield the tables of what was found where there is much, the figures, and what to do next."""
    if len(run.findings) > _FEW:
        yield from _editions(run, paint)
        yield from _kinds(run.findings, paint)
    yield _figures(run)
    if run.findings:
        steps = list(_next(run))
        line = "; ".join(steps)
        yield from [line] if len(line) <= columns else steps


def _editions(run: Run, paint: Paint) -> Iterator[str]:
    """Yield a row for each edition: how many findings of each severity."""
    found = {language: count(()) for language in run.languages}
    for finding in run.findings:
        counts = found.setdefault(finding.language, count(()))
        counts[finding.severity] += 1
    if len(found) == 1:
        return
    width = max(len("edition"), *map(len, found))
    yield f"{'edition':<{width}}  {'errors':>7}  {'warnings':>8}  {'notes':>7}"
    for language, counts in found.items():
        cells = [
            paint(f"{number:>{room},}", severity) if number else f"{'–':>{room}}"
            for (severity, number), room in zip(counts.items(), (7, 8, 7), strict=True)
        ]
        yield "  ".join([f"{language or 'desk':<{width}}", *cells])
    yield ""


def _kinds(findings: Sequence[Finding], paint: Paint) -> Iterator[str]:
    """Yield the checks that found most, the gravest first, and how many others found something."""
    kinds = Counter((finding.code, finding.name, finding.severity) for finding in findings)
    order = {severity: rank for rank, severity in enumerate(Severity)}
    ranked = sorted(kinds.items(), key=lambda kind: (order[kind[0][2]], -kind[1], kind[0][0]))
    width = max(len(name) for (_, name, _), _ in ranked[:_KINDS])
    for (code, name, severity), number in ranked[:_KINDS]:
        yield f"{number:>7,}  {code:<5} {name:<{width}}  {paint(severity, severity)}"
    if rest := ranked[_KINDS:]:
        found = sum(number for _, number in rest)
        yield f"{found:>7,}  of {_counted(len(rest), 'other kind')}"
    yield ""


def _figures(run: Run) -> str:
    """Return the line that tells how many findings there are in how many units."""
    summary = run.summary
    counts = zip(Severity, (summary.errors, summary.warnings, summary.notes), strict=True)
    told = [_counted(number, severity) for severity, number in counts if number]
    aside = f", {summary.ignored:,} set aside" if summary.ignored else ""
    return f"{', '.join(told) or 'nothing found'} in {_where(summary)}{aside}"


def _where(summary: Summary) -> str:
    """Return in how much something was looked for."""
    catalogs = _counted(summary.files, "catalog")
    if not summary.units:
        return f"{catalogs} without translations"
    return f"{_counted(summary.units, 'translation')} in {catalogs}"


def _next(run: Run) -> Iterator[str]:
    """Yield what there is to do about the findings."""
    yield "`tongsa explain CODE` tells more"
    if fixes := sum(finding.fix is not None for finding in run.findings):
        yield f"`tongsa fix` mends {fixes:,} of these"
    milder = run.summary.warnings + run.summary.notes
    if len(run.findings) > _MANY and run.summary.errors and milder:
        yield "`--severity error` shows errors alone"
    if len(run.findings) > _MANY:
        yield "`--format html --output report.html` shows them in their articles"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' if number != 1 else ''}"
