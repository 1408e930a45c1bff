"""Look into a glossary: list, show and find concepts, check it, tell what a change touches."""

from __future__ import annotations

import sys
from dataclasses import asdict, replace
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NoReturn

from tongsa.cli import show as showing
from tongsa.cli.aiming import checker_for, targets_of
from tongsa.cli.order import Choice
from tongsa.desk import glossaries
from tongsa.desk.glossary_files import GlossaryFile, own_files, read_file
from tongsa.desk.impact import impact as find_impact
from tongsa.errors import GlossaryError
from tongsa.glossary.audit import Audit
from tongsa.glossary.glossary import Glossary
from tongsa.glossary.load import survey
from tongsa.glossary.standing import Variety
from tongsa.language.load import normalise
from tongsa.model import Kind
from tongsa.report.terminal import width
from tongsa.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from tongsa.desk.checking import Checker
    from tongsa.glossary.find import Hit
    from tongsa.model import Concept, Term

    Found = tuple[Hit, int, Term]
    """A place, its concept's index and the term."""


def checker(files: Sequence[Path] | None, folder: Path | None) -> Checker:
    """Return what holds the glossary that is meant."""
    found = checker_for(Choice(glossaries=files or ()), folder)
    if found.desk is None and not files:
        mend = "name a glossary with --glossary, or go to a desk"
        raise GlossaryError("no desk stands here, and no glossary is named", mend=mend)
    return found


def named(held: Checker, word: str) -> int:
    """Return the index of the concept that an id or a term names; raise GlossaryError if none."""
    glossary = held.glossary
    if word in glossary.by_id:
        return glossary.by_id[word]
    found = [
        index
        for index, concept in enumerate(glossary.concepts)
        if any(term.text.lower() == word.lower() for term in concept.terms)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(glossary.concepts[index].id for index in found)
        raise GlossaryError(f'"{word}" is a term of several concepts', mend=f"name one of {ids}")
    mend = "`tongsa glossary list` shows all; `tongsa glossary find` looks for terms in a text"
    raise GlossaryError(f'no concept has the id or the term "{word}"', mend=mend)


def list_(
    files: Sequence[Path] | None,
    folder: Path | None,
    kind: str | None,
    domain: str | None,
    output: str,
) -> None:
    """Print a line for each concept."""
    held = checker(files, folder)
    if kind is not None and kind not in set(Kind):
        raise GlossaryError(f'"{kind}" is no kind', mend=f"use {', '.join(Kind)}")
    wanted = [
        (index, concept)
        for index, concept in enumerate(held.glossary.concepts)
        if kind in {None, str(concept.kind)} and domain in {None, concept.domain}
    ]
    if output == "json":
        showing.data([_data(concept) for _, concept in wanted])
        return
    languages = _languages(held)
    rows = [("id", "kind", *languages)]
    rows += [
        (concept.id, str(concept.kind), *(_first(held.glossary, index, it) for it in languages))
        for index, concept in wanted
    ]
    rows = [tuple(map(shown, row)) for row in rows]
    ids, kinds, *terms = (max(map(width, column)) for column in zip(*rows, strict=True))
    room = showing.columns_of_screen() - ids - kinds - 2 * len(rows[0])
    widest = [ids, kinds, *(min(most, max(room // len(terms), 8)) for most in terms)]
    for row in rows:
        cells = (_padded(cell, room) for cell, room in zip(row, widest, strict=True))
        print("  ".join(cells).rstrip())
    print(showing.counted(len(wanted), "concept"))


def show(files: Sequence[Path] | None, folder: Path | None, word: str, output: str) -> None:
    """Print a concept whole."""
    held = checker(files, folder)
    concept = held.glossary.concepts[named(held, word)]
    if output == "json":
        showing.data(_data(concept))
        return
    showing.page(_page(concept), hang=12)


def find(
    files: Sequence[Path] | None, folder: Path | None, text: str, language: str, output: str
) -> None:
    """Print the terms in a text."""
    held = checker(files, folder)
    code = normalise(language)
    text = sys.stdin.read() if text == "-" else text
    hits = _closest(held.glossary.find(text, code), text)
    rows = [
        {
            "start": hit.start,
            "end": hit.end,
            "text": text[hit.start : hit.end],
            "concept": held.glossary.concepts[index].id,
            "term": term.text,
            "language": term.language,
            "status": str(term.status),
        }
        for hit, index, term in hits
    ]
    if output == "json":
        showing.data(rows)
        return
    for row in rows:
        place = f"{row['start']}–{row['end']}"
        print(f"{place:>12}  {shown(str(row['text']))}  {row['concept']} ({row['status']})")
    print(showing.counted(len(rows), "term"))


def _closest(found: Iterable[Found], text: str) -> list[Found]:
    """Return what was found, of a concept at one place the term that is written most alike."""
    best: dict[tuple[int, int, int], Found] = {}
    for each in found:
        hit, concept, term = each
        place = (hit.start, hit.end, concept)
        if place not in best or term.text == text[hit.start : hit.end]:
            best[place] = each
    return list(best.values())


def check(files: Sequence[Path] | None, folder: Path | None, output: str) -> NoReturn:
    """Print what is wrong in the glossary, and leave with 1 if anything is."""
    flaws = list(_flaws(checker(files, folder), files))
    if output == "json":
        showing.data(
            [
                {"file": it.file, "line": it.line, "message": it.message, "mend": it.mend}
                for it in flaws
            ]
        )
    else:
        for flaw in flaws:
            print(shown(str(flaw)))
        print(showing.counted(len(flaws), "flaw") if flaws else "no flaws")
    sys.exit(int(bool(flaws)))


def _flaws(held: Checker, paths: Sequence[Path] | None) -> Iterator[GlossaryError]:
    """Yield every flaw of a glossary's files, first those that keep a concept from being read."""
    if paths:
        files: Sequence[GlossaryFile] = [read_file(path, str(path)) for path in paths]
    else:
        files = own_files(held.desk) if held.desk else ()
    concepts: dict[str, Concept] = {}
    texts: dict[str, str] = {}
    for file in files:
        if file.path.suffix.lower() == ".toml":
            texts[file.file] = file.text
            loaded = survey(texts[file.file], file=file.file)
            yield from loaded.flaws
            found: Sequence[Concept] = loaded.concepts
        else:
            found = glossaries.concepts(file, held.source, None)
        for concept in found:
            first = concepts.setdefault(concept.id, concept)
            if first is not concept:
                yield GlossaryError(
                    f'"{concept.id}" is a concept of {first.file}:{first.line} already',
                    file=concept.file,
                    line=concept.line,
                    mend="give it another id, or make one of the two",
                )
    targets = held.desk.settings.targets if held.desk else ("ko", "zh_TW", "zh_CN")
    audit = Audit(Glossary(tuple(concepts.values())), held.source, targets, texts)
    yield from audit.flaws()


def impact(folder: Path | None, word: str, output: str) -> None:
    """Print the translations that name a concept."""
    held = checker(None, folder)
    index = named(held, word)
    rows = [stale for target in targets_of(held, ()) for stale in find_impact(held, target, index)]
    if output == "json":
        showing.data([asdict(row) for row in rows])
        return
    columns = showing.columns_of_screen()
    for row in rows:
        forms = ", ".join(row.forms) or "no term of the glossary"
        place = f"{row.file}:{row.line}:{row.column}"
        print(shown(f"{place}: {', '.join(row.terms)} → {forms}"))
        print(f"  {_cut(shown(row.target), columns - 2)}")
    stale = showing.counted(len(rows), "translation")
    editions = showing.counted(len({row.file for row in rows}), "catalog")
    print(f'a change of "{held.glossary.concepts[index].id}" makes {stale} in {editions} stale')


def _page(concept: Concept) -> Iterator[str]:
    """Yield the lines of a concept's page."""
    place = f"{concept.file}:{concept.line}" if concept.file else ""
    yield f"{concept.id}  {concept.kind}  {concept.domain}  {place}".rstrip()
    for name in ("definition", "note", "source"):
        if text := getattr(concept, name):
            yield f"  {name:<11} {text}"
    for name in ("related", "links"):
        if texts := getattr(concept, name):
            yield f"  {name:<11} {', '.join(texts)}"
    if concept.scope:
        yield f"  {'scope':<11} {_scope(concept)}"
    if not concept.translate:
        yield f"  {'translate':<11} no: the term stays as the source writes it"
    for language in dict.fromkeys(term.language for term in concept.terms):
        for term in concept.terms:
            if term.language == language:
                yield f"  {language:<11} {term.text}  {', '.join(_traits(term))}"


def _traits(term: Term) -> Iterator[str]:
    yield str(term.status)
    if term.type != "full":
        yield str(term.type)
    yield from (text for text in (term.romanisation, term.region) if text)
    if term.style:
        yield f"house style {term.style}"
    if term.scope:
        yield f"where {_scope(term)}"
    if term.after_full:
        yield "behind the full form"
    if term.note:
        yield term.note


def _scope(noun: Concept | Term) -> str:
    scope = noun.scope
    if scope is None:
        return ""
    reaches = (("beside", scope.beside), ("in a sentence with", scope.sentence),
               ("in an article with", scope.article))  # fmt: skip
    return "; ".join(f"{name} {', '.join(ids)}" for name, ids in reaches if ids)


def _data(concept: Concept) -> dict[str, Any]:  # Any: JSON
    return asdict(replace(concept, terms=())) | {"terms": [asdict(it) for it in concept.terms]}


def _languages(held: Checker) -> tuple[str, ...]:
    targets = held.desk.settings.targets if held.desk else ("ko", "zh_TW", "zh_CN")
    return (held.source, *targets)


def _first(glossary: Glossary, index: int, language: str) -> str:
    usable = glossary.usable(index, Variety(language=language))
    return usable[0].text if usable else "–"


def _padded(cell: str, room: int) -> str:
    cut = _cut(cell, room)
    return cut + " " * (room - width(cut))


def _cut(text: str, room: int) -> str:
    """Return as much of a text as fits into a room, in columns."""
    if width(text) <= room:
        return text
    ends = accumulate(map(width, text))
    return f"{text[: sum(end < room for end in ends)]}…"
