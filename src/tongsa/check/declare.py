"""Read the declaration of a check, and say where in its file what is wrong."""

from __future__ import annotations

import re
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from tongsa import packaged, tables
from tongsa.check.check import ALL_STATES, Check, Evidence, Example, Hit
from tongsa.check.kinds import KINDS
from tongsa.errors import CheckError
from tongsa.glossary.load import read
from tongsa.language.load import known
from tongsa.model import Severity, State, TranslationUnit
from tongsa.patterns import late
from tongsa.tables import Spot

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tongsa.check.check import Look, LookAcross
    from tongsa.model import Concept, Span

_CODE = late(r"[A-Z]{1,6}\d{1,4}")
"""``T102``, ``HOUSE7``"""
_FIRST_EXAMPLE = late(r"^\[+(?:bad|good|glossary)\b", re.MULTILINE)  # finds [[bad]]
_OPEN, _CLOSE = "⟦", "⟧"
_MARKS = late(f"[{_OPEN}{_CLOSE}]")


def declare(  # noqa: PLR0913 (a declaration, and what stands beside it)
    text: str,
    *,
    file: str,
    name: str,
    look: Look | None = None,
    look_across: LookAcross | None = None,
    proven: bool = False,
) -> Check:
    """Return the check that a TOML text declares; raise CheckError where it is wrong.

    ``look`` or ``look_across`` is the function that stands beside the file; without one the file
    names a shared kind. The examples of a ``proven`` declaration, which stand at its end, are read
    when asked for.
    """
    if proven and (first := _FIRST_EXAMPLE.search(text)):
        head = text[: first.start()]
        check = _declared(packaged.parsed(head.encode()), head, file, name, look, look_across)
        return replace(check, evidence=lambda: declare(text, file=file, name=name).evidence())
    table = tables.parse(text, file=file, fault=CheckError)
    return _declared(table, text, file, name, look, look_across)


def _declared(  # noqa: PLR0913, PLR0917 (as in declare)
    table: dict[str, Any],  # Any: as TOML gives it
    text: str,
    file: str,
    name: str,
    look: Look | None,
    look_across: LookAcross | None,
) -> Check:
    """Return the check that a table declares."""
    spot = Spot(file, text, (), CheckError)
    kind = table.pop("kind", None)
    sample = table.pop("glossary", {})
    shared: Mapping[str, Any] = {}  # Any: each kind reads its own keys
    if kind is not None:
        tables.one_of(*KINDS)(kind, "kind", spot)
        shared = {key: table.pop(key) for key in KINDS[kind].keys if key in table}
    values = tables.read(table, spot, _KEYS)
    for key in ("code", "severity", "message", "why", "mend"):
        if key not in values:
            raise CheckError(f'the check lacks "{key}"', file=file, mend=f'add {key} = "…"')
    if kind is not None:
        look = KINDS[kind].make(shared, spot)
    examples = (*values.pop("bad", ()), *values.pop("good", ()))
    evidence = Evidence(examples=examples, sample=_sample(sample, spot))
    if values.get("once"):
        values.setdefault("states", ALL_STATES)
    check = Check(
        name=name,
        look=look,
        look_across=look_across,
        evidence=lambda: evidence,
        file=file,
        **values,
    )
    if kind is not None:
        _fits(check.blanks, KINDS[kind].blanks(shared), spot)
    return check


def _fits(blanks: frozenset[str], filled: frozenset[str], spot: Spot) -> None:
    """Raise where a message has a blank that no hit fills."""
    for blank in sorted(blanks - filled):
        names = tuple(f"{{{name}}}" for name in sorted(filled))
        message = f'nothing fills the blank "{{{blank}}}"'
        raise spot.error("message", message, f"use {tables.either(names)}")


def _sample(table: object, spot: Spot) -> tuple[Concept, ...]:
    """Read the concepts that the examples go by."""
    loaded = read(tables.table(table, "glossary", spot), spot.below("glossary"))
    if loaded.flaws:
        raise loaded.flaws[0]
    return loaded.concepts


def _code(value: object, key: str, spot: Spot) -> str:
    code = tables.text(value, key, spot)
    if not _CODE.fullmatch(code):
        raise spot.error(key, f'"{code}" is no code', "write capitals and digits, such as HOUSE1")
    return code


def _severity(value: object, key: str, spot: Spot) -> Severity:
    return Severity(tables.one_of(*Severity)(value, key, spot))


def _state(value: object, key: str, spot: Spot) -> State:
    return State(tables.one_of(*State)(value, key, spot))


def _states(value: object, key: str, spot: Spot) -> frozenset[State]:
    return frozenset(
        State(tables.one_of(*State)(it, key, spot)) for it in tables.texts(value, key, spot)
    )


def _languages(value: object, key: str, spot: Spot) -> tuple[str, ...]:
    codes = tables.texts(value, key, spot)
    return tuple(_language(code, key, spot) for code in codes)


def _marked(value: object, key: str, spot: Spot) -> str:
    """Read a text in which brackets mark spans."""
    text = _prose(value, key, spot)
    signs = "".join(_MARKS.findall(text))
    if signs != (_OPEN + _CLOSE) * (len(signs) // 2):
        mend = f"write {_OPEN} before a span and {_CLOSE} behind it"
        raise spot.error(key, "a bracket stands without its other half", mend)
    return text


def _language(value: object, key: str, spot: Spot) -> str:
    code = tables.text(value, key, spot)
    if code not in known():
        mend = f"use {tables.either(known())}"
        raise spot.error_at(key, code, f'no facts are known of the language "{code}"', mend)
    return code


def _prose(value: object, key: str, spot: Spot) -> str:
    if not isinstance(value, str) or not value.strip():
        raise spot.error(key, f'"{key}" must be a text')
    return value.strip()


def _examples(*, bad: bool) -> Callable[[object, str, Spot], tuple[Example, ...]]:
    def reader(value: object, key: str, spot: Spot) -> tuple[Example, ...]:
        if not isinstance(value, list):
            raise spot.error(key, f'"{key}" must be tables', f"write [[{key}]]")
        return tuple(
            _example(table, key, spot.nth(key, number), bad=bad)
            for number, table in enumerate(value)
        )

    return reader


def _example(table: Any, key: str, spot: Spot, *, bad: bool) -> Example:  # noqa: ANN401 (TOML's)
    values = tables.read(tables.table(table, key, spot), spot.below(key), _EXAMPLE)
    for name in ("language", "source", "target"):
        if name not in values:
            raise spot.error(key, f'an example lacks "{name}"', f'add {name} = "…"')
    pairs = values.get("before", ())
    before = tuple(_unit(source, target, at)[0] for at, (source, target) in enumerate(pairs))
    unit, hit = _unit(values["source"], values["target"], len(before), values.get("role", ""))
    unit = replace(
        unit, state=values.get("state", State.TRANSLATED), previous=values.get("previous", "")
    )
    if bad:
        hit = Hit(
            source_spans=hit.source_spans, target_spans=hit.target_spans, fix=values.get("fix")
        )
    return Example(language=values["language"], unit=unit, before=before, hit=hit if bad else None)


def _unit(source: str, target: str, index: int, role: str = "") -> tuple[TranslationUnit, Hit]:
    """Return the unit, and the spans that brackets mark in it."""
    marked = [_spans(text) for text in (source, target)]
    (source, source_spans), (target, target_spans) = marked
    unit = TranslationUnit(source=source, target=target, role=role, index=index)
    return unit, Hit(source_spans=source_spans, target_spans=target_spans)


def _spans(text: str) -> tuple[str, tuple[Span, ...]]:
    places = [found.start() - at for at, found in enumerate(_MARKS.finditer(text))]
    spans = tuple(zip(places[::2], places[1::2], strict=True))
    return _MARKS.sub("", text), spans


def _pairs(value: object, key: str, spot: Spot) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, list) or not all(_is_pair(pair) for pair in value):
        raise spot.error(key, f'"{key}" must list pairs', f'write {key} = [["source", "target"]]')
    return tuple(
        (_marked(source, key, spot), _marked(target, key, spot)) for source, target in value
    )


def _is_pair(value: object) -> bool:
    return isinstance(value, list) and [type(part) for part in value] == [str, str]


_EXAMPLE: Mapping[str, Callable[[Any, str, Spot], Any]] = MappingProxyType(  # Any: TOML's
    {
        "language": _language,
        "source": _marked,
        "target": _marked,
        "fix": _prose,
        "role": tables.text,
        "state": _state,
        "previous": tables.text,
        "before": _pairs,
    }
)
_KEYS: Mapping[str, Callable[[Any, str, Spot], Any]] = MappingProxyType(  # Any: TOML's
    {
        "code": _code,
        "severity": _severity,
        "message": tables.text,
        "why": _prose,
        "mend": _prose,
        "languages": _languages,
        "once": tables.flag,
        "states": _states,
        "bad": _examples(bad=True),
        "good": _examples(bad=False),
    }
)
