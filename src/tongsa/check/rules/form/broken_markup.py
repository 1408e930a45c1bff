"""Find markup that a translation breaks."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.rules.form.markup import counted, links, tags, unpaired
from tongsa.check.rules.form.sources import source_of
from tongsa.check.rules.form.technical import difference, technical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.check.check import Context
    from tongsa.check.rules.form.markup import Tag
    from tongsa.model import TranslationUnit


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield tags without their pair, changed attributes, lost links, and signs left open."""
    if unit.merged or unit.target == unit.source:
        return
    source = source_of(unit, context)
    broken = list(_tags(source, unit.target))
    yield from broken or _attributes(source, unit.target)
    yield from _links(unit, source)
    for sign, wanted, given in counted(source, unit.target):
        if len(wanted) % 2 != len(given) % 2:
            spans = tuple(part.span for part in given[-1:])
            yield Hit(target_spans=spans, blanks={"what": f'a "{sign}" lacks its other half'})


def _tags(source: str, target: str) -> Iterator[Hit]:
    """Yield one hit with the tags that pair with none, unless the source's do not either."""
    free = Counter(tag.key for tag in unpaired(tags(source)))
    broken: list[Tag] = []
    for tag in unpaired(tags(target)):
        if free[tag.key]:
            free[tag.key] -= 1
        else:
            broken.append(tag)
    names = [*(tag.key for tag in broken), *(+free)]
    if names:
        spans = tuple((tag.start, tag.end) for tag in broken)
        what = f"tags that do not pair as the source's do: {' '.join(names)}"
        yield Hit(target_spans=spans, blanks={"what": what})


def _attributes(source: str, target: str) -> Iterator[Hit]:
    """Yield the tags whose attributes none of the source's has, if their number is the same."""
    wanted = Counter((tag.key, tag.attributes) for tag in tags(source))
    names = Counter(tag.key for tag in tags(source))
    if names != Counter(tag.key for tag in tags(target)):
        return
    for tag in tags(target):
        if wanted[tag.key, tag.attributes]:
            wanted[tag.key, tag.attributes] -= 1
        else:
            what = f"the attributes of {tag.key} differ from the source's"
            yield Hit(target_spans=((tag.start, tag.end),), blanks={"what": what})


def _links(unit: TranslationUnit, source: str) -> Iterator[Hit]:
    found = difference(links(source), links(unit.target))
    for part in found.missing:
        spans = (part.span,) if part.end <= len(unit.source) else ()
        yield Hit(source_spans=spans, blanks={"what": f'"{part.text}" is missing'})
    for part in found.extra:
        what = f'"{part.text}" is not in the source'
        yield Hit(target_spans=(part.span,), blanks={"what": what})


look = Sifted(technical, _look)
