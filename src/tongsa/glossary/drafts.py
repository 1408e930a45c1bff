"""Draft the terms of a person that follow from the characters of the name, for an editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.glossary.scripts import other_script
from tongsa.glossary.standing import base
from tongsa.model import Status, Term, TermType
from tongsa.reading import Verdict, compare, readings, variants

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.reading import Readings

NOTE = "Draft from the characters, to be confirmed"
_OTHER = {"zh_TW": "zh_CN", "zh_CN": "zh_TW"}
_SPELLED = {"zh_TW": "Wade–Giles", "zh_CN": "Hanyu Pinyin", "zh": "Hanyu Pinyin"}
"""The system by which names of each edition are mostly spelled."""
_SYSTEMS = ("Hanyu Pinyin", "Wade–Giles", "Sino-Korean")
_MOST = 200
"""Variants among which those of a system are looked for."""


def drafts(terms: Sequence[Term], source: str, targets: Sequence[str]) -> Sequence[Term]:
    """Return what a person's terms lack in a desk's languages, as far as the characters tell.

    That is the other script, the press form in Hangul, and the usual spellings in Latin letters:
    all to be confirmed, since characters tell neither how a bearer spells the name nor whether it
    is a Korean's. Nothing where no term is a Chinese or Korean name in characters.
    """
    named = next((term for term in terms if _is_name(term)), None)
    found = readings(named.text) if named else None
    if named is None or found is None or found.guessed or not _may_be(named.text, terms, source):
        return ()
    known = {term.language for term in terms if term.status.usable}
    wanted = {source, *targets, *map(base, targets)}
    every = (
        *_in_the_other_script(named, known),
        *_in_hangul(found, known),
        *_in_latin(named, terms, first="Sino-Korean" if found.korean else _SPELLED[named.language]),
    )
    return tuple(term for term in every if term.language in wanted)


def _may_be(characters: str, terms: Sequence[Term], source: str) -> bool:
    """Tell whether a person's name may be read from the characters: not Donald Trump's."""
    named = [it.text for it in terms if it.language == source and it.type is TermType.FULL]
    verdicts = [compare(text, characters).verdict for text in named]
    return not verdicts or any(verdict is not Verdict.DIFFERENT for verdict in verdicts)


def _is_name(term: Term) -> bool:
    usable = term.status.usable and term.type is TermType.FULL
    return usable and base(term.language) == "zh"


def _in_the_other_script(named: Term, known: set[str]) -> Iterator[Term]:
    other = _OTHER.get(named.language, "")
    if other and not {other, "zh"} & known:
        yield Term(text=other_script([named.text], other)[0], language=other, note=f"{NOTE}.")


def _in_hangul(found: Readings, known: set[str]) -> Iterator[Term]:
    """Yield the press form: by the Mandarin sound, or by the Korean one where that is likelier."""
    if "ko" in known or not (found.as_chinese and found.as_korean):
        return
    first, other = (found.as_chinese[0], f"a Korean's name would be {found.as_korean[0]}")
    if found.korean:
        first, other = (found.as_korean[0], f"a Chinese name would be {found.as_chinese[0]}")
    yield Term(text=first, language="ko", note=f"{NOTE}; {other}.")


def _in_latin(named: Term, terms: Sequence[Term], first: str) -> Iterator[Term]:
    """Yield the likeliest spelling of each system, the preferred one of the first system."""
    own = [term for term in terms if term.language == "en" and term.status.usable]
    known = {_letters(term.text) for term in own}
    spelled: dict[str, str] = {}
    for variant in variants(named.text, _MOST):
        spelled.setdefault(variant.system, variant.text)
    for system in sorted(_SYSTEMS, key=lambda it: it != first):
        text = spelled.get(system, "")
        if not text or _letters(text) in known:
            continue
        known.add(_letters(text))
        kind = TermType.VARIANT if own or system != first else TermType.FULL
        status = Status.PREFERRED if kind is TermType.FULL else Status.ADMITTED
        yield Term(
            text=text,
            language="en",
            type=kind,
            status=status,
            romanisation=system,
            note=f"{NOTE}.",
        )


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text.casefold()))
