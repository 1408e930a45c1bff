"""Write a glossary as TBX: version 2 (MARTIF), and version 3 in the styles DCA and DCT."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from tongsa import __version__
from tongsa.errors import GlossaryError
from tongsa.glossary.exchange.choose import sections
from tongsa.glossary.exchange.clean import cleaned
from tongsa.glossary.exchange.losses import Losses
from tongsa.glossary.exchange.tbx_facts import OWN, STATUSES, Fact, of_concept, of_term, xml_id
from tongsa.glossary.exchange.tbx_rules import CATEGORIES, CORE, MODULES
from tongsa.glossary.exchange.value import Written
from tongsa.glossary.standing import base
from tongsa.model import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from tongsa.glossary.exchange.value import Options
    from tongsa.model import Concept, Term

MAKER = "tongsa"
"""Begins the description of where our files come from; in those no white space is mended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dialect:
    """The names that a version and style of TBX has for its parts."""

    root: str
    """Start tag, with ``{}`` for the language."""
    header: str
    entry: str
    language: str
    term: str
    say: Callable[[Fact], str]
    """Returns the element that says a fact; empty if another says it already."""


def _element(name: str, text: str, **attributes: str) -> str:
    said = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items() if value)
    return f"<{name}{said}>{escape(text, {chr(13): '&#13;'})}</{name}>"


def _by_type(fact: Fact) -> str:
    name = CATEGORIES[fact.category].element
    return _element(name, fact.text, type=fact.category, target=fact.target)


def _by_name(fact: Fact) -> str:
    name = f"{CATEGORIES[fact.category].module}:{fact.category}"
    return _element(name, fact.text, target=fact.target)


def _say_v2(fact: Fact) -> str:
    # Weblate 5.14 drops a whole entry in which one term is deprecated, so "forbidden" is said in
    # that word, which later versions know too.
    if fact == Fact("administrativeStatus", STATUSES[Status.FORBIDDEN]):
        return _by_type(fact._replace(text=Status.FORBIDDEN))
    if fact.category == f"{OWN}status":
        return ""
    if fact.category == "note":
        return _element("note", fact.text)
    if fact.category == f"{OWN}translate":  # as Weblate and the Translate Toolkit know it
        return _element("descrip", fact.text, type="Translation needed")
    if fact.category.startswith(OWN):
        return _element("admin", fact.text, type=fact.category)
    return _by_type(fact)


def _with_notes(say: Callable[[Fact], str]) -> Callable[[Fact], str]:
    def say_v3(fact: Fact) -> str:
        if fact.category == "note":
            ours = fact.text.startswith(OWN)
            return _element("note", f"{OWN}note: {fact.text}" if ours else fact.text)
        if fact.category.startswith(OWN):
            return _element("note", f"{fact.category}: {fact.text}")
        return say(fact)

    return say_v3


_V2 = _Dialect(
    root='<martif type="TBX" xml:lang={}>',
    header="martifHeader",
    entry="termEntry",
    language="langSet",
    term="tig",
    say=_say_v2,
)
_DCA = _Dialect(
    root=f'<tbx type="TBX-Basic" style="dca" xml:lang={{}} xmlns="{CORE}">',
    header="tbxHeader",
    entry="conceptEntry",
    language="langSec",
    term="termSec",
    say=_with_notes(_by_type),
)
_DCT = _Dialect(
    root=f'<tbx type="TBX-Basic" style="dct" xml:lang={{}} xmlns="{CORE}"'
    + "".join(f' xmlns:{prefix}="{name}"' for prefix, name in MODULES.items())
    + ">",
    header="tbxHeader",
    entry="conceptEntry",
    language="langSec",
    term="termSec",
    say=_with_notes(_by_name),
)


def write_v2(concepts: Sequence[Concept], options: Options) -> Written:
    """Write TBX version 2, as OmegaT, Weblate and the Translate Toolkit read it."""
    losses = Losses()
    chinese = [code for code in options.targets if base(code) == "zh"]
    if len(chinese) > 1:
        what = "OmegaT takes all Chinese for one language: write one file an edition"
        losses.add(what, ", ".join(chinese))
    return _write(concepts, options, _V2, losses)


def write_dca(concepts: Sequence[Concept], options: Options) -> Written:
    """Write TBX version 3, data categories as attributes."""
    return _write(concepts, options, _DCA, Losses())


def write_dct(concepts: Sequence[Concept], options: Options) -> Written:
    """Write TBX version 3, data categories as elements."""
    return _write(concepts, options, _DCT, Losses())


def _write(
    concepts: Sequence[Concept], options: Options, dialect: _Dialect, losses: Losses
) -> Written:
    found: dict[str, tuple[Concept, dict[str, list[Term]]]] = {}
    for concept in cleaned(concepts, losses):
        parts = sections(concept, options)
        if concept.id in found:
            losses.add("a second concept of the same id is not written", concept.id)
        elif not parts:
            losses.add("a concept without terms is not written", concept.id)
        else:
            found[concept.id] = (concept, parts)
    if not found:
        raise GlossaryError("no concept has a term to write", mend="name other languages")
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        dialect.root.format(quoteattr(_tag(options.source))),
        *_header(dialect, options),
        "<text>",
        "<body>",
    ]
    for concept, parts in found.values():
        lines += _entry(dialect, concept, parts, found)
    lines += ["</body>", "</text>", dialect.root.partition(" ")[0].replace("<", "</") + ">"]
    data = "".join(f"{line}\n" for line in lines).encode()
    return Written(data=data, losses=losses.by_kind())


def _header(dialect: _Dialect, options: Options) -> list[str]:
    return [
        f"<{dialect.header}>",
        "<fileDesc>",
        f"<titleStmt>{_element('title', options.title)}</titleStmt>",
        f"<sourceDesc>{_element('p', f'{MAKER} {__version__}')}</sourceDesc>",
        "</fileDesc>",
        f"</{dialect.header}>",
    ]


def _entry(
    dialect: _Dialect, concept: Concept, parts: dict[str, list[Term]], ids: Collection[str]
) -> Iterator[str]:
    yield f"<{dialect.entry} id={quoteattr(xml_id(concept.id))}>"
    yield from map(dialect.say, of_concept(concept, ids))
    for code, terms in parts.items():
        yield f"<{dialect.language} xml:lang={quoteattr(_tag(code))}>"
        for term in terms:
            yield f"<{dialect.term}>"
            yield _element("term", term.text)
            yield from filter(None, map(dialect.say, of_term(term, code)))
            yield f"</{dialect.term}>"
        yield f"</{dialect.language}>"
    yield f"</{dialect.entry}>"


def _tag(code: str) -> str:
    """Return the tag that other tools look for: ``zh-TW``, without a script."""
    return code.replace("_", "-")
