"""Tell what is wrong with a PO file that gettext could not read, and how to mend it."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tongsa.catalog.grammar import COMMENT, FIELD, STRING
from tongsa.errors import CatalogError
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.catalog.entry import Entry

_TOKEN = late(
    rf"""
    (?P<newline>\n) | (?P<space>[ \t\r\f\v]++) | (?P<mark>\#(?:~\|?|\|)) | (?P<comment>{COMMENT})
    | (?P<string>{STRING.pattern}) | (?P<odd>"[^"\\\n]*+(?>(?:\\.[^"\\\n]*+)*)")
    | (?P<open>"[^\n]*+)
    | (?P<conflict>^(?:<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|)[^\n]*+)
    | (?P<field>(?:msgctxt|msgid(?:_plural)?|msgstr(?:\s*\[\s*[0-9]+\s*\])?)(?![A-Za-z0-9_$]))
    | (?P<word>[A-Za-z0-9_$]++) | (?P<sign>[^\n])
    """,
    re.VERBOSE | re.ASCII | re.MULTILINE,
)
_BAD_ESCAPE = late(
    r"(?>(?:[^\\]++|\\(?:[abfnrtv\"\\0-7]|x[0-9A-Fa-f]))*)(\\.)",  # "\q" in "rain\n\q"
    re.DOTALL,
)
_SHOWN = 40  # code points of a source that an error quotes

# What is wrong with a token that may stand nowhere, and its mend.
_STRANGE = MappingProxyType(
    {
        "conflict": (
            "a merge conflict of git stands here",
            "keep one side of it, and remove the lines of <, = and >",
        ),
        "open": ("this string has no closing quotation mark", "close it at the line's end"),
        "sign": ("{!r} stands outside a string", 'write \\" for a quotation mark inside one'),
        "word": (
            '"{}" is no keyword',
            'use msgctxt, msgid, msgid_plural or msgstr; write \\" for a quotation mark',
        ),
    }
)


class _Token(NamedTuple):
    """A token of the faulty entry, and the mark before it on its line: ``#~``, ``#|`` or none."""

    kind: str
    text: str
    at: int
    mark: str


class _Problem(NamedTuple):
    """What is wrong, where, and the mend."""

    at: int
    message: str
    mend: str


def fault(text: str, at: int, path: str) -> CatalogError:
    """Return the error that keeps an entry from being cut at ``at``."""
    problem = _problem(text, at)
    return CatalogError(
        problem.message,
        file=path,
        line=text.count("\n", 0, problem.at) + 1,
        column=problem.at - text.rfind("\n", 0, problem.at),
        mend=problem.mend,
    )


def twins(first: Entry, second: Entry, path: str) -> CatalogError:
    """Return the error that two entries in use have the same context and source."""
    source = second.source if len(second.source) <= _SHOWN else f"{second.source[:_SHOWN]}…"
    here, there = second.locate("source", 0)[0], first.locate("source", 0)[0]
    return CatalogError(
        f"the msgid {source!r} of line {there} stands here again",
        file=path,
        line=here,
        mend="remove one of the two entries, or tell them apart by msgctxt",
    )


def wrong_plural(entry: Entry, path: str) -> CatalogError | None:
    """Return the error that plural forms are not numbered 0, 1, 2 …; None if they are."""
    indices = [field for field in FIELD.finditer(entry.text, entry.answer) if field["index"]]
    for number, field in enumerate(indices):
        if (field["index"].lstrip("0") or "0") != str(number):
            return CatalogError(
                f"msgstr[{field['index'][:_SHOWN]}] stands where msgstr[{number}] belongs",
                file=path,
                line=entry.line + entry.text.count("\n", 0, field.start()),
                mend="number the plural forms from 0 on, in order",
            )
    return None


def _problem(text: str, at: int) -> _Problem:
    """Return the first thing wrong at ``at`` or behind."""
    fields: list[_Token] = []  # the entry's keywords so far, but those behind #|
    last = swallowing = previous = None
    for token in _tokens(text, at):
        if token.kind == "comment" and "\\\n" in token.text:
            swallowing = swallowing or token
        problem = _strange(token) or _misplaced(token, fields, last)
        if problem:
            break
        if "|" in token.mark:
            previous = previous or token
        elif token.kind == "field":
            fields.append(token)
        last = token
    else:
        problem = _unfinished(fields, previous, at)
    if swallowing:
        message = "this comment ends in a backslash, so that gettext joins the next line to it"
        return _Problem(swallowing.at, message, "write something behind the backslash")
    return problem


def _tokens(text: str, at: int) -> Iterator[_Token]:
    mark = ""
    for match in _TOKEN.finditer(text, at):
        kind = match.lastgroup or ""
        if kind == "newline":
            mark = ""
        elif kind == "mark":
            mark = match[0]
        elif kind != "space":
            yield _Token(kind, match[0], match.start(), mark)


def _strange(token: _Token) -> _Problem | None:
    """Return what is wrong with a token that may stand nowhere."""
    if token.kind in _STRANGE:
        message, mend = _STRANGE[token.kind]
        return _Problem(token.at, message.format(token.text), mend)
    if token.kind == "odd":
        escape = _BAD_ESCAPE.match(token.text)
        if escape:
            return _Problem(
                token.at + escape.start(1),
                f"{escape[1]} is no escape that gettext knows",
                r"write \\ for a backslash",
            )
    return None


def _misplaced(token: _Token, fields: list[_Token], last: _Token | None) -> _Problem | None:
    """Return what is wrong with a token behind the entry's keywords and its last token so far."""
    found = None
    if "|" in token.mark or token.kind == "comment":
        if fields:
            kind = "a comment" if token.kind == "comment" else "a #| line"
            mend = "move it above the entry, or write the msgstr that is missing"
            found = (f"{kind} stands inside an entry", mend)
    elif fields and token.mark != fields[0].mark:
        mend = "begin all lines of the entry with #~, or none"
        found = ("only some lines of this entry begin with #~", mend)
    elif token.kind == "string":
        if not fields:
            found = ("this string belongs to no keyword", "write msgid or msgstr before it")
    elif last and last.kind == "field":
        found = (f"{last.text} has no string behind it", 'write "" there')
    else:
        found = _disordered(token.text, [field.text for field in fields])
    return _Problem(token.at, *found) if found else None


def _disordered(field: str, before: list[str]) -> tuple[str, str] | None:
    """Return what is wrong with a keyword behind those before it, and the mend."""
    name, last = field.partition("[")[0].rstrip(), before[-1] if before else ""
    if name != "msgstr" and name in before:
        mend = "remove one of the two, or write the msgstr of the first"
        return f"{name} stands again before any msgstr", mend
    if name in {"msgstr", "msgid_plural"} and "msgid" not in before:
        return f"{field} has no msgid before it", "write one, or remove what stands twice"
    if name == "msgctxt" and last:
        return "msgctxt stands behind the msgid", "move it above the msgid"
    if name != field and "msgid_plural" not in before:
        return f"{field} has no msgid_plural before it", "write one, or a msgstr without number"
    if field == "msgstr" and last == "msgid_plural":
        return "msgstr has no number, though there is a msgid_plural", "write msgstr[0]"
    return None


def _unfinished(fields: list[_Token], previous: _Token | None, at: int) -> _Problem:
    """Return what is wrong where no single token is."""
    if fields and not fields[-1].text.startswith("msgstr"):
        missing = "msgid" if fields[-1].text == "msgctxt" else "msgstr"
        mend = "write it below, or restore the end of the file"
        return _Problem(fields[-1].at, f"{fields[-1].text} has no {missing}", mend)
    if previous:
        mend = "let msgctxt, msgid and msgid_plural stand there in this order, right above an entry"
        return _Problem(previous.at, "these #| lines belong to no entry", mend)
    start = fields[-1].at if fields else at
    return _Problem(start, "no entry can be read here", "begin each keyword on a line of its own")
