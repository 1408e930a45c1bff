"""Find a desk and name the files in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from tongsa.article.formats import SUFFIXES
from tongsa.desk.settings import ArticleSettings, Settings, parse_json, parse_toml
from tongsa.errors import DeskError, SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

SETTINGS_FILES = ("tongsa.toml", "tongsa.json", "pyproject.toml")
"""Looked for in this order; ``pyproject.toml`` counts where it has a ``[tool.tongsa]``."""

_SUFFIXES = frozenset(suffix for each in SUFFIXES.values() for suffix in each)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article's file, and the name its catalogs bear."""

    name: str
    """A relative POSIX path without suffix."""
    file: Path
    path: str
    """As references and errors write it: relative to the desk, with POSIX separators."""


@dataclass(frozen=True, kw_only=True)  # no slots: what is found once is kept
class Desk:
    """A folder with settings, and where its articles, catalogs and editions lie."""

    root: Path
    file: Path
    """The settings file."""
    settings: Settings

    @property
    def name(self) -> str:
        """The project's name, for catalog headers."""
        return self.settings.name or self.root.name or "desk"

    def sources(self) -> tuple[Source, ...]:
        """Return the desk's own articles, sorted by name; none where their folder is missing.

        Raise DeskError where two would share a catalog.
        """
        folder = self.root / self.settings.folders.seeds
        return self._sources(_articles(folder)) if folder.is_dir() else ()

    @cached_property
    def own(self) -> Mapping[str, str]:
        """The path of each of the desk's own articles by its name, as it was when first asked."""
        folder = self.root / self.settings.folders.seeds
        files = _articles(folder) if folder.is_dir() else ()
        return {source.name: source.path for source in map(self._source, files)}

    def named(self, paths: Iterable[Path]) -> tuple[Source, ...]:
        """Return the articles given by path, wherever they lie, or by the name of a desk's own.

        A folder stands for all articles in it. Raise DeskError where two would share a catalog.
        """
        files: list[Path] = []
        for path in paths:
            if path.is_dir():
                files += _articles(path)
            elif not path.exists() and path.as_posix() in self.own:
                files.append(self.root / self.own[path.as_posix()])
            else:
                files.append(path)
        given = self._sources(files)
        for source in given:
            if self.own.get(source.name, source.path) != source.path:
                raise _sharing(self.own[source.name], source.path)
        return given

    def _sources(self, files: Iterable[Path]) -> tuple[Source, ...]:
        sources: dict[str, Source] = {}
        for file in files:
            source = self._source(file)
            twin = sources.setdefault(source.name, source)
            if twin.path != source.path:
                raise _sharing(twin.path, source.path)
        return tuple(sources.values())

    def _source(self, file: Path) -> Source:
        absolute = Path(file).absolute()
        inside = _relative(absolute, self.root / self.settings.folders.seeds)
        name = inside or PurePosixPath(absolute.name)
        if not name.name:
            raise DeskError("this names no article", file=str(file), mend="name a file")
        return Source(
            name=name.with_suffix("").as_posix(), file=file, path=_shown(absolute, self.root)
        )

    def article_settings(self, source: Source) -> ArticleSettings:
        """Return what the settings say of an article, by its name or its path."""
        articles = self.settings.articles
        return articles.get(source.name) or articles.get(source.path) or ArticleSettings()

    def pot(self, name: str) -> Path:
        """Return the path of an article's template."""
        return self._file(self.settings.folders.locale, f"{name}.pot")

    def po(self, language: str, name: str) -> Path:
        """Return the path of an article's catalog in a language."""
        return self._file(self.settings.folders.locale, f"{language}/LC_MESSAGES/{name}.po")

    def mo(self, language: str, name: str) -> Path:
        """Return the path of an article's compiled catalog in a language."""
        return self._file(self.settings.folders.locale, f"{language}/LC_MESSAGES/{name}.mo")

    def edition(self, language: str, name: str, suffix: str) -> Path:
        """Return the path of an article's edition; ``suffix`` with its dot."""
        return self._file(self.settings.folders.editions, f"{language}/{name}{suffix}")

    def draft(self, language: str, name: str, suffix: str) -> Path:
        """Return the path of an article's draft, apart from what is published."""
        return self._file(self.settings.folders.editions, f"drafts/{language}/{name}{suffix}")

    def preview(self, name: str) -> Path:
        """Return the path of an article's preview page."""
        return self._file(self.settings.folders.editions, f"previews/{name}.html")

    def catalogs(self, language: str) -> Iterator[tuple[str, Path]]:
        """Yield every catalog of a language with its article's name, sorted."""
        folder = self.root / self.settings.folders.locale / language / "LC_MESSAGES"
        for file in sorted(folder.rglob("*.po")):
            yield file.relative_to(folder).with_suffix("").as_posix(), file

    def shown(self, path: Path) -> str:
        """Return a path as messages show it: relative to the desk, with POSIX separators."""
        return _shown(path.absolute(), self.root)

    def taken(self, file: Path) -> str:
        """Return what the desk takes a real file for, such as ``an article``; else nothing."""
        if file.suffix.lower() not in _SUFFIXES:
            return ""
        folders = self.settings.folders
        if (self.root / folders.seeds).resolve() in file.parents:
            return "an article"
        editions = (self.root / folders.editions).resolve()
        ours = any(editions / code in file.parents for code in self.settings.targets)
        return "an edition" if ours else ""

    def _file(self, folder: str, path: str) -> Path:
        return self.root.joinpath(*folder.split("/"), *path.split("/"))


def _sharing(one: str, other: str) -> DeskError:
    return DeskError(
        f'"{one}" and "{other}" would share a catalog', mend="give one of the two another name"
    )


def discover(start: Path) -> Desk:
    """Return the desk that a folder stands in; raise DeskError where there is none."""
    for folder in (start.absolute(), *start.absolute().parents):
        if desk := load(folder):
            return desk
    raise DeskError(
        f'no desk found in "{start}" or above it', mend="run `tongsa init` to set one up there"
    )


def load(folder: Path) -> Desk | None:
    """Return the desk whose settings stand in this very folder; None where there are none."""
    for name in SETTINGS_FILES:
        file = folder / name
        try:
            text = file.read_text("utf-8-sig")
        except (FileNotFoundError, NotADirectoryError, PermissionError, IsADirectoryError):
            continue
        except UnicodeDecodeError as error:
            raise SettingsError(
                f"byte 0x{error.object[error.start]:02X} at offset {error.start} is not UTF-8",
                file=str(file),
                mend="save it as UTF-8",
            ) from error
        if name == "pyproject.toml" and "tongsa" not in text:
            continue  # somebody else's, valid or not
        settings = (
            parse_json(text, file=str(file))
            if file.suffix == ".json"
            else parse_toml(text, file=str(file), path=_table(name))
        )
        if settings:
            return Desk(root=folder, file=file, settings=settings)
    return None


def settles(file: Path) -> bool:
    """Whether a file is, or would be, taken for the settings of a desk in its folder."""
    if file.name not in SETTINGS_FILES:
        return False
    before = SETTINGS_FILES[: SETTINGS_FILES.index(file.name)]
    return not any((file.parent / name).exists() for name in before)


def _table(name: str) -> tuple[str, ...]:
    return ("tool", "tongsa") if name == "pyproject.toml" else ()


def _articles(folder: Path) -> Iterator[Path]:
    """Yield the articles in a folder and below it, sorted; what begins with a dot is hidden."""
    for file in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        if file.suffix.lower() in _SUFFIXES and not hidden and file.is_file():
            yield file


def _relative(path: Path, folder: Path) -> PurePosixPath | None:
    """Return a path below a folder, with ``..`` and links resolved; None if it isn't below."""
    try:
        below = path.resolve().relative_to(folder.resolve())
    except ValueError:
        return None
    return PurePosixPath(below.as_posix())


def _shown(path: Path, root: Path) -> str:
    """Return a path relative to the desk, also where it leads up and out of it."""
    ups: list[str] = []
    path = path.resolve()
    for folder in (root.resolve(), *root.resolve().parents):
        if path.is_relative_to(folder):
            return "/".join((*ups, *path.relative_to(folder).parts))
        ups.append("..")
    return path.as_posix()
