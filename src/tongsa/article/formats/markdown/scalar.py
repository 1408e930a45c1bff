"""Read and write the one-line strings of a front matter, YAML's and TOML's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.model import Seam

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tongsa.article.formats import Encoder


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """A string value."""

    start: int
    end: int
    """The span that a translation replaces: inside of the quotes, as a rule."""
    text: str
    """The value: not blank, without control characters."""
    seams: tuple[Seam, ...]
    codec: str


# By the thousand, for (?>…) remembers every round until its end: "He said \"no\"", 'It''s on'.
_DOUBLE = re.compile(r'"((?>(?>(?:[^"\\]++|\\.){1,999})*))"')
_SINGLE = re.compile(r"'((?>(?>(?:[^']++|''){1,999})*))'")
_LITERAL = re.compile(r"'([^']*+)'")
_NO_ESCAPE = re.compile(r"(?!)")
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_REST = re.compile(r"[ \t]*(?:(?<=[ \t])#.*)?")
"""Behind a value: ``  # for the front page``."""

_QUOTED = MappingProxyType(
    {
        "yaml": (
            ("yaml-double", _DOUBLE, _ESCAPE),
            ("yaml-single", _SINGLE, re.compile(r"''")),
        ),
        "toml": (
            ("toml-basic", _DOUBLE, _ESCAPE),
            ("toml-literal", _LITERAL, _NO_ESCAPE),
        ),
    }
)
_MEANINGS = MappingProxyType({"''": "'", '\\"': '"', "\\\\": "\\", "\\/": "/", "\\_": "\xa0"})


def scalar(text: str, start: int, end: int, *, syntax: str) -> Scalar | None:
    """Return the string that a value is, written between such offsets; None if another thing."""
    for codec, quoted, escape in _QUOTED[syntax]:
        found = quoted.match(text, start, end)
        if found and _REST.fullmatch(text, found.end(), end):
            value = _decoded(text, found.start(1), found.end(1), escape, codec)
            return _whole(value, found) if value and codec == "toml-literal" else value
    return _plain(text, start, end) if syntax == "yaml" else None


def _decoded(text: str, start: int, end: int, escape: re.Pattern[str], codec: str) -> Scalar | None:
    raw = text[start:end]
    start += len(raw) - len(raw.lstrip())
    raw = raw.strip()
    parts: list[str] = []
    seams: list[Seam] = []
    length = at = 0
    for found in escape.finditer(raw):
        sign = _meaning(found[0])
        parts += raw[at : found.start()], sign
        length += found.start() - at + len(sign)
        at = found.end()
        seams.append(Seam(text=length, raw=start + at))
    value = "".join([*parts, raw[at:]])
    if not value.strip() or _CONTROL.search(value):
        return None
    return Scalar(start=start, end=start + len(raw), text=value, seams=tuple(seams), codec=codec)


def _meaning(escape: str) -> str:
    """Return what an escape stands for; a control character if it is one, or unknown."""
    digits = escape[2:]
    number = int(digits, 16) if digits else 0
    return _MEANINGS.get(escape) or chr(number if number <= _LAST else 0)


_LAST = 0x10FFFF


def _whole(value: Scalar, found: re.Match[str]) -> Scalar:
    """Let a span hold the quotes: what they hold cannot have an apostrophe, a translation may.

    So the value's first character stands where the quote opens, its end where the quote closes.
    """
    places = {1: value.start + 1, len(value.text): found.end()}
    return Scalar(
        start=found.start(),
        end=found.end(),
        text=value.text,
        seams=tuple(Seam(text=text, raw=raw) for text, raw in places.items()),
        codec=value.codec,
    )


_COMMENT = re.compile(r"[ \t]#")
_NOT_PLAIN = re.compile(r"[\"'\[\]{}>|*&!%#@`,?:\-~]|.*:(?:[ \t]|\Z)")
"""What a plain scalar of YAML cannot begin with, or hold."""


def _plain(text: str, start: int, end: int) -> Scalar | None:
    comment = _COMMENT.search(text, start, end)
    value = text[start : comment.start() if comment else end].strip()
    if not value or _NOT_PLAIN.match(value) or _CONTROL.search(value):
        return None
    return Scalar(start=start, end=start + len(value), text=value, seams=(), codec="yaml-plain")


_RESERVED = frozenset({"false", "n", "no", "null", "off", "on", "true", "y", "yes"})
"""Plain scalars that YAML 1.1 or 1.2 reads as something else than a string."""


def _yaml_plain(target: str, opening: bool) -> str:  # noqa: ARG001, FBT001 - an Encoder
    """Write a translation plainly where that is safe beyond doubt, else between quotes."""
    safe = (
        (target[:1].isalpha() or target[:1] in {"“", "‘", "「", "『", "《"})
        and target.isprintable()
        and target.lower() not in _RESERVED
        and not target.endswith(" ")
        and not _NOT_PLAIN.match(target)
        and not _COMMENT.search(target)
    )
    return target if safe else f'"{_double(target)}"'


def _yaml_single(target: str, opening: bool) -> str:  # noqa: ARG001, FBT001 - an Encoder
    """Double the apostrophes; these quotes cannot hold a control character: a space stands in."""
    return _CONTROL.sub(" ", target).replace("'", "''")


def _toml_literal(target: str, opening: bool) -> str:  # noqa: ARG001, FBT001 - an Encoder
    """Write the quotes too: others than the source's for what these cannot hold."""
    if "'" in target or _CONTROL.search(target):
        return f'"{_double(target)}"'
    return f"'{target}'"


def _double(target: str, opening: bool = True) -> str:  # noqa: ARG001, FBT001, FBT002 - an Encoder
    """Escape a translation for the double quotes of YAML and TOML alike."""
    escaped = target.replace("\\", "\\\\").replace('"', '\\"')
    return _CONTROL.sub(lambda found: _code(found[0]), escaped)


def _code(sign: str) -> str:
    """Escape a control character; a surrogate alone is none that a file could hold."""
    return f"\\u{ord(sign.encode(errors='replace').decode()):04x}"


ENCODERS: Mapping[str, Encoder] = MappingProxyType(
    {
        "yaml-plain": _yaml_plain,
        "yaml-single": _yaml_single,
        "yaml-double": _double,
        "toml-basic": _double,
        "toml-literal": _toml_literal,
    }
)
"""By codec; each takes a whole value."""
