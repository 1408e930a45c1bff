"""Turn a PO file's bytes into text, in the character set that its header names."""

from __future__ import annotations

import re

from tongsa.errors import CatalogError

_DEFAULT = "utf-8"
_PLACEHOLDER = "CHARSET"
# The header's msgid, then "Content-Type: text/plain; charset=EUC-KR\n" in its msgstr.
_HEADER = re.compile(
    rb'^[ \t]*msgid\s*""\s*(?:""\s*)*+msgstr((?:\s*+"(?:[^"\\\n]|\\.)*+")++)', re.MULTILINE
)
_CHARSET = re.compile(rb"charset=([^\s\\;]+)")
_ASCII = bytes(range(32, 127))


def named(data: bytes) -> str:
    """Return the character set that the header names; UTF-8 where none is named."""
    header = _HEADER.search(data)
    strings = re.sub(rb'"\s*"', b"", header[1]) if header else b""
    charset = _CHARSET.search(strings)
    name = charset[1].decode("ascii", "replace") if charset else _DEFAULT
    return _DEFAULT if name == _PLACEHOLDER else name


def check(charset: str, path: str) -> None:
    """Raise CatalogError where no text can be read in the character set."""
    try:
        fits = _ASCII.decode(charset) == _ASCII.decode("ascii")
    except (LookupError, UnicodeError):
        fits = False
    if not fits:
        raise CatalogError(
            f'its header names the character set "{charset}", which cannot be read',
            file=path,
            mend="convert the file to UTF-8 with msgconv, and name UTF-8 in its header",
        )


def decode(data: bytes, charset: str, path: str) -> str:
    """Return the text; raise CatalogError, with line and byte, where a byte does not fit."""
    try:
        return data.decode(charset)
    except UnicodeDecodeError as error:
        at = error.start
        raise CatalogError(
            f"the byte 0x{data[at]:02X} is no {charset}, which the header names"
            if _HEADER.search(data)
            else f"the byte 0x{data[at]:02X} is no UTF-8, and no header names another charset",
            file=path,
            line=data.count(b"\n", 0, at) + 1,
            column=at - data.rfind(b"\n", 0, at),
            mend="save the file in the character set its header names, UTF-8 at best",
        ) from error


def encode(text: str, charset: str, path: str) -> bytes:
    """Return the bytes; raise CatalogError, with the line, where the character set lacks one."""
    try:
        return text.encode(charset)
    except UnicodeEncodeError as error:
        at = error.start
        raise CatalogError(
            f"U+{ord(text[at]):04X} cannot be written in {charset}, which the header names",
            file=path,
            line=text.count("\n", 0, at) + 1,
            column=at - text.rfind("\n", 0, at),
            mend="convert the file to UTF-8: msgconv --to-code=UTF-8",
        ) from error
