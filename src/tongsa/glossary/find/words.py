"""Find terms where words are parted by spaces: inflected, hyphenated, closed or open.

A term is kept by its letters and digits alone, *3dfabricalliance*, and by what these begin with up
to each joint, where a space, a hyphen or nothing may stand. The words of a text are put together
as long as that is the begin of some term, so the whole list costs a look into a table or two for
each word, however long the list is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from tongsa.glossary.find.hit import Caps, Hit
from tongsa.language.fold import EAST_ASIAN, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

_ASCII_WORD = re.compile(r"([A-Za-z0-9]+)")
"""``HBM4``"""
_WORD = re.compile(rf"((?:[^\W_{EAST_ASIAN}]|[\u0300-\u036f])+)")
"""``café``, with its accent apart or not; ``ＴＳＭＣ``"""
_JOINT = re.compile(
    r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=\d)(?=[^\W\d])|(?<=[^\W\d])(?=\d)"
)
"""Between the parts of ``3D|Fabric``, ``e|Book``, ``HBM|4``."""
_LOOSE = re.compile(r"\s+|\s?[-\u2010-\u2015\u2212\u00ad\u200b]\s?|")
"""A space, a line's end, a hyphen or nothing."""
_GLUE = frozenset({"'", "’", "ʼ", "&", ".", "_", "@"})
"""What joins two words into one when it stands alone between them: ``O'Brien``, ``Node.js``"""
_APOSTROPHES = frozenset({"'", "’", "ʼ"})


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
        self._singulars = tuple((ending, other) for ending, other in facts["plural"])
        self._endings = tuple({ending for ending, _ in self._singulars})
        self._heads = frozenset(facts["after_head"])
        self._table = _table(texts) if index is None else index

    @property
    def index(self) -> dict[str, list[int]]:
        """For each begin of a term the numbers of the terms that end there."""
        return self._table

    def find(self, text: str) -> list[Hit]:
        """Return every place of every term, also within longer ones, ordered by start."""
        parts = (_ASCII_WORD if text.isascii() else _WORD).split(text)
        words = parts[1::2]
        if not words:
            return []
        folded = "\0".join(words)
        folded = (folded if folded.isascii() else plain(folded)).lower()
        keys = folded.split("\0")
        table, endings = self._table, self._endings
        hits: list[Hit] = []
        ends: list[int] | None = None
        for at, key in enumerate(keys):
            if key in table or key.endswith(endings):
                for past, term, lengths in self._walk(keys, at):
                    ends = ends or list(accumulate(map(len, parts)))
                    if hit := self._hit(text, parts, ends, (at, past), term, lengths):
                        hits.append(hit)
        return hits

    def compounded(self, text: str, term: int, *, short: bool) -> bool:  # noqa: ARG002 (as others)
        """Whether a term stands in a text at all; words parted by spaces form no compounds."""
        return any(hit.term == term for hit in self.find(text))

    def _walk(self, keys: Sequence[str], at: int) -> Iterator[tuple[int, int, list[int]]]:
        """Yield the word past the end, the term, and the lengths that its words count for."""
        table, begin, lengths, past = self._table, "", [], at
        while past < len(keys):
            word = keys[past]
            past += 1
            whole = begin + word
            terms = table.get(whole)
            for term in terms or ():
                yield past, term, [*lengths, len(word)]
            head = None
            if word.endswith(self._endings):
                for single in self._single(word):
                    found = table.get(begin + single)
                    for term in found or ():
                        yield past, term, [*lengths, len(single)]
                    if found is not None and head is None:
                        head = single
            if terms is not None:
                begin, counted = whole, len(word)
            elif head is not None and past < len(keys) and keys[past] in self._heads:
                begin, counted = begin + head, len(head)  # "agreements to prevent"
            else:
                return
            lengths.append(counted)

    def _single(self, word: str) -> Iterator[str]:
        """Yield what a word may be the plural of."""
        for ending, single in self._singulars:
            if word.endswith(ending) and len(word) > len(ending):
                yield word[: -len(ending)] + single

    def _hit(  # noqa: PLR0913, PLR0917 (all of it is known where the words were put together)
        self,
        text: str,
        parts: Sequence[str],
        ends: Sequence[int],
        words: tuple[int, int],
        term: int,
        lengths: Sequence[int],
    ) -> Hit | None:
        """Return the hit, if the term's signs, capitals and neighbours stand as they have to."""
        shape = self._shapes.get(term) or self._shape(term)
        at, past = words
        if _glued(parts, at, past, shape.after) or not _fits(
            shape, parts[2 * at + 2 : 2 * past : 2], lengths
        ):
            return None
        start = ends[2 * at] - len(shape.before)
        end = ends[2 * past - 1] + len(shape.after)
        if shape.before and text[max(start, 0) : ends[2 * at]] != shape.before:
            return None
        if shape.after and text[ends[2 * past - 1] : end] != shape.after:
            return None
        found = "".join(parts[2 * at + 1 : 2 * past : 2])
        found = found if found.isascii() else plain(found)
        return Hit(start, end, term) if shape.caps.allow(shape.letters, found) else None

    def _shape(self, term: int) -> _Shape:
        letters, joints, before, after = _cut(self._texts[term])
        shape = _Shape(letters, joints, before, after, self._caps(term))
        self._shapes[term] = shape
        return shape


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


def _fits(shape: _Shape, gaps: Sequence[str], lengths: Sequence[int]) -> bool:
    """Whether the gaps between a text's words stand where the term has them, with its signs."""
    signs = {at for at, sign in shape.joints.items() if sign}
    for at, gap in zip(accumulate(lengths), gaps, strict=False):
        sign = shape.joints.get(at)
        if sign is None:
            return False
        if sign:
            signs.discard(at)
            if "".join(plain(gap).split()) != sign:
                return False
        elif not _LOOSE.fullmatch(gap):
            return False
    return not signs


def _glued(parts: Sequence[str], at: int, past: int, after: str) -> bool:
    """Whether a sign, other than the term's own, joins the words to a neighbour: ``O'Brien``."""
    left, right = parts[2 * at], parts[2 * past].removeprefix(after)
    if left in _GLUE and at:
        return True
    if not right:
        return False
    if right in _GLUE and 2 * past + 1 < len(parts):
        follows = parts[2 * past + 1]
        return right not in _APOSTROPHES or follows.lower() != "s"
    return right[0] in "+#"
