"""The steps of the main job on disk: article to template, to catalogs, to editions."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from tongsa.article.read import MAX_BYTES, read
from tongsa.catalog import header, po
from tongsa.catalog.merge import Joiners, Order, merge, template
from tongsa.desk import store
from tongsa.desk.catalogs import Catalogs
from tongsa.desk.checking import Checker
from tongsa.desk.publish import machine, printed
from tongsa.desk.targets import Target
from tongsa.edition.annotate import annotate, with_figures, with_people, with_terms
from tongsa.edition.arrange import Translation, arrange, translation
from tongsa.edition.extract import cut, extract
from tongsa.glossary.sources import Sources
from tongsa.glossary.standing import Variety
from tongsa.language.load import facts
from tongsa.model import Severity, State
from tongsa.segment import segmenter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from tongsa.catalog.po import Catalog
    from tongsa.desk.desk import Desk, Source
    from tongsa.edition.arrange import Translations
    from tongsa.edition.extract import Cuts
    from tongsa.model import Article, Edition, Finding, Unit
    from tongsa.segment import Segmenter


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
    failed: bool = False
    """Whether an error, told apart, stopped it."""
    written: list[str] = field(default_factory=list)
    """Files that the step changed, as messages show them."""
    faults: list[str] = field(default_factory=list)
    """Marks that lead nowhere, with their place in the catalog."""
    findings: list[Finding] = field(default_factory=list)
    """Errors that checks found in it; they keep it back."""
    notes: list[str] = field(default_factory=list)
    """What else a person may want to know."""


@dataclass(frozen=True, kw_only=True)
class Workshop:
    """A desk at a moment, and the steps that can be done there."""

    desk: Desk
    now: datetime
    """With its time zone; written into the headers of catalogs that change."""
    waiting: Callable[[Path], None] | None = None
    """Told of a file once another run has held it for a second."""

    slow: Callable[[str], None] | None = None
    """Told of what takes long."""

    srx: Path | None = None
    """Segmentation rules in place of the desk's, wherever they lie."""
    _units: dict[tuple[str, str], tuple[Unit, ...]] = field(default_factory=dict)
    """The units of the article at hand with the terms for each language."""
    _named: list[Sources] = field(default_factory=list)
    """What the article at hand names."""

    @cached_property
    def catalogs(self) -> Catalogs:
        """The desk's catalogs, as this run comes to know them."""
        return Catalogs(self.desk)

    @cached_property
    def checker(self) -> Checker:
        """What checks translations before they are published, with the desk's glossary."""
        return Checker(desk=self.desk, slow=self.slow)

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

    def warnings(self, jobs: Sequence[Job]) -> Iterator[str]:
        """Yield what in the settings fits nothing."""
        yield from self.segmenter.warnings
        shown = self.desk.shown(self.desk.file)
        own = {*self.desk.own, *self.desk.own.values()}
        own |= {name for job in jobs for name in (job.source.name, job.source.path)}
        for name in self.desk.settings.articles:
            if name not in own:
                yield f'{shown}: [articles."{name}"] fits no article'
        for job in jobs:
            held = {unit.source for unit in job.units}
            for text in self.desk.article_settings(job.source).distinct:
                if text not in held:
                    yield f'{shown}: "{text}" of "distinct" stands nowhere in {job.source.path}'

    def extract(self, job: Job) -> Outcome:
        """Write the article's template; raise CatalogError where the old one is broken."""
        path = self.desk.pot(job.source.name)
        outcome = Outcome(article=job.source.name, units=len(job.units))

        def edit(data: bytes | None) -> bytes:
            old = None if data is None else self._own(data, path, job)
            return template(old, self._order(job, None)).data

        self._change(outcome, path, edit)
        return outcome

    def update(self, job: Job, language: str) -> Outcome:
        """Bring a catalog up to its article; raise CatalogError where it is broken."""
        path = self.desk.po(language, job.source.name)
        outcome = Outcome(article=job.source.name, language=language)

        def edit(data: bytes | None) -> bytes:
            if data is None:
                old = self.catalogs.renamed(language, job.units)
                taken = old and f"took over the translations of {old.path}, whose article is gone"
                outcome.notes = [taken] if taken else []
            else:
                old = self._own(data, path, job)
            return self._merged(old, job, language).data

        self._change(outcome, path, edit)
        return outcome

    def status(self, job: Job, language: str) -> Outcome:
        """Count how far an edition will be once its catalog is up to date; writes nothing.

        Raise CatalogError where the catalog is broken.
        """
        return self._arranged(job, self.brought_up(job, language), language)[0]

    def compile(self, job: Job, language: str, *, draft: bool = False) -> Outcome:
        """Write the MO file, and the edition if nothing keeps it back, or else if asked a draft.

        Raise CatalogError where the catalog is broken.
        """
        catalog = self.brought_up(job, language)
        outcome, edition = self._arranged(job, catalog, language)
        name, suffix = job.source.name, job.source.file.suffix
        outcome.published = (
            outcome.translated == outcome.units and not outcome.faults and not outcome.findings
        )
        if outcome.published or draft:
            place = self.desk.edition if outcome.published else self.desk.draft
            file = printed(job.article, job.cuts, edition)
            self._change(outcome, place(language, name, suffix), lambda _: file.data)
            if file.encoding != job.article.encoding:
                lost = job.article.encoding
                outcome.notes.append(f"written in {file.encoding}: {lost} cannot hold its letters")
        self._change(outcome, self.desk.mo(language, name), lambda _: machine(catalog))
        return outcome

    def edition(self, job: Job, language: str) -> Edition:
        """Return an edition as its catalog stands; raise CatalogError where that is broken."""
        return self._arranged(job, self.brought_up(job, language), language)[1]

    def _arranged(self, job: Job, catalog: Catalog, language: str) -> tuple[Outcome, Edition]:
        held = _translations(catalog)
        edition = arrange(job.cuts, job.units, held, language)
        states = Counter(translation(unit, held).state for unit in job.units)
        outcome = Outcome(
            article=job.source.name,
            language=language,
            units=len(job.units),
            translated=states[State.TRANSLATED],
            fuzzy=states[State.FUZZY],
            untranslated=states[State.UNTRANSLATED],
        )
        lines = {entry.identity: entry.line for entry in catalog.entries if not entry.obsolete}
        outcome.faults = [
            f"{catalog.path}:{lines[fault.unit.identity]}: {fault.message}"
            for fault in edition.faults
        ]
        self._check(outcome, catalog)
        return outcome, edition

    def _check(self, outcome: Outcome, catalog: Catalog) -> None:
        """Note what the checks find in an edition's catalog: errors keep it back."""
        path = self.desk.po(outcome.language, outcome.article)
        target = Target(path=path, file=catalog.path, article=outcome.article)
        found = self.checker.findings(catalog, target, outcome.language)
        outcome.findings = [each for each in found if each.severity is Severity.ERROR]
        others = len(found) - len(outcome.findings)
        if others:
            told = "one warning or note" if others == 1 else f"{others} warnings and notes"
            it = "it" if others == 1 else "them"
            outcome.notes.append(f"{told}: `tongsa check` shows {it}")

    def brought_up(self, job: Job, language: str) -> Catalog:
        """Return a catalog as an update would write it: what is stale in it is then fuzzy."""
        real = store.inside(self.desk.root, self.desk.po(language, job.source.name))
        return self.updated(store.read(real) if real.exists() else None, job, language)

    def updated(self, data: bytes | None, job: Job, language: str) -> Catalog:
        """Return what an update makes of a catalog; of none, of what a renamed article had."""
        path = self.desk.po(language, job.source.name)
        old = (
            self.catalogs.renamed(language, job.units)
            if data is None
            else self._own(data, path, job)
        )
        new = self._merged(old, job, language)
        return po.parse(new.data, path=self.desk.shown(path)) if new is not old else new

    def _own(self, data: bytes, path: Path, job: Job) -> Catalog:
        return self.catalogs.own(data, path, job.article.path, job.units)

    def _merged(self, old: Catalog | None, job: Job, language: str) -> Catalog:
        joiners = Joiners(
            source=facts(self.desk.settings.source).joiner, target=facts(language).joiner
        )
        return merge(old, self._order(job, language), joiners)

    def _change(
        self, outcome: Outcome, path: Path, edit: Callable[[bytes | None], bytes | None]
    ) -> None:
        if store.change(path, edit, root=self.desk.root, waiting=self.waiting):
            outcome.written.append(self.desk.shown(path))

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
        of_article = self.desk.article_settings(job.source)
        if of_article.date:
            fields[header.ARTICLE_DATE] = of_article.date.isoformat()
        if of_article.url:
            fields[f"{header.OURS}Article-URL"] = of_article.url
        units = self._hinted(job, language) if language else job.units
        return Order(units=units, article=job.article.path, header=fields)

    def _hinted(self, job: Job, language: str) -> tuple[Unit, ...]:
        """Return an article's units with the terms and the figures for each in a language."""
        key = (job.source.name, language)
        if key not in self._units:
            if any(name != job.source.name for name, _ in self._units):
                self._units.clear()  # articles come one after another
            source, date = self.desk.settings.source, self.desk.article_settings(job.source).date
            units = with_figures(job.units, source, language, date)
            self._units[key] = self._with_terms(units, language)
        return self._units[key]

    def _with_terms(self, units: tuple[Unit, ...], language: str) -> tuple[Unit, ...]:
        """Return the units with the terms and the persons that they name."""
        texts = tuple(unit.source for unit in units)
        sources = self._sources(texts)
        variety = Variety(language=language, styles=self.desk.settings.styles)
        return with_people(with_terms(units, sources, variety), sources, language)

    def _sources(self, texts: tuple[str, ...]) -> Sources:
        """Return what an article's units name; its editions share it."""
        if not self._named or self._named[0].texts != texts:
            self._named[:] = [Sources(self.checker.glossary, texts, self.desk.settings.source)]
        return self._named[0]


def _translations(catalog: Catalog) -> Translations:
    return {
        entry.identity: Translation(target=entry.target, fuzzy=entry.fuzzy)
        for entry in catalog.entries
        if not entry.obsolete
    }
