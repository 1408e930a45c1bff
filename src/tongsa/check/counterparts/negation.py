"""Tell what a sentence denies in English, and how often its translation denies anything."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from tongsa import packaged
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from tongsa.model import Span

_PARTS = (
    "n't",
    "n’t",
    " no",
    "No",
    "never",
    "Never",
    "neither",
    "Neither",
    "ithout",
    "nnot",
    "nable to",
    "nability to",
    " fail",
    "den",
)
"""What the text of every negation has in it."""
_WORD = late(r"[a-z]+")
_NEAR, _FAR = 6, 100
"""How many words behind a denial may show that it is turned, and in how many letters."""
_MOST = 20
"""Denials of one text that are looked at."""


def may_deny(source: str) -> bool:
    """Whether there may be a negation in an English text, at a glance."""
    return any(part in source for part in _PARTS)


class Denials(NamedTuple):
    """What an English text denies."""

    spans: Sequence[Span]
    plain: bool
    """Whether it plainly does, by "not" or "never"."""
    firm: Sequence[Span]
    """Where it denies so that something of a right translation does, too: no evidence."""


@lru_cache(maxsize=64)
def denials(source: str) -> Denials:
    """Return where an English text denies, and how."""
    table = _tables()["en"]
    text = source.lower().replace("’", "'")
    if len(text) != len(source):  # a letter such as İ, whose small form is two
        return Denials((), plain=False, firm=())
    spans = [it.span() for it in _every().finditer(text) if not _is_idle(text, *it.span())]
    if "neither" in text:  # "neither … nor" denies once
        spans = [(start, end) for start, end in spans if text[start:end] != "nor"]
    sure = {*table["sure"], table["ending"]}
    plain = any(text[start:end] in sure for start, end in spans)
    firm = [(start, end) for start, end in spans if text[start:end] in table["firm"]]
    if any(begin in text for begin in table["begins"]):
        firm += [it.span() for it in _phrases().finditer(text)]
    turned = bool(plain or firm) and _may_be_turned(text, spans + firm)
    return Denials(spans, plain and not turned, () if turned else firm)


def _may_be_turned(text: str, spans: Sequence[Span]) -> bool:
    """Whether a text may say by a denial what another language says without one."""
    if text.rstrip("\"'”» ").endswith("?"):  # isn't it
        return True
    table = _tables()["en"]
    if not _words(text).isdisjoint(table["turned"]):
        return True
    near = (" ".join(text[end : end + _FAR].split()[:_NEAR]) for _, end in spans[:_MOST])
    return any(not _words(words).isdisjoint(table["turned_near"]) for words in near)


def _words(text: str) -> AbstractSet[str]:
    return set(_WORD.findall(text))


def contraries(source: str) -> int:
    """Return how many words of an English text say something negative without denying it."""
    begins = tuple(_tables()["en"]["contrary"])
    return sum(word.startswith(begins) for word in _WORD.findall(source.lower()))


def _is_idle(text: str, start: int, end: int) -> bool:
    """Whether a negation belongs to a phrase that denies nothing."""
    return any(
        text.startswith(behind, end) and text.endswith(before, 0, start)
        for before, behind in _idle().get(text[start:end], ())
    )


def count(target: str, language: str) -> int:
    """Return how many signs of a negation are in a target, words set aside that deny nothing."""
    signs, _, idle = _signs(language)
    return len(signs.findall(idle.sub(" ", target)))


def instead(target: str, language: str) -> bool:
    """Whether a target may say by another word what a phrase denies: no longer, 끝났다."""
    return opposites(target, language) > 0 or bool(_instead(language).search(target))


def opposites(target: str, language: str) -> int:
    """Return how many words of a target may say the opposite instead."""
    return len(_signs(language)[1].findall(target))


def is_turned(source: str, target: str, language: str) -> bool:
    """Whether a target says without a denial what a source denies: not alike, 다르다."""
    low, family = source.lower().replace("’", "'"), language.partition("_")[0]
    return any(denied.search(low) and said[family].search(target) for denied, said in _turns())


@cache
def _turns() -> Sequence[tuple[re.Pattern[str], Mapping[str, re.Pattern[str]]]]:
    """Return what finds a denial of each row, and what finds its counterpart by language."""
    return [
        (re.compile(row["en"]), {key: re.compile(row[key]) for key in row if key != "en"})
        for row in _tables()["turn"]
    ]


@cache
def _tables() -> dict[str, Any]:  # Any: as TOML gives it
    return packaged.table("check/counterparts/negation.toml")


@cache
def _every() -> re.Pattern[str]:
    table = _tables()["en"]
    words = "|".join([*table["sure"], *table["maybe"]])
    return re.compile(rf"\b(?:{words})\b(?!\.? ?\d)|{table['ending']}\b")  # not "No. 7"


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_tables()['en']['phrases'])})\b")


@cache
def _instead(language: str) -> re.Pattern[str]:
    return re.compile("|".join(_tables()[language.partition("_")[0]]["phrases"]))


@cache
def _idle() -> Mapping[str, Sequence[tuple[str, str]]]:
    """Return by negation what stands before and behind it in phrases that deny nothing."""
    found: dict[str, list[tuple[str, str]]] = {}
    for phrase in _tables()["en"]["idle"]:
        before, _, rest = phrase.partition("<")
        word, _, behind = rest.partition(">")
        found.setdefault(word, []).append((before, behind))
    return found


@cache
def _signs(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return what finds signs, words of the opposite meaning, and words that deny nothing."""
    table = _tables()[language.partition("_")[0]]
    signs, words, idle = (re.compile("|".join(table[key])) for key in ("signs", "words", "idle"))
    return signs, words, idle
