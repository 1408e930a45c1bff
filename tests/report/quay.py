"""A run of checks over two catalogs of the harbour town, for the formats to tell."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tongsa.catalog import po
from tongsa.check.registry import builtin
from tongsa.errors import CatalogError, TongsaError
from tongsa.glossary.glossary import Glossary
from tongsa.model import Finding, Severity
from tongsa.report.run import Run, Summary, count
from tongsa.report.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path("/srv/town")
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
CATALOGS: Mapping[str, tuple[str, str]] = {
    "locale/ko/부두 새벽.po": (
        "ko",
        (
            '#. role: headline\nmsgctxt "headline"\nmsgid "Quay Opens Before Dawn"\n'
            'msgstr "새벽에 부두 열려"\n\n'
            'msgid ""\n"Dockers of "\n"Port Lantern rest."\n'
            'msgstr ""\n"오늘 \\"한\\" "\n"항구랜턴는 쉰다."\n\n'
            '#, fuzzy\nmsgid "Ships came at once."\nmsgstr "배가 왔다."\n\n'
            'msgid "Nobody paid 64 coins."\nmsgstr ""\n'
        ),
    ),
    "locale/zh_TW/quay.po": ("zh_TW", 'msgid "Ships came at once."\nmsgstr "船立刻來了。"\n'),
}
TERM = Finding(
    code="T101",
    name="term-not-followed",
    severity=Severity.ERROR,
    message='"Port Lantern" is not rendered as the glossary says: 랜턴항',
    file="locale/ko/부두 새벽.po",
    line=15,
    column=2,
    language="ko",
    source="Dockers of Port Lantern rest.",
    target='오늘 "한" 항구랜턴는 쉰다.',
    source_spans=((11, 23),),
    target_spans=((7, 11),),
    fix='오늘 "한" 랜턴항은 쉰다.',
)
STYLE = replace(
    TERM,
    code="F102",
    name="figure-value",
    severity=Severity.WARNING,
    message="the quay, 50% of it: closed",
    line=8,
    column=9,
    context="headline",
    source="Quay Opens Before Dawn",
    target="새벽에 부두 열려",
    source_spans=((0, 4),),
    target_spans=(),
    fix=None,
)
UNUSED = Finding(
    code="X101",
    name="unused-ignore",
    severity=Severity.NOTE,
    message="the ignore of T109 ignores nothing",
    file="tongsa.toml",
    line=12,
    column=1,
    language="",
)
BROKEN = CatalogError("a quote is missing", file="locale/ko/bad.po", line=3, mend="close it")


def sheet(file: str, text: str = "") -> Sheet:
    language, body = CATALOGS[file]
    return Sheet(
        catalog=po.parse((HEAD + (text or body)).encode(), path=file),
        article=Path(file).stem if language == "zh_TW" else "quay",
        language=language,
        source="en",
        glossary=Glossary(concepts=()),
    )


def ran(*findings: Finding, errors: tuple[TongsaError, ...] = (), texts=None) -> Run:
    counts = count(findings)
    return Run(
        findings=findings,
        errors=errors,
        summary=Summary(
            files=len(CATALOGS),
            units=3,
            errors=counts[Severity.ERROR],
            warnings=counts[Severity.WARNING],
            notes=counts[Severity.NOTE],
            ignored=1,
        ),
        checks=builtin(),
        files=tuple(CATALOGS),
        languages=("ko", "zh_TW"),
        root=ROOT,
        locate=ROOT.joinpath,
        sheets=lambda files: [
            sheet(file, (texts or {}).get(file, "")) for file in CATALOGS if file in files
        ],
    )
