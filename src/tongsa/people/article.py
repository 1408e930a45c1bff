"""Find the persons of one article: first what proves a name, then every place that has it."""

from __future__ import annotations

from collections import Counter
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from tongsa.people import commas, headlines
from tongsa.people.known import MOST_WORDS, Known, Name, name
from tongsa.people.lexicon import lexicon
from tongsa.people.pieces import cut
from tongsa.people.spot import Mention
from tongsa.people.weigh import Knowledge, apposition, gather, proves, speaks
from tongsa.people.words import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.people.pieces import Piece
    from tongsa.people.words import Word

_LISTS = frozenset({", ", " and ", ", and ", " or "})
_ROUNDS = 3  # a family name that is proven proves others, these rarely more


def find(texts: Sequence[str]) -> Iterator[list[Mention]]:
    """Yield the persons of each sentence of an article."""
    sentences = [read(text, at) for at, text in enumerate(texts)]
    small = {word.key for it in sentences for word in it.words if word.small}
    pieces = [list(cut(sentence)) for sentence in sentences]
    told = [it for it in chain.from_iterable(pieces) if not sentences[it.text].headline]
    known = Known()
    turned = commas.find([*chain.from_iterable(pieces)], known)
    taken = {*turned, *turned.values()}
    _prove([piece for piece in told if piece not in taken], known)
    for sentence, here in zip(sentences, pieces, strict=True):
        if not here:
            continue
        names = [_turn(one, turned[one]) for one in here if one in turned]
        recall = headlines.find if sentence.headline else _recall
        names += recall([piece for piece in here if piece not in taken], known, small)
        names.sort(key=lambda name: name.start)
        yield [_mention(sentence.text, name, known) for name in names]


def _turn(family: Piece, given: Piece) -> Name:
    """Return a name that a comma turns round."""
    words = (*family.words, *given.words)
    return Name(piece=family, words=words, start=family.start, end=given.end)


def _prove(pieces: Sequence[Piece], known: Known) -> None:
    """Take in the names that are proven."""
    alone = Counter(piece.keys[0] for piece in pieces if len(piece.words) == 1)
    knowledge = Knowledge(alone=alone)
    listed = [(one, other) for one, other in pairwise(pieces) if _are_listed(one, other)]
    waiting = [found for found in map(gather, pieces) if found]
    proven: set[Piece] = set()
    for _ in range(_ROUNDS):
        found = [it for it in waiting if proves(it, knowledge)]
        proven.update(it.piece for it in found)
        waiting = [it for it in waiting if it.piece not in proven]  # what is proven stays so
        for it in found:
            known.add(it.piece.words)
        families = frozenset(known.short)
        company = frozenset(_accompany(listed, proven))
        if families == knowledge.families and company == knowledge.company:
            break
        knowledge = Knowledge(alone=alone, families=families, company=company)


def _are_listed(one: Piece, other: Piece) -> bool:
    """Tell whether two pieces stand beside each other in a list."""
    return one.text == other.text and not one.owns and one.behind[: other.start - one.end] in _LISTS


def _accompany(listed: Sequence[tuple[Piece, Piece]], proven: set[Piece]) -> Iterator[Piece]:
    """Yield what stands in a list with a full name that is proven."""
    for one, other in listed:
        if one in proven and len(one.words) > 1:
            yield other
        if other in proven and len(other.words) > 1:
            yield one


def _recall(pieces: Sequence[Piece], known: Known, small: set[str]) -> Iterator[Name]:
    """Yield the known names of a sentence that is no headline."""
    for piece in pieces:
        at = None if piece.barred else _known_end(piece, known)
        if at is not None and _is_meant(piece, piece.words[at:], small):
            yield name(piece, at, len(piece.words))


def _known_end(piece: Piece, known: Known) -> int | None:
    """Return where the longest known name begins that a piece ends with; None if there is none.

    A name of one word counts only where it is the piece.
    """
    keys = piece.keys
    if len(keys) > MOST_WORDS:
        return None
    if keys in known.short:
        return 0
    for at in range(len(keys)):
        if keys[at:] in known.full:
            return at
    return None


def _is_meant(piece: Piece, words: Sequence[Word], small: set[str]) -> bool:
    """Tell whether a word of many meanings is a name here: "May said", but not "May 3"."""
    key, known = words[0].key, lexicon()
    many = (
        key in known.families_too
        or (piece.opens and key in small)
        or (piece.before == "the" and key in known.rather)  # "the West"
    )
    return len(words) > 1 or not many or bool(piece.title) or words[-1].owns or speaks(piece)


def _mention(text: str, name: Name, known: Known) -> Mention:
    keys = tuple(word.key for word in name.words)
    return Mention(
        name=text[name.start : name.end],
        title=name.piece.title or apposition(name.piece),
        text=name.piece.text,
        start=name.start,
        end=name.end,
        full=keys in known.full,
    )
