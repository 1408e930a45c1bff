"""Cut the sentences of an article into what may be names, each with what stands around it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tongsa.people.labels import (
    FIRST,
    LAST,
    NAME,
    OTHER,
    SHAPED,
    STRONG,
    WEAK,
    is_plural_role,
    label,
    stretches,
)
from tongsa.people.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.people.labels import Label
    from tongsa.people.words import Sentence, Word

_LONGEST_TITLE = 6  # words
_BEHIND = 120  # code points that are looked at behind a name


@dataclass(slots=True, kw_only=True, eq=False)  # frozen, it would take four times as long to make
class Piece:
    """Words that may be one name."""

    text: int
    """The index of its sentence."""
    words: tuple[Word, ...]
    keys: tuple[str, ...]
    """Its folded words."""
    starts: tuple[int, ...]
    """Where each word begins in the sentence."""
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
        return self.joined or self.right is LAST or self.left is FIRST

    @property
    def start(self) -> int:
        """Where it begins in its sentence."""
        return self.starts[0]

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.starts[-1] + len(self.words[-1].text)

    @property
    def owns(self) -> bool:
        """A possessive ending follows."""
        return self.words[-1].owns


def cut(sentence: Sentence) -> Iterator[Piece]:
    """Yield what may be a name in a sentence."""
    words, last = sentence.words, None
    loud = sentence.text.isupper()
    for start, end in sentence.runs():
        run = words[start:end]
        labels = label(run, opens=start == 0, loud=loud)
        if len(labels) == 1 and labels[0] is not NAME and labels[0] is not SHAPED:
            continue  # as most words are that begin a sentence
        for first, stop in stretches(labels):
            size = _trim(run, first, stop)
            piece = _piece(sentence, start, labels, (first, first + size))
            if last and last.title.endswith("s") and _follows(piece, last):
                piece = replace(piece, title=last.title, honoured=last.honoured)
            yield piece
            last = piece


def _follows(piece: Piece, last: Piece) -> bool:
    """Tell whether a title of several is for this piece, too: "Presidents Vance and Osei"."""
    between = last.behind[: piece.start - last.end]
    return last.honoured is STRONG and not piece.title and between == " and "


def _trim(run: Sequence[Word], first: int, last: int) -> int:
    """Return how many words of a stretch are left without particles at its end."""
    while last > first + 1 and not run[last - 1].capital:
        last -= 1
    return last - first


def _piece(sentence: Sentence, begin: int, labels: Sequence[Label], span: tuple[int, int]) -> Piece:
    """Return the words ``span`` of the run that begins at ``begin``, with what is around them."""
    first, last = span
    start, end = begin + first, begin + last
    words = tuple(sentence.words[start:end])
    stop = sentence.end(end - 1)
    behind = sentence.text[stop + 2 * words[-1].owns : stop + _BEHIND]
    title, honoured = _title(sentence, begin, labels, first)
    gap = sentence.behind(start - 1) if start else ""
    spaced = gap == " "  # as it is before most
    return Piece(
        text=sentence.index,
        words=words,
        keys=tuple([word.key for word in words]),
        starts=tuple(sentence.starts[start:end]),
        title=title,
        honoured=honoured,
        before=sentence.words[start - 1].key if spaced or (start and _is_close(gap)) else "",
        behind=behind,
        opens=start == 0 or (not spaced and _is_end(gap)),
        left=labels[first - 1] if first else OTHER,
        right=labels[last] if last < len(labels) else OTHER,
        joined=("&" in behind and behind.lstrip().startswith("&"))
        or ("&" in gap and gap.rstrip().endswith("&")),
    )


def _is_close(gap: str) -> bool:
    """Tell whether nothing but spaces and quotes parts two words."""
    return not gap.strip(" \xa0\"'“‘")


def _is_end(gap: str) -> bool:
    """Tell whether what stands between two words ends a sentence, or the first part of one."""
    return gap.rstrip("\"'“‘ ").endswith((".", "!", "?", ":", ";"))


def _title(
    sentence: Sentence, begin: int, labels: Sequence[Label], first: int
) -> tuple[str, Label]:
    """Return the title before a piece, and how much it tells."""
    words = sentence.words
    at = first
    while (
        at
        and first - at < _LONGEST_TITLE
        and (labels[at - 1] is STRONG or labels[at - 1] is WEAK)
        and not words[begin + at - 1].owns
    ):
        at -= 1
    if at < first:
        start, end = sentence.starts[begin + at], sentence.end(begin + first - 1)
        return sentence.text[start:end], STRONG if STRONG in labels[at:first] else WEAK
    if first or not begin or not sentence.joined(begin - 1):
        return "", OTHER
    before = words[begin - 1]
    role = before.key.rpartition("-")[2]
    if role in lexicon().roles or is_plural_role(role):
        return before.text, WEAK
    return "", OTHER
