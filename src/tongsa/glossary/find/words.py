"""Find terms where words are parted by spaces: inflected, hyphenated, closed or open.

There are two ways to the same places. The quick one, here, looks in one pass for terms as they are
written, with spaces for signs; it leaves to the careful one, which looks at each word, every text
that holds a word by which a term may show otherwise.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

from tongsa.glossary.find.careful import Careful
from tongsa.glossary.find.hit import Caps, Hit
from tongsa.glossary.find.shape import SIGNS, joined, spelled
from tongsa.glossary.find.trie import Trie

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

_FREE = frozenset(' ("-/,;:!?)')
"""Signs beside which a term stands for itself, whatever stands behind them."""
_AFTER = frozenset({"'s ", "'s,", "'s.", "'s;", "'s-", "' ", ". ", ".;", '."'})
"""What else may stand behind a term: the endings of an owner, the end of a sentence."""
_CURLY = tuple(zip("’‘“”—…–\xa0", "''\"\";;- ", strict=True))
_APART = ";;;"
"""Stands between texts that are looked through together: no term runs over three signs."""
_WORTH = 16  # letters for each term from which on the quick way is worth its making
_CHUNK = 2**16  # letters that are looked through together
_LONG, _CAPITAL, _KINDS = 1, 2, 4  # how a term is bound: several words, a capital at its begin
_make = tuple.__new__  # a named tuple's own way to be made takes twice as long


class WordFinder:
    """Finds terms word by word."""

    def __init__(
        self,
        facts: Mapping[str, Any],  # Any: as the language's file gives it
        texts: Sequence[str],
        caps: Callable[[int], Caps],
        index: Mapping[str, Any] | None,  # Any: JSON
    ) -> None:
        """Take a language's facts, the terms, and the index that an equal finder had."""
        self._texts = texts
        self._caps = caps
        self._simple: dict[int, Caps | None] = {}
        self._plurals = tuple((ending, other) for ending, other in facts["plural"])
        self._heads = frozenset(facts["after_head"])
        self._careful = Careful(facts, texts, caps, index["table"] if index else None)
        self._shows = frozenset(index["strange"] if index else self._strange(texts))
        self._seen = 0  # letters of all texts so far
        self._trie: Trie | None = None
        # For each string that is looked for, how its only term is bound, if that is told at a look.
        self._ordinary: list[int] = []

    @property
    def index(self) -> dict[str, Any]:  # Any: JSON
        """The terms by what they begin with, and the words that show one written otherwise."""
        return {"table": self._careful.table, "strange": tuple(self._shows)}

    def find(self, text: str) -> list[Hit]:
        """Return every place of every term, also within longer ones."""
        return self.find_all((text,))[0]

    def find_all(self, texts: Sequence[str]) -> list[list[Hit]]:
        """Return for each text what ``find`` returns for it; for many texts in less time."""
        self._seen += sum(map(len, texts))
        if self._seen < len(self._texts) * _WORTH:
            return [self._careful.find(text) for text in texts]
        found: list[list[Hit]] = [[] for _ in texts]
        chunk: list[int] = []
        straight: list[str] = []
        size = 0
        for number, text in enumerate(texts):
            even = text if text.isascii() else _straight(text)
            if not even.isascii() or _gapped(even):
                found[number] = self._careful.find(text)
                continue
            chunk.append(number)
            straight.append(even)
            size += len(even)
            if size > _CHUNK:
                self._at_once(straight, [found[it] for it in chunk])
                chunk, straight, size = [], [], 0
        if chunk:
            self._at_once(straight, [found[it] for it in chunk])
        return found

    def compounded(self, text: str, term: int, *, short: bool) -> tuple[int, int] | None:  # noqa: ARG002 (as others)
        """Return where a term stands in a text; words parted by spaces form no compounds."""
        places = ((hit.start, hit.end) for hit in self.find(text) if hit.term == term)
        return next(places, None)

    def _at_once(self, texts: Sequence[str], found: Sequence[list[Hit]]) -> None:
        """Add the terms of texts in which single signs of ASCII part the words."""
        text = _APART.join(texts)
        folded = text.lower().translate(SIGNS)
        bounds = [0, *accumulate([len(each) + len(_APART) for each in texts])]
        strange = self._shown(folded, bounds)
        # The text with its signs, in small letters and without signs, each with neighbours around.
        signs, small, words = f" {text}   ", f" {text.lower()}   ", f" {folded}   "
        trie, ordinary = self._made(), self._ordinary
        number, base, limit, hits = 0, 0, bounds[1], found[0]
        for pattern, start, end in trie.matches(words):
            # The space before a term is at start, so the term stands at start in the text.
            after = words[end]
            if after == " ":
                past = end
            elif after == "s" and words[end + 1] == " ":
                past = end + 1
            elif after == "e" and words[end + 1 : end + 3] == "s ":
                past = end + 2
            else:
                continue
            while start >= limit:
                number += 1
                base, limit, hits = limit, bounds[number + 1], found[number]
            free = signs[start] in _FREE and (
                signs[past] in _FREE
                or signs[past : past + 2] in _AFTER
                or signs[past : past + 3] in _AFTER
            )
            place = (start - base, past - 1 - base)
            kind = ordinary[pattern]
            if (
                free
                and kind >= 0
                and (not kind & _LONG or small[start:end] == words[start:end])
                and (not kind & _CAPITAL or signs[start + 1].isupper())
            ):
                hits.append(_make(Hit, (*place, kind // _KINDS)))
            elif not strange or number not in strange:
                written = signs[start + 1 : end] if free else ""
                hits += self._weighed(pattern, written, place, texts[number])
        for number in strange:
            found[number][:] = self._careful.find(texts[number])

    def _weighed(
        self, pattern: int, written: str, place: tuple[int, int], text: str
    ) -> Iterator[Hit]:
        """Yield the terms of a place that was found quickly, if they hold on a closer look.

        ``written`` is what stands there, without the ending of a plural; empty where the
        neighbours are to be looked at, too.
        """
        terms = self._made().numbers[pattern]
        for term in terms:
            caps = self._simple[term] if term in self._simple else self._learn(term)
            if caps is None or not written:
                if hit := self._careful.doubted(text, *place, term):
                    yield hit
                continue
            known = self._texts[term].translate(SIGNS)
            found = written.replace("-", " ")
            if found.lower() != known.lower():  # other signs part its words, or some are plurals
                if hit := self._careful.doubted(text, *place, term):
                    yield hit
                continue
            if caps is Caps.ANY or (found[0].isupper() if caps is Caps.NAME else found == known):
                yield Hit(*place, term)
        if len(terms) == 1 and written:
            self._note(pattern, terms[0])

    def _note(self, pattern: int, term: int) -> None:
        """Note how the only term of a string is bound, so that its next place is told at once."""
        caps, text = self._simple[term], self._texts[term]
        if (
            caps not in {Caps.ANY, Caps.NAME}
            or spelled(text) != self._made().strings[pattern].strip()
        ):
            return
        long = _LONG if " " in spelled(text) else 0
        self._ordinary[pattern] = term * _KINDS + long + (_CAPITAL if caps is Caps.NAME else 0)

    def _made(self) -> Trie:
        """Return what finds terms quickly; it takes longer to make than a few texts to read."""
        if self._trie is None:
            patterns: dict[str, list[int]] = {}
            for term, text in enumerate(self._texts):
                for spelling in filter(None, self._spellings(text)):
                    patterns.setdefault(f" {spelling}", []).append(term)
            self._trie = Trie(patterns)
            self._ordinary = [-1] * len(self._trie.numbers)
        return self._trie

    def _shown(self, folded: str, bounds: Sequence[int]) -> set[int]:
        """Return the texts that hold a word by which a term may show written otherwise."""
        if self._shows.isdisjoint(folded.split()):
            return set()
        return {
            number
            for number, (start, end) in enumerate(pairwise(bounds))
            if not self._shows.isdisjoint(folded[start:end].split())
        }

    def _learn(self, term: int) -> Caps | None:
        """Return how the capitals of a term stand, if that is all that binds it; else None."""
        text = self._texts[term]
        rule = self._caps(term)
        caps: Caps | None = None
        if text.isascii() and text.replace(" ", "").replace("-", "").isalnum():
            caps = rule.of(text)
            if caps is Caps.NAME and not text[0].isupper():
                caps = None  # a figure leads it: 3DFabric
        self._simple[term] = caps
        return caps

    def _spellings(self, term: str) -> Iterator[str]:
        """Yield what is looked for to find a term: itself, and plurals that no added s makes.

        Those are plurals of the last word, *policies*, and of a head: *agreements to prevent*.
        """
        spelling = spelled(term)
        yield spelling
        words = spelling.split(" ")
        for at, word in enumerate(words):
            last = at == len(words) - 1
            if not (last or words[at + 1] in self._heads):
                continue
            for ending, single in self._plurals:
                if word and word.endswith(single) and (single or not last):
                    plural = word[: len(word) - len(single)] + ending
                    yield " ".join([*words[:at], plural, *words[at + 1 :]])

    def _strange(self, texts: Sequence[str]) -> set[str]:
        """Return the words that show terms which are not written as they are looked for.

        Those are closed forms, parts of words that are written apart, and the first words of terms
        whose words several signs part: *J. T. Kim*, *J.T. Kim*.
        """
        strange: set[str] = set()
        for text in texts:
            for word, after in joined(text):
                strange.add(word)
                if not after or after in self._heads:
                    strange.update(
                        word.removesuffix(single) + ending
                        for ending, single in self._plurals
                        if word.endswith(single)
                    )
            spelling = spelled(text)
            if "  " in spelling:
                strange.add(spelling.partition(" ")[0])
        return strange


def _gapped(text: str) -> bool:
    """Whether more than one sign may part words: two spaces, a line's end, a dash, ``R & D``."""
    return (
        "  " in text
        or "\n" in text
        or "\t" in text
        or " -" in text
        or "- " in text
        or " & " in text
    )


def _straight(text: str) -> str:
    """Return a text with plain signs for the commonest curly ones, each in its place."""
    for curly, sign in _CURLY:
        text = text.replace(curly, sign)
    return text
