"""Bring concepts into a desk's glossary and out of it: import, export, suggestions."""

from __future__ import annotations

import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tongsa.cli import show
from tongsa.cli.concepts import checker
from tongsa.cli.desks import open_desk
from tongsa.cli.editing import change_file, own_concepts, place_in
from tongsa.cli.order import PRINTED
from tongsa.cli.sparing import spare
from tongsa.desk import store
from tongsa.desk.glossary_files import GlossaryFile, read_file
from tongsa.desk.work import Workshop
from tongsa.errors import GlossaryError
from tongsa.glossary import edit as editor
from tongsa.glossary.exchange import FORMATS, Options
from tongsa.glossary.exchange import read as read_format
from tongsa.glossary.load import load
from tongsa.glossary.suggest import concept as draft
from tongsa.glossary.suggest import suggest as find_candidates
from tongsa.language.load import normalise
from tongsa.shown import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tongsa.desk.checking import Checker
    from tongsa.desk.desk import Desk
    from tongsa.glossary.edit import Merged
    from tongsa.glossary.exchange import Format
    from tongsa.glossary.suggest import Candidate
    from tongsa.model import Concept

_DRAFTS = "drafts.toml"
_NO_STEM = re.compile(r"[^\w-]+")


def import_(  # noqa: PLR0913 (each is an option of the command line)
    folder: Path | None,
    file: Path,
    into: str | None,
    form: str | None,
    target: str | None,
    *,
    dry: bool,
) -> None:
    """Take the concepts of a file in, each where it stands already, new ones into one file."""
    desk = open_desk(folder)
    concepts, losses = _read(desk, file, form, target)
    new = place_in(desk, into or f"{_NO_STEM.sub('-', file.stem) or 'import'}.toml")
    known = {concept.id: desk.root / concept.file for concept in own_concepts(desk)}
    outcome: list[Merged] = []
    for place in dict.fromkeys((*known.values(), new)):
        here = [concept for concept in concepts if known.get(concept.id, new) == place]
        if here:
            outcome.append(_taken(desk, place, here, dry=dry))
    for line in (*losses, *(line for merged in outcome for line in merged.conflicts)):
        show.warn(line)
    added, extended, conflicts = (
        sum(len(getattr(merged, name)) for merged in outcome)
        for name in ("added", "extended", "conflicts")
    )
    verb = "would be " if dry else ""
    print(
        f"{len(concepts)} concepts read; {added} {verb}added, {extended} {verb}extended, "
        f"{conflicts} conflicts kept out"
    )


def _taken(desk: Desk, place: Path, concepts: Sequence[Concept], *, dry: bool) -> Merged:
    """Take concepts into one file of the glossary; return what came of it."""
    outcome: list[Merged] = []

    def edit(text: str, shown_file: str) -> str:
        merged = editor.merged(text, concepts, file=shown_file)
        outcome[:] = [merged]
        return merged.text

    if dry:
        old = store.read(place) if place.exists() else b""
        there = GlossaryFile(path=place, file=desk.shown(place), content=old)
        edit(there.text, desk.shown(place))
    else:
        change_file(desk, place, edit)
    return outcome[0]


def _read(
    desk: Desk, file: Path, form: str | None, target: str | None
) -> tuple[tuple[Concept, ...], tuple[str, ...]]:
    """Return a file's concepts, and what it says that none can hold."""
    held = read_file(file, str(file))
    if form is None and file.suffix.lower() == ".toml":
        return load(held.text, file=str(file)), ()
    found = read_format(
        held.content,
        file=str(file),
        format=form,
        source=desk.settings.source,
        target=target,
    )
    return found.concepts, found.losses


def export(
    files: Sequence[Path] | None,
    folder: Path | None,
    file: Path,
    form: str | None,
    languages: Sequence[str],
) -> None:
    """Write the glossary to a file or print it, and say what its format cannot hold."""
    held = checker(files, folder)
    chosen = _format(form, file)
    targets = tuple(normalise(code) for code in languages)
    settings = held.desk.settings if held.desk else None
    known = settings.targets if settings else ()
    wanted = targets or tuple(known)
    options = Options(
        source=held.source, targets=wanted, title=held.desk.name if held.desk else "Glossary"
    )
    if str(file) != PRINTED:
        _spare(file, chosen, held)
    written = chosen.write(list(held.glossary.concepts), options)
    if str(file) == PRINTED:
        sys.stdout.buffer.write(written.data)
    else:
        store.write_elsewhere(file, written.data)
        print(f"wrote {shown(str(file))}: {len(held.glossary.concepts)} concepts as {chosen.title}")
    for line in written.losses:
        show.warn(f"{chosen.title} cannot hold this: {line}")


def _spare(file: Path, chosen: Format, held: Checker) -> None:
    """Raise DeskError where an export would take the place of anything but an earlier one."""
    own = () if _is_catalog(file) else chosen.suffixes
    spare(file, "export", held.desk, held.wanted.glossaries, own=own)
    if file.exists() and file.suffix.lower() not in chosen.suffixes:
        mend = f"name a file that ends in {chosen.suffixes[0]}"
        raise GlossaryError(
            "the export would take the place of another file", file=str(file), mend=mend
        )


def _is_catalog(file: Path) -> bool:
    """Whether a PO file stands there that is no glossary: each entry of one names its concept."""
    if file.suffix.lower() != ".po" or not file.exists():
        return False
    content = store.read(file)
    return content.count(b"msgid ") > 1 and b"\n#. concept: " not in content


def _format(form: str | None, file: Path) -> Format:
    """Return the format that is named, else the first that writes such files."""
    if form is not None:
        if form not in FORMATS:
            raise GlossaryError(f'no format is called "{form}"', mend=f"use {', '.join(FORMATS)}")
        return FORMATS[form]
    suffix = file.suffix.lower()
    found = next((it for it in FORMATS.values() if suffix in it.suffixes), None)
    if found is None:
        mend = f"name one with --as: {', '.join(FORMATS)}"
        raise GlossaryError("the file's name does not show its format", file=str(file), mend=mend)
    return found


def suggest(
    folder: Path | None, articles: Sequence[Path], most: int, output: str, *, add: bool
) -> None:
    """Print what articles hold that the glossary does not know, and write drafts if asked."""
    desk = open_desk(folder)
    workshop = Workshop(desk=desk, now=datetime.now(UTC))
    sentences = [
        unit.source for source in desk.named(articles) for unit in workshop.job(source).units
    ]
    found = find_candidates(sentences, workshop.checker.glossary, desk.settings.source)[:most]
    if output == "json":
        show.data([_data(candidate) for candidate in found])
    else:
        for candidate in found:
            print(_line(candidate))
        print(
            show.counted(len(found), "candidate")
            if found
            else "nothing that the glossary does not know"
        )
    if add and found:
        taken = {concept.id for concept in own_concepts(desk)}
        drafts: list[Concept] = []
        for candidate in found:
            concept = draft(candidate, taken)
            taken.add(concept.id)
            drafts.append(concept)
        place = place_in(desk, _DRAFTS)
        change_file(desk, place, lambda text, file: editor.added(text, drafts, file=file))


def _line(candidate: Candidate) -> str:
    variants = f"  = {', '.join(candidate.variants)}" if candidate.variants else ""
    return shown(f"{candidate.count:>4}×  {candidate.kind:<12} {candidate.text}{variants}")


def _data(candidate: Candidate) -> dict[str, object]:
    return {
        "text": candidate.text,
        "kind": str(candidate.kind),
        "variants": list(candidate.variants),
        "count": candidate.count,
        "score": candidate.score,
        "example": candidate.example,
    }
