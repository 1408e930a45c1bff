"""Write findings as JSON, in the form that ``findings.schema.json`` beside this file describes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongsa.model import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a run of checks comes to."""

    files: int
    """Catalogs that were checked."""
    units: int
    """Finished translations in them."""
    errors: int
    warnings: int
    notes: int
    ignored: int
    """Findings set aside by comments, settings or a baseline."""


def report(findings: Sequence[Finding], summary: Summary) -> dict[str, object]:
    """Return the findings and what they come to, ready for JSON."""
    return {
        "findings": [_finding(finding) for finding in findings],
        "summary": {name: getattr(summary, name) for name in Summary.__slots__},
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
