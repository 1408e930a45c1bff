"""Write findings as JUnit XML, which servers of continuous integration show.

A suite is a catalog, a case one of its units in which something is found; a catalog without any has
one case, which passes. Errors fail a case; warnings and notes stand in its output. Its shape is
the one that Jenkins takes (junit-10.xsd of its xUnit plugin), and GitLab reads the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import PurePath
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from tongsa.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tongsa.errors import TongsaError
    from tongsa.model import Finding
    from tongsa.report.run import Run

_LONGEST = 90  # letters of a sentence that a case is named by


def written(run: Run) -> str:
    """Return the report of a run."""
    root = ET.Element("testsuites", name="tongsa check")
    root.extend(_suites(run))
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _suites(run: Run) -> Iterator[ET.Element]:
    """Yield a suite for each file: the catalogs, what cannot be read, settings with findings."""
    findings: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in run.findings:
        findings[finding.file].append(finding)
    errors: defaultdict[str, list[TongsaError]] = defaultdict(list)
    for error in run.errors:
        errors[error.file or ""].append(error)
    for file in dict.fromkeys((*run.files, *findings, *errors)):
        path = run.path(file) if file else PurePath("tongsa")
        cases = [*map(_broken, errors[file]), *_units(findings[file])]
        yield _suite(path, cases or [ET.Element("testcase", name="nothing found")])


def _suite(path: PurePath, cases: Sequence[ET.Element]) -> ET.Element:
    """Return a suite; the names of its cases differ, since servers know a case by its name."""
    suite = ET.Element("testsuite", name=_plain(path.as_posix()), tests=str(len(cases)))
    for kind in ("failure", "error"):
        number = sum(case.find(kind) is not None for case in cases)
        suite.set(f"{kind}s", str(number))
    seen: Counter[str] = Counter()
    for case in cases:
        name = case.get("name", "")
        seen[name] += 1
        case.set("name", f"{name} ({seen[name]})" if seen[name] > 1 else name)
        case.set("classname", _plain(_dotted(path)))
        case.set("time", "0")
        suite.append(case)
    return suite


def _dotted(path: PurePath) -> str:
    """Return a path as the name of a class, which servers take apart at its dots."""
    parts = [part.replace(".", "_") for part in path.with_suffix("").parts]
    return ".".join(part for part in parts if part.strip("_/\\")) or "tongsa"


def _broken(error: TongsaError) -> ET.Element:
    case = ET.Element("testcase", name="can be read")
    told = ET.SubElement(case, "error", type=type(error).__name__, message=_plain(error.message))
    told.text = _plain(str(error))
    return case


def _units(findings: Iterable[Finding]) -> Iterator[ET.Element]:
    units: defaultdict[tuple[str | None, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        units[finding.context, finding.source].append(finding)
    for (context, source), found in units.items():
        yield _unit(context, source, found)


def _unit(context: str | None, source: str, findings: Sequence[Finding]) -> ET.Element:
    """Return the case of a unit: failed where an error is among what is found in it."""
    told = " ".join((f"{context}: {source}" if context else source).split())
    name = told if len(told) <= _LONGEST else f"{told[: _LONGEST - 1]}…"
    case = ET.Element("testcase", name=_plain(name or findings[0].file))
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        message = _plain(f"{errors[0].message}{more}")
        kind = f"{errors[0].code} {errors[0].name}"
        ET.SubElement(case, "failure", type=kind, message=message).text = _text(errors)
    rest = [finding for finding in findings if finding.severity is not Severity.ERROR]
    if rest:
        ET.SubElement(case, "system-out").text = _text(rest)
    return case


def _text(findings: Sequence[Finding]) -> str:
    """Return findings for reading: what and where, then the unit."""
    lines: list[str] = []
    for finding in findings:
        place = f"{finding.file}:{finding.line}:{finding.column}"
        lines.append(f"{place}: {finding.severity} {finding.code} {finding.name}")
        lines.append(f"  {finding.message}")
        lines += [f"  fix     {finding.fix}"] if finding.fix is not None else []
    first = findings[0]
    lines += [f"  msgid   {first.source}"] if first.source else []
    lines += [f"  msgstr  {first.target}"] if first.target else []
    return _plain("\n".join(lines))


def _plain(text: str) -> str:
    """Return a text of signs that XML 1.0 may hold (W3C, section 2.2), controls replaced."""
    return "".join(letter if letter in "\n\t" or _holds(letter) else "\ufffd" for letter in text)


def _holds(letter: str) -> bool:
    return (" " <= letter < "\x7f" or "\x9f" < letter < "\ud800") or (
        "\udfff" < letter < "\ufffe" or letter > "\uffff"
    )
