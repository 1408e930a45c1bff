"""The words that tell persons from what else is written with capitals."""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources

from tongsa.language.english_names import english_names

Words = frozenset[str]


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


@cache
def lexicon() -> Lexicon:
    """Return all that is known of words."""
    tables, names = tomllib.loads(_read("words.toml")), english_names()
    lists = {
        name: _words(text)
        for table in tables.values()
        for name, text in table.items()
        if isinstance(text, str)
    }
    phrases = tables["organisations"]
    cldr = (line for line in _read("places.txt").splitlines() if line[0] != "#")
    places = frozenset((*map(spell, phrases["places"]), *cldr))
    other = lists["nobody"] | lists["eastern"] | lists["calendar"]
    known = (names["given"] | names["given-word"] | lists["mainly"]) - lists["hardly"]
    given = ((names["given"] - places) | lists["mainly"]) - lists["hardly"] - lists["months"]
    endings = tuple(lists.pop("endings"))
    return Lexicon(
        **{field.name: lists[field.name] for field in fields(Lexicon) if field.name in lists},
        endings=endings,
        named_after=frozenset(phrases["named_after"]),
        other=other,
        unshaped=other | places | lists["last"] | lists["strong"],
        given=given,
        given_weak=known - given,
        families=names["family"],
        family_words=names["family-word"],
        places=places,
        place_heads=frozenset(place.split()[0] for place in places if " " in place),
    )


def fold(text: str) -> str:
    """Return a word in small letters, without diacritics."""
    if text.isascii():
        return text.lower()
    bare = unicodedata.normalize("NFD", text.casefold().replace("’", "'"))
    return "".join(sign for sign in bare if not unicodedata.combining(sign))


def spell(phrase: str) -> str:
    """Return a phrase as places are kept: folded, without stops."""
    return fold(phrase.replace(".", ""))


def is_given(key: str) -> bool:
    """Tell whether a word is a given name and little else; of Ann-Laure the first part tells."""
    given = lexicon().given
    head, hyphen, _ = key.partition("-")
    return key in given or bool(hyphen and head in given)


def _read(name: str) -> str:
    return resources.files("tongsa.people").joinpath(name).read_text("utf-8")


def _words(text: str) -> Words:
    return frozenset(map(fold, text.split()))
