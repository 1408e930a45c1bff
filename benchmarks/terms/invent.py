"""Invent news-like English and term lists of it, where no text is at hand."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from heapq import nlargest
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from random import Random

_ONSETS = "b bl br c ch cr d dr f fl fr g gl gr h j k l m n p pl pr r s sh st t tr v w".split()  # noqa: SIM905
_VOWELS = "a a a ai e e e ea ee i i io o o oa oo ou u".split()  # noqa: SIM905
_CODAS = "ck l ll lt m mp n n nd ng nt r r rd rk rn rt s sk ss st t t x".split()  # noqa: SIM905
_ENDINGS = ("", "", "", "", "er", "ing", "ed", "ion", "al", "ity", "ment", "y", "ous", "ic")
_SMALL = (
    "the the the the the of of of to to and and a a in in that for is on was with by at from as "
    "it its has have had he she they his her their be are were which this who will would but not "
    "more than after before over into about when while an or since under against between"
)
_WORD = re.compile(r"[A-Za-z]+")
_LOOSE = 2.7  # of Zipf and Mandelbrot's law: the first ranks are not as common as 1/rank says
_COMMON = 100  # words of a text that are so common that no term begins or ends with them
_LONGEST = 3  # words of a term
_LEANING = 0.3  # a word seen a thousand times is drawn eight times as readily as one seen once
_SHARES = (0.3, 0.45, 0.25)  # of terms with one, two, three words


def _word(random: Random) -> str:
    parts = [
        random.choice(_ONSETS) + random.choice(_VOWELS)
        for _ in range(random.choice((1, 1, 1, 2, 2)))
    ]
    return "".join(parts) + random.choice(_CODAS) + random.choice(_ENDINGS)


@dataclass(frozen=True)  # no slots: what is drawn from is made once
class _Stock:
    """Words or phrases, each the rarer the further behind it stands."""

    random: Random
    entries: Sequence[str]
    _reach: list[float] = field(default_factory=list)

    def draw(self) -> str:
        if not self._reach:
            self._reach.extend(accumulate(1 / (at + _LOOSE) for at in range(len(self.entries))))
        return self.random.choices(self.entries, cum_weights=self._reach)[0]


def segments(count: int, random: Random) -> Iterator[str]:
    """Yield so many sentences of some 25 words: names, set phrases, plurals, hyphens, figures."""
    words = _Stock(random, list(dict.fromkeys(_word(random) for _ in range(50_000))))
    names = _Stock(random, [_word(random).title() for _ in range(15_000)])
    phrases = _Stock(random, [_phrase(random, words, names) for _ in range(40_000)])
    small = _SMALL.split()
    make = {
        "small": lambda: random.choice(small),
        "word": words.draw,
        "plural": lambda: words.draw() + "s",
        "name": names.draw,
        "owner": lambda: names.draw() + "'s",
        "phrase": phrases.draw,
        "joined": lambda: f"{words.draw()}-{words.draw()}",
        "figure": lambda: str(random.randint(2, 3000)),
    }
    kinds, shares = list(make), (40, 27, 6, 7, 2, 14, 2, 2)
    for _ in range(count):
        chosen = random.choices(kinds, shares, k=random.randint(10, 30))
        parts = [make[kind]() + ("," if random.random() < 0.06 else "") for kind in chosen]  # noqa: PLR2004
        text = " ".join(parts).rstrip(",")
        yield f"{text[0].upper()}{text[1:]}."


def _phrase(random: Random, words: _Stock, names: _Stock) -> str:
    stocks = random.choice(((words, words), (names, words), (names, names), (names, words, words)))
    return " ".join(stock.draw() for stock in stocks)


def names(count: int, random: Random) -> list[str]:
    """Return so many names of one to three words, none twice."""
    made: dict[str, None] = {}
    while len(made) < count:
        words = (_word(random).title() for _ in range(random.choice((1, 2, 2, 3))))
        made[" ".join(words)] = None
    return list(made)


def terms(texts: Iterable[str], count: int, random: Random) -> list[str]:
    """Return so many different runs of one to three words of these texts, common words aside."""
    seen: list[Counter[str]] = [Counter() for _ in range(_LONGEST)]
    written: dict[str, str] = {}
    tally: Counter[str] = Counter()
    runs = [run for text in texts for run in _runs(text)]
    for run in runs:
        tally.update(word.lower() for word in run)
    common = {word for word, _ in tally.most_common(_COMMON)}
    for run in runs:
        for at, word in enumerate(run):
            for past in range(at + 1, min(at + _LONGEST, len(run)) + 1):
                if word.lower() not in common and run[past - 1].lower() not in common:
                    gram = " ".join(run[at:past])
                    seen[past - at - 1][gram.lower()] += 1
                    written.setdefault(gram.lower(), gram)
    found: list[str] = []
    for grams, share in zip(seen, _SHARES, strict=True):
        # Drawn without putting back (Efraimidis and Spirakis 2006), common ones somewhat sooner.
        drawn = {gram: random.random() ** times**-_LEANING for gram, times in grams.items()}
        found += nlargest(round(count * share), drawn, key=drawn.__getitem__)
    return [written[gram] for gram in found]


def _runs(text: str) -> Iterator[list[str]]:
    """Yield words that single spaces part."""
    run: list[str] = []
    last = -1
    for found in _WORD.finditer(text):
        if run and text[last : found.start()] != " ":
            yield run
            run = []
        run.append(found[0])
        last = found.end()
    if run:
        yield run
