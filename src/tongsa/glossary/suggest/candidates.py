"""Suggest what of an article should stand in the glossary, and does not yet."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import log2
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tongsa.glossary.find import Caps, finder, masked
from tongsa.glossary.suggest.acronyms import definitions
from tongsa.glossary.suggest.clusters import Clusters
from tongsa.glossary.suggest.facts import facts as words_of
from tongsa.glossary.suggest.kinds import guess
from tongsa.glossary.suggest.known import Known
from tongsa.glossary.suggest.names import names
from tongsa.glossary.suggest.phrases import phrases
from tongsa.glossary.suggest.reading import read
from tongsa.glossary.suggest.tokens import Shape
from tongsa.model import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tongsa.glossary.glossary import Glossary
    from tongsa.glossary.suggest.clusters import Cluster
    from tongsa.glossary.suggest.facts import Facts
    from tongsa.glossary.suggest.reading import Sentence

_WEIGHTS: Mapping[Kind, float] = MappingProxyType(
    {Kind.TITLE: 0.8, Kind.PERSON: 1.3, Kind.WORK: 1.1, Kind.LAW: 1.1}
)
"""How sure a kind makes it that a candidate is worth an entry; 1 where nothing stands here."""
_PHRASE = 0.6
"""The same for a phrase in small letters."""
_LONE = 0.6
"""The same for a name of one word: it may be a family name or half of a name."""
_OFTEN = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What an editor may want to enter into the glossary."""

    text: str
    """As it should be entered: its most usual full form."""
    kind: Kind
    """What it seems to be."""
    variants: tuple[str, ...]
    """Other spellings, short forms and the acronym that were seen, each as written."""
    count: int
    """How often it stands in the article, by whichever form; never 0."""
    score: float
    """How much it is worth an entry; comparable within one article."""
    example: str
    """The sentence in which it first stands."""
    place: int
    """That sentence's index among those given."""


class _Seen(NamedTuple):
    """A form of a cluster in the text."""

    sentence: int
    form: str
    full: bool
    """Whether it is no short form or acronym."""
    proves: bool
    """Whether its capitals are its own, not a headline's or a sentence's."""


def suggest(
    sentences: Sequence[str], glossary: Glossary, language: str = "en"
) -> tuple[Candidate, ...]:
    """Return candidates that the glossary has no term for, the best first.

    Raise GlossaryError where no words are known by which to find terms of the language.
    """
    facts = words_of(language)
    read_ones = read(sentences, facts)
    groups = _clusters(read_ones, facts)
    known = Known(glossary, language, [sentence.text for sentence in read_ones])
    seen = _seen(groups, read_ones, known, language)
    found = [
        _candidate(cluster, seen[number], sentences, facts)
        for number, cluster in enumerate(groups)
        if number in seen
        and len(seen[number]) >= (_OFTEN if cluster.phrase and not cluster.shorts else 1)
        and not (len(cluster.keys) == 1 and cluster.keys[0] in known.bearers)
    ]
    return tuple(sorted(found, key=lambda it: (-it.score, it.place, it.text)))


def _clusters(sentences: Sequence[Sentence], facts: Facts) -> list[Cluster]:
    small = Counter(
        word.key
        for sentence in sentences
        if not sentence.styled
        for word in sentence.words
        if word.shape is Shape.SMALL and not word.opens
    )
    groups = Clusters(small, facts)
    groups.add_names([name for sentence in sentences for name in names(sentence, facts)])
    groups.add_phrases(phrases(sentences, facts))
    groups.add_definitions(it for sentence in sentences for it in definitions(sentence, facts))
    groups.join()
    return list(groups)


def _seen(
    groups: Sequence[Cluster], sentences: Sequence[Sentence], known: Known, language: str
) -> Mapping[int, list[_Seen]]:
    """Return where each cluster stands outside longer names and what is known, by its number."""
    owners: list[tuple[int, bool]] = []
    texts: list[str] = []
    for number, cluster in enumerate(groups):
        for short, held in ((False, [cluster]), (True, cluster.shorts)):
            forms = [form for each in held for form in each.forms]
            texts += forms
            owners += [(number, not short)] * len(forms)
    find = finder(
        language, texts, lambda at: Caps.ANY if groups[owners[at][0]].phrase else Caps.NAME
    ).find
    seen: defaultdict[int, list[_Seen]] = defaultdict(list)
    told: set[int] = set()  # what the glossary has a term for, if not for all its forms
    for at, sentence in enumerate(sentences):
        text = sentence.text
        taken = set()
        for hit in masked([*find(text), *known.hits(at)]):
            if hit.term < 0 or (hit.start, hit.end) in taken:
                continue
            taken.add((hit.start, hit.end))
            number, full = owners[hit.term]
            if full and known.names(at, hit):
                told.add(number)
            if known.cover(at, text, hit):
                continue
            form = " ".join(text[hit.start : hit.end].split())
            proves = not sentence.styled and hit.start > sentence.words[0].start
            seen[number].append(_Seen(at, form, full, proves))
    return {number: places for number, places in seen.items() if number not in told}


def _candidate(
    cluster: Cluster, seen: Sequence[_Seen], sentences: Sequence[str], facts: Facts
) -> Candidate:
    kind = guess(cluster, facts)
    forms = Counter(each.form for each in seen if each.full and each.proves)
    if cluster.phrase:  # of two numbers as usual the singular
        text = max(forms or cluster.forms, key=lambda form: (forms[form], -len(form)))
    else:
        text = max(cluster.forms, key=lambda form: forms[form])
    variants = dict.fromkeys(each.form for each in seen if each.proves and each.form != text)
    styled = {each.form for each in seen if not each.proves}
    told = {text.lower(), *(form.lower() for form in variants)}
    variants |= dict.fromkeys(form for form in sorted(styled) if form.lower() not in told)
    weight = _PHRASE if cluster.phrase else _WEIGHTS.get(kind, 1.0)
    if len(cluster.keys) == 1:
        weight *= _LONE
    return Candidate(
        text=text,
        kind=kind,
        variants=tuple(variants),
        count=len(seen),
        score=round(weight * (1 + log2(len(seen))), 3),
        example=sentences[seen[0].sentence],
        place=seen[0].sentence,
    )
