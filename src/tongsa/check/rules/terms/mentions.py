"""What the checks of terms have in common."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tongsa.check.check import Hit
from tongsa.check.counterparts.topics import is_topic
from tongsa.glossary.standing import Standing
from tongsa.language.particles import replace
from tongsa.model import Kind, TermType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongsa.check.check import Context
    from tongsa.glossary.mention import Mention
    from tongsa.glossary.usage import Usage
    from tongsa.model import Term, TranslationUnit


_SURE = 3  # letters from which on a name is no part of another by chance: 马利 in 蒙哥马利


def quoted(terms: Sequence[Term]) -> str:
    """Return terms as a message lists them: ``대만해협, 해협``; full ones if any, at most three."""
    full = [term for term in terms if term.type is not TermType.SHORT]
    return ", ".join(term.text for term in (full or list(terms))[:3])


def named(unit: TranslationUnit, context: Context) -> bool:
    """Whether a unit's source names anything."""
    return bool(context.usage.demanded(unit.index))


def rendered(unit: TranslationUnit, context: Context) -> bool:
    """Whether a unit's target holds any term."""
    return bool(context.usage.rendered(unit.index))


def avoids(unit: TranslationUnit, context: Context) -> bool:
    """Whether a unit's target holds a form that it should not."""
    return rendered(unit, context) and bool(avoided(unit, context))


def avoided(unit: TranslationUnit, context: Context) -> Sequence[Mention]:
    """Return the forms in a unit's target that it should not hold, each place once."""
    return context.once(("avoided", unit.index), lambda: _avoided(unit, context.usage))


def _avoided(unit: TranslationUnit, usage: Usage) -> list[Mention]:
    demanded = {mention.concept for mention in usage.demanded(unit.index)}
    doubtful = usage.sources.doubtful(unit.index)
    mentions = usage.outermost(unit.index)
    found: dict[tuple[int, int], Mention] = {}
    places: defaultdict[tuple[int, int], list[Mention]] = defaultdict(list)
    for mention in mentions:
        places[mention.start, mention.end].append(mention)
    for mention in mentions:
        place = (mention.start, mention.end)
        same = places[place]
        if mention.standing is Standing.FOREIGN:
            told = mention.concept in demanded or (not unit.merged and _telling(mention, usage))
            wrong = told and _foreign(mention, same, unit.target)
        else:
            named = mention.concept in demanded or not unit.merged
            wrong = named and _wrong(mention, same, demanded, usage)
            wrong = wrong and mention.concept not in doubtful
        if not wrong or (place in found and mention.concept not in demanded):
            continue
        if not is_topic(unit.source, unit.target, place, usage.variety.language):
            found[place] = mention
    return list(found.values())


def _telling(mention: Mention, usage: Usage) -> bool:
    """Whether a word is another edition's even where the source does not name its concept.

    It is where the trade has its own words: 芯片, 人工智能. A common word may stand for something
    else, and a short name within another: 马利 in 蒙哥马利.
    """
    if mention.term.type is TermType.SHORT:
        return False
    kind = usage.glossary.concepts[mention.concept].kind
    if kind in {Kind.TECHNOLOGY, Kind.PRODUCT}:
        return True
    return usage.glossary.is_name(mention.concept) and mention.end - mention.start >= _SURE


def _foreign(mention: Mention, same: Sequence[Mention], target: str) -> bool:
    """Whether a word is another edition's alone, and no Latin word that all editions share."""
    word = target[mention.start : mention.end]
    own = any(it.standing is not Standing.FOREIGN for it in same)
    return not own and not word.isascii() and len(word) > 1


def _wrong(
    mention: Mention, same: Sequence[Mention], demanded: frozenset[int] | set[int], usage: Usage
) -> bool:
    """Whether a forbidden or deprecated form stands for a concept that the source names.

    A person's name is as wrong where the source says "he"; other words may mean something else.
    """
    if mention.standing is None or mention.standing.usable:
        return False
    concept = mention.concept
    others = [it for it in same if it.standing and it.standing.usable]
    if any(it.concept in demanded for it in others):
        return False
    if concept in demanded:
        return True
    person = usage.glossary.concepts[concept].kind is Kind.PERSON
    return person and not others and usage.sources.in_article(concept)


def instead(mention: Mention, unit: TranslationUnit, context: Context) -> Hit:
    """Return the hit of a wrong form, with the right one in its place where that is sure."""
    usage = context.usage
    forms = usage.glossary.usable(mention.concept, usage.variety)
    span = (mention.start, mention.end)
    sources = [
        (it.start, it.end) for it in usage.demanded(unit.index) if it.concept == mention.concept
    ]
    return Hit(
        source_spans=tuple(sources),
        target_spans=(span,),
        blanks={
            "found": unit.target[slice(*span)],
            "right": quoted(forms),
            "reason": f" ({reason})" if (reason := _reason(mention)) else "",
            "edition": mention.term.language,
        },
        fix=_fix(mention, forms, unit, context),
    )


def _reason(mention: Mention) -> str:
    """Return why a form is not to be used: its note, or that a house style wants another."""
    if mention.term.status.usable and mention.standing is Standing.FORBIDDEN:
        return "the house style that is switched on wants another"
    return mention.term.note.rstrip(".")


def _fix(
    mention: Mention, forms: Sequence[Term], unit: TranslationUnit, context: Context
) -> str | None:
    """Return the target with the preferred form; None where more than one thing may be meant."""
    plain = [form for form in forms if not form.after_full and not form.scope]
    rivals = {
        it.concept
        for it in context.usage.rendered(unit.index)
        if it.usable and mention.start <= it.start and it.end <= mention.end
    }
    if not plain or not rivals <= {mention.concept}:
        return None  # it names something else as well: 라이칭더 in 라이칭더 대통령
    span = (mention.start, mention.end)
    return replace(unit.target, span, plain[0].text, context.language)


def variant_source(mention: Mention) -> bool:
    """Whether a source writes a term in a way that its concept does not prefer."""
    return not mention.term.status.usable or mention.term.type is TermType.VARIANT


def preferred_source(mention: Mention, context: Context) -> str:
    """Return the spelling that the source should have; empty if the glossary names none."""
    concept = context.usage.glossary.concepts[mention.concept]
    terms = (
        term.text
        for term in concept.terms
        if term.language == mention.term.language
        and term.status.usable
        and term.type is TermType.FULL
    )
    return next(terms, "")


def first_places(context: Context) -> Sequence[tuple[int, Mention]]:
    """Return the unit and the place where the source first writes each concept each way."""

    def find() -> list[tuple[int, Mention]]:
        first: dict[tuple[int, str], tuple[int, Mention]] = {}
        for unit in context.units:
            for mention in context.usage.demanded(unit.index):
                first.setdefault((mention.concept, mention.term.text), (unit.index, mention))
        return list(first.values())

    return context.once("first-places", find)
