"""Which quotation marks and brackets of a text stand without their other half."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit

# Unicode's Bidi_Paired_Bracket, and the quotation marks of Korean and Chinese (한글 맞춤법 부록
# "문장 부호"; 教育部《重訂標點符號手冊》; GB/T 15834-2011).
_PAIRS = (
    "“”", "‘’", "「」", "『』", "｢｣", "﹁﹂", "﹃﹄", "〝〞", "《》", "〈〉", "«»", "‹›",
    "()", "[]", "{}", "【】", "〔〕", "〖〗",
)  # fmt: skip
_CLOSES = MappingProxyType({pair[1]: pair[0] for pair in _PAIRS} | {"〟": "〝"})
_OPENS = frozenset(pair[0] for pair in _PAIRS)
STRAIGHT = frozenset("\"'")
"""Marks that open and close."""
QUOTES = frozenset("“”‘’「」『』｢｣﹁﹂﹃﹄〝〞〟«»‹›") | STRAIGHT
"""Marks around what somebody says; the others are brackets, and marks of titles."""
TURNED = MappingProxyType({"“": "”", "”": "“"})
"""Marks so alike that one is typed for the other."""
_SINGLE = frozenset("'’‘＇")
"""Quotation marks that are apostrophes, too."""
_FORMS = MappingProxyType(str.maketrans("（）［］｛｝＂＇", "()[]{}\"'"))
"""Half-width marks for full-width ones, which they pair with: （1)"""
SIGNS = late(f"[{re.escape(''.join(sorted({*_OPENS, *_CLOSES, *STRAIGHT})))}（）［］｛｝＂＇]")
"""``「``, ``)``, ``"``"""

_APOSTROPHE = late(r"(?<=[A-Za-zÀ-ɏ\d])['’＇](?=[A-Za-zÀ-ɏ\d])")
"""Within a word: ``McDonald's``, ``5'10``"""
_DOUBTFUL = late(
    r"(?<=[sSxz])['’＇](?![^\W_])|['’‘＇](?=(?:\d\ds?|[Tt]is|[Tt]was|[Tt]il|em|[Nn])(?![A-Za-z\d]))"
    r"|(?<=\d)['’＇\"＂](?![^\W_])"
)
"""Perhaps an apostrophe at the edge of a word, or inches: ``the Joneses’``, ``’90s``, ``6"``"""
_NO_BRACKET = late(
    r"(?:^|(?<=[\s、；;,，。：:(（]))(?:[0-9０-９]{1,2}|[A-Za-z가-힣一-十])(?P<list>[)）])"
    r"|[:;=][-^o']?(?P<face>[()])(?!\w)"
)
"""The bracket of a list or a face: ``1)``, ``가)``, ``:-(``"""
_BEFORE_OPENING = frozenset(" \t\n\u3000\xa0([{（［「『《〈【“‘:：—")
_BEFORE_QUOTED = frozenset(["", *"([{（［「『《〈【“‘:：—"])
_BEFORE_CLOSING = frozenset(".,!?…。！？，")
_AFTER_CLOSING = frozenset(["", *" \t\n\u3000\xa0.,!?:;…)]}，。！？：；、）］」』》〉】”’"])
_OPENING = late(r"(?:(?<=[\s(\[—])|^)\"(?=\S)")
"""``said: "We``"""
_signs = SIGNS.findall
_MOST = 100
"""Marks left over that are told; more are no slip of the pen, and cannot be read anyway."""
_MOST_SHAPES = 4096
_SOUND_SHAPES: set[str] = set()
"""Rows of marks that are known to pair, none of them an apostrophe."""
_PAIR = 2
_REACH = 8
"""How many marks left over are tried for another half; more are no slip of the pen."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark, and where it stands."""

    at: int
    text: str

    @property
    def form(self) -> str:
        """The mark, half-width where there is such a form."""
        return self.text.translate(_FORMS)

    @property
    def quotes(self) -> bool:
        """Whether it is a quotation mark."""
        return self.form in QUOTES


@dataclass(slots=True)
class Balance:
    """What a text leaves over when its marks are paired."""

    alone: list[Sign] = field(default_factory=list)
    """Marks without another half, in order."""
    crossed: list[tuple[Sign, Sign]] = field(default_factory=list)
    """Pairs whose second mark stands outside of a pair that holds the first: （「）」."""
    mixed: list[tuple[Sign, Sign]] = field(default_factory=list)
    """Marks of two sorts around one stretch: “…"."""


SOUND = Balance()


def unsound(unit: TranslationUnit, _context: Context) -> bool:
    """Whether a target leaves marks over, or its source may begin or end a quotation."""
    return balance(unit.target) is not SOUND or half_quoted(unit.source)


def half_quoted(source: str) -> bool:
    """Whether a source may begin or end a quotation that runs over several units."""
    return source.count('"') % 2 == 1 or source.count("“") != source.count("”")


def balance(text: str, *, spaced: bool = False) -> Balance:
    """Return what a text's marks leave over.

    In a ``spaced`` text, such as English, a straight mark behind a space opens, whatever is open.
    """
    shape = "".join(_signs(text))
    if not shape or (shape in _SOUND_SHAPES and not spaced):
        return SOUND
    plain = text
    if not _SINGLE.isdisjoint(shape):
        plain = _APOSTROPHE.sub(" ", text)
        shape = "".join(_signs(plain))
    opening = ""
    if spaced and '"' in shape and _openings(text) * 2 > shape.count('"'):
        places = (found.start() for found in SIGNS.finditer(plain))
        opening = "".join("1" if opens(Sign(at, text[at]), text) else "0" for at in places)
    left = _left(shape, opening)
    if left:
        return _left_over(text, plain, left)
    if _SINGLE.isdisjoint(shape) and len(_SOUND_SHAPES) < _MOST_SHAPES:
        _SOUND_SHAPES.add(shape)
    return SOUND


def _openings(text: str) -> int:
    """Return how many straight marks a space, or nothing, stands before."""
    return len(_OPENING.findall(text))


@lru_cache(maxsize=64)
def _left_over(text: str, plain: str, left: tuple[int, ...]) -> Balance:
    places = [found.start() for found in SIGNS.finditer(plain)]
    signs = [Sign(places[at], text[places[at]]) for at in left[:_MOST]]
    signs = _but_other_uses(signs, text)
    return _told(signs, text) if signs else SOUND


@lru_cache(maxsize=1024)
def _left(shape: str, opening: str) -> tuple[int, ...]:
    """Return which marks of a row pair with none, the innermost pairs first.

    ``opening`` has a 1 for each mark that is sure to open; it may be empty.
    """
    opened: list[int] = []
    waiting: Counter[str] = Counter()
    left: list[int] = []
    forms = shape.translate(_FORMS)
    for at, form in enumerate(forms):
        opener = form if form in STRAIGHT else _CLOSES.get(form, "")
        if waiting[opener] and opening[at : at + 1] != "1":
            while forms[last := opened.pop()] != opener:
                waiting[forms[last]] -= 1
                left.append(last)
            waiting[opener] -= 1
        elif form in _CLOSES:
            left.append(at)
        else:
            waiting[form] += 1
            opened.append(at)
    return tuple(sorted((*left, *opened)))


def _but_other_uses(left: list[Sign], text: str) -> list[Sign]:
    """Return the marks left over but apostrophes, inches, and brackets of lists and faces."""
    doubtful = {found.start(): found[0].translate(_FORMS) for found in _DOUBTFUL.finditer(text)}
    taken = {form for form in doubtful.values() if form != "‘"}  # it may have closed another's pair
    others = {found.end() - 1 for found in _NO_BRACKET.finditer(text)} | doubtful.keys()
    return [sign for sign in left if sign.form not in taken and sign.at not in others]


def _told(left: Iterable[Sign], text: str) -> Balance:
    """Tell pairs that cross others or mix two sorts from marks that stand alone."""
    found = Balance()
    opened: list[Sign] = []
    for sign in left:
        near = range(len(opened) - 1, max(-1, len(opened) - 1 - _REACH), -1)
        own = next((at for at in near if partners(opened[at], sign)), None)
        other = next((at for at in near if _mixes(opened[at], sign, text)), None)
        if own is not None:
            found.crossed.append((opened.pop(own), sign))
        elif other is not None:
            found.mixed.append((opened.pop(other), sign))
        elif sign.form in _CLOSES:
            found.alone.append(sign)
        else:
            opened.append(sign)
    if len(opened) == _PAIR and not found.alone and opened[0].form == opened[1].form in TURNED:
        found.mixed.append((opened[0], opened[1]))  # “…“, and nothing shows where it ends
        opened = []
    found.alone = sorted((*found.alone, *opened), key=lambda sign: sign.at)
    return found


def _mixes(first: Sign, last: Sign, text: str) -> bool:
    """Whether two marks left over enclose one stretch, though each wants another partner."""
    if first.quotes != last.quotes:
        return False
    if last.form in _OPENS:  # “…“, turned the wrong way
        return first.form in {last.form, '"'} and last.quotes and _ends(last, text)
    return first.form != last.form


def _ends(sign: Sign, text: str) -> bool:
    """Whether a mark stands where one closes: behind a stop, or before one or a space."""
    before, after = text[: sign.at][-1:], text[sign.at + 1 :][:1]
    return before in _BEFORE_CLOSING or (before.strip() != "" and after in _AFTER_CLOSING)


def partners(first: Sign, last: Sign) -> bool:
    """Whether two marks are the halves of one pair."""
    return first.form == (last.form if last.form in STRAIGHT else _CLOSES.get(last.form))


def made_one(first: Sign, last: Sign) -> str:
    """Return the pair that two marks were surely meant for; empty where that is not sure."""
    marks = {mark for mark in (first.form, last.form) if mark not in STRAIGHT}
    pairs = {pair for pair in _PAIRS if marks & set(pair)}
    double = {"“”", "〝〞"} if '"' in {first.form, last.form} else {"‘’"}
    fits = len(marks) == 1 and ({first.form, last.form} == marks or pairs <= double)
    return pairs.pop() if fits and len(pairs) == 1 else ""


def turned(sign: Sign, text: str) -> bool:
    """Whether a mark leads the wrong way: “ where one closes, ” where one opens."""
    if sign.form not in TURNED:
        return False
    before, after = text[: sign.at][-1:], text[sign.at + 1 :][:1]
    if sign.form in _OPENS:
        return before.strip() not in _BEFORE_QUOTED and after in _AFTER_CLOSING
    return (not before or before in _BEFORE_OPENING) and after not in _AFTER_CLOSING


def opens(sign: Sign, text: str) -> bool | None:
    """Whether a mark opens, as far as what stands around a straight one tells; else None."""
    if sign.form not in STRAIGHT:
        return (sign.form in _OPENS) is not turned(sign, text)
    before, after = text[: sign.at][-1:], text[sign.at + 1 :][:1]
    if not before or before in _BEFORE_OPENING:
        return True if after.strip() else None
    return False if _ends(sign, text) else None
