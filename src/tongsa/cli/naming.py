"""Read, spell and compare names, and find the persons of articles."""

from __future__ import annotations

import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from tongsa import reading
from tongsa.cli import show
from tongsa.cli.desks import desk_or_none
from tongsa.desk import store
from tongsa.desk.desk import Desk
from tongsa.desk.settings import Settings
from tongsa.desk.work import Workshop
from tongsa.errors import DeskError, ReadingError
from tongsa.glossary.scripts import other_script
from tongsa.people import people
from tongsa.report import names as report
from tongsa.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LINE_END = re.compile(r"\r\n|\r|\n")  # "\r\n" is one
_STDIN = "-"
_EDITIONS = ("zh_TW", "zh_CN")
_MEND = "give a family name and a given name, in Latin letters, Hangul or Han characters"


def compare(a: str | None, b: str | None, batch: str | None, output: str) -> NoReturn:
    """Compare two names, or the pairs of a file, and leave."""
    if batch is not None:
        if a is not None:
            raise ReadingError("--batch takes the names from a file", mend="leave A and B out")
        for one, other in _pairs(batch):
            show.line(report.comparing(reading.compare(one, other)))
        sys.exit(0)
    if not (a and b and a.strip() and b.strip()):
        raise ReadingError("there are not two names", mend="give A and B, or --batch FILE")
    found = reading.compare(a, b)
    if output == "json":
        show.data(report.comparing(found))
    else:
        for line in report.comparing_lines(found, columns=show.columns_of_screen()):
            print(line)
    sys.exit(int(found.verdict is not reading.Verdict.SAME))


def _pairs(file: str) -> Iterator[tuple[str, str]]:
    """Yield the pairs of a file; raise ReadingError, with the line, where one has not two names."""
    data = sys.stdin.buffer.read() if file == _STDIN else store.read(Path(file))
    name = "standard input" if file == _STDIN else file
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ReadingError("this is not UTF-8", file=name, line=line, mend="save it so") from None
    for number, line in enumerate(_LINE_END.split(text), 1):
        cells = [cell.strip() for cell in line.split("\t")]
        if not line.strip() or cells[:2] == ["a", "b"]:
            continue
        if len(cells) == 1 or not (cells[0] and cells[1]):
            mend = "put a tab between two names; what stands behind another tab is not read"
            raise ReadingError("there are not two names", file=name, line=number, mend=mend)
        yield cells[0], cells[1]


def variants(name: str, most: int, output: str) -> NoReturn:
    """Print the spellings of a name, and leave."""
    found = reading.variants(name, most)
    if not found:
        alone = " in full" if reading.readings(name) else ""
        raise ReadingError(f'"{name}" is no Chinese or Korean name{alone}', mend=_MEND)
    if output == "json":
        show.data(report.spelled(found))
    else:
        for line in report.spelled_lines(found, columns=show.columns_of_screen()):
            print(line)
    sys.exit(0)


def cluster(files: Sequence[Path], folder: Path | None, output: str) -> NoReturn:
    """Print the persons of articles, and leave."""
    desk = desk_or_none(folder)
    settings = desk.settings if desk else Settings(source="en", targets=())
    root = desk.root if desk else Path.cwd()
    workshop = Workshop(
        desk=Desk(root=root, file=desk.file if desk else root, settings=settings),
        now=datetime.now(UTC),
    )
    found = {str(file): people(tuple(_sentences(workshop, file))) for file in files}
    if output == "json":
        show.data([{"file": file, **report.persons(each)} for file, each in found.items()])
        sys.exit(0)
    for file, each in found.items():
        if len(found) > 1:
            print(shown(file))
        for line in report.person_lines(each, columns=show.columns_of_screen()):
            print(line)
        persons, questions = len(each.persons), len(each.doubts)
        asked = f", {show.counted(questions, 'question')}" if questions else ""
        print(f"{show.counted(persons, 'person')}{asked}")
    sys.exit(0)


def _sentences(workshop: Workshop, file: Path) -> Iterator[str]:
    """Yield the sentences of an article; raise ArticleError or DeskError where it is none."""
    if file.is_dir():
        raise DeskError("this is a folder", file=str(file), mend="name one article")
    job = workshop.job(workshop.desk.named([file])[0])
    for segments in job.cuts:
        yield from (segment.text for segment in segments)


def read(name: str, output: str) -> NoReturn:
    """Print the readings of a name, and leave."""
    found = reading.readings(name)
    if found is None:
        raise ReadingError(f'"{name}" is no Chinese or Korean name', mend=_MEND)
    written = {
        language: list(dict.fromkeys(other_script(found.characters, language)))
        for language in _EDITIONS
    }
    if output == "json":
        show.data(report.reading(found, written))
    else:
        for line in report.reading_lines(found, written, columns=show.columns_of_screen()):
            print(line)
    sys.exit(0)
