"""Say of each capitalised word what it may be: part of a name, a title, a place, a firm."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from tongsa.people import eastern
from tongsa.people.lexicon import is_given, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.people.words import Word

_LONGEST_PLACE = 4  # words, as in "Trinidad and Tobago"
_LONGEST_GIVEN = 3  # words, as in "Mary Wollstonecraft Shelley"
_LONGEST_TITLE = 6  # words, as in "Deputy Prime Minister"
_SHOUTED_NAME = 4  # letters; what is shorter is an acronym


class Label(Enum):
    """What a capitalised word is beside its neighbours."""

    NAME = auto()
    """It may be a name."""
    SHAPED = auto()
    """It begins an East Asian name."""
    STRONG = auto()
    """A title that is nobody's name."""
    WEAK = auto()
    """A title that firms and plain names begin with, too."""
    PLACE = auto()
    LAST = auto()
    """It makes the words before it an organisation."""
    FIRST = auto()
    """It makes the words behind it an organisation."""
    OTHER = auto()
    """No part of a name, and of no weight beside one."""


def label(run: Sequence[Word], *, opens: bool, loud: bool) -> list[Label]:
    """Return what the words of a run are.

    ``opens`` tells that the run begins its sentence, ``loud`` that the whole sentence has capitals.
    """
    found: list[Label] = []
    while len(found) < len(run):
        at = len(found)
        found.extend(
            _label_place(run, at, found)
            or _label_shape(run, at, found)
            or _label_title(run, at, found, opens=opens)
            or [_label_word(run, at, found, loud=loud)]
        )
    return found


def _label_place(run: Sequence[Word], at: int, found: list[Label]) -> list[Label]:
    """Return labels for the words of a place that begins here; one that may be a name is none."""
    known = lexicon()
    for size in range(min(_LONGEST_PLACE, len(run) - at), 1, -1):
        if " ".join(word.key for word in run[at : at + size]) in known.places:
            return [Label.PLACE] * size
    key = run[at].key
    if key not in known.places or _ends_name(run, at, found):
        return []
    named = key in known.given_weak and at + 1 < len(run)
    return [] if named and run[at + 1].key not in known.last else [Label.PLACE]


def _ends_name(run: Sequence[Word], at: int, found: list[Label]) -> bool:
    """Tell whether a word stands last in its run, behind a given name: "Michael Jordan"."""
    first = at
    while first and at - first < _LONGEST_GIVEN and found[first - 1] is Label.NAME:
        first -= 1
    return at + 1 == len(run) and any(is_given(word.key) or word.initial for word in run[first:at])


def _label_shape(run: Sequence[Word], at: int, found: list[Label]) -> list[Label]:
    """Return labels for an East Asian name that begins here, unless a Western one goes on."""
    known = lexicon()
    shape = eastern.shape(run[at : at + 3])
    follows = bool(found) and found[-1] is Label.NAME
    if shape is None or (follows and is_given(run[at - 1].key)):
        return []
    slight = shape.family_first and not follows  # so that "Oh" of "Oh Daehwan" is no exclamation
    if shape.weight < (1 if slight else eastern.LIKELY):
        return []
    keys = {word.key for word in run[at : at + shape.size]}
    free = keys.isdisjoint(known.unshaped)
    return [Label.SHAPED, *[Label.NAME] * (shape.size - 1)] if free else []


def _label_title(run: Sequence[Word], at: int, found: list[Label], *, opens: bool) -> list[Label]:
    """Return labels for a chain of titles that begins here: "Deputy Prime Minister"."""
    known = lexicon()
    if run[at].key in known.rather and _ends_name(run, at, found):
        return []
    kinds: list[Label] = []
    for word in run[at : at + _LONGEST_TITLE]:
        kind = _title(word.key)
        if kind is None or (word.initial and word.key not in known.abbreviations):
            break
        kinds.append(kind)
        if word.owns:
            break
    if not kinds and not at and opens and _is_role(run[at].key):
        return [Label.WEAK]
    titles = {Label.STRONG, Label.WEAK}.intersection(kinds)
    if not titles:
        return []
    return [Label.STRONG if Label.STRONG in titles else Label.WEAK] * len(kinds)


def _is_role(key: str) -> bool:
    return key in lexicon().roles or is_plural_role(key)


def is_plural_role(key: str) -> bool:
    """Tell whether a word names several people by what they are, and no teams."""
    known, role = lexicon(), key.removesuffix("s")
    return role != key and role in known.roles and role not in known.of_teams


def _title(key: str) -> Label | None:
    """Return what a word is in a chain of titles; None if it is no link of one."""
    known = lexicon()
    if key in known.strong:
        return Label.STRONG
    if key in known.weak:
        return Label.WEAK
    return Label.OTHER if key in known.qualifiers else None


def _label_word(run: Sequence[Word], at: int, found: list[Label], *, loud: bool) -> Label:
    """Return what a word is that begins no place, no East Asian name and no title."""
    known, word = lexicon(), run[at]
    if not word.capital:
        return found[-1] if found and found[-1] is Label.NAME else Label.OTHER
    alone = len(run) == 1
    if (alone and word.key in known.rather) or (_ends_name(run, at, found) and _may_end(word.key)):
        return Label.NAME
    if word.key in known.function and not word.initial:
        free = _is_titled(found) or alone
        return Label.NAME if free and word.key in known.families_too else Label.OTHER
    if word.key in known.either:
        given = word.key in known.given or word.key in known.given_weak
        leads = alone or (given and at + 1 < len(run))
        return Label.NAME if leads or _is_titled(found) else Label.LAST
    for words, kind in (
        (known.last, Label.LAST),
        (known.first, Label.FIRST),
        (known.other, Label.OTHER),
        (known.postnominals, Label.OTHER),
    ):
        if word.key in words or (kind is Label.LAST and _ends_firm(word.key)):
            return kind
    acronym = word.shouts and not loud and not _is_shouted_name(run, at, found)
    return Label.OTHER if acronym else Label.NAME


def _ends_firm(key: str) -> bool:
    known = lexicon()
    return key.removesuffix("s") in known.last or key.endswith(tuple(known.endings))


def _may_end(key: str) -> bool:
    """Tell whether a word that has other uses is a family name, too."""
    known = lexicon()
    kinds = (known.either, known.rather, known.families_too, known.families, known.family_words)
    return any(key in kind for kind in kinds)


def _is_titled(found: list[Label]) -> bool:
    return bool(found) and found[-1] is Label.STRONG


def _is_shouted_name(run: Sequence[Word], at: int, found: list[Label]) -> bool:
    """Tell whether capitals are a name's: "Emmanuel MACRON", "JD Vance"."""
    word = run[at]
    if word.key in lexicon().initials:
        return at + 1 < len(run)
    return len(word.key) >= _SHOUTED_NAME and _ends_name(run, at, found)


def stretches(labels: Sequence[Label]) -> Iterator[tuple[int, int]]:
    """Yield where names may stand, as half-open spans of labels."""
    start = None
    for at, found in enumerate([*labels, Label.OTHER]):
        if start is not None and found is not Label.NAME:
            yield start, at
            start = None
        if start is None and found in {Label.NAME, Label.SHAPED}:
            start = at
