"""Decide whether a single stop ends its sentence, by the word that it stands behind."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tongsa.segment.rules import Rules

_LONGEST = 24  # code points; longer words are no abbreviations
_HEAD = 8  # code points of signs and marks that may stand before a sentence's first word
_DOTTED = re.compile(r"(?:(?:[A-Z][a-z]?|[a-z])\.)*[A-Za-z][a-z]?")  # U.S, P.J, Ph.D, J
_LATIN = re.compile(r"[!-~]+\Z")  # "Inc" in "由Inc"
_NEXT_WORD = re.compile(r"[^\W_]{1,24}+(?:[-'’][^\W_]{1,24}+)?")
_SMALL_LETTER_NEXT = re.compile(r"[\w'’-]{1,24},? [a-z]")
_REFERENCE = re.compile(r"[0-9]|[IVXLC]{2,}\b|[B-HVX]\b")  # 7, XII, B; "A" and "I" are words
_TIME_NEXT = re.compile(r"[0-9]|\w{1,24} time\b")  # 5 p.m. Seoul time
_YEAR = re.compile(r"[0-9]{1,4}")
_DAY = re.compile(r"[0-9]{1,2}")
_DAY_NEXT = re.compile(r"[0-9]{1,2}\.(?![0-9])")  # 2024. 5. 3.
_LISTED = re.compile(r"(?:[0-9]\.|[:：;；])\s?\Z")  # the "5. " before 3, "two goals: " before 1
_INITIAL_NEXT = re.compile(r"[A-Z]\.")


class _Word(NamedTuple):
    """A word before a stop, and what follows the stop."""

    text: str
    start: int
    first: int
    """The first letter or digit behind the stop."""
    sign: str
    """What stands right before ``first``."""


def ends_at_word(rules: Rules, text: str, begin: int, stop: int, first: int) -> bool:
    """Return whether the sentence that begins at ``begin`` ends with the word before ``stop``.

    ``first`` is where the next sentence's first letter or digit would be.
    """
    if stop - begin > _LONGEST and not text[stop - 1].isascii():
        return True  # the common case in Korean and Chinese: abbreviations are Latin
    word = _word_before(text, begin, stop)
    if not word:
        return True
    start = stop - len(word)
    if text[stop] != ".":
        kind = "exclaimed" if rules.abbreviations.get(word) == "exclaimed" else ""
    elif rules.numbering.fullmatch(word) and is_head(text, begin, start):
        return False
    elif word[-1].isdigit():
        return not _is_numbering(text, word, start, first)
    else:
        kind = _kind(rules, word)
    return not kind or _ENDS[kind](rules, text, _Word(word, start, first, text[first - 1]))


def _word_before(text: str, begin: int, stop: int) -> str:
    """Return the word that ends at ``stop``, without opening marks; empty if there is none."""
    head = text[max(begin, stop - _LONGEST) : stop]
    if not head or not head[-1].isalnum():
        return ""
    word = head.split()[-1].lstrip("\"'“‘([{*_-–—")
    if not word.isascii() and (latin := _LATIN.search(word)):
        return latin[0]
    return word


def _kind(rules: Rules, word: str) -> str:
    """Return the kind of abbreviation that a word is; empty if it is none."""
    for spelling in (word, word.rpartition("-")[2]):
        if spelling in rules.abbreviations:
            return rules.abbreviations[spelling]
    if len(word) == 1 and word.isascii():
        return "initial"
    return "maybe" if "." in word and _DOTTED.fullmatch(word) else ""


def is_head(text: str, begin: int, start: int) -> bool:
    """Return whether what stands at ``start`` is the first word of its sentence."""
    return start - begin < _HEAD and not any(map(str.isalnum, text[begin:start]))


def _is_numbering(text: str, word: str, start: int, first: int) -> bool:
    """Return whether a figure with a full stop belongs to a date or list: 2024. 5. 3., or: 1. Sail.

    A year may be followed by a month, a month or a number in a list by anything.
    """
    if _YEAR.fullmatch(word) and _DAY_NEXT.match(text, first):
        return True
    before = text[max(0, start - 3) : start]
    return _DAY.fullmatch(word) is not None and _LISTED.search(before) is not None


def _never(_rules: Rules, _text: str, _word: _Word) -> bool:
    return False


def _figure(_rules: Rules, text: str, word: _Word) -> bool:
    return not text[word.first].isdigit()


def _number(_rules: Rules, text: str, word: _Word) -> bool:
    return not _REFERENCE.match(text, word.first)


def _maybe(rules: Rules, text: str, word: _Word) -> bool:
    """Return whether the next word begins a sentence, as far as it proves that."""
    if word.sign in "([":
        return False
    return _is_next(rules, text, word, "starters") or (
        _is_next(rules, text, word, "subjects")
        and _SMALL_LETTER_NEXT.match(text, word.first) is not None
    )


def _initial(rules: Rules, text: str, word: _Word) -> bool:
    if word.text == "I":  # "he and I. Kim", but "I. M. Cho"
        return _INITIAL_NEXT.match(text, word.first) is None
    return _maybe(rules, text, word) and not _is_next(rules, text, word, "names")


def _place(rules: Rules, text: str, word: _Word) -> bool:
    """Mass. is a state in "Cambridge, Mass." and "(D-Mass.)", a service elsewhere."""
    is_state = "-" in word.text or text[max(0, word.start - 2) : word.start] == ", "
    return not is_state or _maybe(rules, text, word)


def _firm(rules: Rules, text: str, word: _Word) -> bool:
    if word.sign in "([" or text[word.first].isdigit():
        return False
    return not _is_next(rules, text, word, "offices")


def _clock(rules: Rules, text: str, word: _Word) -> bool:
    if word.sign in "([" or _TIME_NEXT.match(text, word.first):
        return False
    return not _is_next(rules, text, word, "clocks")


def _is_next(rules: Rules, text: str, word: _Word, kind: str) -> bool:
    """Return whether the word behind the stop is of a kind."""
    found = _NEXT_WORD.match(text, word.first)
    return found is not None and found[0].replace("’", "'") in rules.following[kind]


_ENDS: Mapping[str, Callable[[Rules, str, _Word], bool]] = MappingProxyType(
    {
        "never": _never,
        "figure": _figure,
        "number": _number,
        "maybe": _maybe,
        "initial": _initial,
        "place": _place,
        "firm": _firm,
        "clock": _clock,
        "exclaimed": _maybe,
    }
)
