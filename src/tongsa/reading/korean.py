"""Spell Korean readings by a system: Hangul syllables letter by letter, as they sound together."""

from __future__ import annotations

from functools import cache, lru_cache, partial
from itertools import product
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

from tongsa import packaged
from tongsa.reading.characters import read, surnames
from tongsa.reading.hangul import is_hangul, take_apart
from tongsa.reading.latin import ease

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tongsa.reading.slots import Slots

Table = dict[str, Any]  # Any: as TOML gives it
Pair: TypeAlias = "Sequence[str | None]"  # a coda and the onset behind it; None at a word's end


def slots(table: Mapping[str, Any], families_as: Slots | None = None) -> Slots:  # Any: as in Table
    """Return the function that spells characters by a system's table.

    Family names may be written by ``families_as``, too.
    """
    spelled_so = lru_cache(maxsize=4096)(partial(spell, table))
    families = table.get("families", {})
    read_one = partial(_read, law=table.get("initials", True))

    def fill(characters: str, *, family: bool) -> list[frozenset[str]]:
        known = surnames("ko").compounds.get(characters) if family else None
        readings = known or [read_one(character, family=family) for character in characters]
        spelled = [
            frozenset().union(*(spelled_so(*sounds) for sounds in _in_company(readings, at)))
            for at in range(len(readings))
        ]
        if family:
            own = {text for syllable in readings[0] for text in families.get(syllable, "").split()}
            spelled[0] |= own
            others = families_as(characters, family=True) if families_as else spelled
            spelled = [one | other for one, other in zip(spelled, others, strict=True)]
        return spelled

    return fill


def _read(character: str, *, family: bool, law: bool = True) -> frozenset[str]:
    """Return the syllables of one character, with 두음 법칙 and without, or only without."""
    if not is_hangul(character):
        found = read(character, "ko", family=family)
    elif family:
        found = frozenset((character, *_roots(character)))
    else:
        return frozenset((character,))
    heads = frozenset(head for syllable in found if (head := at_head(syllable)) != syllable)
    return found | heads if law or is_hangul(character) else found - heads


@cache
def at_head(syllable: str) -> str:
    """Return how a syllable sounds at a word's head: 량 is 양."""
    letters = take_apart(syllable)
    onset = _sounds()["heads"].get(letters.onset, {}).get(letters.vowel, letters.onset)
    return str(letters._replace(onset=onset))


def _roots(syllable: str) -> Iterator[str]:
    """Yield the syllables with ㄹ that sound like this one at a word's head: 량 of 양."""
    letters = take_apart(syllable)
    if _sounds()["heads"]["ㄹ"].get(letters.vowel) == letters.onset:
        yield str(letters._replace(onset="ㄹ"))


def _in_company(
    readings: Sequence[frozenset[str]], at: int
) -> Iterator[tuple[str, str | None, str | None]]:
    """Yield each reading with a coda that may stand before it and an onset behind; None at ends."""
    nobody = (None,)
    before = readings[at - 1] if at else ()
    behind = readings[at + 1] if at + 1 < len(readings) else ()
    codas = {coda_sound(take_apart(syllable).coda) for syllable in before} or nobody
    onsets = {take_apart(syllable).onset for syllable in behind} or nobody
    return product(readings[at], codas, onsets)


def spell(
    table: Mapping[str, Any],  # Any: as in Table
    syllable: str,
    before: str | None,
    behind: str | None,
) -> frozenset[str]:
    """Return every way to write a syllable between a coda and an onset, or at a word's end."""
    letters = take_apart(syllable)
    tails = set(_codas(table, letters.coda, behind))
    pair = table.get("pairs", {}).get(letters.onset + letters.vowel)
    heads = {""} if pair else set(_onsets(table, letters.onset, before))
    vowels = (pair or table["vowels"][letters.vowel]).split()
    latin = {ease("".join(parts)) for parts in product(heads, vowels, tails)}
    return frozenset((syllable,) if table.get("hangul") else ()).union(*latin)


def _onsets(table: Mapping[str, Any], onset: str, before: str | None) -> Iterator[str]:  # Any: same
    for coda, sound in _pairs(table, before, onset):
        changed = [
            spelling
            for rule in table.get("after", ())
            if coda in rule["codas"] and sound in rule["onsets"]
            for spelling in rule["onsets"][sound].split()
        ]
        yield from changed
        if not (changed and table["assimilation"] == "always"):
            yield from table["onsets"].get(sound, "").split() or [""]


def _codas(table: Mapping[str, Any], coda: str, behind: str | None) -> Iterator[str]:  # Any: same
    changed = [
        rule["codas"][coda]
        for rule in table.get("before", ())
        if behind in rule["onsets"] and coda in rule["codas"]
    ]
    yield from changed
    if changed and table["assimilation"] == "always":
        return
    plain = coda if coda in table["codas"] else coda_sound(coda)
    for sound, _ in _pairs(table, plain, behind):
        yield from table["codas"].get(sound, "").split() or [""]


def _pairs(
    table: Mapping[str, Any],  # Any: as in Table
    coda: str | None,
    onset: str | None,
) -> Sequence[Pair]:
    """Return the pairs of coda and onset that a system writes for one: as heard, or as they are."""
    heard = _sounds()["joints"].get(f"{coda}{onset}", ())
    return _WRITTEN[table["assimilation"]]((coda, onset), heard)


_WRITTEN: Mapping[str, Callable[[Pair, Sequence[Pair]], Sequence[Pair]]] = {
    "always": lambda plain, heard: heard or (plain,),
    "either": lambda plain, heard: (plain, *heard),
    "never": lambda plain, _heard: (plain,),
}


def coda_sound(coda: str) -> str:
    """Return the sound of a coda, one of seven; empty for an open syllable."""
    sound: str = _sounds()["by_letter"].get(coda, "")
    return sound


@cache
def _sounds() -> Mapping[str, Any]:  # Any: as in Table
    tables = packaged.table("reading/sounds.toml")
    letters = {letter: sound for sound, found in tables["codas"].items() for letter in found}
    return MappingProxyType(tables | {"by_letter": letters})
