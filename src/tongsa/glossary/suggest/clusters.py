"""Bring the spellings, short forms and acronym of one thing together."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tongsa.glossary.suggest.acronyms import initials
from tongsa.glossary.suggest.kinds import LINKS, is_head, is_person, is_place
from tongsa.glossary.suggest.plural import singular
from tongsa.language.fold import fold
from tongsa.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tongsa.glossary.suggest.acronyms import Definition
    from tongsa.glossary.suggest.facts import Facts
    from tongsa.glossary.suggest.names import Name

_WORDS = 3  # of a full form whose acronym is known by the initials alone
_OFTEN = 2


@dataclass(slots=True)
class Cluster:
    """One thing, by all that it is called; grows while names are read."""

    keys: tuple[str, ...]
    """The words of its first spelling, in small letters; never empty."""
    forms: Counter[str] = field(default_factory=Counter)
    """Spellings of its full form, with how often they proved to be names or phrases."""
    hints: Counter[Kind] = field(default_factory=Counter)
    """What the words beside it said that it is."""
    capital: bool = True
    """Whether all its words are plain ones with a capital."""
    phrase: bool = False
    """Whether it is a noun phrase in small letters."""
    nouns: bool = False
    """Whether any of its words stands in small letters, too, in the article."""
    shorts: list[Cluster] = field(default_factory=list)
    """What it is called for short, the acronym among it."""


class Clusters:
    """The clusters of an article."""

    def __init__(self, small: Mapping[str, int], facts: Facts) -> None:
        """Take how often each word stands in small letters."""
        self._small = small
        self._facts = facts
        self._found: dict[str, Cluster] = {}
        self._taken: set[str] = set()

    def __iter__(self) -> Iterator[Cluster]:
        """Yield those that are no short form of another, in the order of their first mention."""
        return (cluster for key, cluster in self._found.items() if key not in self._taken)

    def add_names(self, names: Sequence[Name]) -> None:
        """Put each name to its like; one of a single word that is a common noun here is left."""
        whole = {name.keys for name in names}
        owned = _owned(names)
        for name in names:
            if name.keys[-1].isdigit() and name.keys[:-1] in whole:
                continue  # "Ayr 38", a score
            if len(name.keys) == 1 and name.capital and not self._is_name(name):
                continue
            text = name.text + name.ending if name.keys in owned else name.text
            cluster = self._of(text, name.keys)
            cluster.forms[text] += 1
            cluster.capital &= name.capital
            cluster.nouns = any(word in self._small for word in name.keys)
            if name.kind:
                cluster.hints[name.kind] += 1

    def add_phrases(self, phrases: Mapping[str, str]) -> None:
        """Add phrases, by their keys, that no name is spelled like."""
        for key, text in phrases.items():
            if spelling(text) not in self._found:
                cluster = self._of(text, tuple(key.split()))
                cluster.forms[text] += 1
                cluster.capital, cluster.phrase = False, True

    def add_definitions(self, definitions: Iterable[Definition]) -> None:
        """Put acronyms below what they stand for, and add that where it is new."""
        for full, acronym in definitions:
            cluster = self._of(full, tuple(fold(full).replace("-", " ").split()))
            if not cluster.forms:
                cluster.capital, cluster.phrase = False, full == full.lower()
            cluster.forms[full] += 1
            self._shorten(cluster, acronym)

    def join(self) -> None:
        """Put short forms below the names that they shorten."""
        self._join_initials()
        self._join_parts()
        self._join_words()

    def _of(self, text: str, keys: tuple[str, ...]) -> Cluster:
        return self._found.setdefault(spelling(text), Cluster(keys))

    def _is_name(self, name: Name) -> bool:
        return self._small.get(name.keys[0], 0) == 0 or name.kind is Kind.PERSON

    def _shorten(self, cluster: Cluster, form: str) -> None:
        key = spelling(form)
        short = self._found.setdefault(key, Cluster((fold(form),), Counter([form])))
        if key not in self._taken and short is not cluster:
            cluster.shorts.append(short)
            cluster.hints.update(short.hints)
            self._taken.add(key)

    def _names(self) -> Iterator[tuple[str, Cluster]]:
        for key, cluster in self._found.items():
            if key not in self._taken and not cluster.phrase:
                yield key, cluster

    def _join_initials(self) -> None:
        """Join *WHO* to *World Health Organization*, unless two names have the letters."""
        full: defaultdict[str, list[Cluster]] = defaultdict(list)
        for _, cluster in self._names():
            if len(cluster.keys) >= _WORDS:
                full[initials(cluster.keys, self._facts.function)].append(cluster)
        for key, cluster in list(self._names()):
            if len(full[key]) == 1 and len(key) >= _WORDS and any(map(str.isupper, cluster.forms)):
                self._shorten(full[key][0], next(iter(cluster.forms)))

    def _join_parts(self) -> None:
        """Join *Judiciary Committee* to *Senate Judiciary Committee*."""
        parts: dict[tuple[str, ...], Cluster] = {}
        for _, cluster in self._names():
            words = cluster.keys
            for length in range(_OFTEN, len(words)):
                if words[-length - 1] not in self._facts.function:
                    parts.setdefault(words[-length:], cluster)
                if is_head(words[length - 1], self._facts) and words[length] in LINKS:
                    parts.setdefault(words[:length], cluster)
        for _, cluster in list(self._names()):
            longer = parts.get(cluster.keys)
            if longer is None or is_place(longer, self._facts) or is_place(cluster, self._facts):
                continue
            if is_head(cluster.keys[-1], self._facts) or is_person(longer, self._facts):
                self._shorten(longer, next(iter(cluster.forms)))

    def _join_words(self) -> None:
        """Join *Liang* to *Liang Guangzhong*; forget *the Commission* of nothing that is named."""
        first: defaultdict[str, list[Cluster]] = defaultdict(list)
        last: defaultdict[str, list[Cluster]] = defaultdict(list)
        for _, cluster in self._names():
            words = cluster.keys
            person = is_person(cluster, self._facts)
            if len(words) > 1 and not is_place(cluster, self._facts):
                first[words[0]].append(cluster)
                if person or is_head(words[-1], self._facts):
                    last[singular(words[-1])].append(cluster)
        for key, cluster in list(self._names()):
            word = cluster.keys[0]
            if len(cluster.keys) > 1 or not cluster.capital or self._is_of_places(word):
                continue
            head = is_head(word, self._facts)
            owners = last[singular(word)] or (first[word] if not head else [])
            if owners:
                most = max(owners, key=lambda owner: owner.forms.total())
                self._shorten(most, next(iter(cluster.forms)))
            elif head:
                self._taken.add(key)

    def _is_of_places(self, word: str) -> bool:
        return word in self._facts.places or word in self._facts.demonyms


def spelling(text: str) -> str:
    """Return what all spellings of a name share: its letters and digits, in the singular."""
    words = fold(text).replace(".", "").split()
    if words:
        words[-1] = singular(words[-1])
    return "".join(sign for sign in "".join(words) if sign.isalnum())


def _owned(names: Iterable[Name]) -> set[tuple[str, ...]]:
    """Return names that stand in the possessive alone, not always with a noun: *Sainsbury's*."""
    times: Counter[tuple[str, ...]] = Counter()
    alone, bare = set(), set()
    for name in names:
        times[name.keys] += 1
        if not name.ending:
            bare.add(name.keys)
        elif name.alone:
            alone.add(name.keys)
    return {keys for keys in alone - bare if times[keys] >= _OFTEN}
