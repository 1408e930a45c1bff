"""Load the lists of people, with readings of their names that do not come from tongsa."""

from __future__ import annotations

import csv
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hangul import TABLE, at_head, is_hangul, romanise
from peer import asked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

KOREA, TAIWAN = "korea", "taiwan"
_FILES = {KOREA: "korea-assembly.tsv", TAIWAN: "taiwan-legislators.tsv"}
_COMPOUNDS = frozenset(TABLE["compounds"]["names"].split())
_ENGLISH = frozenset(TABLE["english"]["names"].split())
_NO_BEGIN = "aoeêāáǎàōóǒòēéěè"  # a syllable that begins so is parted from the one before it
_SMALLEST, _LARGEST = 2, 4  # characters of a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A name as characters, as Hangul, as pinyin, and as it was published."""

    family: str
    given: str
    """Never empty."""
    korean_family: str
    korean_given: str
    """Hangul, a syllable for each character, as in the list or as hanja reads them."""
    mandarin: tuple[str, ...]
    """Pinyin syllables without tones, those of the family name first."""
    published: str
    source: str
    """The list that it is from."""

    @property
    def characters(self) -> str:
        """The whole name."""
        return self.family + self.given

    @property
    def hangul(self) -> str:
        """The whole name."""
        return self.korean_family + self.korean_given

    @property
    def pinyin(self) -> str:
        """Family name and given name as two words (GB/T 28039)."""
        size = len(self.family)
        return f"{_join(self.mandarin[:size])} {_join(self.mandarin[size:])}"

    @property
    def romanised(self) -> str:
        """The Hangul by the Revised Romanization."""
        return romanise(self.korean_family, self.korean_given)

    @property
    def sounds(self) -> Mapping[str, str]:
        """What tells homophones, by language; 두음 법칙 set aside."""
        korean = "".join(map(at_head, self.hangul))
        return {"korean": korean, "mandarin": " ".join(self.mandarin)}

    def sibling(self, at: int, other: Person, of: int) -> Person:
        """Return a name with the given character ``at`` replaced by another's given character."""
        spot = len(self.family) + at
        sound = other.mandarin[len(other.family) + of]
        return replace(
            self,
            given=self.given[:at] + other.given[of] + self.given[at + 1 :],
            korean_given=self.korean_given[:at]
            + other.korean_given[of]
            + self.korean_given[at + 1 :],
            mandarin=(*self.mandarin[:spot], sound, *self.mandarin[spot + 1 :]),
            published="",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """All people that can be used."""

    people: Mapping[str, tuple[Person, ...]]
    """By list, ``korea`` and ``taiwan``."""
    remarks: tuple[str, ...]
    """What was left out, and which readings were put right."""
    packages: Mapping[str, str]
    """How the package hanja reads each whole name."""


def load(folder: Path, peers: str) -> Lists:
    """Return the people of both lists; ``peers`` is a Python that has pypinyin and hanja."""
    rows = {name: _rows(folder / file) for name, file in _FILES.items()}
    names = [row["characters"] for each in rows.values() for row in each]
    task = {"characters": sorted(set("".join(names))), "names": sorted(set(names))}
    readings = asked(peers, "readings.py", task)
    remarks: Counter[str] = Counter()
    people = {name: tuple(_people(each, readings, remarks, name)) for name, each in rows.items()}
    return Lists(
        people=people,
        remarks=tuple(f"{text} ({count})" for text, count in sorted(remarks.items())),
        packages=readings["names"],
    )


def letters(name: str) -> str:
    """Return a spelling's letters alone, small and without diacritics."""
    apart = unicodedata.normalize("NFKD", name).casefold()
    return "".join(sign for sign in apart if sign.isalpha())


def _rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table, the characters always under the same heading."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    for row in rows:
        written = row["hanja"] if "hanja" in row else row["hanzi"]
        row["characters"] = unicodedata.normalize("NFC", written.strip())
    return rows


def _people(
    rows: Iterable[Mapping[str, str]],
    readings: Mapping[str, Mapping[str, str]],
    remarks: Counter[str],
    name: str,
) -> Iterable[Person]:
    """Yield the people of a list, and count what is remarkable."""
    for row in rows:
        characters, published = row["characters"], row["published_latin"].strip()
        if _is_english(published):
            remarks[f"{name}: left out, English: {published}"] += 1
            continue
        size = 2 if characters[:2] in _COMPOUNDS else 1
        family, given = characters[:size], characters[size:]
        mandarin = [readings["pinyin"].get(it, "") for it in characters]
        korean = row.get("hangul", "").strip() or _korean(family, given, readings["hangul"])
        if not given or not _SMALLEST <= len(characters) <= _LARGEST:
            remarks[f"{name}: left out, no family and given name: {characters}"] += 1
        elif not all(it.replace("ü", "u").isascii() and it.isalpha() for it in mandarin):
            remarks[f"{name}: left out, not read as Mandarin: {characters}"] += 1
        elif not is_hangul(korean) or len(korean) != len(characters):
            remarks[f"{name}: left out, not read as Korean: {characters} {korean}"] += 1
        else:
            for text in _right(family, mandarin):
                remarks[f"{name}: {text}"] += 1
            yield Person(
                family=family,
                given=given,
                korean_family=korean[:size],
                korean_given=korean[size:],
                mandarin=tuple(mandarin),
                published=published,
                source=name,
            )


def _is_english(published: str) -> bool:
    """Tell whether a spelling holds an English given name or an initial: *Alex Wang*, *A. Wang*."""
    words = published.replace("-", " ").casefold().split()
    return any(word in _ENGLISH or word.endswith(".") for word in words)


def _right(family: str, mandarin: list[str]) -> Iterable[str]:
    """Put pypinyin's reading of a family name right where it is surely wrong, and tell so."""
    for characters, syllable in TABLE["pinyin"].items():
        if family in characters and mandarin[0] != syllable:
            yield f"family name {family}: {mandarin[0]} by pypinyin, {syllable} here"
            mandarin[0] = syllable


def _korean(family: str, given: str, readings: Mapping[str, str]) -> str:
    """Return a name in Hangul: 두음 법칙 holds for the family name."""
    known = TABLE["hangul"].get(family, "")
    read = known or "".join(readings.get(it, "") for it in family)
    if is_hangul(read):
        read = at_head(read[0]) + read[1:]
    return read + "".join(readings.get(it, "") for it in given)


def _join(syllables: Iterable[str]) -> str:
    """Return a word of pinyin: *xi*, *an* are *Xi'an* (GB/T 16159)."""
    first, *rest = syllables
    return first.capitalize() + "".join(f"'{it}" if it[0] in _NO_BEGIN else it for it in rest)
