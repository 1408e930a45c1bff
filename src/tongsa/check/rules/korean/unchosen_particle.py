"""Find particles of which both forms were left for somebody to choose: 은(는), 을/를."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.mending import mended_at
from tongsa.language.particles import disagreement
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit

_BOTH = late(
    r"(?<=[가-힣A-Za-z0-9%”’」』》)\]])(?:은\(는\)|는\(은\)|이\(가\)|가\(이\)|을\(를\)|를\(을\)"
    r"|과\(와\)|와\(과\)|\(으\)로|은/는|는/은|을/를|를/을|이/가|와/과|과/와|으로/로|로/으로)(?![가-힣(])"
)
"""``시장은(는)``, ``배을/를``, ``서울(으)로``"""
_PARTS = ("(는", "(은", "(가", "(이", "(를", "(을", "(와", "(과", "(으")
_WORD = 40
"""Letters before a particle that tell how its word ends."""
_FILLED = frozenset("{}%<>$")
"""What may be filled in, so that nobody can choose: ``{name}은(는)``."""


def _may_be(unit: TranslationUnit, _context: Context) -> bool:
    target = unit.target
    return "/" in target or ("(" in target and any(part in target for part in _PARTS))


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield each such pair, unless the source has a gap to be filled, or speaks of particles."""
    if unit.merged or not _FILLED.isdisjoint(unit.source):
        return
    for found in _BOTH.finditer(unit.target):
        if found[0] in unit.source:
            continue
        form = found[0].strip("()").partition("(" if found[0][0] != "(" else ")")[0]
        form = "으로" if "로" in found[0] else form.partition("/")[0]
        fixed = mended_at(unit.target, *found.span(), form)
        end = found.start() + len(form)
        wrong = fixed and disagreement(
            fixed, max(found.start() - _WORD, 0), found.start(), context.language
        )
        if fixed and wrong:
            fixed = fixed[: wrong.start] + wrong.right + fixed[wrong.end :]
            end = wrong.start + len(wrong.right)
        right = fixed[found.start() : end] if fixed else form
        yield Hit(
            target_spans=(found.span(),), blanks={"found": found[0], "right": right}, fix=fixed
        )


look = Sifted(_may_be, _look)
