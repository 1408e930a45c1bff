"""Find terms word by word, in any text.

A term is kept by its letters and digits alone, *3dfabricalliance*, and by what these begin with up
to each joint, where a space, a hyphen or nothing may stand. The words of a text are put together as
long as that is the begin of some term.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from tongsa.glossary.find.hit import Caps, Hit
from tongsa.glossary.find.row import Row, row
from tongsa.glossary.find.shape import Shape, bare, cut, usual

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

Table = dict[str, list[int]]


class Careful:
    """Finds terms by looking at each word."""

    def __init__(
        self,
        facts: Mapping[str, Any],  # Any: as the language's file gives it
        texts: Sequence[str],
        caps: Callable[[int], Caps],
        table: Table | None,
    ) -> None:
        """Take a language's facts, the terms, and the table that an equal one had."""
        self._texts = texts
        self._caps = caps
        self._shapes: dict[int, Shape] = {}
        self._plurals = tuple((ending, other) for ending, other in facts["plural"])
        self._last = frozenset(ending[-1:] for ending, _ in self._plurals)
        self._heads = frozenset(facts["after_head"])
        self._doubted = row("")  # the words of the text that was last looked at for a doubt
        self.table = _table(texts) if table is None else table
        """For each begin of a term the numbers of the terms that end there."""

    def doubted(self, text: str, start: int, end: int, term: int) -> Hit | None:
        """Return a term's hit at a place that was found quickly, if it holds on a closer look."""
        if self._doubted.text != text:
            self._doubted = row(text)
        words = self._doubted
        at = bisect_left(words.starts, start)
        past = bisect_left(words.stops, end) + 1
        places = (hit for hit in self._from(words, at, past) if hit.term == term)
        return next(places, None)

    def find(self, text: str) -> list[Hit]:
        """Return the terms of any text, word by word."""
        words = row(text)
        table, last = self.table, self._last
        return [
            hit
            for at, word in enumerate(words.keys)
            if word in table or word[-1:] in last  # else no term begins with it
            for hit in self._from(words, at)
        ]

    def _from(self, words: Row, at: int, only: int = 0) -> Iterator[Hit]:
        """Yield the terms that begin at a word, the last or the head in the singular or plural.

        With ``only`` those alone that end before this word.
        """
        if not words.begins(at):
            return
        table, keys, last, past = self.table, words.keys, self._last, at
        # What the words so far may be the begin of: their letters, the words, whether as written.
        ways = [("", "", True)]
        while ways and past < len(keys):
            word = keys[past]
            past += 1
            headed = past < len(keys) and keys[past] in self._heads  # "agreements to prevent"
            longer = []
            single = (word, *self._single(word)) if word[-1:] in last else (word,)
            for begin, counted, written in ways:
                for each in single if written else (word,):
                    terms = table.get(begin + each)
                    if terms is None:
                        continue
                    for term in terms if only in {0, past} else ():
                        if hit := self._hit(words, at, past, term, counted + each):
                            yield hit
                    if each is word or headed:
                        longer.append((begin + each, f"{counted}{each} ", written and each is word))
            ways = longer

    def _single(self, word: str) -> Iterator[str]:
        """Yield what a word may be the plural of."""
        for ending, single in self._plurals:
            if word.endswith(ending) and (single or len(word) > len(ending)):
                yield word[: -len(ending)] + single

    def _hit(self, words: Row, at: int, past: int, term: int, counted: str) -> Hit | None:
        """Return the hit, if the term's signs, capitals and neighbours stand as they have to.

        ``counted`` are the words that make the term, parted by spaces.
        """
        shape = self._shape(term)
        if not words.ends(past, shape.after) or not words.fits(shape, at, past, counted):
            return None
        text, first, last = words.text, words.starts[at], words.stops[past - 1]
        start, end = first - len(shape.before), last + len(shape.after)
        if usual(text[max(start, 0) : first]) != shape.before:
            return None
        if usual(text[last:end]) != shape.after:
            return None
        found = bare("".join(text[words.starts[it] : words.stops[it]] for it in range(at, past)))
        return Hit(start, end, term) if shape.caps.allow(shape.letters, found) else None

    def _shape(self, term: int) -> Shape:
        shape = self._shapes.get(term)
        if shape is None:
            shape = self._shapes[term] = Shape(*cut(self._texts[term]), self._caps(term))
        return shape


def _table(texts: Sequence[str]) -> Table:
    table: Table = {}
    for term, text in enumerate(texts):
        letters, joints, _, _ = cut(text)
        key = letters.lower()
        for joint in joints:
            table.setdefault(key[:joint], [])
        if key:
            table.setdefault(key, []).append(term)
    return table
