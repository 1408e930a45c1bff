"""Mutators of names and terms: another concept's, a form that may not be used, a misread person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from news import alike, put
from text import hangul, sounds
from world import WORDS

from tongsa.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from mutate import Change, Spot

_SHORTEST = 2  # code points of a person's name that may be misread


def term_replaced(spot: Spot, random: Random) -> Iterator[Change]:
    """한국 → 일본: another concept's term of the same kind, everywhere in the unit."""
    for number, spans in _named(spot):
        if spot.world.names[number].concept.kind is not Kind.PERSON:
            yield from _replaced(spot, random, number, spans)


def person_replaced(spot: Spot, random: Random) -> Iterator[Change]:
    """One person of the glossary in the place of another."""
    for number, spans in _named(spot):
        if spot.world.names[number].concept.kind is Kind.PERSON:
            yield from _replaced(spot, random, number, spans)


def form_replaced(spot: Spot, random: Random) -> Iterator[Change]:
    """晶片 → 芯片 in zh_TW, 량광중 → 양광중: a form that this edition may not use."""
    for number, spans in _named(spot):
        names = spot.world.names[number]
        was = {spot.unit.target[start:end] for start, end in spans}
        forms = [
            form
            for form in names.others
            if not alike(form, names.usable) and _fits(form, was) and form not in spot.unit.target
        ]
        if forms:
            yield spot.told(put(spot.unit.target, spans, random.choice(forms)))


def person_misread(spot: Spot, random: Random) -> Iterator[Change]:
    """賴清德 → 賴清中: one syllable or character of a name is another person's."""
    people = [each for each in spot.world.names if each.concept.kind is Kind.PERSON]
    letters = sorted({letter for each in people for letter in each.usable[0]})
    for number, spans in _named(spot):
        names = spot.world.names[number]
        if names.concept.kind is not Kind.PERSON:
            continue
        start, end = spans[0]
        was = spot.unit.target[start:end]
        at = random.randrange(len(was))
        fitting = [
            letter
            for letter in letters
            if not letter.isascii()
            and letter.isalpha()
            and letter not in was
            and sounds(letter) == sounds(was[at])
        ]
        if len(was) > _SHORTEST and was[at].isalpha() and not was[at].isascii() and fitting:
            new = was[:at] + random.choice(fitting) + was[at + 1 :]
            if not any(new in each.usable or new in each.others for each in people):
                yield spot.told(put(spot.unit.target, spans, new))


def _named(spot: Spot) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Yield the concepts that both sides name, with where the translation does."""
    text = spot.unit.target
    there = spot.world.english.named(spot.unit.source)
    found: dict[int, list[tuple[int, int]]] = {}
    for start, end, owners in spot.world.target.spans(text):
        for number in owners & there:
            found.setdefault(number, []).append((start, end))
    for number, spans in found.items():
        if all(_whole(text, start, end) for start, end in spans):
            yield number, spans


def _replaced(
    spot: Spot, random: Random, number: int, spans: Sequence[tuple[int, int]]
) -> Iterator[Change]:
    names = spot.world.names
    was = {spot.unit.target[start:end] for start, end in spans}
    here = spot.world.english.named(spot.unit.source)
    others = [
        other.usable[0]
        for at, other in enumerate(names)
        if at not in here
        and other.concept.kind is names[number].concept.kind
        and not alike(other.usable[0], names[number].usable)
        and _fits(other.usable[0], was)
        and (at in spot.world.common or other.concept.kind is Kind.PERSON)
        and other.usable[0] not in spot.unit.target
    ]
    if others:
        yield spot.told(put(spot.unit.target, spans, random.choice(others)))


def _fits(name: str, was: set[str]) -> bool:
    """Whether Korean particles stay right behind a name."""
    return all(sounds(name[-1]) == sounds(each[-1]) for each in was) and name[-1].isalpha()


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a Korean name is a word, or a word but for its particle."""
    if not hangul(text[start]):
        return True
    if start and hangul(text[start - 1]):
        return False
    run = end
    while run < len(text) and hangul(text[run]):
        run += 1
    return run == end or text[end:run] in WORDS["ko"]["noun_particles"]
