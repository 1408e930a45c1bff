"""Keep a list of findings that are accepted, so that only new ones are told.

A finding is known again by its check, its source and the words that it is about: neither its line
nor what else the translation says matters.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tongsa.check.ignore import words
from tongsa.errors import CheckError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tongsa.model import Finding

_VERSION = 1
_FIELDS = ("code", "file", "language", "context", "source", "words")


class Known(NamedTuple):
    """What a finding is known again by."""

    code: str
    file: str
    language: str
    context: str | None
    source: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The accepted findings, each with its line in the file."""

    file: str
    """As errors write it."""
    known: Mapping[Known, int]

    def covers(self, finding: Finding) -> Known | None:
        """Return what an accepted finding is known by; None for one that is not accepted."""
        known = key(finding)
        return known if known in self.known else None


def key(finding: Finding) -> Known:
    """Return what a finding is known again by."""
    return Known(
        finding.code,
        finding.file,
        finding.language,
        finding.context,
        finding.source,
        words(finding),
    )


def write(findings: Iterable[Finding]) -> str:
    """Return a baseline that accepts these findings, one a line, sorted for a clean diff."""
    rows = sorted({key(finding) for finding in findings}, key=_order)
    lines = [json.dumps(dict(zip(_FIELDS, row, strict=True)), ensure_ascii=False) for row in rows]
    body = ",\n".join(lines)
    return f'{{"version": {_VERSION}, "findings": [\n{body}\n]}}\n'


def _order(row: Known) -> tuple[str, Known]:
    """Return what rows are sorted by; one without a context stands before those with one."""
    return row.file, row._replace(context=row.context or "")


def read(text: str, *, file: str) -> Baseline:
    """Read a baseline; raise CheckError where it is none."""
    mend = "write it anew with `tongsa check --write-baseline`"
    try:
        table = json.loads(text)
        rows = [_known(row) for row in table["findings"]]
        version = table["version"]
    except json.JSONDecodeError as error:
        message = f"this is no valid JSON: {error.msg.lower()}"
        raise CheckError(message, file=file, line=error.lineno, mend=mend) from error
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise CheckError("this is no list of known findings", file=file, mend=mend) from error
    if version != _VERSION:
        raise CheckError(f"version {version!r} is not known", file=file, mend=mend)
    places = [at for at, line in enumerate(text.split("\n"), 1) if '"code":' in line]
    lines = places if len(places) == len(rows) else [1] * len(rows)
    return Baseline(file=file, known=dict(zip(rows, lines, strict=True)))


def _known(row: object) -> Known:
    if not isinstance(row, dict) or set(row) != set(_FIELDS):
        raise ValueError(row)
    code, file, language, context, source, found = (row[name] for name in _FIELDS)
    texts = [code, file, language, source, *found, *([context] if context is not None else [])]
    if not isinstance(found, list) or not all(isinstance(text, str) for text in texts):
        raise ValueError(row)
    return Known(code, file, language, context, source, tuple(found))
