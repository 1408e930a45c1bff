"""Find the leaves of a Markdown document by line: headings, paragraphs, table rows, HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tongsa.model import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from types import ModuleType

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

    Rule = Callable[[StateBlock, int, int, bool], bool]

NESTING = 20
"""Levels of quotes (one each) and lists (two each) that are read; what is deeper is text."""

DELIMITER = re.compile(r"[|:\-][|:\- \t]*")
"""A line that may make a table's head of the line before it: ``|---|:-:|``."""

_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:[ \t]*")
"""Opens a footnote's text: ``[^1]: The ministry gave no date.``"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A heading, a paragraph, one row of a table or a block of HTML."""

    kind: str
    """``heading``, ``setext`` (a heading that is underlined), ``paragraph``, ``row``, ``html``."""
    lines: Sequence[tuple[int, int]]
    """For each of its lines the span of its content, past the marks of quotes and lists."""
    line: int
    """1-based number of the first one."""
    level: int = 0
    """A heading's, from 1 to 6; means nothing elsewhere."""
    cells: int = 0
    """How many cells of a row belong to the table; what goes beyond is not shown."""
    within: Role | None = None
    """What the innermost list, quote or footnote makes of it; None outside of all."""
    marker: str = ""
    """The list marker that stands right before it, such as ``-`` or ``2.``."""


def leaves(text: str, *, skip: int = 0) -> Iterator[Leaf]:
    """Yield the leaves in order; the first ``skip`` code points are not looked at."""
    return _walk(*_parsed(_alike(text, skip)))


def is_paragraph(text: str) -> bool:
    r"""Whether a text, its lines parted by ``\n``, is one paragraph and nothing else."""
    found, tokens = _parsed(text)
    return not tokens and [(find.kind, len(find.lines)) for find in found] == [
        ("paragraph", text.count("\n") + 1)
    ]


def _parsed(text: str) -> tuple[list[_Found], _Tokens]:
    """Return the leaves found in a text, and the tokens of all that is not a leaf."""
    from markdown_it.rules_block import StateBlock  # noqa: PLC0415 - slow to import

    parser = _parser()
    found: list[_Found] = []
    tokens = _Tokens()
    state = StateBlock(text, parser, {"found": found, "tokens": tokens}, tokens)
    parser.block.tokenize(state, 0, state.lineMax)
    return found, tokens


def _alike(text: str, skip: int) -> str:
    r"""Return a text with ``\n`` alone for line ends and the same offsets.

    The space that stands for the ``\r`` of a ``\r\n`` changes no block.
    """
    blank = re.sub(r"[^\r\n]", " ", text[:skip])
    return (blank + text[skip:]).replace("\r\n", " \n").replace("\r", "\n")


_OF_LEAVES = frozenset(
    {"heading", "inline", "paragraph", "table", "tbody", "td", "th", "thead", "tr"}
)


class _Tokens(list["Token"]):
    """What markdown-it appends to, less the tokens of leaves: a table would make millions."""

    level = 0
    """The last heading's."""
    columns = 0
    """How many heads of columns were seen."""

    def append(self, token: Token) -> None:
        """Keep a token that is no leaf's; of a leaf's, what will be asked for."""
        kind = token.type.removesuffix("_open").removesuffix("_close")
        if token.type == "heading_open":
            self.level = int(token.tag[1])
        elif token.type == "th_open":
            self.columns += 1
        elif kind not in _OF_LEAVES:
            super().append(token)


class _Found(NamedTuple):
    """A leaf rule's find."""

    at: int
    """Before which of the containers' tokens it stands."""
    kind: str
    level: int
    """Of the heading that it is, or of the last one."""
    cells: int
    first: int
    """0-based line."""
    lines: list[tuple[int, int]]


@cache
def _parser() -> MarkdownIt:
    """Return markdown-it, taught footnotes, kept from digging and made to note columns."""
    from markdown_it import MarkdownIt, rules_block  # noqa: PLC0415 - slow to import

    parser = MarkdownIt("commonmark", {"maxNesting": NESTING + 2}).enable("table")
    ruler = parser.block.ruler
    text = ["paragraph", "reference"]
    ruler.at("table", _noting("row", rules_block.table), {"alt": text})
    ruler.at("heading", _noting("heading", rules_block.heading))
    ruler.at("lheading", _noting("setext", rules_block.lheading))
    ruler.at("paragraph", _noting("paragraph", rules_block.paragraph))
    ruler.at("list", _bounded(rules_block.list_block))
    ruler.at("blockquote", _bounded(rules_block.blockquote), {"alt": ["list"]})
    ruler.at("fence", rules_block.fence, {"alt": ["list"]})
    ruler.at("hr", rules_block.hr, {"alt": ["list"]})
    ruler.at("html_block", _noting("html", rules_block.html_block))
    ruler.before("reference", "footnote", _bounded(_footnote), {"alt": text})
    ruler.push("interruption", _interruption(rules_block), {"alt": [*text, "blockquote"]})
    return parser


def _interruption(rules: ModuleType) -> Rule:
    """Ask whether a line ends a paragraph, of those rules alone that its first sign may open."""
    lists = (rules.list_block,)
    bullets = (rules.hr, rules.list_block)
    by_sign = {
        "`": (rules.fence,),
        "~": (rules.fence,),
        ">": (rules.blockquote,),
        "*": bullets,
        "-": bullets,
        "_": (rules.hr,),
        "+": lists,
        "<": (rules.html_block,),
        "#": (rules.heading,),
        **dict.fromkeys("0123456789", lists),
    }

    def interruption(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - theirs
        begin = state.bMarks[start] + state.tShift[start]
        asked = by_sign.get(state.src[begin : begin + 1], ())
        return silent and any(rule(state, start, end, silent) for rule in asked)

    return interruption


def _noting(kind: str, rule: Rule) -> Rule:
    """Note where a leaf's lines have their content: markdown-it forgets the columns."""

    def note(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - theirs
        tokens: _Tokens = state.env["tokens"]
        before = tokens.columns
        found = rule(state, start, end, silent)
        if found and not silent:
            lines = [
                (state.bMarks[line] + state.tShift[line], state.eMarks[line])
                for line in range(start, state.line)
            ]
            cells = tokens.columns - before
            find = _Found(len(tokens), kind, tokens.level, cells, start, lines)
            state.env["found"].append(find)
        return found

    return note


def _bounded(rule: Rule) -> Rule:
    """Let a container open only so deep; markdown-it would drop the rest of the document."""

    def bounded(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - theirs
        return (silent or state.level < NESTING) and rule(state, start, end, silent)

    return bounded


def _footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - theirs
    """Read the text of a footnote as a container, its other lines indented by four."""
    begin = state.bMarks[start] + state.tShift[start]
    mark = _FOOTNOTE.match(state.src, begin, state.eMarks[start])
    if not mark or state.is_code_block(start):
        return False
    if silent:
        return True
    kept = state.tShift[start], state.sCount[start], state.blkIndent, state.parentType
    state.blkIndent += 4
    state.tShift[start] = mark.end() - state.bMarks[start]
    state.sCount[start] = state.blkIndent
    state.parentType = "footnote"
    state.push("footnote_open", "", 1)
    state.md.block.tokenize(state, start, end)
    state.push("footnote_close", "", -1)
    state.tShift[start], state.sCount[start], state.blkIndent, state.parentType = kept
    return True


_CONTAINERS: Mapping[str, Role] = MappingProxyType(
    {
        "blockquote_open": Role.BLOCKQUOTE,
        "list_item_open": Role.LIST_ITEM,
        "footnote_open": Role.PARAGRAPH,
    }
)
_CLOSINGS = frozenset(name.replace("open", "close") for name in _CONTAINERS)


def _walk(found: Sequence[_Found], tokens: Sequence[Token]) -> Iterator[Leaf]:
    """Yield what was found, each with the container that it stands in."""
    containers: list[Role] = []
    at = 0
    for find in found:
        marker = ""
        for token in tokens[at : find.at]:
            marker = ""
            if token.type in _CONTAINERS:
                containers.append(_CONTAINERS[token.type])
                marker = token.info + token.markup if token.type == "list_item_open" else ""
            elif token.type in _CLOSINGS:
                containers.pop()
        at = find.at
        yield from _leaves(find, containers[-1] if containers else None, marker)


def _leaves(find: _Found, within: Role | None, marker: str) -> Iterator[Leaf]:
    if find.kind != "row":
        yield Leaf(
            kind=find.kind,
            lines=find.lines,
            line=find.first + 1,
            level=find.level,
            within=within,
            marker=marker,
        )
        return
    for number, line in enumerate(find.lines, find.first + 1):
        if number != find.first + 2:  # the line that parts head from body
            yield Leaf(kind="row", lines=[line], line=number, cells=find.cells, within=within)
