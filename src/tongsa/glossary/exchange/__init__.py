"""Read and write glossaries in other people's formats, and tell what is lost on the way."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.errors import GlossaryError, SettingsError
from tongsa.glossary.exchange import omegat, po, separated, tbx_read, tbx_write, workbook
from tongsa.glossary.exchange.text import decode
from tongsa.glossary.exchange.value import Exchanged, Format, Given, Options, Written
from tongsa.language.load import normalise

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["FORMATS", "Exchanged", "Format", "Options", "Written", "read"]

_FORMATS = (
    Format(
        name="tbx",
        title="TBX version 2 (MARTIF)",
        suffixes=(".tbx",),
        read=tbx_read.read,
        write=tbx_write.write_v2,
    ),
    Format(
        name="tbx3",
        title="TBX version 3, style DCA",
        suffixes=(".tbx",),
        read=tbx_read.read,
        write=tbx_write.write_dca,
    ),
    Format(
        name="tbx3-dct",
        title="TBX version 3, style DCT",
        suffixes=(".tbx",),
        read=tbx_read.read,
        write=tbx_write.write_dct,
    ),
    Format(
        name="csv",
        title="CSV, a row for each term",
        suffixes=(".csv",),
        read=separated.read,
        write=separated.write,
    ),
    Format(
        name="xlsx",
        title="Excel workbook, a row for each term",
        suffixes=(".xlsx", ".xlsm"),
        read=workbook.read,
        write=workbook.write,
    ),
    Format(
        name="omegat",
        title="OmegaT glossary text",
        suffixes=(".txt", ".utf8", ".tab", ".tsv"),
        read=omegat.read,
        write=omegat.write,
    ),
    Format(
        name="po",
        title="PO of a Weblate glossary",
        suffixes=(".po",),
        read=po.read,
        write=po.write,
    ),
)
FORMATS: Mapping[str, Format] = MappingProxyType({format_.name: format_ for format_ in _FORMATS})
"""By name."""
_BY_SUFFIX = MappingProxyType(
    {suffix: format_ for format_ in reversed(_FORMATS) for suffix in format_.suffixes}
)
_MARKS = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"  # what may stand before the first sign of XML


def read(
    data: bytes,
    *,
    file: str,
    format: str | None = None,  # noqa: A002 (so it is called everywhere)
    source: str = "en",
    target: str | None = None,
) -> Exchanged:
    """Read a glossary in a format, or in the one that its content or suffix shows.

    ``target`` is the language of the translations, where the format does not say it. Raise
    GlossaryError, with file, line and mend, where the file cannot be read.
    """
    given = Given(
        data=data,
        file=file,
        source=_code(source, file),
        target=None if target is None else _code(target, file),
    )
    chosen = _guess(data, file) if format is None else _named(format)
    return chosen.read(given)


def _code(tag: str, file: str) -> str:
    """Return tongsa's code for a language that the user named."""
    try:
        return normalise(tag)
    except SettingsError as error:
        raise GlossaryError(error.message, file=file, mend=error.mend) from error


def _named(name: str) -> Format:
    if name not in FORMATS:
        message = f'no format is called "{name}"'
        raise GlossaryError(message, mend=f"use one of {', '.join(FORMATS)}")
    return FORMATS[name]


def _guess(data: bytes, file: str) -> Format:
    """Return the format that XML shows by its content, and all else by its suffix."""
    if data.lstrip(_MARKS).startswith(b"<"):
        return FORMATS["tbx"]
    suffix = f".{file.rpartition('.')[2].lower()}"
    if suffix not in _BY_SUFFIX:
        message = "the file's name does not show its format"
        raise GlossaryError(message, file=file, mend=f"name one of {', '.join(FORMATS)}")
    found = _BY_SUFFIX[suffix]
    if found.name == "omegat" and separated.is_table(decode(data, file)):
        return FORMATS["csv"]
    return found
