"""Tell where each key, list and table stands in a TOML text, so that one is changed alone."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TOKEN = re.compile(
    r'''
    (?P<comment>\#[^\r\n]*)
    | (?P<end>\r?\n)
    | (?P<sign>[\[\]{}=,.])
    | (?P<text>
        """(?:[^\\]|\\.)*?"""(?:"{0,2})  # as many as two quotes may stand before those that close
        | \'\'\'.*?\'\'\'(?:'{0,2})
        | "(?:[^"\\\n]|\\.)*"
        | '[^'\n]*'
      )
    | (?P<bare>[^\s\[\]{}=,."'\#]+)
    ''',
    re.VERBOSE | re.DOTALL,
)
"""``# why``, the end of a line, ``[``, ``"梁光中"``, ``true``"""
_COMMENT = re.compile(r"[ \t]*#[^\r\n]*")
"""``  # why``"""
_SPACE = re.compile(r"[ \t]*")
"""``  ``"""
_REST = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?:\r?\n)?")
"""The rest of a line behind a value: ``  # why``"""
_DEPTH = MappingProxyType({"[": 1, "{": 1, "]": -1, "}": -1})


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A table's header, or a key with its value, and its place in the text."""

    path: tuple[str, ...]
    """From the file's top: ``("taiwan-strait", "ko")``."""
    table: tuple[str, ...] | None
    """The table whose header it stands under, empty before the first; None of a header."""
    start: int
    end: int
    """Behind the header or the value, before a comment."""
    value: int
    """Where the value starts; ``end`` of a header."""
    line: int
    """Where its first line starts."""
    after: int
    """Where the line behind its last starts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """An element of a list, or a key of an inline table, and its place in the value's text."""

    key: str
    """The first part of a key; empty in a list."""
    plain: bool
    """Whether the key has one part, as ``scope`` has and ``scope.beside`` has not."""
    start: int
    value: int
    """Where the value starts: ``start`` in a list."""
    end: int
    comma: int | None
    """Where the comma behind it stands; None if there is none."""


def statements(text: str) -> Iterator[Statement]:
    """Yield the statements of a TOML text, which must be valid, in order."""
    table: tuple[str, ...] = ()
    held: list[re.Match[str]] = []
    depth = 0
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup
        if kind == "sign":
            depth += _DEPTH.get(token[0], 0)
        if kind not in {"comment", "end"}:
            held.append(token)
        elif kind == "end" and held and not depth:
            found = _statement(text, held, table)
            table = found.path if found.table is None else table
            yield found
            held = []
    if held:
        yield _statement(text, held, table)


def _statement(text: str, held: Sequence[re.Match[str]], table: tuple[str, ...]) -> Statement:
    header = held[0][0] == "["
    equals = len(held) if header else _equals(held)
    path = tuple(_keys(held[:equals]))
    start, end = held[0].start(), held[-1].end()
    return Statement(
        path=path if header else (*table, *path),
        table=None if header else table,
        start=start,
        end=end,
        value=end if header else held[equals + 1].start(),
        line=text.rfind("\n", 0, start) + 1,
        after=line_after(text, end),
    )


def line_after(text: str, at: int) -> int:
    """Return where the next line starts, behind a value that ends here and its comment."""
    rest = _REST.match(text, at)
    return rest.end() if rest else at


def comment_end(text: str, at: int) -> int:
    """Return the end of a comment that stands on the same line; the place itself if none does."""
    comment = _COMMENT.match(text, at)
    return comment.end() if comment else at


def space_end(text: str, at: int) -> int:
    """Return where the blanks that stand here end."""
    space = _SPACE.match(text, at)
    return space.end() if space else at


def parts(value: str) -> list[Part]:
    """Return the elements of a list, or the keys of an inline table."""
    found = []
    held: list[re.Match[str]] = []
    depth = 0
    for token in _TOKEN.finditer(value):
        if token.lastgroup in {"comment", "end"}:
            continue
        change = _DEPTH.get(token[0], 0) if token.lastgroup == "sign" else 0
        between = depth == 1 and (change < 0 or token[0] == ",")
        if not between and depth:
            held.append(token)
        elif held:
            comma = token.start() if token[0] == "," else None
            found.append(_part(held, comma, keyed=value[0] == "{"))
            held = []
        depth += change
    return found


def _part(held: Sequence[re.Match[str]], comma: int | None, *, keyed: bool) -> Part:
    equals = _equals(held) if keyed else -1
    keys = _keys(held[:equals]) if keyed else [""]
    return Part(
        key=keys[0],
        plain=len(keys) == 1,
        start=held[0].start(),
        value=held[equals + 1].start(),
        end=held[-1].end(),
        comma=comma,
    )


def _equals(held: Sequence[re.Match[str]]) -> int:
    return next(at for at, token in enumerate(held) if token[0] == "=")


def _keys(held: Sequence[re.Match[str]]) -> list[str]:
    """Return the parts of a dotted key, without quotes."""
    words = [(token[0], token.lastgroup) for token in held if token.lastgroup != "sign"]
    return [tomllib.loads(f"k = {word}")["k"] if kind == "text" else word for word, kind in words]
