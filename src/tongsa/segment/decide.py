"""Decide whether a stop ends its sentence, by what stands before and behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tongsa.segment.abbreviation import ends_at_word

if TYPE_CHECKING:
    from tongsa.segment.rules import Rules

_WINDOW = 240  # code points in which an attribution is looked for


class Closed(NamedTuple):
    """A quotation or bracket that closed right behind a stop."""

    sort: str
    place: int
    """Of its opening mark."""
    leads: bool
    """Whether its sentence begins with it."""


class Stop(NamedTuple):
    """One or more stops in a row, and where things stand around them."""

    begin: int
    """Of the sentence."""
    start: int
    end: int
    shut: int
    """Past what trails the stops: closing marks, perhaps more stops."""
    after: int
    """Past the white space behind that; not the end of the text."""
    closed: Closed | None
    """The outermost quotation or bracket that closed behind the stops."""
    within: bool
    """Whether a quotation or bracket is still open."""


def ends_sentence(rules: Rules, text: str, stop: Stop) -> bool:
    """Return whether the sentence ends behind the stop."""
    sign = text[stop.start]
    if stop.after == stop.shut and not (
        sign in rules.wide or rules.unspaced.match(text, stop.start)
    ):
        return False
    first = _first_letter(rules, text, stop.after)
    if first < 0 or (text[first].islower() and not _may_begin_small(rules, text, stop, first)):
        return False
    if stop.closed and text[stop.shut - 1] not in rules.stops:
        if _goes_on_after_mark(rules, text, stop, stop.closed):
            return False
    elif sign in ".…⋯" and _hesitates(rules, text, stop):
        return False
    if stop.end > stop.start + 1 or sign not in ".!！":
        return True
    return ends_at_word(rules, text, stop.begin, stop.start, first)


def _first_letter(rules: Rules, text: str, after: int) -> int:
    """Return where the letter or digit is that the text goes on with; -1 if it does not."""
    if text[after].isalnum():
        return after
    lead = rules.lead.match(text, after)
    return lead.end() - 1 if lead else -1


def _may_begin_small(rules: Rules, text: str, stop: Stop, first: int) -> bool:
    """Return whether a small letter may begin a sentence here."""
    if rules.small.match(text, first) or text[first - 1] in "#@":
        return True
    return not rules.cased and not text[stop.start - 1].isascii()


def _goes_on_after_mark(rules: Rules, text: str, stop: Stop, closed: Closed) -> bool:
    """Return whether the sentence goes on after a quotation, bracket or title that has stops."""
    sign = text[stop.end - 1]
    if closed.sort != "quotes":
        return closed.sort == "titles" or (not closed.leads and sign in "?!？！…")
    return bool(
        text[stop.after] in "-―"
        or rules.continues.match(text, stop.after)
        or (sign in "?!？！" and rules.embedded.match(text, closed.place))
        or (
            sign in rules.attributed
            and rules.attribution.match(text, stop.after, stop.after + _WINDOW)
        )
    )


def _hesitates(rules: Rules, text: str, stop: Stop) -> bool:
    """Return whether an ellipsis is a pause where no capital can tell: 글쎄… 모르겠다."""
    if rules.cased or (text[stop.start] == "." and stop.end == stop.start + 1):
        return False
    return stop.within or rules.hesitation.fullmatch(text, stop.begin, stop.start) is not None
