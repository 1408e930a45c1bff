"""Find what is wrong in a glossary: terms that clash, are missing, cannot be found, do not fit."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from tongsa.errors import GlossaryError
from tongsa.glossary.find import masked
from tongsa.glossary.scripts import wrong_script
from tongsa.glossary.standing import Standing, Variety, base
from tongsa.language.fold import plain
from tongsa.model import Kind, Status, TermType
from tongsa.patterns import late
from tongsa.reading import SYSTEMS, Verdict, compare, fits, in_hangul

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tongsa.glossary.glossary import Glossary
    from tongsa.model import Concept, Scope, Term

_LATIN_OF_HANGUL = frozenset({"Revised Romanization", "McCune–Reischauer", "Yale", "North Korean"})
"""Systems that spell what is written in Hangul; the others spell Han characters."""

_FORMS = 3
"""Readings that a mend names."""
_PARTING = late(r"[\s·‧・•-]+")
"""What a term may be written with or without: ``3D-Fabric``, ``賴‧清德``"""


@dataclass(frozen=True)  # no slots: what is worked out once is kept
class Audit:
    """A glossary under examination."""

    glossary: Glossary
    source: str
    """The articles' language."""
    targets: Sequence[str]
    texts: Mapping[str, str] = field(default_factory=dict)
    """The files' texts by name, so that flaws name lines."""
    _lines: dict[str, Sequence[str]] = field(default_factory=dict)

    def flaws(self) -> Iterator[GlossaryError]:
        """Yield every flaw, each with file, line and mend, concept by concept."""
        for index, concept in enumerate(self.glossary.concepts):
            yield from self._names(concept)
            yield from self._shared(index, concept)
            yield from self._missing(index, concept)
            yield from self._forbidden(concept)
            yield from self._twice(concept)
            yield from self._scripts(concept)
            yield from self._readings(concept)
            yield from self._hangul(concept)
            yield from self._unreachable(index, concept)

    def _names(self, concept: Concept) -> Iterator[GlossaryError]:
        """Find ids that no concept has."""
        scopes = [concept.scope, *(term.scope for term in concept.terms)]
        named = [*concept.related, *(name for scope in scopes for name in _ids(scope))]
        for name in dict.fromkeys(named):
            if name not in self.glossary.by_id:
                yield self._flaw(concept, name, f'there is no concept "{name}"', "correct the id")

    def _shared(self, index: int, concept: Concept) -> Iterator[GlossaryError]:
        """Find source terms that another concept has, too, where nothing tells them apart."""
        for at, term in enumerate(concept.terms):
            if term.language != self.source or _bounded(concept, term):
                continue
            for other in self._owners[self._key(index, at)]:
                if other != index:
                    rival = self.glossary.concepts[other]
                    message = f'"{term.text}" of "{concept.id}" is a term of "{rival.id}", too'
                    mend = f"give both a scope ({rival.file}:{rival.line} is the other)"
                    yield self._flaw(concept, term, message, mend)
                    break

    def _missing(self, index: int, concept: Concept) -> Iterator[GlossaryError]:
        """Find editions that lack a term."""
        if not concept.translate:
            return
        for language in self.targets:
            standings = self.glossary.standing(index, Variety(language=language))
            if Standing.PREFERRED not in standings.values():
                message = f'"{concept.id}" has no preferred term in {language}'
                mend = f'add {language} = ["…"], or translate = false'
                yield self._flaw(concept, "", message, mend)

    def _forbidden(self, concept: Concept) -> Iterator[GlossaryError]:
        """Find avoided terms that are the preferred one too, and forbidden ones that contain it."""
        for term in concept.terms:
            if term.status.usable:
                continue
            for other in concept.terms:
                same = base(other.language) == base(term.language)
                near = other.language in {term.language, base(term.language), *self._below(term)}
                if not (other.status is Status.PREFERRED and same and near):
                    continue
                right, wrong = _squeezed(other.text), _squeezed(term.text)
                if right == wrong or (right in wrong and term.status is Status.FORBIDDEN):
                    verb = "equals" if right == wrong else "contains"
                    message = f'the {term.status} "{term.text}" {verb} the preferred "{other.text}"'
                    yield self._flaw(concept, term, message, "take one of the two out")

    def _below(self, term: Term) -> tuple[str, ...]:
        """Return the editions that fall back to a term's language."""
        return tuple(code for code in self.targets if base(code) == term.language)

    def _twice(self, concept: Concept) -> Iterator[GlossaryError]:
        """Find languages with two preferred terms, between which nothing decides."""
        seen: dict[tuple[str, str, str], Term] = {}
        for term in concept.terms:
            if term.status is not Status.PREFERRED or term.scope:
                continue
            first = seen.setdefault((term.language, term.style, term.region), term)
            if first is not term:
                message = f'"{first.text}" and "{term.text}" are both preferred in {term.language}'
                yield self._flaw(concept, term, message, "admit one of the two")

    def _scripts(self, concept: Concept) -> Iterator[GlossaryError]:
        """Find Chinese terms with characters that their edition does not write."""
        for term in concept.terms:
            if not term.status.usable or base(term.language) != "zh":
                continue
            editions = [term.language] if "_" in term.language else ["zh_TW", "zh_CN"]
            for language in editions:
                if letters := wrong_script(term.text, language):
                    message = f'"{term.text}" has {letters}, which {language} does not write'
                    mend = "write zh_TW and zh_CN apart" if term.language == "zh" else "correct it"
                    yield self._flaw(concept, term, message, mend)

    def _readings(self, concept: Concept) -> Iterator[GlossaryError]:
        """Find spellings that are no reading of the characters in the system that they name."""
        person = True if concept.kind is Kind.PERSON else None
        for term in concept.terms:
            if term.romanisation not in SYSTEMS or not term.status.usable:
                continue
            if term.type is TermType.SHORT:
                continue
            script = "ko" if term.romanisation in _LATIN_OF_HANGUL else "zh"
            written = [
                other.text
                for other in concept.terms
                if base(other.language) == script
                and other.status.usable
                and other.type is TermType.FULL
                and not other.style
            ]
            verdicts = [fits(term.text, text, term.romanisation, person=person) for text in written]
            if verdicts and not any(verdict is not False for verdict in verdicts):
                message = (
                    f'"{term.text}" is no reading of {" or ".join(written)} in {term.romanisation}'
                )
                yield self._flaw(concept, term, message, "correct the spelling or the system")

    def _hangul(self, concept: Concept) -> Iterator[GlossaryError]:
        """Find persons' names in Hangul that their characters are not read as: 량쾅중 for 梁光中.

        Only of a name whose Latin spelling may be read from the characters: not of Donald Trump's.
        """
        if concept.kind is not Kind.PERSON:
            return
        usable = [it for it in concept.terms if it.status.usable and it.type is TermType.FULL]
        written = [it.text for it in usable if base(it.language) == "zh"]
        right = list(dict.fromkeys(form for text in written for form in in_hangul(text)))
        if not right or not self._is_read(concept, written):
            return
        for term in usable:
            if base(term.language) == "ko" and " " not in term.text and term.text not in right:
                message = f'"{term.text}" is no reading of {" or ".join(dict.fromkeys(written))}'
                mend = f"write {' or '.join(right[:_FORMS])}"
                yield self._flaw(concept, term, message, mend)

    def _is_read(self, concept: Concept, written: Sequence[str]) -> bool:
        """Tell whether a person's name may be read from its characters."""
        named = [
            it.text
            for it in concept.terms
            if it.language == self.source and it.type in {TermType.FULL, TermType.VARIANT}
        ]
        return any(
            compare(name, text).verdict is Verdict.SAME for name in named for text in written
        )

    def _unreachable(self, index: int, concept: Concept) -> Iterator[GlossaryError]:
        """Find terms that no text can hold, since they are masked or their scope never holds."""
        for at, term in enumerate(concept.terms):
            if term.language not in {self.source, *self.targets, *map(base, self.targets)}:
                continue
            if not self._found(index, at, term):
                message = f'"{term.text}" is never found, not even where it stands alone'
                yield self._flaw(concept, term, message, "write it as texts do")
            scope = term.scope or concept.scope
            if scope and term.language == self.source and not self._can_hold(scope):
                message = f'the scope of "{term.text}" never holds'
                mend = "name concepts that have a term without a scope"
                yield self._flaw(concept, term, message, mend)
            if term.after_full and not any(
                other.language == term.language and other.status.usable and not other.after_full
                for other in concept.terms
            ):
                message = f'"{term.text}" stands behind a full form only, and there is none'
                yield self._flaw(concept, term, message, "add the full form")

    def _found(self, index: int, at: int, term: Term) -> bool:
        """Whether a term is found where it stands alone, and nothing longer masks it."""
        for language in (term.language, *self._below(term)):
            if language == base(language) and language not in {self.source, *self.targets}:
                continue
            lexicon = self.glossary.lexicon(language)
            kept = masked(lexicon.finder.find(term.text))
            if not any(lexicon.owners[hit.term] == (index, at) for hit in kept):
                return False
        return True

    def _can_hold(self, scope: Scope) -> bool:
        concepts = (self.glossary.concept(name) for name in _ids(scope))
        return any(
            term.language == self.source and not term.after_full and not (term.scope or one.scope)
            for one in concepts
            if one
            for term in one.terms
        )

    @cached_property
    def _owners(self) -> Mapping[str, Sequence[int]]:
        """The concepts of the source's terms, by the letters that these are found by."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for index, concept in enumerate(self.glossary.concepts):
            for at, term in enumerate(concept.terms):
                if term.language == self.source:
                    found[self._key(index, at)].append(index)
        return found

    def _key(self, index: int, at: int) -> str:
        term = self.glossary.concepts[index].terms[at]
        exact = term.case or (term.case is None and term.text.isupper())
        return _squeezed(term.text) if exact else _squeezed(term.text).lower()

    def _flaw(self, concept: Concept, word: Term | str, message: str, mend: str) -> GlossaryError:
        line = self._line(concept, word) if word else concept.line
        return GlossaryError(message, file=concept.file or None, line=line or None, mend=mend)

    def _line(self, concept: Concept, word: Term | str) -> int:
        """Return the line of a concept's term or of another word in quotes; else of its header."""
        text, key = (word, "") if isinstance(word, str) else (word.text, word.language)
        reached = not key
        for number, row in enumerate(self._rows(concept.file)[concept.line :], concept.line + 1):
            if row.startswith("["):
                break
            reached = reached or row.partition("=")[0].strip(" \"'") == key
            if reached and (f'"{text}"' in row or f"'{text}'" in row):
                return number
        return concept.line

    def _rows(self, file: str) -> Sequence[str]:
        return self._lines.setdefault(file, self.texts.get(file, "").split("\n"))


def _ids(scope: Scope | None) -> tuple[str, ...]:
    return (*scope.beside, *scope.sentence, *scope.article) if scope else ()


def _bounded(concept: Concept, term: Term) -> bool:
    """Whether something tells where a term stands for its concept."""
    return bool(term.scope or concept.scope or term.after_full)


def _squeezed(text: str) -> str:
    """Return a text without spaces, hyphens and accents; C++ is not C, nor AT&T ATT."""
    return _PARTING.sub("", plain(text))
