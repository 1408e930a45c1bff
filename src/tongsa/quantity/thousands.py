"""Read numbers as Western languages write them: 2.47 million, sixty-four and a half billion."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from tongsa.model import Bound
from tongsa.quantity.numeral import HARD_FROM, LARGEST, Numeral, digits_at, times, whole

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORD = re.compile(r"[a-z]+")
_JOINT = re.compile(r" and (?:an? )?|-and-(?:a-)?|[ -]an? |[ -]")
"""Between the words of one number: ``two hundred and fifty``, ``one and a half``"""
_SCALE = re.compile(r"\0{0,60}[ -]?([a-z]+)")
"""Behind digits: ``5 million``, ``2.8bn``, ``3-million``"""
_LINKS = frozenset({" ", "-", "\0"})
"""What may stand between digits and a scale word."""
_UNITS = frozenset({"k", "m", "t"})
"""Short scale words that are kilometres, metres and tonnes as well."""
_PAST = re.compile(r" past ([a-z]+|\d{1,2})\b")
"""``half past three``"""
_DOZEN = "dozen"
_OF_POWER = re.compile(r" of an? ([a-z]+)\b")
"""``three-quarters of a million``"""
_STROKE = re.compile(r" ([1-9])/([2-9])(?![\d/])")
"""``2 1/2``"""
_AND_PART = re.compile(r" and an? (half|quarter)\b")
"""``2 and a half``"""
_HAS_ARTICLE = re.compile(r"[ -]an?[ -]")
_PARTS = {"half": Fraction(1, 2), "quarter": Fraction(1, 4)}
_LEAD = re.compile(
    r"\b(?:(?P<half>half(?: a| an)?)|(?P<quarter>a quarter of an?)"
    r"|(?P<some>several|a few|a couple of|many|some)|(?P<one>an?)|(?P<tens>tens of))[ -]$"
)
"""Before a bare power: ``a million``, ``half a million``, ``several hundred``"""
_ARTICLE = re.compile(r"(?: an? |[ -])")
_OF = " of "
_HUNDRED = 100
_TEN, _TWENTY = 10, 20
_CENTURIES = range(13, 21)
"""Of years that are spoken in two halves."""


class Thousands:
    """The numerals of a language that counts by thousands."""

    def __init__(self, words: Mapping[str, Any]) -> None:  # Any: as TOML gives it
        """Keep a language's table of numerals."""
        self._digits: dict[str, int] = words["digits"]
        self._powers = {word: 10**power for word, power in words["powers"].items()}
        self._short = {word: 10**power for word, power in words["short"].items()}
        self._several = {word: 10**power for word, power in words["several"].items()}
        self._groups: dict[str, int] = words["groups"]
        self._ordinals: dict[str, int] = words["ordinals"]
        self._parts: dict[str, int] = words["parts"]
        self.starts = frozenset(
            ("half", *self._digits, *self._powers, *self._groups, *self._several)
        )
        """The words that a number may begin with."""
        self.natives: tuple[str, ...] = ()
        """None: there is but one kind of numbers."""
        self._joining = frozenset(
            {*self._digits, *self._powers, *self._groups, *self._ordinals, *self._parts, *_PARTS}
        )
        """The words that may follow the first one of a number."""
        figures = {**self._digits, **self._powers, **self._ordinals}
        large = (word for word, value in figures.items() if value >= HARD_FROM)
        self.sure = (*large, *self._several, *self._groups, "half", "clock")
        """The words that only what is surely a figure holds."""

    def digits(self, text: str, at: int) -> Numeral | None:
        """Return the number whose digits begin at a place, with its scale words."""
        numeral = digits_at(text, at)
        if numeral is None:
            return None
        following = text[numeral.end : numeral.end + 1]
        if following not in _LINKS and not "a" <= following <= "z":
            return numeral  # the most usual by far
        if stroke := _STROKE.match(text, numeral.end):
            part = Fraction(int(stroke[1]), int(stroke[2]))
            values = tuple(value + part for value in numeral.values)
            numeral = numeral._replace(values=values, end=stroke.end(), raw="")
        elif half := _AND_PART.match(text, numeral.end):
            values = tuple(value + _PARTS[half[1]] for value in numeral.values)
            numeral = numeral._replace(values=values, end=half.end(), raw="")
        factor = 1
        while found := _SCALE.match(text, numeral.end):
            word = found[1]
            attached = found.start(1) == numeral.end
            power = self._powers.get(word) or self._groups.get(word)
            if factor == 1 and not power and (attached or len(word) > 1):
                power = self._short.get(word)  # 5.7 bn; a lone m behind a space may be metres
            if not power or factor * power > LARGEST:
                break
            factor *= power
            plain = numeral.values[0] if attached and word in _UNITS else None
            numeral = times(numeral, power, found.end())._replace(plain=plain)
        return numeral

    def begins(self, text: str, at: int) -> bool:
        """Whether a word stands at a place that a number may begin with."""
        first = _WORD.match(text, at)
        return first is not None and first[0] in self.starts

    def spelled(self, text: str, at: int) -> tuple[Numeral, bool] | None:
        """Return the number whose words begin at a place, and that it needs no counter."""
        numeral = self._spelled(text, at)
        return (numeral, False) if numeral else None

    def native(self, _text: str, _at: int) -> tuple[Numeral, bool] | None:
        """Return None: there is but one kind of numbers."""
        return None

    def _spelled(self, text: str, at: int) -> Numeral | None:
        first = _WORD.match(text, at)
        if first is None:
            return None
        if first[0] in self._digits and not self._goes_on(text, first.end()):
            value = self._digits[first[0]]
            return Numeral(at, first.end(), (value,), hard=value >= HARD_FROM)
        return self._words(text, first)

    def _words(self, text: str, first: re.Match[str]) -> Numeral | None:
        """Return the number whose words begin with one, as far as they go on."""
        at = first.start()
        if first[0] in self._several:
            return self._some(text, at, first)
        if first[0] == "half":
            return self._half(text, at, first.end())
        start, times_as_much, bound = at, Fraction(1), Bound.EXACT
        if first[0] in self._powers or first[0] in self._groups:
            lead = _LEAD.search(text, max(0, at - 16), at)
            if lead is None:
                return None
            start = at if lead["some"] or lead["one"] else lead.start()
            bound = Bound.SEVERAL if lead["some"] or lead["tens"] else bound
            times_as_much = Fraction(1, 2 if lead["half"] else 4 if lead["quarter"] else 1)
        if year := self._year(text, first):
            return year
        sum_ = _Sum()
        role, end = "", first.start()
        word: re.Match[str] | None = first
        joint = ""
        while word is not None:
            if not self._add(sum_, word[0], joint):
                role = self._close(sum_, word[0], joint)
                end = word.end() if role else end
                break
            end = word.end()
            between = _JOINT.match(text, end)
            if between is None:
                break
            joint = between[0]
            word = _WORD.match(text, between.end())
        of = _OF_POWER.match(text, end) if role == "fraction" else None
        if of and of[1] in self._powers:  # three-quarters of a million
            role, end, times_as_much = "", of.end(), Fraction(self._powers[of[1]])
        value = whole(sum_.value * times_as_much)
        hard = value >= HARD_FROM and role != "fraction" and bound is Bound.EXACT
        hard = hard and first[0] not in self._powers and first[0] not in self._groups
        loose = text.endswith(_DOZEN, 0, end)
        tens = (whole(Fraction(value * 10, 12)),) if loose else ()  # 20여 for two dozen
        values = (value, *tens)
        return Numeral(start=start, end=end, values=values, hard=hard, bound=bound, role=role)

    def _goes_on(self, text: str, at: int) -> bool:
        """Whether the word behind a number may be a part of it."""
        joint = _JOINT.match(text, at)
        word = joint and _WORD.match(text, joint.end())
        return word is not None and word[0] in self._joining

    def _year(self, text: str, first: re.Match[str]) -> Numeral | None:
        """Return a year as it is spoken: ``nineteen eighty-seven``."""
        century = self._digits.get(first[0], 0)
        word = _WORD.match(text, first.end() + 1)
        tens = self._digits.get(word[0], 0) if word else 0
        if century not in _CENTURIES or word is None or tens < _TEN:
            return None
        last = _WORD.match(text, word.end() + 1)
        ones = self._digits.get(last[0], 0) if last and tens % _TEN == 0 and tens > _TEN else 0
        end = last.end() if last and 0 < ones < _TEN else word.end()
        value = century * _HUNDRED + tens + (ones if ones < _TEN else 0)
        return Numeral(start=first.start(), end=end, values=(value,), raw=str(value))

    def skip(self, _text: str, at: int) -> int:
        """Return the next place: words that are no number together may be numbers apart."""
        return at + 1

    def digit(self, _text: str, _at: int) -> int | None:
        """Return None: no tenths are told by a word and a digit."""
        return None

    def _half(self, text: str, at: int, end: int) -> Numeral:
        """Return ``half``, or what it is the half of: ``half a million``."""
        if (past := _PAST.match(text, end)) and (hour := self._hour(past[1])):
            values = (hour + Fraction(1, 2),)
            return Numeral(start=at, end=past.end(), values=values, hard=False, role="clock")
        article = _ARTICLE.match(text, end)
        word = article and _WORD.match(text, article.end())
        if word and (word[0] in self._powers or word[0] in self._groups):
            numeral = self._spelled(text, word.start())
            if numeral is not None:
                return numeral._replace(start=at)
        if article and article[0].startswith(" a"):
            end = article.end() - 1  # half an hour
        role = "fraction" if end == at + len("half") else ""
        return Numeral(start=at, end=end, values=(Fraction(1, 2),), hard=False, role=role)

    def _hour(self, word: str) -> int:
        """Return what a word or digits tell of an hour; 0 where they tell none."""
        return int(word) if word.isdecimal() else self._digits.get(word, 0)

    def _add(self, sum_: _Sum, word: str, joint: str) -> bool:
        """Add a word to a number, and say whether it belongs to it."""
        linked = "and" in joint
        if _HAS_ARTICLE.search(joint):
            return linked and word in _PARTS and sum_.close(_PARTS[word])
        if word in self._digits:
            return sum_.add(self._digits[word], linked=linked)
        power = self._powers.get(word) or self._groups.get(word)
        return power is not None and not linked and sum_.multiply(power)

    def _close(self, sum_: _Sum, word: str, joint: str) -> str:
        """Add the last word of an ordinal or a fraction, and say which it is."""
        if _HAS_ARTICLE.search(joint):
            return ""
        if word in self._parts and "and" not in joint and sum_.total == 0:
            plural = word.endswith(("s", "ves"))
            if (plural and sum_.group > 1) or (sum_.group == 1 and not plural):
                sum_.group = Fraction(sum_.group) / self._parts[word]
                return "fraction"
        if word in self._ordinals and sum_.room > self._ordinals[word]:
            sum_.group += self._ordinals[word]
            return "ordinal"
        return ""

    def _some(self, text: str, at: int, first: re.Match[str]) -> Numeral:
        """Return ``millions``, ``hundreds of thousands``."""
        value, start, end = self._several[first[0]], at, first.end()
        lead = _LEAD.search(text, max(0, at - 16), at)
        if lead and lead["tens"]:
            start, value = lead.start(), value * 10
        while text.startswith(_OF, end) and (word := _WORD.match(text, end + len(_OF))):
            power = self._several.get(word[0])
            if not power or value * power > LARGEST:
                break
            value, end = value * power, word.end()
        return Numeral(start=start, end=end, values=(value,), hard=False, bound=Bound.SEVERAL)


class _Sum:
    """A number as its words come in."""

    def __init__(self) -> None:
        self.total: int | Fraction = 0
        self.group: int | Fraction = 0
        """What the next power multiplies."""
        self.room = LARGEST
        """What is added next has to be less."""
        self.least = LARGEST
        """The last power that was closed."""

    @property
    def value(self) -> Fraction:
        """What the words so far are worth."""
        return Fraction(self.total + self.group)

    def add(self, value: int, *, linked: bool) -> bool:
        """Add a number below a hundred, if there is room for it."""
        if value >= self.room or (linked and self.room < _HUNDRED):
            return False
        if value == 0 and (self.group or self.total):
            return False
        self.group += value
        self.room = _TEN if value >= _TWENTY and value % _TEN == 0 else 0
        return True

    def close(self, part: Fraction) -> bool:
        """Add a part of one; nothing but a power may follow."""
        self.group += part
        self.room = 0
        return True

    def multiply(self, power: int) -> bool:
        """Multiply what came last, if the powers go down as they should."""
        if power <= _HUNDRED:
            if self.group >= _HUNDRED:
                return False
            self.group = (self.group or 1) * power
            self.room = power
            return True
        if power < self.least:
            self.total += (self.group or 1) * power
            self.group = 0
            self.room = self.least = power
            return True
        if self.total * power > LARGEST or self.group:
            return False
        self.total *= power
        return True
