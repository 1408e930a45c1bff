"""Find white space at the edges of a translation that its source lacks, and the other way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.form.line_ends import edged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import Span, TranslationUnit

_SPACES = " \t\u3000\xa0"
"""Line ends are no spaces: another check compares them."""


def _look(unit: TranslationUnit, _context: Context) -> Iterator[Hit]:
    """Yield the spaces at the edges, with the target spaced as the source as the fix."""
    source, target = unit.source, unit.target
    if unit.merged or not target.strip():
        return
    lead, body, trail = _parts(target)
    first, _, last = _parts(source)
    if bool(lead) == bool(first) and bool(trail) == bool(last):
        return
    spans: list[Span] = []
    if bool(lead) != bool(first):
        spans.append((0, len(lead)))
    if bool(trail) != bool(last):
        spans.append((len(target) - len(trail), len(target)))
    yield Hit(target_spans=tuple(spans), fix=f"{first}{body}{last}")


def _parts(text: str) -> tuple[str, str, str]:
    """Return the spaces before a text, the text, and those behind it."""
    left = text.lstrip(_SPACES)
    body = left.rstrip(_SPACES)
    return text[: len(text) - len(left)], body, left[len(body) :]


look = Sifted(edged, _look)
