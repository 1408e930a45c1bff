"""Read and write the long table as an Excel workbook.

Every cell is written as text, so that none is calculated and none loses a leading zero. Nothing
but the cells of the first sheet is read: no formula, no macro, and no reference to another file.
"""

from __future__ import annotations

import io
import warnings
import zipfile
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from tongsa.errors import GlossaryError
from tongsa.glossary.exchange import table
from tongsa.glossary.exchange.losses import Losses
from tongsa.glossary.exchange.value import Exchanged, Written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from openpyxl.cell import Cell
    from openpyxl.workbook import Workbook

    from tongsa.glossary.exchange.value import Given, Options
    from tongsa.model import Concept

MOST_BYTES = 256 * 2**20
"""That a workbook may have when unpacked."""
MOST_RATIO = 200
"""How many times as large it may be then, if that is more than ``FREE_BYTES``."""
FREE_BYTES = 16 * 2**20
MOST_PARTS = 2_000
"""Files that may stand in a workbook."""
MOST_ROWS = 2**20
"""That Excel itself can hold."""
MOST_COLUMNS = 64
LONGEST_CELL = 32_767
"""Characters that Excel keeps of a cell."""

_TEXT = "@"  # the number format by which Excel takes whatever is typed for text
_OLD = b"\xd0\xcf\x11\xe0"  # begins .xls files, and workbooks with a password
_WIDTHS = (28, 12, 10, 32, 12, 10, 16, 8, 60, 40)
_DATES = (date, datetime, time, timedelta)
_MEND = "save it as an Excel workbook (.xlsx)"


def write(concepts: Sequence[Concept], options: Options) -> Written:
    """Write a workbook of one sheet."""
    from openpyxl import Workbook  # noqa: PLC0415 (slow to load, seldom needed)
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 (as above)

    losses = Losses()
    book = Workbook(write_only=True)
    sheet = book.create_sheet("glossary")
    sheet.freeze_panes = "A2"
    for letter, width in zip("ABCDEFGHIJ", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    for row in table.rows(concepts, options, losses):
        cells: list[Cell | None] = []
        for text in row:
            if not text:
                cells.append(None)
                continue
            cell = WriteOnlyCell(sheet, _fitting(text, row[0], losses))
            cell.data_type = "s"  # or "=1+2" would be a formula
            cell.number_format = _TEXT
            cells.append(cell)
        sheet.append(cells)
    data = io.BytesIO()
    book.save(data)
    return Written(data=data.getvalue(), losses=losses.by_kind())


def _fitting(text: str, place: str, losses: Losses) -> str:
    if "\r" in text:
        losses.add("carriage returns are written as line feeds", place)
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > LONGEST_CELL:
        losses.add(f"what is longer than {LONGEST_CELL:,} characters is cut", place)
    return text[:LONGEST_CELL]


def read(given: Given) -> Exchanged:
    """Read the first sheet; raise GlossaryError for what is no workbook, or a bomb."""
    _check(given.data, given.file)
    try:
        with warnings.catch_warnings(action="ignore"):
            return _read(given)
    except GlossaryError:
        raise
    except Exception as error:
        # openpyxl raises whatever its parsers do, of any kind, on a workbook that is broken.
        message = f"the workbook is broken: {type(error).__name__}"
        raise GlossaryError(message, file=given.file, mend=_MEND) from error


def _check(data: bytes, file: str) -> None:
    """Raise GlossaryError where a file is no workbook, or unpacks to more than anybody's would."""
    if data.startswith(_OLD):
        message = "this is an old Excel file, or one with a password"
        raise GlossaryError(message, file=file, mend=f"{_MEND}, without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise GlossaryError("this is no Excel workbook", file=file, mend=_MEND) from error
    size = sum(part.file_size for part in parts)
    if (
        size > MOST_BYTES
        or len(parts) > MOST_PARTS
        or (size > FREE_BYTES and size > MOST_RATIO * len(data))
    ):
        message = f"the workbook unpacks to {size:,} bytes in {len(parts):,} parts"
        raise GlossaryError(message, file=file, mend="no glossary is that large: ask its sender")


def _read(given: Given) -> Exchanged:
    from openpyxl import load_workbook  # noqa: PLC0415 (slow to load, seldom needed)

    data = io.BytesIO(given.data)
    book = load_workbook(data, read_only=True, data_only=True, keep_links=False)
    try:
        if not book.worksheets:
            raise GlossaryError("the workbook has no sheet", file=given.file, mend=_MEND)
        found = table.concepts(_rows(book, given.file), file=given.file)
        others = [sheet.title for sheet in book.worksheets[1:]]
    finally:
        book.close()
    unread = tuple(f'{given.file}: the sheet "{title}" is not read' for title in others)
    return Exchanged(concepts=found.concepts, losses=found.losses + unread)


def _rows(book: Workbook, file: str) -> Iterator[tuple[int, list[str]]]:
    sheet = book.worksheets[0]
    sheet.reset_dimensions()  # what it says of its size may be wrong
    rows = sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True)
    for line, row in enumerate(rows, start=1):
        if line > MOST_ROWS:
            message = f"the sheet has more than {MOST_ROWS:,} rows"
            raise GlossaryError(message, file=file, line=line, mend=_MEND)
        yield line, [_text(value, line, column, file) for column, value in enumerate(row)]


def _text(value: object, line: int, column: int, file: str) -> str:
    """Return a cell as text: 3 for the number that Excel keeps as 3.0."""
    if value is None:
        return ""
    if isinstance(value, _DATES):
        message = f"the cell {chr(ord('A') + column % 26)}{line} is a date, not text"
        mend = "give the column the format Text and write it again"
        raise GlossaryError(message, file=file, line=line, mend=mend)
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
