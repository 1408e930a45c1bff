"""Turn a PO file's bytes into text, in the character set that its header names, and back."""

from __future__ import annotations

import codecs
import re

from tongsa.errors import CatalogError
from tongsa.patterns import late

DEFAULT = "utf-8"

_PLACEHOLDER = "charset"  # stands in a template that was never filled in
# The header's msgid, and its msgstr: "Content-Type: text/plain; charset=EUC-KR\n"
_HEADER = late(
    rb'^[ \t]*msgid\s*""\s*(?>(?:""\s*)*)msgstr((?>(?:\s*+"[^"\\\n]*+(?>(?:\\.[^"\\\n]*+)*)")+))',
    re.MULTILINE,
)
_SEAM = late(rb'"\s*"')
_CHARSET = late(rb"charset=([^\s\\;]+)")
_ASCII = bytes(range(0x20, 0x7F))
# Codecs of Python that are no character sets, though they take ASCII.
_NO_CHARSETS = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape"})
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read(data: bytes, path: str) -> tuple[str, bytes, str]:
    """Return a file's character set, its byte order mark, and its text.

    Raise CatalogError, with the line, where the bytes are no text in that character set.
    """
    if b"\0" in data:
        wide = data.startswith(_WIDE_MARKS)
        raise CatalogError(
            "the file is in UTF-16" if wide else "a byte here is zero, so this is no text",
            file=path,
            line=None if wide else data.count(b"\n", 0, data.index(b"\0")) + 1,
            mend="save it as UTF-8" if wide else "restore the file",
        )
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    charset = _named(data)
    _check(charset, path)
    try:
        text = data[len(mark) :].decode(charset)
    except UnicodeDecodeError as error:
        at = error.start + len(mark)
        raise CatalogError(
            f"the byte 0x{data[at]:02X} does not fit the character set {charset.upper()}",
            file=path,
            line=data.count(b"\n", 0, at) + 1,
            column=at - data.rfind(b"\n", 0, at),
            mend="save the file in that character set, or name the right one in its header",
        ) from error
    if "\r" in text and "\n" not in text:
        # To gettext all of it would be one line, and a comment at its top would hide the rest.
        raise CatalogError(
            "the lines end as on a Macintosh of old", file=path, line=1, mend="save it with LF"
        )
    return charset, mark, text


def encode(text: str, charset: str, path: str) -> bytes:
    """Return the bytes; raise CatalogError, with the line, for what the character set lacks."""
    try:
        return text.encode(charset)
    except UnicodeEncodeError as error:
        at = error.start
        raise CatalogError(
            f"U+{ord(text[at]):04X} is not in the file's character set {charset.upper()}",
            file=path,
            line=text.count("\n", 0, at) + 1,
            column=at - text.rfind("\n", 0, at),
            mend="convert the file: msgconv --to-code=UTF-8",
        ) from error


def _named(data: bytes) -> str:
    """Return the character set that the header names; UTF-8 where it names none."""
    header = _HEADER.search(data)
    found = _CHARSET.search(_SEAM.sub(b"", header[1])) if header else None
    name = found[1].decode("ascii", "replace").lower() if found else DEFAULT
    return DEFAULT if name in {_PLACEHOLDER, "utf8"} else name


def _check(charset: str, path: str) -> None:
    """Raise CatalogError where a file can't be read in the character set."""
    try:
        known = codecs.lookup(charset).name not in _NO_CHARSETS
        if known and _ASCII.decode(charset) == _ASCII.decode("ascii"):
            return
    except (LookupError, UnicodeError):
        pass
    raise CatalogError(
        f'the character set "{charset}" that the header names cannot be read',
        file=path,
        mend="convert the file with msgconv --to-code=UTF-8",
    )
