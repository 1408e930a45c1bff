"""Read numbers as Korean and Chinese write them: 6억 4,900만, 1만2000, 二百五十, 550多萬, 서른다섯."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from tongsa.model import Bound
from tongsa.quantity.numeral import LARGEST, LONGEST, Numeral, digits_at, number, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tongsa.model import Value

_THOUSAND = 1000
_HANGUL = re.compile(r"[가-힣]")
_POSITIONAL = 3
"""Digits that are surely a number without a word for ten: 二〇二五."""


class Myriads:
    """The numerals of a language that counts by myriads."""

    def __init__(self, words: Mapping[str, Any]) -> None:  # Any: as TOML gives it
        self._digits: dict[str, int] = words["digits"]
        self._small: dict[str, int] = words["small"]
        self._myriads = {word: 10**power for word, power in words["myriads"].items()}
        self._natives = {**words.get("native", {}), **words.get("native_whole", {})}
        self._tens: dict[str, int] = words.get("native_tens", {})
        self._spaced = bool(self._natives)
        self._ten = next(iter(self._tens), "")
        self.needs_counter = frozenset(words.get("needs_counter", ()))
        self._lone = frozenset(words.get("lone_digits", self._digits))
        self.starts = tuple({*self._digits, *self._small, *self._myriads, *words["several"]})
        """The letters that a number may begin with, but for digits and native numbers."""
        self.natives = (*self._tens, *self._natives)
        self._several = frozenset(words["several"])
        small, myriads = _class(self._small), _class(self._myriads)
        none = f"(?!{words['not_power']})"
        word = f"(?!{words['not_number']})"
        more = rf"\s?[{_class(words['more'])}]"
        gap = rf"(?:\s(?=[{small}]?[{myriads}]{words['spaced_power']}))?"
        self._counts = re.compile(r"\s?[가-힣一-鿿]")
        self._scales = re.compile(
            rf"{gap}(?P<small>{none}[{small}])?(?P<more>{more})?(?P<myriads>(?:{gap}{none}[{myriads}]){{0,3}})"
        )
        """Behind digits: ``多萬``, ``천만``, ``억``"""
        digits = _class(self._digits)
        letters = _class(self._digits) + small + myriads
        several = "|".join(sorted(self._several, key=len, reverse=True))
        self._run = re.compile(
            rf"(?P<several>{several})?(?P<run>(?:[{digits}]、(?=[{digits}][{small}]))?(?:{word}[{letters}]){{1,40}})"
            rf"(?P<more>{more})?(?P<myriads>(?:{none}[{myriads}]){{0,3}})"
        )
        """``二百五十``, ``수백만``, ``二十多萬``"""
        self._pair = re.compile(rf"([{digits}])([{digits}])(?=[{small}{myriads}])")
        """``二三`` of ``二三十``: one or the other"""
        tens = "|".join(self._tens) or "(?!)"
        ones = "|".join(sorted(self._natives, key=len, reverse=True)) or "(?!)"
        self._native = re.compile(rf"(?P<tens>{tens})?\s?(?P<ones>{ones})?")
        """``서른다섯``, ``스무``, ``두``"""

    def digits(self, text: str, at: int) -> Numeral | None:
        """Return the number whose digits begin at a place, with its scale words."""
        first = digits_at(text, at)
        if first is None:
            return None
        total: Value = 0  # of closed myriads
        section: Value = 0  # what the next myriad multiplies
        room: Value = LARGEST
        end, bound, part = first.end, Bound.EXACT, first
        scaled = False
        while True:
            value = part.values[0]
            found = self._scales.match(text, part.end)
            small = found["small"] if found else None
            myriads = found["myriads"].split() if found else []
            signs = "".join(myriads)
            if found and (small or signs):
                end = found.end()
                bound = Bound.OVER if found["more"] else bound
            elif found and found["more"] and self._counts.match(text, found.end()):
                numeral = replace(first, end=found.end(), raw="", bound=Bound.OVER)
                return numeral if part is first else None
            else:
                end = part.end
            size = self._small[small] if small else 1
            section += value * size
            scaled = scaled or bool(small or signs)
            room = size
            for sign in signs:
                if section * self._myriads[sign] > LARGEST:
                    return None
                section *= self._myriads[sign]
                room = self._myriads[sign]
            if signs:
                total += section
                section = 0
            following = self._next(text, end, room, closed=bool(signs)) if small or signs else None
            if following is None:
                break
            part = following
        if not scaled:
            return first
        values = (whole(total + section),)
        factor = whole(Fraction(values[0]) / first.values[0]) if part is first and values[0] else 1
        return replace(first, values=values, end=end, raw="", bound=bound, factor=factor)

    def _next(self, text: str, at: int, room: Value, *, closed: bool) -> Numeral | None:
        """Return the digits that go on with a number: the 2000 of 1만2000, the 5,000 of 37만 5,000."""
        spaced = text.startswith(" ", at)
        if spaced and not closed:
            return None
        part = digits_at(text, at + spaced)
        if part is None or part.values[0] >= room:
            return None
        found = self._scales.match(text, part.end)
        scale = found and (found["small"] or found["myriads"])
        if scale and found:
            lower = self._small.get(scale) or self._myriads.get(scale.strip()[:1], 0)
            least = self._myriads.get(found["myriads"].strip()[:1], lower)
            return part if part.values[0] * least < room * 10_000 and least < room else None
        return part if not spaced or part.values[0] >= _THOUSAND else None

    def spelled(self, text: str, at: int) -> tuple[Numeral, bool] | None:
        """Return the number whose words begin at a place, and whether only a counter proves it."""
        found = self._run.match(text, at)
        if found is None:
            return None
        run, end = found["run"].replace("、", ""), found.end()
        signs = found["myriads"]
        units = [sign for sign in run if sign not in self._digits]
        if not found["several"] and not self._spaced and all(map(self._myriads.get, run)):
            return None  # 萬人空巷
        if pair := self._pair.search(run):
            one, other = (run[: pair.start(at)] + run[pair.end(at) :] for at in (2, 1))
            values = [value for part in (one, other) for value in self._values(part)]
        else:
            values = list(self._values(run))
        if not units and not signs:
            if len(run) >= _POSITIONAL or (len(run) > 1 and "〇" in run):
                return self._positional(found), False
            return (self._few(found), True) if run in self._lone or not self._spaced else None
        factor = 1
        for sign in signs:
            factor *= self._myriads[sign]
        if not values or values[0] * factor > LARGEST:
            return None
        bound = Bound.SEVERAL if found["several"] else Bound.OVER if found["more"] else Bound.EXACT
        numeral = Numeral(
            start=at,
            end=end,
            values=tuple(whole(value * factor) for value in values),
            hard=False,
            bound=bound,
        )
        doubtful = run[0] in self._small or run[0] in self._myriads or len(run) == 1
        if found["several"]:
            return numeral, len(run) + len(signs) < 2
        return numeral, doubtful or self._spaced

    def _positional(self, found: re.Match[str]) -> Numeral:
        digits = "".join(str(self._digits[sign]) for sign in found["run"])[:LONGEST]
        value = number(digits)
        assert value is not None  # noqa: S101 (it is cut to what can be read)
        return Numeral(
            start=found.start(), end=found.end("run"), values=(value,), raw=digits, hard=False
        )

    def _few(self, found: re.Match[str]) -> Numeral:
        """Return one digit, or two that stand for either: 三四."""
        values = [self._digits[sign] for sign in found["run"]]
        bound = Bound.SEVERAL if found["several"] else Bound.EXACT
        return Numeral(
            start=found.start(),
            end=found.end("run"),
            values=tuple(dict.fromkeys(values)),
            hard=False,
            bound=bound,
        )

    def _values(self, run: str) -> Iterable[Value]:
        """Yield what a run of digits and powers may be worth: 两千五 is 2500, or 2005."""
        total = section = 0
        digit: int | None = None
        power = 0
        for sign in run:
            if sign in self._digits:
                digit = (digit or 0) * (10 if digit else 1) + self._digits[sign]
                power = power if self._digits[sign] else 0
            elif sign in self._small:
                size = self._small[sign]
                section += (1 if digit is None else digit) * size
                digit, power = None, size
            else:
                size = self._myriads[sign]
                whole_section = section + (digit or 0)
                if whole_section:
                    total += whole_section * size
                elif total:
                    total *= size
                else:
                    total = size
                section, digit, power = 0, None, size
            if max(total, section) > LARGEST:
                return
        if digit is not None and 0 < digit < 10 and power >= 100:
            yield total + section + digit * power // 10
        yield total + section + (digit or 0)

    def native(self, text: str, at: int) -> tuple[Numeral, bool] | None:
        """Return the native number at a place, and whether only a counter proves it."""
        found = self._native.match(text, at)
        if found is None or not (found["tens"] or found["ones"]):
            return None
        ones = found["ones"] or ""
        end = found.end("ones") if ones else found.end("tens")
        value = self._tens.get(found["tens"] or "", 0) + self._natives.get(ones, 0)
        numeral = Numeral(start=at, end=end, values=(value,), hard=False)
        open_ended = bool(_HANGUL.match(text, end))
        lone_ten = not ones and found["tens"] == self._ten
        return numeral, open_ended or lone_ten or ones in self.needs_counter

    def digit(self, text: str, at: int) -> int | None:
        """Return the one digit at a place, if no number goes on from there."""
        sign = text[at : at + 1]
        if self._spaced and not sign.isdecimal():
            return None
        following = text[at + 1 : at + 2]
        if following in self._small or following in self._myriads or following in self._digits:
            return None
        return (
            int(sign) if sign.isdecimal() and not following.isdecimal() else self._digits.get(sign)
        )


def _class(letters: Iterable[str]) -> str:
    return "".join(letter for letter in letters if len(letter) == 1)
