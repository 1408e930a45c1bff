#!/usr/bin/env python3
"""Compile the readings of Han characters from Unihan into the asset that tongsa ships.

    apt-get install unicode-data
    python3 tools/compile_unihan.py /usr/share/unicode > src/tongsa/reading/data/readings.txt

A line of the asset is a language, a syllable and every character that is read so.
"""

from __future__ import annotations

import bz2
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Readings = dict[str, set[str]]

# kHanyuPinyin tells what ancient rhyme books told, so it counts only where nothing else does.
MODERN = ("kMandarin", "kHanyuPinlu", "kTGHZ2013", "kXHC1983")
ANCIENT = ("kHanyuPinyin",)
CANTONESE = ("kCantonese",)
KOREAN = ("kHangul",)
TRADITIONAL = "kTraditionalVariant"
VARIANTS = ("kSimplifiedVariant", "kZVariant", "kSemanticVariant")

SYLLABLE = re.compile(
    r"[^\W\d_]+"
)  # finds zhōng in "480.020:zhōng", zung in "zung1", 중 in "중:0E"
CODE_POINT = re.compile(r"U\+([0-9A-F]{4,6})")  # finds 8CF4 in "U+8CF4<kMatthews"
USABLE = re.compile(r"[가-힣]|[a-zü]*[aeiouü][a-zü]*")  # matches 중, zhong, lüe; not E, hm
HUMMED = re.compile(r"[a-z]+")  # matches ng and m, which are words in Cantonese
TONES = re.compile("[\u0300\u0301\u0304\u030c]")  # the marks of ò, ó, ō and ǒ

HEAD = """\
# Readings of Han characters, compiled by tools/compile_unihan.py from the Unicode Character
# Database, Unihan {version}: changed in form, and cut to what names need. See LICENSE.txt.
"""


def version(file: Path) -> str:
    """Return the version of Unicode that a Unihan file names in its head."""
    with bz2.open(file, "rt", encoding="utf-8") as lines:
        named = next(line for line in lines if line.startswith("# Unicode version:"))
    return named.partition(":")[2].strip()


def read_rows(file: Path) -> Iterator[tuple[str, str, str]]:
    """Yield character, field and value of each row of a Unihan file."""
    with bz2.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("U+"):
                code, field, value = line.rstrip("\n").split("\t")
                yield chr(int(code.removeprefix("U+"), base=16)), field, value


def plain(syllable: str) -> str:
    """Return a syllable without its tone, in one piece: lüè is lüe."""
    bare = TONES.sub("", unicodedata.normalize("NFD", syllable))
    return unicodedata.normalize("NFC", bare)


def gather(
    rows: list[tuple[str, str, str]], fields: tuple[str, ...], usable: re.Pattern[str] = USABLE
) -> Readings:
    """Return what the fields say of each character."""
    found: Readings = defaultdict(set)
    for character, field, value in rows:
        if field in fields:
            syllables = map(plain, SYLLABLE.findall(value))
            found[character] |= set(filter(usable.fullmatch, syllables))
    return found


def lend(readings: Readings, variants: Readings) -> Readings:
    """Give a character without a reading those of its nearest variants that have one."""
    lent = {
        character: set().union(*(readings.get(other, ()) for other in others))
        for character, others in variants.items()
        if character not in readings
    }
    return readings | {character: found for character, found in lent.items() if found}


def share(readings: Readings, variants: Readings) -> Readings:
    """Give a character the readings of its variants beside its own: 叶 those of 葉."""
    shared = {
        character: set().union(*(readings.get(other, ()) for other in (character, *others)))
        for character, others in variants.items()
    }
    return readings | {character: found for character, found in shared.items() if found}


def keep(readings: Readings, common: set[str]) -> Readings:
    """Return the readings of common characters and of those in the Basic Multilingual Plane."""
    return {
        character: syllables
        for character, syllables in readings.items()
        if character <= "\uffff" or character in common
    }


def list_variants(rows: list[tuple[str, str, str]], field: str) -> Readings:
    """Return the variants of each character by one field."""
    return {
        character: {chr(int(code, 16)) for code in CODE_POINT.findall(value)}
        for character, name, value in rows
        if name == field
    }


def write(language: str, readings: Readings) -> Iterator[str]:
    """Yield the asset's lines of one language, sorted."""
    by_syllable: dict[str, list[str]] = defaultdict(list)
    for character, syllables in sorted(readings.items()):
        for syllable in syllables:
            by_syllable[syllable].append(character)
    for syllable, characters in sorted(by_syllable.items()):
        yield f"{language} {syllable} {''.join(characters)}\n"


def main(folder: Path) -> None:
    """Write the asset to standard output."""
    file = folder / "Unihan_Readings.txt.bz2"
    rows = list(read_rows(file))
    kinship = list(read_rows(folder / "Unihan_Variants.txt.bz2"))
    mandarin = gather(rows, ANCIENT) | gather(rows, MODERN)
    common = {*gather(rows, KOREAN), *gather(rows, MODERN[1:])}
    traditional = list_variants(kinship, TRADITIONAL)
    korean = share(gather(rows, KOREAN), traditional)
    for field in VARIANTS:
        korean = lend(korean, list_variants(kinship, field))
    cantonese = keep(share(gather(rows, CANTONESE, HUMMED), traditional), common)
    mandarin = keep(mandarin, common)
    sys.stdout.write(HEAD.format(version=version(file)))
    sys.stdout.writelines(write("zh", mandarin))
    sys.stdout.writelines(write("yue", cantonese))
    sys.stdout.writelines(write("ko", korean))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
