"""Mutators of meaning: a negation is lost, a direction turned round."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from text import hangul, sounds
from world import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from mutate import Edit
    from plain import Pair

_DENIES = re.compile(
    r"\b(?:not|never|cannot|no|nor|none|nobody|nothing|without|neither|hardly|barely|few|little"
    r"|unless|un[a-z]{4,}|in(?:ability|capable)|im(?:possible)|lack\w*|fail\w*|refus\w*|den(?:y|ied|ies)"
    r"|without|stop\w*|ban\w*|prevent\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"\b(?:not|never|cannot)\b|n['’]t\b", re.IGNORECASE)
_ELSE = re.compile(
    r"\bnot (?:only|just|merely|necessarily|least|to mention)|\bno (?:longer|doubt|more|less)"
    r"|\bwhy not|\bif not|\bor not"
    r"|\b(?:is|was|do|did|does|are|were|wo|ca|could|would)n['’]t (?:it|he|she|they|you|we|I)\b",
    re.IGNORECASE,
)
_SIDES = ("said", "unsaid")
_PARTICLE = re.compile(r"(?:은|는|이|가|을|를|과|와|으로|로)(?![가-힣])")


def negation_dropped(pair: Pair, _: Random) -> Iterator[Edit]:
    """하지 않았다 → 했다, 不能 → 能; where both sides deny once."""
    table = WORDS[pair.language]["negation"]
    once = len(_DENIES.findall(pair.source)) == len(_PLAIN.findall(pair.source)) == 1
    if not once or _ELSE.search(pair.source) or len(re.findall(table["any"], pair.target)) != 1:
        return
    for was, now in table["drop"]:
        if found := re.search(was, pair.target):
            yield *found.span(), found.expand(now)
            return


def direction_turned(pair: Pair, _: Random) -> Iterator[Edit]:
    """증가 → 감소, 出口 → 進口; where the source says the one, once, and not the other."""
    for way in WORDS["directions"]:
        said, unsaid = (re.compile(rf"\b(?:{way[it]})\b", re.IGNORECASE) for it in _SIDES)
        if len(said.findall(pair.source)) != 1 or unsaid.search(pair.source):
            continue
        words, contrary = way[pair.language]
        found = [at for word in words for at in re.finditer(word, pair.target)]
        if len(found) != 1 or any(word in pair.target for word in contrary):
            continue
        word = contrary[words.index(found[0][0])]
        if _agrees(found[0], word):
            yield *found[0].span(), word


def _agrees(found: re.Match[str], word: str) -> bool:
    """Whether a Korean particle stays right behind another word."""
    last = found[0][-1]
    same = sounds(last) == sounds(word[-1])
    return not hangul(last) or same or not _PARTICLE.match(found.string, found.end())
