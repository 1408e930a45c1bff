"""Tell which of the words that news is made of a source holds, and whether a target says them."""

from __future__ import annotations

from functools import cache, cached_property, lru_cache
from math import log
from string import ascii_lowercase
from typing import TYPE_CHECKING, NamedTuple

from tongsa import packaged
from tongsa.patterns import late

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet


_STATES = late(r"U\.(?:S\.A|S|K|N)\b\.?")  # finds "U.S." in "the U.S. Senate"
_WORD = late(rb"[a-z~]+")
_OTHERS = "".join(map(chr, range(0xC0, 0x100))).replace("×", "").replace("÷", "")
"""Letters of Latin-1 that English lacks: a word with one of them is none of the table."""
_SMALL = "".join(
    it if it in ascii_lowercase else "~" if it in _OTHERS else " "
    for it in map(chr, bytes(range(256)).lower())
).encode()
"""What is left of each byte of an English text in Latin-1: a small letter or a space."""
_BEGIN = 2
"""Letters by which forms are looked up."""
_MOST_SEEN = 100_000
"""Words of texts that are remembered."""
_COLUMNS = ("ko", "zh_TW", "zh_CN")
"""The editions, in the table's order."""
_RATES = {"ko": 0, "zh_TW": 2, "zh_CN": 2}
"""Where an edition's two rates stand among a word's."""


class Word(NamedTuple):
    """A word of the table, and how an edition says it."""

    key: str
    """Its first English form."""
    forms: tuple[str, ...]
    """None of them inflects, or what stands here is what the inflected ones have in common."""
    missed: float
    """In how many of translations that are right another word stands."""
    chance: float
    """In how many of other sentences' translations one of the forms stands."""
    said: float
    """How much likelier it is that a target which does translates something else: a logarithm."""
    unsaid: float
    """How much likelier it is of one that does not."""


class _English:
    """The English words of the table; inflected ones are found as texts bring them."""

    def __init__(self, text: str) -> None:
        self.rows = [row for row in text.splitlines() if not row.startswith("#")]
        self.of: dict[bytes, int] = {}
        """In which row a word or two stand."""
        for number, row in enumerate(self.rows):
            forms = row[: row.index(" | ")].encode().split(b", ")
            self.of.update(dict.fromkeys(forms, number))
        self.second: dict[bytes, set[bytes]] = {}
        """What stands behind the first words of those that are two."""
        for first, space, second in [form.partition(b" ") for form in self.of]:
            if space:
                self.second.setdefault(first, set()).add(second)
        self._known = {*self.of, *self.second}
        self._seen = {*self._known}
        """Words that are known, or are known to be none of the table."""

    def rows_in(self, source: str) -> Sequence[int]:
        """Return the rows of which a text has words, each once."""
        words = tokens(source)
        found = self._among(words)
        firsts = self.second.keys() & found
        if firsts and any(not self.second[first].isdisjoint(words) for first in firsts):
            return tuple(dict.fromkeys(row for _, row in self._in_order(words, found)))
        return tuple({self.of[it]: None for it in sorted(found) if it in self.of})

    def in_order(self, source: str) -> Iterator[tuple[int, int]]:
        """Yield the index of each word of the table in a text, the first of two, and its row."""
        words = tokens(source)
        yield from self._in_order(words, self._among(words))

    def _in_order(
        self, words: Sequence[bytes], found: AbstractSet[bytes]
    ) -> Iterator[tuple[int, int]]:
        of, second = self.of, self.second
        behind = -1
        for at, text in enumerate(words):
            if text not in found or at == behind:
                continue
            both = of.get(b" ".join(words[at : at + 2])) if text in second else None
            behind = at + 1 if both is not None else -1
            number = of.get(text) if both is None else both
            if number is not None:
                yield at, number

    def holds(self, word: str) -> bool:
        """Whether a word in small letters is one of the table."""
        text = word.encode()
        return text in self._among((text,)) and text in self.of

    def _among(self, words: Sequence[bytes]) -> AbstractSet[bytes]:
        """Return the words of a text that are in the table, or may be the first of two."""
        if not self._seen.issuperset(words):
            self._learn(words)
        return self._known.intersection(words)

    def _learn(self, words: Sequence[bytes]) -> None:
        if len(self._seen) > _MOST_SEEN:
            self._seen = {*self._known}
        for word in {*words} - self._seen:
            number = next((self.of[it] for it in uninflected(word) if it in self.of), None)
            if number is not None:
                self.of[word] = number
                self._known.add(word)
        self._seen.update(words)


@lru_cache(maxsize=2)
def _english(text: str) -> _English:
    return _English(text)


@lru_cache(maxsize=4096)
def _rows_in(english: _English, source: str) -> Sequence[int]:
    return english.rows_in(source)  # the editions of an article have the same sources


class _Rows(dict[int, Word]):
    """The rows as one edition needs them, each read when first asked for."""

    def __init__(self, rows: Sequence[str], language: str) -> None:
        super().__init__()
        self._rows = rows
        self.column = _COLUMNS.index(language) + 1
        self._rates = _RATES[language]

    def __missing__(self, number: int) -> Word:
        cells = self._rows[number].split(" | ")
        rates = cells[-1].split()[self._rates : self._rates + 2]
        missed, chance = (int(rate) / 100 for rate in rates)
        said, unsaid = log(chance / (1 - missed)), log((1 - chance) / missed)
        forms = tuple(cells[self.column].split(", "))
        key = cells[0].partition(", ")[0]
        word = self[number] = Word(key, forms, missed, chance, said, unsaid)
        return word


class Words:
    """The table, as one edition needs it."""

    def __init__(self, text: str, language: str) -> None:
        """Read it for one of the editions that it has a column for."""
        self._english = _english(text)
        self._row = _Rows(self._english.rows, language)

    def named(self, source: str) -> Mapping[str, Word]:
        """Return the words of the table in an English text, by their first form."""
        row = self._row
        return {word.key: word for word in [row[it] for it in _rows_in(self._english, source)]}

    def places(self, source: str) -> Mapping[str, Sequence[int]]:
        """Return where in an English text the table's words begin, by their first form."""
        starts = [it.start() for it in _WORD.finditer(_letters(source))]
        found: dict[str, list[int]] = {}
        for at, row in self._english.in_order(source):
            found.setdefault(self._row[row].key, []).append(starts[at])
        return found

    def told(self, target: str) -> Mapping[str, Word]:
        """Return the words of the table that a target may say, by their first form.

        Where forms overlap, the first tells, and of those that begin together the longest.
        """
        found: dict[str, Word] = {}
        at = 0
        while at < len(target) - 1:
            for form, number in self._begun.get(target[at : at + _BEGIN], ()):
                if target.startswith(form, at):
                    word = self._row[number]
                    found[word.key] = word
                    at += len(form) - 1
                    break
            at += 1
        return found

    @cached_property
    def _begun(self) -> Mapping[str, Sequence[tuple[str, int]]]:
        """The forms of two letters and more, by how they begin, the longest first."""
        column = self._row.column
        of = {
            form: number
            for number, row in enumerate(self._english.rows)
            for form in row.split(" | ", column + 1)[column].split(", ")
            if len(form) >= _BEGIN
        }
        begun: dict[str, list[tuple[str, int]]] = {}
        for form in sorted(of, key=len, reverse=True):
            begun.setdefault(form[:_BEGIN], []).append((form, of[form]))
        return begun

    @property
    def rows(self) -> Sequence[Word]:
        """Every row, in order."""
        return [self._row[number] for number in range(len(self._english.rows))]

    def holds(self, word: str) -> bool:
        """Whether a word in small letters is one of the table, and so no name that it lacks."""
        return self._english.holds(word)


@lru_cache(maxsize=1_000)
def tokens(source: str) -> Sequence[bytes]:
    """Return the words of an English text in small letters; apostrophes and hyphens part them."""
    return _letters(source).split()


def _letters(source: str) -> bytes:
    """Return an English text in small letters, with a space for each character that is none."""
    if "U." in source:
        source = _STATES.sub(_joined, source)
    return source.encode("latin-1", "replace").translate(_SMALL)


@cache
def words(language: str) -> Words:
    """Return the table for an edition."""
    text = packaged.text("check/counterparts/words.txt")
    return Words(text, language if language in _COLUMNS else _fallback(language))


def _fallback(language: str) -> str:
    family = language.partition("_")[0]
    return next((code for code in _COLUMNS if code.startswith(family)), _COLUMNS[0])


def is_told(word: Word, target: str) -> bool:
    """Whether a target holds a form of a word."""
    for form in word.forms:  # noqa: SIM110 (a loop, as this is asked of every unit's every word)
        if form in target:
            return True
    return False


def _joined(found: re.Match[str]) -> str:
    """Return a dotted abbreviation as the table has it, no shorter: ``usa``, ``uk``, ``un``."""
    letters = found[0].replace(".", "").lower()
    return ("usa" if letters == "us" else letters).ljust(len(found[0]))


def uninflected(word: bytes) -> Iterator[bytes]:
    """Yield the words of which an English word may be an inflected form, the likeliest first."""
    if word.endswith(b"s"):
        yield word[:-1]
        if word.endswith(b"es"):
            yield word[:-2]
            if word.endswith(b"ies"):
                yield word[:-3] + b"y"
    elif word.endswith(b"ed"):
        yield from (word[:-1], word[:-2])
        if word.endswith(b"ied"):
            yield word[:-3] + b"y"
    elif word.endswith(b"ing"):
        yield from (word[:-3] + b"e", word[:-3])
