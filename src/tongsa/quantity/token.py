"""What reading finds first: a number or a word, with the words beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.model import Bound

if TYPE_CHECKING:
    from tongsa.model import Span
    from tongsa.quantity.lexicon import Phrase, Sense
    from tongsa.quantity.numeral import Numeral


class Token:  # no dataclass: thousands are made in a moment, and few have more than a numeral
    """A number, or a word that is a part of a figure, with what stands beside it."""

    numeral: Numeral | None = None
    phrase: Phrase | None = None
    bound: Bound = Bound.EXACT
    proved: bool = True
    """Whether it is a number without a counter behind it."""
    sense: Sense | None = None
    """What the word behind it makes of it."""
    role: str = ""
    """What that word is; empty where there is none."""
    lead: Sense | None = None
    """What the word before it makes of it."""
    clock: str = ""
    """``am``, ``pm``, ``night`` or ``midday``."""
    bounded: Span = (0, 0)
    """Where the words of its bound stand."""
    denied: Bound = Bound.EXACT
    """The bound that a negation turns round."""
    minus: bool = False
    half: bool = False
    """Whether a half is added to its unit."""

    def __init__(self, shape: str, start: int, end: int) -> None:
        """Keep a number or a word; nothing beside it is known yet."""
        self.shape = shape
        """``number``, ``phrase``, or one that needs a closer look, such as ``clock``."""
        self.start = start
        self.end = end
        self.begin = start
        """Where its currency or sign begins."""
        self.stop = end
        """Where its unit ends."""

    def mean(self, sense: Sense, stop: int) -> None:
        """Note what the word behind it makes of it, and where that word ends."""
        self.sense = sense
        self.role = sense.role
        self.stop = stop

    @property
    def shown(self) -> int:
        """Where a figure ends that ends with it: before what it counts."""
        return self.end if self.role == "count" else self.stop
