r"""Write a regular expression of ICU or Java in the syntax of Python's ``regex`` module.

Possessive quantifiers, ``\p{…}``, ``\h``, ``\R`` and sets within sets are the same there.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# \Q.\E, \x{2019}, \cA, \0101, or any other escaped character.
_ESCAPE = regex.compile(
    r"\\Q(?P<quoted>.*?)(?:\\E|\Z)|\\x\{(?P<hex>[0-9A-Fa-f]{1,6})\}|\\c(?P<control>[@-_a-z])"
    r"|\\0(?P<octal>[0-7]{1,3})|\\(?P<plain>.)",
    regex.DOTALL,
)
_LETTERS = MappingProxyType(
    {
        "e": r"\x1b",
        "v": r"[\n\x0b\f\r\x85\u2028\u2029]",
        "z": r"\Z",
        "Z": r"(?=\n?\Z)",
    }
)
_WRITE: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "quoted": regex.escape,
        "hex": lambda digits: f"\\U{int(digits, 16):08x}",
        "control": lambda letter: f"\\x{ord(letter.upper()) ^ 0x40:02x}",
        "octal": lambda digits: f"\\x{int(digits, 8) & 0xFF:02x}",
        "plain": lambda letter: _LETTERS.get(letter, f"\\{letter}"),
    }
)


def to_regex(pattern: str) -> str:
    r"""Return the pattern with the same meaning for ``regex``: ``\Qa.\E`` is ``a\.``."""
    return _ESCAPE.sub(
        lambda escape: _WRITE[kind := escape.lastgroup or "plain"](escape[kind]), pattern
    )
