"""Find the persons of one article: first what proves a name, then every place that has it."""

from __future__ import annotations

from collections import Counter
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from tongsa.people import commas, headlines
from tongsa.people.known import MOST_WORDS, Known, Name
from tongsa.people.lexicon import lexicon
from tongsa.people.pieces import cut, read
from tongsa.people.spot import Mention
from tongsa.people.weigh import ENOUGH, Knowledge, apposition, speaks, weigh

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.people.pieces import Piece
    from tongsa.people.words import Word

_LISTS = frozenset({", ", " and ", ", and ", " or "})
_ROUNDS = 3  # a family name that is proven proves others, these rarely more


def find(texts: Sequence[str]) -> Iterator[list[Mention]]:
    """Yield the persons of each sentence of an article."""
    sentences = [read(text) for text in texts]
    small = {word.key for it in sentences for word in it.words if word.text[0].islower()}
    pieces = [list(cut(sentence, at)) for at, sentence in enumerate(sentences)]
    told = [it for it in chain.from_iterable(pieces) if not sentences[it.text].headline]
    known = Known()
    turned = commas.find([*chain.from_iterable(pieces)], known)
    taken = {*turned, *turned.values()}
    _prove([piece for piece in told if piece not in taken], known)
    for sentence, here in zip(sentences, pieces, strict=True):
        names = [
            Name(piece=one, words=(*one.words, *turned[one].words)) for one in here if one in turned
        ]
        recall = headlines.find if sentence.headline else _recall
        names += recall([piece for piece in here if piece not in taken], known, small)
        names.sort(key=lambda name: name.words[0].start)
        yield [_mention(sentence.text, name, known) for name in names]


def _prove(pieces: Sequence[Piece], known: Known) -> None:
    """Take in the names that are proven."""
    alone = Counter(piece.keys[0] for piece in pieces if len(piece.words) == 1)
    knowledge = Knowledge(alone=alone)
    for _ in range(_ROUNDS):
        proven = {piece for piece in pieces if weigh(piece, knowledge) >= ENOUGH}
        for piece in proven:
            known.add(piece.words)
        families = frozenset(known.short)
        company = frozenset(_accompany(pieces, proven))
        if families == knowledge.families and company == knowledge.company:
            break
        knowledge = Knowledge(alone=alone, families=families, company=company)


def _accompany(pieces: Sequence[Piece], proven: set[Piece]) -> Iterator[Piece]:
    """Yield what stands in a list with a full name that is proven."""
    for one, other in pairwise(pieces):
        if one.text == other.text and _listed(one, other):
            if one in proven and len(one.words) > 1:
                yield other
            if other in proven and len(other.words) > 1:
                yield one


def _listed(one: Piece, other: Piece) -> bool:
    return one.behind[: other.start - one.end] in _LISTS and not one.owns


def _recall(pieces: Sequence[Piece], known: Known, small: set[str]) -> Iterator[Name]:
    """Yield the known names of a sentence that is no headline."""
    for piece in pieces:
        words = () if piece.barred else _known_end(piece, known)
        if words and _is_meant(piece, words, small):
            yield Name(piece=piece, words=words)


def _known_end(piece: Piece, known: Known) -> tuple[Word, ...]:
    """Return the longest known name that a piece ends with; of one word only if it is the piece."""
    for at in range(len(piece.words) if len(piece.words) <= MOST_WORDS else 0):
        if known.longest(piece.keys[at:]) == len(piece.words) - at and (
            at == 0 or piece.keys[at:] in known.full
        ):
            return piece.words[at:]
    return ()


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
    start, end = name.words[0].start, name.words[-1].end
    keys = tuple(word.key for word in name.words)
    return Mention(
        name=text[start:end],
        title=name.piece.title or apposition(name.piece),
        text=name.piece.text,
        start=start,
        end=end,
        full=keys in known.full,
    )
