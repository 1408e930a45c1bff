"""Read a syllable that no table spells so, by its consonants: Ihn is near In, Chyung near Chung."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.patterns import late
from tongsa.reading.bearers import part
from tongsa.reading.spelled import Way, section, stood_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tongsa.reading.population import Seat

_SYLLABLE = late(r"([^aeiouyw]*)(wh|[yw])?([aeiouwyŏŭ]+h?)([^aeiouyw]*)")
# finds ch, y, u and ng in "chyung"; a glide is a part of the vowel
_ONSETS: Mapping[str, str] = MappingProxyType(
    {
        "": "",
        **dict.fromkeys(("g", "k", "kh", "gh", "kk", "q", "c"), "k"),
        **dict.fromkeys(("d", "t", "th", "dh", "tt"), "t"),
        **dict.fromkeys(("b", "p", "ph", "bh", "v", "pp"), "p"),
        **dict.fromkeys(("j", "ch", "jh", "z", "tch", "dj", "tsh", "zh"), "j"),
        **dict.fromkeys(("s", "sh", "ss", "sch"), "s"),
        **dict.fromkeys(("r", "l", "rh", "lh"), "r"),
        **{letter: letter for letter in "mnhf"},
    }
)
_CODAS: Mapping[str, str] = MappingProxyType(
    {
        "": "",
        **dict.fromkeys(("k", "g", "ck", "c", "q", "gh", "kk"), "k"),
        **dict.fromkeys(("t", "d", "s", "th"), "t"),
        **dict.fromkeys(("p", "b", "v", "f"), "p"),
        **dict.fromkeys(("n", "nn"), "n"),
        **dict.fromkeys(("m", "mm"), "m"),
        **dict.fromkeys(("l", "r", "ll", "lr"), "l"),
        **dict.fromkeys(("ng", "nng", "gn"), "ng"),
    }
)
_SHARE = 0.01
"""How often a name is spelled by no table."""
_MOST_CHANGES = 2
LOOSE = (Way.KOREAN, Way.TAIWAN)
"""Ways in which people spell as they like."""


@cache
def near(text: str, way: Way, seat: Seat) -> Sequence[tuple[str, float]]:
    """Return what a text may stand for that is spelled nearly so, and how often that is."""
    key = skeleton(text)
    others = part(f"near {section(way, seat)}").get(key) if key else None
    if others is None:
        return ()
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - few names are spelled by no table

    found: dict[str, float] = defaultdict(float)
    for other in others.split(" "):
        changes = Levenshtein.distance(text, other, score_cutoff=_MOST_CHANGES)
        if changes <= _MOST_CHANGES:
            for reading, share in stood_for(other, way, seat):
                found[reading] += share * _SHARE / 4**changes
    return list(found.items())


def skeleton(text: str) -> str:
    """Return the consonants of a syllable without what English ears do not tell apart.

    They are onset, a w behind it and coda, a hyphen before the coda; empty where it is none.
    """
    parts = _SYLLABLE.fullmatch(text)
    if parts is None:
        return ""
    onset, glide, _, coda = parts.groups()
    head, tail = _ONSETS.get(onset), _CODAS.get(coda)
    if head is None or tail is None:
        return ""
    if glide == "wh":
        return f"hw-{tail}"
    return f"{head}{'w' if glide == 'w' else ''}-{tail}"
