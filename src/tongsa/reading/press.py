"""Say how a name is read, system by system, and how the Korean press writes it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from tongsa.reading import cantonese, korean, mandarin
from tongsa.reading.characters import in_order, read
from tongsa.reading.customary import readings as of_place
from tongsa.reading.explain import guess
from tongsa.reading.hangul import is_hangul, take_apart
from tongsa.reading.heard import heard
from tongsa.reading.korean import at_head
from tongsa.reading.parse import KO, ZH, parse
from tongsa.reading.population import Seat, population
from tongsa.reading.spelled import Way
from tongsa.reading.systems import SYSTEMS, read_table
from tongsa.reading.variation import SHAPES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Syllables = Sequence[str]
    Table = Mapping[str, Any]  # Any: as TOML gives it

_KOREAN_FROM = 0.9
"""The share of Koreans from which on a name is taken for one of theirs."""
_MOST_READINGS = 24
"""Ways to read a name that are tried."""
_MOST_FORMS = 4
"""Forms in Hangul that are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How a name is written by one system."""

    language: str
    """What is heard: Mandarin, Korean, Cantonese."""
    system: str
    """One of SYSTEMS, or Hangul."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """All that a name is read as, and how the press writes it."""

    name: str
    characters: Sequence[str]
    """In Han characters, the likeliest first: as given, or guessed."""
    guessed: bool
    """Whether the characters are a guess."""
    korean: bool
    """Whether it is most likely a Korean's name rather than that of a Chinese speaker."""
    readings: Sequence[Reading]
    """Of the first of the characters, or of the Hangul."""
    as_chinese: Sequence[str]
    """As the Korean press writes a Chinese name: by its Mandarin sound (외래어 표기법)."""
    as_korean: Sequence[str]
    """As it writes a Korean one, the likelier form first."""


def readings(name: str) -> Readings | None:
    """Return how a name is read; None for what is no Chinese or Korean name."""
    found = parse(name)
    if not found.syllables:
        return None
    best = max((it[0] for it in found.likely if it), key=lambda it: it.share)
    text, way = "".join(it.text for it in best.sounds), best.sounds[0].way
    written = [text] if way is Way.HAN else guess(found)
    listed = _of_characters(written[0]) if written else []
    korean_forms = [text] if way is Way.HANGUL else [*hangul_forms("".join(written[:1]))]
    if way is Way.HANGUL:
        listed = [*(it for it in listed if it.language != "Korean"), *_of_hangul(text)]
    as_chinese = [it.text for it in listed if it.system == "Mandarin in Hangul"]
    if way not in {Way.HAN, Way.HANGUL}:
        as_chinese = [*heard(found.likely[ZH], "mandarin")] or as_chinese
        korean_forms = [*heard(found.likely[KO], "korean")] or korean_forms
    return Readings(
        name=name.strip(),
        characters=written,
        guessed=way is not Way.HAN,
        korean=sum(each.share for each in found.likely[KO]) > _KOREAN_FROM,
        readings=listed,
        as_chinese=as_chinese,
        as_korean=korean_forms,
    )


def hangul_forms(characters: str) -> Sequence[str]:
    """Return how a name in Han characters is read in Korean, the likeliest first.

    With 두음 법칙 and without: 양광중, 량광중. Empty where a character is not known.
    """
    forms = [(1.0, "")]
    for seats in _seats(characters):
        forms = [(share * part, text + it) for share, text in forms for part, it in seats]
    ranked = sorted(forms, key=lambda it: -it[0])
    return [text for _, text in ranked if text][:_MOST_FORMS]


def in_hangul(characters: str) -> Sequence[str]:
    """Return all that a name in Han characters may be in Hangul, as press forms.

    By its Mandarin sound first (외래어 표기법), then as it is read in Korean; empty where it is no
    Chinese or Korean name. Characters with several readings give several forms.
    """
    slots = _places(characters)
    if slots is None or not parse(characters).syllables:
        return []
    table = _table("Mandarin in Hangul")
    forms = [""]
    for place, seat in slots:
        heard = (text for text, _ in of_place(place, "mandarin", seat))
        texts = [
            "".join(mandarin.in_full(table, it)[0] for it in each.split("+")) for each in heard
        ]
        forms = [form + text for form in forms for text in texts][:_MOST_READINGS]
    return [*forms, *hangul_forms(characters)]


def homophones(one: str, other: str) -> bool:
    """Tell whether two Han characters may sound alike in Mandarin, tones set aside."""
    return bool(read(one, "zh", family=False) & read(other, "zh", family=False))


def _seats(characters: str) -> Sequence[Sequence[tuple[float, str]]]:
    """Return what each character of a name may be in Hangul."""
    slots = _places(characters)
    if slots is None:
        return []
    return [
        [(share, text.replace("+", "")) for text, share in of_place(place, "korean", seat)]
        for place, seat in slots
    ]


def _places(characters: str) -> Sequence[tuple[int, Seat]] | None:
    """Return the characters of a name with their seats; None where one is not known."""
    people = population()
    size = 2 if people.written(characters[:2]) and len(characters) > 1 else 1
    texts = [characters[:size], *characters[size:]]
    seats = [Seat.FAMILY, Seat.FIRST, *(Seat.LATER for _ in texts)]
    found = []
    for text, seat in zip(texts, seats, strict=False):
        places = people.written(text)
        if not places:
            return None
        shares = people.shares[seat]
        found.append((max(places, key=lambda at: sum(each[at] for each in shares)), seat))
    return found


# System by system

_MANDARIN = ("Hanyu Pinyin", "Wade–Giles", "Tongyong Pinyin", "MPS II", "Mandarin in Hangul")
_KOREAN = ("Revised Romanization", "McCune–Reischauer", "North Korean", "Yale")
_CANTONESE = ("Hong Kong", "Jyutping")


def _of_characters(characters: str) -> Sequence[Reading]:
    """Return the readings of a name in Han characters, each character read as is customary."""
    slots = _places(characters)
    if slots is None:
        return []
    found = [
        *_chinese(slots, "Mandarin", _MANDARIN),
        *(Reading(language="Korean", system="Hangul", text=it) for it in hangul_forms(characters)),
    ]
    if forms := hangul_forms(characters):
        found += _of_hangul(forms[0], rooted=_rooted(slots))[1:]
    return [*found, *_chinese(slots, "Cantonese", _CANTONESE)]


def _chinese(
    slots: Sequence[tuple[int, Seat]], language: str, systems: Sequence[str]
) -> Sequence[Reading]:
    """Return how characters are written by the systems of a Chinese language."""
    people = population()
    layer = language.lower()
    syllables = [next(of_place(place, layer, seat), None) for place, seat in slots]
    if None in syllables:
        return []
    heard = [it[0] for it in syllables if it]
    found = []
    for system in systems:
        table = _table(system)
        write = _IN_FULL[table["language"]]
        parts = ["".join(write(table, it)[0] for it in each.split("+")) for each in heard]
        if language == "Cantonese" and (own := _by_custom(table, people.characters[slots[0][0]])):
            parts[0] = own
        found.append(Reading(language=language, system=system, text=_JOINED[system](parts)))
    return found


def _rooted(slots: Sequence[tuple[int, Seat]]) -> str:
    """Return the Hangul of characters without 두음 법칙, as the North has it."""
    heard = [[text for text, _ in of_place(at, "korean", seat)] for at, seat in slots]
    rooted = [next((it for it in texts if _is_root(it)), texts[0]) for texts in heard]
    return "".join(rooted).replace("+", "")


def _is_root(reading: str) -> bool:
    """Tell whether 두음 법칙 would change a reading."""
    return "+" not in reading and at_head(reading) != reading


def _by_custom(table: Table, character: str) -> str:
    """Return how a family of a character spells its name by custom; empty where the sounds tell."""
    found = in_order(table.get("families", {})).get(character)
    return found[0] if found else ""


def _of_hangul(name: str, rooted: str = "") -> list[Reading]:
    """Return the readings of a name in Hangul; ``rooted`` is how the North has it."""
    found = [Reading(language="Korean", system="Hangul", text=name)]
    for system in _KOREAN:
        table = {**_table(system), "assimilation": _ASSIMILATED[system]}
        text = rooted if rooted and system == "North Korean" else name
        size = 2 if len(text) > 1 and text[:2] in _compounds() else 1
        family, given = (_letters(table, part) for part in (text[:size], text[size:]))
        own = table.get("families", {}).get(text[:size], "").split()
        text = _JOINED[system](["".join(own[:1] or family), *given])
        found.append(Reading(language="Korean", system=system, text=text))
    return found


@cache
def _compounds() -> frozenset[str]:
    return frozenset(it.replace("+", "") for it in population().readings("korean") if "+" in it)


def _letters(table: Table, name: str) -> Sequence[str]:
    """Return the syllables of a word in Hangul, written by a system as they sound together."""
    parts = [take_apart(it) for it in name if is_hangul(it)]
    found = []
    for at, part in enumerate(parts):
        before = korean.coda_sound(parts[at - 1].coda) if at else None
        behind = parts[at + 1].onset if at + 1 < len(parts) else None
        found.append(max(sorted(korean.spell(table, str(part), before, behind)), key=_marks))
    return found


def _marks(text: str) -> tuple[int, int]:
    """Return how many marks a spelling has, which tell that it is written in full."""
    parts = unicodedata.normalize("NFD", text)
    return sum(map(unicodedata.combining, parts)), parts.count("'")


@cache
def _table(system: str) -> Table:
    return read_table(SYSTEMS[system])


def _spaced(syllables: Syllables) -> str:
    """Write a name as North Korea does: Kim Jong Un."""
    return " ".join(it.capitalize() for it in syllables)


def _closed(syllables: Syllables) -> str:
    """Write a name as Korea does: Kim Jeongeun."""
    family, *given = syllables
    return f"{family.capitalize()} {''.join(given).capitalize()}".strip()


def _as_one(syllables: Syllables) -> str:
    """Write a name in Hangul."""
    return "".join(syllables)


_ASSIMILATED = MappingProxyType(
    {
        "Revised Romanization": "never",  # 국어의 로마자 표기법, 제3장 제4항
        "McCune–Reischauer": "always",
        "North Korean": "never",  # each syllable stands alone: Jo Myong Rok
        "Yale": "never",
    }
)
_IN_FULL = MappingProxyType({"zh": mandarin.in_full, "yue": cantonese.in_full})
_JOINED: Mapping[str, Callable[[Syllables], str]] = MappingProxyType(
    {
        "Hanyu Pinyin": SHAPES[Way.PINYIN],
        "Wade–Giles": SHAPES[Way.TAIWAN],
        "Tongyong Pinyin": SHAPES[Way.TAIWAN],
        "MPS II": SHAPES[Way.TAIWAN],
        "Mandarin in Hangul": _as_one,
        "Revised Romanization": _closed,
        "McCune–Reischauer": SHAPES[Way.KOREAN],
        "North Korean": _spaced,
        "Yale": SHAPES[Way.KOREAN],
        "Hong Kong": SHAPES[Way.CANTONESE],
        "Jyutping": SHAPES[Way.CANTONESE],
    }
)
