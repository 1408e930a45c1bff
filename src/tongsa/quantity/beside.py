"""Read the words beside a number, which say what it is: over US$64.5 billion, 오후 3시, 三成五."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from tongsa.model import Bound
from tongsa.quantity.lexicon import SHORT, Sense
from tongsa.quantity.normal import HOLE
from tongsa.quantity.numeral import whole
from tongsa.quantity.words import Word

if TYPE_CHECKING:
    from tongsa.quantity.lexicon import Lexicon
    from tongsa.quantity.myriads import Myriads
    from tongsa.quantity.thousands import Thousands
    from tongsa.quantity.token import Token

_TAIL = re.compile(r"[A-Za-z][A-Za-z0-9]*|-[A-Z][a-z]+")
"""Behind digits: the rest of a name, ``5G``, ``7-Eleven``"""
_OLD = re.compile(r"[ -]olds?\b")
"""Behind years of age: ``65-year-old``, ``65 years old``"""
_HANGUL = re.compile(r"[가-힣]")
_LETTER = re.compile(r"\s?[가-힣一-鿿]")
_SPACES = f" \u00a0{HOLE}"
_FAR = 60
"""Letters before a bound that may turn it round: none will spend more than 14 nights."""
_SIDES = 5
"""Words that may stand before a number to say what it is: over, US$, …"""
_HALVES = frozenset({"am", "pm", "night", "midday"})
_VAGUE = frozenset({Bound.EXACT, Bound.ABOUT})
_OF = re.compile(r" of(?= )")
"""Between a vague number and its unit: ``millions of dollars``"""
_OF_A = re.compile(r" of an?(?= )")
"""Between a part and its unit: ``a quarter of a cent``"""
_HUNDREDTHS = re.compile(r"\d{1,3}(?!\d)")
"""Behind seconds: ``9초98``"""
_CENTIMETRES = re.compile(r"\d\d(?![\d.a-z㎝㎜센밀층公厘毫分])")
"""Behind metres, of a jump: ``2m01``, ``2公尺01``"""
_HALVED = frozenset({"second", "metre"})
_CENTURY = Sense("century")
_AGE = Sense("measure", "year-of-age")


class Beside:
    """What reads the words beside the numbers of one language."""

    def __init__(self, lexicon: Lexicon, numerals: Thousands | Myriads) -> None:
        """Read by a language's words, and by its numerals."""
        self._lexicon = lexicon
        self._numerals = numerals
        self._after, self._before = lexicon.after, lexicon.before
        self._bounds_after, self._bounds_before = lexicon.bounds_after, lexicon.bounds_before
        self._sides = self._before.ends | self._bounds_before.ends
        """The last letters of what may stand before a number."""

    def behind(self, token: Token, text: str, low: str) -> None:
        """Note what stands right behind a token: its unit, and a bound."""
        if token.shape == "clock":
            unit = self._unit(text, low, token.end)
            if unit and unit.meaning.role in _HALVES:
                token.mean(unit.meaning, unit.end)
        elif token.phrase is None:
            self._counted(token, text, low)
        else:
            self._phrase(token, text, low)
        bound = self._bounds_after.behind(low, token.stop)
        if bound is None and self._lexicon.lacking:
            bound = self._far(low, token.stop)
        if bound is not None:
            _bind(token, bound, denied=bool(self._lexicon.denied_after.match(low, bound.end)))

    def _far(self, low: str, at: int) -> Word[Bound] | None:
        """Return the words of a bound that stand behind an adverb: 40%를 약간 밑도는."""
        adverb = self._lexicon.adverb.match(low, at)
        if adverb is None:
            return None
        rest = low[adverb.end() : adverb.end() + _FAR]
        for particle in self._lexicon.lacking:
            if found := self._bounds_after.behind(particle + rest, 0):
                end = adverb.end() + found.end - len(particle)
                return Word(adverb.end(), end, found.meaning)
        return None

    def _phrase(self, token: Token, text: str, low: str) -> None:
        """Note what goes on with a word: the nineteenth century, an hour and a half."""
        role = token.phrase.role if token.phrase else ""
        if role == "measure" and (half := self._lexicon.half.behind(low, token.end)):
            token.half, token.stop = True, half.end
        elif role == "ordinal":
            unit = self._unit(text, low, token.end)
            if unit and unit.meaning.unit == "century":
                token.mean(_CENTURY, unit.end)
        elif role == "fraction" and (of := _OF_A.match(low, token.end)):
            unit = self._unit(text, low, of.end())
            if unit and unit.meaning.unit:
                token.mean(unit.meaning, unit.end)

    def _counted(self, token: Token, text: str, low: str) -> None:
        """Note a number's unit, or that it is part of a name after all."""
        unit = self._unit(text, low, token.end)
        numeral = token.numeral
        if unit is None and numeral and numeral.bound is Bound.SEVERAL:
            of = _OF.match(low, token.end)  # millions of dollars
            unit = self._unit(text, low, of.end()) if of else None
        if unit:
            token.mean(unit.meaning, unit.end)
            if unit.meaning.role == "ordinal" or (numeral and numeral.role == "ordinal"):
                self._century(token, text, low)
            if unit.meaning.unit == "year" and (old := _OLD.match(low, unit.end)):
                token.mean(_AGE, old.end())
            self._more(token, text, low)
        elif numeral is None:
            return
        elif numeral.raw and (tail := _TAIL.match(text, token.end)):
            token.shape = "name"
            token.end = token.stop = tail.end()
        elif low.startswith(self._lexicon.doubtful_powers or HOLE, token.end - 1):
            plain = whole(Fraction(numeral.values[0]) / numeral.factor)
            token.numeral = numeral._replace(values=(*numeral.values, plain))

    def _century(self, token: Token, text: str, low: str) -> None:
        """Note that an ordinal is that of a century: the 19th century, not two centuries."""
        later = self._unit(text, low, token.stop) if token.role == "ordinal" else None
        ranked = token.numeral is not None and token.numeral.role == "ordinal"
        if later and later.meaning.unit == "century":
            token.mean(_CENTURY, later.end)
        elif ranked and token.sense and token.sense.unit == "century":
            token.mean(_CENTURY, token.stop)

    def _unit(self, text: str, low: str, at: int) -> Word[Sense] | None:
        """Return the word behind a number; capitals of short ones count: 5G is no weight."""
        found = self._after.behind(text, at)
        if found is None:
            cased = low is not text and text[at : at + 2] != low[at : at + 2]
            found = self._after.behind(low, at) if cased else None
            if found is None or found.end - found.start <= SHORT:
                return None
        start, end, (role, *_) = found
        if role == "apart":
            return None  # 30 초과 is no second
        if start != at:
            if end - start == 1 and self._splits(low, start):
                return None
            if role == "money" and not text[start].isalnum():
                return None  # $3-$5
        return found

    def _splits(self, low: str, at: int) -> bool:
        """Whether a unit of one syllable behind a space is but the begin of a word: 2 시장."""
        if not _HANGUL.match(low, at) or not _HANGUL.match(low, at + 1):
            return False
        return not self._lexicon.tail.match(low, at + 1)

    def _more(self, token: Token, text: str, low: str) -> None:
        """Note what adds to a unit: the half of 1년 반 and 一个半小时, the five of 三成五."""
        role = token.role
        if role == "tenth":
            digit = self._numerals.digit(low, token.stop)
            if digit is not None and token.numeral is not None:
                part = whole(Fraction(digit, 10))
                values = tuple(value + part for value in token.numeral.values)
                token.numeral = token.numeral._replace(values=values)
                token.stop += 1
        elif token.sense and token.sense.unit in _HALVED and self._hundredths(token, low):
            return
        elif role == "count" or (token.sense and token.sense.unit):
            half = self._lexicon.half.behind(low, token.stop)
            if half is None:
                return
            if role != "count":
                if not _HANGUL.match(low, half.end) or self._lexicon.tail.match(low, half.end):
                    token.half, token.stop = True, half.end
            elif (unit := self._unit(text, low, half.end)) and unit.meaning.unit:
                token.half = True
                token.mean(unit.meaning, unit.end)
            elif token.numeral and not _LETTER.match(
                low, half.end
            ):  # 별 2개 반, but 5개 반 is classes
                values = token.numeral.values
                halves = tuple([whole(Fraction(value) + Fraction(1, 2)) for value in values])
                token.numeral = token.numeral._replace(values=(*values, *halves))

    def _hundredths(self, token: Token, low: str) -> bool:
        """Add what stands right behind seconds, and say whether there is anything."""
        found = _HUNDREDTHS.match(low, token.stop)
        if found is None or token.numeral is None:
            return False
        if token.sense and token.sense.unit == "metre" and not _CENTIMETRES.match(low, token.stop):
            return False
        part = whole(Fraction(int(found[0]), 10 ** len(found[0])))
        values = tuple(value + part for value in token.numeral.values)
        token.numeral = token.numeral._replace(values=values, raw="")
        token.stop = found.end()
        return True

    def before(self, token: Token, text: str, low: str, least: int) -> None:
        """Note what stands right before a token: a sign, a bound, the part of the day."""
        at, sides = token.begin, self._sides
        for _ in range(_SIDES):
            edge = at
            while at > least and low[at - 1] in _SPACES:
                at -= 1
            if at <= least:
                return
            near = max(0, at - 2)
            plain = low[near:at] in sides or low[at - 1] in sides
            if not plain and (low is text or not self._cased(text, near, at)):
                return  # the most usual by far
            found = self._before.before(text, at, least)
            if found is None and low is not text:
                found = self._before.before(low, at, least)
            if found is not None and self._lead(token, found, low, close=edge == at):
                at = found.start
                continue
            bound = self._bounds_before.before(low, at, least)
            if bound is None:
                return
            denial = self._lexicon.denied_before
            if token.bound in _VAGUE:
                denied = denial.search(low, max(0, bound.start - _FAR), bound.start)
                _bind(token, bound, denied=bool(denied))
            at = bound.start

    def _cased(self, text: str, near: int, at: int) -> bool:
        """Whether letters as they are written may end what stands before a number: US$."""
        return text[near:at] in self._sides or text[at - 1] in self._sides

    def _lead(self, token: Token, word: Word[Sense], low: str, *, close: bool) -> bool:
        """Note what a word before a token makes of it; False where it makes nothing of it."""
        role = word.meaning.role
        if role == "skip":
            return True
        if role in _HALVES:
            if not token.clock and token.lead is None:
                token.begin = word.start
            token.clock = token.clock or role
            return True
        if token.numeral is None and token.shape != "clock":
            return False
        if role == "minus":
            token.minus = _is_minus(low, word, close=close)
            token.begin = word.start if token.minus else token.begin
            return token.minus
        if token.lead is not None:
            return False
        token.lead, token.begin = word.meaning, word.start
        return True


def _bind(token: Token, bound: Word[Bound], *, denied: bool) -> None:
    """Note the bound of a number, or that it is denied."""
    if denied:
        token.denied = bound.meaning
    else:
        token.bound = bound.meaning
    token.bounded = (bound.start, bound.end)


def _is_minus(low: str, word: Word[Sense], *, close: bool) -> bool:
    """Whether a sign before a number takes it away, and does not join it to what is before."""
    if low[word.start].isalpha():
        return True
    before = low[word.start - 1 : word.start]
    return close and not (before.isalnum() or before in {".", ",", "%", ")"})
