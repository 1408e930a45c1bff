"""Find particles behind plain Korean words that cannot be right: 책를, 정부은, 서울으로."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa import packaged
from tongsa.language.particles import Disagreement
from tongsa.language.spoken import Final, final, sure
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

PLAIN, ALOUD = 1, 2
"""What a pair of characters may show: a wrong particle behind Hangul, or behind anything else."""

_PAIRS = late(
    r"[^ ](?:으로|[은는을를이가과와로라])(?!(?:(?<![과와로라])|(?![의도는서써고며부]))[가-힣])"
)
"""What precedes a particle, and the particle: ``책를``, ``부으로``, ``M는``."""
_OPEN = "는를가와로라"
"""Particles of these that stand behind a vowel; the others behind a final consonant."""
_REST = late(r"(?:는|도|의|만의?|부터[의는도]?|서[의는도]?|써[의는]?)?(?![가-힣])")
_OF_COPULA = late(r"[는고며](?![가-힣])")
"""What may follow a particle within its word: ``부터`` in 서울로부터, ``고`` in 책라고."""
_FIRM = late(r"로(?:서|써|부터)")
"""What no word but a particle goes on with: 확대함로써."""
_NEXT = late(r"과\s?([가-힣]+)")
_TOGETHER = late(r"과 (?:함께|같은|같이|달리|더불어|마찬가지)(?![가-힣]{3})")
_AFTER_LIQUID = frozenset({"수은", "수이"})
_AFTER_OBJECT = frozenset({"그은", "그을", "이은"})
_OBJECT = frozenset("을를에로과와줄선금획")
"""How the word before the verb ends: 선을 그은, 뒤를 이은; without it, 그 or 이 is who or what."""
_NOMINAL = late(r"(?:[은는을를의]|에(?:서|게)?|에서는|에는|에도)(?![가-힣])")
"""Particles that prove a noun: 메르켈의."""
_LONGEST = 24
"""Syllables before a particle that are looked at; longer words do not occur."""
_FINALS = 28
_SURE, _PAIR, _LONGEST_END = 3, 2, 6
"""Syllables from which on an ending is a word's own; of the shortest and the longest listed."""
_DOUBTFUL = frozenset("가이로")
"""Many words end in these: they are wrong only behind what is known to be a noun."""
_RIGHT = MappingProxyType(
    {
        "은": "는", "는": "은", "을": "를", "를": "을", "이": "가", "가": "이",
        "과": "와", "와": "과", "으로": "로", "로": "으로", "라": "이라",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """What the files under ``language/korean/`` say of words."""

    whole: Mapping[str, frozenset[str]]
    """Words that only look like one with a particle, by that."""
    ends: Mapping[str, frozenset[str]]
    """Such ends of words, of two syllables and more."""
    nouns: frozenset[str]
    single: frozenset[str]
    suffixes: frozenset[str]
    long: Mapping[str, frozenset[str]]
    """Suffixes behind two syllables and more, by the wrong particle."""
    counters: frozenset[str]
    numerals: frozenset[str]
    verbal: frozenset[str]
    """Syllables in which stems of verbs end."""
    stems: frozenset[str]
    given: frozenset[str]
    surnames: frozenset[str]
    offices: frozenset[str]
    """Words behind 과 that show it to be a ward or a family: 고양이과 동물."""


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a word."""

    before: str
    after: str
    """From the particle on."""

    def office(self, lexicon: _Lexicon) -> bool:
        """Whether what follows 과 shows that it is a ward, a subject or a family."""
        following = _NEXT.match(self.after)
        return following is not None and following[1] in lexicon.offices


class _Suspicions(dict[str, int]):
    """What each pair may show, worked out when first met."""

    def __missing__(self, pair: str) -> int:
        before, particle = pair[0], pair[1:]
        if particle in _RIGHT and _hangul(before):
            ends = final(before)
            if particle == "으로" or (particle in "로라" and ends is Final.LIQUID):
                wrong = particle == "으로" and ends is not Final.CONSONANT
            elif particle == "는":
                wrong = ends is not Final.VOWEL and not _verbal(before)
            else:
                wrong = (ends is Final.VOWEL) != (particle in _OPEN)
            self[pair] = PLAIN if wrong else 0
        else:
            last = sure(before, "ko")
            right = last and particle != "라" and (last is Final.VOWEL) == (particle in _OPEN)
            self[pair] = 0 if right else ALOUD
        return self[pair]


_suspicion = _Suspicions().__getitem__


@lru_cache(maxsize=8)
def suspicions(text: str) -> frozenset[int]:
    """Return what kinds of wrong particles a text may hold; cheap, for every unit is asked."""
    return frozenset(map(_suspicion, _PAIRS.findall(text)))


def impossible(text: str, attested: Callable[[str], bool]) -> Iterator[Disagreement]:
    """Yield the particles that cannot stand behind their word, in order.

    ``attested`` says whether the article uses a word as a noun elsewhere.
    """
    for found in _PAIRS.finditer(text):
        if _suspicion(found[0]) != PLAIN:
            continue
        particle = found[0][1:]
        end = found.start() + 1
        if not (_OF_COPULA if particle == "라" else _REST).match(text, found.end()):
            continue
        start = end
        while start and end - start < _LONGEST and _hangul(text[start - 1]):
            start -= 1
        word = text[start:end]
        around = _Around(text[max(0, start - _LONGEST) : start], text[end : end + _LONGEST])
        if _wrong(word, particle, around, attested):
            yield Disagreement(
                start=end, end=found.end(), found=particle, right=_RIGHT[particle], word=word
            )


def _wrong(word: str, particle: str, around: _Around, attested: Callable[[str], bool]) -> bool:
    """Whether what ends a word must be a particle, and so is the wrong one."""
    lexicon = _lexicon()
    whole = word + particle
    if _bound(whole, around):
        return True
    own = whole in lexicon.whole.get(particle, ()) or _ends(whole, lexicon.ends[particle], _SURE)
    if own or (particle == "과" and around.office(lexicon)):
        return False
    if _noun(word, particle, around.before, lexicon):
        return True
    if len(word) >= _PAIR and _FIRM.match(around.after):
        return True
    return _unlisted(word, particle, lexicon, attested)


def _unlisted(word: str, particle: str, lexicon: _Lexicon, attested: Callable[[str], bool]) -> bool:
    """Whether a particle is wrong behind a word that is not known as a noun."""
    doubtful = particle in _DOUBTFUL
    ending = (word + particle)[-_PAIR:] in lexicon.ends[particle]
    if ending or (particle == "는" and _stem(word, lexicon)):
        return (doubtful or particle == "과") and len(word) >= _SURE and attested(word)
    if particle == "은" and _given(word, lexicon):
        return False
    return not doubtful or (len(word) >= _PAIR and attested(word))


def _bound(whole: str, around: _Around) -> bool:
    """Whether its place tells what is another word elsewhere: 할 수은, 그은 without an object."""
    before = around.before.rstrip()[-1:]
    if whole in _AFTER_LIQUID:
        return around.before.endswith(" ") and _hangul(before) and final(before) is Final.LIQUID
    if whole in _AFTER_OBJECT:
        return before not in _OBJECT
    return whole == "그이" or (whole != "사과" and _TOGETHER.match(around.after) is not None)


def _hangul(letter: str) -> bool:
    return "가" <= letter <= "힣"


def _ends(word: str, ends: frozenset[str], least: int) -> bool:
    return any(word[-length:] in ends for length in range(least, min(len(word), _LONGEST_END) + 1))


def _noun(word: str, particle: str, before: str, lexicon: _Lexicon) -> bool:
    """Whether a word is a noun for sure."""
    last = word[-1]
    if word in lexicon.counters and (before[-1:].isdecimal() or _numeral(before, lexicon)):
        return True
    if word in lexicon.single or (last in lexicon.suffixes and len(word) > 1):
        return True
    if len(word) >= _SURE and last in lexicon.long.get(particle, ()):
        return True
    return _ends(word, lexicon.nouns, _PAIR)


def _numeral(before: str, lexicon: _Lexicon) -> bool:
    return before.endswith(" ") and before[:-1].rpartition(" ")[2] in lexicon.numerals


def _stem(word: str, lexicon: _Lexicon) -> bool:
    """Whether a word may be the stem of a verb."""
    return _verbal(word[-1]) or word in lexicon.stems or _ends(word, lexicon.stems, _PAIR)


def _verbal(syllable: str) -> bool:
    """Whether what ends in a syllable may always be the stem of a verb: 있, 했, 받."""
    return (ord(syllable) - ord("썼")) % _FINALS == 0 or syllable in _lexicon().verbal


def _given(word: str, lexicon: _Lexicon) -> bool:
    """Whether a word with 은 may be a person's name: 하은, 김하은."""
    name = word + "은"
    return name in lexicon.given or (name[1:] in lexicon.given and name[0] in lexicon.surnames)


@cache
def _lexicon() -> _Lexicon:
    facts, nouns = (packaged.table(f"language/korean/{it}.toml") for it in ("endings", "nouns"))
    words = {key: _words(table) for key, table in facts.items()}
    return _Lexicon(
        whole={key: table["whole"] for key, table in words.items() if "whole" in table},
        ends={key: words.get(key, {}).get("ends", frozenset()) for key in _RIGHT},
        nouns=frozenset((nouns["closed"] + nouns["open"]).split()),
        single=frozenset(nouns["single"].split()),
        suffixes=frozenset(nouns["suffixes"].split()),
        long=_words(nouns["long"]),
        numerals=frozenset(nouns["numerals"].split()),
        counters=frozenset(nouns["counters"].split()),
        verbal=words["는"]["any"],
        stems=words["는"]["stems"],
        given=words["은"]["given"],
        surnames=words["은"]["surnames"],
        offices=words["과"]["next"],
    )


def _words(table: Mapping[str, str]) -> dict[str, frozenset[str]]:
    return {key: frozenset(words.split()) for key, words in table.items()}


def attests(text: str, word: str) -> bool:
    """Whether a text uses a word as a noun, with a particle that only nouns take."""
    at = text.find(word)
    while at >= 0:
        behind = _NOMINAL.match(text, at + len(word))
        if behind and not _hangul(text[at - 1 : at]):
            return True
        at = text.find(word, at + len(word))
    return False
