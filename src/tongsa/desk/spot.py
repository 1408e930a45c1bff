"""Find where a key stands in a settings file, so that an error can name its line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tongsa.errors import SettingsError

_TABLE = re.compile(r"^\s*\[\s*([^\[\]]+?)\s*\]\s*(?:#.*)?$")
"""``[tool.tongsa.folders]``"""
_KEY = re.compile(
    r"""^\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*="""
)
"""``targets =``, ``folders.seeds =``, ``"my article" =``"""
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
"""``seeds`` and ``"my article"`` of ``seeds."my article"``"""
_MEMBER = re.compile(r'\s*[{,]?\s*"([^"]*)"\s*:')
"""``"targets": [`` in JSON"""


@dataclass(frozen=True, slots=True)
class Spot:
    """A table of the settings, and where it stands, for errors that name file and line."""

    file: str
    text: str
    path: tuple[str, ...]

    def error(self, key: str, message: str, mend: str | None = None) -> SettingsError:
        """Return an error that names the line of a key in this table, or of the table."""
        path = (*self.path, key)
        lines = (_line_of(self.text, path[:depth]) for depth in range(len(path), 0, -1))
        line = next((line for line in lines if line), None)
        return SettingsError(message, file=self.file, line=line, mend=mend)

    def below(self, key: str) -> Spot:
        """Return the spot of a table in this one."""
        return Spot(self.file, self.text, (*self.path, key))


def _line_of(text: str, path: tuple[str, ...]) -> int | None:
    """Return the 1-based line of a key's assignment or table header; None where it isn't plain."""
    table: tuple[str, ...] = ()
    header: int | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if found := _TABLE.match(line):
            table = _parts(found[1])
            if table[: len(path)] == path and header is None:
                header = number
        elif found := _KEY.match(line):
            if (*table, *_parts(found[1]))[: len(path)] == path:
                return number
        elif (found := _MEMBER.match(line)) and found[1] == path[-1]:
            return number
    return header


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))
