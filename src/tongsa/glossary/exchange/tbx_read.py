"""Read a glossary from TBX of any version and style, as strangers write it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tongsa.errors import GlossaryError
from tongsa.glossary.exchange import tbx_draft, words
from tongsa.glossary.exchange.ids import Ids
from tongsa.glossary.exchange.losses import Losses
from tongsa.glossary.exchange.tbx_draft import OF_CONCEPT, OF_TERM
from tongsa.glossary.exchange.tbx_facts import OWN, Fact, concept_id
from tongsa.glossary.exchange.tbx_rules import CARRIERS, GROUPS, Rules
from tongsa.glossary.exchange.tbx_write import MAKER
from tongsa.glossary.exchange.tree import walk
from tongsa.glossary.exchange.value import Exchanged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tongsa.glossary.exchange.tbx_draft import Taker, Values
    from tongsa.glossary.exchange.tree import Node
    from tongsa.glossary.exchange.value import Given
    from tongsa.model import Concept

_ENTRIES = frozenset({"termEntry", "conceptEntry"})
_LANGUAGES = frozenset({"langSet", "langSec"})
_TERMS = frozenset({"tig", "ntig", "termSec"})
_HEADERS = frozenset({"martifHeader", "tbxHeader"})
_PARTS = _ENTRIES | _HEADERS | {"back"}
_INSIDE = _LANGUAGES | _TERMS | {"term"}
_OWN_NOTE = re.compile(rf"{OWN}([a-z-]+): (.*)", re.DOTALL)
"""A note of ours in version 3: ``x-tongsa-kind: person``."""
_MEND = "export TBX from your terminology tool"


def read(given: Given) -> Exchanged:
    """Read a TBX file; raise GlossaryError, with its line, where it is none."""
    reading = _Reading(given)
    walk(given.data, file=given.file, parts=_PARTS, take=reading.take)
    return reading.done()


class _Reading:
    """What is known of a file while its parts come in."""

    def __init__(self, given: Given) -> None:
        self.given = given
        self.losses = Losses()
        self.ids = Ids()
        self.own = False
        """Whether the file is one of ours, in which white space stands as it was."""
        self.rules: Rules | None = None
        self.v3 = False
        self.concepts: list[Concept] = []
        self.names: dict[str, str] = {}
        """Our ids by the file's own, to which its references point."""

    def take(self, part: Node) -> None:
        """Read the root, the header, or an entry."""
        if part.local in {"martif", "tbx"}:
            self._root(part)
        elif part.local in _HEADERS:
            origin = next((node for node in _inner(part) if node.local == "sourceDesc"), None)
            self.own = origin is not None and origin.text.strip().startswith(f"{MAKER} ")
        elif part.local in _ENTRIES:
            self._entry(part)
        elif part.local == "back":
            self.losses.add("what stands behind the entries is not kept", self._place(part))
        else:
            message = f"not TBX: it begins with <{part.name}>"
            raise GlossaryError(message, file=self.given.file, line=part.line, mend=_MEND)

    def done(self) -> Exchanged:
        """Return the concepts, their references pointing to our ids."""
        concepts = [
            replace(concept, related=tuple(self._related(concept))) for concept in self.concepts
        ]
        return Exchanged(concepts=tuple(concepts), losses=self.losses.by_place())

    def _related(self, concept: Concept) -> Iterator[str]:
        """Yield the ids of related concepts; our own files may name some that stand elsewhere."""
        for name in concept.related:
            if name in self.names or self.own:
                yield self.names.get(name, name)
            else:
                what = f'a reference leads to "{name}", which is no concept of the file'
                self.losses.add(what, f"{concept.file}:{concept.line}")

    def _root(self, root: Node) -> None:
        self.v3 = root.local == "tbx"
        if not self.v3:
            return
        style = root.attributes.get("style", "dca")
        prefixes = {
            name.removeprefix("xmlns:"): value
            for name, value in root.attributes.items()
            if name.startswith("xmlns:")
        }
        if root.attributes.get("type") == "TBX-Basic":
            self.rules = Rules(style=style, prefixes=prefixes)
        else:
            dialect = root.attributes.get("type", "")
            self.losses.add(f'the dialect "{dialect}" is read as TBX-Basic', self._place(root))

    def _entry(self, entry: Node) -> None:
        for line, what in self.rules.violations(entry) if self.rules else ():
            self.losses.add(what, f"{self.given.file}:{line}")
        values: Values = {}
        terms: list[Values] = []
        self._say(entry, values, OF_CONCEPT)
        for part in entry.children:
            if part.local in _LANGUAGES:
                terms += self._language(part, values)
        if not terms:
            self.losses.add("a concept without terms is not kept", self._place(entry))
            return
        name = concept_id(entry.attributes.get("id", ""))
        spoken = (term["text"] for term in terms if term["language"] == self.given.source)
        made = self.ids.make(name or next(spoken, terms[0]["text"]))
        if name not in ("", made):
            self.losses.add(f'the id "{name}" is read as {made}', self._place(entry))
        self.names.setdefault(name, made)
        place = {"id": made, "file": self.given.file, "line": entry.line}
        self.concepts.append(tbx_draft.concept(values, terms, **place))

    def _language(self, part: Node, of_concept: Values) -> list[Values]:
        """Return the terms of a language; what defines the concept goes with the concept."""
        tag = part.attributes.get("xml:lang", "")
        code = words.language(tag, self.losses, self._place(part))
        if code is None:
            return []
        defines = of_concept if code == self.given.source else None
        terms: list[Values] = []
        for node in part.children:
            if node.local in _TERMS:
                word = next((inner for inner in _inner(node) if inner.local == "term"), node)
                text = self._text(word.text if word is not node else "").strip()
                if text:
                    terms.append({"text": text, "language": code})
                    self._say(node, terms[-1], OF_TERM, defines)
                else:
                    self.losses.add("an empty term is not kept", self._place(node))
        if terms:
            self._say(part, terms[0], {"note": OF_TERM["note"]}, defines)
        return terms

    def _say(
        self, part: Node, values: Values, takers: Mapping[str, Taker], defines: Values | None = None
    ) -> None:
        """Take what is said in a part into the values, a definition into ``defines``."""
        for fact, node in self._facts(part):
            if defines is not None and fact.category == "definition":
                lost = tbx_draft.say(defines, fact, OF_CONCEPT)
            else:
                lost = tbx_draft.say(values, fact, takers)
            if lost:
                self.losses.add(lost, self._place(node))

    def _facts(self, part: Node) -> Iterator[tuple[Fact, Node]]:
        """Yield what is said in a part of a concept, apart from its inner parts."""
        for node in part.children:
            if node.local in _INSIDE:
                continue
            if node.local in GROUPS or node.local == "termGrp":
                yield from self._facts(node)
                continue
            text = self._text(node.text)
            found = _OWN_NOTE.fullmatch(text) if self.v3 and node.local == "note" else None
            category = node.attributes.get("type", "") if node.name in CARRIERS else node.local
            if found:
                category, text = f"{OWN}{found[1]}", found[2]
                category = "note" if found[1] == "note" else category
            yield Fact(category, text, node.attributes.get("target", "")), node

    def _text(self, text: str) -> str:
        return text if self.own else " ".join(text.split())

    def _place(self, node: Node) -> str:
        return f"{self.given.file}:{node.line}"


def _inner(node: Node) -> Iterator[Node]:
    for child in node.children:
        yield child
        yield from _inner(child)
