"""Find translations that belong to another source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.completeness.english import NAMES
from tongsa.check.rules.completeness.evidence import of_others, of_words
from tongsa.check.rules.completeness.fit import glance, home
from tongsa.check.rules.completeness.omission import is_told
from tongsa.check.rules.completeness.weights import weights

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit

_LEAST = 2
_LONGEST = 60
"""Characters of another source that a message shows."""


def _may_be(unit: TranslationUnit, context: Context) -> bool:
    return unit.role not in NAMES and glance(unit, context) > float(weights()["foreign"]["glance"])


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield the whole target where hardly anything in it answers to its source."""
    if not _may_be(unit, context) or not is_told(unit, context) or not _lacks(unit, context):
        return
    score, other = home(unit, context)
    if score > 0:
        whose = "that of another source"
        if other is not None:
            shown = other.source[:_LONGEST] + "…" * (len(other.source) > _LONGEST)
            whose = f'that of "{shown}"'
        yield Hit(target_spans=((0, len(unit.target)),), blanks={"whose": whose})


def _lacks(unit: TranslationUnit, context: Context) -> bool:
    """Whether things of the source have nothing in the target: one, or a length, proves nothing."""
    lacking = [it for it in (*of_words(unit, context), *of_others(unit, context)) if not it.told]
    return len(lacking) >= _LEAST and any(it.key[0] != "(" for it in lacking)


look = Sifted(_may_be, _look)
