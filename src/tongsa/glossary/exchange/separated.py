"""Read and write the long table as CSV.

A spreadsheet would calculate a cell that begins with ``=``, ``+``, ``-`` or ``@``, and turn 9/11 or
007 into a date or a figure. Such a cell is written with an apostrophe before it, and read without;
one that has apostrophes before such a text already gets one more, so that every text comes back as
it was. (A workbook needs none of this: there each cell says that it is text.)
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from tongsa.errors import GlossaryError
from tongsa.glossary.exchange import table
from tongsa.glossary.exchange.losses import Losses
from tongsa.glossary.exchange.text import decode
from tongsa.glossary.exchange.value import Written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.glossary.exchange.value import Exchanged, Given, Options
    from tongsa.model import Concept

_SPOILT = r"(?:[=+\-@\t\r]|[0-9][0-9.,:/eE -]*\Z)"
"""What a spreadsheet would take for a formula, a figure or a date: ``=1+2``, ``9/11``, ``007``."""
_BARE = re.compile(rf"'*{_SPOILT}")  # matches the beginning of '=1+2 too
_SHIELDED = re.compile(rf"'+{_SPOILT}")  # matches '007
_DELIMITERS = ",;\t"
_MEND = "export it again as CSV, with quotes around cells that hold a comma or a quote"


def write(concepts: Sequence[Concept], options: Options) -> Written:
    """Write CSV in UTF-8, with the mark by which Excel knows it."""
    losses = Losses()
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    for row in table.rows(concepts, options, losses):
        writer.writerow([f"'{cell}" if _BARE.match(cell) else cell for cell in row])
    return Written(data=text.getvalue().encode("utf-8-sig"), losses=losses.by_kind())


def read(given: Given) -> Exchanged:
    """Read CSV parted by commas, semicolons or tabs; raise GlossaryError where it is none."""
    text = decode(given.data, given.file)
    return table.concepts(_rows(text, given.file), file=given.file)


def is_table(text: str) -> bool:
    """Tell whether a text begins with a header of ours."""
    header = text.lstrip().partition("\n")[0].lower()
    return "term" in header and "language" in header


def _rows(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    header = text.lstrip().partition("\n")[0]
    delimiter = max(_DELIMITERS, key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader, None)
        except csv.Error as error:
            message = f"this is no well-formed CSV: {error}"
            raise GlossaryError(message, file=file, line=line, mend=_MEND) from error
        if row is None:
            return
        yield line, [cell[1:] if _SHIELDED.match(cell) else cell for cell in row]
