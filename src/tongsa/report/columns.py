"""An article as HTML: a row for each unit, a column for each edition, findings under the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tongsa.language.load import facts
from tongsa.model import Role, Severity, State
from tongsa.quantity import describe, read
from tongsa.report.marked import LONGEST, Mark, difference, marked, text
from tongsa.report.rows import near

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.check.check import Check
    from tongsa.glossary.mention import Mention
    from tongsa.model import Finding
    from tongsa.report.rows import Article, Cell, Row
    from tongsa.report.sheet import Sheet

    Numbered = Sequence[tuple[Finding, str]]
    """Findings of a cell, each with its number on the page."""

_ROLES = frozenset(Role)


@dataclass(frozen=True, kw_only=True, slots=True)
class Shower:
    """Turns articles into HTML, and numbers the findings as they stand on the page."""

    _told: set[str] = field(default_factory=set)
    """Codes whose reason was told in the article."""

    checks: Mapping[str, Check]
    """By their codes."""
    numbers: Iterator[int]
    reach: int | None
    """Units shown before and behind one with findings, plainly; None: all are, with their terms."""

    def article(self, article: Article, number: int) -> str:
        """Return an article; empty where there is nothing to show of it."""
        if self.reach is not None and not article.found:
            return ""
        self._told.clear()
        whole = ((row, 0) for row in article.rows)
        shown = whole if self.reach is None else near(article.rows, self.reach)
        rows = "\n".join(
            self._row(article, row) if row else _gap(skipped) for row, skipped in shown
        )
        single = " single" if len(article.sheets) == 1 else ""
        heads = "".join(
            f'<div role="columnheader" class="edition" data-edition="{sheet.language}">'
            f"{_autonym(sheet.language)}</div>"
            for sheet in article.sheets
        )
        files = "".join(f"<li>{text(sheet.file)}</li>" for sheet in article.sheets)
        return (
            f'<section class="article{single}" id="article-{number}" '
            f'aria-labelledby="name-{number}">\n<h2 id="name-{number}">{text(article.name)}</h2>\n'
            f'<ul class="files">{files}</ul>\n'
            f'<div class="table" role="table" aria-labelledby="name-{number}">\n'
            '<div class="head" role="row"><div role="columnheader" class="margin">'
            '<span class="hidden">Unit</span></div><div role="columnheader">'
            f"{_autonym(article.sheets[0].source)}</div>{heads}</div>\n{rows}\n</div>\n</section>"
        )

    def _row(self, article: Article, row: Row) -> str:
        """Return a unit: what it is, its source, its translations with what is found in each."""
        numbered = [
            [(it, f"f{next(self.numbers)}") for it in _gravest_first(cell.findings)] if cell else []
            for cell in row.cells
        ]
        unit = row.place.unit
        # A catalog may say anything: only what articles have names a class.
        role = f" {unit.role.replace(' ', '-')}" if unit.role in _ROLES else ""
        state = (" found" if row.found else "") + (" begins" if row.begins else "")
        named = unit.role not in {"", Role.PARAGRAPH}
        told = f'<span class="role">{text(unit.role)}</span> ' if named else ""
        lit = row.found or self.reach is None
        cells = [
            self._cell(sheet, cell, found, lit=lit)
            for sheet, cell, found in zip(article.sheets, row.cells, numbered, strict=True)
        ]
        return (
            f'<div class="row{role}{state}" role="row">'
            f'<div class="margin" role="rowheader">{told}<span class="number">{row.number}</span>'
            f"</div>{_source(article, row, numbered, lit=lit)}{''.join(cells)}</div>"
        )

    def _cell(self, sheet: Sheet, cell: Cell | None, found: Numbered, *, lit: bool) -> str:
        opening = f'<div class="edition" role="cell" data-edition="{sheet.language}">'
        name = f'<span class="language">{_autonym(sheet.language)}</span>'
        if cell is None:
            return f'{opening}{name}<p class="absent">not in this catalog</p></div>'
        target = _target(sheet, cell, found, lit=lit)
        words = f"<p {_language(sheet.language)}>{_state(cell)}{target}</p>"
        cards = "".join(self._card(finding, number) for finding, number in found)
        return f"{opening}{name}{words}{f'<ul>{cards}</ul>' if cards else ''}</div>"

    def findings(self, findings: Sequence[Finding]) -> str:
        """Return findings that stand in no unit."""
        cards = (self._card(finding, f"f{next(self.numbers)}") for finding in findings)
        return f"<ul>{''.join(cards)}</ul>"

    def _card(self, finding: Finding, number: str) -> str:
        """Return a finding: what, why, the fix, and where it stands."""
        check = self.checks.get(finding.code)
        why = f"{check.why.partition('. ')[0].rstrip('.')}." if check else ""
        fix = ""
        if finding.fix is not None:
            changed = difference(finding.target, finding.fix)
            told = f"<span {_language(finding.language)}>{changed}</span>"
            fix = f'<p class="fix"><b>Fix</b> {told}</p>'
        place = f"{finding.file}:{finding.line}:{finding.column}"
        code = text(finding.code)
        again = " again" if code in self._told else ""
        self._told.add(code)
        return (
            f'<li class="finding {finding.severity}{again}" id="{number}" tabindex="-1" '
            f'data-severity="{finding.severity}" data-edition="{text(finding.language)}" '
            f'data-code="{code}"><p class="what"><b class="severity">{finding.severity}</b> '
            f'<a href="#{code}" title="{text(finding.name)}">{code}</a> {text(finding.message)}</p>'
            f'{fix}<p class="why">{text(why)}</p><p class="place" title="{text(place)}">'
            f"{text(place.rpartition('/')[2])}</p></li>"
        )


def _gravest_first(findings: Sequence[Finding]) -> Sequence[Finding]:
    return sorted(findings, key=lambda finding: list(Severity).index(finding.severity))


def _gap(skipped: int) -> str:
    told = "1 sentence" if skipped == 1 else f"{skipped:,} sentences"
    return f'<div class="gap" role="row"><div role="cell">{told} without findings</div></div>'


def _source(article: Article, row: Row, numbered: Sequence[Numbered], *, lit: bool) -> str:
    """Return the source, with what the findings of all editions say of it."""
    at, sheet = next(
        (cell.place.unit.index, sheet)
        for cell, sheet in zip(row.cells, article.sheets, strict=True)
        if cell
    )
    words = row.place.unit.source
    marks = [
        Mark(span=span, kind=number, severity=finding.severity)
        for found in numbered
        for finding, number in found
        for span in finding.source_spans
    ]
    if lit:
        marks += _terms(sheet, sheet.usage.demanded(at))
        marks += _figures(words, sheet.source)
    told = f"<p {_language(sheet.source)}>{marked(words, marks)}</p>"
    return f'<div class="source" role="cell">{told}</div>'


def _target(sheet: Sheet, cell: Cell, found: Numbered, *, lit: bool) -> str:
    """Return a translation, of a merged unit nothing: a neighbour's words tell it."""
    place = cell.place
    if place.unit.merged:
        return ""
    words, skipped = place.target, place.skipped
    marks = [
        Mark(span=span, kind=number, severity=finding.severity)
        for finding, number in found
        for span in finding.target_spans
    ]
    if lit and place.unit.state is State.TRANSLATED:
        marks += _terms(sheet, sheet.usage.outermost(place.unit.index), skipped)
        marks += _figures(words, sheet.language)
    return marked(words, marks)


def _terms(sheet: Sheet, mentions: Sequence[Mention], skipped: int = 0) -> Iterator[Mark]:
    """Yield the terms, those of several concepts once."""
    named: dict[tuple[int, int], list[str]] = {}
    for mention in mentions:
        span = (mention.start + skipped, mention.end + skipped)
        named.setdefault(span, []).append(sheet.glossary.concepts[mention.concept].id)
    for span, names in named.items():
        yield Mark(span=span, kind="term", title=", ".join(names))


def _figures(words: str, language: str) -> Iterator[Mark]:
    if len(words) <= LONGEST:
        for figure in read(words, language):
            if figure.hard:  # a word such as "one" would be marked everywhere
                span = (figure.start, figure.end)
                yield Mark(span=span, kind="figure", title=describe(figure))


def _state(cell: Cell) -> str:
    """Return a label where a unit is not plainly translated."""
    unit = cell.place.unit
    if unit.merged:
        return '<span class="state" lang="en">merged</span>'
    if unit.state is State.TRANSLATED:
        return ""
    return f'<span class="state {unit.state}" lang="en">{unit.state}</span>'


def _language(code: str) -> str:
    language = facts(code) if code else facts("en")
    return f'lang="{language.tag}" dir="{language.direction}"'


def _autonym(code: str) -> str:
    return f"<span {_language(code)}>{text(facts(code).autonym)}</span>"
