#!/usr/bin/env python3
"""Compile what a syllable of a name may be into the asset that tongsa looks it up in.

    python3 tools/compile_syllables.py > src/tongsa/reading/data/syllables.txt

It follows from data/names.txt, data/spellings.txt and the tables beside them, and holds what every
run would work out anew:

- language by language and seat by seat, the characters that are read so, each run of them behind
  how often they are ("li 1 李里 0.9 理");
- which syllables of Korean sound alike at a word's head by 두음 법칙 (heads);
- what stands for which syllable in the Revised Romanization, and behind it a + where most families
  spell their name so;
- way by way, spellings that have the same consonants for English ears (near).
"""

from __future__ import annotations

import sys
from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from tongsa.reading import korean
from tongsa.reading.bearers import section
from tongsa.reading.characters import surnames
from tongsa.reading.customary import TABLES, readings_in, readings_of
from tongsa.reading.habits import spellings
from tongsa.reading.hangul import CODAS, ONSETS, VOWELS, Syllable
from tongsa.reading.near import LOOSE, skeleton
from tongsa.reading.population import Seat, population
from tongsa.reading.spelled import Way, known
from tongsa.reading.spelled import section as spelled_in
from tongsa.reading.systems import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    Lines = dict[str, str]

HEAD = "# What a syllable may be, compiled by tools/compile_syllables.py. See LICENSE.txt.\n"

RARE = 0.1
"""Part of a family's bearers below which a spelling shows that the system was followed."""


def places(layer: str) -> dict[str, list[int]]:
    """Return the characters that may be read so in a language, compounds among them."""
    people = population()
    alike: dict[str, list[int]] = defaultdict(list)
    for place, written in enumerate(people.readings(layer)):
        alike[written].append(place)
    found: dict[str, list[int]] = defaultdict(list)
    for written, those in alike.items():
        for reading in dict(readings_in("", written, layer, Seat.FIRST)):
            found[reading] += those
    own = surnames(TABLES[layer])
    for form in (*own.readings, *own.compounds):  # not read as they are elsewhere
        for place in people.written(form):
            for reading in readings_of(place, layer, Seat.FAMILY):
                if place not in found[reading]:
                    found[reading].append(place)
    return found


def read_so(layer: str, seat: Seat) -> Lines:
    """Return the characters of each reading in a seat, in runs that are read so equally often."""
    characters = population().characters
    lines = {}
    for reading, those in places(layer).items():
        shares = ((readings_of(at, layer, seat).get(reading), characters[at]) for at in those)
        each = [(share, character) for share, character in shares if share]
        if "+" in reading:
            lines[reading] = " ".join(f"{share!r} {name}" for share, name in each)
        else:
            runs = groupby(each, key=lambda it: it[0])
            lines[reading] = " ".join(
                f"{share!r} {''.join(name for _, name in run)}" for share, run in runs
            )
    return {reading: line for reading, line in sorted(lines.items()) if line}


def heads() -> Lines:
    """Return the syllables that begin a word, with those that sound so there."""
    found: dict[str, str] = defaultdict(str)
    for onset in ONSETS:
        for vowel in VOWELS:
            for coda in CODAS:
                syllable = str(Syllable(onset, vowel, coda))
                head = korean.at_head(syllable)
                if head != syllable:
                    found[head] += syllable
    return dict(sorted(found.items()))


def romanized() -> Lines:
    """Return the syllables by how the Revised Romanization spells them, each alone."""
    table = {**read_table("revised-romanization"), "assimilation": "never"}
    written = population().readings("korean")
    syllables = {text for each in written for text in each.split(",") if "+" not in text} - {"-"}
    found: Lines = {}
    for syllable in sorted(syllables | set(map(korean.at_head, syllables))):
        families = spellings(syllable, Way.KOREAN, Seat.FAMILY)
        for spelling in sorted(korean.spell(table, syllable, None, None)):
            mark = "+" if families.get(spelling, 0) > RARE else ""
            found[spelling] = korean.at_head(syllable) + mark
    return dict(sorted(found.items()))


def near(way: Way, seat: Seat) -> Lines:
    """Return the spellings of a way by their consonants."""
    found: dict[str, list[str]] = defaultdict(list)
    for text in known(way, seat):
        if key := skeleton(text):
            found[key].append(text)
    return {key: " ".join(texts) for key, texts in sorted(found.items())}


def parts() -> Iterator[tuple[str, Lines]]:
    """Yield the parts of the asset, some twice."""
    for layer in TABLES:
        for seat in Seat:
            yield section(layer, seat), read_so(layer, seat)
    yield "heads", heads()
    yield "revised-romanization", romanized()
    for way in LOOSE:
        for seat in Seat:
            yield f"near {spelled_in(way, seat)}", near(way, seat)


def main() -> None:
    """Write the asset to standard output."""
    sys.stdout.write(HEAD)
    for name, lines in dict(parts()).items():
        sys.stdout.write(f"[{name}]\n")
        sys.stdout.writelines(f"{key}\t{line}\n" for key, line in lines.items())


if __name__ == "__main__":
    main()
