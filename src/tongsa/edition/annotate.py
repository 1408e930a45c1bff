"""Write down what a translator should know of a unit: one hint a fact."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from tongsa.glossary.standing import Standing
from tongsa.model import Bound, Hint, QuantityKind, TermType
from tongsa.quantity import read, resolved, write

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator

    from tongsa.glossary.glossary import Glossary
    from tongsa.glossary.persons import Acquaintance
    from tongsa.glossary.sources import Sources
    from tongsa.glossary.standing import Variety
    from tongsa.model import Article, Quantity, Unit
    from tongsa.people import Mention


def _role(unit: Unit, article: Article) -> Iterator[Hint]:
    roles = dict.fromkeys(article.blocks[place.block].role for place in unit.places)
    yield Hint(kind="role", text=", ".join(roles))


def _speaker(unit: Unit, article: Article) -> Iterator[Hint]:
    speakers = dict.fromkeys(article.blocks[place.block].speaker for place in unit.places)
    if named := ", ".join(speaker for speaker in speakers if speaker):
        yield Hint(kind="speaker", text=named)


def _position(unit: Unit, _article: Article) -> Iterator[Hint]:
    if any(place.of > 1 for place in unit.places):
        ordinals = ", ".join(f"{place.ordinal + 1} of {place.of}" for place in unit.places)
        yield Hint(kind="sentence", text=f"{ordinals} in its paragraph")


HINTERS: tuple[Callable[[Unit, Article], Iterable[Hint]], ...] = (_role, _speaker, _position)
"""In the order their hints are written."""


def annotate(units: Iterable[Unit], article: Article) -> tuple[Unit, ...]:
    """Return the units with every hint there is for them."""
    return tuple(
        replace(unit, hints=tuple(hint for hints in HINTERS for hint in hints(unit, article)))
        for unit in units
    )


def with_terms(units: Iterable[Unit], sources: Sources, variety: Variety) -> tuple[Unit, ...]:
    """Return the units with a hint for each concept that they name: how this edition says it.

    ``sources`` are those of the units, in order.
    """
    return tuple(
        replace(unit, hints=(*unit.hints, *_terms(number, sources, variety)))
        for number, unit in enumerate(units)
    )


def with_people(units: Iterable[Unit], sources: Sources, language: str) -> tuple[Unit, ...]:
    """Return the units with a hint for each person that they name: characters, forms, spellings.

    ``sources`` are those of the units, in order; ``language`` is the edition's.
    """
    told: defaultdict[int, list[Hint]] = defaultdict(list)
    for known in sources.persons:
        for number, mention in {it.text: it for it in reversed(known.person.mentions)}.items():
            if text := _person(known, mention, sources.glossary, language):
                told[number].append(Hint(kind="person", text=f"{mention.name}: {text}"))
    return tuple(
        replace(unit, hints=(*unit.hints, *told[number])) for number, unit in enumerate(units)
    )


def _person(known: Acquaintance, mention: Mention, glossary: Glossary, language: str) -> str:
    """Return what there is to say of a person; empty where nothing but the name is known."""
    others = [it for it in known.person.spellings if it != mention.name]
    spelled = f"{'also' if mention.full else 'in full'} {', '.join(others)}" if others else ""
    if known.concept is None:
        guess = known.person.characters[0] if others and known.person.characters else ""
        return "; ".join(filter(None, (spelled, f"perhaps {guess}" if guess else "")))
    terms = [it for it in glossary.concepts[known.concept].terms if it.status.usable]
    chinese = [it for it in terms if it.language.startswith("zh")]
    written = dict.fromkeys(it.text for it in chinese if it.type is TermType.FULL)
    forms = dict.fromkeys(
        it.text for it in terms if it.language in {language, language.partition("_")[0]}
    )
    parts = (", ".join(written), ", ".join(it for it in forms if it not in written), spelled)
    return "; ".join(filter(None, parts))


def with_figures(
    units: Iterable[Unit], source: str, language: str, today: dt.date | None = None
) -> tuple[Unit, ...]:
    """Return the units with a hint for each figure that an edition writes in another way.

    ``today`` is the article's date, which tells what *last year* is.
    """
    return tuple(
        replace(unit, hints=(*unit.hints, *dict.fromkeys(_figures(unit, source, language, today))))
        for unit in units
    )


def _figures(unit: Unit, source: str, language: str, today: dt.date | None) -> Iterator[Hint]:
    for quantity in read(unit.source, source):
        text = " ".join(unit.source[quantity.start : quantity.end].split())
        if quantity.date is not None and quantity.date.relative:
            if today and (date := resolved(quantity.date, today)):
                yield Hint(kind="date", text=f"{text} = {date}")
        elif _is_converted(quantity):
            vague = quantity.bound is Bound.SEVERAL
            written = write(quantity if vague else replace(quantity, bound=Bound.EXACT), language)
            if written and written != text:
                yield Hint(kind="figure", text=f"{text} → {written}")


def _is_converted(quantity: Quantity) -> bool:
    """Whether editions write a figure so otherwise that a translator is glad to have it."""
    if quantity.kind in _CONVERTED:
        return True
    return quantity.kind in _COUNTED and max(quantity.values[0], -quantity.values[0]) >= _MYRIAD


_CONVERTED = frozenset(
    {QuantityKind.MONEY, QuantityKind.POINTS, QuantityKind.CLAUSE, QuantityKind.TIME}
)
_COUNTED = frozenset({QuantityKind.NUMBER, QuantityKind.MEASURE})
_MYRIAD = 10_000


def _terms(unit: int, sources: Sources, variety: Variety) -> Iterator[Hint]:
    glossary = sources.glossary
    told: set[int] = set()
    for mention in sources.named(unit):
        if mention.concept in told:
            continue
        told.add(mention.concept)
        concept = glossary.concepts[mention.concept]
        if text := _told(glossary, mention.concept, variety):
            note = f" – {' '.join(concept.note.split())}" if concept.note else ""
            yield Hint(kind="term", text=f"{mention.term.text} → {text}{note}")


def _told(glossary: Glossary, concept: int, variety: Variety) -> str:
    """Return a concept's terms in an edition, each with its status; empty where it has none.

    What only stands within compounds, 駐韓 for Korea, is left out.
    """
    if not glossary.concepts[concept].translate:
        return "as it is"
    terms = glossary.concepts[concept].terms
    order = list(Standing)
    held = sorted(
        glossary.standing(concept, variety).items(),
        key=lambda pair: (order.index(pair[1]), pair[0]),
    )
    return ", ".join(
        f"{terms[at].text} ({standing}{', behind the full form' if terms[at].after_full else ''})"
        for at, standing in held
        if standing is not Standing.FOREIGN
        and (terms[at].type is not TermType.SHORT or terms[at].after_full or not standing.usable)
    )
