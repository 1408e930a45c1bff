"""Compare the catalogs of a run: by what they left, and by their texts where these differ."""

from __future__ import annotations

import marshal
from collections import defaultdict
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from tongsa.check.traces import differing
from tongsa.desk import results, store
from tongsa.desk.results import Result
from tongsa.desk.runs import Run
from tongsa.errors import TongsaError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tongsa.check.across import Beside, Judged
    from tongsa.check.check import Check
    from tongsa.check.found import Found
    from tongsa.check.traces import Spot, Traces
    from tongsa.check.units import Place
    from tongsa.desk.checking import Checker
    from tongsa.desk.targets import Target

_Pair = tuple[int, int]
Rows = list[tuple[int, list["Judged"]]]
"""What is found in catalogs, by their number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a run keeps of a catalog that it has checked."""

    target: Target
    language: str
    traces: Traces
    """Empty where no check compares catalogs."""
    name: bytes
    """Under which its result is kept; empty where it is not."""
    waiting: tuple[Found, ...] = ()
    """What holds only where a comparison finds nothing."""


def found(checker: Checker, seen: Sequence[Seen]) -> Iterator[tuple[Target, list[Found]]]:
    """Yield what is to be said of catalogs beside the others of their language."""
    told: dict[Target, list[Found]] = {}
    used: set[tuple[str, int]] = set()
    for language in dict.fromkeys(each.language for each in seen):
        among = [each for each in seen if each.language == language and each.traces]
        for number, judged in _kept(checker, among):
            target = among[number].target
            told.setdefault(target, []).extend(each for each, _ in judged)
            used |= {(target.file, line) for _, lines in judged for line in lines}
    for each in seen:
        idle = [it for it in each.waiting if (it.finding.file, it.finding.line) not in used]
        here = [*told.get(each.target, ()), *(idle if checker.whole else ())]
        if here:
            yield each.target, here


def _kept(checker: Checker, seen: Sequence[Seen]) -> Rows:
    """Return what is found, as it is kept of an earlier run if that had the same catalogs."""
    spots = differing([each.traces for each in seen]) if len(seen) > 1 else []
    if not spots:
        return []
    if checker.kept is None or not all(each.name for each in seen):
        return _found(checker, seen, spots)
    name = _name(seen)
    content = checker.kept.get([name]).get(name)
    if content is None:
        rows = _found(checker, seen, spots)
        Run(checker=checker, targets=()).keep({name: _dump(rows)})
        return rows
    return _load(content, seen)


def _name(seen: Iterable[Seen]) -> bytes:
    """Return the name of an outcome: a digest of what catalogs follow from, and of their files."""
    digest = blake2b(b"across", digest_size=16)
    for each in seen:
        digest.update(repr((each.name, each.target.file)).encode("utf-8", "surrogateescape"))
    return digest.digest()


def _dump(rows: Rows) -> bytes:
    return marshal.dumps(
        [
            (
                number,
                results.dump(Result(language="", units=0, found=tuple(it for it, _ in judged))),
                [lines for _, lines in judged],
            )
            for number, judged in rows
        ]
    )


def _load(content: bytes, seen: Sequence[Seen]) -> Rows:
    rows: Rows = []
    for number, result, lines in marshal.loads(content):  # noqa: S302 (sealed)
        file = seen[number].target.file
        rows.append((number, list(zip(results.load(result, file).found, lines, strict=True))))
    return rows


def _found(checker: Checker, seen: Sequence[Seen], spots: Sequence[Spot]) -> Rows:
    """Compare the texts in which catalogs differ, and return what is amiss in each."""
    from tongsa.check import across  # noqa: PLC0415 (loads checks; catalogs seldom differ)

    language = seen[0].language
    first = dict(_first(seen, spots))
    pairs = [(spot, _pair(seen, spot)) for spot in spots]
    texts = [first[pair].told._replace(place=spot) for spot, pair in pairs if pair in first]
    wanted: defaultdict[int, list[tuple[int, Check, Beside]]] = defaultdict(list)
    rows: Rows = []
    for check in checker.examiner.comparing:
        try:
            amiss = across.amiss(check, texts) if check.looks_at(language) else ()
        except Exception as fault:  # noqa: BLE001 (a check may come from anybody)
            file = seen[0].target.file
            told = checker.examiner.failed(check, fault, file=file, line=1, language=language)
            rows.append((0, [(it, ()) for it in told]))
            continue
        for _, spot, usual in amiss:
            wanted[spot.catalog].append((spot.row, check, first[_pair(seen, usual)]))
    return rows + [(number, _judged(seen[number], asked)) for number, asked in wanted.items()]


def _judged(seen: Seen, asked: Sequence[tuple[int, Check, Beside]]) -> list[Judged]:
    """Return what is amiss in a catalog, in its order."""
    from tongsa.check import across  # noqa: PLC0415 (as above)

    places = dict(_places(seen, [row for row, _, _ in asked]))
    file, language = seen.target.file, seen.language
    return [
        across.found(check, places[row], beside, file=file, language=language)
        for row, check, beside in sorted(asked, key=lambda it: it[0])
        if row in places
    ]


def _first(seen: Sequence[Seen], spots: Sequence[Spot]) -> Iterator[tuple[_Pair, Beside]]:
    """Yield the first place of each source with the same translation."""
    from tongsa.check import across  # noqa: PLC0415 (as above)

    known: set[_Pair] = set()
    wanted: defaultdict[int, dict[int, Spot]] = defaultdict(dict)
    for spot in spots:
        pair = _pair(seen, spot)
        if pair not in known:
            known.add(pair)
            wanted[spot.catalog][spot.row] = spot
    for number, rows in wanted.items():
        for row, place in _places(seen[number], rows):
            told = across.told(place, rows[row])
            line, _ = place.line_and_column(target=0)
            yield _pair(seen, rows[row]), across.Beside(told, seen[number].target.file, line)


def _pair(seen: Sequence[Seen], spot: Spot) -> _Pair:
    """Return the digests of a source and its translation."""
    trace = seen[spot.catalog].traces[spot.row]
    return trace.source, trace.target


def _places(seen: Seen, rows: Iterable[int]) -> Iterator[tuple[int, Place]]:
    """Yield units of a catalog by their rows; what was written since it was checked is left out."""
    from tongsa.catalog import charset  # noqa: PLC0415 (as above)
    from tongsa.check import across  # noqa: PLC0415

    file = seen.target.file
    try:
        _, _, text = charset.read(store.read(seen.target.path), file)
    except TongsaError:  # it is gone meanwhile
        return
    for row in dict.fromkeys(rows):
        if place := across.read(text, seen.traces[row], file):
            yield row, place
