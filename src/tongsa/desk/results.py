"""Hold what the checks say of a catalog in a form that is kept and handed between processes."""

from __future__ import annotations

import marshal
from dataclasses import dataclass, field, fields, replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from tongsa.check import traces
from tongsa.check.found import Found
from tongsa.check.traces import Traces
from tongsa.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

_STORED = tuple(field.name for field in fields(Finding) if field.name != "file")
"""The fields of a finding; its file is known to whoever asks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What the checks say of one catalog, before a desk sets anything aside."""

    language: str
    """The catalog's edition."""
    units: int
    """Finished translations."""
    found: tuple[Found, ...] = ()
    """In the catalog's order; without their places."""
    traces: Traces = field(default_factory=Traces)
    """What other catalogs are compared with; empty where no check compares them."""
    name: bytes = b""
    """Under which it is kept; empty where it is not."""


def joined(parts: Sequence[Result]) -> Result:
    """Return the results of a catalog's parts, in its order, as one."""
    first, *_ = parts
    if len(parts) == 1:
        return first
    found = dict.fromkeys(chain.from_iterable(part.found for part in parts))
    return replace(first, units=sum(part.units for part in parts), found=tuple(found))


def dump(result: Result) -> bytes:
    """Return a result as bytes, for this version of Python alone."""
    rows = [
        (
            each.ignored,
            each.once,
            each.waits,
            *(_plain(getattr(each.finding, name)) for name in _STORED),
        )
        for each in result.found
    ]
    return marshal.dumps((result.language, result.units, rows, result.traces.dump()))


def load(content: bytes, file: str, name: bytes = b"") -> Result:
    """Return the result that ``dump`` gave, of a catalog as messages show it."""
    language, units, rows, left = marshal.loads(content)  # noqa: S302 (our own process, or sealed)
    return Result(
        language=language,
        units=units,
        found=tuple(_found(row, file) for row in rows),
        traces=traces.load(left),
        name=name,
    )


def _found(row: Sequence[Any], file: str) -> Found:  # Any: each field's own type
    ignored, once, waits, *values = row
    held: dict[str, Any] = dict(zip(_STORED, values, strict=True))
    held["severity"] = Severity(held["severity"])
    finding = Finding(file=file, **held)
    return Found(finding=finding, place=None, ignored=ignored, once=once, waits=waits)


def _plain(value: object) -> object:
    return str(value) if isinstance(value, str) else value
