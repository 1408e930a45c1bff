"""Load the words by which candidates are told from running text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from tongsa import packaged
from tongsa.errors import GlossaryError
from tongsa.glossary.suggest.plural import singular
from tongsa.language.fold import fold
from tongsa.language.load import facts as language_facts
from tongsa.language.load import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Words = frozenset[str]

_BRIEF = 4  # letters of an abbreviation that has no plural in -s
_UNIONS = frozenset({"EU", "EZ", "UN"})
"""Codes that CLDR lists among the territories, and that are organisations."""
_TENSES = ("", "s", "es", "ed", "d", "ing", "er", "ers")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What ``suggest/<language>.toml`` and the language's own file say, in small letters."""

    function: Words
    """Closed classes, adverbs and numerals."""
    in_ly: Words
    """Nouns and names that end as adverbs do."""
    verbs: Words
    """In all their forms."""
    adjectives: Words
    in_est: Words
    """Words that end as superlatives do and are none."""
    relational: Words
    generic: Words
    units: Words
    starters: Words
    """Words that begin sentences and are no names."""
    abbreviations: Words
    """Words whose full stop is their own."""
    says: Words
    calendar: Words
    month: str
    month_after: Words
    demonyms: Words
    directions: Words
    letters: Words
    references: Words
    nameless: Words
    """Words with a capital that name nothing by themselves."""
    titles: Words
    ranks: Words
    untitled: Words
    callings: Words
    particles: Words
    suffixes: Words
    tied: Words
    given: Words
    places: Words
    """Countries and cities of Unicode CLDR among them."""
    heads: Mapping[str, Words]
    """Last words of names, by what is named."""
    leading: Mapping[str, Words]
    """Words within a name that a small word, such as *of*, may lead on from."""
    landed: Words
    owned: Words
    fields: Words
    place_before: Words

    def ordinary(self, word: str) -> bool:
        """Whether a word in small letters is one of running text, whatever it is about."""
        return (
            word in self.function
            or word in self.verbs
            or word in self.adjectives
            or word in self.starters
            or (word.endswith("ly") and word not in self.in_ly)
        )

    def is_generic(self, word: str) -> bool:
        """Whether a noun, in either number, belongs to no subject."""
        return word in self.generic or singular(word) in self.generic


@cache
def facts(language: str) -> Facts:
    """Return the words of a language; raise GlossaryError where none are known."""
    code = normalise(language)
    tables = packaged.table(f"glossary/suggest/{code}.toml")
    if not tables:
        raise GlossaryError(
            f'no words are known by which to suggest terms of "{code}"',
            mend="suggest from an article in English",
        )
    listed = _listed(tables) | _language(code)
    listed["places"] |= frozenset(_places(code))
    return Facts(**listed)


def _listed(tables: Mapping[str, Any]) -> dict[str, Any]:  # Any: as TOML gives it
    """Return the words of a file by their names, those joined that are asked for together."""
    groups = [tables[name] for name in ("words", "capitals", "names", "tied_names")]
    listed = {key: _set(value) for group in groups for key, value in group.items()}
    merged = {key: listed.pop(key) for key in ("adverbs", "numerals", "irregular", "labels")}
    linking, seated = listed.pop("linking"), listed.pop("seated")
    titles = listed["titles"]
    return listed | {
        "month": tables["capitals"]["month"],
        "function": listed["function"] | merged["adverbs"] | merged["numerals"],
        "verbs": frozenset(_inflected(listed["verbs"])) | merged["irregular"],
        "units": _numbers(listed["units"]),
        "calendar": _numbers(listed["calendar"]),
        "demonyms": _numbers(listed["demonyms"]),
        "titles": titles | _numbers(title for title in titles if len(title) > _BRIEF),
        "heads": {kind: _set(heads) for kind, heads in tables["heads"].items()},
        "leading": {
            "of": linking | listed["landed"],
            "for": linking,
            "on": linking,
            "in": seated,
        },
        "nameless": _numbers(listed["demonyms"] | titles)
        | listed["ranks"]
        | listed["references"]
        | listed["directions"]
        | merged["labels"],
    }


def _language(code: str) -> dict[str, Words]:
    """Return what the language's own file says."""
    segment = language_facts(code).tables["segment"]
    following = segment["next"]
    return {
        "starters": _folded([*following["starters"], *following["subjects"]]),
        "abbreviations": _folded(chain.from_iterable(segment["abbreviations"].values())),
        "says": _folded(segment["attribution"]["verbs"]),
    }


def _set(words: Iterable[str]) -> Words:
    return frozenset(words)


def _numbers(words: Iterable[str]) -> Words:
    """Return words in the singular and the plural."""
    return frozenset(form for word in words for form in (word, f"{word}s"))


def _folded(texts: Iterable[str]) -> Words:
    return frozenset(map(fold, texts))


def _inflected(verbs: Iterable[str]) -> Iterator[str]:
    """Yield regular forms, and some that no verb has, which cost nothing."""
    for verb in verbs:
        stem = verb[:-1]
        yield from (verb + tense for tense in _TENSES)
        if verb.endswith("e"):
            yield from (f"{stem}ing", f"{stem}ers")
        elif verb.endswith("y"):
            yield from (f"{stem}ies", f"{stem}ied")
        else:
            yield from (f"{verb}{verb[-1]}ing", f"{verb}{verb[-1]}ed")


def _places(code: str) -> Iterator[str]:
    from babel import Locale  # noqa: PLC0415 - heavy, and suggesting alone needs it

    locale = Locale.parse(code)
    for territory, name in locale.territories.items():
        if name[0].isupper() and territory not in _UNIONS:  # "world"
            yield fold(name)
    for zone in locale.time_zones:
        region, _, city = str(zone).rpartition("/")
        if region and region != "Etc":
            yield fold(city.replace("_", " "))
