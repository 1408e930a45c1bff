"""Say what names have in common: characters, systems, and the reason in a sentence."""

from __future__ import annotations

from heapq import nlargest
from itertools import product
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tongsa.reading.fit import fits
from tongsa.reading.population import Seat, population
from tongsa.reading.spelled import Way

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.reading.parse import Hypothesis, Name
    from tongsa.reading.sound import Sound

_SELDOM = 0.005
"""The part of a system below which it is not told."""
_MOST = 3
"""Ways to write a name in characters that are told."""
_SYSTEMS: Mapping[Way, Mapping[str, float]] = MappingProxyType(
    {
        Way.PINYIN: {"Hanyu Pinyin": 1.0},
        Way.TAIWAN: {
            "Wade–Giles": 0.72,
            "Tongyong Pinyin": 0.1,
            "MPS II": 0.08,
            "Gwoyeu Romatzyh": 0.05,
            "Taiwan usage": 0.05,
        },
        Way.KOREAN: {
            "Revised Romanization": 0.4,
            "McCune–Reischauer": 0.25,
            "North Korean": 0.1,
            "Yale": 0.02,
            "Sino-Korean": 0.1,
        },
        Way.CANTONESE: {"Hong Kong": 0.9, "Jyutping": 0.1},
        Way.HANGUL: {"Sino-Korean": 1.0},
        Way.TRANSCRIBED: {"Mandarin in Hangul": 1.0},
        Way.HAN: {},
    }
)
"""The systems of each way, and their shares where a spelling fits several."""
_LANGUAGES: Mapping[Way, str] = MappingProxyType(
    {
        Way.PINYIN: "in Hanyu Pinyin",
        Way.TAIWAN: "as Taiwan spells Mandarin",
        Way.KOREAN: "as it is read in Korean",
        Way.CANTONESE: "as it is read in Cantonese",
        Way.HANGUL: "as it is read in Korean",
        Way.TRANSCRIBED: "Mandarin written in Hangul",
        Way.HAN: "in characters",
    }
)


class Pair(NamedTuple):
    """Two hypotheses of one people that go together, and how well they do."""

    weight: float
    people: int
    ours: Hypothesis
    theirs: Hypothesis


def pairs(one: Name, other: Name) -> list[Pair]:
    """Return the pairs of hypotheses whose family names may be one, the best first."""
    found = []
    for people, (ours, theirs) in enumerate(zip(one.likely, other.likely, strict=True)):
        for our, their in product(ours, theirs):
            if len(our.sounds) != len(their.sounds):
                continue
            weight = our.share * their.share
            for left, right in zip(our.sounds, their.sounds, strict=True):
                weight *= left.ratio(right)[people] + 1e-9
            found.append(Pair(weight, people, our, their))
    return sorted(found, key=lambda it: -it.weight)


def characters(one: Name, other: Name) -> Sequence[str]:
    """Return what two names most likely are in Han characters, the likeliest first."""
    best = pairs(one, other)
    if not best or one.doubt or other.doubt:
        return ()
    for each in (best[0].ours, best[0].theirs):
        if each.sounds[0].way is Way.HAN:
            return ("".join(sound.text for sound in each.sounds),)
    slots = [
        _likely(best[0].people, left, right)
        for left, right in zip(best[0].ours.sounds, best[0].theirs.sounds, strict=True)
    ]
    return _written(slots)


def guess(name: Name, most: int = _MOST) -> Sequence[str]:
    """Return what one name most likely is in Han characters."""
    found: dict[str, float] = {}
    for people, hypotheses in enumerate(name.likely):
        for each in hypotheses[:2]:
            slots = [_likely(people, sound, sound, power=0.5) for sound in each.sounds]
            for place, text in enumerate(_written(slots, most)):
                found[text] = max(found.get(text, 0), each.share / (1 + place))
    return nlargest(most, found, key=lambda text: found[text])


def _likely(
    people: int, left: Sound, right: Sound, *, power: float = 1.0
) -> list[tuple[float, str]]:
    """Return the characters that two syllables may be, with their weights."""
    everyone = population()
    shares = everyone.shares[left.seat][people]
    common = (place for place in left.characters if place in right.characters)
    weighed = (
        (
            shares[at] * (left.characters[at] * right.characters[at]) ** power,
            everyone.characters[at],
        )
        for at in common
    )
    return nlargest(_MOST, weighed)


def _written(slots: Sequence[Sequence[tuple[float, str]]], most: int = _MOST) -> list[str]:
    """Return the likeliest combinations of one character of each slot."""
    if not all(slots):
        return []
    found = []
    for chosen in product(*slots):
        weight = 1.0
        for share, _ in chosen:
            weight *= share
        found.append((weight, "".join(text for _, text in chosen)))
    return [text for _, text in nlargest(most, found)]


def systems(name: Name, likely: Sequence[str]) -> Mapping[str, float]:
    """Return the systems by which a name may be spelled, with their shares, the likeliest first."""
    texts = likely or guess(name)
    found: dict[str, float] = {}
    for way, share in _ways(name).items():
        for system, part in _SYSTEMS[way].items():
            if any(fits(name.text, text, system) for text in texts):
                found[system] = found.get(system, 0) + share * part
    whole = sum(found.values())
    ranked = sorted(found.items(), key=lambda it: -it[1])
    return {system: round(share / whole, 3) for system, share in ranked if share > _SELDOM * whole}


def _ways(name: Name) -> Mapping[Way, float]:
    found: dict[Way, float] = {}
    for hypotheses in name.likely:
        for each in hypotheses:
            way = each.sounds[0].way
            found[way] = found.get(way, 0) + each.share
    return found


# The reason


def reason(one: Name, other: Name, verdict: str, likely: Sequence[str]) -> str:
    """Return why two names are one person's or not."""
    return _REASONS[verdict](one, other, likely)


def _same(one: Name, other: Name, likely: Sequence[str]) -> str:
    if one.letters == other.letters:
        return f"{one.text} and {other.text} are spelled alike."
    found = pairs(one, other)
    if one.doubt or other.doubt or not found:
        few, many = sorted((one, other), key=lambda name: len(name.spelled))
        return f"All words of {few.text} are in {many.text}."
    best = found[0]
    ways = [
        f"{name.text} {_LANGUAGES[each.sounds[0].way]}"
        for name, each in ((one, best.ours), (other, best.theirs))
    ]
    return f"Both can be {likely[0]}: {ways[0]}, {ways[1]}."


def _possible(one: Name, other: Name, likely: Sequence[str]) -> str:
    few, many = sorted((one, other), key=lambda name: len(name.spelled))
    if set(few.spelled) <= set(many.spelled):
        return f"{few.text} is a part of {many.text}."
    for name in (one, other):
        if name.doubt:
            return f"The family name may be one, but {name.doubt}."
    for name in (one, other):
        if not name.full:
            return f"{name.text} is a family name alone, which many people have."
    if likely:
        return f"Both can be {likely[0]}, but so can many names that are spelled like these."
    return "The family name may be one, and nothing tells more."


def _different(one: Name, other: Name, _likely: Sequence[str]) -> str:
    for name in (one, other):
        if not name.syllables:
            return f"{name.text} is no Chinese or Korean name, and the words differ."
    if told := _told_apart(one, other):
        return told
    for left, right in _apart(one, other):
        what = "family name" if left.seat is Seat.FAMILY else "character of the given name"
        return f"No {what} is written both {_shown(left)} and {_shown(right)}."
    return "Nothing reads both as one name, or chance would bring them together as often."


def _told_apart(one: Name, other: Name) -> str:
    """Return what both names have that one person has but once; empty where there is nothing."""
    if one.english and other.english and one.english != other.english:
        given = " and ".join(name.english[0].capitalize() for name in (one, other))
        return f"The English given names differ: {given}."
    if one.pinyin and other.pinyin and one.pinyin != other.pinyin:
        return f"Both are spelled in Hanyu Pinyin: {one.pinyin}, and {other.pinyin}."
    if one.formal and other.formal and one.formal != other.formal:
        return f"{one.text} is {one.formal} in Hangul, {other.text} is {other.formal}."
    return ""


def _apart(one: Name, other: Name) -> Iterator[tuple[Sound, Sound]]:
    """Yield the syllables that no character joins, where the names go best together."""
    for best in pairs(one, other)[:1]:
        for left, right in zip(best.ours.sounds, best.theirs.sounds, strict=True):
            if not left.ratio(right)[best.people]:
                yield left, right


def _shown(sound: Sound) -> str:
    return f'"{sound.text}" ({_LANGUAGES[sound.way]})'


_REASONS = MappingProxyType({"same": _same, "possible": _possible, "different": _different})
