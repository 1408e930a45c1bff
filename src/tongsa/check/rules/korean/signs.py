"""Where an article's translations hold signs that Korean seldom has: one pass for all checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.check.passages import passages
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tongsa.check.check import Context
    from tongsa.model import Span, TranslationUnit

HAN = "\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
KANA = "\u3041-\u3096\u3099-\u309f\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9d"
DOTS = "·ㆍ‧•・∙⋅･ᆞ"
"""Marks that stand between words of one rank, by how they look."""
_SIGNS = late(f"[{HAN}{KANA}{DOTS}「」『』｢｣\u3000-\u3002\uff01-\uff5d\uff61-\uff64]")
"""What the checks of signs may be about."""


def signs(unit: TranslationUnit, context: Context) -> Sequence[Span]:
    """Return where such signs stand in a unit."""
    kept: Mapping[int, Sequence[Span]] = context.once(
        "korean signs", lambda: passages(context).matches(_SIGNS)
    )
    return kept.get(unit.index, ())


def may_hold(unit: TranslationUnit, context: Context) -> bool:
    """Whether any stands in a unit."""
    return bool(signs(unit, context))
