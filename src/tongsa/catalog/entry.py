"""Hold one entry of a PO file as it stands there, and read its fields when they are asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from tongsa.catalog.grammar import FIELD, LIVE, OBSOLETE, PIECE, STRING, decode
from tongsa.errors import CatalogError
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

FieldName = Literal["context", "source", "plural_source", "target"]

_KEYWORDS = MappingProxyType(
    {
        "context": "msgctxt",
        "source": "msgid",
        "plural_source": "msgid_plural",
        "target": "msgstr",
    }
)
# A comment of any kind, such as "#. role: deck" or "#: seeds/rain.txt:3".
_COMMENT = late(
    r"^[ \t\r\f\v]*(?:#~[ \t\r\f\v]*)?#(?![|~])([.:,!=]?) ?([^\n]*)",
    re.MULTILINE,
)
_NOTHING: Mapping[str, str] = MappingProxyType({})
_PREVIOUS = late(r"^[ \t\r\f\v]*#~?\|([^\n]*)", re.MULTILINE)
_FLAG = late(r"range:\s*\d+\.\.\d+|[^\s,]+")
# GNU gettext puts a name that holds spaces between U+2068 and U+2069.
_REFERENCE = late("\u2068[^\u2068\u2069\n]*\u2069\\S*|\\S+", re.ASCII)
_ISOLATES = MappingProxyType({0x2068: None, 0x2069: None})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One message of a catalog with its comments: the text as it stands, cut but not changed."""

    text: str
    """From its first comment or keyword through the line end behind its last string."""
    line: int
    """1-based line in the file at which ``text`` begins; 0 for an entry written since."""
    gap: str | None
    """The blank lines before it; None: none at the top of a file, else one."""
    obsolete: bool
    """Whether its lines begin with ``#~``."""
    context: str | None
    """``msgctxt``; with ``source`` the entry's identity."""
    source: str
    """``msgid``."""
    body: int
    """Where in ``text`` the comments end and the line of the first keyword begins."""
    answer: int
    """Where in ``text`` the keyword behind the msgid stands: ``msgid_plural`` or ``msgstr``."""

    @property
    def identity(self) -> tuple[str | None, str]:
        """Context and source, which no two entries in use share."""
        return (self.context, self.source)

    @property
    def is_header(self) -> bool:
        """Whether its target is the catalog's header."""
        return not self.source and self.context is None

    @property
    def target(self) -> str:
        """``msgstr``, or ``msgstr[0]``."""
        return self.targets[0]

    @property
    def targets(self) -> tuple[str, ...]:
        """``msgstr`` alone, or every ``msgstr[n]`` in order; at least one."""
        if self.text.startswith("msgstr ", self.answer):
            return (decode(self.text[self.answer + 7 :].strip()),)
        return tuple(decode(field["strings"]) for field in self._fields("target"))

    @property
    def plural_source(self) -> str | None:
        """``msgid_plural``."""
        if not self.text.startswith("msgid_plural", self.answer):
            return None
        return decode(next(self._fields("plural_source"))["strings"])

    @property
    def notes(self) -> Mapping[str, Sequence[str]]:
        """All its comment lines, by the mark behind ``#``; the translators' own have none."""
        found: dict[str, list[str]] = {}
        for mark, text in _COMMENT.findall(self.text, 0, self.body) if self.body else ():
            found.setdefault(mark, []).append(text.removesuffix("\r"))
        return found

    @property
    def comments(self) -> tuple[str, ...]:
        """The translators' own lines, without the ``# `` before them."""
        return tuple(self.notes.get("", ()))

    @property
    def extracted(self) -> tuple[str, ...]:
        """The lines behind ``#. ``, written for the translator by a program."""
        return tuple(self.notes.get(".", ()))

    @property
    def references(self) -> tuple[str, ...]:
        """What stands behind ``#:``, such as ``seeds/rain.txt:3``; a name may hold spaces."""
        return references_in(self.notes)

    @property
    def flags(self) -> tuple[str, ...]:
        """What stands behind ``#,`` and ``#=``, such as ``fuzzy``, in this order."""
        return flags_in(self.notes)

    @property
    def fuzzy(self) -> bool:
        """Whether somebody has to look at the target before it is used."""
        return "fuzzy" in self.text[: self.body] and "fuzzy" in self.flags

    @property
    def previous_context(self) -> str | None:
        """``#| msgctxt``: the context that a fuzzy target was written for."""
        return self.previous.get("msgctxt")

    @property
    def previous_source(self) -> str | None:
        """``#| msgid``: the source that a fuzzy target was written for."""
        return self.previous.get("msgid")

    @property
    def previous_plural_source(self) -> str | None:
        """``#| msgid_plural``."""
        return self.previous.get("msgid_plural")

    @property
    def previous(self) -> Mapping[str, str]:
        """What stands behind ``#|``, by keyword."""
        head = self.text[: self.body]
        if "|" not in head:
            return _NOTHING
        fields = FIELD.finditer("\n".join(_PREVIOUS.findall(head)))
        return {field["name"]: decode(field["strings"]) for field in fields}

    def locate(self, field: FieldName, position: int, index: int = 0) -> tuple[int, int]:
        """Return the 1-based line and column in the file of a code point of a field.

        ``position`` may be the field's length: the closing quote then. ``index`` is the plural
        form of a target. Raise LookupError where there is no such field.
        """
        found = list(self._fields(field))[index]
        offset = start = found.start("strings")
        for string in STRING.finditer(self.text, start, found.end("strings")):
            offset = string.end() - 1
            for piece in PIECE.finditer(self.text, string.start() + 1, offset):
                length = len(decode(f'"{piece[0]}"'))
                if position < length:
                    step = 0 if piece[0][0] == "\\" else position
                    return self._place(piece.start() + step)
                position -= length
        return self._place(offset)

    def _place(self, offset: int) -> tuple[int, int]:
        line = self.line + self.text.count("\n", 0, offset)
        return line, offset - self.text.rfind("\n", 0, offset)

    def _fields(self, field: FieldName) -> Iterator[re.Match[str]]:
        """Yield the matches of the field's keyword."""
        start = self.body if field in {"context", "source"} else self.answer
        for match in FIELD.finditer(self.text, start):
            if match["name"] == _KEYWORDS[field]:
                yield match


def references_in(notes: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return the references among an entry's comment lines."""
    text = "\n".join(notes.get(":", ()))
    found = _REFERENCE.findall(text)
    return tuple([name.translate(_ISOLATES) for name in found] if "\u2068" in text else found)


def flags_in(notes: Mapping[str, Sequence[str]], marks: str = ",!=") -> tuple[str, ...]:
    """Return the flags among an entry's comment lines; gettext reads ``#!`` as it does ``#,``."""
    if notes.keys().isdisjoint(marks):
        return ()
    lines = [line for mark in marks for line in notes.get(mark, ())]
    return tuple(_FLAG.findall("\n".join(lines)))


def cut(text: str, at: int = 0, line: int = 0) -> tuple[Entry, int] | None:
    """Return the entry that begins at ``at``, and where it ends; None if none begins there.

    ``line`` is the 1-based line of ``at``.
    """
    live = LIVE.match(text, at)
    match = live or OBSOLETE.match(text, at)
    if not match:
        return None
    gap, context, source = match.group("gap", "context", "source")
    (start, body), end = match.span("head"), match.end()
    entry = Entry(
        text=text[start:end],
        line=line + gap.count("\n"),
        gap=gap if start else None,
        obsolete=live is None,
        context=None if context is None else decode(context),
        source=decode(source),
        body=body - start,
        answer=match.start("target") - start,
    )
    return entry, end


def read(text: str) -> Entry:
    """Return the entry that a text is, of no place yet; raise CatalogError if it is none."""
    found = cut(text)
    if found is None or found[1] != len(text):
        raise CatalogError(f"this is no entry of a PO file: {text[:80]!r}")
    return found[0]
