"""Tell what a name in Latin letters may be in Hangul, by what may be heard in it."""

from __future__ import annotations

from heapq import nlargest
from itertools import product
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.reading import mandarin
from tongsa.reading.bearers import key_of
from tongsa.reading.population import population
from tongsa.reading.spelled import LAYERS, stood_for
from tongsa.reading.systems import SYSTEMS, read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tongsa.reading.parse import Hypothesis
    from tongsa.reading.sound import Sound

_MOST = 4
"""Forms that are told."""


def heard(hypotheses: Sequence[Hypothesis], layer: str) -> Sequence[str]:
    """Return the forms of a name that is heard in a language, the likeliest first.

    Mandarin is put into Hangul by its sounds: Lai Ching-te is 라이칭더, or 라이징더.
    """
    forms: dict[str, float] = {}
    for each in hypotheses:
        if LAYERS.get(each.sounds[0].way) != layer:
            continue
        for chosen in product(*(_syllables(sound, layer) for sound in each.sounds)):
            share = each.share
            for part, _ in chosen:
                share *= part
            text = "".join(text for _, text in chosen)
            forms[text] = forms.get(text, 0) + share
    return nlargest(_MOST, forms, key=lambda text: forms[text])


def _syllables(sound: Sound, layer: str) -> Sequence[tuple[float, str]]:
    """Return the syllables in Hangul that a sound may be, each with its weight."""
    zh, ko = population().shares[sound.seat]
    found = []
    for reading, share in stood_for(sound.text, sound.way, sound.seat):
        places = sound.by_reading.get(key_of(reading), {})
        weight = share * sum((zh[at] + ko[at]) * part for at, part in places.items())
        found.append((weight, _IN_HANGUL[layer](reading)))
    return nlargest(_MOST, found)


def _transcribed(reading: str) -> str:
    table = read_table(SYSTEMS["Mandarin in Hangul"])
    return "".join(mandarin.in_full(table, it)[0] for it in reading.split("+"))


def _joined(reading: str) -> str:
    return reading.replace("+", "")


_IN_HANGUL: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {"mandarin": _transcribed, "korean": _joined}
)
