"""The steps of the main job on disk: article to template, to catalogs, to editions."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from tongsa.article.read import MAX_BYTES, article_bytes, read
from tongsa.article.splice import splice
from tongsa.catalog import header, marks, mo, po
from tongsa.catalog.merge import Joiners, Order, merge, template
from tongsa.desk import store
from tongsa.edition.annotate import annotate
from tongsa.edition.arrange import Translation, arrange
from tongsa.edition.extract import cut, extract
from tongsa.errors import CatalogError
from tongsa.language.load import facts
from tongsa.model import State
from tongsa.segment import segmenter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from pathlib import Path

    from tongsa.catalog.po import Catalog
    from tongsa.desk.desk import Desk, Source
    from tongsa.edition.extract import Cuts
    from tongsa.model import Article, Edition, Unit
    from tongsa.segment import Segmenter

_RENAMED = 0.5
"""Share of an article's units that a catalog without article must hold to have been its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """An article, read and cut, on its way through the steps."""

    source: Source
    article: Article
    cuts: Cuts
    units: tuple[Unit, ...]


@dataclass(slots=True, kw_only=True)
class Outcome:
    """What a step did for one edition, or without a language for an article's template."""

    article: str
    language: str = ""
    units: int = 0
    translated: int = 0
    fuzzy: int = 0
    untranslated: int = 0
    published: bool = False
    written: list[str] = field(default_factory=list)
    """Files that the step changed, as messages show them."""
    problems: list[str] = field(default_factory=list)
    """What keeps the edition from being published."""


@dataclass(frozen=True, kw_only=True)
class Workshop:
    """A desk at a moment, and the steps that can be done there."""

    desk: Desk
    now: datetime
    """With its time zone; written into the headers of catalogs that change."""
    waiting: Callable[[Path], None] | None = None
    """Told of a file once another run has held it for a second."""

    srx: Path | None = None
    """Segmentation rules in place of the desk's, wherever they lie."""

    @cached_property
    def segmenter(self) -> Segmenter:
        """What cuts this desk's articles; raise SegmentationError for rules that can't be used."""
        settings = self.desk.settings
        file = self.srx
        if settings.srx and not file:
            file = store.inside(self.desk.root, self.desk.root / settings.srx)
        if not file:
            return segmenter(settings.source, quotes=settings.quotes)
        from tongsa.segment.srx import load  # noqa: PLC0415 (brings an XML parser with it)

        rules = load(store.read(file), file=str(self.srx or settings.srx))
        return segmenter(settings.source, quotes=settings.quotes, srx=rules)

    def job(self, source: Source) -> Job:
        """Read an article and cut it; raise ArticleError where it can't be."""
        settings = self.desk.article_settings(source)
        article = read(
            store.read(source.file, limit=MAX_BYTES + 1),
            name=source.name,
            path=source.path,
            suffix=source.file.suffix,
            encoding=settings.encoding or self.desk.settings.encoding,
        )
        cuts = cut(article, self.segmenter, unit=self.desk.settings.unit)
        units = annotate(extract(article, cuts, distinct=settings.distinct), article)
        return Job(source=source, article=article, cuts=cuts, units=units)

    def extract(self, job: Job) -> Outcome:
        """Write the article's template; raise CatalogError where the old one is broken."""
        path = self.desk.pot(job.source.name)
        outcome = Outcome(article=job.source.name, units=len(job.units))

        def edit(data: bytes | None) -> bytes:
            old = None if data is None else self._parsed(data, path)
            return template(old, self._order(job, None)).data

        self._change(outcome, path, edit)
        return outcome

    def update(self, job: Job, language: str) -> Outcome:
        """Bring a catalog up to its article; raise CatalogError where it is broken."""
        path = self.desk.po(language, job.source.name)
        outcome = Outcome(article=job.source.name, language=language)
        order = self._order(job, language)
        joiners = Joiners(
            source=facts(self.desk.settings.source).joiner, target=facts(language).joiner
        )

        def edit(data: bytes | None) -> bytes:
            old = self._renamed(job, language) if data is None else self._parsed(data, path)
            return merge(old, order, joiners).data

        self._change(outcome, path, edit)
        return outcome

    def status(self, job: Job, language: str) -> Outcome:
        """Count how far an edition is; raise CatalogError where its catalog is broken."""
        return self._arranged(job, language)[0]

    def compile(self, job: Job, language: str, *, draft: bool = False) -> Outcome:
        """Write the MO file, and the edition if nothing keeps it back, or else if asked a draft.

        Raise CatalogError where the catalog is broken.
        """
        outcome, edition, catalog = self._arranged(job, language)
        name, suffix = job.source.name, job.source.file.suffix
        outcome.published = not outcome.problems
        if outcome.published or draft:
            path = self.desk.edition(
                language, name, suffix if outcome.published else f".draft{suffix}"
            )
            self._change(outcome, path, lambda _: _printed(job, edition))
        self._change(outcome, self.desk.mo(language, name), lambda _: _machine(catalog))
        return outcome

    def edition(self, job: Job, language: str) -> Edition:
        """Return an edition as its catalog stands; raise CatalogError where that is broken."""
        return self._arranged(job, language)[1]

    def _arranged(self, job: Job, language: str) -> tuple[Outcome, Edition, Catalog]:
        catalog = self._catalog(self.desk.po(language, job.source.name))
        held = _translations(catalog)
        edition = arrange(job.cuts, job.units, held, language)
        states = Counter(_state(unit, held) for unit in job.units)
        outcome = Outcome(
            article=job.source.name,
            language=language,
            units=len(job.units),
            translated=states[State.TRANSLATED],
            fuzzy=states[State.FUZZY],
            untranslated=states[State.UNTRANSLATED],
        )
        outcome.problems = [
            f"{states[state]} {state}"
            for state in (State.FUZZY, State.UNTRANSLATED)
            if states[state]
        ]
        lines = {entry.identity: entry.line for entry in catalog.entries if not entry.obsolete}
        outcome.problems += [
            f"{catalog.path}:{lines[fault.unit.context, fault.unit.source]}: {fault.message}"
            for fault in edition.faults
        ]
        return outcome, edition, catalog

    def _catalog(self, path: Path) -> Catalog:
        real = store.inside(self.desk.root, path)
        if not real.exists():
            return po.Catalog(path=self.desk.shown(path))
        return self._parsed(store.read(real), path)

    def _parsed(self, data: bytes, path: Path) -> Catalog:
        shown = self.desk.shown(path)
        if not data.strip():
            # A program that is about to write it has emptied it first, or a disk lost it.
            raise CatalogError("this catalog is empty", file=shown, mend="restore or delete it")
        return po.parse(data, path=shown)

    def _change(
        self, outcome: Outcome, path: Path, edit: Callable[[bytes | None], bytes | None]
    ) -> None:
        if store.change(path, edit, root=self.desk.root, waiting=self.waiting):
            outcome.written.append(self.desk.shown(path))

    def _renamed(self, job: Job, language: str) -> Catalog | None:
        """Return the catalog that an article had before it was renamed; None if there is none."""
        own = {source.name for source in self.desk.sources()}
        wanted = {(unit.context, unit.source) for unit in job.units}
        best: tuple[float, Catalog | None] = (_RENAMED * len(wanted), None)
        for name, path in self.desk.catalogs(language):
            if name in own:
                continue
            try:
                catalog = self._catalog(path)
            except CatalogError:
                continue  # told when its own article is worked on
            shared = len(wanted & {entry.identity for entry in catalog.entries})
            best = max(best, (shared, catalog), key=lambda pair: pair[0])
        return best[1]

    def _order(self, job: Job, language: str | None) -> Order:
        settings = self.desk.settings
        fields = header.new_header(
            language,
            project=self.desk.name,
            segmenter=f"{self.segmenter.signature}; unit={settings.unit}",
            created=self.now,
            translator=settings.translator,
            team=settings.team,
            report=settings.report,
        )
        return Order(units=job.units, article=job.article.path, header=fields)


def _translations(catalog: Catalog) -> Mapping[tuple[str | None, str], Translation]:
    return {
        entry.identity: Translation(target=entry.target, fuzzy=entry.fuzzy)
        for entry in catalog.entries
        if not entry.obsolete
    }


def _state(unit: Unit, held: Mapping[tuple[str | None, str], Translation]) -> State:
    translation = held.get((unit.context, unit.source))
    return translation.state if translation else State.UNTRANSLATED


def _machine(catalog: Catalog) -> bytes:
    """Return the MO file: the finished translations without marks, merged ones empty."""
    finished = {
        entry.identity: marks.read(entry.target, entry.source).text
        for entry in catalog.entries
        if not (entry.obsolete or entry.fuzzy or entry.is_header) and entry.target.strip()
    }
    return mo.compile_mo(finished, catalog.header)


def _printed(job: Job, edition: Edition) -> bytes:
    """Return an edition's file: in its article's encoding, or in UTF-8 if that can't hold it."""
    known = facts(edition.language)
    written = article_bytes(job.article, splice(job.article, job.cuts, edition, known))
    if written.encoding != job.article.encoding:
        text = splice(job.article, job.cuts, edition, known, charset=written.encoding)
        written = article_bytes(job.article, text)
    return written.data
