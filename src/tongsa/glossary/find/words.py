"""Find terms where words are parted by spaces: inflected, hyphenated, closed or open.

A term is kept by its letters and digits alone, *3dfabricalliance*, and by what these begin with up
to each joint, where a space, a hyphen or nothing may stand. The words of a text are put together
as long as that is the begin of some term, so the whole list costs a look into a table or two for
each word, however long the list is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from operator import add, sub
from typing import TYPE_CHECKING, Any

from tongsa.glossary.find.hit import Caps, Hit
from tongsa.language.fold import EAST_ASIAN, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

_make = tuple.__new__  # a named tuple's own way to be made takes twice as long
_ASCII_WORD = re.compile(r"([A-Za-z0-9]+)")
"""``HBM4``"""
_WORD = re.compile(rf"((?:[^\W_{EAST_ASIAN}]|[\u0300-\u036f])+)")
"""``café``, with its accent apart or not; ``ＴＳＭＣ``"""
_JOINT = re.compile(
    r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=\d)(?=[^\W\d])|(?<=[^\W\d])(?=\d)"
)
"""Between the parts of ``3D|Fabric``, ``e|Book``, ``HBM|4``."""
_SIGN = re.compile(r"[^A-Za-z0-9]")
"""What may part the words of a term."""
_LOOSE = re.compile(r"\s+|\s?[-\u2010-\u2015\u2212\u00ad\u200b]\s?|")
"""A space, a line's end, a hyphen or nothing."""
_GLUE = frozenset({"'", "’", "ʼ", "&", ".", "_", "@"})
"""What joins two words into one when it stands alone between them: ``O'Brien``, ``Node.js``"""
_APOSTROPHES = frozenset({"'", "’", "ʼ"})
_SIGNS = {code: " " for code in range(128) if not chr(code).isalnum()}
_LONG_GAPS = ("  ", "\n", " -", "- ", " & ")
"""What may part the words of a term in more than one sign: two spaces, a line's end, ``R & D``."""
_FREE = frozenset(" (\"-/,;:!?)")
"""Signs beside which a term stands for itself, whatever stands behind them."""
_JOINS = frozenset(" -")
_CURLY = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("—", ";"), ("–", "-"), ("…", "."), ("\xa0", " "))
_APART = ";;"
"""Stands between texts that are looked through together: no term runs over two signs."""
_CHUNK = 2**16  # letters that are looked through together


@dataclass(frozen=True, slots=True)
class _Row:
    """A text's words in order."""

    text: str
    keys: Sequence[str]
    """In small letters, without accents; empty between two signs in a row."""
    starts: Sequence[int]
    stops: Sequence[int]

    def gap(self, at: int) -> str:
        """Return what stands before a word; behind the last one for the number of words."""
        before = at - 1
        while before >= 0 and not self.keys[before]:
            before -= 1
        start = self.stops[before] if before >= 0 else 0
        while at < len(self.keys) and not self.keys[at]:
            at += 1
        return self.text[start : self.starts[at] if at < len(self.keys) else len(self.text)]

    def glued(self, at: int, past: int, after: str) -> bool:
        """Whether a sign, other than the term's own, joins words to a neighbour: ``O'Brien``."""
        left, right = self.gap(at), self.gap(past).removeprefix(after)
        if left in _GLUE and self.starts[at] > len(left):
            return True
        if not right:
            return False
        if right in _GLUE and self.stops[past - 1] + len(after) + len(right) < len(self.text):
            follows = self.keys[past] if past < len(self.keys) else ""
            return right not in _APOSTROPHES or follows != "s"
        return right[0] in "+#"


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a term is written."""

    letters: str
    """Its letters and digits with their capitals, without accents."""
    joints: Mapping[int, str]
    """Where in ``letters`` a gap may stand; a sign that has to stand there, or nothing."""
    before: str
    """Signs that it begins with: ``.`` of ``.NET``."""
    after: str
    """Signs that it ends with: ``++`` of ``C++``."""
    caps: Caps


class WordFinder:
    """Finds terms word by word."""

    def __init__(
        self,
        facts: Mapping[str, Any],  # Any: as the language's file gives it
        texts: Sequence[str],
        caps: Callable[[int], Caps],
        index: dict[str, list[int]] | None,
    ) -> None:
        """Take a language's facts, the terms, and the index that an equal finder had."""
        self._texts = texts
        self._caps = caps
        self._shapes: dict[int, _Shape] = {}
        self._simple: dict[int, str] = {}  # the words of terms that no other rule binds
        self._plurals = tuple((ending, other) for ending, other in facts["plural"])
        self._inflections = frozenset(_inflections(texts, self._plurals))
        self._longest = 1 + max((len(_SIGN.findall(text)) for text in texts), default=0)
        self._heads = frozenset(facts["after_head"])
        self._table = _table(texts) if index is None else index

    @property
    def index(self) -> dict[str, list[int]]:
        """For each begin of a term the numbers of the terms that end there."""
        return self._table

    def find(self, text: str) -> list[Hit]:
        """Return every place of every term, also within longer ones."""
        return self.find_all((text,))[0]

    def find_all(self, texts: Sequence[str]) -> list[list[Hit]]:
        """Return for each text what ``find`` returns for it; for many texts in less time."""
        found: list[list[Hit]] = [[] for _ in texts]
        even: list[int] = []
        together: list[str] = []
        size = 0
        for number, text in enumerate(texts):
            straight = text if text.isascii() else _straight(text)
            if not straight.isascii() or any(gap in straight for gap in _LONG_GAPS):
                row = _row(text)
                found[number] = [hit for at in range(len(row.keys)) for hit in self._from(row, at)]
                continue
            even.append(number)
            together.append(straight)
            size += len(text)
            if size > _CHUNK:
                self._in_even(together, [found[it] for it in even])
                even, together, size = [], [], 0
        if together:
            self._in_even(together, [found[it] for it in even])
        return found

    def _in_even(self, texts: Sequence[str], found: Sequence[list[Hit]]) -> None:
        """Add the terms of texts whose words one sign each parts, by as few steps as can be."""
        text = _APART.join(texts)
        keys = text.lower().translate(_SIGNS).split(" ")
        find, simple, padded = self._table.get, self._simple.get, f" {text} "
        begun = list(map(find, keys))
        past = list(accumulate(map(len, keys)))  # each word's end, without the signs before it
        bounds = [0, *accumulate(len(it) + len(_APART) for it in texts)]
        number, base, limit, hits = 0, 0, bounds[1], found[0]
        row: _Row | None = None
        for at, terms in enumerate(begun):
            if terms is None or not (whole := keys[at]):
                continue
            end = past[at] + at
            start = end - len(whole)
            while start >= limit:
                number += 1
                base, limit, hits = limit, bounds[number + 1], found[number]
            free = padded[start] in _FREE
            alone = free and padded[end + 1] in _FREE
            for term in terms:
                if alone and simple(term) == whole:
                    hits.append(_make(Hit, (start - base, end - base, term)))
                else:
                    row = row or _even_row(text, keys, past)
                    self._add(row, (at, at + 1), term, whole, base, hits)
            words, stop = whole, at + 1
            while stop < len(keys):
                key = keys[stop]
                if not key:  # more than one sign: Trade, Industry
                    free = False
                    stop += 1
                    continue
                whole += key
                longer = find(whole)
                if longer is None:
                    break
                words = f"{words} {key}"
                free = free and padded[end + 1] in _JOINS
                end = past[stop] + stop
                stop += 1
                for term in longer:
                    if free and padded[end + 1] in _FREE and simple(term) == words:
                        hits.append(_make(Hit, (start - base, end - base, term)))
                    else:
                        row = row or _even_row(text, keys, past)
                        self._add(row, (at, stop), term, words, base, hits)
        if not self._inflections.isdisjoint(keys):
            for hit in self._inflected(row or _even_row(text, keys, past)):
                number = bisect_right(bounds, hit.start) - 1
                base = bounds[number]
                found[number].append(Hit(hit.start - base, hit.end - base, hit.term))

    def _add(  # noqa: PLR0913, PLR0917 (all of it is known where words are put together)
        self,
        row: _Row,
        words: tuple[int, int],
        term: int,
        counted: str,
        base: int,
        hits: list[Hit],
    ) -> None:
        """Add a term to a text's hits, if all that it is bound by allows it."""
        if hit := self._hit(row, *words, term, counted):
            hits.append(Hit(hit.start - base, hit.end - base, term))

    def compounded(self, text: str, term: int, *, short: bool) -> tuple[int, int] | None:  # noqa: ARG002 (as others)
        """Return where a term stands in a text; words parted by spaces form no compounds."""
        places = ((hit.start, hit.end) for hit in self.find(text) if hit.term == term)
        return next(places, None)

    def _from(self, row: _Row, at: int) -> Iterator[Hit]:
        """Yield the terms that begin at a word."""
        keys, whole, past = row.keys, row.keys[at], at + 1
        terms = self._table.get(whole)
        while terms is not None:
            for term in terms:
                if hit := self._hit(row, at, past, term, " ".join(keys[at:past])):
                    yield hit
            if past == len(keys):
                break
            whole += keys[past]
            past += 1
            terms = self._table.get(whole)
        if keys[at] in self._inflections or not self._inflections.isdisjoint(keys[at:past]):
            yield from self._inflected_from(row, at)

    def _inflected(self, row: _Row) -> Iterator[Hit]:
        """Yield the terms of which some word stands in the plural."""
        keys, table = row.keys, self._table
        for last, word in enumerate(keys):
            if word not in self._inflections:
                continue
            if last + 1 < len(keys) and keys[last + 1] in self._heads:
                for at in range(max(last - self._longest + 1, 0), last + 1):
                    yield from self._inflected_from(row, at, last)
                continue
            for single in self._single(word):
                begin, words, at = "", "", last
                while at >= max(last - self._longest + 1, 0):
                    for term in (keys[at] and table.get(begin + single)) or ():
                        if hit := self._hit(row, at, last + 1, term, words + single):
                            yield hit
                    at -= 1
                    if at >= 0 and keys[at]:
                        begin, words = keys[at] + begin, f"{keys[at]} {words}"

    def _inflected_from(self, row: _Row, at: int, only: int = -1) -> Iterator[Hit]:
        """Yield the terms that begin at a word and have some word in the plural: their head, too.

        With ``only`` no other word than this one is taken for a plural.
        """
        table, keys, begin, past = self._table, row.keys, "", at
        counted = ""
        straight = True  # whether no word was taken for a plural yet
        while past < len(keys):
            word = keys[past]
            past += 1
            if not word:
                continue
            whole = table.get(begin + word)
            found = [] if straight else [(term, word) for term in whole or ()]
            head = None
            plural = word in self._inflections and only in {-1, past - 1}
            for single in self._single(word) if plural else ():
                singular = table.get(begin + single)
                if singular is not None:
                    head = head or single
                    found += [(term, single) for term in singular]
            for term, end in found:
                if hit := self._hit(row, at, past, term, counted + end):
                    yield hit
            if whole is None:
                if head is None or past == len(keys) or keys[past] not in self._heads:
                    return
                word, straight = head, False  # "agreements to prevent"
            begin += word
            counted += f"{word} "

    def _single(self, word: str) -> Iterator[str]:
        """Yield what a word may be the plural of."""
        for ending, single in self._plurals:
            if word.endswith(ending) and len(word) > len(ending):
                yield word[: -len(ending)] + single

    def _hit(self, row: _Row, at: int, past: int, term: int, counted: str) -> Hit | None:
        """Return the hit, if the term's signs, capitals and neighbours stand as they have to.

        ``counted`` are the words that make the term, parted by spaces.
        """
        text, start, end = row.text, row.starts[at], row.stops[past - 1]
        shape = self._shapes.get(term) or self._shape(term)
        if row.glued(at, past, shape.after) or not _fits(shape, row, (at, past), counted):
            return None
        start, first = start - len(shape.before), start
        end, last = end + len(shape.after), end
        if text[max(start, 0) : first] != shape.before or text[last:end] != shape.after:
            return None
        found = "".join(text[row.starts[it] : row.stops[it]] for it in range(at, past))
        found = found if found.isascii() else plain(found)
        return Hit(start, end, term) if shape.caps.allow(shape.letters, found) else None

    def _shape(self, term: int) -> _Shape:
        """Return how a term is written; note its words if these alone tell it."""
        text = self._texts[term]
        shape = _Shape(*_cut(text), self._caps(term))
        self._shapes[term] = shape
        signs = shape.before or shape.after or any(shape.joints.values())
        if text.isascii() and text.islower() and not signs:
            self._simple[term] = " ".join(_ASCII_WORD.findall(text))
        return shape


def _straight(text: str) -> str:
    """Return a text with plain signs for the commonest curly ones, each in its place."""
    for curly, plain_sign in _CURLY:
        text = text.replace(curly, plain_sign)
    return text


def _row(text: str) -> _Row:
    """Return any text's words."""
    parts = (_ASCII_WORD if text.isascii() else _WORD).split(text)
    ends = list(accumulate(map(len, parts)))
    folded = "\0".join(parts[1::2])
    keys = (folded if folded.isascii() else plain(folded)).lower().split("\0")
    return _Row(text, keys if len(parts) > 1 else [], ends[:-1:2], ends[1::2])


def _even_row(text: str, keys: Sequence[str], past: Sequence[int]) -> _Row:
    """Return the words of a text of ASCII that one sign each parts."""
    stops = list(map(add, past, range(len(keys))))
    return _Row(text, keys, list(map(sub, stops, map(len, keys))), stops)


def _table(texts: Sequence[str]) -> dict[str, list[int]]:
    table: dict[str, list[int]] = {}
    for term, text in enumerate(texts):
        letters, joints, _, _ = _cut(text)
        key = letters.lower()
        for joint in joints:
            table.setdefault(key[:joint], [])
        if key:
            table.setdefault(key, []).append(term)
    return table


def _inflections(texts: Sequence[str], plurals: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield the plurals that words of terms may have."""
    for word in frozenset(_WORD.findall(plain("\n".join(texts)).lower())):
        for ending, single in plurals:
            if word.endswith(single):
                yield word[: len(word) - len(single)] + ending


def _cut(term: str) -> tuple[str, dict[int, str], str, str]:
    """Return a term's letters and digits, its joints, and the signs at its begin and its end."""
    before, *parts = _WORD.split(plain(term))
    words, gaps = parts[::2], parts[1::2]
    letters, joints = "", {}
    for at, word in enumerate(words):
        if at:
            sign = "".join(gaps[at - 1].split())
            joints[len(letters)] = "" if sign == "-" else sign
        joints |= {len(letters) + joint.start(): "" for joint in _JOINT.finditer(word)}
        letters += word
    return letters, joints, before, gaps[-1] if gaps else ""


def _fits(shape: _Shape, row: _Row, words: tuple[int, int], counted: str) -> bool:
    """Whether the gaps between a text's words stand where the term has them, with its signs."""
    signs = {at for at, sign in shape.joints.items() if sign}
    later = [at for at in range(words[0] + 1, words[1]) if row.keys[at]]
    place = 0
    for at, word in zip(later, counted.split(" "), strict=False):
        place += len(word)
        sign, gap = shape.joints.get(place), row.gap(at)
        if sign is None:
            return False
        if sign:
            signs.discard(place)
            if "".join(plain(gap).split()) != sign:
                return False
        elif not _LOOSE.fullmatch(gap):
            return False
    return not signs
