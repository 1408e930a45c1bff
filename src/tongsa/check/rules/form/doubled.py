"""What stands twice in a row in a translation, and whether that may be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.check.rules.form.facts import facts
from tongsa.check.rules.form.sources import source_of
from tongsa.model import State
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tongsa.check.check import Context
    from tongsa.model import Span, TranslationUnit

_HAN = "㐀-鿿"
_WORDS = late(r"[ \"'“‘「『(](\S{1,40}+) \1(?![^\s.,!?:;…\"'”’」』)\]。，])")
"""``그는 그는``, with the space or the mark before the first"""
_PART = late(r"([가-힣]{2,4})\1")
"""``그는그는``"""
_SIGN = late(r"(.)\1")
"""Anything that stands twice: the gate for Chinese characters."""
_GRAM, _FAR, _DISTINCT = 3, 200, 3
"""Letters by which a longer stretch is told; how far off its twin may begin; letters it has."""
_TWO, _THREE, _FOUR = late(r"(..)\1"), late(r"(...)\1"), late(r"(....)\1")
"""Gates for stretches of characters."""
_PAIRS = late(r"[를는을은][를는을은가]|다다")
"""Gate for particles side by side: ``문서를을``"""
_STRETCH = late(rf"([{_HAN}]{{2,12}}?)\1")
"""``台灣台灣``"""
_NO_SPACE = late(r"\S+")
_TWICE = late(rf"([{_HAN}])\1+")
"""``的的``"""
_AGAIN = late(r"\b([^\W\d]+)\W{1,3}\1\b", re.IGNORECASE)
"""``bye-bye``, ``very, very``, but not ``2-2``"""
_NO_LETTERS = late(r"[\W_]+")
_MARKS = late(r"[^\w\s]")
_PAUSES = frozenset(",;:…")
_LONG = 3
"""A shorter word before a comma is a hesitation: 어, 어,"""
_DOTS = frozenset("·‧・•")
"""What parts the names of foreigners: 巴巴·沃森."""
_CRIES = frozenset("哈呵嘿嘻啊呀呜嗚喔哦噢嗯嗡砰咚噠哒啦嘟喂")
"""What may be said three times and more."""
_ONLY = frozenset("第另同這这那某")
"""What makes a figure of 一: 第一次, not 一次次."""
_PAIR = 2
_ENDS = frozenset(["", *"，。！？、；,.!?;」』”’）)"])
"""What ends a clause."""
_SINGLE = frozenset("的是了们們这這那与與及於于也而被把她他它我你且或但")
"""Characters of grammar, which no word doubles but those that are listed."""


@dataclass(frozen=True, slots=True)
class Double:
    """A stretch that stands twice."""

    start: int
    middle: int
    """Where it begins anew."""
    end: int
    sure: bool
    """Whether it is wrong for sure."""

    @property
    def span(self) -> Span:
        """Both of them."""
        return (self.start, self.end)


def doubles(unit: TranslationUnit, context: Context) -> Sequence[Double]:
    """Return what stands twice in a unit and should not, worked out once."""
    kept: dict[int, Sequence[Double]] = context.once("doubles", dict)
    found = kept.get(unit.index)
    if found is None:
        found = kept[unit.index] = _doubles(unit, context)
    return found


def may_repeat(unit: TranslationUnit, context: Context) -> bool:
    """Whether anything may stand twice in a unit that should not, told fast."""
    target = unit.target
    if context.language == "ko":
        return bool(
            _TWO.search(target)
            or _WORDS.search(f" {target}")
            or _PAIRS.search(target)
            or _words_repeat(target.split())
        )
    return bool(
        _SIGN.search(target)
        or _TWO.search(target)
        or _THREE.search(target)
        or _stretch_repeats(target)
    )


def _words_repeat(words: Sequence[str]) -> bool:
    """Whether two words stand side by side a second time."""
    return len(set(pairwise(words))) < len(words) - 1


def _stretch_repeats(text: str) -> bool:
    """Whether four characters, a clause or a sentence may stand twice in a row."""
    return bool(_FOUR.search(text)) or _parts_repeat(text, "。") or _parts_repeat(text, "，")


def _parts_repeat(text: str, mark: str) -> bool:
    """Whether a sentence or a clause is followed by itself."""
    return text.count(mark) > 1 and any(
        one and one == two for one, two in pairwise(text.split(mark))
    )


def _doubles(unit: TranslationUnit, context: Context) -> Sequence[Double]:
    look = _OF.get(context.language.partition("_")[0])
    if look is None or unit.state is not State.TRANSLATED or unit.merged:
        return ()
    found = sorted(look(unit.target), key=lambda it: it.start)
    if not found or unit.target == unit.source:
        return ()
    source = source_of(unit, context)
    said_again = bool(_AGAIN.search(source)) or _long(_plain(source)) is not None
    found = [it for it in found if not (said_again and it.middle - it.start > 1)]
    return [it for it, before in zip(found, [None, *found], strict=False) if _apart(it, before)]


def _apart(double: Double, before: Double | None) -> bool:
    """Whether a stretch begins behind the one before it."""
    return before is None or double.start >= before.end


def _korean(text: str) -> Iterator[Double]:
    """Yield words and stretches of words that stand twice in Korean."""
    for match in _WORDS.finditer(f" {text}"):
        begin, word = match.start(1) - 1, match[1]
        if any(map(str.isalpha, word)) and not (word[-1] in _PAUSES and len(word) < _LONG):
            sure = _NO_LETTERS.sub("", word) not in _known("ko", "words")
            yield Double(begin, begin + len(word), begin + 2 * len(word) + 1, sure=sure)
    for match in _PART.finditer(text):
        if match[1].endswith(tuple(facts("ko", "doubled")["ends"])):
            yield Double(match.start(), match.end(1), match.end(), sure=True)
    for particles in facts("ko", "doubled")["particles"]:
        end = (at := text.find(particles)) + len(particles)
        if at > 0 and text[at - 1 : end] not in _known("ko", "names"):
            yield Double(end - 2, end - 1, end, sure=True)
    yield from _phrases_twice(text)


def _phrases_twice(text: str) -> Iterator[Double]:
    """Yield several words that stand twice in Korean: 그는 어제 그는 어제."""
    words = list(_NO_SPACE.finditer(text))
    last: dict[str, int] = {}
    for at, word in enumerate(words):
        size = at - last.get(word[0], at)
        if _PAIR <= size <= _FAR // 4 and [it[0] for it in words[at : at + size]] == [
            it[0] for it in words[at - size : at]
        ]:
            yield Double(
                words[at - size].start(), word.start() - 1, words[at + size - 1].end(), sure=True
            )
        last[word[0]] = at


def _chinese(text: str) -> Iterator[Double]:
    """Yield characters and stretches of them that stand twice in Chinese."""
    for match in _STRETCH.finditer(text):
        if len(set(match[1])) > 1 and not _said_so(match[1]):
            sure = match[1] not in _known("zh", "perhaps")
            sure = sure and text[match.end() : match.end() + 1] not in _known("zh", "heads")
            yield Double(match.start(), match.end(1), match.end(), sure=sure)
    for match in _TWICE.finditer(text):
        sign, start, end = match[1], match.start(), match.end()
        double = Double(start, start + 1, end, sure=sign in _SINGLE or end - start > _PAIR)
        if sign not in _CRIES and (end - start > _PAIR or not _lawful(sign, text, double)):
            yield double
    if _stretch_repeats(text) and (twin := _long(text)):
        yield twin


def _long(text: str) -> Double | None:
    """Return the first longer stretch that stands twice in a row, a sentence perhaps."""
    for at in range(0, len(text) - _GRAM, 2):
        twin = text.find(text[at : at + _GRAM], at + _GRAM + 1, at + _FAR)
        if twin < 0:
            continue
        size = twin - at
        start = at
        while start > 0 and at - start < size and text[start - 1] == text[start - 1 + size]:
            start -= 1
        stretch = text[start : start + size]
        twice = text.startswith(stretch, start + size) and _letters(stretch) >= _DISTINCT
        if twice and _whole(text, start, start + size):
            return Double(start, start + size, start + 2 * size, sure=True)
    return None


def _plain(source: str) -> str:
    """Return the words of a source with a space behind each."""
    return _NO_LETTERS.sub(" ", f"{source.lower()} ")


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch with marks in it is one of clauses: 不好、我們的 is part of two."""
    stretch = text[start:end].strip()
    if not _MARKS.search(stretch[:-1]) and stretch[-1:].isalnum():
        return True
    return not stretch[-1:].isalnum() and (start == 0 or not text[start - 1].isalnum())


def _letters(text: str) -> int:
    return len(set(filter(str.isalpha, text)))


def _said_so(word: str) -> bool:
    """Whether a word may be said twice: 研究研究, 一步一步."""
    return word in _known("zh", "pairs") or (word[0] == "一" and word[1:] in _known("zh", "steps"))


def _lawful(sign: str, text: str, double: Double) -> bool:
    """Whether a character may stand twice: 常常, 高高興興, 人人有責, 美國國會."""
    before, behind = (
        text[max(0, double.start - 2) : double.start],
        text[double.end : double.end + 2],
    )
    if _alike(before) or _alike(behind) or sign in _known("zh", "free"):
        return True
    if behind[:1] == "地" or (behind[:1] == "看" and sign not in _SINGLE):
        return True  # 試試看
    if not _DOTS.isdisjoint((before[-1:], behind[:1])):
        return True
    if before[-1:] == "一" and before[:1] not in _ONLY and sign in _known("zh", "rows"):
        return True
    if (sign == "一" and before[-1:] == "唯") or _fits(before[-1:], sign, behind[:1]):
        return True
    around = range(max(0, double.start - 2), double.start + 1)
    return any(text[at : at + size] in _phrases() for at in around for size in (3, 4))


def _fits(before: str, sign: str, behind: str) -> bool:
    """Whether what stands around a doubled character makes words with it."""
    behind = "," if behind in _ENDS else behind
    if behind in _behind("joint").get(sign, ""):
        return before.isalpha() and before not in _known("zh", "alone")
    allowed = _behind("before").get(sign, "")
    return (behind in allowed) is not allowed.startswith("!")


def _alike(signs: str) -> bool:
    """Whether two characters are one: 高高興興."""
    return len(signs) > 1 and signs[0] == signs[1]


@cache
def _known(language: str, key: str) -> frozenset[str]:
    return frozenset(facts(language, "doubled")[key])


@cache
def _phrases() -> frozenset[str]:
    return frozenset(facts("zh", "doubled")["phrases"].split())


@cache
def _behind(table: str) -> Mapping[str, str]:
    """Return before what each character may be doubled."""
    rows = facts("zh", "doubled")[table]
    return {sign: behind for signs, behind in rows.items() for sign in signs}


_OF: Mapping[str, Callable[[str], Iterator[Double]]] = MappingProxyType(
    {"ko": _korean, "zh": _chinese}
)
