"""Check catalogs on disk: those of a desk, and any PO file from anywhere."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from tongsa.check.found import UNUSED
from tongsa.check.ignore import words
from tongsa.desk import store
from tongsa.desk.glossary_files import own_files, own_rules, read_file
from tongsa.desk.ground import Ground
from tongsa.desk.targets import Target, Wanted, hinted
from tongsa.errors import CatalogError, SettingsError, TongsaError
from tongsa.language.load import normalise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from tongsa.catalog.po import Catalog
    from tongsa.check.baseline import Baseline
    from tongsa.check.check import Check
    from tongsa.check.fix import Fixed
    from tongsa.check.found import Found
    from tongsa.check.ignore import DeskIgnore
    from tongsa.check.run import Examiner
    from tongsa.desk.across import Seen
    from tongsa.desk.desk import Desk
    from tongsa.desk.glossary_files import GlossaryFile
    from tongsa.desk.kept import Kept
    from tongsa.desk.results import Result
    from tongsa.glossary.glossary import Glossary
    from tongsa.model import Finding, Severity


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
    cores: int = 1
    """How many cores large work is spread over."""
    kept: Kept | None = None
    """Where results are kept for the next time."""
    tally: Tally = field(default_factory=Tally)
    _told: dict[str, set[tuple[str, str, tuple[str, ...]]]] = field(default_factory=dict)
    _idle: set[object] = field(default_factory=set)
    _files: set[str] = field(default_factory=set)
    _seen: list[Seen] = field(default_factory=list)

    def check(self, target: Target) -> list[Finding]:
        """Return what is found in a catalog; raise CatalogError where it is broken."""
        return self.findings(self.read(target), target)

    def check_all(
        self, targets: Sequence[Target]
    ) -> Iterator[tuple[Target, list[Finding] | TongsaError]]:
        """Return the findings of each catalog, in order, or the error where it is broken.

        What is kept of earlier runs is not looked for again; large work goes to all cores, which
        begin at once.
        """
        from tongsa.desk.runs import Run  # noqa: PLC0415 (not where all is said before)

        found = Run(checker=self, targets=targets).results()
        return ((target, self._judged(result, target)) for target, result in found)

    def _judged(self, result: Result | TongsaError, target: Target) -> list[Finding] | TongsaError:
        if isinstance(result, TongsaError):
            return result
        from tongsa.desk.across import Seen  # noqa: PLC0415 (as in check_all)

        waiting = tuple(it for it in result.found if it.waits)
        if result.traces or waiting:
            self._seen.append(
                Seen(
                    target=target,
                    language=result.language,
                    traces=result.traces,
                    name=result.name,
                    waiting=waiting,
                )
            )
        return self._of_result(result, target)

    def across(self) -> Iterator[tuple[Target, list[Finding]]]:
        """Yield what is to be said of the catalogs beside each other, once all are checked."""
        from tongsa.desk import across  # noqa: PLC0415 (as in check_all)

        for target, found in across.found(self, self._seen):
            told = [it.finding for it in found if not self._aside(it, target.article)]
            if told:
                yield target, told

    def read(self, target: Target) -> Catalog:
        """Read a catalog."""
        from tongsa.catalog import po  # noqa: PLC0415 (not needed where all is kept)

        return po.parse(store.read(target.path), path=target.file)

    def findings(
        self, catalog: Catalog, target: Target, language: str | None = None
    ) -> list[Finding]:
        """Return what is found in a catalog and not set aside, in its order."""
        return self._of_result(self.result(catalog, target, language), target)

    def result(
        self,
        catalog: Catalog,
        target: Target,
        language: str | None = None,
        share: tuple[int, int] = (0, 1),
    ) -> Result:
        """Return what the checks say of a catalog, or of one part of so many of it."""
        from tongsa.check.traces import Traces  # noqa: PLC0415 (as in check_all)
        from tongsa.desk.results import Result  # noqa: PLC0415

        code = language or self.language(catalog, target)
        finished = sum(
            not (entry.obsolete or entry.is_header or entry.fuzzy) and bool(entry.target.strip())
            for entry in catalog.entries
        )
        examined = self.examiner.examined(catalog, code, share)
        return Result(
            language=code,
            units=0 if share[0] else finished,
            found=examined.found,
            traces=examined.traces or Traces(),
        )

    def _of_result(self, result: Result, target: Target) -> list[Finding]:
        self.tally.files += 1
        self.tally.units += result.units
        self._files.add(target.file)
        told = (it for it in result.found if not it.waits)
        return [it.finding for it in told if not self._aside(it, target.article)]

    def fixed(self, catalog: Catalog, target: Target) -> Fixed:
        """Return the catalog with the safe fixes of what is found and not set aside."""
        from tongsa.check.fix import fixed  # noqa: PLC0415 (one command alone)

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
        if told := next(hinted(target.path, self.source), ""):
            return told
        raise CatalogError(
            "neither its header nor its path tells its language",
            file=catalog.path,
            mend='name it with --lang, or write "Language: ko\\n" into the header',
        )

    def warnings(self) -> Iterator[str]:
        """Yield what in the settings fits nothing: house styles that no term has."""
        wanted = self.desk.settings.styles if self.desk else frozenset()
        if not wanted or not self.glossary_files:
            return
        for style in sorted(wanted - self._styles):
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
            if idle and self.examiner.runs(known.code) and self._asked_of(known.code):
                blanks = {"code": known.code, "place": f"{known.file} has no such finding any more"}
                file = self.baseline.file if self.baseline else shown
                yield from self.examiner.report(UNUSED, blanks, file=file, line=line)

    def _asked_of(self, code: str) -> bool:
        """Whether what a check finds can be told from the catalogs that were checked."""
        return self.whole or not self.examiner.compares(code)

    @cached_property
    def ground(self) -> Ground:
        """What all that is said follows from, but for the catalogs."""
        return Ground(self)

    @cached_property
    def _styles(self) -> frozenset[str]:
        """The house styles of the glossary's terms."""
        return frozenset(term.style for concept in self.glossary.concepts for term in concept.terms)

    @cached_property
    def every(self) -> tuple[Check, ...]:
        """All checks there are: tongsa's, those of packages, and the desk's own."""
        from tongsa.desk import examiners  # noqa: PLC0415 (loads every check)

        return examiners.every(self)

    @cached_property
    def examiner(self) -> Examiner:
        """The checks and the glossary that the run goes by."""
        from tongsa.desk import examiners  # noqa: PLC0415 (loads every check)

        return examiners.examiner(self)

    @cached_property
    def glossary(self) -> Glossary:
        """The glossary that the run goes by: the files that were named, else the desk's own."""
        from tongsa.desk import examiners  # noqa: PLC0415 (loads every check)

        return examiners.glossary(self)

    @cached_property
    def glossary_files(self) -> Sequence[GlossaryFile]:
        """The files of the glossary."""
        if self.wanted.glossaries:
            return [read_file(path, str(path)) for path in self.wanted.glossaries]
        return own_files(self.desk) if self.desk else ()

    @cached_property
    def glossary_languages(self) -> tuple[str, ...]:
        """The languages that the glossary is to serve, the source's first."""
        targets = self.desk.settings.targets if self.desk else ()
        asked = [normalise(self.wanted.language)] if self.wanted.language else self.languages
        return tuple(dict.fromkeys((self.source, *(asked or targets))))

    @cached_property
    def source(self) -> str:
        """The articles' language."""
        if self.wanted.source:
            return normalise(self.wanted.source)
        return self.desk.settings.source if self.desk else "en"

    @cached_property
    def baseline(self) -> Baseline | None:
        """The accepted findings, if there is a list of them."""
        path = self.baseline_path
        if path is None:
            return None
        from tongsa.check import baseline as baselines  # noqa: PLC0415 (few desks have one)

        file = str(self.wanted.baseline or (self.desk and self.desk.settings.checks.baseline))
        return baselines.read(store.read(path).decode("utf-8-sig", "replace"), file=file)

    @property
    def baseline_path(self) -> Path | None:
        """The file of accepted findings, if there is one that counts."""
        if self.wanted.accepted or self.wanted.baseline or self.desk is None:
            return None if self.wanted.accepted else self.wanted.baseline
        file = self.desk.settings.checks.baseline
        return store.inside(self.desk.root, self.desk.root / file) if file else None

    @property
    def _desk_ignores(self) -> Sequence[DeskIgnore]:
        return self.desk.settings.checks.ignore if self.desk else ()

    @cached_property
    def rules(self) -> Sequence[GlossaryFile]:
        """The files of the desk's own rules."""
        return own_rules(self.desk) if self.desk else ()

    def _aside(self, found: Found, article: str) -> bool:
        """Whether a finding is set aside; notes what set it aside."""
        finding = found.finding
        aside = found.ignored
        for ignore in self._desk_ignores:
            if ignore.covers(finding, article):
                self._idle.add(ignore)
                aside = True
        if self.baseline and (known := self.baseline.covers(finding)):
            self._idle.add(known)
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
