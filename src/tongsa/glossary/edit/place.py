"""Find a concept in its file's text, and say which stretches to write anew for what is changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tongsa.errors import GlossaryError
from tongsa.glossary.edit import render

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.glossary.edit.layout import Statement
    from tongsa.glossary.edit.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Splice:
    """A stretch of a text, and what is to stand in its place."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a concept stands."""

    source: Source
    id: str
    statements: Sequence[Statement]
    """Those of the concept, in order; at least one."""

    def value(self, key: str) -> str | None:
        """Return a key's value as it is written; None where it is absent."""
        found = self._statement(key)
        return self.source.text[found.value : found.end] if found else None

    def head(self, key: str) -> str:
        """Return what stands before a key's value on its line, or would if it were written."""
        found = self._statement(key)
        if found:
            return self.source.text[found.line : found.value]
        return f"{self._prefix()}{render.name(key)} = "

    def splices(self, values: Mapping[str, str | None]) -> Iterator[Splice]:
        """Yield what gives keys their new values, as they are to be written; None takes one out."""
        new: dict[int, list[str]] = {}
        for key in sorted(values, key=render.rank):
            value, found = values[key], self._statement(key)
            if found and value is None:
                yield Splice(start=found.line, end=found.after, text="")
            elif found:
                yield Splice(start=found.value, end=found.end, text=value or "")
            elif value is not None:
                new.setdefault(self._room(key), []).append(f"{self.head(key)}{value}")
        for at, lines in new.items():
            yield Splice(start=at, end=at, text=self._inserted(at, lines))

    def _inserted(self, at: int, lines: Sequence[str]) -> str:
        """Return new lines for a place between two lines, or at a last one that does not end."""
        newline, text = self.source.newline, self.source.text
        if not self._header and not self._home:
            lines = [f"[{render.name(self.id)}]", *lines, ""]
        if at == len(text) and not text.endswith("\n"):
            return "".join(f"{newline}{line}" for line in lines)
        return "".join(f"{line}{newline}" for line in lines)

    def _room(self, key: str) -> int:
        """Return where a new key's line goes: behind the last key that it comes after."""
        earlier = [it for it in self._home if render.rank(it.path[1]) < render.rank(key)]
        if earlier:
            return earlier[-1].after
        if self._header:
            return self._header.after
        return (self._home or self.statements)[0].line

    def _prefix(self) -> str:
        """Return what stands before the concept's keys: white space, or its own id and a dot."""
        first = self._home[0] if self._home else self._header
        if first is None:
            return ""
        line = self.source.text[first.line : first.start]
        return line if self._header else f"{line}{render.name(self.id)}."

    @property
    def _header(self) -> Statement | None:
        headers = (it for it in self.statements if it.table is None and it.path == (self.id,))
        return next(headers, None)

    @property
    def _home(self) -> list[Statement]:
        """The concept's keys that stand in no table within it."""
        return [it for it in self.statements if it.table in {(), (self.id,)}]

    def _statement(self, key: str) -> Statement | None:
        """Return the statement of a key; GlossaryError where it is no single, plain one."""
        found = [it for it in self.statements if it.path[1:2] == (key,)]
        whole = next((it for it in self.statements if it.table == () and len(it.path) == 1), None)
        if whole:
            mend = f"write it as a table: [{render.name(self.id)}]"
            raise self._error(whole, f'"{self.id}" stands on one line', mend)
        if not found:
            return None
        if len(found) > 1 or found[0].table is None or len(found[0].path) != 2:  # noqa: PLR2004
            mend = f"write it as one value: {render.name(key)} = …"
            raise self._error(found[0], f'"{key}" stands in a table of its own', mend)
        return found[0]

    def _error(self, at: Statement, message: str, mend: str) -> GlossaryError:
        line = self.source.text.count("\n", 0, at.start) + 1
        return GlossaryError(message, file=self.source.file, line=line, mend=mend)
