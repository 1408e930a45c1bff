"""What a check is: a declaration, and a pure function that looks at one unit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from tongsa.model import State
from tongsa.patterns import late

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Hashable, Sequence

    from tongsa.glossary.usage import Usage
    from tongsa.model import Concept, Severity, Span, TranslationUnit

ALL_STATES = frozenset(State)
"""For checks that speak of sources, which are there before any translation."""

Value = TypeVar("Value")

_BLANK = late(r"\{(\w+)\}")
"""``{form}``"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What a check found in a unit."""

    source_spans: tuple[Span, ...] = ()
    target_spans: tuple[Span, ...] = ()
    blanks: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """What fills the blanks of the check's message."""
    fix: str | None = None
    """The whole new target, where one is safe."""


@dataclass(frozen=True)  # no slots: what checks work out once an article is kept
class Context:
    """What a check may know beside the unit: its article in this edition."""

    language: str
    """The edition's, tongsa's code."""
    units: Sequence[TranslationUnit]
    """All units of the article, in order."""
    usage: Usage
    """The glossary's terms in them; of targets only those that are translated."""
    date: dt.date | None = None
    """The article's, where it is known."""
    _kept: dict[object, Any] = field(default_factory=dict)  # Any: each check's own

    def once(self, key: object, make: Callable[[], Value]) -> Value:
        """Return what ``make`` gives, asked but once for each key in an article."""
        if key not in self._kept:
            self._kept[key] = make()
        value: Value = self._kept[key]
        return value


Look = Callable[["TranslationUnit", Context], Iterable[Hit]]
"""A check's function: pure, of one unit and its context."""
Sieve = Callable[["TranslationUnit", Context], bool]
"""Whether there may be anything in a unit; asked once for all checks that share it."""


@dataclass(frozen=True, slots=True)
class Sifted:
    """A check's function that need not see the units which a sieve holds back."""

    sieve: Sieve
    look: Look

    def __call__(self, unit: TranslationUnit, context: Context) -> Iterable[Hit]:
        """Return what is wrong in a unit."""
        return self.look(unit, context)


class Told(NamedTuple):
    """A source with a translation, and where it stands."""

    source: str
    target: str
    place: Hashable
    use: Hashable = ""
    """In what use: the same words are translated otherwise in a headline, say."""


LookAcross = Callable[[Iterable[Told]], Iterable[tuple[Told, Told]]]
"""A check's function over the articles of a language: which translation is amiss beside which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A translation that a check must find something in, or must not."""

    language: str
    unit: TranslationUnit
    before: tuple[TranslationUnit, ...] = ()
    """Units that stand before it: in its article, or in another where a check compares articles."""
    hit: Hit | None = None
    """The spans that must be found, and the fix if the example tells one; None if nothing may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a check's declaration shows of it."""

    examples: tuple[Example, ...] = ()
    sample: tuple[Concept, ...] = ()
    """The concepts that the examples go by."""


@dataclass(frozen=True, kw_only=True)  # no slots: its examples are read once
class Check:
    """One check, as its file declares it."""

    code: str
    """Permanent: capitals and digits, such as ``T102``."""
    name: str
    """Words joined by hyphens, such as ``forbidden-term``."""
    severity: Severity
    message: str
    """One line, with blanks in braces that a hit fills."""
    why: str
    mend: str
    languages: tuple[str, ...] = ()
    """The editions it looks at; none: every one."""
    states: frozenset[State] = frozenset({State.TRANSLATED})
    """Which units it looks at, by how far their translation is."""
    once: bool = False
    """Whether it speaks of the source, so that one edition's finding serves all."""
    look: Look | None = None
    """None for what the checking itself reports, such as an ignore that ignores nothing."""
    look_across: LookAcross | None = None
    """In place of ``look`` for a check that compares articles."""
    file: str = ""
    """Where it is declared, as errors write it."""
    evidence: Callable[[], Evidence] = Evidence
    """Reads its examples: a check is run without them, so they are read when asked for."""

    @property
    def examples(self) -> tuple[Example, ...]:
        """Translations in which it must find something, or must not."""
        return self._shown.examples

    @property
    def sample(self) -> tuple[Concept, ...]:
        """The concepts that its examples go by."""
        return self._shown.sample

    @cached_property
    def _shown(self) -> Evidence:
        return self.evidence()

    def looks_at(self, language: str) -> bool:
        """Whether it looks at an edition."""
        family = language.partition("_")[0]
        return (
            not self.languages
            or language in self.languages
            or (
                language == family and any(code.startswith(f"{family}_") for code in self.languages)
            )
        )

    def is_called(self, word: str) -> bool:
        """Whether a word is its code or its name."""
        return word in {self.code, self.name}

    def say(self, blanks: Mapping[str, str]) -> str:
        """Return the message with its blanks filled; what is not known stays as it is."""
        return _BLANK.sub(lambda found: blanks.get(found[1], found[0]), self.message)

    @cached_property
    def blanks(self) -> frozenset[str]:
        """The names of the message's blanks."""
        return frozenset(_BLANK.findall(self.message))
