"""Find a whole list of terms in a text in one pass, in the way of the text's language."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from tongsa.errors import GlossaryError
from tongsa.glossary.find.han import HanFinder
from tongsa.glossary.find.hangul import HangulFinder
from tongsa.glossary.find.hit import Caps, Finder, Hit, apart, masked
from tongsa.glossary.find.words import WordFinder
from tongsa.language.load import facts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = ["Caps", "Finder", "Hit", "apart", "finder", "masked"]

_FINDERS: Mapping[str, type[WordFinder | HangulFinder | HanFinder]] = MappingProxyType(
    {"words": WordFinder, "hangul": HangulFinder, "han": HanFinder}
)


def finder(
    language: str,
    texts: Sequence[str],
    caps: Callable[[int], Caps] = Caps.suggested,
    index: Mapping[str, Any] | None = None,  # Any: each finder's own
) -> Finder:
    """Return what finds these terms in texts of a language.

    ``caps`` tells how capitals of the term with a number have to stand. ``index`` is what an
    equal finder built, which saves building it again.
    """
    table = facts(language).tables.get("terms")
    if table is None:
        raise GlossaryError(f'no facts are known of how terms stand in "{language}"')
    return _FINDERS[table["finder"]](table, texts, caps, index)
