"""Find the figures of a text, each with the words beside it that say what it counts."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from tongsa.model import Bound
from tongsa.quantity.lexicon import SHORT, Sense, lexicon
from tongsa.quantity.myriads import Myriads
from tongsa.quantity.normal import HOLE, lowered
from tongsa.quantity.numeral import Numeral, digits_at, whole
from tongsa.quantity.thousands import Thousands
from tongsa.quantity.words import grouped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.quantity.lexicon import Lexicon, Phrase

_SHAPES = (
    r"(?P<date>\d{4}(?P<sign>[-/.])\s?\d{1,2}(?P=sign)\s?\d{1,2}(?!\d|[-/.]\d)\.?"
    r"|\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?!\d))"  # 2030-03-17, 2030. 3. 17., 3/17/2030
    r"|(?P<label>\d+(?:\.\d+){2,}|\+?\d{1,4}(?:-\d{2,5}){2,})"  # 3.11.7, 02-123-4567
    r"|(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?!\d))"  # 15:30
    r"|(?P<parts>\d{1,3}/\d{1,3}(?![\d/]))"  # 2/3
    r"|(?P<vulgar>(?:\d{1,9}\s?)?[¼½¾⅐-⅞])"  # 1½
    r"|(?P<digits>\d)"
)
_ODD = r"\d¼½¾⅐-⅞+"
"""What a figure may begin with but letters."""
_NAME = r"(?P<name>(?<![a-z0-9])[a-z]{1,12}(?:-?\d[a-z0-9]{0,30})+)"
"""``hbm4``, ``ipv6``, ``f-16``, ``covid-19``"""
_TAIL = re.compile(r"[A-Za-z][A-Za-z0-9]*|-[A-Z][a-z]+")
"""Behind digits: the rest of a name, ``5G``, ``7-Eleven``"""
_OLD = re.compile(r"[ -]olds?\b")
"""Behind years of age: ``65-year-old``, ``65 years old``"""
_SIDES = 5
"""Words that may stand before a number to say what it is: over, US$, …"""
_SPOKEN = frozenset({"weekday", "relative"})
_HANGUL = re.compile(r"[가-힣]")
_EDGE = " -\u00a0\u202f"
"""What may stand between a number and its unit."""


@dataclass(slots=True)
class Token:
    """A number, or a word that is a part of a figure, with what stands beside it."""

    shape: str
    """``number``, ``phrase``, or one that needs a closer look, such as ``clock``."""
    start: int
    end: int
    numeral: Numeral | None = None
    phrase: Phrase | None = None
    sense: Sense | None = None
    """What the word behind it makes of it."""
    lead: Sense | None = None
    """What the word before it makes of it."""
    clock: str = ""
    """``am``, ``pm``, ``night`` or ``midday``."""
    bound: Bound = Bound.EXACT
    bounded: tuple[int, int] = (0, 0)
    minus: bool = False
    half: bool = False
    """Whether a half is added to its unit."""
    begin: int = 0
    """Where its currency or sign begins."""
    stop: int = 0
    """Where its unit ends."""
    proved: bool = True
    """Whether it is a number without a counter behind it."""


class Scanner:
    """What finds the figures of one language."""

    def __init__(self, words: Lexicon) -> None:
        self.lexicon = words
        self._numerals: Thousands | Myriads
        thousands = words.system == "thousands"
        self._numerals = Thousands(words.words) if thousands else Myriads(words.words)
        edge, close = ("(?<![a-z])", "(?![a-z])") if thousands else (words.word_start, "")
        phrases = rf"{edge}(?P<phrase>{grouped(words.phrases)}){close}"
        spelled = rf"{edge}(?P<word>{grouped(self._numerals.starts)}){close}"
        if isinstance(self._numerals, Myriads) and self._numerals.natives:
            spelled += rf"|{edge}(?P<native>{grouped(self._numerals.natives)})"
        shapes = rf"(?<![a-z0-9])(?<!\d\.)(?!(?<=\d,)\d{{3}}(?!\d))(?:{_SHAPES})"
        self._anchor = re.compile(rf"{_NAME}|{shapes}|{phrases}|{spelled}")
        heads = (*words.phrases, *self._numerals.starts, *getattr(self._numerals, "natives", ()))
        sure = rf"|{edge}(?:{grouped(self._numerals.sure)}){close}" if thousands else ""
        self._sure = re.compile(rf"[{_ODD}]{sure}")
        spoken = [it for it, phrase in words.phrases.items() if phrase.role in _SPOKEN]
        self._spoken = re.compile(rf"{edge}(?:{grouped(spoken)})")
        self._heads = frozenset(_word(head) for head in heads) if thousands else frozenset()
        letters = "".join(sorted({re.escape(head[0]) for head in heads}))
        self._candidate = re.compile(
            rf"[a-z]+(?:-?\d)?|[{_ODD}]+"
            if thousands
            else rf"(?<![a-z])[a-z]{{1,12}}-?\d|[{_ODD}]+|{words.word_start}[{letters}]"
        )

    def holds_figures(self, text: str) -> bool:
        """Whether a text may hold what is surely a figure."""
        return bool(self._sure.search(text.lower()))

    def holds_dates(self, text: str) -> bool:
        """Whether a text may hold a date without a figure: Monday, last year."""
        return bool(self._spoken.search(text.lower()))

    def tokens(self, text: str) -> Iterator[Token]:
        """Yield the tokens of a text, as ``normal`` returns it, in order; none overlap."""
        low = lowered(text)
        at, least = 0, 0
        for start in self._candidates(low):
            if start < at:
                continue
            found = self._anchor.match(low, start)
            token = self._token(found, text, low) if found else None
            if found is None or token is None:
                continue
            token.begin, token.stop = token.start, token.end
            if token.shape in {"number", "clock", "parts", "phrase"}:
                self._behind(token, text, low)
                self._before(token, text, low, least)
            if not (token.proved or token.sense or token.lead or self._linked(low, token.stop)):
                continue
            at = token.stop
            if token.shape != "phrase":
                least = token.stop
            if token.phrase is None or token.phrase.role != "apart":
                yield token

    def _candidates(self, low: str) -> Iterator[int]:
        """Yield where a figure may begin, by a question that costs little."""
        heads = self._heads
        for found in self._candidate.finditer(low):
            letters = found[0]
            if heads and letters.isalpha() and letters not in heads:
                continue
            yield found.start()
            if letters[0].isalpha() and letters[-1].isdecimal():
                yield found.end() - 1  # the 1990 of mid-1990s

    def _token(self, found: re.Match[str], text: str, low: str) -> Token | None:
        """Return the token at a place; None where it is none after all."""
        shape = found.lastgroup or ""
        start, end = found.span(shape)
        if shape == "phrase":
            return Token(shape, start, end, phrase=self.lexicon.phrases[found[0]])
        if shape in {"digits", "word", "native", "vulgar"}:
            return self._number(shape, start, found[0], low)
        if shape == "name" and not _is_name(text[start:end]):
            return None
        if shape == "clock" and int(found[0].partition(":")[2][:2]) > 59:
            return self._number("digits", start, "", low)
        return Token(shape, start, end)

    def _linked(self, low: str, at: int) -> bool:
        """Whether another number follows, whose unit may serve this one: 三至五名."""
        sign = self.lexicon.range_signs.match(low, at)
        return bool(sign and self._anchor.match(low, sign.end()))

    def _number(self, shape: str, start: int, letters: str, low: str) -> Token | None:
        proved = True
        numeral: Numeral | None
        if shape == "vulgar":
            before, sign = letters[:-1].strip(), letters[-1]
            part = Fraction(unicodedata.numeric(sign)).limit_denominator(16)
            value = whole(int(before or 0) + part)
            numeral = Numeral(start=start, end=start + len(letters), values=(value,))
        elif shape == "digits":
            ranked = self.lexicon.before.before(low, start)
            if ranked and ranked[1].role == "ordinal":  # 제22조 is no 22 trillion
                numeral = digits_at(low, start)
            else:
                numeral = self._numerals.digits(low, start)
        elif isinstance(self._numerals, Thousands):
            numeral = self._numerals.spelled(low, start)
        else:
            words = self._numerals.native if shape == "native" else self._numerals.spelled
            told = words(low, start)
            numeral, proved = (told[0], not told[1]) if told else (None, True)
            if numeral and shape == "native" and numeral.end - start > 1:
                proved = proved or bool(self.lexicon.tail.match(low, numeral.end))
        if numeral is None:
            return _long(low, start) if shape == "digits" else None
        for sign, power in self.lexicon.words.get("doubtful_myriads", {}).items():
            if sign in low[numeral.start : numeral.end]:
                other = tuple(whole(Fraction(value, 10**power)) for value in numeral.values)
                numeral = replace(numeral, values=(*numeral.values, *other), raw="")
        if parts := self._parts(numeral, low):
            numeral, proved = parts, True
        return Token(
            "number",
            numeral.start,
            numeral.end,
            numeral=numeral,
            bound=numeral.bound,
            proved=proved,
        )

    def _parts(self, numeral: Numeral, low: str) -> Numeral | None:
        """Return a fraction whose lower part stands first: 3분의 2, 三分之二."""
        part = self.lexicon.words.get("part")
        if not part or not low.startswith(part, numeral.end):
            return None
        at = numeral.end + len(part)
        at += low.startswith(" ", at)
        assert isinstance(self._numerals, Myriads)  # noqa: S101 (no other has such a word)
        upper = self._numerals.digits(low, at)
        if upper is None:
            told = self._numerals.spelled(low, at) or self._numerals.native(low, at)
            upper = told[0] if told else None
        if upper is None or not numeral.values[0] or not upper.end > at:
            return None
        value = whole(Fraction(upper.values[0]) / numeral.values[0])
        return replace(numeral, values=(value,), end=upper.end, raw="", role="fraction")

    def _behind(self, token: Token, text: str, low: str) -> None:
        """Note what stands right behind a token: its unit, and a bound."""
        words = self.lexicon.after
        at = token.end
        numeral = token.numeral
        if numeral is not None or token.shape == "parts":
            found = self._unit(text, low, at)
            if found:
                token.stop, token.sense = found
                if token.sense.role == "ordinal" and (later := self._unit(text, low, found[0])):
                    token.stop, token.sense = later if later[1].role == "century" else found
                if token.sense.unit == "year" and (old := _OLD.match(low, token.stop)):
                    token.stop, token.sense = old.end(), Sense("measure", "year-of-age")
                self._more(token, text, low)
            elif (tail := _TAIL.match(text, at)) and numeral and numeral.raw:
                token.shape, token.end = "name", tail.end()
                token.stop = token.end
            elif numeral and low.startswith(self.lexicon.doubtful_powers or HOLE, at - 1):
                values = (*numeral.values, whole(Fraction(numeral.values[0]) / numeral.factor))
                token.numeral = replace(numeral, values=values)
        elif token.shape == "clock" and (found := _clock_behind(words, low, at)):
            token.stop, token.sense = found
        at = token.stop
        bound = self.lexicon.bounds_after.behind(low, at)
        if bound is None and low.startswith(" ", at):
            at += 1
            bound = self.lexicon.bounds_after.behind(low, at)
        if bound:
            token.bound, token.bounded = bound[1], (at, bound[0])

    def _unit(self, text: str, low: str, at: int) -> tuple[int, Sense] | None:
        """Return the word behind a number, with where it ends."""
        words = self.lexicon.after
        found = self._word_behind(text, low, at)
        if found is None and at < len(low) and low[at] in _EDGE:
            at += 1
            found = self._word_behind(text, low, at)
            if found and found[0] - at == 1 and self.lexicon.splits(low, at):
                return None
        return found

    def _word_behind(self, text: str, low: str, at: int) -> tuple[int, Sense] | None:
        """Return the word at a place; capitals of short ones count: 5G is no weight."""
        words = self.lexicon.after
        found = words.behind(text, at)
        if found is None and (other := words.behind(low, at)) and other[0] - at > SHORT:
            return other
        return found

    def _more(self, token: Token, text: str, low: str) -> None:
        """Note what adds to a unit: the half of 1년 반 and 一个半小时, the five of 三成五."""
        sense = token.sense
        if sense is None:
            return
        if sense.role == "tenth" and isinstance(self._numerals, Myriads):
            found = self._numerals.digit(low, token.stop)
            if found is not None and token.numeral is not None:
                values = tuple(value + whole(Fraction(found, 10)) for value in token.numeral.values)
                token.numeral = replace(token.numeral, values=values)
                token.stop += 1
            return
        if sense.role != "count" and not sense.unit:
            return
        half = self.lexicon.half.behind(low, token.stop + low.startswith(" ", token.stop))
        if half is None:
            return
        if sense.role == "count":
            unit = self._unit(text, low, half[0])
            if unit and unit[1].unit:
                token.half, (token.stop, token.sense) = True, unit
        elif not _HANGUL.match(low, half[0]):
            token.half, token.stop = True, half[0]

    def _before(self, token: Token, text: str, low: str, least: int) -> None:
        """Note what stands right before a token: a sign, a bound, the part of the day."""
        at = token.begin
        for _ in range(_SIDES):
            edge = at
            while at > least and low[at - 1] in " \u00a0":
                at -= 1
            if at <= least:
                return
            words = self.lexicon.before
            found = words.before(text, at, least) or words.before(low, at, least)
            if found and found[1].role == "skip":
                at = found[0]
                continue
            if found and self._lead(token, found[1], low, found[0], close=edge == at):
                at = found[0]
                continue
            bound = self.lexicon.bounds_before.before(low, at, least)
            if bound is None:
                return
            if token.bound in {Bound.EXACT, Bound.ABOUT}:
                token.bound, token.bounded = bound[1], (bound[0], at)
            at = bound[0]

    def _lead(self, token: Token, sense: Sense, low: str, start: int, *, close: bool) -> bool:
        """Note what a word before a token makes of it; False where it makes nothing of it."""
        if sense.role in {"am", "pm", "night", "midday"}:
            if not token.clock and token.lead is None:
                token.begin = start
            token.clock = token.clock or sense.role
            return True
        if token.numeral is None and token.shape != "clock":
            return False
        if sense.role == "minus":
            sign = low[start : start + 1]
            token.minus = sign.isalpha() or (
                close and (start == 0 or not (low[start - 1].isalnum() or low[start - 1] in ".,%)"))
            )
            if token.minus:
                token.begin = start
            return token.minus
        if token.lead is None:
            token.lead = sense
            token.begin = start
            return True
        return False


def _clock_behind(words: object, low: str, at: int) -> tuple[int, Sense] | None:
    from tongsa.quantity.words import Words

    assert isinstance(words, Words)
    at += low.startswith(" ", at)
    found = words.behind(low, at)
    return found if found and found[1].role in {"am", "pm"} else None


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


def _word(phrase: str) -> str:
    """Return the letters that a phrase begins with."""
    found = re.match(r"[a-z]+", phrase)
    return found[0] if found else phrase


@cache
def scanner(language: str) -> Scanner:
    """Return what finds the figures of a language."""
    return Scanner(lexicon(language))
