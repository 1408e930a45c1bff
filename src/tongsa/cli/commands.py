"""Run the commands: open the desk, do the steps, show what came of them."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from tongsa.cli import show
from tongsa.cli.desks import desk_or_none, open_desk
from tongsa.cli.sparing import spare
from tongsa.desk import store
from tongsa.desk.desk import Desk
from tongsa.desk.settings import Quotes, Settings, Unit
from tongsa.desk.starter import start
from tongsa.desk.work import Outcome, Workshop
from tongsa.edition.preview import preview as render
from tongsa.errors import DeskError, SettingsError, TongsaError
from tongsa.language.load import normalise
from tongsa.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.desk.desk import Source
    from tongsa.desk.work import Job


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a command was asked for."""

    steps: frozenset[str]
    """Some of ``extract``, ``update``, ``compile``; none to look only."""
    folder: Path | None = None
    files: Sequence[Path] = ()
    languages: Sequence[str] = ()
    draft: bool = False
    output: str = "text"


def run(request: Request) -> NoReturn:
    """Do the steps for each article and language, show the outcomes, and leave with their code.

    All articles are read before anything is written. A broken catalog stops its own edition alone.
    """
    outcomes: list[Outcome] = []
    errors: list[TongsaError] = []
    try:
        desk = open_desk(request.folder)
        workshop = Workshop(
            desk=desk, now=datetime.now(UTC).astimezone(), waiting=show.waiting, slow=show.note
        )
        targets = _targets(desk, request.languages)
        jobs, errors = jobs_of(workshop, sources_of(desk, request.files))
        for warning in workshop.checker.warnings():
            show.warn(warning)
        _ = workshop.checker.examiner.every  # what is wrong with rules is told once, and first
    except TongsaError as error:
        errors = [error]
    work = [] if errors else [(job, language) for job in jobs for language in ("", *targets)]
    for job, language in show.progress(work, "editions"):
        try:
            outcomes += _done(workshop, job, language, request)
        except TongsaError as error:
            errors.append(error)
            outcomes.append(Outcome(article=job.source.name, language=language, failed=True))
    show.outcomes(outcomes, errors, request.output, request.steps)
    unpublished = "compile" in request.steps and any(
        outcome.language and not outcome.published for outcome in outcomes
    )
    sys.exit(2 if errors else int(unpublished))


def _done(workshop: Workshop, job: Job, language: str, request: Request) -> Iterator[Outcome]:
    """Do what was asked for of one template or edition; yield what came of it."""
    if not language:
        if "extract" in request.steps:
            yield workshop.extract(job)
        return
    if request.steps == {"extract"}:
        return
    updated = workshop.update(job, language) if "update" in request.steps else None
    if "compile" in request.steps:
        outcome = workshop.compile(job, language, draft=request.draft)
    else:
        outcome = workshop.status(job, language)
    if updated:
        outcome.written[:0] = updated.written
        outcome.notes[:0] = updated.notes
    yield outcome


def _targets(desk: Desk, languages: Sequence[str]) -> tuple[str, ...]:
    targets = desk.settings.targets
    for code in languages:
        if normalise(code) not in targets:
            raise SettingsError(
                f'"{code}" is no target of this desk',
                file=str(desk.file),
                mend=f"use one of {', '.join(targets)}, or add it to the targets",
            )
    return tuple(dict.fromkeys(map(normalise, languages))) or targets


def sources_of(desk: Desk, files: Sequence[Path]) -> tuple[Source, ...]:
    """Return the articles that were named, or all of a desk."""
    if files:
        return desk.named(files)
    sources = desk.sources()
    if not sources:
        raise DeskError(
            "no article stands on this desk",
            file=str(desk.root / desk.settings.folders.seeds),
            mend="put one there (.txt, .md, .html), or name one",
        )
    return sources


def jobs_of(workshop: Workshop, sources: Sequence[Source]) -> tuple[list[Job], list[TongsaError]]:
    """Read every article; also return what is wrong with those that can't be read."""
    jobs: list[Job] = []
    errors: list[TongsaError] = []
    for source in show.progress(sources, "articles"):
        try:
            jobs.append(workshop.job(source))
        except TongsaError as error:
            errors.append(error)
    for warning in workshop.warnings(jobs):
        show.warn(warning)
    return jobs, errors


@dataclass(frozen=True, slots=True, kw_only=True)
class Cutting:
    """How an article is to be cut; None: as the desk does, or without one our default."""

    language: str | None
    quotes: Quotes | None
    unit: Unit | None
    srx: Path | None


def segment(file: Path, cutting: Cutting, folder: Path | None, output: str) -> None:
    """Show how an article is read and cut."""
    desk = desk_or_none(folder)
    settings = desk.settings if desk else Settings(source="en", targets=())
    settings = replace(
        settings,
        source=normalise(cutting.language) if cutting.language else settings.source,
        quotes=cutting.quotes or settings.quotes,
        unit=cutting.unit or settings.unit,
    )
    root = desk.root if desk else Path.cwd()
    workshop = Workshop(
        desk=Desk(root=root, file=desk.file if desk else root, settings=settings),
        now=datetime.now(UTC),
        srx=cutting.srx,
    )
    if file.is_dir():
        raise DeskError("this is a folder", file=str(file), mend="name one article")
    job = workshop.job(workshop.desk.named([file])[0])
    for warning in workshop.segmenter.warnings:
        show.warn(warning)
    show.blocks(job.article, job.cuts, output)


def preview(file: Path, languages: Sequence[str], output: Path | None, folder: Path | None) -> Path:
    """Write the page of an article's source and editions; return where it lies."""
    desk = open_desk(folder)
    workshop = Workshop(desk=desk, now=datetime.now(UTC), waiting=show.waiting)
    jobs, errors = jobs_of(workshop, desk.named([file])[:1])
    if errors:
        raise errors[0]
    editions = [workshop.edition(jobs[0], language) for language in _targets(desk, languages)]
    if output:
        spare(output, "preview", desk, [file])
        if output.suffix.lower() not in {".html", ".htm"}:
            mend = "name a page that ends in .html"
            raise DeskError("a preview is a page", file=str(output), mend=mend)
    page = render(jobs[0].article, editions, source_language=desk.settings.source)
    path = output.absolute() if output else desk.preview(jobs[0].source.name)
    if output:
        store.write_elsewhere(path, page.encode())
    else:
        store.write(path, page.encode(), root=desk.root, waiting=show.waiting)
    print(desk.shown(path))
    return path


def init(folder: Path, source: str, targets: Sequence[str]) -> None:
    """Set up a desk with a sample article, and say what to do next."""
    root = folder.absolute()
    for path in start(root, source=source, targets=targets, today=datetime.now(UTC).date()):
        print(f"wrote {shown(str(path))}")
    print("next: put articles into seeds/, then run `tongsa build` there")
