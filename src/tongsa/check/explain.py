"""Write down what each check is for, from its declaration alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.model import Severity
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.check.check import Check, Example
    from tongsa.model import Span

_MARKUP = late(r"[\\|*_`<\[\]]")
"""``|``, ``*``"""
_MEANING = {
    Severity.ERROR: "keeps an edition back",
    Severity.WARNING: "an editor should look",
    Severity.NOTE: "good to know",
}


def text(check: Check) -> str:
    """Return a check's page for the terminal."""
    return "\n".join(
        [
            f"{check.code} {check.name} ({check.severity}: {_MEANING[check.severity]})",
            f"  {check.message}",
            *_told("Why", check.why),
            *_told("Mend", check.mend),
            *(line for example in check.examples for line in _shown(example)),
        ]
    )


def markdown(checks: Sequence[Check]) -> str:
    """Return the reference page of checks."""
    lines = [
        "# The checks",
        "",
        "Written by `tongsa explain --markdown`; the checks' own files are the source.",
        "",
        "| code | name | severity | editions |",
        "| --- | --- | --- | --- |",
        *(_row(check) for check in checks),
    ]
    for check in checks:
        lines += [
            "",
            f"## {check.code} {check.name}",
            "",
            f"*{check.severity.capitalize()}: {_MEANING[check.severity]}.* `{check.message}`",
            "",
            check.why,
            "",
            f"**Mend.** {check.mend}",
            *_examples(check),
        ]
    return "\n".join(lines) + "\n"


def _row(check: Check) -> str:
    name = f"[{check.name}](#{check.code.lower()}-{check.name})"
    editions = ", ".join(check.languages) or "every"
    return f"| {check.code} | {name} | {check.severity} | {editions} |"


def _told(title: str, body: str) -> list[str]:
    return ["", f"  {title}. {body}"]


def _shown(example: Example) -> Iterator[str]:
    yield ""
    yield f"  {'Bad ' if example.hit else 'Good'} ({example.language})"
    for unit in (*example.before, example.unit):
        last = unit is example.unit
        spans = (
            (example.hit.source_spans, example.hit.target_spans)
            if example.hit and last
            else ((), ())
        )
        yield f"    {marked(unit.source, spans[0])}"
        yield f"    {marked(unit.target, spans[1])}"
    if example.hit and example.hit.fix:
        yield f"    fix: {example.hit.fix}"


def _examples(check: Check) -> Iterator[str]:
    if not check.examples:
        return
    yield ""
    yield "| | edition | source | translation |"
    yield "| --- | --- | --- | --- |"
    for example in check.examples:
        hit = example.hit
        verdict = "bad" if hit else "good"
        source = _cell(marked(example.unit.source, hit.source_spans if hit else ()))
        target = _cell(marked(example.unit.target, hit.target_spans if hit else ()))
        told = _cell("".join(f"{unit.source} … " for unit in example.before))
        before = _cell("".join(f"{unit.target} … " for unit in example.before))
        fix = f"<br>fix: {_cell(hit.fix)}" if hit and hit.fix else ""
        yield f"| {verdict} | {example.language} | {told}{source} | {before}{target}{fix} |"


def _cell(text: str) -> str:
    """Return a text as a cell of a table shows it, sign for sign."""
    return _MARKUP.sub(r"\\\g<0>", text.replace("\n", " "))


def marked(text: str, spans: Sequence[Span]) -> str:
    """Return a text with brackets around spans."""
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text
