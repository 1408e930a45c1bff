"""Run the checks over many catalogs: what is kept is not worked out again."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tongsa.desk import results, store
from tongsa.desk.cores import spread
from tongsa.desk.ground import has_others
from tongsa.desk.targets import hinted
from tongsa.errors import TongsaError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tongsa.desk.checking import Checker
    from tongsa.desk.results import Result
    from tongsa.desk.targets import Target

_LARGE = 2**20
"""Bytes of catalogs, some three thousand units, from which on all cores are worth their start."""
_SHARE = 2**21
"""Bytes of a catalog from which on it may be cut into shares."""
_UNCUT = 2**25
"""Bytes, some 100,000 units, from which on it is not cut: each core holds it whole, in 600 MB."""
_EDITIONS = 6
"""Editions of an article that are checked at once."""
_SAVED = 64
"""Results after which they are saved, should the run be broken off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What one core does at once: the catalogs of one article, or a share of a large one."""

    targets: tuple[Target, ...]
    share: tuple[int, int] = (0, 1)


_Done = tuple[bytes, bytes]
"""The name and the packed result of a catalog, or of a share of it; empty where it is broken."""


@dataclass(frozen=True, kw_only=True)  # no slots: what names results is worked out once
class Run:
    """One run over catalogs."""

    checker: Checker
    targets: Sequence[Target]

    def results(self) -> Iterator[tuple[Target, Result | TongsaError]]:
        """Return what the checks say of each catalog, in order, or why it cannot be read."""
        there = self._there()
        missing = [target for target in self.targets if target not in there]
        if not missing:
            return iter(there.items())
        _ = self.checker.examiner  # what is loaded now is shared by all cores
        cores = self.checker.cores if sum(map(_size, missing)) >= _LARGE else 1
        work = list(pieces(missing, cores))
        if cores > 1:
            self._share_terms(missing)
        return self._in_order(there, zip(work, spread(self._examined, work, cores), strict=True))

    def _share_terms(self, targets: Iterable[Target]) -> None:
        """Set up what finds terms, in the languages to come, so that no core does it for itself."""
        told = (it.language or next(hinted(it.path, self.checker.source), "") for it in targets)
        for language in dict.fromkeys((*self.checker.glossary_languages, *told)):
            if language:
                self.checker.glossary.lexicon(language)

    def _in_order(
        self, there: Mapping[Target, Result], done: Iterator[tuple[Piece, Sequence[_Done]]]
    ) -> Iterator[tuple[Target, Result | TongsaError]]:
        """Yield results in the order of the targets, and keep those that are new."""
        found: dict[Target, list[_Done]] = {}
        new: dict[bytes, bytes] = {}
        for target in self.targets:
            if target in there:
                yield target, there[target]
                continue
            while target not in found:
                self._take(next(done), done, found)
            result = self._joined(target, found.pop(target), new)
            if len(new) >= _SAVED:
                self.keep(new)
            yield target, result
        self.keep(new)

    def _take(
        self,
        first: tuple[Piece, Sequence[_Done]],
        rest: Iterator[tuple[Piece, Sequence[_Done]]],
        found: dict[Target, list[_Done]],
    ) -> None:
        """Put what a piece gave to its targets, with all shares of a catalog that was cut."""
        piece, given = first
        for target, done in zip(piece.targets, given, strict=True):
            found[target] = [done]
        for _ in range(1, piece.share[1]):
            _, (share,) = next(rest)
            found[piece.targets[0]].append(share)

    def _joined(
        self, target: Target, parts: Sequence[_Done], new: dict[bytes, bytes]
    ) -> Result | TongsaError:
        if not all(content for _, content in parts):
            try:
                return self.checker.result(self.checker.read(target), target)
            except TongsaError as error:
                return error
        result = results.joined([results.load(content, target.file) for _, content in parts])
        name = parts[0][0]
        if any(other != name for other, _ in parts):  # it was written between two shares
            return result
        new[name] = results.dump(result) if len(parts) > 1 else parts[0][1]
        return replace(result, name=name)

    def _examined(self, piece: Piece) -> list[_Done]:
        """Return what the checks say of a piece; this is what each core does."""
        from tongsa.catalog import po  # noqa: PLC0415 (not needed where all is kept)

        done: list[_Done] = []
        for target in piece.targets:
            try:
                content = store.read(target.path)
                catalog = po.parse(content, path=target.file)
                result = self.checker.result(catalog, target, share=piece.share)
            except TongsaError:  # told where the results are put together
                done.append((b"", b""))
            else:
                done.append((self.checker.ground.name(target, content), results.dump(result)))
        return done

    def _there(self) -> dict[Target, Result]:
        """Return the results that are kept of earlier runs."""
        kept = self.checker.kept
        if kept is None:
            return {}
        names: dict[Target, bytes] = {}
        for target in self.targets:
            try:
                names[target] = self.checker.ground.name(target, store.read(target.path))
            except TongsaError:  # told where it is checked
                continue
        contents = kept.get(names.values())
        return {
            target: results.load(contents[name], target.file, name)
            for target, name in names.items()
            if name in contents
        }

    def keep(self, new: dict[bytes, bytes]) -> None:
        """Keep new results, unless checks of other packages took part: these may change unseen."""
        if self.checker.kept is not None and not has_others():
            self.checker.kept.put(new)
        new.clear()


def _size(target: Target) -> int:
    try:
        return target.path.stat().st_size
    except OSError:
        return 0


def pieces(targets: Sequence[Target], cores: int) -> Iterator[Piece]:
    """Yield the work: the editions of an article together, for they share its source.

    A catalog that is more than one core's part of the work is cut. Each share reads all of it, and
    some checks look at the whole article, so there are no more shares than that takes.
    """
    whole = sum(map(_size, targets))
    for group in _editions(targets):
        together: list[Target] = []
        for target in group:
            size = _size(target)
            if cores == 1 or size < _SHARE:
                together.append(target)
                continue
            shares = -(-size * cores // whole) if size < _UNCUT else 1
            yield from (Piece(targets=(target,), share=(at, shares)) for at in range(shares))
        if together:
            yield Piece(targets=tuple(together))


def _editions(targets: Iterable[Target]) -> Iterator[Sequence[Target]]:
    """Yield the editions of each article, wherever they stand; of loose files those called alike.

    No more at once than an article has: of a hundred files called ``app.po`` each may be its own.
    """
    groups: defaultdict[str, list[Target]] = defaultdict(list)
    for target in targets:
        groups[target.article].append(target)
    for group in groups.values():
        yield from (group[at : at + _EDITIONS] for at in range(0, len(group), _EDITIONS))
