"""Run checks over a catalog, and place in its file what they find."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from tongsa.catalog.header import ARTICLE_DATE
from tongsa.check.across import traces
from tongsa.check.check import Context
from tongsa.check.found import FAILED, UNREASONED, UNUSED, Examined, Found
from tongsa.check.ignore import on_unit
from tongsa.check.placing import finding_at, of_unit
from tongsa.check.sift import Sifter
from tongsa.check.units import places
from tongsa.glossary.sources import Sources
from tongsa.glossary.standing import Variety
from tongsa.glossary.usage import Usage
from tongsa.model import Finding, State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.catalog.po import Catalog
    from tongsa.check.check import Check
    from tongsa.check.units import Place
    from tongsa.glossary.glossary import Glossary


@dataclass(frozen=True, kw_only=True)  # no slots: what the sources name is kept for all editions
class Examiner:
    """The checks that are wanted, and what they go by."""

    checks: Sequence[Check]
    """Those to run."""
    every: Sequence[Check]
    """All that there are, for telling a mistyped ignore from one whose check is not run."""
    glossary: Glossary
    source: str = "en"
    """The articles' language."""
    styles: frozenset[str] = frozenset()
    """House styles that are switched on."""
    _sources: dict[tuple[str, ...], Sources] = field(default_factory=dict)

    def examine(self, catalog: Catalog, language: str) -> tuple[Found, ...]:
        """Return what the checks find in a catalog, in its order; one that fails stops no other."""
        return self.examined(catalog, language).found

    def examined(
        self, catalog: Catalog, language: str, share: tuple[int, int] = (0, 1)
    ) -> Examined:
        """Return what the checks find in a catalog, and what others are compared with.

        ``share`` asks for one part, from 0, of so many of it.
        """
        found = places(catalog)
        units = tuple(place.unit for place in found)
        usage = Usage(
            self._named(tuple(unit.source for unit in units)),
            tuple(unit.target if unit.state is State.TRANSLATED else "" for unit in units),
            Variety(language=language, styles=self.styles),
        )
        context = Context(language, units, usage, _date(catalog))
        sifter = Sifter([check for check in self.checks if check.looks_at(language)])
        told: list[Found] = []
        part, parts = share
        groups = [tuple(group) for _, group in groupby(found, key=lambda place: id(place.entry))]
        first, end = (len(groups) * at // parts for at in (part, part + 1))
        for forms in groups[first:end]:
            here = [
                each
                for place in forms
                for check in sifter.checks(place.unit, context)
                for each in self._look(check, place, context, catalog.path)
            ]
            told += self._set_aside(here, forms[0], catalog.path, language)
        compared = part == 0 and any(check.looks_at(language) for check in self.comparing)
        return Examined(
            found=tuple(_distinct(told)),
            traces=traces(catalog, found, context) if compared else None,
        )

    @cached_property
    def comparing(self) -> Sequence[Check]:
        """The checks that compare articles."""
        return [check for check in self.checks if check.look_across is not None]

    def _look(self, check: Check, place: Place, context: Context, file: str) -> Iterator[Found]:
        """Yield what one check finds in a unit; a defect of the check is a finding too."""
        assert check.look is not None  # noqa: S101 (those that look were chosen)
        try:
            findings = [
                finding_at(place, check, hit, file=file, language=context.language)
                for hit in check.look(place.unit, context)
            ]
        except Exception as fault:  # noqa: BLE001 (a check may come from anybody)
            line, column = place.line_and_column(target=0)
            for each in self.failed(check, fault, file=file, line=line, language=context.language):
                finding = of_unit(replace(each.finding, column=column), place)
                yield replace(each, finding=finding, place=place)
            return
        for finding in findings:
            yield Found(finding=finding, place=place, once=check.once)

    def _set_aside(
        self, found: Sequence[Found], place: Place, file: str, language: str
    ) -> Iterator[Found]:
        """Yield a unit's findings, marked where a comment sets them aside, and idle comments."""
        ignores = on_unit(place.entry)
        for each in found:
            covered = any(ignore.covers(each.finding) for ignore in ignores)
            yield replace(each, ignored=covered) if covered else each
        for ignore in ignores:
            if any(ignore.covers(each.finding) for each in found) or not self.runs(ignore.check):
                continue
            if place.unit.state is not State.TRANSLATED:
                continue  # what it is for may come back with the translation
            code = UNUSED if ignore.reason else UNREASONED
            known = any(check.is_called(ignore.check) for check in self.every)
            place_told = (
                "nothing of the kind is found in this unit" if known else "no check is called so"
            )
            blanks = {"code": ignore.check, "place": place_told}
            for finding in self.report(
                code, blanks, file=file, line=ignore.line, language=language
            ):
                waits = code == UNUSED and self.compares(ignore.check)
                yield Found(finding=of_unit(finding, place), place=place, waits=waits)

    def failed(
        self, check: Check, fault: Exception, *, file: str, line: int, language: str
    ) -> Iterator[Found]:
        """Yield that a check has a defect, if that is wanted."""
        blanks = {"code": check.code, "fault": f"{type(fault).__name__}: {fault}"[:200]}
        for finding in self.report(FAILED, blanks, file=file, line=line, language=language):
            yield Found(finding=finding, place=None)

    def report(
        self, code: str, blanks: Mapping[str, str], *, file: str, line: int, language: str = ""
    ) -> Iterator[Finding]:
        """Yield what the checking itself has to say, if that is wanted."""
        for check in self.checks:
            if check.code == code:
                yield Finding(
                    code=check.code,
                    name=check.name,
                    severity=check.severity,
                    message=check.say(blanks),
                    file=file,
                    line=line,
                    column=1,
                    language=language,
                )

    def runs(self, word: str) -> bool:
        """Whether a check, by code or name, is run; also where there is none of the kind."""
        if any(check.is_called(word) for check in self.checks):
            return True
        return not any(check.is_called(word) for check in self.every)

    def compares(self, word: str) -> bool:
        """Whether a check, by code or name, is one that compares articles."""
        return any(check.is_called(word) for check in self.comparing)

    def _named(self, texts: tuple[str, ...]) -> Sources:
        """Return what sources name; the editions of one article share it."""
        if texts not in self._sources:
            self._sources.clear()  # articles come one after another
            self._sources[texts] = Sources(self.glossary, texts, self.source)
        return self._sources[texts]


def _date(catalog: Catalog) -> dt.date | None:
    """Return the article's date, as the catalog's header tells it; None where it does not."""
    try:
        return dt.date.fromisoformat(catalog.headers.get(ARTICLE_DATE, ""))
    except ValueError:
        return None


def _distinct(found: Sequence[Found]) -> Iterator[Found]:
    """Yield what was found, but once where the words of one unit tell another one too."""
    seen: set[tuple[str, int, int, str]] = set()
    for each in found:
        finding = each.finding
        key = (finding.code, finding.line, finding.column, finding.message)
        if key not in seen:
            seen.add(key)
            yield each
