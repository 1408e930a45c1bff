"""Read numbers as Korean and Chinese write them: 6억 4,900만, 二百五十, 550多萬, 서른다섯."""

from __future__ import annotations

import re
from fractions import Fraction
from math import prod
from string import ascii_lowercase
from typing import TYPE_CHECKING, Any

from tongsa.model import Bound
from tongsa.patterns import NOTHING, late
from tongsa.quantity.numeral import (
    LARGEST,
    LONGEST,
    Numeral,
    Scale,
    digits_at,
    half_of,
    number,
    times,
    whole,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tongsa.model import Value

_TEN, _HUNDRED, _THOUSAND = 10, 100, 1000
_LATIN = re.compile(r"\0{0,60}[ -]?([a-z]+)")
"""Behind digits: ``4.5 million``"""
_JOINTS = frozenset(" -")
"""What such a word may stand behind."""
_COUNTED = re.compile(r"\s?[가-힣一-鿿]")
"""Behind a number that is a little more: 80多歲."""
_HANGUL = re.compile(r"[가-힣]")
_POSITIONAL = 3
"""Digits that are surely a number without a word for ten: 二〇二五."""


class Myriads:
    """The numerals of a language that counts by myriads."""

    def __init__(self, words: Mapping[str, Any]) -> None:  # Any: as TOML gives it
        """Keep a language's table of numerals."""
        self._digits: dict[str, int] = words["digits"]
        self._small: dict[str, int] = words["small"]
        self._myriads = {word: 10**power for word, power in words["myriads"].items()}
        self._natives = {**words.get("native", {}), **words.get("native_whole", {})}
        self._either: dict[str, list[int]] = words.get("native_either", {})
        self._tens: dict[str, int] = words.get("native_tens", {})
        self._spaced = bool(self._natives)
        self._ten = next(iter(self._tens), "")
        self._latin = {word: 10**power for word, power in words["latin"].items()}
        self._needs_counter = frozenset(words.get("needs_counter", ()))
        self._lone = frozenset(words.get("lone_digits", self._digits))
        firsts = (pattern[0] for pattern in words["several"])
        self.starts = frozenset(
            {*self._digits, *self._small, *self._myriads, *firsts, *words["half"]}
        )
        """The letters that a number may begin with, but for digits and native numbers."""
        self.sure: tuple[str, ...] = ()
        """None: words for numbers are never sure, since no space parts them from others."""
        self.natives = (*self._tens, *self._natives, *self._either)
        self._compile(words)

    def _compile(self, words: Mapping[str, Any]) -> None:  # Any: as TOML gives it
        digits, small, myriads = (
            "".join(letter for letter in letters if len(letter) == 1)
            for letters in (self._digits, self._small, self._myriads)
        )
        power, word = f"(?!{words['not_power']})", f"(?!{words['not_number']})"
        more = rf"(?P<more>{words['more']})?"
        point = f"[{words['point']}][{digits}]{{1,4}}(?![{digits}{small}{words['minute']}])"
        point = point if words["point"] else "(?!)"
        gap = rf"(?:\s(?=[{small}]?[{myriads}]{words['spaced_power']}))?"
        self._scales = late(
            rf"\0{{0,60}}{gap}(?P<small>{power}[{small}])?{more}"
            rf"(?P<myriads>(?:{gap}{power}[{myriads}]){{0,3}})"
        )
        """Behind digits: ``多萬``, ``천만``, ``억``"""
        self._half = late("|".join(words["half"]) or NOTHING)
        powers = (*self._small, *self._myriads)
        further = filter(str.isalpha, words["more"])
        self._heads = frozenset({*" \0", *powers, *further, *ascii_lowercase})
        """What may stand behind digits and their joint that they are multiplied by."""
        self._no_number = late(words["not_number"] or NOTHING)
        several = {letter for pattern in words["several"] for letter in pattern}
        signs = (*words["more"], *several, *words["point"], "、", " ")
        self._joining = frozenset({*self._digits, *powers, *signs})
        """What may follow a digit that is a part of a longer number."""
        bare = set(self._digits) - self._lone if self._spaced else set()
        self.lone = self.starts - bare
        """The letters of which each may be a number, or the first of one."""
        self.pairs = frozenset(one + other for one in bare for other in self._joining)
        """The letters that may begin a number together, where the first is none alone."""
        self._run = late(
            rf"(?P<several>{'|'.join(sorted(words['several'], key=len, reverse=True))})?"
            rf"(?P<run>(?:[{digits}]、(?=[{digits}][{small}]))?"
            rf"(?:{word}[{digits}{small}{myriads}]){{1,40}})(?P<point>{point})?"
            rf"{more}(?P<myriads>(?:{power}[{myriads}]){{0,3}})"
        )
        """``二百五十``, ``수백만``, ``二十多萬``"""
        self._letters = late(f"[{digits}{small}{myriads}]*")
        self._pair = late(rf"([{digits}])([{digits}])(?=[{small}{myriads}])")
        """``二三`` of ``二三十``: one or the other"""
        tens = "|".join(self._tens) or "(?!)"
        names = sorted((*self._natives, *self._either), key=len, reverse=True)
        ones = "|".join(names) or "(?!)"
        self._native = late(rf"(?P<tens>{tens})?\s?(?P<ones>{ones})?")
        """``서른다섯``, ``스무``, ``두``"""

    def digits(self, text: str, at: int) -> Numeral | None:
        """Return the number whose digits begin at a place, with its scale words."""
        first = digits_at(text, at)
        if first is None:
            return None
        end = first.end
        following = text[end : end + 1]
        if following in _JOINTS:
            following = text[end + 1 : end + 2]
        return self._scaled(text, first) if following in self._heads else first

    def _scaled(self, text: str, first: Numeral) -> Numeral | None:
        """Return the number that begins with digits, with its scale words and what they part."""
        part: Numeral | None = first
        scale = self._scale(text, first.end)
        if not scale.scaled:
            latin = _LATIN.match(text, first.end) if scale.end == first.end else None
            if latin and latin[1] in self._latin:
                return times(first, self._latin[latin[1]], latin.end())
            if scale.more and _COUNTED.match(text, scale.end):
                return first._replace(end=scale.end, raw="", bound=Bound.OVER)
            return first
        total: Value = 0
        section: Value = 0  # what the next myriad multiplies
        factor = scale.small * scale.myriads
        end = first.end
        while part is not None:
            section += part.values[0] * scale.small
            end = scale.end if scale.scaled else part.end
            if section * scale.myriads > LARGEST:
                return None
            if scale.last:
                total += section * scale.myriads
                section = 0
            bound = Bound.OVER if scale.more else Bound.EXACT
            part, scale = self._next(text, end, scale) if scale.scaled else (None, scale)
            factor = 1 if part is not None else factor
        value = whole(total + section)
        return first._replace(values=(value,), end=end, raw="", bound=bound, factor=factor)

    def _scale(self, text: str, at: int) -> Scale:
        """Return the powers of ten that stand at a place."""
        if text[at : at + 1] not in self._heads:
            return Scale(end=at, small=1, myriads=1, last=0, more=False)
        found = self._scales.match(text, at)
        if found is None:
            return Scale(end=at, small=1, myriads=1, last=0, more=False)
        powers = [self._myriads[sign] for sign in found["myriads"] if sign in self._myriads]
        return Scale(
            end=found.end(),
            small=self._small.get(found["small"], 1),
            myriads=prod(powers),
            last=powers[-1] if powers else 0,
            more=bool(found["more"]),
        )

    def _next(self, text: str, at: int, before: Scale) -> tuple[Numeral | None, Scale]:
        """Return the digits that go on with a number: the 2000 of 1만2000, the 2백 of 2천2백억."""
        spaced = text.startswith(" ", at)
        part = None if spaced and not before.last else digits_at(text, at + spaced)
        if part is None:
            return None, before
        scale = self._scale(text, part.end)
        size = part.values[0] * scale.small
        if spaced and not scale.scaled and size < _THOUSAND:
            return None, before
        fits = size * scale.myriads < before.last if before.last else size < before.small
        return (part, scale) if fits else (None, before)

    def skip(self, text: str, at: int) -> int:
        """Return where the letters of a number end that turned out to be none."""
        found = self._letters.match(text, at)
        return max(at + 1, found.end() if found else 0)

    def begins(self, text: str, at: int) -> bool:
        """Whether a letter stands at a place that a number may begin with."""
        return text[at : at + 1] in self.starts

    def spelled(self, text: str, at: int) -> tuple[Numeral, bool] | None:
        """Return the number whose words begin at a place, and whether only a counter proves it."""
        if text[at : at + 1] in self._digits and text[at + 1 : at + 2] not in self._joining:
            return self._digit(text, at)
        if half := self._half.match(text, at):
            return half_of(at, half.end()), True
        found = self._run.match(text, at)
        return self._several_letters(found) if found else None

    def _several_letters(self, found: re.Match[str]) -> tuple[Numeral, bool] | None:
        """Return the number that several letters tell."""
        run = found["run"].replace("、", "")
        powers = [self._myriads[sign] for sign in found["myriads"]]
        if not powers and not found["point"] and all(sign in self._digits for sign in run):
            return self._positions(found, run)
        return self._multiplied(found, run, powers)

    def _digit(self, text: str, at: int) -> tuple[Numeral, bool] | None:
        """Return the number of one digit alone, which only a counter proves."""
        sign = text[at]
        if (self._spaced and sign not in self._lone) or self._no_number.match(text, at):
            return None
        return Numeral(at, at + 1, (self._digits[sign],), hard=False), True

    def _positions(self, found: re.Match[str], run: str) -> tuple[Numeral, bool] | None:
        """Return the number of digits alone: 二〇二五, 三."""
        if len(run) >= _POSITIONAL or (len(run) > 1 and "〇" in run):
            return self._positional(found), False
        return (self._few(found), True) if run in self._lone or not self._spaced else None

    def _multiplied(
        self, found: re.Match[str], run: str, powers: list[int]
    ) -> tuple[Numeral, bool] | None:
        """Return the number of digits and powers: 二百五十, 수백만."""
        several = bool(found["several"])
        factor = prod(powers)
        part = self._decimals(found["point"] or "")
        values = tuple(whole((value + part) * factor) for value in self._worth(run))
        if not values or max(values) > LARGEST:
            return None
        bound = Bound.SEVERAL if several else Bound.OVER if found["more"] else Bound.EXACT
        numeral = Numeral(*found.span(), values, hard=False, bound=bound)
        if several:
            return numeral, len(run) + len(powers) == 1
        if part:
            return numeral, False
        return numeral, self._spaced or len(run) == 1 or run[0] not in self._digits

    def _decimals(self, point: str) -> Value:
        """Return what stands behind a point in words: 四点五亿."""
        if not point:
            return 0
        signs = "".join(str(self._digits[sign]) for sign in point[1:])
        return Fraction(int(signs or 0), 10 ** len(signs))

    def _worth(self, run: str) -> list[Value]:
        """Return what a run of digits and powers may be worth; 二三十 is either of two."""
        pair = self._pair.search(run)
        if pair is None:
            return list(self._values(run))
        runs = [run[: pair.start(at)] + run[pair.end(at) :] for at in (2, 1)]
        return [value for one in runs for value in self._values(one)]

    def _positional(self, found: re.Match[str]) -> Numeral:
        digits = "".join(str(self._digits[sign]) for sign in found["run"])[:LONGEST]
        value = number(digits)
        assert value is not None  # noqa: S101 (it is cut to what can be read)
        return Numeral(found.start(), found.end("run"), (value,), raw=digits, hard=False)

    def _few(self, found: re.Match[str]) -> Numeral:
        """Return one digit, or two that stand for either: 三四."""
        values = [self._digits[sign] for sign in found["run"]]
        start, end = found.span("run")
        return Numeral(start, end, tuple(dict.fromkeys(values)), hard=False)

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
        if digit is not None and 0 < digit < _TEN and power >= _HUNDRED:
            yield total + section + digit * power // 10
        yield total + section + (digit or 0)

    def native(self, text: str, at: int) -> tuple[Numeral, bool] | None:
        """Return the native number at a place, and whether only a counter proves it."""
        found = self._native.match(text, at)
        if found is None or not (found["tens"] or found["ones"]):
            return None
        ones = found["ones"] or ""
        end = found.end("ones") if ones else found.end("tens")
        tens = self._tens.get(found["tens"] or "", 0)
        counts = self._either.get(ones) or [self._natives.get(ones, 0)]
        values = tuple(tens + count for count in counts)
        numeral = Numeral(start=at, end=end, values=values, hard=False)
        doubtful = (not ones and found["tens"] == self._ten) or ones in self._needs_counter
        return numeral, doubtful or _HANGUL.match(text, end) is not None

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
