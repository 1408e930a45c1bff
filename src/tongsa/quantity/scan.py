"""Find the figures of a text, each with the words beside it that say what it counts."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from fractions import Fraction
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING

from tongsa.quantity.beside import Beside
from tongsa.quantity.lexicon import lexicon
from tongsa.quantity.myriads import Myriads
from tongsa.quantity.normal import lowered
from tongsa.quantity.numeral import Numeral, digits_at, whole
from tongsa.quantity.thousands import Thousands
from tongsa.quantity.token import Token
from tongsa.quantity.words import grouped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tongsa.quantity.lexicon import Lexicon, Phrase

_SHAPES = (
    r"(?P<date>\d{4}(?P<sign>[-/.])\d{1,2}(?P=sign)\d{1,2}(?!\d|[-/.]\d)"
    r"|\d{4}\.\s\d{1,2}\.\s\d{1,2}(?!\d)\.?"
    r"|\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?!\d))"  # 2030-03-17, 2030. 3. 17., 3/17/2030
    r"|(?P<label>\d+(?:\.\d+){2,}|\+?\d{1,4}(?:-\d{2,5}){2,}"
    r"|(?!(?:1[89]|20)\d\d-)\d{3,4}-\d{4}(?!\d))"  # 3.11.7, 02-123-4567
    r"|(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?!\d))"  # 15:30
    r"|(?P<parts>\d{1,3}/\d{1,3}(?![\d/]))"  # 2/3
    r"|(?P<vulgar>(?:\d{1,9}\s?)?[¼½¾⅐-⅞])"  # 1½
    r"|(?P<digits>\d|(?<!\.)\.\d)"
)
_FIGURES = re.compile(r"[\d¼½¾⅐-⅞]+")
_SIGNS = frozenset("+.")
"""What a figure may begin with but digits: ``+82``, ``.5``"""
_LONGEST = 12
"""Letters of a name before its figures: ``hbm4``"""
_NAME = r"(?P<name>(?<![a-z0-9])[a-z]{1,12}(?:-?\d[a-z0-9]{0,30})+)"
"""``hbm4``, ``ipv6``, ``f-16``, ``covid-19``"""
_NOTHING: frozenset[Phrase] = frozenset()
_LETTERS = re.compile(r"[a-z]+")
_LAST_MINUTE = 59
_PLACE = itemgetter(0)
_SPOKEN = frozenset({"weekday", "relative"})
_BARE = _SPOKEN | {"month", "apart"}
"""Words beside which nothing tells more of them."""


class Scanner:
    """What finds the figures of one language."""

    def __init__(self, words: Lexicon) -> None:
        """Make ready to find figures by a language's words."""
        self.lexicon = words
        self._numerals: Thousands | Myriads
        thousands = words.system == "thousands"
        self._numerals = Thousands(words.words) if thousands else Myriads(words.words)
        edge, close = ("(?<![a-z])", "(?![a-z])") if thousands else (words.word_start, "")
        self._doubtful = tuple(words.words.get("doubtful_myriads", {}).items())
        self._part = words.words.get("part", "")
        self._beside = Beside(words, self._numerals)
        phrases = rf"{edge}(?P<phrase>{grouped(words.phrases)}){close}"
        spelled = rf"{edge}(?P<word>{grouped(self._numerals.starts)}){close}"
        if isinstance(self._numerals, Myriads) and self._numerals.natives:
            spelled += rf"|{edge}(?P<native>{grouped(self._numerals.natives)})"
        shapes = rf"(?:(?<![a-z0-9])|(?<=\dx))(?<!\d\.)(?!(?<=\d,)\d{{3}}(?!\d))(?:{_SHAPES})"
        self._name = re.compile(rf"{_NAME}|{phrases}|{spelled}")
        self._figure = re.compile(rf"{shapes}|{phrases}|{spelled}")
        self._word = re.compile(rf"{phrases}|{spelled}")
        heads = (*words.phrases, *self._numerals.starts, *getattr(self._numerals, "natives", ()))
        self._sure = frozenset((*self._numerals.sure, *words.telling))
        spoken = [it for it, phrase in words.phrases.items() if phrase.role in _SPOKEN]
        self._spoken_ends = frozenset(phrase.rpartition(" ")[2] for phrase in spoken)
        self._spoken = re.compile(rf"{edge}(?:{grouped(spoken)})")
        self._heads = re.compile(
            _whole_words(map(_word, heads))
            if thousands
            else f"[{''.join(sorted({re.escape(head[0]) for head in heads}))}]"
        )

    def spoken(self, text: str) -> frozenset[Phrase] | None:
        """Return the dates that a text without digits tells; None where words tell a figure."""
        low = text.lower()
        if self._sure:
            words = _LETTERS.findall(low)
            if not self._sure.isdisjoint(words):
                return None
            if self._spoken_ends.isdisjoint(words):
                return _NOTHING
        phrases = self.lexicon.phrases
        return frozenset(phrases[word] for word in self._spoken.findall(low))

    def tokens(self, text: str) -> Iterator[Token]:
        """Yield the tokens of a text, as ``normal`` returns it, in order; none overlap."""
        low = lowered(text)
        text = low if low == text else text  # one text, where it has no capitals
        at, least = 0, 0
        for start, anchor in self._candidates(low):
            if start < at:
                continue
            found = anchor.match(low, start)
            if found is None:
                continue
            token = self._token(found, text, low)
            if token is not None and token.start < least:
                continue  # one half hundred: the half is told
            if token is None:
                at = self._numerals.skip(low, start) if found.lastgroup == "word" else at
                continue
            token.begin, token.stop = token.start, token.end
            if token.phrase is None or token.phrase.role not in _BARE:
                self._beside.behind(token, text, low)
                self._beside.before(token, text, low, least)
            at = token.stop
            if not (token.proved or token.sense or token.lead or self._linked(low, at)):
                continue
            if token.shape != "phrase":
                least = token.stop
            if token.phrase is None or token.phrase.role != "apart":
                yield token

    def _candidates(self, low: str) -> list[tuple[int, re.Pattern[str]]]:
        """Return where a figure may begin, by a question that costs little, and what it may be."""
        word, figure, name = self._word, self._figure, self._name
        found: list[tuple[int, re.Pattern[str]]] = []
        for it in _FIGURES.finditer(low):
            at = it.start()
            found.append((at, figure))
            before = low[at - 1 : at]
            if before in _SIGNS:
                found.append((at - 1, figure))
            elif before == "-" or "a" <= before <= "z":
                found.append((_begin(low, at), name))
        found += [(it.start(), word) for it in self._heads.finditer(low)]
        found.sort(key=_PLACE)  # a name before a word at the same place
        return found

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
        if shape == "clock" and int(found[0].partition(":")[2][:2]) > _LAST_MINUTE:
            return self._number("digits", start, "", low)
        return Token(shape, start, end)

    def _linked(self, low: str, at: int) -> bool:
        """Whether another number follows, whose unit may serve this one: 三至五名."""
        sign = self.lexicon.range_signs.match(low, at)
        if sign is None:
            return False
        following = low[sign.end() : sign.end() + 1]
        anchor = self._figure if following.isnumeric() or following in _SIGNS else self._name
        return bool(anchor.match(low, sign.end()))

    def _number(self, shape: str, start: int, letters: str, low: str) -> Token | None:
        proved = True
        numeral: Numeral | None
        if shape == "vulgar":
            before, sign = letters[:-1].strip(), letters[-1]
            part = Fraction(unicodedata.numeric(sign)).limit_denominator(16)
            value = whole(int(before or 0) + part)
            numeral = Numeral(start=start, end=start + len(letters), values=(value,))
        elif shape == "digits":
            read = digits_at if self._is_rank(low, start) else self._numerals.digits
            numeral = read(low, start)
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
        for sign, power in self._doubtful:
            if sign in low[numeral.start : numeral.end]:
                other = tuple(whole(Fraction(value, 10**power)) for value in numeral.values)
                numeral = numeral._replace(values=(*numeral.values, *other), raw="")
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

    def _is_rank(self, low: str, start: int) -> bool:
        """Whether a word before a number makes a rank of it: 제22조 is no 22 trillion."""
        if low[start - 1 : start] not in self.lexicon.rank_ends:
            return False
        word = self.lexicon.before.before(low, start)
        return word is not None and word.meaning.role == "ordinal"

    def _parts(self, numeral: Numeral, low: str) -> Numeral | None:
        """Return a fraction whose lower part stands first: 3분의 2, 三分之二."""
        part = self._part
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
        return numeral._replace(values=(value,), end=upper.end, raw="", role="fraction")


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


def _whole_words(words: Iterable[str]) -> str:
    """Return a pattern of Latin words that an engine tries only at the letters they begin with."""
    first: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        first[word[0]].add(word[1:])
    return "|".join(
        f"{head}(?<![a-z]{head})(?:{grouped(rest)})(?![a-z])" for head, rest in first.items()
    )


def _word(phrase: str) -> str:
    """Return the letters that a phrase begins with."""
    found = _LETTERS.match(phrase)
    return found[0] if found else phrase


@cache
def scanner(language: str) -> Scanner:
    """Return what finds the figures of a language."""
    return Scanner(lexicon(language))
