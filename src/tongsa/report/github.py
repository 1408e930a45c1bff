"""Write findings as the lines by which a GitHub workflow marks files."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tongsa.errors import TongsaError
    from tongsa.model import Finding
    from tongsa.report.run import Run

_COMMANDS = MappingProxyType(
    {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
)
# GitHub, "Workflow commands for GitHub Actions", and the toolkit's command.ts: what a message and,
# beyond that, a property may not hold as it is.
_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def written(run: Run) -> str:
    """Return the report of a run."""
    return "".join(parts(run))


def parts(run: Run) -> Iterator[str]:
    """Yield the lines of a run: what cannot be read first, then errors before the rest.

    GitHub shows but the first ten of each kind in a step.
    """
    for line in _faults(run):
        yield f"{line}\n"
    for severity in Severity:
        for finding in run.findings:
            if finding.severity is severity:
                yield f"{_annotation(finding, run)}\n"


def _faults(run: Run) -> Iterator[str]:
    for error in run.errors:
        place = _place(error, run) if error.file else {}
        told = f"{error.message}; {error.mend}" if error.mend else error.message
        yield _line("error", {**place, "title": "tongsa cannot read this"}, told)


def _place(error: TongsaError, run: Run) -> Mapping[str, str]:
    known = {"line": error.line, "col": error.column}
    file = run.path(error.file or "").as_posix()
    return {"file": file, **{name: str(at) for name, at in known.items() if at is not None}}


def _annotation(finding: Finding, run: Run) -> str:
    told = [finding.message]
    told += [f"Source: {finding.source}"] if finding.source else []
    told += [f"Translation: {finding.target}"] if finding.target else []
    told += [f"Fix: {finding.fix}"] if finding.fix is not None else []
    properties = {
        "file": run.path(finding.file).as_posix(),
        "line": str(finding.line),
        "col": str(finding.column),
        "title": f"{finding.code} {finding.name}",
    }
    return _line(_COMMANDS[finding.severity], properties, "\n".join(told))


def _line(command: str, properties: Mapping[str, str], message: str) -> str:
    told = ",".join(
        f"{name}={_plain(text).translate(_PROPERTY)}" for name, text in properties.items()
    )
    return f"::{command} {told}::{_plain(message).translate(_MESSAGE)}"


def _plain(text: str) -> str:
    """Return a text without signs that a log obeys; line ends stay."""
    return "".join(letter if letter.isprintable() or letter in "\n " else "�" for letter in text)
