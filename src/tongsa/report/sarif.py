"""Write findings as SARIF 2.1.0 (OASIS), for code scanning and for editors that show it."""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import quote

from tongsa import __version__
from tongsa.catalog.write import escape
from tongsa.check import baseline
from tongsa.model import Severity
from tongsa.report.change import changes
from tongsa.report.machine import laid_out

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tongsa.catalog.entry import FieldName
    from tongsa.check.check import Check
    from tongsa.check.units import Place
    from tongsa.errors import TongsaError
    from tongsa.model import Finding
    from tongsa.report.run import Run

Table = dict[str, object]

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "%SRCROOT%"
# GitHub's own word for how much a rule matters that is not about security.
_WEIGHT = MappingProxyType(
    {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}
)


def written(run: Run) -> str:
    """Return the report of a run."""
    return "".join(parts(run))


def parts(run: Run) -> Iterator[str]:
    """Yield the report of a run, finding by finding."""
    found = dict.fromkeys(finding.file for finding in run.findings)
    broken = [error.file for error in run.errors if error.file]
    named = dict.fromkeys((*run.files, *broken, *found))
    files = {file: number for number, file in enumerate(named)}
    rules = {check.code: number for number, check in enumerate(run.checks)}
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(run, files)]}
    yield from laid_out(log, "results", _results(run, files, rules))
    yield "\n"


def _run(run: Run, files: Mapping[str, int]) -> Table:
    return {
        "tool": {
            "driver": {
                "name": "tongsa",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(check) for check in run.checks],
            }
        },
        "invocations": [
            {
                "executionSuccessful": not run.errors,
                "exitCode": run.code,
                "toolExecutionNotifications": [_notice(error, run, files) for error in run.errors],
            }
        ],
        "originalUriBaseIds": {_ROOT: {"uri": f"{run.root.as_uri().rstrip('/')}/"}},
        "artifacts": [{"location": _location(file, run)} for file in files],
        "columnKind": "unicodeCodePoints",
        "results": [],
    }


def _rule(check: Check) -> Table:
    why, mend = (" ".join(text.split()) for text in (check.why, check.mend))
    more = f"`tongsa explain {check.code}` shows examples."
    return {
        "id": check.code,
        "name": "".join(word.capitalize() for word in check.name.split("-")),
        "shortDescription": {"text": check.name.replace("-", " ").capitalize()},
        "fullDescription": {"text": why},
        "help": {
            "text": f"{why}\n\nMend: {mend}\n\n{more}",
            "markdown": f"{why}\n\n**Mend.** {mend}\n\n{more}",
        },
        "defaultConfiguration": {"level": str(check.severity)},
        "properties": {
            "tags": ["translation", *check.languages],
            "problem.severity": _WEIGHT[check.severity],
        },
    }


def _results(run: Run, files: Mapping[str, int], rules: Mapping[str, int]) -> Iterator[Table]:
    seen: Counter[str] = Counter()
    for finding, place in _placed(run):
        print_ = _fingerprint(finding)
        seen[print_] += 1
        result: Table = {
            "ruleId": finding.code,
            "level": str(finding.severity),
            "message": {"text": finding.message},
            "locations": [_spot(finding, place, run, files)],
            "partialFingerprints": {"tongsaFinding/v1": f"{print_}:{seen[print_]}"},
            "properties": {
                "language": finding.language,
                "source": finding.source,
                "target": finding.target,
            },
        }
        if finding.code in rules:
            result["ruleIndex"] = rules[finding.code]
        if fixes := _fixes(finding, place, run, files):
            result["fixes"] = fixes
        yield result


def _placed(run: Run) -> Iterator[tuple[Finding, Place | None]]:
    """Yield the findings with their units; of the catalogs one is held at a time."""
    for file, findings in groupby(run.findings, key=lambda finding: finding.file):
        sheet = next(iter(run.sheets({file})), None)
        for finding in findings:
            yield finding, sheet.place(finding) if sheet else None


def _fingerprint(finding: Finding) -> str:
    """Return what a finding is known again by, wherever it moves."""
    key = json.dumps(baseline.key(finding), ensure_ascii=True)
    return sha256(key.encode()).hexdigest()[:24]


def _spot(finding: Finding, place: Place | None, run: Run, files: Mapping[str, int]) -> Table:
    """Return where a finding stands, and in which message of its catalog."""
    region = {"startLine": finding.line, "startColumn": finding.column}
    if place and (end := _end(finding, place)):
        region |= {"endLine": end[0], "endColumn": end[1]}
    table: Table = {
        "physicalLocation": {
            "artifactLocation": _location(finding.file, run, files),
            "region": region,
        }
    }
    if finding.source:
        told = f"{finding.context}|{finding.source}" if finding.context else finding.source
        table["logicalLocations"] = [{"fullyQualifiedName": told, "kind": "resource"}]
    return table


def _end(finding: Finding, place: Place) -> tuple[int, int] | None:
    """Return the line and column behind the words that a finding begins with, if they tell it."""
    if finding.target_spans:
        start, end = finding.target_spans[0]
        found = _stretch(place, start, end)
    elif finding.source_spans:
        start, end = finding.source_spans[0]
        field: FieldName = "plural_source" if place.plural else "source"
        found = (*place.entry.locate(field, start), *place.entry.locate(field, end))
    else:
        return None
    return (
        found[2:] if found[:2] == (finding.line, finding.column) and found[0] == found[2] else None
    )


def _stretch(place: Place, start: int, end: int) -> tuple[int, int, int, int]:
    """Return the lines and columns of a stretch of ``msgstr`` in the file."""
    teller, form = place.teller, place.form
    return (*teller.locate("target", start, form), *teller.locate("target", end, form))


def _fixes(
    finding: Finding, place: Place | None, run: Run, files: Mapping[str, int]
) -> list[Table]:
    """Return the fix as replacements in the file; none where one would run over a line's end."""
    if finding.fix is None or place is None:
        return []
    replacements: list[Table] = []
    for start, end, new in changes(finding.target, finding.fix):
        line, column, end_line, end_column = _stretch(place, start, end)
        if line != end_line:
            return []
        replacements.append(
            {
                "deletedRegion": {
                    "startLine": line,
                    "startColumn": column,
                    "endLine": end_line,
                    "endColumn": end_column,
                },
                "insertedContent": {"text": escape(new)},
            }
        )
    change = {
        "artifactLocation": _location(finding.file, run, files),
        "replacements": replacements,
    }
    told = f"Write: {finding.fix}"
    return [{"description": {"text": told}, "artifactChanges": [change]}] if replacements else []


def _notice(error: TongsaError, run: Run, files: Mapping[str, int]) -> Table:
    """Return what could not be read, and the mend."""
    text = f"{error.message}; {error.mend}" if error.mend else error.message
    table: Table = {"level": "error", "message": {"text": text}}
    if error.file:
        spot: Table = {"artifactLocation": _location(error.file, run, files)}
        if error.line:
            region = {"startLine": error.line}
            spot["region"] = region | ({"startColumn": error.column} if error.column else {})
        table["locations"] = [{"physicalLocation": spot}]
    return table


def _location(file: str, run: Run, files: Mapping[str, int] | None = None) -> Table:
    """Return a file's address: relative to the root, or absolute where it lies outside."""
    path = run.path(file)
    if path.is_absolute():
        table: Table = {"uri": path.as_uri()}
    else:
        table = {"uri": quote(path.as_posix(), errors="surrogateescape"), "uriBaseId": _ROOT}
    return table | ({"index": files[file]} if files else {})
