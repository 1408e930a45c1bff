"""What reading finds first: a number or a word, with the words beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tongsa.model import Bound

if TYPE_CHECKING:
    from tongsa.model import Span
    from tongsa.quantity.lexicon import Phrase, Sense
    from tongsa.quantity.numeral import Numeral


@dataclass(slots=True)
class Token:
    """A number, or a word that is a part of a figure, with what stands beside it."""

    shape: str
    """``number``, ``phrase``, or one that needs a closer look, such as ``clock``."""
    start: int
    end: int
    numeral: Numeral | None = None
    phrase: Phrase | None = None
    sense: Sense | None = None
    """What the word behind it makes of it."""
    lead: Sense | None = None
    """What the word before it makes of it."""
    clock: str = ""
    """``am``, ``pm``, ``night`` or ``midday``."""
    bound: Bound = Bound.EXACT
    bounded: Span = (0, 0)
    """Where the words of its bound stand."""
    denied: Bound = Bound.EXACT
    """The bound that a negation turns round."""
    minus: bool = False
    half: bool = False
    """Whether a half is added to its unit."""
    begin: int = 0
    """Where its currency or sign begins."""
    stop: int = 0
    """Where its unit ends."""
    proved: bool = True
    """Whether it is a number without a counter behind it."""

    @property
    def role(self) -> str:
        """What the word behind it is; empty where there is none."""
        return self.sense.role if self.sense else ""

    @property
    def shown(self) -> int:
        """Where a figure ends that ends with it: before what it counts."""
        return self.end if self.role == "count" else self.stop
