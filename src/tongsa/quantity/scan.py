"""Find the figures of a text, each with the words beside it that say what it counts."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

from tongsa.model import Bound
from tongsa.patterns import late
from tongsa.quantity.beside import Beside
from tongsa.quantity.lexicon import lexicon
from tongsa.quantity.myriads import Myriads
from tongsa.quantity.numeral import Numeral, digits_at, whole
from tongsa.quantity.places import Apart, Joined
from tongsa.quantity.spoken import SPOKEN, Speech
from tongsa.quantity.thousands import Thousands
from tongsa.quantity.token import Token
from tongsa.quantity.words import Behind

if TYPE_CHECKING:
    from collections.abc import Callable

    from tongsa.quantity.lexicon import Lexicon

_SHAPE = re.compile(
    r"(?:(?<![a-z0-9])|(?<=\dx))(?<!\d\.)(?!(?<=\d,)\d{3}(?!\d))(?:"
    r"(?P<date>\d{4}(?P<sign>[-/.])\d{1,2}(?P=sign)\d{1,2}(?!\d|[-/.]\d)"
    r"|\d{4}\.\s\d{1,2}\.\s\d{1,2}(?!\d)\.?"
    r"|\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?!\d))"  # 2030-03-17, 2030. 3. 17., 3/17/2030
    r"|(?P<label>\d+(?:\.\d+){2,}|\+?\d{1,4}(?:-\d{2,5}){2,}"
    r"|(?!(?:1[89]|20)\d\d-)\d{3,4}-\d{4}(?!\d))"  # 3.11.7, 02-123-4567
    r"|(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?!\d))"  # 15:30
    r"|(?P<parts>\d{1,3}/\d{1,3}(?![\d/]))"  # 2/3
    r"|(?P<vulgar>(?:\d{1,9}\s?)?[¼½¾⅐-⅞])"  # 1½
    r"|(?P<digits>\d|(?<!\.)\.\d))"
)
_SIGNS = frozenset("+.")
"""What a figure may begin with but digits: ``+82``, ``.5``"""
_FIGURES = re.compile(r"[\d¼½¾⅐-⅞]+")
_PLAIN_FIGURES = re.compile(r"[0-9]+")
"""The same in a text of plain letters, three times as fast."""
_ATTACHED = frozenset("abcdefghijklmnopqrstuvwxyz-+.")
"""What stands before digits that are a part of something longer."""
_GUARDS = frozenset("abcdefghijklmnopqrstuvwxyz.,")
"""What may stand before digits that are no plain number."""
_GOING_ON = frozenset("-/.:")
_VULGAR = frozenset("¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
"""What stands behind digits that may be more than a number: right there, or behind a space."""
_LONGEST = 12
"""Letters of a name before its figures: ``hbm4``"""
_NAME = re.compile(r"(?<![a-z0-9])[a-z]{1,12}(?:-?\d[a-z0-9]{0,30})+")
"""``hbm4``, ``ipv6``, ``f-16``, ``covid-19``"""
_LAST_MINUTE = 59
_PLACE = itemgetter(0)
_BARE = SPOKEN | {"month", "apart"}
"""Words beside which nothing tells more of them."""


_Reader: TypeAlias = "Callable[[Scanner, str, str, int], Token | None]"
"""Reads what begins at a place of a text, which is told as it is and in small letters."""


class Scanner:
    """What finds the figures of one language."""

    def __init__(self, words: Lexicon) -> None:
        """Make ready to find figures by a language's words."""
        self.lexicon = words
        thousands = words.system == "thousands"
        self._numerals: Thousands | Myriads
        self._places: Apart | Joined
        if thousands:
            self._numerals = Thousands(words.words)
            self._places = Apart((*words.phrases, *self._numerals.starts))
        else:
            self._numerals = Myriads(words.words)
            self._places = _joined(words, self._numerals)
        self._doubtful = tuple(words.doubtful_myriads.items())
        self._part = words.words.get("part", "")
        self._beside = Beside(words, self._numerals)
        self._edge = late("(?<![a-z])" if thousands else words.word_start or "(?:)")
        natives = self._numerals.natives
        self._phrases = Behind(words.phrases)
        self._natives = Behind(dict.fromkeys(natives, "native"))
        self.spoken = Speech(words, self._numerals.sure, self._places).dates
        """Returns the dates that a text without digits tells; None where words tell a figure."""

    def tokens(self, text: str, low: str) -> list[Token]:
        """Return the tokens of a text in order; none overlap.

        The text is as ``normal`` returns it, and in small letters as ``lowered`` does.
        """
        text = low if low == text else text  # one text, where it has no capitals
        beside, word = self._beside, Scanner._word
        found: list[Token] = []
        at, least = 0, 0
        for start, kind in self._candidates(low):
            if start < at:
                continue
            token = kind(self, text, low, start)
            if token is None:
                at = self._numerals.skip(low, start) if kind is word else at
                continue
            if token.start < least:
                continue  # one half hundred: the half is told
            phrase = token.phrase
            if phrase is None or phrase.role not in _BARE:
                beside.behind(token, text, low)
                beside.before(token, text, low, least)
            at = token.stop
            if not (token.proved or token.sense or token.lead or self._linked(low, at)):
                continue
            if token.shape != "phrase":
                least = at
            if phrase is None or phrase.role != "apart":
                found.append(token)
        return found

    def _candidates(self, low: str) -> list[tuple[int, _Reader]]:
        """Return where a figure may begin, by a question that costs little, and what reads it."""
        digits, figure, name, word = _READERS
        found: list[tuple[int, _Reader]] = []
        ascii_ = low.isascii()
        for it in (_PLAIN_FIGURES if ascii_ else _FIGURES).finditer(low):
            at, end = it.span()
            before = low[at - 1 : at]
            plain = not (before in _GUARDS or low[end : end + 1] in _GOING_ON)
            if plain and not ascii_:
                plain = low[end + 1 : end + 2] not in _VULGAR and it[0].isdecimal()
            found.append((at, digits if plain else figure))
            if before in _ATTACHED:
                if before in _SIGNS:
                    found.append((at - 1, figure))
                else:
                    found.append((_begin(low, at), name))
        found += [(at, word) for at in self._places.starts(low)]
        if len(found) > 1:
            found.sort(key=_PLACE)  # a name before a word at the same place
        return found

    def _figure(self, text: str, low: str, start: int) -> Token | None:
        """Return the digits at a place, or what they make: a clock, a date, a fraction."""
        found = _SHAPE.match(low, start)
        if found is None:
            return None
        shape = found.lastgroup or ""
        late = shape == "clock" and int(found[0].partition(":")[2][:2]) > _LAST_MINUTE
        if late or shape == "digits":
            return self._digits(text, low, start)
        if shape == "vulgar":
            before, sign = found[0][:-1].strip(), found[0][-1]
            part = Fraction(unicodedata.numeric(sign)).limit_denominator(16)
            value = whole(int(before or 0) + part)
            return self._number(Numeral(start, found.end(), (value,)), low)
        return Token(shape, start, found.end())

    def _digits(self, _text: str, low: str, start: int) -> Token:
        """Return the number at a place whose digits are no date, clock or name."""
        ranked = low[start - 1 : start] in self.lexicon.rank_ends and self._is_rank(low, start)
        numeral = digits_at(low, start) if ranked else self._numerals.digits(low, start)
        return self._number(numeral, low) if numeral else _long(low, start)

    def _name(self, text: str, low: str, start: int) -> Token | None:
        """Return the name with figures in it that begins at a place."""
        found = _NAME.match(low, start)
        is_name = found is not None and _is_name(text[start : found.end()])
        return Token("name", start, found.end()) if found and is_name else None

    def _word(self, _text: str, low: str, start: int) -> Token | None:
        """Return the word, or the number in words, that begins at a place."""
        if phrase := self._phrases.behind(low, start):
            token = Token("phrase", start, phrase.end)
            token.phrase = phrase.meaning
            return token
        told = self._numerals.spelled(low, start) if self._numerals.begins(low, start) else None
        if told:
            return self._number(told[0], low, proved=not told[1])
        return self._native(low, start) if self._natives.behind(low, start) else None

    def _native(self, low: str, start: int) -> Token | None:
        """Return the native number at a place, which a particle proves as well: 둘이, 열이."""
        told = self._numerals.native(low, start)
        if told is None:
            return None
        numeral, doubtful = told
        if doubtful and numeral.end - start > 1:
            doubtful = self.lexicon.tail.match(low, numeral.end) is None
        return self._number(numeral, low, proved=not doubtful)

    def _linked(self, low: str, at: int) -> bool:
        """Whether another number follows, whose unit may serve this one: 三至五名."""
        sign = self.lexicon.range_signs.match(low, at)
        if sign is None:
            return False
        at = sign.end()
        following = low[at : at + 1]
        anchor = _SHAPE if following.isnumeric() or following in _SIGNS else _NAME
        if anchor.match(low, at):
            return True
        if not self._edge.match(low, at):
            return False
        told = self._phrases.behind(low, at) or self._natives.behind(low, at)
        return told is not None or self._numerals.begins(low, at)

    def _number(self, numeral: Numeral, low: str, *, proved: bool = True) -> Token:
        """Return a number as a token; without proof only a counter behind it makes it one."""
        for sign, power in self._doubtful:
            if sign in low[numeral.start : numeral.end]:
                other = tuple(whole(Fraction(value, 10**power)) for value in numeral.values)
                numeral = numeral._replace(values=(*numeral.values, *other), raw="")
        if self._part and low.startswith(self._part, numeral.end):
            parts = self._parts(numeral, low)
            numeral, proved = (parts, True) if parts else (numeral, proved)
        token = Token("number", numeral.start, numeral.end)
        token.numeral = numeral
        if numeral.bound is not Bound.EXACT:
            token.bound = numeral.bound
        if not proved:
            token.proved = False
        return token

    def _is_rank(self, low: str, start: int) -> bool:
        """Whether a word before a number makes a rank of it: 제22조 is no 22 trillion."""
        word = self.lexicon.before.before(low, start)
        return word is not None and word.meaning.role == "ordinal"

    def _parts(self, numeral: Numeral, low: str) -> Numeral | None:
        """Return a fraction whose lower part stands first, 3분의 2, 三分之二, or None."""
        at = numeral.end + len(self._part)
        at += low.startswith(" ", at)
        upper = self._numerals.digits(low, at)
        if upper is None:
            told = self._numerals.spelled(low, at) or self._numerals.native(low, at)
            upper = told[0] if told else None
        if upper is None or not numeral.values[0] or not upper.end > at:
            return None
        value = whole(Fraction(upper.values[0]) / numeral.values[0])
        return numeral._replace(values=(value,), end=upper.end, raw="", role="fraction")


def _joined(words: Lexicon, numerals: Myriads) -> Joined:
    """Return what finds where words may stand that no space parts from others."""
    longer = (*words.phrases, *numerals.natives)
    single = {it for it in longer if len(it) == 1}
    pairs = {it[:2] for it in longer if len(it) > 1}
    return Joined(numerals.lone | single, numerals.pairs | pairs, words.word_start)


def _is_name(text: str) -> bool:
    """Whether letters and digits are a name: ``HBM4`` and ``Covid-19``, not ``mid-1990s``."""
    letters, hyphen, _ = text.partition("-")
    return not hyphen or not letters.isalpha() or not letters.islower()


def _long(low: str, start: int) -> Token:
    """Return a run of digits that is too long to count anything."""
    end = start
    while end < len(low) and (low[end].isdecimal() or low[end] in ".,"):
        end += 1
    return Token("label", start, end)


def _begin(low: str, at: int) -> int:
    """Return where the letters begin that stand before figures, maybe with a hyphen."""
    start = at - (low[at - 1] == "-")
    least = max(0, start - _LONGEST)
    while start > least and "a" <= low[start - 1] <= "z":
        start -= 1
    return start


_READERS = (Scanner._digits, Scanner._figure, Scanner._name, Scanner._word)  # noqa: SLF001 (its own)


@cache
def scanner(language: str) -> Scanner:
    """Return what finds the figures of a language."""
    return Scanner(lexicon(language))
