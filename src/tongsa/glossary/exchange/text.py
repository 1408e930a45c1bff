"""Decode a text file that a stranger made."""

from __future__ import annotations

import codecs
import re

from tongsa.errors import GlossaryError

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")  # matches BEL; not a tab or the end of a line
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes, file: str) -> str:
    """Return the text of UTF-8, with or without its mark, or of UTF-16 with its mark."""
    if not data.strip():
        raise GlossaryError("the file is empty", file=file, mend="export the glossary again")
    encoding = "utf-16" if data.startswith(_WIDE) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"the byte 0x{data[error.start]:02X} is not {encoding.removesuffix('-sig')}"
        raise GlossaryError(message, file=file, line=line, mend="save it as UTF-8") from error
    if found := _CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        message = f"a character here is U+{ord(found[0]):04X}, so this is no text"
        raise GlossaryError(message, file=file, line=line, mend="save it as UTF-8")
    return text
