"""Time whole commands: many units, one article from a cold start, a second run, a million units."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import catalogs
import elsewhere
import ours
import process
from articles import LANGUAGES
from tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from catalogs import Written
    from process import Took

    from tongsa.model import Concept

_BIN = Path(sys.executable).parent
_TONGSA = [str(_BIN / "tongsa"), "check"]
_ANEW = ["--no-cache"]
_ONE = ["--jobs", "1"]
_IMPORTS = [sys.executable, "-c", "import polib, typer, rich"]


def speed(  # noqa: PLR0913 (each an option of the command line)
    news: Path,
    root: Path,
    concepts: Sequence[Concept],
    peers: str | None,
    *,
    units: int,
    rounds: int,
) -> Iterator[str]:
    """Yield units a second of every tool, by turns."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        written = catalogs.write(news, concepts, folder / "many", units)
        little = _little(folder / "little")
        glossary = [*_glossary(root), *written.glossaries]
        tongsa = [*_TONGSA, *glossary, *_ANEW]
        commands = {
            "tongsa, one core": ([*tongsa, *_ONE, *written.files], [*tongsa, *_ONE, *little]),
            "tongsa, every core": ([*tongsa, *written.files], [*tongsa, *little]),
        }
        took: dict[str, list[tuple[float, float, float]]] = {}
        for _ in range(rounds):
            for name, (whole, start) in commands.items():
                done = process.run(whole, cache=folder / "cache", folder=folder)
                begun = process.run(start, cache=folder / "cache", folder=folder)
                took.setdefault(name, []).append((done.cpu, done.wall, begun.cpu))
            took.setdefault("pofilter", []).append(_pofilter(written, folder, little))
            if peers:
                took.setdefault("Weblate", []).append(_weblate(written, concepts, news, peers))
        yield table(
            [
                "tool", "units", "CPU s", "of these to start", "units a CPU second",
                "µs a unit, start apart", "slowest–fastest round", "wall s", "units a second",
            ],
            [_speed_row(name, each, written.units) for name, each in took.items()],
        )  # fmt: skip


def _speed_row(name: str, took: Sequence[tuple[float, float, float]], units: int) -> list[str]:
    cpu, wall, start = (median(it) for it in zip(*took, strict=True))
    rates = [units / each[0] for each in took]
    return [
        name,
        f"{units:,}",
        f"{cpu:.2f}",
        f"{start:.2f}",
        f"{units / cpu:,.0f}",
        f"{1e6 * (cpu - start) / units:.0f}",
        f"{min(rates):,.0f}–{max(rates):,.0f}",
        f"{wall:.2f}" if wall else "–",
        f"{units / wall:,.0f}" if wall else "–",
    ]


def _pofilter(written: Written, folder: Path, little: Sequence[str]) -> tuple[float, float, float]:
    """Run pofilter with all tests, once for each language."""

    def run(source: str, language: str) -> Took:
        with tempfile.TemporaryDirectory(dir=folder) as out:
            options = ["--progress=none", f"--language={language}"]
            return process.run([str(_BIN / "pofilter"), *options, source, out], folder=folder)

    done = [run(str(place), language) for language, place in written.folders.items()]
    begun = [run(place, language) for language, place in zip(LANGUAGES, little, strict=True)]
    cpu, wall = sum(it.cpu for it in done), sum(it.wall for it in done)
    return cpu, wall, sum(it.cpu for it in begun)


def _weblate(
    written: Written, concepts: Sequence[Concept], news: Path, peers: str
) -> tuple[float, float, float]:
    """Return the CPU seconds that Weblate's checks take, reading and starting left out."""
    seconds = 0.0
    for language, folder in written.folders.items():
        copies = len(list(folder.iterdir()))
        pairs = list(catalogs.pairs(news, language))
        texts = [
            (catalogs.opened(source, copy, "en"), catalogs.opened(target, copy, language))
            for copy in range(copies)
            for source, target in pairs
        ]
        task = {
            "language": language,
            "glossary": ours.pairs(concepts, language),
            "translations": texts,
            "timed": True,
        }
        seconds += elsewhere.asked(peers, task)["seconds"]
    return seconds, 0.0, 0.0


def cold(root: Path, *, article: str, rounds: int) -> Iterator[str]:
    """Yield what one article's catalogs take from a cold start, beside imports alone."""
    with tempfile.TemporaryDirectory() as scratch:
        kept = Path(scratch) / "kept"
        command = [*_TONGSA, article]
        process.run(command, cache=kept, folder=root)
        took: dict[str, list[Took]] = {}
        for turn in range(rounds):
            runs: list[tuple[str, list[str], Path]] = [
                ("imports", _IMPORTS, kept),
                ("nothing kept", command, Path(scratch) / f"empty-{turn}"),
                ("results not kept, glossary kept", [*command, *_ANEW], kept),
                ("unchanged since", command, kept),
            ]
            for name, run, cache in runs:
                took.setdefault(name, []).append(process.run(run, cache=cache, folder=root))
        yield table(
            [
                "",
                "CPU s, least",
                "median",
                "× imports, least",
                "× median",
                "wall s, median",
                "× imports",
            ],
            [_cold_row(name, each, took["imports"]) for name, each in took.items()],
        )


def _cold_row(name: str, took: Sequence[Took], imports: Sequence[Took]) -> list[str]:
    def least(runs: Sequence[Took]) -> float:
        return min(it.cpu for it in runs)

    def middle(runs: Sequence[Took]) -> float:
        return median(it.cpu for it in runs)

    wall = median(it.wall for it in took)
    return [
        name,
        f"{least(took):.3f}",
        f"{middle(took):.3f}",
        f"{least(took) / least(imports):.2f}",
        f"{middle(took) / middle(imports):.2f}",
        f"{wall:.3f}",
        f"{wall / median(it.wall for it in imports):.2f}",
    ]


def again(
    news: Path, root: Path, concepts: Sequence[Concept], *, units: int, rounds: int
) -> Iterator[str]:
    """Yield what a second run over unchanged catalogs takes, and one with a changed catalog."""
    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        written = catalogs.write(news, concepts, folder / "many", units)
        command = [*_TONGSA, *_glossary(root), *written.glossaries]
        for cores, options in {"one core": _ONE, "every core": []}.items():
            took: dict[str, list[Took]] = {}
            for turn in range(rounds):
                cache = folder / f"{cores}-{turn}"
                for name in ("first", "second", "one catalog changed"):
                    if name == "one catalog changed":
                        _touch(written, f"{cores}, {turn}")
                    done = process.run(
                        [*command, *options, *written.files], cache=cache, folder=folder
                    )
                    took.setdefault(name, []).append(done)
            rows += [_again_row(cores, name, each, took["first"]) for name, each in took.items()]
    yield table(["run", "units", "wall s", "first / this", "CPU s", "first / this"], [
        [name, f"{written.units:,}", *cells] for name, *cells in rows
    ])  # fmt: skip


def _touch(written: Written, word: str) -> None:
    """Add a unit to one catalog."""
    file = min(written.folders[LANGUAGES[0]].iterdir())
    text = file.read_text("utf-8")
    file.write_text(f'{text}\nmsgid "Tide, {word}."\nmsgstr "물때, {word}."\n', "utf-8")


def _again_row(cores: str, name: str, took: Sequence[Took], first: Sequence[Took]) -> list[str]:
    wall, cpu = median(it.wall for it in took), median(it.cpu for it in took)
    return [
        f"{name}, {cores}",
        f"{wall:.2f}",
        f"{median(it.wall for it in first) / wall:.1f}",
        f"{cpu:.2f}",
        f"{median(it.cpu for it in first) / cpu:.1f}",
    ]


def million(
    news: Path, root: Path, concepts: Sequence[Concept], *, units: int, kept: bool
) -> Iterator[str]:
    """Yield the memory that so many units take."""
    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        written = catalogs.write(news, concepts, folder / "many", units)
        command = [*_TONGSA, *_glossary(root), *written.glossaries, *([] if kept else _ANEW)]
        for cores, options in {"every core": [], "one core": _ONE}.items():
            took = process.watched([*command, *options, *written.files], cache=folder / cores)
            rate = written.units / took.wall
            rows.append(
                [
                    cores,
                    f"{written.units:,}",
                    f"{took.peak:,}",
                    f"{took.wall:.0f}",
                    f"{took.cpu:.0f}",
                    f"{rate:,.0f}",
                ]
            )
    yield table(["", "units", "peak MB", "wall s", "CPU s", "units a second"], rows)


def _glossary(root: Path) -> list[str]:
    """Return a desk's glossary as options."""
    return [
        word for file in sorted((root / "glossary").glob("*.toml")) for word in ("-g", str(file))
    ]


def _little(folder: Path) -> list[str]:
    """Write a catalog of one unit for each language, whose check is all starting."""
    places = []
    for language in LANGUAGES:
        place = folder / language
        place.mkdir(parents=True)
        header = f'msgid ""\nmsgstr "Language: {language}\\n"\n'
        (place / "little.po").write_text(f'{header}\nmsgid "Tide"\nmsgstr "Tide"\n', "utf-8")
        places.append(str(place))
    return places
