"""Take a name apart: where its syllables end, what each may be, how it came to be written."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tongsa.patterns import late
from tongsa.reading.english import is_english, is_western
from tongsa.reading.families import Families, families_of
from tongsa.reading.formal import as_written, in_hangul
from tongsa.reading.population import Seat
from tongsa.reading.shapes import Shape, bare, clean, fold, is_married, shapes, words_of
from tongsa.reading.sound import sound
from tongsa.reading.spelled import Way, known

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tongsa.reading.sound import Sound

_INITIAL = late(r"[A-Z]\.(-?[A-Z]\.)?|[B-DF-HJ-NP-TV-Z]")  # matches J., J.-W. and J, not I
_INITIALS = "of the given name there are initials alone"
_UNREAD = "the given name is spelled by no system"
_ENGLISH = "{} is an English given name"
_PARTING = late("[-'.]")  # finds the hyphen of ching-te
_PAIR = 2
_LONGEST = 60
"""Letters; no name of a person is longer."""
_LEAST = 0.001
"""Parts of the likeliest hypothesis that another must have to be kept."""
_CLEARLY = 0.95
"""The part of all hypotheses from which on a name is clearly spelled in pinyin."""
_MOST = 12
"""Hypotheses that are kept for each people."""

ZH, KO = 0, 1
WAYS: Mapping[Way, tuple[float, float]] = MappingProxyType(
    {
        Way.PINYIN: (0.42, 0.17),
        Way.TAIWAN: (0.32, 0.03),
        Way.CANTONESE: (0.13, 0.02),
        Way.KOREAN: (0.13, 0.78),
        Way.TRANSCRIBED: (0.7, 0.02),
        Way.HANGUL: (0.3, 0.98),
        Way.HAN: (1, 1),
    }
)
"""How often names of Chinese speakers and of Koreans are written in each way, script by script."""
_LENGTHS = ((0, 0.15, 0.85), (0, 0.05, 0.95))
"""How often a given name has one syllable or two, among both."""
_LOOSE = frozenset({Way.KOREAN, Way.TAIWAN})
"""Ways in which people spell as they like."""


class Hypothesis(NamedTuple):
    """One way to read a name: its syllables, the family's first."""

    share: float
    """Of all ways to read it."""
    sounds: tuple[Sound, ...]


class Name(NamedTuple):
    """A name as written, with all that it may be."""

    text: str
    spelled: Sequence[str]
    """The words, folded, but for initials."""
    letters: str
    """The words, folded, without what parts them and their syllables."""
    likely: tuple[Sequence[Hypothesis], Sequence[Hypothesis]]
    """Of Chinese speakers and of Koreans, the likeliest first; empty where none fits."""
    families: Families
    syllables: int
    """Of the likeliest hypothesis; none where it is no Chinese or Korean name."""
    formal: str
    """In Hangul, where it is surely spelled by the Revised Romanization."""
    pinyin: str
    """Its syllables in Hanyu Pinyin, where it is clearly spelled so."""
    english: Sequence[str]
    """English given names beside it."""
    doubt: str
    """Why it cannot be told who it is, for an editor; empty where it can."""

    @property
    def full(self) -> bool:
        """Whether there is more than a family name."""
        return self.syllables > 1 or len(self.text.split()) > 1


@lru_cache(maxsize=50_000)
def parse(text: str) -> Name:
    """Return all that a name may be; whatever the text is."""
    known = clean(text) if len(text) <= _LONGEST else ""
    words = [fold(word) for word in words_of(known)]
    found, english, doubt = _hypotheses(known)
    likely = _best(found)
    hyphened = any("-" in word for word in words)  # which pinyin never is
    if pinyin := "" if hyphened else _pinyin(likely):
        likely = _best([it for it in found if _is_in_pinyin(it[1])])
    return Name(
        text=text,
        spelled=[word for word in words if not _INITIAL.fullmatch(word.upper())],
        letters=_PARTING.sub("", "".join(words)) or text,
        likely=likely,
        families=families_of(frozenset(each.sounds[0] for group in likely for each in group)),
        syllables=max(((it[0].share, len(it[0].sounds)) for it in likely if it), default=(0, 0))[1],
        formal=_formal(likely),
        pinyin=pinyin,
        english=english,
        doubt=doubt,
    )


def _formal(likely: tuple[Sequence[Hypothesis], Sequence[Hypothesis]]) -> str:
    """Return a Korean name in Hangul where nothing else can be meant by what is written."""
    if not likely[KO]:
        return ""
    best = likely[KO][0].sounds
    sure = not any(it.sounds[0].way is Way.TRANSCRIBED for group in likely for it in group)
    return in_hangul(best) or (as_written(best) if sure else "")


def _pinyin(likely: tuple[Sequence[Hypothesis], Sequence[Hypothesis]]) -> str:
    """Return a name in pinyin, a space between its syllables, where hardly anything else fits."""
    every = [each for group in likely for each in group]
    best = max(every, key=lambda it: it.share, default=None)
    if best is None or best.sounds[0].way is not Way.PINYIN:
        return ""
    texts = {" ".join(it.text for it in each.sounds) for each in every if _is_in_pinyin(each)}
    share = sum(each.share for each in every if _is_in_pinyin(each))
    return "" if share < _CLEARLY or len(texts) > 1 else " ".join(map(_plain, best.sounds))


def _is_in_pinyin(each: Hypothesis) -> bool:
    return each.sounds[0].way is Way.PINYIN


def _plain(sound: Sound) -> str:
    """Return a syllable by its reading: lü, lv and the lu of those who have no ü are one."""
    return next(iter(sound.by_reading)).replace("ü", "u")


def _hypotheses(text: str) -> tuple[list[tuple[int, Hypothesis]], tuple[str, ...], str]:
    """Return all ways to read a name, the English names in it, and what is in doubt."""
    words = words_of(text)
    spelled = [word for word in words if not _INITIAL.fullmatch(word)]
    if not _begins_loud(spelled) and is_western([fold(word) for word in spelled]):
        return [], (), ""
    english = tuple(fold(word) for word in spelled if is_english(fold(word)))
    if len(spelled) == len(words) and not _is_besides(english, spelled):
        found = _all(shapes(text))
        if found:
            return found, (), _married(words)
        if not english:
            found = _families(text)
            return found, (), _UNREAD if found else ""
    rest = [word for word in spelled if fold(word) not in english]
    if len(spelled) < len(words) and len(rest) > 1 and "-" not in "".join(rest):
        return _families(" ".join(rest)), english, _INITIALS  # Yuan T. Lee
    found = _all(shapes(" ".join(rest)))
    if len(rest) > 1:
        return found, english, ""
    return found, english, _ENGLISH.format(english[0].capitalize()) if english else _INITIALS


def _begins_loud(words: Sequence[str]) -> bool:
    """Tell whether a family name in capitals stands first, as no Western one does: SIM Hagbong."""
    return len(words) > 1 and words[0].isupper() and not words[-1].isupper()


def _is_besides(english: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether an English name stands beside the rest: Michael Lu, Peter Chan Tai-man."""
    hyphen = any("-" in word for word in words)
    return bool(english) and (len(words) <= _PAIR or (hyphen and len(words) == _PAIR + 1))


def _all(forms: Iterable[tuple[Shape, tuple[Way, ...]]]) -> list[tuple[int, Hypothesis]]:
    """Return all ways to read a name of these shapes."""
    each = [(shape, way) for shape, ways in forms for way in ways]
    found = [one for shape, way in each for one in _read(shape, way)]
    read = {one.sounds[0].way for _, one in found}
    if Way.PINYIN in read:
        return found  # which people write as they learnt it
    loose = ((shape, way) for shape, way in each if way in _LOOSE and way not in read)
    found += (one for shape, way in loose for one in _read(shape, way, nearly=True))
    return found


def _families(text: str) -> list[tuple[int, Hypothesis]]:
    """Return what the family name may be where the given name cannot be read."""
    alone = ((Shape(it.family, (), it.share), ways) for it, ways in shapes(text) if it.given)
    each = ((shape, way) for shape, ways in alone for way in ways)
    return [one for shape, way in each for one in _read(shape, way)]


def _best(
    found: Sequence[tuple[int, Hypothesis]],
) -> tuple[Sequence[Hypothesis], Sequence[Hypothesis]]:
    """Return the hypotheses that are worth keeping, with their shares of the whole."""
    groups: tuple[list[Hypothesis], list[Hypothesis]] = ([], [])
    whole = sum(each.share for _, each in found)
    if whole:
        least = _LEAST * max(each.share for _, each in found)
        for people, each in sorted(found, key=lambda it: -it[1].share):
            if each.share >= least and len(groups[people]) < _MOST:
                groups[people].append(Hypothesis(each.share / whole, each.sounds))
    return groups


def _read(shape: Shape, way: Way, *, nearly: bool = False) -> Iterator[tuple[int, Hypothesis]]:
    family = _sound(shape.family, way, Seat.FAMILY, nearly=nearly)
    if family is None:
        return
    for given in _given(shape.given, way, nearly=nearly):
        sounds = (family, *given)
        for people in (ZH, KO):
            share = shape.share * WAYS[way][people] / 2
            if given:
                share *= _LENGTHS[people][len(given)]
            for each in sounds:
                share *= each.often[people]
            if share:
                yield people, Hypothesis(share, sounds)


def _given(parts: tuple[str, ...], way: Way, *, nearly: bool) -> Iterator[tuple[Sound, ...]]:
    """Yield the syllables of a given name."""
    if not parts:
        yield ()
    elif len(parts) == 1:
        if whole := _sound(parts[0], way, Seat.FIRST, nearly=nearly):
            yield (whole,)
        yield from _closed(parts[0], way, nearly=nearly)
    else:
        first = _sound(parts[0], way, Seat.FIRST, nearly=nearly)
        last = _sound(parts[1], way, Seat.LATER, nearly=nearly)
        if first and last:
            yield (first, last)


def _closed(word: str, way: Way, *, nearly: bool) -> Iterator[tuple[Sound, Sound]]:
    """Yield the ways to cut a word in two syllables, of which one may be spelled nearly so."""
    firsts, lasts = known(way, Seat.FIRST), known(way, Seat.LATER)
    for text in (word,) if word.isalpha() and word.isascii() else dict.fromkeys((word, bare(word))):
        told = False
        for end in range(1, len(text)):
            head, tail = text[:end], text[end:].removeprefix("'")
            one, other = head in firsts, tail in lasts
            if (one and other) or (nearly and (one or other)):
                first = sound(head, way, Seat.FIRST, nearly=nearly)
                last = sound(tail, way, Seat.LATER, nearly=nearly)
                if first and last:
                    told = True
                    yield (first, last)
        if told:
            return


def _sound(text: str, way: Way, seat: Seat, *, nearly: bool) -> Sound | None:
    found = sound(text, way, seat)
    if found is None and (nearly or not text.isascii() or "'" in text):
        found = sound(bare(text), way, seat, nearly=nearly)
    return found


def _married(words: Sequence[str]) -> str:
    """Return what is in doubt of Chen Lai Su-mei, whose own family name is the second."""
    if len(words) == 1 and is_married(words[0]):
        return f"{words[0][:2]} may be two family names, one by marriage"
    if len(words) == _PAIR + 1 and "-" in words[2] and "-" not in words[0] + words[1]:
        families = [sound(fold(word), Way.TAIWAN, Seat.FAMILY) for word in words[:2]]
        if all(families):
            return f"{words[0]} {words[1]} may be two family names, one by marriage"
    return ""
