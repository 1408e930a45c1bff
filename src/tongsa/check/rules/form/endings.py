"""With which mark a unit ends, and whether it asks."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.check.rules.form.facts import facts
from tongsa.patterns import late

if TYPE_CHECKING:
    from tongsa.check.check import Context
    from tongsa.model import TranslationUnit

_BEHIND = (
    " \t\n\u3000\xa0\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
    "\"'“”‘’＂＇「」『』｢｣﹂﹄）)】》〉}*_~`"
)
"""What may stand behind a final mark: quotation marks, brackets, the end of Markdown's emphasis,
and what is invisible."""
_NOTE = late(r"\[\^[^\]\s]{1,20}\]$")
"""``[^1]``"""
_LONGEST_TAG, _LONGEST_NOTE, _DEEPEST = 200, 24, 16
_OPENING, _CLOSING = frozenset("([（［〔【"), frozenset(")]）］〕】")
_FORMS = MappingProxyType(str.maketrans("。．｡？！：；，､⋯⁇⁈⁉", "...?!:;,,…???"))
"""Final marks by what they do."""
STOP, QUESTION, EXCLAMATION, COMMA = ".", "?", "!", ","
MARKS = frozenset(".?!:;,…、")
_QUESTIONS = late(r"\?(?=[\s\"'”’」』）)\]!?.,;:*_<–—-]|$)")
"""A question mark that ends words; no ``?`` of an address"""


def end(text: str) -> int:
    """Return where the final mark or, without one, the last word ends."""
    for _ in range(_DEEPEST):
        text = text.rstrip(_BEHIND)
        if text.endswith(">") and (tag := text.rfind("<", -_LONGEST_TAG)) >= 0:
            text = text[:tag]
        elif text.endswith("]"):
            note = _NOTE.search(text, max(0, len(text) - _LONGEST_NOTE))
            text = text[: note.start()] if note else text.rstrip("]")
        else:
            break
    return len(text)


def final(text: str) -> str:
    """Return a text's final mark, as a half-width one; empty where it ends with a word."""
    last = text[-1:].translate(_FORMS)
    if last not in MARKS:
        at = end(text)
        last = text[max(0, at - 1) : at].translate(_FORMS)
    return last if last in MARKS else ""


def is_aside(text: str) -> bool:
    """Whether all of a text stands in brackets, as what is heard beside the words: (Laughter.)."""
    return text[:1] in _OPENING and text[-1:] in _CLOSING


def questions(text: str) -> int:
    """Return how many question marks end words of a source."""
    return len(_QUESTIONS.findall(text)) if "?" in text else 0


def asks(target: str) -> bool:
    """Whether a translation has any question mark."""
    return not _ASKING.isdisjoint(target)


_ASKING = frozenset("?？⁇⁈⁉﹖")


def differs(unit: TranslationUnit, _context: Context) -> bool:
    """Whether a target ends otherwise than its source; most units show it by their last sign."""
    source, target = unit.source[-1:], unit.target[-1:]
    if target in {"。", "."}:
        return source != "." and final(unit.source) != STOP
    return final(unit.source) != final(unit.target)


def asked(unit: TranslationUnit, _context: Context) -> bool:
    """Whether a source or its target asks."""
    return "?" in unit.source or "？" in unit.target or "?" in unit.target


def ends_asking(target: str, language: str) -> bool:
    """Whether the words before the final mark ask, as endings and particles show."""
    words = target[: end(target)].rstrip(".。．!！ ")
    return words.endswith(tuple(facts(language, "question").get("endings", ())))


def tells_of_asking(target: str, language: str) -> bool:
    """Whether a question may stand within a statement."""
    return any(word in target for word in facts(language, "question").get("indirect", ()))
