"""Find what a reader sees of a front matter: the title and the summary."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.article.formats.markdown.scalar import scalar
from tongsa.model import Block, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.article.formats.markdown.scalar import Scalar

    Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What stands between the lines ``---`` or ``+++`` at an article's head."""

    end: int = 0
    """Offset of the first line behind it; 0 if there is none."""
    blocks: tuple[Block, ...] = ()
    language_spans: tuple[Span, ...] = ()


_FENCE = re.compile(r"(?:---|\+\+\+)[ \t]*(?=[\r\n])")
_LINE = re.compile(r"(?:\r\n|\r|\n)([^\r\n]*)")
_CLOSINGS = MappingProxyType({"yaml": ("---", "..."), "toml": ("+++",)})

_ROLES = MappingProxyType(
    {
        "title": Role.HEADLINE,
        "subtitle": Role.DECK,
        "description": Role.DECK,
        "summary": Role.DECK,
    }
)
_KEYS = MappingProxyType(
    {
        "yaml": re.compile(r"([\w-]+)[ \t]*:[ \t]+(?=\S)"),  # title: Ferries idle
        "toml": re.compile(r"([\w-]+)[ \t]*=[ \t]*(?=\S)"),  # title = "Ferries idle"
    }
)
_ANY_ENTRY = re.compile(r"[\[{]|[\w\"'.-]+[ \t]*[:=]")
"""What the first line begins with, unless ``---`` was a mere rule above a paragraph."""
_COMMENT_OR_BLANK = re.compile(r"[ \t]*(?:#|\Z)")
_LANGUAGE = re.compile(r"[\"']?([A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*)[\"']?[ \t]*(?:#.*)?")
"""``ko``, ``"zh-TW"``"""


def front_matter(text: str) -> Matter:
    """Read an article's front matter; what is not one line long stays as it is."""
    opening = _FENCE.match(text)
    if not opening:
        return Matter()
    syntax = "toml" if text.startswith("+") else "yaml"
    lines = []
    for found in _LINE.finditer(text, opening.end()):
        if found[1].rstrip(" \t") in _CLOSINGS[syntax]:
            break
        lines.append(found.span(1))
    else:
        return Matter()
    telling = (span for span in lines if not _COMMENT_OR_BLANK.match(text, *span))
    if not _ANY_ENTRY.match(text, *next(telling, (0, 0))):
        return Matter()
    blocks: list[Block] = []
    languages: list[Span] = []
    for line, key, span in _entries(text, lines, syntax):
        if key in _ROLES and (value := scalar(text, *span, syntax=syntax)):
            blocks.append(_block(value, _ROLES[key], line))
        elif key in {"lang", "language"} and (name := _LANGUAGE.fullmatch(text, *span)):
            languages.append(name.span(1))
    return Matter(end=found.end(), blocks=tuple(blocks), language_spans=tuple(languages))


def _entries(text: str, lines: list[Span], syntax: str) -> Iterator[tuple[int, str, Span]]:
    """Yield line number, key and span of the value of each entry at the top that is one line."""
    within = False
    for index, (start, end) in enumerate(lines):
        line = text[start:end]
        if syntax == "toml" and not within and line.startswith("["):
            return  # what follows belongs to a table
        entry = _KEYS[syntax].match(text, start, end)
        if entry and not within and not _goes_on(text, lines[index + 1 : index + 2], syntax):
            yield index + 2, entry[1], (entry.end(), end)
        if syntax == "toml":
            within ^= (line.count('"""') + line.count("'''")) % 2 == 1


def _goes_on(text: str, following: list[Span], syntax: str) -> bool:
    """Whether an indented line follows, by which a scalar of YAML goes on."""
    return syntax == "yaml" and any(
        text[start:end].startswith((" ", "\t")) for start, end in following
    )


def _block(value: Scalar, role: Role, line: int) -> Block:
    return Block(
        role=role,
        start=value.start,
        end=value.end,
        line=line,
        text=value.text,
        seams=value.seams,
        codec=value.codec,
    )
