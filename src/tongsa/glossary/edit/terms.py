"""Change the terms in a concept's list of one language, and keep the list as it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tongsa.glossary.edit import lists, render
from tongsa.glossary.edit.layout import parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongsa.model import Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An element of a list of terms."""

    given: Any  # as TOML gives it
    old: Term | None
    """As it is read; None where it is too flawed to be a term."""
    new: Term | None
    """As it is to be read; None where it is to go."""

    @property
    def says(self) -> bool:
        """Whether its status stands there."""
        return isinstance(self.given, dict) and "status" in self.given


def with_terms(listed: str, held: Sequence[Held], more: Sequence[Term], newline: str) -> str:
    """Return a list of terms, whose elements are ``held``, with what is new of them, and more.

    Where a status was told by the order alone, and another's coming or going would change it, it
    is written out.
    """
    staying = [(at, each.new) for at, each in enumerate(held) if each.new]
    terms = [*(term for _, term in staying), *more]
    given = {index for index, (at, _) in enumerate(staying) if held[at].says}
    said = render.explicit(terms, given)
    says = {at: index in said for index, (at, _) in enumerate(staying)}
    spans = parts(listed)
    for at, each in reversed(list(enumerate(held))):
        if each.old and not each.new:
            listed = lists.without(listed, at)
        elif each.new:
            span = spans[at]
            changed = _element(listed[span.start : span.end], each, each.new, says=says[at])
            listed = listed[: span.start] + changed + listed[span.end :]
    new = [
        render.element(render.text(term.text), term, says=index in said)
        for index, term in enumerate(more, len(staying))
    ]
    return lists.appended(listed, new, newline)


def _element(written: str, held: Held, new: Term, *, says: bool) -> str:
    """Return an element as it stands, but for the keys that say what is new of its term."""
    if not isinstance(held.given, dict):
        return render.element(written, new, says=says)
    keys = render.term_keys(new, says=says)
    for key in render.TERM_KEYS[1:]:
        same = getattr(held.old, key) == getattr(new, key)
        if same and (key != "status" or says == held.says):
            continue
        if key in keys:
            written = lists.with_key(written, key, keys[key], render.TERM_KEYS)
        else:
            written = lists.without_key(written, key)
    return written
