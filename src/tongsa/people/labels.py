"""Say of each capitalised word what it may be: part of a name, a title, a place, a firm."""

from __future__ import annotations

from enum import Enum, auto
from functools import lru_cache
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


NAME, SHAPED, STRONG, WEAK, PLACE, LAST, FIRST, OTHER = Label
"""The same by themselves, since looking them up in the class is slow."""


def label(run: Sequence[Word], *, opens: bool, loud: bool) -> Sequence[Label]:
    """Return what the words of a run are.

    ``opens`` tells that the run begins its sentence, ``loud`` that the whole sentence has capitals.
    """
    return _label_one(run[0], opens, loud) if len(run) == 1 else _label(run, opens, loud)


@lru_cache(maxsize=4096)
def _label_one(word: Word, opens: bool, loud: bool) -> Sequence[Label]:  # noqa: FBT001 - private
    """Return what a word alone is, as most are: "The", "But", "Taipei"."""
    return tuple(_label((word,), opens, loud))


def _label(run: Sequence[Word], opens: bool, loud: bool) -> Sequence[Label]:  # noqa: FBT001
    found: list[Label] = []
    while len(found) < len(run):
        at = len(found)
        word = run[at]
        if word.plain and not (word.eastern or (at + 1 < len(run) and run[at + 1].eastern)):
            found.append(NAME)
            continue
        found.extend(
            _label_place(run, at, found)
            or _label_shape(run, at, found)
            or _label_title(run, at, found, opens=opens)
            or [_label_word(run, at, found, loud=loud)]
        )
    return found


def _label_place(run: Sequence[Word], at: int, found: list[Label]) -> list[Label]:
    """Return labels for the words of a place that begins here; one that may be a name is none."""
    known, key = lexicon(), run[at].key
    longest = min(_LONGEST_PLACE, len(run) - at) if key in known.place_heads else 0
    for size in range(longest, 1, -1):
        if " ".join([word.key for word in run[at : at + size]]) in known.places:
            return [PLACE] * size
    if key not in known.places or _ends_name(run, at, found):
        return []
    named = key in known.given_weak and at + 1 < len(run)
    return [] if named and run[at + 1].key not in known.last else [PLACE]


def _ends_name(run: Sequence[Word], at: int, found: list[Label]) -> bool:
    """Tell whether a word stands last in its run, behind a given name: "Michael Jordan"."""
    if at + 1 < len(run):
        return False
    first = at
    while first and at - first < _LONGEST_GIVEN and found[first - 1] is NAME:
        first -= 1
    return any(is_given(word.key) or word.initial for word in run[first:at])


def _label_shape(run: Sequence[Word], at: int, found: list[Label]) -> list[Label]:
    """Return labels for an East Asian name that begins here, unless a Western one goes on."""
    shape = eastern.shape(run[at : at + 3])
    if shape is None:
        return []
    follows = bool(found) and found[-1] is NAME
    if follows and is_given(run[at - 1].key):
        return []
    slight = shape.family_first and not follows  # so that "Oh" of "Oh Daehwan" is no exclamation
    if shape.weight < (1 if slight else eastern.LIKELY):
        return []
    keys = {word.key for word in run[at : at + shape.size]}
    free = keys.isdisjoint(lexicon().unshaped)
    return [SHAPED, *[NAME] * (shape.size - 1)] if free else []


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
        return [WEAK]
    if STRONG in kinds:
        return [STRONG] * len(kinds)
    return [WEAK] * len(kinds) if WEAK in kinds else []


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
        return STRONG
    if key in known.weak:
        return WEAK
    return OTHER if key in known.qualifiers else None


def _label_word(run: Sequence[Word], at: int, found: list[Label], *, loud: bool) -> Label:
    """Return what a word is that begins no place, no East Asian name and no title."""
    known, word = lexicon(), run[at]
    if not word.capital:
        return found[-1] if found and found[-1] is NAME else OTHER
    alone = len(run) == 1
    if (alone and word.key in known.rather) or (_ends_name(run, at, found) and _may_end(word.key)):
        return NAME
    if word.key in known.function and not word.initial:
        free = _is_titled(found) or alone
        return NAME if free and word.key in known.families_too else OTHER
    if word.key in known.either:
        given = word.key in known.given or word.key in known.given_weak
        leads = alone or (given and at + 1 < len(run))
        return NAME if leads or _is_titled(found) else LAST
    acronym = word.shouts and not loud and not _is_shouted_name(run, at, found)
    return _kind(word.key) or (OTHER if acronym else NAME)


def _kind(key: str) -> Label | None:
    """Return what a word of firms and places is; None if it is none of theirs."""
    known = lexicon()
    if key in known.last or key.removesuffix("s") in known.last or key.endswith(known.endings):
        return LAST
    if key in known.first:
        return FIRST
    return OTHER if key in known.other or key in known.postnominals else None


def _may_end(key: str) -> bool:
    """Tell whether a word that has other uses is a family name, too."""
    known = lexicon()
    kinds = (known.either, known.rather, known.families_too, known.families, known.family_words)
    return any(key in kind for kind in kinds)


def _is_titled(found: list[Label]) -> bool:
    return bool(found) and found[-1] is STRONG


def _is_shouted_name(run: Sequence[Word], at: int, found: list[Label]) -> bool:
    """Tell whether capitals are a name's: "Emmanuel MACRON", "JD Vance"."""
    word = run[at]
    if word.key in lexicon().initials:
        return at + 1 < len(run)
    return len(word.key) >= _SHOUTED_NAME and _ends_name(run, at, found)


def stretches(labels: Sequence[Label]) -> Iterator[tuple[int, int]]:
    """Yield where names may stand, as half-open spans of labels."""
    start = None
    for at, found in enumerate([*labels, OTHER]):
        if start is not None and found is not NAME:
            yield start, at
            start = None
        if start is None and (found is NAME or found is SHAPED):
            start = at
