"""Write findings as JSON, in the form that ``findings.schema.json`` beside this file describes."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from tongsa.report.run import Summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tongsa.errors import TongsaError
    from tongsa.model import Finding
    from tongsa.report.run import Run


_CONTROL = re.compile(r"[\x7f-\x9f]")  # "\x9b": JSON lets it stand, terminals obey it


def parts(run: Run) -> Iterator[str]:
    """Yield the report of a run, finding by finding."""
    frame = report((), run.summary, run.errors)
    yield from laid_out(frame, "findings", map(_finding, run.findings))
    yield "\n"


def laid_out(frame: object, name: str, rows: Iterable[object]) -> Iterator[str]:
    """Yield a value as JSON, its one list of that name, empty in it, filled with rows.

    Each row is dumped by itself, so that nothing holds them all.
    """
    before, place, behind = dumped(frame, indent=2).rpartition(f'"{name}": [')
    margin = before.rpartition("\n")[2]
    yield f"{before}{place}"
    end = ""
    for row in rows:
        text = dumped(row, indent=2).replace("\n", f"\n{margin}  ")
        yield f"{',' if end else ''}\n{margin}  {text}"
        end = f"\n{margin}"
    yield f"{end}{behind}"


def dumped(value: object, *, indent: int | None = None) -> str:
    """Return a value as JSON that any terminal can show."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def report(
    findings: Sequence[Finding], summary: Summary, errors: Sequence[TongsaError] = ()
) -> dict[str, object]:
    """Return the findings, what could not be read, and what all comes to, ready for JSON."""
    return {
        "findings": [_finding(finding) for finding in findings],
        "errors": [error_as_table(error) for error in errors],
        "summary": {name: getattr(summary, name) for name in Summary.__slots__},
    }


def error_as_table(error: TongsaError) -> dict[str, object]:
    """Return what is wrong, where, and how to mend it."""
    return {
        "file": error.file,
        "line": error.line,
        "column": error.column,
        "message": error.message,
        "mend": error.mend,
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "language": finding.language,
        "context": finding.context,
        "source": finding.source,
        "target": finding.target,
        "source_spans": [list(span) for span in finding.source_spans],
        "target_spans": [list(span) for span in finding.target_spans],
        "message": finding.message,
        "fix": finding.fix,
    }
