"""Find markup that a translation loses or adds as a whole."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.form.markup import counted, tags, unpaired
from tongsa.check.rules.form.sources import source_of
from tongsa.check.rules.form.technical import technical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield one hit with all that differs, where the markup that is left is whole."""
    if unit.merged or unit.target == unit.source:
        return
    source = source_of(unit, context)
    if unpaired(tags(unit.target)):
        return
    wanted = Counter(tag.key for tag in tags(source) if not tag.closes)
    given = Counter(tag.key for tag in tags(unit.target) if not tag.closes)
    for sign, signs, others in counted(source, unit.target):
        if len(signs) % 2 == len(others) % 2:
            wanted[sign], given[sign] = len(signs), len(others)
    lost, added = wanted - given, given - wanted
    if not lost and not added:
        return
    words = [f"lacks {' '.join(lost)}" if lost else "", f"adds {' '.join(added)}" if added else ""]
    spans = [(tag.start, tag.end) for tag in tags(unit.target) if added[tag.key]]
    yield Hit(target_spans=tuple(spans), blanks={"what": " and ".join(filter(None, words))})


look = Sifted(technical, _look)
