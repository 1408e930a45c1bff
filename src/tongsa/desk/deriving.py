"""Fill what is untranslated in one Chinese edition with proposals from the other, on disk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tongsa.catalog import po
from tongsa.desk import store
from tongsa.edition.derive import Way, derive
from tongsa.edition.derive_text import OTHER
from tongsa.errors import CatalogError, SettingsError
from tongsa.glossary.standing import Variety
from tongsa.language.load import normalise

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tongsa.catalog.po import Catalog
    from tongsa.desk.checking import Checker
    from tongsa.desk.targets import Target
    from tongsa.desk.work import Job, Workshop
    from tongsa.edition.derive import Derived


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What was proposed for a catalog, or would be."""

    file: str
    """The catalog, as messages show it."""
    old: str
    """Its text as it stood, empty if there was none."""
    derived: Derived
    written: bool


def between(origin: str, target: str) -> tuple[str, str]:
    """Return two editions' codes; raise SettingsError where nothing goes from one to the other."""
    codes = normalise(origin), normalise(target)
    if OTHER.get(codes[1]) != codes[0]:
        raise SettingsError(
            f'nothing is derived from "{origin}" for "{target}"',
            mend=f"derive between {' and '.join(OTHER)}",
        )
    return codes


@dataclass(frozen=True, slots=True, kw_only=True)
class Deriving:
    """Proposals from one edition for another."""

    checker: Checker
    """What knows the glossary and the articles' language."""
    origin: str
    target: str
    dry: bool = False
    """Whether nothing is to be written."""
    waiting: Callable[[Path], None] | None = None
    """Told of a file once another run has held it for a second."""

    def of_article(self, workshop: Workshop, job: Job) -> Proposal:
        """Propose for an article of a desk, whose catalogs are brought up to it on the way."""
        other = workshop.brought_up(job, self.origin)
        path = workshop.desk.po(self.target, job.source.name)

        def catalog(data: bytes | None) -> Catalog:
            return workshop.updated(data, job, self.target)

        return self._change(path, workshop.desk.shown(path), workshop.desk.root, other, catalog)

    def of_files(self, origin: Target, target: Target) -> Proposal:
        """Propose for a catalog from anywhere; raise CatalogError where there is none."""

        def catalog(data: bytes | None) -> Catalog:
            if data is None:
                mend = "make it first, from the article's template"
                raise CatalogError("no catalog stands there", file=target.file, mend=mend)
            return po.parse(data, path=target.file)

        other = self.checker.read(origin)
        root = target.path.resolve().parent
        return self._change(target.path, target.file, root, other, catalog)

    def _change(
        self,
        path: Path,
        file: str,
        root: Path,
        other: Catalog,
        catalog: Callable[[bytes | None], Catalog],
    ) -> Proposal:
        """Propose for what stands in a file, which may be saved meanwhile, and write it."""
        done: list[tuple[str, Derived]] = []

        def edit(data: bytes | None) -> bytes:
            old = po.parse(data, path=file).text if data else ""
            done.append((old, derive(catalog(data), other, self._way)))
            return done[-1][1].catalog.data

        written = False
        if self.dry:
            real = store.inside(root, path)
            edit(store.read(real) if real.exists() else None)
        else:
            written = store.change(path, edit, root=root, waiting=self.waiting)
        old, derived = done[-1]
        return Proposal(file=file, old=old, derived=derived, written=written)

    @property
    def _way(self) -> Way:
        desk = self.checker.desk
        styles = desk.settings.styles if desk else frozenset()
        return Way(
            origin=Variety(language=self.origin, styles=styles),
            target=Variety(language=self.target, styles=styles),
            glossary=self.checker.glossary,
            source=self.checker.source,
        )
