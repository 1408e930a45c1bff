"""Tell where a country is named by its short form, which stands right before its offices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.language.load import facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NEAR = 40  # code points behind a short form that are looked at; no office has as long a name


def by_office(text: str, names: Iterable[str], language: str) -> bool:
    """Whether a country of one of these names is named before an office: 미 국방부, 美財政部."""
    table = facts(language).tables["terms"].get("offices")
    if table is None:
        return False
    heads, within = tuple(table["heads"]), table["within"]
    return any(
        behind.startswith(heads)
        for name in names
        for short in table["shorts"].get(name, ())
        for behind in _behind(text, short, within=short in within)
    )


def _behind(text: str, short: str, *, within: bool) -> Iterator[str]:
    """Yield what stands behind each short form in a text, be it ``within`` a run of letters.

    One in Hangul is a word of its own, with a space behind it.
    """
    spelled = "가" <= short <= "힣"
    at = text.find(short)
    while at >= 0:
        end = at + len(short)
        near = text[end : end + _NEAR]
        begins = within or not at or not text[at - 1].isalnum()
        if begins and (near[:1].isspace() or not spelled):
            yield near.lstrip()
        at = text.find(short, end)
