"""Read glossaries from disk: a desk's own folder, or any files in any format."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from tongsa import __version__
from tongsa.desk import store
from tongsa.errors import GlossaryError
from tongsa.glossary import stored
from tongsa.glossary.glossary import Glossary
from tongsa.glossary.load import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tongsa.desk.desk import Desk
    from tongsa.model import Concept

_LARGE = 2**16
"""Bytes from which on a glossary is kept ready-made in the user's cache."""
_KEPT = 8
"""Ready-made glossaries that are kept at most; the oldest go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryFile:
    """A file of concepts as it stands on disk."""

    path: Path
    file: str
    """As messages show it."""
    content: bytes


def own_files(desk: Desk) -> tuple[GlossaryFile, ...]:
    """Return the TOML files in a desk's glossary folder, sorted."""
    folder = desk.root / desk.settings.folders.glossary
    paths = sorted(folder.rglob("*.toml")) if folder.is_dir() else []
    return tuple(read_file(store.inside(desk.root, path), desk.shown(path)) for path in paths)


def read_file(path: Path, file: str) -> GlossaryFile:
    """Read a glossary's file; raise DeskError where it cannot be read."""
    if path.is_dir():
        raise GlossaryError("is a folder", file=file, mend="name its files")
    return GlossaryFile(path=path, file=file, content=store.read(path))


def glossary(files: Sequence[GlossaryFile], languages: Sequence[str]) -> Glossary:
    """Return the concepts of files; the first of the languages is the source.

    A large glossary is kept ready-made in the user's cache, by what the files hold. Raise
    GlossaryError where a file is flawed, or two concepts share an id.
    """
    if not files:
        return Glossary()
    if sum(len(file.content) for file in files) < _LARGE:
        return Glossary(_concepts(files, languages))
    place = _cache() / f"glossary-{_digest(files, languages)}.json"
    kept = _kept(place)
    if kept is not None:
        return kept
    made = Glossary(_concepts(files, languages))
    _keep(place, stored.dump(made, languages))
    return made


def _concepts(files: Iterable[GlossaryFile], languages: Sequence[str]) -> tuple[Concept, ...]:
    source, *targets = languages
    seen: dict[str, Concept] = {}
    for file in files:
        for concept in concepts(file, source, targets[0] if len(targets) == 1 else None):
            first = seen.setdefault(concept.id, concept)
            if first is not concept:
                raise GlossaryError(
                    f'"{concept.id}" is a concept of {first.file}:{first.line} already',
                    file=concept.file,
                    line=concept.line,
                    mend="give it another id, or make one of the two",
                )
    return tuple(seen.values())


def concepts(file: GlossaryFile, source: str, target: str | None) -> tuple[Concept, ...]:
    """Return the concepts of a file in any format; ``target`` is for formats that name none."""
    if file.path.suffix.lower() == ".toml":
        return load(text(file), file=file.file)
    from tongsa.glossary.exchange import read  # noqa: PLC0415 (other formats need other libraries)

    return read(file.content, file=file.file, source=source, target=target).concepts


def text(file: GlossaryFile) -> str:
    """Return a TOML file's text; raise GlossaryError where it is not UTF-8."""
    try:
        return file.content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = file.content.count(b"\n", 0, error.start) + 1
        message = f"byte 0x{file.content[error.start]:02X} is not UTF-8"
        raise GlossaryError(message, file=file.file, line=line, mend="save it as UTF-8") from error


def _digest(files: Iterable[GlossaryFile], languages: Sequence[str]) -> str:
    digest = blake2b(repr((__version__, languages)).encode(), digest_size=16)
    for file in files:
        digest.update(repr((file.file, len(file.content))).encode())
        digest.update(file.content)
    return digest.hexdigest()


def _cache() -> Path:
    from platformdirs import user_cache_path  # noqa: PLC0415 (large glossaries alone need it)

    return user_cache_path("tongsa", appauthor=False)


def _kept(place: Path) -> Glossary | None:
    try:
        return stored.load(place.read_bytes())
    except OSError:
        return None


def _keep(place: Path, content: bytes) -> None:
    """Put a glossary into the cache; where that cannot be written, the next run works it out."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        staged = place.with_suffix(f".{blake2b(content, digest_size=8).hexdigest()}.part")
        staged.write_bytes(content)
        staged.replace(place)
        others = sorted(place.parent.glob("glossary-*.json"), key=lambda it: it.stat().st_mtime)
        for old in others[:-_KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return
