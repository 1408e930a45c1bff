"""Read glossaries from files in any format, and keep large ones ready-made."""

from __future__ import annotations

import shutil
import sys
from hashlib import blake2b
from typing import TYPE_CHECKING

from tongsa import __version__
from tongsa.desk import cache
from tongsa.errors import GlossaryError
from tongsa.glossary import stored
from tongsa.glossary.glossary import Glossary
from tongsa.glossary.load import load
from tongsa.glossary.standing import base
from tongsa.language.load import editions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from tongsa.desk.glossary_files import GlossaryFile
    from tongsa.model import Concept

_LARGE = 2**16
"""Bytes from which on a glossary is kept ready-made in the user's cache."""
_SLOW = 2**19
"""Bytes from which on reading a glossary takes more than a moment."""
_KEPT = 8
"""Ready-made glossaries that are kept at most; the oldest go."""


def glossary(
    files: Sequence[GlossaryFile],
    languages: Sequence[str],
    slow: Callable[[str], None] | None = None,
) -> Glossary:
    """Return the concepts of files; the first of the languages is the source.

    A large glossary is kept ready-made in the user's cache, by what the files hold; ``slow`` is
    told what takes long because none is kept yet. Raise
    GlossaryError where a file is flawed, or two concepts share an id.
    """
    if not files:
        return Glossary()
    if sum(len(file.content) for file in files) < _LARGE:
        return Glossary(_concepts(files, languages))
    digest = _digest(files, languages)
    kept = stored.load(lambda part: cache.read(_place(digest, part)))
    if kept is not None:
        return kept
    size = sum(len(file.content) for file in files)
    if slow and size > _SLOW:
        slow(f"reading {size / 1e6:.1f} MB of glossary for the first time; it is kept for the next")
    made = Glossary(_concepts(files, languages))
    for part, content in stored.dump(made, _served(made, languages)).items():
        cache.write(_place(digest, part), content)
    _tidy()
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
        return load(file.text, file=file.file)
    from tongsa.glossary.exchange import read  # noqa: PLC0415 (other formats need other libraries)

    return read(file.content, file=file.file, source=source, target=target).concepts


def _served(made: Glossary, languages: Sequence[str]) -> Sequence[str]:
    """Return the languages to prepare a glossary for: without targets, all that it has."""
    if len(languages) > 1:
        return languages
    held = {base(term.language) for concept in made.concepts for term in concept.terms}
    return list(dict.fromkeys((*languages, *(it for it in editions() if base(it) in held))))


def _digest(files: Iterable[GlossaryFile], languages: Sequence[str]) -> str:
    version = (__version__, sys.version, languages)
    digest = blake2b(repr(version).encode(), digest_size=16)
    for file in files:
        digest.update(repr((file.file, len(file.content))).encode())
        digest.update(file.content)
    return digest.hexdigest()


def _place(digest: str, part: str) -> Path:
    return cache.place(f"glossary-{digest}") / part


def _tidy() -> None:
    """Take the oldest glossaries out of the cache."""
    folder = _place("0", stored.CONCEPTS).parent.parent
    try:
        kept = sorted(folder.glob("glossary-*"), key=lambda it: it.stat().st_mtime)
        for old in kept[:-_KEPT]:
            shutil.rmtree(old, ignore_errors=True)
    except OSError:
        return
