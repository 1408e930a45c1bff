"""Read an article from bytes, and write an edition's text back into bytes."""

from __future__ import annotations

import codecs
import re
import unicodedata
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tongsa.article.formats import formats
from tongsa.article.signs import EDGE
from tongsa.errors import ArticleError
from tongsa.model import Article
from tongsa.shown import shown

if TYPE_CHECKING:
    from tongsa.article.formats import Format

MAX_BYTES = 32 * 2**20
"""The largest article that is read: 32 MiB, some forty times a long novel."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Codecs that Python calls text but that are no character set of any file; punycode is quadratic.
_NO_CHARSETS = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"})

_MAGIC = MappingProxyType(
    {
        b"%PDF-": "a PDF",
        b"PK\x03\x04": "a ZIP archive, as Word (.docx) and Hangul (.hwpx) write",
        b"PK\x05\x06": "an empty ZIP archive",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an OLE document, as old Word and Hangul (.hwp) write",
        b"{\\rtf": "a rich text document (RTF)",
        b"\x89PNG\r\n\x1a\n": "a PNG image",
        b"\xff\xd8\xff": "a JPEG image",
        b"GIF8": "a GIF image",
        b"RIFF": "a RIFF file, such as a WebP image",
        b"II*\x00": "a TIFF image",
        b"MM\x00*": "a TIFF image",
        b"\x1f\x8b": "a gzip archive",
        b"BZh": "a bzip2 archive",
        b"\xfd7zXZ\x00": "an xz archive",
        b"7z\xbc\xaf\x27\x1c": "a 7-Zip archive",
    }
)

# Control characters but tab and line ends (VT, FF and NEL are borne as characters), lone
# surrogates, and the bidi embeddings, overrides and isolates that can show a text in another order
# than it is stored (Trojan Source, CVE-2021-42574). U+200E, U+200F and U+061C stay allowed: they
# reorder no letters and stand in honest Arabic and Hebrew names.
FORBIDDEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Written(NamedTuple):
    """An edition as bytes."""

    data: bytes
    encoding: str
    """The article's own, or ``utf-8`` where that cannot hold the text."""


def read(data: bytes, *, name: str, path: str, suffix: str, encoding: str = "utf-8") -> Article:
    """Return the article whose mark and text, encoded again, are these very bytes.

    A byte order mark outranks ``encoding``. Raise ArticleError, with file and place, on anything
    that is not a text to print.
    """
    file = shown(path)
    form = _format(suffix, file)
    _refuse_bulk(data, file)
    mark, codec = _charset(data, encoding, file)
    text = _decode(data, mark, codec, file)
    _refuse_characters(text, file)
    reading = form.read(text)
    return Article(
        name=name,
        path=path,
        format=form.name,
        text=text,
        blocks=reading.blocks,
        encoding=codec,
        mark=mark,
        language_spans=reading.language_spans,
        charset_spans=reading.charset_spans,
    )


def article_bytes(article: Article, text: str) -> Written:
    """Encode an edition's text as its article was, mark included, or in UTF-8 where it must be.

    The second value tells which: where it is not ``article.encoding``, the text must name UTF-8 in
    its ``charset_spans``. Raise ArticleError where no encoding can hold it (a lone surrogate).
    """
    try:
        data = text.encode(article.encoding)
        if data.decode(article.encoding) == text:
            return Written(article.mark + data, article.encoding)
    except UnicodeError:
        pass
    try:
        return Written(text.encode("utf-8"), "utf-8")
    except UnicodeEncodeError as error:
        raise ArticleError(
            f"the edition's text holds {_code(text[error.start])}, which is no character",
            file=shown(article.path),
            mend="correct the translation that holds it",
        ) from error


def _format(suffix: str, file: str) -> Format:
    by_suffix = {known: form for form in formats().values() for known in form.suffixes}
    form = by_suffix.get(suffix.lower())
    if form is None:
        kind = f'the suffix "{shown(suffix)}"' if suffix else "a file without a suffix"
        raise ArticleError(
            f"no article format is known for {kind}",
            file=file,
            mend=f"use one of {', '.join(sorted(by_suffix))}",
        )
    return form


def _refuse_bulk(data: bytes, file: str) -> None:
    if len(data) > MAX_BYTES:
        raise ArticleError(
            f"it is larger than an article may be ({MAX_BYTES:,} bytes)",
            file=file,
            mend="split it",
        )
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            raise ArticleError(
                f"this is {kind}, not a text", file=file, mend="save its text as UTF-8"
            )


def _charset(data: bytes, encoding: str, file: str) -> tuple[bytes, str]:
    """Return the byte order mark and the codec of what follows it."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return mark, codec
    try:
        codec = codecs.lookup(encoding).name
        " ".encode(codec)  # refuses base64, zlib and their like
    except (LookupError, ValueError):
        codec = "undefined"
    if codec in _NO_CHARSETS:
        raise ArticleError(
            f'"{shown(encoding)}" is not the name of an encoding',
            file=file,
            mend="set its encoding in the desk to utf-8, cp949, big5, gb18030 or another known one",
        )
    return b"", "utf-8" if codec == "utf-8-sig" else codec


def _decode(data: bytes, mark: bytes, codec: str, file: str) -> str:
    body = data[len(mark) :]
    try:
        text = body.decode(codec)
    except UnicodeDecodeError as error:
        line, column = _place(body[: error.start].decode(codec, "replace"))
        offset = len(mark) + error.start
        raise ArticleError(
            f"byte 0x{data[offset]:02X} at offset {offset} is not {codec.upper()}",
            file=file,
            line=line,
            column=column,
            mend="save it as UTF-8 or set encoding for it in the desk",
        ) from error
    if not _encodes_back(text, codec, body):
        raise ArticleError(
            f"its bytes, once decoded as {codec.upper()}, cannot be written back the same",
            file=file,
            mend="convert it to UTF-8",
        )
    return text


def _encodes_back(text: str, codec: str, body: bytes) -> bool:
    try:
        return text.encode(codec) == body
    except UnicodeEncodeError:
        return False


def _refuse_characters(text: str, file: str) -> None:
    if not text.strip(EDGE):
        raise ArticleError("this article is empty", file=file, mend="write it or remove the file")
    found = FORBIDDEN.search(text)
    if not found:
        return
    char = found.group()
    line, column = _place(text[: found.start()])
    if char in _BIDI:
        message = f"{_code(char)} can show the text in another order than it is stored"
        mend = "remove it"
    else:
        message = f"{_code(char)} is a control character"
        mend = "remove it, or set the encoding that the file was saved in"
    raise ArticleError(message, file=file, line=line, column=column, mend=mend)


def _place(before: str) -> tuple[int, int]:
    """Return the 1-based line and column of what follows this beginning of a text."""
    line = 1 + before.count("\n") + before.count("\r") - before.count("\r\n")
    return line, len(before) - max(before.rfind("\n"), before.rfind("\r"))


def _code(char: str) -> str:
    """Return ``U+202E (RIGHT-TO-LEFT OVERRIDE)``, or the number alone where there is no name."""
    name = unicodedata.name(char, "")
    return f"U+{ord(char):04X} ({name})" if name else f"U+{ord(char):04X}"
