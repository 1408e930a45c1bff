"""Tell what an element of a page is: by its name, its class, and what it says."""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tongsa.article.signs import PLAIN, WHOLE, Shown, credit, lead, show
from tongsa.model import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

BY_NAME: Mapping[str, Role] = MappingProxyType(
    dict.fromkeys(HEADINGS, Role.SUBHEADING)
    | dict.fromkeys(("li", "dt", "dd"), Role.LIST_ITEM)
    | dict.fromkeys(("td", "th"), Role.CELL)
    | dict.fromkeys(("caption", "figcaption"), Role.CAPTION)
    | {"blockquote": Role.BLOCKQUOTE, "hgroup": Role.DECK}
)

BY_META: Mapping[str, Role] = MappingProxyType(
    dict.fromkeys(("og:title", "twitter:title"), Role.HEADLINE)
    | dict.fromkeys(("description", "og:description", "twitter:description"), Role.DECK)
    | dict.fromkeys(("og:image:alt", "twitter:image:alt"), Role.IMAGE)
)
"""What the ``content`` of a ``<meta>`` is, by its ``name`` or ``property``."""

BY_ATTRIBUTE: Mapping[str, Role] = MappingProxyType({"alt": Role.IMAGE, "title": Role.CAPTION})

# A class is a hint by its last part: post-subtitle, c-article__standfirst, byline--wide.
_HINT = re.compile(
    r"(?<![^\s_-])(?:"
    r"(?P<DECK>sub-?title|sub-?headline|alternativeheadline|deck|dek|standfirst|lede)"
    r"|(?P<BYLINE>bylines?|authors?(?:[_-]+name)?)"
    r"|(?P<DATELINE>dateline)"
    r"|(?P<CREDIT>credits?)"
    r"|(?P<CAPTION>caption(?:-text)?)"
    r"|(?P<COPYRIGHT>copyright)"
    r"|(?P<QUESTION>question)"
    r"|(?P<ANSWER>answer)"
    r")(?=\s|--|\Z)"
)
_LONGEST_HINT = 500  # code points of classes that are looked at

# Elements whose class speaks of the whole page.
_WHOLE = frozenset({"html", "body", "main", "article", "section", "form"})

# What may stand between a headline and its deck.
HEAD = frozenset(
    {Role.HEADLINE, Role.DECK, Role.BYLINE, Role.DATELINE} | {Role.CAPTION, Role.CREDIT, Role.IMAGE}
)

_TURNS = frozenset({Role.PARAGRAPH, Role.QUESTION, Role.ANSWER})
_LETTERED = _TURNS | {Role.LIST_ITEM, Role.SUBHEADING}
_OWNED = frozenset({Role.PARAGRAPH, Role.LIST_ITEM, Role.CELL})

_SIGNS: Mapping[str, frozenset[Role]] = MappingProxyType(
    dict.fromkeys(("question", "reply"), _LETTERED)
    | dict.fromkeys(("mun", "dap", "triangle", "dash", "turn"), _TURNS)
)
"""What may lead a turn, and in which roles."""
_KNOWN = MappingProxyType({Role.PARAGRAPH: "", Role.QUESTION: "question", Role.ANSWER: "answer"})


def hint(name: str, words: str) -> Role | None:
    """Return what an element's class, rel and itemprop hint at."""
    return _hint(words[:_LONGEST_HINT].lower()) if words and name not in _WHOLE else None


@lru_cache(maxsize=512)
def _hint(words: str) -> Role | None:
    found = _HINT.search(words)
    return Role[found.lastgroup] if found and found.lastgroup else None


class Scene(NamedTuple):
    """Where in the article a text stands."""

    role: Role
    """What its element makes it."""
    head: bool
    """Whether it stands between the headline and the first paragraph."""
    lead: bool
    """Whether it may be the first paragraph."""
    behind_dateline: bool


class Said(NamedTuple):
    """What a text is by what it says."""

    role: Role
    cut: int = 0
    """Where the text is cut in two; 0 if it is not."""
    rest: Role = Role.PARAGRAPH
    """What stands behind the cut."""
    shown: Shown = PLAIN
    """The marker at its beginning, which stands outside: of a turn, or without a name, of none."""

    @property
    def sign(self) -> str:
        """What tells whether it is a turn: its letter, what markup says, its other marker."""
        if self.shown.name in ("question", "reply"):
            return self.shown.name
        return _KNOWN.get(self.role, self.role) or self.shown.name


def said(text: str, scene: Scene) -> Said:
    """Return what a text without its tags is, standing where it does."""
    role = scene.role
    if role is Role.CAPTION:
        return _captioned(text)
    if role not in _LETTERED | _OWNED:
        return Said(role)
    shown = show(text[: WHOLE + 1])
    if scene.behind_dateline and shown.name == "dash":
        return Said(role, shown=shown._replace(name=""))
    if shown.name in ("copyright", "owner") and role in _OWNED:
        return Said(Role.COPYRIGHT)
    if role is Role.PARAGRAPH and (found := _paragraph(text, shown, scene)):
        return found
    return Said(role, shown=shown if role in _SIGNS.get(shown.name, ()) else PLAIN)


def _paragraph(text: str, shown: Shown, scene: Scene) -> Said | None:
    if shown.name == "credited":
        return Said(Role.CREDIT, cut=shown.at, rest=Role.CAPTION)
    if shown.name in ("credit", "mail"):
        return Said(Role.CREDIT if shown.name == "credit" else Role.BYLINE)
    if shown.name == "byline" and scene.head:
        return Said(Role.BYLINE)
    if scene.lead and (found := lead(text)).name:
        return Said(Role.DATELINE, cut=found.at)
    return None


def _captioned(text: str) -> Said:
    shown = show(text)
    if shown.name in ("credit", "owner"):
        return Said(Role.CREDIT)
    if shown.name == "credited":
        return Said(Role.CREDIT, cut=shown.at, rest=Role.CAPTION)
    found = credit(text)
    return Said(Role.CAPTION, cut=found.at if found.name else 0, rest=Role.CREDIT)
