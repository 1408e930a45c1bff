"""Cut the sentences of an article into what may be names, each with what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tongsa.people import words as reading
from tongsa.people.labels import Label, is_plural_role, label, stretches
from tongsa.people.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.people.words import Word

_LONGEST_TITLE = 6  # words
_BEHIND = 120  # code points that are looked at behind a name
_AMPERSAND = re.compile(r"\s*&")  # finds the sign of "Johnson & Johnson"
_LEAST_CAPITALS = 3  # words of a headline
_LEAST_LETTERS = 3  # of a word that a headline writes with a capital, if it is no function word


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Piece:
    """Words that may be one name."""

    text: int
    """The index of its sentence."""
    words: tuple[Word, ...]
    keys: tuple[str, ...]
    """Its folded words."""
    title: str
    """The title or the role right before it, as written; empty if there is none."""
    honoured: Label
    """STRONG, WEAK, or OTHER where nothing stands before it that makes it a person."""
    before: str
    """The folded word before it in its sentence, if only spaces and quotes are between."""
    behind: str
    """The sentence behind it, as far as it is looked at; a possessive ending is left out."""
    opens: bool
    """It begins its sentence."""
    left: Label
    """What the capitalised word right before it is; OTHER if there is none."""
    right: Label
    """The same right behind it."""
    joined: bool
    """An ampersand joins it to something."""

    @property
    def barred(self) -> bool:
        """What stands beside it makes it an organisation's name."""
        return self.joined or self.right is Label.LAST or self.left is Label.FIRST

    @property
    def start(self) -> int:
        """Where it begins in its sentence."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.words[-1].end

    @property
    def owns(self) -> bool:
        """A possessive ending follows."""
        return self.words[-1].owns


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence in words."""

    text: str
    words: list[Word]
    headline: bool
    """Its words have capitals, so that these tell nothing."""


def read(text: str) -> Sentence:
    """Return a sentence in words."""
    known = lexicon()
    words = reading.cut(text, known.abbreviations, known.joined)
    return Sentence(text=text, words=words, headline=_is_headline(text, words))


def _is_headline(text: str, words: Sequence[Word]) -> bool:
    """Tell whether all words that could have a capital have one, and no stop ends them."""
    known = lexicon()
    if text.rstrip("\"'”’ ").endswith(".") or (words and words[0].key == "by"):
        return False
    telling = [word for word in words if word.key not in known.function and word.text.isalpha()]
    small = any(word.text.islower() and len(word.text) >= _LEAST_LETTERS for word in telling)
    return not small and sum(word.capital for word in telling) >= _LEAST_CAPITALS


def cut(sentence: Sentence, text: int) -> Iterator[Piece]:
    """Yield what may be a name in a sentence, of index ``text``."""
    words = sentence.words
    loud, last = sentence.text.isupper(), None
    for start, end in reading.runs(words, lexicon().particles):
        run = words[start:end]
        labels = label(run, opens=start == 0, loud=loud)
        for first, stop in stretches(labels):
            size = _trim(run, first, stop)
            piece = _piece(sentence, text, (start, end), labels, (first, first + size))
            if last and last.title.endswith("s") and _follows(piece, last):
                piece = replace(piece, title=last.title, honoured=last.honoured)
            yield piece
            last = piece


def _follows(piece: Piece, last: Piece) -> bool:
    """Tell whether a title of several is for this piece, too: "Presidents Vance and Osei"."""
    between = last.behind[: piece.start - last.end]
    return last.honoured is Label.STRONG and not piece.title and between == " and "


def _trim(run: Sequence[Word], first: int, last: int) -> int:
    """Return how many words of a stretch are left without particles at its end."""
    while last > first + 1 and not run[last - 1].capital:
        last -= 1
    return last - first


def _piece(
    sentence: Sentence,
    text: int,
    run: tuple[int, int],
    labels: Sequence[Label],
    span: tuple[int, int],
) -> Piece:
    """Return the words ``span`` of the ``run`` with what stands around them."""
    words, (first, last) = sentence.words, span
    start, end = run[0] + first, run[0] + last
    end_of_piece = words[end - 1].end
    behind = sentence.text[end_of_piece : end_of_piece + _BEHIND]
    if words[end - 1].owns:
        behind = behind[2:]
    title, honoured = _title(sentence, run[0], labels, first)
    gap = words[start - 1].behind if start else ""
    return Piece(
        text=text,
        words=tuple(words[start:end]),
        keys=tuple(word.key for word in words[start:end]),
        title=title,
        honoured=honoured,
        before=words[start - 1].key if start and gap.strip(" \xa0\"'“‘") == "" else "",
        behind=behind,
        opens=start == 0 or gap.rstrip("\"'“‘ ").endswith((".", "!", "?", ":", ";")),
        left=labels[first - 1] if first else Label.OTHER,
        right=labels[last] if last < len(labels) else Label.OTHER,
        joined=bool(_AMPERSAND.match(behind)) or gap.rstrip().endswith("&"),
    )


def _title(
    sentence: Sentence, begin: int, labels: Sequence[Label], first: int
) -> tuple[str, Label]:
    """Return the title before a piece, and how much it tells."""
    words, known = sentence.words, lexicon()
    at = first
    while (
        at
        and first - at < _LONGEST_TITLE
        and labels[at - 1] in {Label.STRONG, Label.WEAK}
        and not words[begin + at - 1].owns
    ):
        at -= 1
    if at < first:
        text = sentence.text[words[begin + at].start : words[begin + first - 1].end]
        strong = Label.STRONG in labels[at:first]
        return text, Label.STRONG if strong else Label.WEAK
    if first or not begin:
        return "", Label.OTHER
    before = words[begin - 1]
    role = before.key.rpartition("-")[2]
    if before.joined and (role in known.roles or is_plural_role(role)):
        return before.text, Label.WEAK
    return "", Label.OTHER
