"""Read the catalogs of a desk, and tell whose each is: articles are renamed and share names."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tongsa.catalog import po
from tongsa.desk import store
from tongsa.errors import CatalogError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tongsa.catalog.po import Catalog
    from tongsa.desk.desk import Desk
    from tongsa.model import Unit

_KIN = 0.6
"""Share of an article's words that a catalog must hold to be, or to have been, its own."""


@dataclass(frozen=True, slots=True)
class Catalogs:
    """The catalogs of a desk, for as long as a run lasts."""

    desk: Desk
    _orphans: dict[str, list[tuple[Catalog, Counter[str]]]] = field(default_factory=dict)
    """By language, once asked for: the catalogs whose article is gone, with their words."""

    def read(self, data: bytes, path: Path) -> Catalog:
        """Read a catalog; raise CatalogError where it is broken or empty."""
        shown = self.desk.shown(path)
        if not data.strip():
            # A program that is about to write it has emptied it first, or a disk lost it.
            raise CatalogError("this catalog is empty", file=shown, mend="restore or delete it")
        return po.parse(data, path=shown)

    def own(self, data: bytes, path: Path, article: str, units: Sequence[Unit]) -> Catalog:
        """Read an article's catalog; raise CatalogError where it is clearly another's."""
        catalog = self.read(data, path)
        other = _article(catalog)
        if other in {"", article} or not (self.desk.root / other).is_file():
            return catalog
        words = _words(unit.source for unit in units)
        if (words & _words(entry.source for entry in catalog.entries)).total() < _least(words):
            raise CatalogError(
                f'this is the catalog of "{other}", not of "{article}"',
                file=catalog.path,
                mend="give one of the two articles another name",
            )
        return catalog

    def renamed(self, language: str, units: Sequence[Unit]) -> Catalog | None:
        """Return the catalog that an article had before it was renamed; None if there is none."""
        words = _words(unit.source for unit in units)
        best: tuple[float, Catalog | None] = (_least(words), None)
        for catalog, held in self._gone(language):
            best = max(best, ((words & held).total(), catalog), key=lambda pair: pair[0])
        return best[1]

    def _gone(self, language: str) -> Sequence[tuple[Catalog, Counter[str]]]:
        if language not in self._orphans:
            self._orphans[language] = [
                (catalog, _words(entry.source for entry in catalog.entries if not entry.obsolete))
                for name, path in self.desk.catalogs(language)
                if name not in self.desk.own and (catalog := self._orphan(path))
            ]
        return self._orphans[language]

    def _orphan(self, path: Path) -> Catalog | None:
        try:
            catalog = self.read(store.read(path), path)
        except CatalogError:
            return None  # told when its own article is worked on
        elsewhere = (self.desk.root / _article(catalog)).is_file()
        return None if elsewhere else catalog


def _article(catalog: Catalog) -> str:
    """Return the path of the article that a catalog's references name; empty without any."""
    places = (place for entry in catalog.entries for place in entry.references)
    return next(places, "").rpartition(":")[0]


def _words(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in text.split())


def _least(words: Counter[str]) -> float:
    return _KIN * words.total()
