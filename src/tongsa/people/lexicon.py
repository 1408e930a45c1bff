"""The words that tell persons from what else is written with capitals."""

from __future__ import annotations

import unicodedata
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tongsa import packaged
from tongsa.language.english_names import english_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Words = frozenset[str]
_MADE = frozenset({"endings", "places"})
"""What lists hold, but not as it is kept."""
_MARKS = (
    *("strong", "weak", "qualifiers", "roles", "last", "either", "first", "function"),
    "postnominals",
)
"""The lists of what may be something else than a part of a name."""


class Lexicon(NamedTuple):
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
    endings: tuple[str, ...]
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
    place_heads: Words
    """The first words of those of several."""
    marked: Words
    """All that may be something else than a part of a name."""


@cache
def lexicon() -> Lexicon:
    """Return all that is known of words."""
    names = english_names()
    lists = {name.rpartition(".")[2]: frozenset(words) for name, words in told().items()}
    cldr = (line for line in packaged.text("people/places.txt").splitlines() if line[0] != "#")
    places = frozenset((*map(spell, told()["organisations.places"]), *cldr))
    other = lists["nobody"] | frozenset(told()["organisations.eastern"]) | lists["calendar"]
    given = set(names["given"])  # of a few thousand only these are touched
    given -= places
    given |= lists["mainly"]
    given -= lists["hardly"] | lists["months"]
    weak = names["given-word"] | (names["given"] & places) | lists["months"]
    heads = frozenset(place.split()[0] for place in places if " " in place)
    return Lexicon(
        **{name: lists[name] for name in Lexicon._fields if name in lists and name not in _MADE},
        endings=tuple(lists["endings"]),
        other=other,
        unshaped=other | places | lists["last"] | lists["strong"],
        given=frozenset(given),
        given_weak=weak - lists["hardly"] - given,
        families=names["family"],
        family_words=names["family-word"],
        places=places,
        place_heads=heads,
        marked=heads.union(places, other, *(lists[name] for name in _MARKS)),
    )


@cache
def told() -> Mapping[str, Sequence[str]]:
    """Return the lists of words that people wrote, folded, by their dotted names."""
    lines = packaged.text("people/words.txt").splitlines()
    rows = (line.split("\t") for line in lines if line[0] != "#")
    return MappingProxyType({name: words for name, *words in rows})


def fold(text: str) -> str:
    """Return a word in small letters, without diacritics."""
    if text.isascii():
        return text.lower()
    bare = unicodedata.normalize("NFD", text.casefold().replace("’", "'"))
    return "".join(sign for sign in bare if not unicodedata.combining(sign))


def spell(phrase: str) -> str:
    """Return a phrase as places are kept: folded, without stops."""
    return fold(phrase.replace(".", ""))


def is_plain(key: str) -> bool:
    """Tell whether nothing is known of a word but that it may be a name, as of most names."""
    known = lexicon()
    return not (
        key in known.marked or key.removesuffix("s") in known.marked or key.endswith(known.endings)
    )


def is_given(key: str) -> bool:
    """Tell whether a word is a given name and little else; of Ann-Laure the first part tells."""
    given = lexicon().given
    head, hyphen, _ = key.partition("-")
    return key in given or bool(hyphen and head in given)
