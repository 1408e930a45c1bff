"""Read and write OmegaT's glossary text: source, target and comment, parted by tabs.

OmegaT shows each row whose source stands in the segment. So every source term has a row for each
usable target term, the preferred first; what must not be used stands in the comment.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tongsa.errors import GlossaryError
from tongsa.glossary.exchange import words
from tongsa.glossary.exchange.choose import edition, usable
from tongsa.glossary.exchange.clean import cleaned, on_one_line
from tongsa.glossary.exchange.ids import Ids
from tongsa.glossary.exchange.losses import Losses
from tongsa.glossary.exchange.text import decode
from tongsa.glossary.exchange.value import Exchanged, Written
from tongsa.model import Concept, Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tongsa.glossary.exchange.value import Given, Options

HEADER = "# Glossary in tab-separated format -*- coding: utf-8 -*-"
_NO_CELLS = ["", ""]  # for rows without target or comment
_KNOWN = "the ids, kinds, statuses, types and other facts of terms have no column"


def write(concepts: Sequence[Concept], options: Options) -> Written:
    """Write one edition's text; raise GlossaryError where not one target is named."""
    target = one_target(options)
    losses = Losses()
    lines = [HEADER]
    met: dict[str, str] = {}
    for concept in on_one_line(cleaned(concepts, losses), losses):
        losses.add(_KNOWN, concept.id)
        rows = list(_rows(concept, options.source, target))
        if not rows:
            losses.add(
                "a concept without a source term and a usable target is not written", concept.id
            )
        for source, term, comment in rows:
            if source.startswith("#"):
                losses.add(
                    "a term that begins with # would be a comment: it is not written", concept.id
                )
                continue
            if met.setdefault(source, concept.id) != concept.id:
                losses.add("a source term of two concepts is read back as one concept", concept.id)
            lines.append(f"{source}\t{term}\t{comment}".rstrip("\t"))
        if len({source for source, _, _ in rows}) > 1:
            losses.add("each source term is read back as a concept of its own", concept.id)
    return Written(data="".join(f"{line}\n" for line in lines).encode(), losses=losses.by_kind())


def one_target(options: Options) -> str:
    """Return the target; raise GlossaryError where none or several are named."""
    if len(options.targets) != 1:
        message = "this format holds one edition"
        raise GlossaryError(message, mend="name one target language, such as --lang ko")
    return options.targets[0]


def _rows(concept: Concept, source: str, target: str) -> Iterator[tuple[str, str, str]]:
    """Yield source, target and comment; the comment stands with the preferred target alone."""
    sources = edition(concept, source)
    terms = edition(concept, target)
    targets = usable(terms)
    for word in sources:
        for index, term in enumerate(targets):
            yield word.text, term.text, term.note if index else _comment(concept, term, terms)
        if not targets and not concept.translate:
            yield word.text, word.text, _comment(concept, word, terms)


def _comment(concept: Concept, term: Term, terms: Sequence[Term]) -> str:
    barred = [
        f"{other.text} ({other.note})" if other.note else other.text
        for other in terms
        if not other.status.usable
    ]
    said = [concept.definition, concept.note, term.note]
    said += [f"not: {', '.join(barred)}"] if barred else []
    return " | ".join(part for part in said if part)


@dataclass(slots=True)
class _Draft:
    """A concept while its rows come in."""

    line: int
    targets: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)


def read(given: Given) -> Exchanged:
    """Read rows into concepts, one for each source term; raise GlossaryError without a target."""
    if given.target is None:
        message = "the file does not say its languages"
        raise GlossaryError(
            message, file=given.file, mend="name the target language, such as --lang ko"
        )
    losses = Losses()
    drafts: dict[str, _Draft] = {}
    for line, text in enumerate(decode(given.data, given.file).split("\n"), start=1):
        source, word, comment, *more = [cell.strip() for cell in text.split("\t")] + _NO_CELLS
        if text.startswith("#") or not text.strip():
            continue
        place = f"{given.file}:{line}"
        if not source:
            losses.add("a row without a source is not kept", place)
            continue
        if any(more):
            losses.add("a fourth column is not kept", place)
        draft = drafts.setdefault(source, _Draft(line))
        _add(draft.targets, word)
        _add(draft.comments, comment)
    made = _concepts(drafts, given)
    return Exchanged(concepts=tuple(made), losses=losses.by_place())


def _add(texts: list[str], text: str) -> None:
    if text and text not in texts:
        texts.append(text)


def _concepts(drafts: dict[str, _Draft], given: Given) -> Iterator[Concept]:
    ids = Ids()
    for source, draft in drafts.items():
        terms = [Term(text=source, language=given.source)]
        terms += [Term(text=text, language=given.target or "") for text in draft.targets]
        yield Concept(
            id=ids.make(source),
            note=" | ".join(draft.comments),
            terms=tuple(words.ranked((term, None) for term in terms)),
            file=given.file,
            line=draft.line,
        )
