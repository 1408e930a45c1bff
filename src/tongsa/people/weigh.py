"""Weigh what tells that capitalised words name a person."""

from __future__ import annotations

from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tongsa.patterns import late
from tongsa.people import eastern
from tongsa.people.labels import STRONG, WEAK
from tongsa.people.lexicon import fold, is_given, lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tongsa.people.pieces import Piece

ENOUGH = 2
"""So much makes a person."""
_TITLES = MappingProxyType({STRONG: 3, WEAK: 2})
_MOST_WORDS = 5
_AGE = late(r"(?:, (?:aged |now )?| \()1?\d{1,2}(?=[,.;)]|$)")  # finds ", 72," and " (34)"
_WHO = late(r", who(?:se|m)?\b")  # finds ", who"
_PHRASE = late(r"[,(] ?([^,.;:()\"“”–—\n]{3,90})")  # finds ", chief executive of SK"
_TERM = late(r"[^\W\d_]+(?:-[^\W\d_]+)*")  # finds the words of a phrase
_NEXT = late(r"[’'\"”]?[ ,]? ?(?:has |had |have |also |later |then )?([^\W\d_]+)")  # "said"
_NEAR = 6  # words of a phrase in which a role may stand


class Knowledge(NamedTuple):
    """What the whole article tells."""

    alone: Mapping[str, int] = MappingProxyType({})
    """How often a single word stands where a name may stand."""
    families: frozenset[tuple[str, ...]] = frozenset()
    """Family names of persons that are proven."""
    company: frozenset[Piece] = frozenset()
    """Pieces that a comma or an "and" joins to a full name that is proven."""


class Evidence(NamedTuple):
    """What a piece tells by itself, whatever the rest of the article says."""

    piece: Piece
    words: int
    """What its words tell."""
    around: int
    """What stands around it."""
    wary: bool
    """Its first word has the capital of the sentence, so that its words need more beside them."""


def gather(piece: Piece) -> Evidence | None:
    """Return what tells that a piece is a person's name; None if nothing can prove it."""
    if _is_barred(piece):
        return None
    if len(piece.words) == 1 or sum([word.capital for word in piece.words]) == 1:
        proven = _names_one(piece)
        return Evidence(piece=piece, words=ENOUGH, around=0, wary=False) if proven else None
    return Evidence(
        piece=piece,
        words=_weigh_words(piece),
        around=_weigh_context(piece),
        wary=piece.opens and not _begins_name(piece),  # "Rebuilt Jackson"
    )


def proves(evidence: Evidence, knowledge: Knowledge) -> bool:
    """Tell whether a piece is a person's name; the more is known, the more are."""
    beside = evidence.around + _weigh_article(evidence.piece, knowledge)
    return evidence.words + beside >= ENOUGH and (beside >= ENOUGH or not evidence.wary)


def _begins_name(piece: Piece) -> bool:
    """Tell whether the first word is known to be one of a name."""
    first, known = piece.words[0], lexicon()
    told = any(word.initial for word in piece.words) or eastern.shape(piece.words) is not None
    return told or is_given(first.key) or first.key in known.given_weak


def apposition(piece: Piece) -> str:
    """Return the phrase behind a name that says what the person is: "President of Samsung"."""
    found = None if piece.owns else _PHRASE.match(piece.behind)
    if not found:
        return ""
    terms, known = _TERM.findall(found[1])[: _NEAR + 1], lexicon()
    if not terms or terms[0] in known.beginnings:
        return ""
    for word, following in pairwise((*terms, "")):
        if word in known.clauses:
            return ""
        if _tells_person(word) and not following[:1].isupper():
            return found[1].strip()
    return ""


def _tells_person(word: str) -> bool:
    known, role = lexicon(), fold(word).rpartition("-")[2]
    return role in known.strong or (role in known.roles and role not in known.of_firms)


def speaks(piece: Piece) -> bool:
    """Tell whether the word behind a piece is one of speech: "Kim told"."""
    found = None if piece.owns else _NEXT.match(piece.behind)
    return found is not None and found[1] in lexicon().verbs


def _is_barred(piece: Piece) -> bool:
    words = piece.words
    return (
        piece.barred
        or len(words) > _MOST_WORDS
        or (words[0].initial and all(word.initial for word in words))
    )


def _names_one(piece: Piece) -> bool:
    """Tell whether one word alone names a person here, by a title or by what is behind it."""
    if piece.honoured is STRONG:
        return True
    key, known = piece.keys[-1], lexicon()
    named = key in known.given or key in known.families or eastern.is_family(key)
    named = named and key not in known.function
    return named and (piece.honoured is WEAK or bool(apposition(piece)))


def _weigh_words(piece: Piece) -> int:
    """Weigh the words themselves: a given name proves them, other signs add to one another."""
    known, (first, *inner, last) = lexicon(), piece.words
    shape = eastern.shape(piece.words)
    own = shape.weight if shape and shape.size == len(piece.words) else 0
    if is_given(first.key):
        own = max(own, ENOUGH)
    elif first.key in known.given_weak or first.initial or first.key in known.initials:
        own = max(own, ENOUGH if first.initial else 1)
    own += any(word.initial for word in inner) * 2
    own += any(it.key in known.of_people for it in inner) or not last.text[0].isupper()
    own += any(word.key in known.given for word in inner)
    own += last.key in known.families and last.key not in known.either
    own -= (last.key in known.either) + 2 * (" ".join(piece.keys[:2]) in known.named_after)
    return own


def _weigh_context(piece: Piece) -> int:
    """Weigh what stands around it: "the" is hardly found before a person, speech behind firms."""
    known = lexicon()
    own = _TITLES.get(piece.honoured, 0)
    if not own:
        own -= 3 * (piece.before == "the") + (piece.before in {"a", "an"})
        own -= piece.before in known.locators
    own += (piece.before in known.makers) + speaks(piece)
    own += 2 * bool(_AGE.match(piece.behind) or apposition(piece)) + bool(_WHO.match(piece.behind))
    own -= piece.right is STRONG or piece.right is WEAK
    return own


def _weigh_article(piece: Piece, knowledge: Knowledge) -> int:
    """Weigh what the rest of the article says: a relative's name, the last word alone, company."""
    ends = {piece.keys[at:] for at in range(1, len(piece.words))}
    own = 2 * (not ends.isdisjoint(knowledge.families))
    alone = knowledge.alone.get(piece.keys[-1], 0)
    if piece.opens or piece.keys[0] in knowledge.alone:
        alone = min(alone, 1)  # Goldman Sachs is Goldman, Peter Martin is Martin
    return own + min(alone, ENOUGH) + (piece in knowledge.company)
