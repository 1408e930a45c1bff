"""The words that tell persons from what else is written with capitals."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from tongsa.language.english_names import english_names
from tongsa.people.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Words = frozenset[str]
_STRAYS = frozenset({"Etc", "Antarctica"})  # its stations are called Davis, Casey and Palmer
_TOO_SHORT = 3  # "US" and "UK" are told by their capitals


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """What is known of single words, all folded."""

    strong: Words
    """Titles that are nobody's name."""
    weak: Words
    """Titles that firms, places and plain names begin with, too."""
    qualifiers: Words
    postnominals: Words
    suffixes: Words
    abbreviations: Words
    roles: Words
    of_firms: Words
    """The roles that firms and places have, too."""
    of_teams: Words
    """Those that several of are a team."""
    clauses: Words
    """What begins a clause, so that no phrase behind a name goes on."""
    beginnings: Words
    """What no phrase about a person begins with."""
    verbs: Words
    last: Words
    """What makes the words before it an organisation, a place, an event or a work."""
    either: Words
    """The same, or a family name."""
    rather: Words
    """A family name behind a given name, whatever it is elsewhere."""
    endings: Words
    """What the last word of a firm's name may end with."""
    first: Words
    """What does so with the words behind it."""
    named_after: Words
    other: Words
    """What is no part of a name, firms and places that sound like East Asian names among it."""
    unshaped: Words
    """What no East Asian name holds, whatever its shape."""
    function: Words
    families_too: Words
    """The function words that are family names as well."""
    particles: Words
    of_people: Words
    """Those that stand in no name of a place or a firm."""
    joined: Words
    initials: Words
    locators: Words
    """Prepositions of place."""
    makers: Words
    """What stands before those who said or made it."""
    given: Words
    given_weak: Words
    """Given names that are English words or places as well."""
    families: Words
    """Family names that are no English words."""
    family_words: Words
    """Family names that are."""
    places: Words
    """Names of places, of one word or more, a space between them."""


@cache
def lexicon() -> Lexicon:
    """Return all that is known of words."""
    tables, names = _read("words.toml"), english_names()
    lists = {
        name: _words(text)
        for table in tables.values()
        for name, text in table.items()
        if isinstance(text, str)
    }
    phrases = tables["organisations"]
    places = frozenset((*map(_spell, phrases["places"]), *_places()))
    other = lists["nobody"] | lists["eastern"] | _calendar()
    known = (names["given"] | names["given-word"] | lists["mainly"]) - lists["hardly"]
    given = ((names["given"] - places) | lists["mainly"]) - lists["hardly"] - lists["months"]
    return Lexicon(
        **{field.name: lists[field.name] for field in fields(Lexicon) if field.name in lists},
        named_after=frozenset(phrases["named_after"]),
        other=other,
        unshaped=other | places | lists["last"] | lists["strong"],
        given=given,
        given_weak=known - given,
        families=names["family"],
        family_words=names["family-word"],
        places=places,
    )


def is_given(key: str) -> bool:
    """Tell whether a word is a given name and little else; of Ann-Laure the first part tells."""
    given = lexicon().given
    head, hyphen, _ = key.partition("-")
    return key in given or bool(hyphen and head in given)


def _read(name: str) -> Mapping[str, Any]:  # Any: as TOML gives it
    text = resources.files("tongsa.people").joinpath(name).read_text("utf-8")
    return tomllib.loads(text)


def _words(text: str) -> Words:
    return frozenset(map(fold, text.split()))


def _spell(phrase: str) -> str:
    return fold(phrase.replace(".", ""))


def _calendar() -> Words:
    """Return the names of months and days, of which May, June and April are given names, too."""
    from babel import Locale  # noqa: PLC0415 - it takes as long as all else together

    english = Locale("en")
    months: Iterable[str] = english.months["format"]["wide"].values()
    days: Iterable[str] = english.days["format"]["wide"].values()
    return frozenset(map(fold, (*months, *days))) - {"may", "june", "april", "august"}


def _places() -> Iterator[str]:
    """Yield the territories of CLDR, and the cities that its time zones are called by."""
    from babel import Locale  # noqa: PLC0415 - as above
    from babel.core import get_global  # noqa: PLC0415 - as above

    english = Locale("en")
    zones: Sequence[str] = [*get_global("zone_territories")]
    cities = [zone.split("/")[-1].replace("_", " ") for zone in zones if _is_city(zone)]
    named = [zone["city"] for zone in english.time_zones.values() if "city" in zone]
    for name in (*english.territories.values(), *cities, *named):
        place = _spell(name)
        if len(place) > _TOO_SHORT:
            yield place


def _is_city(zone: str) -> bool:
    return "/" in zone and zone.partition("/")[0] not in _STRAYS
