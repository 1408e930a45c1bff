"""Where an article's translations hold words of the list of misspelt ones, found in one pass."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tongsa import packaged
from tongsa.check.check import Hit, Sifted
from tongsa.check.mending import mended_at
from tongsa.check.passages import passages
from tongsa.language.particles import replace
from tongsa.language.spoken import Final, final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ahocorasick_rs import AhoCorasick

    from tongsa.check.check import Context
    from tongsa.model import Span, TranslationUnit

NATIVE, LOAN, SPACING = "native", "loan", "spacing"
_INSIDE = "inside"
_END = "$"
_OR = "/"
_BEFORE = frozenset("~ㄹ!#")
"""What a row says of the sign before its word."""
_CLOSING = frozenset("”’」』》)%")
_OBJECT = frozenset("을를")
"""Behind these stands no particle, but a verb may: 마늘을 까지 않고."""
_MUCH = 500_000
"""Letters from which on an automaton that takes longer to build has paid."""
_LONGEST = 8
"""Letters of the longest word that may only look misspelt."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A misspelt word."""

    wrong: str
    right: str
    group: str
    """NATIVE, LOAN or SPACING."""
    inside: bool
    """Whether it counts anywhere in a word."""
    whole: bool
    """Whether the word must end with it."""
    before: str
    """What must stand before it, one of _BEFORE; empty: anything."""


def looker(group: str) -> Sifted:
    """Return a check's function: it yields the misspelt words of a group."""

    def may_be(unit: TranslationUnit, context: Context) -> bool:
        return unit.index in _found(context)[group]

    def look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
        for start, end in _found(context)[group].get(unit.index, ()):
            row = _rows()[unit.target[start:end]]
            if row.wrong in unit.source:
                continue
            begin = start - bool(row.before)
            before = unit.target[begin:start]
            yield Hit(
                target_spans=((begin, end),),
                blanks={"found": before + row.wrong, "right": before + row.right},
                fix=_fixed(unit.target, (start, end), row, context.language),
            )

    return Sifted(may_be, look)


def _fixed(text: str, span: Span, row: _Row, language: str) -> str | None:
    """Return a text with the right word; the particle of a loan word may change with it."""
    if _OR in row.right:
        return None
    fixed = mended_at(text, *span, row.right)
    if fixed is None or row.group != LOAN:
        return fixed
    return replace(text, span, row.right, language)


def _found(context: Context) -> Mapping[str, Mapping[int, Sequence[Span]]]:
    return context.once("misspelt", lambda: _search(context))


def _search(context: Context) -> Mapping[str, Mapping[int, Sequence[Span]]]:
    """Return the misspelt words of each group, the longest at each place."""
    found = passages(context)
    rows = list(_rows().values())
    longest: dict[int, tuple[int, str]] = {}
    for number, start, end in _matches(found.text):
        if _stands(found.text, start, end, rows[number]):
            longest[start] = max(longest.get(start, (0, "")), (end, rows[number].group))
    return {
        group: found.by_unit(
            (start, end) for start, (end, of) in sorted(longest.items()) if of == group
        )
        for group in (NATIVE, LOAN, SPACING)
    }


def _stands(text: str, start: int, end: int, row: _Row) -> bool:
    """Whether a word stands where it counts, and is no other that begins so."""
    if not row.inside and _hangul(text[start - 1 : start]):
        return False
    if row.whole and _hangul(text[end : end + 1]):
        return False
    if row.before and not _behind(row.before, text[start - 1 : start + 1]):
        return False
    return not text[start : start + _LONGEST].startswith(_right_words())


def _behind(sign: str, letters: str) -> bool:
    """Whether the first of two letters is what a row asks for before the second."""
    before = letters[:1]
    if sign == "#":
        return (before.isalnum() and before not in _OBJECT) or before in _CLOSING
    if not _hangul(before) or letters in _words():
        return False
    if sign == "~":
        return True
    liquid = final(before) is Final.LIQUID
    return liquid if sign == "ㄹ" else not liquid and before != "다"


def _hangul(letter: str) -> bool:
    return "가" <= letter <= "힣"


@cache
def _facts() -> Mapping[str, str]:
    return packaged.table("language/korean/misspelt.toml")


@cache
def _right_words() -> tuple[str, ...]:
    return tuple(_facts()["unless"].split())


@cache
def _words() -> frozenset[str]:
    return frozenset(_facts()["words"].split())


@cache
def _rows() -> Mapping[str, _Row]:
    """Return the misspelt words by what they are."""
    rows: dict[str, _Row] = {}
    for group in (NATIVE, _INSIDE, LOAN, SPACING):
        for pair in _facts()[group].split():
            before = pair[0] if pair[0] in _BEFORE else ""
            wrong, _, right = pair.replace(before, "").replace("_", " ").partition("=")
            bare = wrong.removesuffix(_END)
            rows[bare] = _Row(
                wrong=bare,
                right=right,
                group=NATIVE if group == _INSIDE else group,
                inside=group in {_INSIDE, SPACING},
                whole=wrong.endswith(_END),
                before=before,
            )
    return rows


class _Finder:
    """Finds misspelt words; the faster way once there is so much to read that it pays."""

    def __init__(self) -> None:
        """Read nothing yet."""
        self._read = 0
        self._automaton: AhoCorasick | None = None

    def matches(self, text: str) -> list[tuple[int, int, int]]:
        """Return the place of each row, and the row's position, wherever its word stands."""
        before, self._read = self._read, self._read + len(text)
        if self._automaton is None or before < _MUCH <= self._read:
            from ahocorasick_rs import AhoCorasick, Implementation  # noqa: PLC0415 (in a check only)

            kind = Implementation.DFA if self._read >= _MUCH else Implementation.ContiguousNFA
            self._automaton = AhoCorasick(list(_rows()), implementation=kind)
        return self._automaton.find_matches_as_indexes(text, overlapping=True)


_matches = _Finder().matches
