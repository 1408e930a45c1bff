"""Find terms in Korean: with the particles and endings that follow, never inside another word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tongsa.glossary.find.hit import Caps, Hit
from tongsa.glossary.find.squeezed import Squeezed
from tongsa.glossary.find.trie import Trie
from tongsa.language.fold import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_IGNORED = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\ufeff]+")
_LATIN = re.compile(r"[A-Za-z0-9]")
_HANGUL = re.compile("[가-힣\u1100-\u11ff\u3131-\u318e]")
_WORD = re.compile("[가-힣]*")
_BEFORE = re.compile("[가-힣\u1100-\u11ff\u3131-\u318e]+\\Z")
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
        index: dict[str, list[int]] | None,
    ) -> None:
        """Take a language's facts, the terms, and the index that an equal finder had."""
        self._texts = texts
        self._caps = caps
        self._follows = re.compile(_tail(facts))
        self._prefixes = frozenset(facts["prefixes"])
        self._trie = Trie(self._keys() if index is None else index)

    @property
    def index(self) -> dict[str, list[int]]:
        """The terms' numbers by what is looked for."""
        return self._trie.terms

    def find(self, text: str) -> list[Hit]:
        """Return every place of every term, also within longer ones, ordered by end."""
        squeezed = Squeezed(text, _IGNORED)
        hits = []
        for start, end, terms in self._trie.find(squeezed.key):
            span = squeezed.span(start, end)
            if not self._stands(squeezed, span, end - start):
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
        at = squeezed.key.find(key) if long or short else -1
        while at >= 0:
            start, end = squeezed.span(at, at + len(key))
            if _edged(text, start, end) and (
                long or not _BEFORE.search(text, max(start - 1, 0), start)
            ):
                if self._allowed(term, squeezed.cased[at : at + len(key)], ()):
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
        if not _edged(text, start, end):
            return False
        if length < _LONG and _HANGUL.match(text, start):
            before = _BEFORE.search(text, max(start - _NEAR, 0), start)
            if before and before[0] not in self._prefixes:
                return False
        if not _HANGUL.match(text, end - 1):
            return True  # whatever follows Latin letters and figures is another word
        follows = text[end : end + _NEAR]
        rest = _WORD.match(plain(follows) if squeezed.uneven else follows)
        return rest is None or self._follows.fullmatch(rest[0]) is not None

    def _allowed(self, term: int, found: str, gaps: Sequence[int]) -> bool:
        """Whether capitals stand as they have to, and no space cuts a term into syllables."""
        written = self._texts[term]
        own = Squeezed(written, _IGNORED)
        if gaps:
            places = [*gaps, len(found)]
            parts = [end - start for start, end in zip([0, *places], places, strict=False)]
            known = set(own.gaps(0, len(own.key)))
            if min(parts) < _PART and not known.issuperset(gaps):
                return False
        return found == written or self._caps(term).allow(own.cased, found)


def _edged(text: str, start: int, end: int) -> bool:
    """Whether Latin letters at a hit's edges begin and end a word: not TSMC in TSMCX."""
    if start and _LATIN.match(text, start) and _LATIN.match(text, start - 1):
        return False
    return not (_LATIN.match(text, end) and _LATIN.match(text, end - 1))


def _tail(facts: Mapping[str, Any]) -> str:  # Any: as the language's file gives it
    """Return the pattern of what may follow a noun within its word."""
    one = {name: "|".join(sorted(facts[name], key=len, reverse=True)) for name in _TAIL}
    copulas = one["copulas"].replace(" ", r"\b")
    return (
        rf"(?:{one['suffixes']})?+(?:{one['cases']})?(?:{one['auxiliaries']})?(?:{one['auxiliaries']})?"
        rf"(?:(?:{copulas})[가-힣]*)?|(?:{one['suffixes']})?(?:{one['verbs']})[가-힣]*"
    )


_TAIL = ("suffixes", "cases", "auxiliaries", "copulas", "verbs")
