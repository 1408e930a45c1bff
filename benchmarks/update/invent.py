"""Invent news sentences where no corpus is at hand: no two alike, their names made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

_ONSETS = "b br c ch d dr f fl g gr h j k l m n p pr r s sh st t tr v w y z".split()  # noqa: SIM905
_VOWELS = "a ai e ea i o oa oo u".split()  # noqa: SIM905 - a table reads best as a line
_CODAS = "n l r m nd rk st ck sh".split()  # noqa: SIM905
_BODIES = (
    "The council of {place}",
    "{person}, who heads {firm},",
    "A spokesman for {firm}",
    "The {thing} workers' union",
    "Judges in {place}",
    "Residents along the {place} river",
    "The ministry for {thing} and {thing}",
)
_DEEDS = (
    "said on {day} that {number} {thing} {thing}s would be moved to {place}",
    "has put off the {thing} plan by {number} weeks after a {thing} was found near {place}",
    "agreed to pay {number} million won for the {thing} that {person} built",
    "will not open the new {thing} before {day}, since the {thing} still leaks",
    "asked {person} to explain why the {thing} of {place} fell {number} metres",
    "bought {number} {thing}s from {firm} to replace those lost in the {place} flood",
)
_TAILS = (
    "",
    ", a {thing} report shows",
    ", according to {person}",
    " despite the {thing} of {day}",
    ", and {person} called it a {thing}",
    ", the first since the {thing} of {number}",
    " while {firm} looks for a {thing} in {place}",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _word(random: Random, syllables: int) -> str:
    parts = [random.choice(_ONSETS) + random.choice(_VOWELS) for _ in range(syllables)]
    return "".join(parts) + random.choice(_CODAS)


def sentences(count: int, random: Random) -> Iterator[tuple[str, str]]:
    """Yield so many different sentences, each with what stands for its translation."""
    things = [_word(random, random.choice((1, 2, 2))) for _ in range(6000)]
    names = [_word(random, random.choice((1, 2))).title() for _ in range(8000)]

    def fill(pattern: str) -> str:
        before, mark, rest = pattern.partition("{")
        if not mark:
            return before
        kind, _, after = rest.partition("}")
        made = {
            "thing": lambda: things[int(random.paretovariate(0.7)) % len(things)],
            "place": lambda: random.choice(names),
            "person": lambda: f"{random.choice(names)} {random.choice(names)}",
            "firm": lambda: f"{random.choice(names)} {random.choice(('Works', 'Lines', 'Bank'))}",
            "number": lambda: str(random.randint(2, 2000)),
            "day": lambda: random.choice(_DAYS),
        }
        return before + made[kind]() + fill(after)

    seen: set[str] = set()
    while len(seen) < count:
        patterns = (random.choice(_BODIES), random.choice(_DEEDS))
        sentence = fill(f"{patterns[0]} {patterns[1]}{random.choice(_TAILS)}.")
        if sentence not in seen:
            seen.add(sentence)
            yield sentence, f"번역 {len(seen)}"
