"""Change a desk's glossary files: add and edit concepts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from tongsa.cli import show
from tongsa.cli.desks import open_desk
from tongsa.desk import store
from tongsa.desk.glossary_files import GlossaryFile, own_files
from tongsa.errors import DeskError, GlossaryError
from tongsa.glossary import edit as editor
from tongsa.glossary.load import load
from tongsa.language.load import normalise
from tongsa.model import Concept, Kind, Status, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from tongsa.desk.desk import Desk

_DEFAULT = "concepts.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """What a person gives of a concept."""

    kind: str | None = None
    terms: Sequence[str] = ()
    """``ko=대만해협``"""
    forbidden: Sequence[str] = ()
    """``ko=타이완해협: not press style``"""
    dropped: Sequence[str] = ()
    """``ko=대만해협``"""
    definition: str | None = None
    note: str | None = None
    source: str | None = None
    drafts: bool = True
    """Whether a person's terms that follow from its characters are drafted."""

    def given(self) -> dict[str, str]:
        """Return the plain fields that were given."""
        names = ("kind", "definition", "note", "source")
        return {name: value for name in names if (value := getattr(self, name)) is not None}


def add(folder: Path | None, name: str, fields: Fields, file: str | None) -> None:
    """Write a new concept at the end of a file of the glossary."""
    desk = open_desk(folder)
    known = {concept.id: concept for concept in own_concepts(desk)}
    if name in known:
        place = f"{known[name].file}:{known[name].line}"
        mend = f"change it with `tongsa glossary edit {name}`"
        raise GlossaryError(f'"{name}" is a concept of {place} already', mend=mend)
    terms = tuple(_ranked(_terms(fields), ()))
    if not terms:
        raise GlossaryError("a concept needs a term", mend='add --term "en=Taiwan Strait"')
    given = fields.given() | {"kind": _kind(fields.kind) or Kind.COMMON}
    drafted = _drafts(desk, fields, terms) if given["kind"] == Kind.PERSON else ()
    terms += tuple(_ranked(drafted, {term.language for term in terms if term.status.usable}))
    concept = Concept(id=name, terms=terms, **given)  # type: ignore[arg-type]  # kind is a Kind
    path = place_in(desk, file or _DEFAULT)
    change_file(desk, path, lambda text, file: editor.added(text, [concept], file=file))
    _tell(drafted)


def edit(folder: Path | None, name: str, fields: Fields) -> None:
    """Change a concept where it stands."""
    desk = open_desk(folder)
    _kind(fields.kind)
    held = next((concept for concept in own_concepts(desk) if concept.id == name), None)
    if held is None:
        raise GlossaryError(
            f'the glossary has no concept "{name}"', mend=f"add it: tongsa glossary add {name}"
        )
    terms = tuple(_new(_ranked(_terms(fields), _usable_in(held)), held))
    drafted: Sequence[Term] = ()
    if terms and (fields.kind or held.kind) == Kind.PERSON:
        drafted = _drafts(desk, fields, (*terms, *held.terms))
        taken = _usable_in(held) | {term.language for term in terms}
        terms += tuple(_new(_ranked(drafted, taken), held))
    change = editor.Change(
        fields=fields.given(),
        terms=terms,
        dropped=tuple(_parted(text) for text in fields.dropped),
    )
    if not (change.fields or change.terms or change.dropped):
        mend = "see `tongsa glossary edit --help`, or open the file in any editor"
        raise GlossaryError(
            "nothing was given to change", file=held.file, line=held.line, mend=mend
        )
    path = desk.root / held.file
    change_file(desk, path, lambda text, file: editor.changed(text, name, change, file=file))
    _tell(drafted)


def _drafts(desk: Desk, fields: Fields, terms: Sequence[Term]) -> Sequence[Term]:
    if not fields.drafts:
        return ()
    from tongsa.glossary.drafts import drafts

    return drafts(terms, desk.settings.source, desk.settings.targets)


def _tell(drafted: Sequence[Term]) -> None:
    """Say what was drafted, so that somebody confirms it."""
    for term in drafted:
        system = f", {term.romanisation}" if term.romanisation else ""
        print(f"drafted {term.language} = {term.text}{system}; {_confirm(term)}")


def own_concepts(desk: Desk) -> Iterator[Concept]:
    """Yield the concepts of the desk's own files."""
    for file in own_files(desk):
        yield from load(file.text, file=file.file)


def place_in(desk: Desk, name: str) -> Path:
    """Return the path of a TOML file in the glossary's folder; DeskError where it leaves that."""
    path = PurePosixPath(name)
    if path.suffix != ".toml" or path.is_absolute() or ".." in path.parts:
        mend = "name a .toml file in the glossary's folder"
        raise DeskError("is no file of the glossary", file=name, mend=mend)
    folder = desk.root / desk.settings.folders.glossary
    inside = path.relative_to(desk.settings.folders.glossary) if (
        path.is_relative_to(desk.settings.folders.glossary)
    ) else path  # fmt: skip
    return folder.joinpath(*inside.parts)


def change_file(desk: Desk, path: Path, edit: Callable[[str, str], str]) -> None:
    """Put a glossary file's new text in the place of the old, and say so."""
    shown = desk.shown(path)

    def change(data: bytes | None) -> bytes:
        mark = b"\xef\xbb\xbf" if (data or b"").startswith(b"\xef\xbb\xbf") else b""
        old = GlossaryFile(path=path, file=shown, content=data or b"").text
        return mark + edit(old, shown).encode()

    if store.change(path, change, root=desk.root, waiting=show.waiting):
        print(f"wrote {shown}")
    else:
        print(f"{shown} says so already")


def _confirm(term: Term) -> str:
    rest = term.note.partition("; ")[2].rstrip(".")
    return f"confirm it: {rest}" if rest else "confirm it"


def _kind(word: str | None) -> Kind | None:
    if word is None:
        return None
    if word not in set(Kind):
        raise GlossaryError(f'"{word}" is no kind', mend=f"use {', '.join(Kind)}")
    return Kind(word)


def _terms(fields: Fields) -> Iterator[Term]:
    """Yield the terms that were given."""
    for given in fields.terms:
        language, text = _parted(given)
        yield Term(text=text, language=language)
    for given in fields.forbidden:
        language, text = _parted(given)
        text, _, reason = text.partition(": ")
        yield Term(text=text, language=language, status=Status.FORBIDDEN, note=reason.strip())


def _new(terms: Iterable[Term], concept: Concept) -> Iterator[Term]:
    """Yield the terms that say something new: none that the concept has, and may use, already."""
    known = {(it.language, it.text): it for it in concept.terms}
    for term in terms:
        same = known.get((term.language, term.text))
        if same is None or same.status.usable != term.status.usable:
            yield term


def _usable_in(concept: Concept) -> set[str]:
    """Return the languages in which a concept has a usable term."""
    return {term.language for term in concept.terms if term.status.usable}


def _ranked(terms: Iterable[Term], taken: Collection[str]) -> Iterator[Term]:
    """Yield terms with the first usable one of each language preferred, the others admitted.

    In the languages that are taken another one is preferred already.
    """
    seen = set(taken)
    for term in terms:
        if term.status is Status.PREFERRED and term.language in seen:
            yield Term(text=term.text, language=term.language, status=Status.ADMITTED)
            continue
        if term.status is Status.PREFERRED:
            seen.add(term.language)
        yield term


def _parted(given: str) -> tuple[str, str]:
    language, sign, text = given.partition("=")
    if not sign or not text.strip():
        raise GlossaryError(f'"{given}" is no term', mend='write it as "ko=대만해협"')
    return normalise(language.strip()), text.strip()
