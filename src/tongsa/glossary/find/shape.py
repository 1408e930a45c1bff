"""How a term is written where spaces part words: its letters, its joints, its signs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tongsa.language.fold import EAST_ASIAN, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tongsa.glossary.find.hit import Caps

WORD = re.compile(rf"((?:[^\W_{EAST_ASIAN}]|[\u0300-\u036f])+)")
"""``café``, with its accent apart or not; ``ＴＳＭＣ``"""
JOINT = re.compile(
    r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=\d)(?=[^\W\d])|(?<=[^\W\d])(?=\d)"
)
"""Between the parts of ``3D|Fabric``, ``e|Book``, ``HBM|4``."""
SIGNS = {code: " " for code in range(128) if not chr(code).isalnum()}
"""Turns every sign of ASCII into a space."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a term is written."""

    letters: str
    """Its letters and digits with their capitals, without accents."""
    joints: Mapping[int, str]
    """Where in ``letters`` a gap may stand; a sign that has to stand there, or nothing."""
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
    before, *parts = WORD.split(plain(term))
    words, gaps = parts[::2], parts[1::2]
    letters, joints = "", {}
    for at, word in enumerate(words):
        if at:
            sign = "".join(gaps[at - 1].split())
            joints[len(letters)] = "" if sign == "-" else sign
        joints |= {len(letters) + joint.start(): "" for joint in JOINT.finditer(word)}
        letters += word
    return letters, joints, before, gaps[-1] if gaps else ""


def spelled(term: str) -> str:
    """Return a term as it is looked for in a text with spaces for signs: ``3d fabric``."""
    folded = term if term.isascii() else plain(term)
    return folded.lower().translate(SIGNS).strip()


def joined(term: str) -> Iterator[str]:
    """Yield the words that show a term written otherwise: closed, or apart at a joint."""
    words = spelled(term).split()
    for start in range(len(words) - 1):
        closed = words[start]
        for word in words[start + 1 :]:
            closed += word
            yield closed
    if not term.islower() or any(map(str.isdigit, term)):
        for word in WORD.findall(plain(term)):
            if joint := JOINT.search(word):
                yield word[: joint.start()].lower()
