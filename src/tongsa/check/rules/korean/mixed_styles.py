"""Find sentences in another style of address than the article's: 했습니다 among 했다."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from tongsa.check.check import Hit, Sifted
from tongsa.check.passages import passages
from tongsa.check.rules.form.runs import runs
from tongsa.model import Role, State
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.check.check import Context
    from tongsa.model import Span, TranslationUnit

_FINALS, _B_FINAL = 28, 17
_STYLES = ("plain (-다)", "polite (-습니다)")
_QUOTED = late(r"“[^“”]*”|‘[^‘’]*’|\"[^\"]*\"|「[^「」]*」|『[^『』]*』|\([^()]*\)")
_MARKS = ("“", '"', "「", "『", "‘", "(")
_AFTER = " .!?…\n"
_STOPS = frozenset(".!…")
_ENDINGS = ("다", "니까", "십시오")
"""How sentences of either style end; what ends in 요 is speech, with or without marks."""
_TOLD = frozenset({"", Role.PARAGRAPH, Role.LIST_ITEM})
"""Roles whose sentences the article itself tells; a blockquote and an answer are somebody's."""
_SPEECH = frozenset('“"‘-–—')
"""What a unit begins with that is somebody's, or a line of a list."""
_LEAST, _CLEAR = 4, 4
"""Sentences of the usual style, and how many times as many as of the other one."""


def _may_be(unit: TranslationUnit, context: Context) -> bool:
    return unit.index in _rare(context)


def _look(unit: TranslationUnit, context: Context) -> Iterator[Hit]:
    """Yield the end of a sentence that is in the article's rarer style."""
    if rare := _rare(context).get(unit.index):
        span, polite = rare
        blanks = {
            "found": unit.target[slice(*span)],
            "style": _STYLES[polite],
            "usual": _STYLES[not polite],
        }
        yield Hit(target_spans=(span,), blanks=blanks)


def _rare(context: Context) -> Mapping[int, tuple[Span, bool]]:
    return context.once("styles", lambda: _rarer(context))


def _rarer(context: Context) -> Mapping[int, tuple[Span, bool]]:
    """Return the ends of the sentences that are in the rarer style, if one is clearly usual."""
    text = passages(context).text
    if not text.count("니다") or not text.count("다.") - text.count("니다."):
        return {}
    told = dict(_styles(context))
    polite = sum(style for _, style in told.values())
    plain = len(told) - polite
    few, many = sorted((polite, plain))
    if many < _LEAST or few * _CLEAR > many:
        return {}
    return {index: it for index, it in told.items() if it[1] == (polite < plain)}


def _styles(context: Context) -> Iterator[tuple[int, tuple[Span, bool]]]:
    """Yield the end of each sentence that is nobody's speech, and whether it is polite."""
    spoken = _spoken(context)
    for unit in context.units:
        if unit.merged or unit.state is not State.TRANSLATED or spoken[unit.index]:
            continue
        if unit.role not in _TOLD or unit.target[:1] in _SPEECH:
            continue
        text = unit.target
        if any(sign in text for sign in _MARKS):
            text = _QUOTED.sub(lambda found: " " * len(found[0]), text)
        bare = text.rstrip(_AFTER)
        if bare[-1:] == "다" and text[len(bare) : len(bare) + 1] not in _STOPS:
            continue
        word = bare[bare.rfind(" ") + 1 :]
        if word.endswith(_ENDINGS):
            yield unit.index, ((len(bare) - len(word), len(bare)), _is_polite(word))


def _spoken(context: Context) -> Sequence[bool]:
    """Return for each unit whether a quotation runs into it, out of it or through it."""
    found = runs(context)
    spoken = [*found.within]
    for edge in chain.from_iterable(found.target.values()):
        if edge.other:
            spoken[edge.reach] = [True] * (edge.reach.stop - edge.reach.start)
    return spoken


def _is_polite(word: str) -> bool:
    """Whether a word ends in 십시오, or in 니다 or 니까 with ㅂ before it: 합니다, not 지니다."""
    if word.endswith("오"):
        return True
    before = word[:-2] if word.endswith(("니다", "니까")) else ""
    return before != "" and (ord(before[-1]) - ord("가")) % _FINALS == _B_FINAL


look = Sifted(_may_be, _look)
