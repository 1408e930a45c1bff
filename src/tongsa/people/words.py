"""Cut a sentence into words, and find where capitalised ones stand side by side."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from tongsa.patterns import late
from tongsa.people import eastern
from tongsa.people.lexicon import fold, is_plain, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LETTERS = r"[^\W_]++(?:[\u0300-\u036f]++[^\W_]*+)*"  # a letter keeps its combining marks
# Finds Chia-lung, O'Hagan's, J.W and asiae.co.kr, each as one, and the stop right behind.
_WORD = late(rf"({_LETTERS}(?:['’.‐‑-]{_LETTERS})*\.?)")
_INITIALS = late(r"[^\W\d_](?:[.-]+[^\W\d_])*")  # matches J, J.W and J.-P
_OWNS = ("'s", "’s", "'S", "’S")
_SPACES = frozenset({" ", "  ", "\xa0"})
_MOST_INITIALS = 7  # code points of J.R.R.T
_MOST_PARTICLES = 3  # in a row, as in "von und zu der"
_MOST_BEHIND = 8  # code points between two words that are looked at
_LONGEST_KEPT = 40  # code points of a word that is kept in mind
_MOST_KEPT = 16_384
_LEAST_CAPITALS = 3  # words of a headline
_LEAST_LETTERS = 3  # of a word that a headline writes with a capital, if it is no function word
MOST_LETTERS = 40
"""No word of a name is longer."""


class Word(NamedTuple):
    """A written word without a possessive ending: what it is wherever it stands."""

    text: str
    """With the stop of an abbreviation."""
    key: str
    """In small letters, without its stop and its diacritics."""
    stop: str
    """The stop behind it, where it is no abbreviation's."""
    owns: bool
    """A possessive ending follows."""
    small: bool
    """It begins with a small letter."""
    capital: bool
    """It is written as a name may be: Kim, al-Assad, McGregor, LIANG, J."""
    initial: bool
    """It is one letter or several with stops."""
    shouts: bool
    """It has two letters or more, and all are capitals."""
    plain: bool
    """It has a capital, and nothing is known of it that would make it more or less than a name."""
    eastern: bool
    """It is an East Asian family name."""


@dataclass(slots=True, kw_only=True)  # frozen, it would take four times as long to make
class Sentence:
    """One sentence of an article in words."""

    text: str
    index: int
    """Its place in the article."""
    words: Sequence[Word]
    parts: Sequence[str]
    """What stands before, between and behind the words, and the words as written, by turns."""
    starts: Sequence[int]
    """Where each word begins in the text, in code points, and where the text ends."""
    headline: bool
    """Its words have capitals, so that these tell nothing."""

    def end(self, at: int) -> int:
        """Return where a word ends, without its possessive ending."""
        return self.starts[at] + len(self.words[at].text)

    def behind(self, at: int) -> str:
        """Return what stands between a word and the next, its possessive ending left out."""
        return (self.words[at].stop + self.parts[2 * at + 2])[:_MOST_BEHIND]

    def joined(self, at: int) -> bool:
        """Tell whether nothing but a space parts a word from the next."""
        word = self.words[at]
        return self.parts[2 * at + 2] in _SPACES and not word.owns and not word.stop

    def runs(self) -> Iterator[tuple[int, int]]:
        """Yield where capitalised words stand side by side, as half-open spans of words.

        Particles may stand between them.
        """
        words, particles, end = self.words, lexicon().particles, 0
        for start, word in enumerate(words):
            if not word.capital or start < end:
                continue
            at, end = start, start + 1
            while at + 1 < len(words) and self.joined(at):
                at += 1
                if words[at].capital:
                    end = at + 1
                elif words[at].text not in particles or at - end >= _MOST_PARTICLES:
                    break
            yield start, end


def read(text: str, index: int) -> Sentence:
    """Return a sentence in words; ``index`` is its place in the article."""
    parts = _WORD.split(text)
    words = list(map(_KEPT.__getitem__, parts[1::2]))
    starts = [*accumulate(map(len, parts))][::2]
    headline = _is_headline(text, words)
    return Sentence(
        text=text, index=index, words=words, parts=parts, starts=starts, headline=headline
    )


def _is_headline(text: str, words: Sequence[Word]) -> bool:
    """Tell whether all words that could have a capital have one, and no stop ends them."""
    if len(words) < _LEAST_CAPITALS or words[0].key == "by":
        return False
    if text.rstrip("\"'”’ ").endswith("."):
        return False
    function = lexicon().function
    telling = [word for word in words if word.key not in function and word.text.isalpha()]
    small = any(word.text.islower() and len(word.text) >= _LEAST_LETTERS for word in telling)
    return not small and sum(word.capital for word in telling) >= _LEAST_CAPITALS


def _word(written: str) -> Word:
    """Return what a word is, from its letters, its possessive ending and the stop behind it."""
    whole = written.removesuffix(".")
    owns = whole.endswith(_OWNS)
    bare = whole[:-2] if owns else whole
    key = fold(bare)
    stop = written[len(whole) :]
    if stop and (key in lexicon().abbreviations or _is_initial(bare)):
        text, stop = written, ""
    else:
        text = bare
    initial = text.endswith(".") and bool(_INITIALS.fullmatch(text[:-1]))
    capital = len(bare) <= MOST_LETTERS and _is_capital(bare)
    shouts = len(key) > 1 and text.isupper() and not initial
    return Word(
        text=text,
        key=key,
        stop=stop,
        owns=owns,
        small=bare[0].islower(),
        capital=capital,
        initial=initial,
        shouts=shouts,
        plain=capital and not shouts and is_plain(key),
        eastern=eastern.is_family(key),
    )


class _Kept(dict[str, Word]):
    """Words by how they are written: most of an article are in the last one, too."""

    def __missing__(self, written: str) -> Word:
        """Return a word, and keep it unless it is too long to come again."""
        word = _word(written)
        if len(written) <= _LONGEST_KEPT:
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[written] = word
        return word


_KEPT = _Kept()


def _is_initial(bare: str) -> bool:
    return len(bare) <= _MOST_INITIALS and bare[0].isupper() and bool(_INITIALS.fullmatch(bare))


def _is_capital(bare: str) -> bool:
    """Tell whether a word may be part of a name by its letters."""
    if bare.isalpha():
        return bare[0].isupper()
    if any(map(str.isdigit, bare)) or ("." in bare and not _INITIALS.fullmatch(bare)):
        return False
    if bare[0].isupper():
        return True
    head, sign, tail = bare.replace("’", "'").replace("'", "-").partition("-")
    return bool(sign) and head in lexicon().joined and tail[:1].isupper()
