"""Write a glossary of countries: CLDR's names, and beside them those that the press uses."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale

from tongsa.model import Concept, Kind, Status, Term, TermType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TABLE = Path(__file__).with_name("countries.toml")
_LOCALES = {"en": "en", "ko": "ko", "zh_TW": "zh_Hant", "zh_CN": "zh_Hans"}
_CODE = 2  # letters of a country's code; CLDR gives numbers to continents

Names = dict[str, list[str]]
"""A country's names by language."""


def countries(*, short: bool, territories: bool) -> tuple[list[Concept], dict[str, str]]:
    """Return the concepts, and the codes that were left out with the reason.

    ``short`` adds abbreviations, *US*, and the one-letter forms that render them; ``territories``
    adds parts of other countries, such as Guam.
    """
    table = tomllib.loads(_TABLE.read_text("utf-8"))
    left_out: dict[str, str] = dict(table["skipped"])
    if not territories:
        left_out |= dict.fromkeys(table["territories"], "a territory")
    cldr = {language: Locale.parse(code).territories for language, code in _LOCALES.items()}
    concepts = []
    for code in sorted(cldr["en"]):
        missing = [language for language, names in cldr.items() if code not in names]
        if len(code) != _CODE:
            left_out[code] = "a part of the world"
        elif missing and code not in left_out:
            left_out[code] = f"no name in {', '.join(missing)}"
        if code in left_out:
            continue
        names = _names(
            {language: names[code] for language, names in cldr.items()},
            table["names"].get(code, {}),
        )
        abbreviated = table["short"].get(code, {}) if short else {}
        terms = (*_terms(names, TermType.FULL), *_terms(abbreviated, TermType.SHORT))
        concepts.append(Concept(id=code.lower(), kind=Kind.PLACE, source="CLDR", terms=terms))
    return concepts, left_out


def _names(cldr: Mapping[str, str], press: Mapping[str, list[str]]) -> Names:
    """Return all names; in English CLDR's come first, in the others the press's."""
    english = [cldr["en"], *_spellings(cldr["en"]), *press.get("en", ())]
    others = {
        language: [*press.get(language, ()), cldr[language]]
        for language in cldr
        if language != "en"
    }
    return {
        language: list(dict.fromkeys(names))
        for language, names in {"en": english, **others}.items()
    }


def _spellings(name: str) -> Iterator[str]:
    """Yield *Trinidad and Tobago* for *Trinidad & Tobago*, *Saint Lucia* for *St. Lucia*."""
    plain = name.replace(" & ", " and ").replace("’", "'")
    yield plain
    yield plain.replace("St. ", "Saint ")


def _terms(names: Mapping[str, list[str]], kind: TermType) -> Iterator[Term]:
    for language, texts in names.items():
        for at, text in enumerate(texts):
            first = at == 0 and kind is TermType.FULL
            status = Status.PREFERRED if first else Status.ADMITTED
            yield Term(text=text, language=language, status=status, type=kind)


def usable(concept: Concept, language: str) -> list[str]:
    """Return the forms of a concept in a language, the preferred first."""
    return [term.text for term in concept.terms if term.language == language]
