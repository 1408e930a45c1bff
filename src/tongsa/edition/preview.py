"""Show an article and its editions side by side, on a page that runs and loads nothing."""

from __future__ import annotations

import html
import re
from collections import Counter
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

from tongsa.edition.pages import ICON, digest, sheet
from tongsa.language.load import facts
from tongsa.model import Role, State

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.language.load import Facts
    from tongsa.model import Article, Block, Edition, Line

# Marks of direction, breaks and joins without a width, controls, tags, halves of characters: U+202E
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    r"\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
# What an article's format writes between the words: <em>, ](https://harbour.example/), **, `
_MARKUP = re.compile(
    rf"({_UNSEEN.pattern}+|</?[A-Za-z][^<>]{{0,999}}>|(?<=\])\([^()\s]{{0,999}}\)|\*{{1,3}}|`+)"
)
_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – preview</title>
<link rel="icon" href="{icon}">
<style>{style}</style>
</head>
<body>
<header>
<p class="path">Preview of {path}</p>
<h1 {source}>{title}</h1>
{summary}
</header>
<main>
{switch}
{article}
</main>
</body>
</html>
"""


def preview(
    article: Article, editions: Sequence[Edition], *, source_language: str, title: str = ""
) -> str:
    """Return the page as HTML; ``title`` stands for the article's headline."""
    source = facts(source_language)
    style = _style([source, *(facts(edition.language) for edition in editions)])
    return _PAGE.format(
        digest=digest(style),
        title=_text(title or _headline(article)),
        icon=ICON,
        style=style,
        path=_text(article.path),
        source=_language(source),
        summary=_summary(editions),
        switch=_switch(editions),
        article=_article(article, editions, source),
    )


def _headline(article: Article) -> str:
    headlines = (block.text for block in article.blocks if block.role is Role.HEADLINE)
    return next(headlines, article.name)


def _style(languages: Sequence[Facts]) -> str:
    """Return the sheet, with each language's fonts and a rule for each edition shown alone."""
    alone = (
        f"body:has(#show-{n}:checked) .edition:not(.edition-{n}) {{ display: none; }}\n"
        for n in range(1, len(languages))
    )
    return f"{sheet('edition/preview.css', languages)}{''.join(alone)}"


def _language(language: Facts) -> str:
    return f'lang="{language.tag}" dir="{language.direction}"'


def _summary(editions: Sequence[Edition]) -> str:
    """Return how far each edition has come, and what keeps it from being printed."""
    if not editions:
        return ""
    heads = "".join(f'<th scope="col" class="figure">{state}</th>' for state in State)
    rows = "\n".join(_progress(n, edition) for n, edition in enumerate(editions, 1))
    faults = "\n".join(
        f"<li>{_text(facts(edition.language).name)}: {_text(fault.message)}: "
        f"“{_shown(fault.unit.source)}”</li>"
        for edition in editions
        for fault in edition.faults
    )
    return (
        '<table class="summary" id="summary">\n<caption class="hidden">Sentences by state</caption>'
        f'\n<thead><tr><th scope="col">edition</th><td class="progress"></td>{heads}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table>"
    ) + (f'\n<ul class="faults">\n{faults}\n</ul>' if faults else "")


def _progress(n: int, edition: Edition) -> str:
    language = facts(edition.language)
    counts = Counter(line.state for block in edition.blocks for line in block)
    unfinished = counts[State.FUZZY] + counts[State.UNTRANSLATED]
    if unfinished:
        state = f'<a href="#open-{n}-1">{unfinished} unfinished ↓</a>'
    else:
        state = "cannot be printed yet" if edition.faults else "complete"
    figures = "".join(
        f'<td class="figure{"" if counts[state] else " none"}">{counts[state]}</td>'
        for state in State
    )
    return (
        f'<tr><th scope="row"><span {_language(language)}>{_text(language.autonym)}</span>'
        f'<span class="state">{state}</span></th>'
        f'<td class="progress">{_bar(counts)}</td>{figures}</tr>'
    )


def _bar(counts: Counter[State]) -> str:
    """Draw the states' shares; the figures beside it say the same, so readers aloud pass it."""
    total = counts.total() or 1
    past, parts = 0, []
    for state in State:
        x, width = (f"{100 * part / total:.2f}" for part in (past, counts[state]))
        parts.append(f'<rect class="{state}" x="{x}" width="{width}" height="1"/>')
        past += counts[state]
    return (
        '<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">'
        f"{''.join(parts)}</svg>"
    )


def _switch(editions: Sequence[Edition]) -> str:
    """Return radio buttons that show one edition beside the source, or all."""
    if len(editions) < 2:  # noqa: PLR2004 # one edition is shown alone anyway
        return ""
    names = [
        f"<span {_language(language)}>{_text(language.autonym)}</span>"
        for language in (facts(edition.language) for edition in editions)
    ]
    buttons = "\n".join(
        f'<input type="radio" name="show" id="show-{n}"{"" if n else " checked"}>'
        f'<label for="show-{n}">{name}</label>'
        for n, name in enumerate(["All editions", *names])
    )
    return f'<fieldset class="show">\n<legend class="hidden">Show</legend>\n{buttons}\n</fieldset>'


def _article(article: Article, editions: Sequence[Edition], source: Facts) -> str:
    """Return the table: a row for each block, a column for each language."""
    languages = [facts(edition.language) for edition in editions]
    heads = f'<th scope="col" {_language(source)}>{_text(source.autonym)}</th>' + "".join(
        f'<th scope="col" class="edition edition-{n}" {_language(language)}>'
        f"{_text(language.autonym)}</th>"
        for n, language in enumerate(languages, 1)
    )
    columns = [_column(n, article, edition, source) for n, edition in enumerate(editions, 1)]
    rows = "\n".join(
        f'<tr class="{block.role.replace(" ", "-")}">{_margin(block)}'
        f"<td {_language(source)}>{_prefix(block)}{_shown(block.text)}</td>{''.join(cells)}</tr>"
        for block, *cells in zip(article.blocks, *columns, strict=True)
    )
    return (
        '<table class="article">\n<caption class="hidden">The article, block by block</caption>\n'
        f'<thead><tr><th scope="col" class="margin"><span class="hidden">Block</span></th>{heads}'
        f"</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
    )


def _margin(block: Block) -> str:
    speaker = f'<span class="speaker">{_text(block.speaker)}</span>' if block.speaker else ""
    return (
        f'<th scope="row"><span class="role">{block.role}</span>'
        f'<span class="number">line {block.line}</span>{speaker}</th>'
    )


def _prefix(block: Block) -> str:
    return f'<span class="prefix">{_text(block.prefix)}</span> ' if block.prefix else ""


def _column(n: int, article: Article, edition: Edition, source: Facts) -> Iterator[str]:
    """Yield an edition's cell for each block; each unfinished line links to the next."""
    language = facts(edition.language)
    lines = [line for block in edition.blocks for line in block]
    last = sum(line.state is not State.TRANSLATED for line in lines)
    line = partial(_line, n=n, numbers=count(1), last=last, source=source)
    for block, translated in zip(article.blocks, edition.blocks, strict=True):
        yield (
            f'<td class="edition edition-{n}" {_language(language)}>'
            f'<span class="language">{_text(language.autonym)}</span>'
            f"{_prefix(block)}{language.joiner.join(map(line, translated))}</td>"
        )


def _line(line: Line, *, n: int, numbers: Iterator[int], last: int, source: Facts) -> str:
    """Return a line's translation, with a word on it where it is not plainly translated."""
    text = _shown(line.target)
    if line.merged:
        told = f"Told by the sentence beside it: {line.source}"
        text = f'<span class="mark" lang="en" title="{_text(told)}">merged</span>'
    elif not line.target:
        text = f'<span class="gap" {_language(source)}>{_shown(line.source)}</span>'
    if line.state is State.TRANSLATED:
        return text
    number = next(numbers)
    following = f"open-{n}-{number + 1}" if number < last else "summary"
    return (
        f'<span class="{line.state}-line" id="open-{n}-{number}">'
        f'<a class="mark" lang="en" href="#{following}" title="Go to the next unfinished sentence">'
        f"{line.state}</a>{text}</span>"
    )


def _shown(text: str) -> str:
    """Return running text as HTML: its own markup muted, unseen characters named."""
    parts = _MARKUP.split(text)
    return "".join(
        f"<code>{_text(part)}</code>" if odd % 2 else _text(part) for odd, part in enumerate(parts)
    )


def _text(text: str) -> str:
    """Return text as it can stand in HTML, between tags or in a quoted attribute."""
    named = _UNSEEN.sub(lambda unseen: f"[U+{ord(unseen[0]):04X}]", text)
    return html.escape(named)
