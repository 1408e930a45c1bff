"""Find where the sentences of a text end, in one pass."""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from tongsa.segment.abbreviation import is_head
from tongsa.segment.decide import Closed, Stop, ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.segment.rules import Mark, Rules

LONGEST_QUOTATION = 5_000
"""Code points; marks farther apart are no quotation that must stay whole."""

DEEPEST_NESTING = 64
"""Marks open at once; with more, the first is taken for one that never closes."""

_WORD = re.compile(r"[^\W_]")


class _Opened(NamedTuple):
    """A quotation mark or bracket that waits for its other half."""

    mark: Mark
    place: int
    cuts: int
    """How many cuts were found before it."""
    leads: bool
    """Whether it is a bracket that its sentence begins with."""


def find_cuts(text: str, rules: Rules, *, keep: bool) -> list[tuple[int, int]]:
    """Return where sentences end and, past the white space, where the next ones begin, in order.

    The last sentence's end is none of them. Quotations that balance stay whole if ``keep``.
    """
    scan = _Scan(text, rules, keep=keep)
    stops, marks = rules.stops, rules.marks
    for token in rules.tokens.finditer(text):
        (place, after), (stopped, _), (shut, _) = token.regs
        sign = text[place]
        if sign in stops:
            scan.meet_stop(place, stopped, shut, after)
        elif sign in marks:
            scan.meet_mark(place)
        elif sign == "\n":
            scan.meet_blank_line(place, after)
    return scan.cuts


class _Scan:
    """What one pass has seen so far.

    A cut within an open quotation stands until the quotation closes: then it is taken back. So an
    unbalanced mark prevents nothing, and every cut is made and taken back once at most.
    """

    def __init__(self, text: str, rules: Rules, *, keep: bool) -> None:
        self.text = text
        self.rules = rules
        self.keep = keep
        self.cuts: list[tuple[int, int]] = []
        self.first = self.begin = len(text) - len(text.lstrip())
        self.word = -1
        """Where the sentence's first letter or digit is, or one after it; unknown if < begin."""
        self._forget_marks()

    def meet_stop(self, stop: int, stopped: int, shut: int, after: int) -> None:
        """Cut behind the stops at ``stop`` if they end a sentence.

        ``stopped`` is past the stops, ``shut`` past what trails them, ``after`` past white space.
        """
        if after == stopped and self._is_plain(stop, after):
            self._cut(after, after)
            return
        closed = None
        later: list[int] = []
        trailing = self._trailing(stopped, shut)
        for place in trailing:
            if self._direction(place) > 0:
                later = [place, *trailing]
                shut = after = place
                break
            closed = self.meet_mark(place) or self._orphan(place) or closed
        if after < len(self.text):
            if after - shut > 1 and self.text.count("\n", shut, after) > 1:
                self._cut(shut, after)
                self._forget_marks()
            elif self._has_word(stop) and ends_sentence(
                self.rules,
                self.text,
                Stop(self.begin, stop, stopped, shut, after, closed, bool(self.opened)),
            ):
                self._cut(shut, after)
        for place in later:
            self.meet_mark(place)

    def _is_plain(self, stop: int, after: int) -> bool:
        """Return whether this is the common case in Chinese, 。 before a letter: no more to ask."""
        if self.text[stop] not in self.rules.full or after == len(self.text):
            return False
        follows = self.text[after]
        return not follows.isascii() and follows.isalnum() and self._has_word(stop)

    def meet_mark(self, place: int) -> Closed | None:
        """Open or close a quotation or bracket; return what was closed."""
        direction = self._direction(place)
        if not direction:
            return None
        mark = self.rules.marks[self.text[place]]
        if direction < 0:
            return self._close(mark.kind, place)
        leads = mark.sort == "brackets" and is_head(self.text, self.begin, place)
        if len(self.opened) == DEEPEST_NESTING:
            self.open_kinds[self.opened.popleft().mark.kind] -= 1
        self.opened.append(_Opened(mark, place, len(self.cuts), leads))
        self.open_kinds[mark.kind] += 1
        return None

    def meet_blank_line(self, place: int, after: int) -> None:
        """Cut between two paragraphs, and forget what the first left open."""
        if self.begin < place and after < len(self.text):
            self._cut(self.begin + len(self.text[self.begin : place].rstrip()), after)
        self._forget_marks()

    def _trailing(self, place: int, end: int) -> Iterator[int]:
        """Yield the marks that trail a stop, without footnotes and the targets of links."""
        text, marks = self.text, self.rules.marks
        while place < end:
            if text[place] in "[(":
                place = text.index("]" if text[place] == "[" else ")", place)
            elif text[place] in marks:
                yield place
            place += 1

    def _forget_marks(self) -> None:
        self.opened: deque[_Opened] = deque()
        self.open_kinds = [0] * len(self.rules.kin)

    def _cut(self, end: int, after: int) -> None:
        self.cuts.append((end, after))
        self.begin = after

    def _has_word(self, stop: int) -> bool:
        """Return whether the sentence has a letter or digit before its stop."""
        if self.text[self.begin].isalnum():
            return True
        if self.word < self.begin:
            found = _WORD.search(self.text, self.begin)
            self.word = found.start() if found else len(self.text)
        return self.word < stop

    def _close(self, kind: int, place: int) -> Closed:
        """Close the last mark of a kind with all that opened within it; take back cuts inside."""
        while True:
            opened = self.opened.pop()
            self.open_kinds[opened.mark.kind] -= 1
            if opened.mark.kind == kind:
                break
        sort = opened.mark.sort
        is_link = self.text[place : place + 2] == "]("
        whole = self.keep or (sort != "quotes" and (is_link or not opened.leads))
        if whole and len(self.cuts) > opened.cuts and place - opened.place <= LONGEST_QUOTATION:
            del self.cuts[opened.cuts :]
            self.begin = self.word = self.cuts[-1][1] if self.cuts else self.first
        return Closed(sort, opened.place, opened.leads)

    def _orphan(self, place: int) -> Closed | None:
        """Return a quotation whose opening mark is missing: …there.” She left."""
        mark = self.rules.marks.get(self.text[place])
        if mark and mark.closes and mark.sort == "quotes":
            return Closed(mark.sort, place, leads=False)
        return None

    def _direction(self, place: int) -> int:
        """Return 1 if the sign at ``place`` opens, -1 if it closes, 0 if it is no mark here."""
        text, rules = self.text, self.rules
        mark = rules.marks.get(text[place])
        if mark is None:
            return 0
        is_open = self.open_kinds[mark.kind] > 0
        if not mark.opens:
            return -1 if is_open else self._reversed(place, mark.kind)
        if text[place] in "‘'" and rules.elision.match(text, place + 1):
            return 0
        if mark.closes:
            return self._straight(place, is_open=is_open)
        if is_open and mark.sort == "quotes" and not text[place + 1 : place + 2].strip():
            return -1  # an opening mark was typed for a closing one: “We sail.“
        return 1

    def _reversed(self, place: int, kind: int) -> int:
        """Return 1 if a closing mark was typed for an opening one: ”We sail,” she said."""
        text, rules = self.text, self.rules
        if text[place] in rules.apostrophes or not text[place + 1 : place + 2].isalnum():
            return 0
        if place and text[place - 1].isalnum():
            return 0
        following = rules.kin[kind].search(text, place + 1)
        return int(following is not None and following[0] == text[place])

    def _straight(self, place: int, *, is_open: bool) -> int:
        """Tell by its neighbours whether a straight quotation mark opens or closes."""
        text, marks = self.text, self.rules.marks
        before = text[place - 1] if place else " "
        behind = text[place + 1] if place + 1 < len(text) else " "
        left, right = marks.get(before), marks.get(behind)
        just_opened = bool(self.opened) and self.opened[-1].place == place - 1
        opens = before.isspace() or before in "-–—>" or just_opened
        opens = opens or (left is not None and left.opens and not left.closes)
        closes = behind.isspace() or behind in self.rules.stops + ",;:<"
        closes = closes or (right is not None and right.closes and not (opens and right.opens))
        if opens != closes:
            return 1 if opens else -is_open
        if is_open:
            return -1
        return 0 if text[place] in self.rules.apostrophes and before.isascii() else 1
