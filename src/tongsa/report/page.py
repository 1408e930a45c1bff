"""Show findings in their articles: one page for the editor that loads nothing and asks nobody.

Without scripts it is a plain page; with its own one it has filters and keys. The policy in its head
lets in that script and that sheet alone, whatever a text holds.
"""

from __future__ import annotations

from collections import Counter
from itertools import count
from typing import TYPE_CHECKING

from tongsa import packaged
from tongsa.edition.pages import ICON, digest, sheet
from tongsa.language.load import facts
from tongsa.model import Severity
from tongsa.report import run as runs
from tongsa.report.columns import Shower
from tongsa.report.marked import text
from tongsa.report.rows import articles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tongsa.model import Finding
    from tongsa.report.rows import Article
    from tongsa.report.run import Run

_MOST_UNITS = 3_000
"""Units of which all are shown; where there are more, those with findings and their neighbours."""
_MANY = 500  # findings from which on they have fewer neighbours
_MOST_FINDINGS = 10_000
_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
style-src 'sha256-{style_digest}'; script-src 'sha256-{script_digest}'; img-src data:; \
base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – tongsa check</title>
<link rel="icon" href="{icon}">
<style>{style}</style>
</head>
<body>
<a class="skip" href="#articles">Skip to the articles</a>
<header>
<p class="path">tongsa check</p>
<h1>{title}</h1>
<p class="lead">{lead}</p>
{errors}
{overview}
</header>
{tools}
<main id="articles">
{loose}
{articles}
{checks}
</main>
{keys}
<script>{script}</script>
</body>
</html>
"""


def written(run: Run) -> str:
    """Return the page of a run."""
    gravest = sorted(run.findings, key=lambda finding: list(Severity).index(finding.severity))
    kept = set(map(id, gravest[:_MOST_FINDINGS]))
    findings = [finding for finding in run.findings if id(finding) in kept]
    whole = run.summary.units <= _MOST_UNITS
    files = run.files if whole else {finding.file for finding in findings}
    sheets = list(run.sheets(files))
    found, loose = articles(sheets, findings)
    style, script = _style(run, found), _own("page.js")
    shower = Shower(
        checks={check.code: check for check in run.checks},
        numbers=count(1),
        reach=None if whole else 2 if len(findings) <= _MANY else 1,
    )
    found.sort(key=lambda article: not article.found)  # what there is to do stands first
    return _PAGE.format(
        style_digest=digest(style),
        script_digest=digest(script),
        title=_title(run),
        lead=_lead(run, whole=whole),
        icon=ICON,
        style=style,
        errors=_errors(run),
        overview=_overview(run, found),
        tools=_tools(run),
        loose=_loose(shower, loose),
        articles="\n".join(shower.article(each, number) for number, each in enumerate(found, 1)),
        checks=_checks(run),
        keys=_own("keys.html"),
        script=script,
    )


def _own(name: str) -> str:
    return "\n" + packaged.text(f"report/{name}")


def _style(run: Run, found: Iterable[Article]) -> str:
    sheets = [sheet for article in found for sheet in article.sheets]
    codes = {code for sheet in sheets for code in (sheet.source, sheet.language)}
    return sheet("report/page.css", map(facts, sorted(codes | set(run.languages))))


def _title(run: Run) -> str:
    counts = runs.count(run.findings)
    told = [_counted(number, severity) for severity, number in counts.items() if number]
    return ", ".join(told) or "Nothing found"


def _lead(run: Run, *, whole: bool) -> str:
    """Return what was checked, and what of it the page leaves out."""
    summary = run.summary
    catalogs = _counted(summary.files, "catalog")
    where = f"In {_counted(summary.units, 'translation')} of {catalogs}"
    if not summary.units:
        where = f"In {catalogs} without translations"
    told = [where + (f"; {summary.ignored:,} set aside." if summary.ignored else ".")]
    if not whole:
        told.append(
            "There are many, so only sentences with findings and their neighbours stand here."
        )
    if len(run.findings) > _MOST_FINDINGS:
        told.append(f"Of the findings only the {_MOST_FINDINGS:,} gravest stand here.")
    return " ".join(told)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' if number != 1 else ''}"


def _errors(run: Run) -> str:
    """Return what could not be read, so that nobody takes silence for approval."""
    if not run.errors:
        return ""
    told = "\n".join(f"<li>{text(str(error))}</li>" for error in run.errors)
    said = "Not everything could be read:"
    return f'<div class="errors" role="alert"><p>{said}</p><ul>{told}</ul></div>'


def _overview(run: Run, found: Sequence[Article]) -> str:
    """Return the table of articles and editions with how much was found in each."""
    languages = _languages(run)
    open_ = [(number, each) for number, each in enumerate(found, 1) if each.found]
    if not open_ or (len(found) == 1 and len(languages) == 1):
        return ""
    heads = "".join(f'<th scope="col">{_edition(code)}</th>' for code in languages)
    rows = "\n".join(
        f'<tr><th scope="row"><a href="#article-{number}">{text(article.name)}</a></th>'
        f"{''.join(_cells(article, languages))}</tr>"
        for number, article in open_
    )
    clean = len(found) - len(open_)
    rest = f'<p class="clean">Nothing in {_counted(clean, "other article")}.</p>' if clean else ""
    return (
        '<table class="overview"><caption class="hidden">Findings by article and edition</caption>'
        f'<thead><tr><th scope="col">article</th>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>'
        f"</table>\n{rest}"
    )


def _cells(article: Article, languages: Sequence[str]) -> Iterator[str]:
    columns = {sheet.language: column for column, sheet in enumerate(article.sheets)}
    for code in languages:
        column = columns.get(code)
        cells = [] if column is None else [row.cells[column] for row in article.rows]
        counts = runs.count(finding for cell in cells if cell for finding in cell.findings)
        told = " ".join(
            f'<span class="count {severity}" title="{_counted(number, severity)}">{number:,}'
            f'<span class="hidden"> {severity}{"s" if number != 1 else ""}</span></span>'
            for severity, number in counts.items()
            if number
        )
        nothing = "" if column is None else '<span class="none">–</span>'
        yield f"<td>{told or nothing}</td>"


def _languages(run: Run) -> list[str]:
    told = (finding.language for finding in run.findings)
    return [code for code in dict.fromkeys((*run.languages, *told)) if code]


def _edition(code: str) -> str:
    language = facts(code)
    return f'<span lang="{language.tag}" dir="{language.direction}">{text(language.autonym)}</span>'


def _tools(run: Run) -> str:
    """Return the filters, which stay hidden where the page's script does not run."""
    if not run.findings:
        return ""
    severities = "".join(
        _choice("severity", severity, f"{severity}s", number, key)
        for key, (severity, number) in enumerate(runs.count(run.findings).items(), 1)
    )
    found = Counter(finding.language for finding in run.findings)
    languages = _languages(run)
    editions = "".join(_choice("edition", code, _edition(code), found[code]) for code in languages)
    kinds = Counter((finding.code, finding.name) for finding in run.findings)
    options = "".join(
        f'<option value="{text(code)}">{text(f"{code} {name} ({number:,})")}</option>'
        for (code, name), number in sorted(kinds.items())
    )
    hidden = "" if len(languages) > 1 else " hidden"
    return f"""\
<form class="tools" id="tools" role="search" aria-label="Filter the findings" hidden>
<fieldset><legend class="hidden">Severity</legend>{severities}</fieldset>
<fieldset{hidden}><legend class="hidden">Edition</legend>{editions}</fieldset>
<label class="hidden" for="code">Check</label>
<select id="code" name="code"><option value="">All checks</option>{options}</select>
<label class="hidden" for="words">Search</label>
<input type="search" id="words" name="words" placeholder="Search (/)" autocomplete="off">
<label class="choice"><input type="checkbox" name="context" checked><span>Context</span></label>
<span class="steps"><button type="button" id="previous" aria-label="Previous finding" \
title="Previous finding (k)">↑</button><output id="position" aria-live="polite"></output>\
<button type="button" id="next" aria-label="Next finding" title="Next finding (j)">↓</button></span>
<span class="more"><button type="button" id="theme" aria-label="Light or dark" \
title="Light or dark (d)">◐</button><button type="button" id="help" aria-label="Keys" \
title="Keys (?)">?</button></span>
</form>"""


def _choice(name: str, value: str, label: str, number: int, key: int | None = None) -> str:
    title = f' title="Show or hide ({key})"' if key else ""
    title += " hidden" if key and not number else ""
    return (
        f'<label class="choice {value}"{title}><input type="checkbox" name="{name}" '
        f'value="{value}" checked><span>{label} <b>{number:,}</b></span></label>'
    )


def _loose(shower: Shower, findings: Sequence[Finding]) -> str:
    """Return the findings of no sentence: of settings, of ignores."""
    if not findings:
        return ""
    return (
        '<section class="loose row"><h2>Beside the articles</h2>'
        f"{shower.findings(findings)}</section>"
    )


def _checks(run: Run) -> str:
    """Return what each check that found something is for, and how to mend it."""
    kinds = Counter(finding.code for finding in run.findings)
    told = "\n".join(
        f'<div id="{text(check.code)}"><dt>{text(check.code)} {text(check.name)} '
        f'<span class="count {check.severity}">{kinds[check.code]:,}</span></dt>'
        f"<dd>{text(check.why)}</dd><dd><b>Mend.</b> {text(check.mend)}</dd></div>"
        for check in run.checks
        if check.code in kinds
    )
    return (
        f'<section class="checks"><h2>The checks</h2>\n<dl>\n{told}\n</dl></section>'
        if told
        else ""
    )
