"""A text without what parts its letters, and where each of its letters stood."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from tongsa.language.fold import clusters
from tongsa.patterns import late

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

IGNORED = "\\s\u00ad\u200b-\u200d\u2060\ufeff"
"""White space and signs that nobody sees, as ranges of a character class."""
_UNEVEN = late(
    "[^\0-\x7f\xa1\xa7\xab\xad\xb0\xb1\xb6\xb7\xbb\xbf\xd7\xf7\u200b-\u2023\u2025-\u202e"
    "\u2030-\u204e\u2060-\u206f\u20ac\u2190-\u21ff\u2300-\u2307\u230c-\u245f\u2500-\u271c\u3000-\u3029"
    "\u3041-\u3096\u30a0-\u30fe\u3105-\u312f\u3400-\u9fff\uac00-\ud7a3\ufeff"
    "\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff5e"
    "\U0001f300-\U0001faff\U00020000-\U0002f7ff]"
)
"""Letters of which plain ones may differ, or be more or fewer: ``ä``, ``Ｔ``, Hangul in NFD."""
_CURLY = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("‑", "-"), ("‐", "-"))
_WIDE = 0xFEE0
"""By how much a full-width sign's code exceeds that of its usual form."""
_PLAIN = {ord(curly): plain for curly, plain in _CURLY} | {
    code + _WIDE: code for code in range(0x21, 0x7F) if not chr(code).isalnum()
}
"""Turns signs into plain ones, each in its place."""


@dataclass(frozen=True)  # no slots: where letters stood is worked out once, if at all
class Squeezed:
    """The letters of a text that count when terms are looked for."""

    text: str
    """As it was given."""
    ignored: re.Pattern[str]
    """What is left out."""

    @cached_property
    def uneven(self) -> bool:
        """Whether letters have to be looked at one by one."""
        return not self.text.isascii() and _UNEVEN.search(self.text) is not None

    @cached_property
    def _letters(self) -> Sequence[tuple[str, int, int]]:
        return list(_letters(self.text, self.ignored))

    @cached_property
    def cased(self) -> str:
        """The letters that count, with their capitals."""
        if self.uneven:
            return "".join([letter for letter, _, _ in self._letters])
        letters = self.ignored.sub("", self.text)
        return letters if letters.isascii() else _straight(letters)

    @cached_property
    def key(self) -> str:
        """The letters that count, all small; as long as ``cased``."""
        lower = self.cased.lower()
        if len(lower) == len(self.cased):
            return lower
        return "".join([small if len(small := it.lower()) == 1 else it for it in self.cased])

    @cached_property
    def _starts(self) -> Sequence[int]:
        if self.uneven:
            return [start for _, start, _ in self._letters]
        if len(self.cased) == len(self.text):
            return range(len(self.text))
        ignored = self.ignored
        starts: list[int] = []
        end = 0
        for gap in ignored.finditer(self.text):
            starts += range(end, gap.start())
            end = gap.end()
        return [*starts, *range(end, len(self.text))]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the text letters of ``key`` stand, the last with all its marks."""
        if self.uneven:
            return self._starts[start], self._letters[end - 1][2]
        return self._starts[start], self._starts[end - 1] + 1

    def whole(self, start: int, end: int) -> bool:
        """Whether these letters begin and end with whole ones of the text: not 1 in ½."""
        if not self.uneven:
            return True
        letters = self._letters
        begins = start == 0 or letters[start - 1][1] != letters[start][1]
        return begins and (end == len(letters) or letters[end][1] != letters[end - 1][1])

    def gaps(self, start: int, end: int) -> list[int]:
        """Return before which of these letters of ``key``, the first aside, white space stands."""
        text = self.text
        spans = [self.span(at, at + 1) for at in range(start, end)]
        return [
            at
            for at in range(1, end - start)
            if any(map(str.isspace, text[spans[at - 1][1] : spans[at][0]]))
        ]


def _letters(text: str, ignored: re.Pattern[str]) -> Iterator[tuple[str, int, int]]:
    """Yield the letters that count, each with its span; signs stay what they are in even texts."""
    last = -1
    for letter, start, end in clusters(text):
        if ignored.match(text, start):
            continue
        sign = text[start]
        if unicodedata.category(sign)[0] != "P":
            yield letter, start, end
        elif start != last:  # a sign that plain letters write by two or more stays one
            yield _sign(sign), start, end
        last = start


def _sign(sign: str) -> str:
    """Return a sign in its usual width: ``&`` for ``＆``."""
    usual = unicodedata.normalize("NFKC", sign)
    return usual if usual.isascii() and len(usual) == 1 else _straight(sign)


def _straight(text: str) -> str:
    """Return a text with plain signs for curly and wide ones, each in its place."""
    return text.translate(_PLAIN)
