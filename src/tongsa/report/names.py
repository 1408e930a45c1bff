"""Show how names are read, spelled and compared, in a terminal and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.report.terminal import broken, width
from tongsa.shown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.people import People
    from tongsa.reading import Comparison, Readings, Variant

_GAP = "  "
_NARROWEST = 16
"""Columns that the last cell of a row has at least."""


def comparing(found: Comparison) -> Mapping[str, object]:
    """Return a comparison as JSON has it."""
    return {
        "a": found.a,
        "b": found.b,
        "verdict": str(found.verdict),
        "score": round(found.score, 2),
        "characters": list(found.characters),
        "systems": {"a": dict(found.systems[0]), "b": dict(found.systems[1])},
        "reason": found.reason,
    }


def comparing_lines(found: Comparison, *, columns: int) -> Iterator[str]:
    """Yield the lines that tell a person how two names compare."""
    score = f"{found.score:.1f}" if found.score > _NOTHING else "none"
    yield f"{found.verdict}{_GAP}(evidence {score})"
    yield from broken(f"  {shown(found.reason)}", columns, hang=2)
    rows = [
        (shown(name), ", ".join(f"{system} {share:.0%}" for system, share in systems.items()))
        for name, systems in zip((found.a, found.b), found.systems, strict=True)
        if systems
    ]
    yield from _table(rows, columns)
    if len(found.characters) > 1:
        yield from broken(f"  may be {', '.join(found.characters)}", columns, hang=2)


def spelled(found: Sequence[Variant]) -> Sequence[Mapping[str, object]]:
    """Return the variants of a name as JSON has them."""
    return [
        {"text": it.text, "system": it.system, "share": float(f"{it.share:.3g}")} for it in found
    ]


def spelled_lines(found: Sequence[Variant], *, columns: int) -> Iterator[str]:
    """Yield the variants of a name with how often each is to be expected."""
    rows = [(it.text, it.system, f"{it.share:.1%}") for it in found]
    yield from _table([("spelling", "system", "share"), *rows], columns, indent="")


def reading(found: Readings, written: Mapping[str, Sequence[str]]) -> Mapping[str, object]:
    """Return the readings of a name as JSON has them.

    ``written`` holds its characters as each Chinese edition has them.
    """
    return {
        "name": found.name,
        "characters": list(found.characters),
        "guessed": found.guessed,
        "korean": found.korean,
        "readings": [
            {"language": it.language, "system": it.system, "text": it.text} for it in found.readings
        ],
        "press": {
            "ko": {"chinese": list(found.as_chinese), "korean": list(found.as_korean)},
            **{language: list(texts) for language, texts in written.items()},
        },
    }


def reading_lines(
    found: Readings, written: Mapping[str, Sequence[str]], *, columns: int
) -> Iterator[str]:
    """Yield how a name is read, language by language, and how the press writes it."""
    guess = "  a guess, the likeliest first" if found.guessed else ""
    known = ", ".join(found.characters) or "no characters known"
    yield f"{shown(found.name)}: {known}{guess}" if found.guessed else shown(found.name)
    for language in dict.fromkeys(it.language for it in found.readings):
        yield language
        rows = [(it.system, it.text) for it in found.readings if it.language == language]
        yield from _table(rows, columns)
    yield "Press"
    press = [
        ("ko", f"{', '.join(found.as_chinese)}  if Chinese") if found.as_chinese else (),
        ("ko", f"{', '.join(found.as_korean)}  if Korean") if found.as_korean else (),
        *((language, ", ".join(texts)) for language, texts in written.items() if texts),
    ]
    yield from _table([row for row in press if row], columns)


def persons(found: People) -> Mapping[str, object]:
    """Return the persons of an article as JSON has them."""
    return {
        "persons": [
            {
                "names": list(person.names),
                "titles": list(person.titles),
                "characters": list(person.characters),
                "mentions": [
                    {"name": it.name, "title": it.title, "sentence": it.text + 1}
                    for it in person.mentions
                ],
            }
            for person in found.persons
        ],
        "questions": [
            {"a": it.found.a, "b": it.found.b, "reason": it.found.reason} for it in found.doubts
        ],
    }


def person_lines(found: People, *, columns: int) -> Iterator[str]:
    """Yield the persons of an article, and what may be one person's."""
    rows = [
        (
            shown(" = ".join(person.names)),
            ", ".join(person.characters[:1]) + ("?" if person.characters else ""),
            shown("; ".join(person.titles)),
        )
        for person in found.persons
    ]
    yield from _table(rows, columns, indent="")
    for doubt in found.doubts:
        pair = f"{doubt.found.a}, {doubt.found.b}"
        yield from broken(
            f"one person? {shown(pair)}: {shown(doubt.found.reason)}", columns, hang=2
        )


def _table(rows: Sequence[tuple[str, ...]], columns: int, *, indent: str = _GAP) -> Iterator[str]:
    """Yield rows in columns; where these do not fit, what a row tells under its first cell."""
    if not rows:
        return
    widths = [max(width(cell) for cell in column) for column in list(zip(*rows, strict=True))[:-1]]
    lead = len(indent) + sum(widths) + len(_GAP) * len(widths)
    for row in rows:
        if lead + min(_NARROWEST, width(row[-1])) > columns:
            yield from broken(indent + row[0], columns, hang=len(indent) + len(_GAP))
            for cell in filter(None, row[1:]):
                yield from broken(indent + _GAP + cell, columns, hang=len(indent) + 2 * len(_GAP))
            continue
        cells = [
            cell + " " * (wide - width(cell)) for cell, wide in zip(row[:-1], widths, strict=True)
        ]
        text = (indent + _GAP.join([*cells, row[-1]])).rstrip()
        yield from broken(text, columns, hang=lead)


_NOTHING = -20
"""The score of names that have nothing in common."""
