"""Read the tables of a TOML file that people write, and say where in it what is wrong."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from tongsa.errors import SettingsError
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tongsa.errors import TongsaError

_TABLE = late(r"^\s*\[{1,2}\s*([^\[\]]+?)\s*\]{1,2}\s*(?:#.*)?$")
"""``[tool.tongsa.folders]``, ``[[checks.ignore]]``"""
_KEY = late(r"""^\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
"""``targets =``, ``folders.seeds =``, ``"my article" =``"""
_AT_LINE = late(r"\(at line (\d+), column (\d+)\)")
"""``(at line 3, column 9)`` at the end of tomllib's messages"""
_PART = late(r"""[\w-]+|"[^"]*"|'[^']*'""")
"""``seeds`` and ``"my article"`` of ``seeds."my article"``"""
_MEMBER = late(r'\s*[{,]?\s*"([^"]*)"\s*:')
"""``"targets": [`` in JSON"""


@dataclass(frozen=True, slots=True)
class Spot:
    """A table of a file, and where it stands, for errors that name file and line."""

    file: str
    text: str
    path: tuple[str, ...]
    fault: type[TongsaError] = SettingsError
    """What is raised where the table is wrong."""

    def error(self, key: str, message: str, mend: str | None = None) -> TongsaError:
        """Return an error that names the line of a key in this table, or of the table."""
        return self.fault(message, file=self.file, line=self.line(key), mend=mend)

    def error_at(self, key: str, word: str, message: str, mend: str | None = None) -> TongsaError:
        """Return an error that names the line where a word stands in a key's value."""
        start = self.line(key) or 1
        lines = self.text.splitlines()
        found = (at for at, line in enumerate(lines[start - 1 :], start) if word in line)
        return self.fault(message, file=self.file, line=next(found, start), mend=mend)

    def line(self, key: str) -> int | None:
        """Return the 1-based line of a key in this table, or of the table; None if unknown."""
        path = (*self.path, key)
        lines = (_line_of(self.text, path[:depth]) for depth in range(len(path), 0, -1))
        return next((line for line in lines if line), None)

    def below(self, key: str) -> Spot:
        """Return the spot of a table in this one."""
        return Spot(self.file, self.text, (*self.path, key), self.fault)

    def nth(self, key: str, number: int) -> Spot:
        """Return a spot that finds the 0-based nth table of a list, ``[[key]]``, before others."""
        starts = [line for path, line in headers(self.text) if path == (*self.path, key)]
        if number >= len(starts):
            return self
        lines = self.text.splitlines()[starts[number] - 1 :]
        return replace(self, text="\n" * (starts[number] - 1) + "\n".join(lines))


def parse(text: str, *, file: str, fault: type[TongsaError] = SettingsError) -> dict[str, Any]:
    """Return the tables of a TOML text; raise ``fault``, with file and line, if it is none."""
    import tomllib  # noqa: PLC0415 (not needed where nothing is read)

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _AT_LINE.search(str(error))
        raise fault(
            f"this is no valid TOML: {_AT_LINE.sub('', str(error)).strip().lower()}",
            file=file,
            line=int(place[1]) if place else None,
            column=int(place[2]) if place else None,
        ) from error
    except (ValueError, RecursionError) as error:  # a figure of 5,000 digits, 10,000 brackets
        raise fault("this TOML is nested too deep or too large to read", file=file) from error


def read(
    table: Mapping[str, Any],
    spot: Spot,
    readers: Mapping[str, Callable[[Any, str, Spot], Any]],  # Any: each reader has its own type
) -> dict[str, Any]:
    """Return a table's values, each read by its reader; raise at the first unknown key."""
    values = {}
    for key, value in table.items():
        if key not in readers:
            raise spot.error(key, f'unknown key "{key}"', nearest(key, readers))
        values[key] = readers[key](value, key, spot)
    return values


def nearest(key: str, known: Mapping[str, object]) -> str:
    """Say which known key is meant by an unknown one."""
    import difflib  # noqa: PLC0415 (for mistakes alone)

    near = difflib.get_close_matches(key, known, n=1, cutoff=0.0)
    return f'the nearest known key is "{near[0]}"'


def text(value: object, key: str, spot: Spot) -> str:
    """Read a text of one line."""
    if not isinstance(value, str) or any(ord(sign) < ord(" ") for sign in value):
        raise spot.error(key, f'"{key}" must be a text on one line')
    return value


def texts(value: object, key: str, spot: Spot) -> tuple[str, ...]:
    """Read a list of texts."""
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        raise spot.error(key, f'"{key}" must be a list of texts', f'write {key} = ["…", "…"]')
    return tuple(value)


def flag(value: object, key: str, spot: Spot) -> bool:
    """Read true or false."""
    if not isinstance(value, bool):
        raise spot.error(key, f'"{key}" is {value!r}', f"write {key} = true or {key} = false")
    return value


def one_of(*choices: str) -> Callable[[object, str, Spot], str]:
    """Return a reader of one of these words."""

    def reader(value: object, key: str, spot: Spot) -> str:
        if value not in choices:
            raise spot.error_at(key, str(value), f'"{key}" is {value!r}', f"use {either(choices)}")
        return str(value)

    return reader


def either(choices: tuple[str, ...]) -> str:
    """Return words as a sentence lists them: ``a, b or c``."""
    *most, last = choices
    return f"{', '.join(most)} or {last}" if most else last


def table(value: object, key: str, spot: Spot) -> Mapping[str, Any]:
    """Read a table."""
    if not isinstance(value, dict):
        raise spot.error(key, f'"{key}" must be a table', f"write [{'.'.join((*spot.path, key))}]")
    return value


def headers(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield each table's path with the 1-based line of its header, in order."""
    for number, line in enumerate(text.splitlines(), 1):
        if found := _TABLE.match(line):
            yield _parts(found[1]), number


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
