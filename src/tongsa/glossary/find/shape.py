"""How a term is written where spaces part words: its letters, its joints, its signs."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tongsa.language.fold import EAST_ASIAN, plain
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tongsa.glossary.find.hit import Caps

WORD = late(rf"((?:[^\W_\u02bc{EAST_ASIAN}][\u0300-\u036f\u00ad\u2060]*+)+)")
"""``café``, with its accent apart or not; ``ＴＳＭＣ``; with hyphens that nobody sees"""
JOINT = late(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=\d)(?=[^\W\d])|(?<=[^\W\d])(?=\d)")
"""Between the parts of ``3D|Fabric``, ``e|Book``, ``HBM|4``."""
_APART = frozenset("—―…")
"""Signs that part words as a semicolon does, and as hyphens and full stops do not."""
SIGNS = {code: " " for code in range(128) if not chr(code).isalnum()}
"""Turns every sign of ASCII into a space."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a term is written."""

    letters: str
    """Its letters and digits with their capitals, without accents."""
    joints: Mapping[int, str]
    """Where in ``letters`` a gap may stand; signs that have to stand there, or nothing."""
    before: str
    """Signs that it begins with: ``.`` of ``.NET``."""
    after: str
    """Signs that it ends with: ``++`` of ``C++``."""
    caps: Caps

    @property
    def signed(self) -> bool:
        """Whether it has signs that have to stand as they are."""
        return bool(self.before or self.after or any(self.joints.values()))


def cut(term: str) -> tuple[str, dict[int, str], str, str]:
    """Return a term's letters and digits, its joints, and the signs at its begin and its end."""
    before, *parts = WORD.split(term)
    words, gaps = parts[::2], [usual(gap) for gap in parts[1::2]]
    letters, joints = "", {}
    for at, word in enumerate(map(bare, words)):
        if at:
            sign = gaps[at - 1]
            joints[len(letters)] = "" if sign.strip() in {"", "-"} else sign
        joints |= {len(letters) + joint.start(): "" for joint in JOINT.finditer(word)}
        letters += word
    return letters, joints, usual(before), gaps[-1] if gaps else ""


def bare(words: str) -> str:
    """Return words in plain letters, without what nobody sees."""
    if words.isascii():
        return words
    return plain(words).replace("\u00ad", "").replace("\u2060", "")


def usual(signs: str) -> str:
    """Return signs in their usual width, and plain ones for curly ones, each in its place."""
    return signs if signs.isascii() else "".join(map(_usual, signs))


def _usual(sign: str) -> str:
    if sign in _APART:
        return ";"
    if unicodedata.category(sign) in {"Pi", "Pf", "Pd"}:
        sign = plain(sign)[:1] or sign
    written = unicodedata.normalize("NFKC", sign)
    return written if len(written) == 1 else sign


def spelled(term: str) -> str:
    """Return a term as it is looked for in a text with spaces for signs: ``3d fabric``."""
    return bare(term).lower().translate(SIGNS).strip()


def joined(term: str) -> Iterator[tuple[str, str]]:
    """Yield the words that show a term written otherwise, closed, or apart at a joint.

    Each comes with the word of the term that follows, if any.
    """
    words = [JOINT.split(word) for word in WORD.findall(plain(term))]
    if len(words) == 1 == len(words[0]):
        return
    for start, own in enumerate(words):
        whole = ""
        for at, pieces in enumerate(words[start:], start):
            for number, piece in enumerate(pieces, 1):
                whole += piece.lower()
                if at > start or number < len(own):
                    last = number == len(pieces)
                    after = "".join(words[at + 1]).lower() if last and at + 1 < len(words) else ""
                    yield whole, after if last else piece
