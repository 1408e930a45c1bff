"""Follow which elements of a page stand open, and close those that no tag closes."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tongsa.article.formats.html.flow import INLINE
from tongsa.article.formats.html.roles import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tongsa.model import Role

SPOKEN, UNTRANSLATED, MUTE = range(3)
"""How far an element speaks to the reader: ``translate="yes"`` undoes the second, not the third."""

# The beginning of one of these closes an open paragraph (HTML 13.2.6.4.7).
_ENDS_PARAGRAPH = HEADINGS | frozenset(
    {"address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "dir"}
    | {"div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header"}
    | {"hgroup", "hr", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section"}
    | {"summary", "table", "ul"}
)
# The beginning of one of these shows that a heading's own end was forgotten.
_ENDS_HEADING = frozenset(
    {"article", "aside", "blockquote", "dl", "figure", "footer", "nav", "ol", "p", "section"}
    | {"table", "ul"}
)
# Nothing outside one of these is closed from inside it.
_SCOPES = frozenset({"button", "caption", "object", "table", "td", "template", "th"})
_TABLE = frozenset({"caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr"})

_CELLS = frozenset({"td", "th"})
_ROWS = _CELLS | {"tr"}
_GROUPS = _ROWS | {"caption", "tbody", "tfoot", "thead"}
_LISTS = ("ul", "ol", "menu")

# What the beginning of an element closes, and inside of what alone.
_IMPLIED: Mapping[str, tuple[frozenset[str], tuple[str, ...]]] = MappingProxyType(
    dict.fromkeys(("dt", "dd"), (frozenset({"dt", "dd"}), ("dl",)))
    | dict.fromkeys(("option", "optgroup"), (frozenset({"option"}), ("select",)))
    | dict.fromkeys(_CELLS, (_CELLS, ("table",)))
    | dict.fromkeys(("tbody", "tfoot", "thead"), (_GROUPS, ("table",)))
    | {"li": (frozenset({"li"}), _LISTS), "tr": (_ROWS, ("table",))}
)


class Element(NamedTuple):  # a plain tuple, since a page has a hundred thousand of them
    """An element that stands open."""

    name: str
    role: Role
    """What a text in it is."""
    mute: int
    """``SPOKEN``, ``UNTRANSLATED`` or ``MUTE``."""
    start: int
    """Where in the article its tag stands."""
    block: bool
    """Whether its text stands apart from the text around it."""


class Elements:
    """The elements that stand open; every step takes the same time however many they are."""

    __slots__ = ("_blocks", "_headings", "_places", "_scopes", "_stack")

    def __init__(self, root: Element) -> None:
        """Begin with the page itself, which no tag closes."""
        self._stack = [root]
        self._places: dict[str, list[int]] = {root.name: [0]}
        self._blocks = [0]
        self._headings: list[int] = []
        self._scopes = [0]

    @property
    def top(self) -> Element:
        """The innermost element."""
        return self._stack[-1]

    def push(self, element: Element) -> None:
        """Open an element inside the innermost."""
        at = len(self._stack)
        self._places.setdefault(element.name, []).append(at)
        if element.block:
            self._blocks.append(at)
        if element.name in HEADINGS:
            self._headings.append(at)
        if element.name in _SCOPES:
            self._scopes.append(at)
        self._stack.append(element)

    def begin(self, name: str, said: int) -> None:
        """Close what the beginning of a block element closes; the last text stands at ``said``."""
        floor = self._scopes[-1]
        if name in _ENDS_PARAGRAPH and (at := self._last("p")) > floor:
            self._pop(at)
        if self._headings and (at := self._headings[-1]) == self._blocks[-1]:
            spent = name in _ENDS_HEADING and self._stack[at].start <= said
            if spent or name in HEADINGS:
                self._pop(at)
        if name in _IMPLIED:
            names, within = _IMPLIED[name]
            floor = max(0 if name in _TABLE else floor, *map(self._last, within))
            places = [at for closed in names if (at := self._last(closed)) > floor]
            if places:
                self._pop(min(places))

    def end(self, name: str) -> Element | None:
        """Close the innermost element of a name, if it may be closed from here, and return it."""
        at = self._last(name)
        block = name not in INLINE
        floor = self._scopes[-1] if block else self._blocks[-1]
        if at <= 0 or (at < floor and name not in _TABLE):
            return None
        element = self._stack[at]
        self._pop(at)
        return element

    def _last(self, name: str) -> int:
        places = self._places.get(name)
        return places[-1] if places else -1

    def _pop(self, first: int) -> None:
        while len(self._stack) > first:
            element = self._stack.pop()
            self._places[element.name].pop()
            if element.block:
                self._blocks.pop()
            if element.name in HEADINGS:
                self._headings.pop()
            if element.name in _SCOPES:
                self._scopes.pop()
