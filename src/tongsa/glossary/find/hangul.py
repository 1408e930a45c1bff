"""Find terms in Korean: with the particles and endings that follow, never inside another word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tongsa.glossary.find.edges import edged, uncut
from tongsa.glossary.find.hit import Caps, Hit
from tongsa.glossary.find.squeezed import IGNORED, Squeezed
from tongsa.glossary.find.trie import Trie
from tongsa.language.fold import plain
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_IGNORED = late(f"[{IGNORED}]+")
_HANGUL = late("[가-힣\u1100-\u11ff\u3131-\u318e]")
_WORD = late("[가-힣]*")
_BEFORE = late("[가-힣\u1100-\u11ff\u3131-\u318e]+\\Z")
_NEAR = 40  # code points around a hit that are looked at; no word has as many
_PART = 2  # syllables that each part of a term has at least, where an unwritten space parts it
_LONG = 3  # syllables from which on a term is known inside a compound: 메모리반도체 업계


class HangulFinder:
    """Finds terms in Korean; the spaces within compounds are optional."""

    def __init__(
        self,
        facts: Mapping[str, Any],  # Any: as the language's file gives it
        texts: Sequence[str],
        caps: Callable[[int], Caps],
        index: Mapping[str, list[int]] | None,
    ) -> None:
        """Take a language's facts, the terms, and the index that an equal finder had."""
        self._texts = texts
        self._caps = caps
        self._written: dict[int, tuple[str, frozenset[int]]] = {}
        self._follows = re.compile(_tail(facts))
        self._prefixes = frozenset(facts["prefixes"])
        self._trie = Trie(self._keys() if index is None else index)

    @property
    def index(self) -> Mapping[str, list[int]]:
        """The terms' numbers by what is looked for."""
        return self._trie.terms

    def find(self, text: str) -> list[Hit]:
        """Return every place of every term, also within longer ones, ordered by end."""
        squeezed = Squeezed(text, _IGNORED)
        hits = []
        for start, end, terms in self._trie.find(squeezed.key):
            span = squeezed.span(start, end)
            if not squeezed.whole(start, end) or not self._stands(squeezed, span, end - start):
                continue
            found = squeezed.cased[start:end]
            gaps = squeezed.gaps(start, end) if span[1] - span[0] != end - start else ()
            hits += [Hit(*span, term) for term in terms if self._allowed(term, found, gaps)]
        return hits

    def find_all(self, texts: Sequence[str]) -> list[list[Hit]]:
        """Return for each text what ``find`` returns for it."""
        return [self.find(text) for text in texts]

    def compounded(self, text: str, term: int, *, short: bool) -> tuple[int, int] | None:
        """Return where a term stands in a text, be it as head or begin of a compound."""
        squeezed = Squeezed(text, _IGNORED)
        key = Squeezed(self._texts[term], _IGNORED).key
        long = len(key) >= _LONG
        known = long or (short and len(key) >= _PART)
        at = squeezed.key.find(key) if known else -1
        while at >= 0:
            start, end = squeezed.span(at, at + len(key))
            if squeezed.whole(at, at + len(key)) and edged(text, start, end):
                begins = long or not _HANGUL.match(text, start) or not _before(squeezed, start)
                gaps = squeezed.gaps(at, at + len(key))
                if begins and self._allowed(term, squeezed.cased[at : at + len(key)], gaps):
                    return start, end
            at = squeezed.key.find(key, at + 1)
        return None

    def _keys(self) -> dict[str, list[int]]:
        keys: dict[str, list[int]] = {}
        for term, text in enumerate(self._texts):
            keys.setdefault(Squeezed(text, _IGNORED).key, []).append(term)
        return keys

    def _stands(self, squeezed: Squeezed, span: tuple[int, int], length: int) -> bool:
        """Whether a hit is a word of its own, apart from what may be joined to one."""
        text, (start, end) = squeezed.text, span
        if not edged(text, start, end):
            return False
        if length < _LONG and _HANGUL.match(text, start):
            before = _before(squeezed, start)
            if before and before not in self._prefixes:
                return False
        if not _HANGUL.match(text, end - 1):
            return True  # whatever follows Latin letters and figures is another word
        follows = text[end : end + _NEAR]
        rest = _WORD.match(plain(follows) if squeezed.uneven else follows)
        return rest is None or self._follows.fullmatch(rest[0]) is not None

    def _allowed(self, term: int, found: str, gaps: Sequence[int]) -> bool:
        """Whether capitals stand as they have to, and no space cuts a term into syllables."""
        if term not in self._written:
            own = Squeezed(self._texts[term], _IGNORED)
            self._written[term] = own.cased, frozenset(own.gaps(0, len(own.key)))
        written, known = self._written[term]
        if gaps and not known.issuperset(gaps):
            places = [*gaps, len(found)]
            parts = zip([0, *gaps], places, strict=True)
            short = any(_HANGUL.match(found, at) and past - at < _PART for at, past in parts)
            if short or not uncut(found, set(gaps) - known):
                return False
        return found == written or self._caps(term).allow(written, found)


def _before(squeezed: Squeezed, start: int) -> str:
    """Return the Hangul right before a place, composed."""
    found = _BEFORE.search(squeezed.text, max(start - _NEAR, 0), start)
    if found is None:
        return ""
    return plain(found[0]) if squeezed.uneven else found[0]


def _tail(facts: Mapping[str, Any]) -> str:  # Any: as the language's file gives it
    """Return the pattern of what may follow a noun within its word."""
    one = {name: "|".join(sorted(facts[name], key=len, reverse=True)) for name in _TAIL}
    copulas = one["copulas"].replace(" ", r"\b")
    return (
        rf"(?:{one['suffixes']})?(?:{one['cases']})?(?:{one['auxiliaries']})?(?:{one['auxiliaries']})?"
        rf"(?:(?:{copulas})[가-힣]*)?|(?:{one['suffixes']})?(?:{one['verbs']})[가-힣]*"
    )


_TAIL = ("suffixes", "cases", "auxiliaries", "copulas", "verbs")
