"""Check catalogs on disk: those of a desk, and any PO file from anywhere."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from tongsa.catalog import po
from tongsa.check import baseline as baselines
from tongsa.check.fix import fixed
from tongsa.check.ignore import words
from tongsa.check.registry import Declaration, chosen, gather
from tongsa.check.run import FAILED, UNUSED, Examiner
from tongsa.desk import glossaries, store
from tongsa.errors import CatalogError, CheckError, SettingsError, TongsaError
from tongsa.language.load import normalise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from tongsa.catalog.po import Catalog
    from tongsa.check.baseline import Baseline
    from tongsa.check.check import Check
    from tongsa.check.fix import Fixed
    from tongsa.check.ignore import DeskIgnore
    from tongsa.check.run import Found
    from tongsa.desk.desk import Desk
    from tongsa.desk.glossaries import GlossaryFile
    from tongsa.glossary.glossary import Glossary
    from tongsa.model import Finding, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a run of checks is to be."""

    select: Sequence[str] = ()
    """Codes, begins of codes or names of the checks to run; none: every one."""
    skip: Sequence[str] = ()
    glossaries: Sequence[Path] = ()
    """Files in place of the desk's own glossary, in any format."""
    source: str | None = None
    """The articles' language; None: as the desk says, or English."""
    language: str | None = None
    """The catalogs' language, whatever their headers say."""
    baseline: Path | None = None
    """A file of accepted findings in place of the desk's own."""
    accepted: bool = False
    """Whether accepted findings are told as well, so that all can be accepted anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A catalog to check."""

    path: Path
    file: str
    """As messages show it."""
    article: str
    """The name of its article."""
    language: str = ""
    """Its edition's, where it lies on a desk; else empty."""


@dataclass(slots=True, kw_only=True)
class Tally:
    """What was checked so far."""

    files: int = 0
    units: int = 0
    ignored: int = 0


@dataclass(frozen=True, kw_only=True)  # no slots: what is loaded once is kept
class Checker:
    """Checks catalogs by a desk's settings, or without a desk by what was asked for."""

    desk: Desk | None
    wanted: Wanted = field(default_factory=Wanted)
    languages: Sequence[str] = ()
    """The editions that are to be checked, where they are known."""
    whole: bool = False
    """Whether the whole desk is checked, so that what ignores nothing anywhere can be told."""
    slow: Callable[[str], None] | None = None
    """Told of what takes long."""
    tally: Tally = field(default_factory=Tally)
    _told: dict[str, set[tuple[str, str, tuple[str, ...]]]] = field(default_factory=dict)
    _idle: set[object] = field(default_factory=set)
    _files: set[str] = field(default_factory=set)

    def check(self, target: Target) -> list[Finding]:
        """Return what is found in a catalog; raise CatalogError where it is broken."""
        return self.findings(self.read(target), target)

    def read(self, target: Target) -> Catalog:
        """Read a catalog."""
        return po.parse(store.read(target.path), path=target.file)

    def findings(
        self, catalog: Catalog, target: Target, language: str | None = None
    ) -> list[Finding]:
        """Return what is found in a catalog and not set aside, in its order."""
        code = language or self.language(catalog, target)
        self.tally.files += 1
        self.tally.units += sum(
            not (entry.obsolete or entry.is_header or entry.fuzzy) and bool(entry.target.strip())
            for entry in catalog.entries
        )
        self._files.add(catalog.path)
        return [
            found.finding
            for found in self.examiner.examine(catalog, code)
            if not self._aside(found, target.article)
        ]

    def fixed(self, catalog: Catalog, target: Target) -> Fixed:
        """Return the catalog with the safe fixes of what is found and not set aside."""
        code = self.language(catalog, target)

        def examine(current: Catalog) -> Iterator[Found]:
            for found in self.examiner.examine(current, code):
                if not self._aside(found, target.article):
                    yield found

        return fixed(catalog, examine)

    def language(self, catalog: Catalog, target: Target) -> str:
        """Return a catalog's language: as asked for, as its desk, its header or its path says."""
        asked = self.wanted.language or target.language
        if asked:
            return normalise(asked)
        if named := catalog.headers.get("Language", ""):
            try:
                return normalise(named)
            except SettingsError as error:
                message = f'no facts are known of its language "{named}"'
                mend = "name another with --lang"
                raise CatalogError(message, file=catalog.path, mend=mend) from error
        if hinted := next(_hinted(target.path, self.source), ""):
            return hinted
        raise CatalogError(
            "neither its header nor its path tells its language",
            file=catalog.path,
            mend='name it with --lang, or write "Language: ko\\n" into the header',
        )

    def warnings(self) -> Iterator[str]:
        """Yield what in the settings fits nothing: house styles that no term has."""
        wanted = self.desk.settings.styles if self.desk else frozenset()
        if not wanted or not self.glossary:
            return
        known = {term.style for concept in self.glossary.concepts for term in concept.terms}
        for style in sorted(wanted - known):
            yield f'no term of the glossary has the house style "{style}" that the settings name'

    def rest(self) -> Iterator[Finding]:
        """Yield what is to be said once all is checked: ignores that ignored nothing."""
        shown = self.desk.shown(self.desk.file) if self.desk else ""
        for ignore in self._desk_ignores if self.whole else ():
            if ignore not in self._idle and self.examiner.runs(ignore.check):
                blanks = {"code": ignore.check, "place": "nothing that it is meant for is found"}
                yield from self.examiner.report(UNUSED, blanks, file=shown, line=ignore.line)
        for known, line in self.baseline.known.items() if self.baseline else ():
            idle = known not in self._idle and known.file in self._files
            if idle and self.examiner.runs(known.code):
                blanks = {"code": known.code, "place": f"{known.file} has no such finding any more"}
                file = self.baseline.file if self.baseline else shown
                yield from self.examiner.report(UNUSED, blanks, file=file, line=line)

    def aimed(self, targets: Iterable[Target]) -> Checker:
        """Return what knows of which languages the catalogs are; formats that name none need it."""
        languages: list[str] = []
        for target in targets if self.wanted.glossaries else ():
            try:
                languages.append(self.language(self.read(target), target))
            except TongsaError:  # told where the catalog is checked
                continue
        return replace(self, languages=tuple(dict.fromkeys(languages)))

    @cached_property
    def every(self) -> tuple[Check, ...]:
        """All checks there are: tongsa's, those of packages, and the desk's own."""
        return gather(self._rules())

    @cached_property
    def examiner(self) -> Examiner:
        """The checks and the glossary that the run goes by."""
        settings = self.desk.settings if self.desk else None
        # What failed must never go unsaid where others were asked for.
        select = (*self.wanted.select, FAILED) if self.wanted.select else ()
        checks = chosen(self.every, select, self.wanted.skip)
        kept = {check.code for check in self._kept()}
        return Examiner(
            checks=[check for check in checks if check.code in kept],
            every=self.every,
            glossary=self.glossary,
            source=self.source,
            styles=settings.styles if settings else frozenset(),
        )

    def _kept(self) -> Sequence[Check]:
        """Return the checks that the desk does not skip."""
        if self.desk is None:
            return self.every
        try:
            return chosen(self.every, (), self.desk.settings.checks.skip)
        except CheckError as error:
            file = self.desk.shown(self.desk.file)
            raise CheckError(error.message, file=file, mend=error.mend) from error

    @cached_property
    def glossary(self) -> Glossary:
        """The glossary that the run goes by: the files that were named, else the desk's own."""
        files: Sequence[GlossaryFile] = ()
        if self.wanted.glossaries:
            files = [glossaries.read_file(path, str(path)) for path in self.wanted.glossaries]
        elif self.desk:
            files = glossaries.own_files(self.desk)
        targets = self.desk.settings.targets if self.desk else ()
        asked = [normalise(self.wanted.language)] if self.wanted.language else self.languages
        languages = dict.fromkeys((self.source, *(asked or targets)))
        return glossaries.glossary(files, tuple(languages), self.slow)

    @cached_property
    def source(self) -> str:
        """The articles' language."""
        if self.wanted.source:
            return normalise(self.wanted.source)
        return self.desk.settings.source if self.desk else "en"

    @cached_property
    def baseline(self) -> Baseline | None:
        """The accepted findings, if there is a list of them."""
        path = self.wanted.baseline
        file = str(path)
        if path is None and self.desk:
            file = self.desk.settings.checks.baseline
            path = store.inside(self.desk.root, self.desk.root / file) if file else None
        if path is None or self.wanted.accepted:
            return None
        return baselines.read(store.read(path).decode("utf-8-sig", "replace"), file=file)

    @property
    def _desk_ignores(self) -> Sequence[DeskIgnore]:
        return self.desk.settings.checks.ignore if self.desk else ()

    def _rules(self) -> Iterator[Declaration]:
        """Yield the desk's own rules."""
        if self.desk is None:
            return
        folder = self.desk.root / self.desk.settings.folders.checks
        for path in sorted(folder.glob("*.toml")) if folder.is_dir() else ():
            file = self.desk.shown(path)
            content = store.read(store.inside(self.desk.root, path))
            text = glossaries.text(glossaries.GlossaryFile(path=path, file=file, content=content))
            yield Declaration(name=path.stem, file=file, text=text)

    def _aside(self, found: Found, article: str) -> bool:
        """Whether a finding is set aside; notes what set it aside."""
        finding = found.finding
        aside = found.ignored
        for ignore in self._desk_ignores:
            if ignore.covers(finding, article):
                self._idle.add(ignore)
                aside = True
        if self.baseline and self.baseline.covers(finding):
            self._idle.add(baselines.key(finding))
            aside = True
        if found.once:
            told = self._told.setdefault(article, set())
            key = (finding.code, finding.source, words(finding))
            if key in told:
                return True
            told.add(key)
        self.tally.ignored += aside
        return aside


def count(findings: Iterable[Finding]) -> Counter[Severity]:
    """Return how many findings there are of each severity."""
    return Counter(finding.severity for finding in findings)


def _hinted(path: Path, source: str) -> Iterator[str]:
    """Yield the languages that a path names: ``zh_TW/LC_MESSAGES/harbour.po``, ``ko.po``."""
    for word in (path.stem, path.stem.rpartition(".")[2], *path.absolute().parts[-2::-1]):
        try:
            code = normalise(word)
        except SettingsError:
            continue
        if code != source:
            yield code
