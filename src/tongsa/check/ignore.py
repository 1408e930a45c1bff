"""Set findings aside: by a comment on a unit, by a desk's settings, by a list of known ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.catalog.entry import Entry
    from tongsa.model import Finding

_COMMENT = late(r"\s*#\s*tongsa\s*:\s*ignore\s+([\w-]+)\s*[:,–—-]?\s*(.*?)\s*")
"""``# tongsa: ignore T101 he says it in English``"""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitIgnore:
    """A translator's comment that sets a check aside on a unit."""

    check: str
    """Code or name."""
    reason: str
    line: int
    """1-based line of the comment in its file."""

    def covers(self, finding: Finding) -> bool:
        """Whether it is meant for a finding on its unit; without a reason it is for none."""
        return bool(self.reason) and self.check in {finding.code, finding.name}


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskIgnore:
    """An entry of a desk's settings that sets findings aside."""

    check: str
    """Code or name."""
    reason: str
    article: str = ""
    """Name of the one article that it is for; empty: every one."""
    language: str = ""
    """The one edition that it is for; empty: every one."""
    text: str = ""
    """Words that what was found must hold; empty: any."""
    line: int = 0
    """1-based line in the settings' file."""

    def covers(self, finding: Finding, article: str) -> bool:
        """Whether it is meant for a finding in an article."""
        return (
            self.check in {finding.code, finding.name}
            and self.article in {"", article}
            and self.language in {"", finding.language}
            and (not self.text or any(self.text in word for word in words(finding)))
        )


def on_unit(entry: Entry) -> tuple[UnitIgnore, ...]:
    """Return the ignores among a unit's comments."""
    if "ignore" not in entry.text[: entry.body]:
        return ()
    return tuple(_read(entry))


def _read(entry: Entry) -> Iterator[UnitIgnore]:
    for number, line in enumerate(entry.text[: entry.body].split("\n")):
        if found := _COMMENT.fullmatch(line):
            yield UnitIgnore(check=_named(found[1]), reason=found[2], line=entry.line + number)


def _named(word: str) -> str:
    """Return a code in capitals, however it was typed; a name as it is."""
    return word.upper() if word[-1:].isdigit() else word


def words(finding: Finding) -> tuple[str, ...]:
    """Return the words of a unit that a finding is about."""
    return (
        *(finding.source[slice(*span)] for span in finding.source_spans),
        *(finding.target[slice(*span)] for span in finding.target_spans),
    )
