"""Tell what TBX-Basic allows where, and what in a file of version 3 departs from it.

Source: ISO 30042:2019 and the schemas of its dialect TBX-Basic, version 1.2 (LTAC Global).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from tongsa.glossary.exchange.tree import Node

CORE = "urn:iso:std:iso:30042:ed-2"
"""Namespace of version 3."""
MODULES: Mapping[str, str] = MappingProxyType(
    {
        "min": "http://www.tbxinfo.net/ns/min",
        "basic": "http://www.tbxinfo.net/ns/basic",
    }
)
"""Namespaces of the modules in whose names the style DCT writes data categories."""
ADDRESS = re.compile(r"https?://\S+")
"""What the target of an outside reference must be: ``https://www.semi.org``."""
XML_ID = re.compile(r"[^\W\d][\w.-]*")
"""``taiwan-strait``, ``_3dfabric-alliance``"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A data category: what may be said of a concept, a language or a term."""

    element: str
    """That carries it in the style DCA, and in version 2."""
    module: str
    levels: frozenset[str]
    """``concept``, ``language`` or ``term``."""
    values: frozenset[str] = frozenset()
    """The only ones allowed; empty for any text."""


def _category(element: str, module: str, levels: str, values: str = "") -> Category:
    return Category(
        element=element,
        module=module,
        levels=frozenset(levels.split()),
        values=frozenset(values.split()),
    )


_STATUSES = "preferredTerm-admn-sts admittedTerm-admn-sts deprecatedTerm-admn-sts"
_PLACES = (
    "checkBox comboBox comboBoxElement dialogBox groupBox informativeMessage interactiveMessage"
    " menuItem progressBar pushButton radioButton slider spinBox tab tableText textBox toolTip"
    " user-definedType"
)
CATEGORIES: Mapping[str, Category] = MappingProxyType(
    {
        "administrativeStatus": _category(
            "termNote", "min", "term", f"{_STATUSES} supersededTerm-admn-sts"
        ),
        "context": _category("descrip", "basic", "term"),
        "crossReference": _category("ref", "basic", "concept term"),
        "customerSubset": _category("admin", "min", "concept term"),
        "definition": _category("descrip", "basic", "concept language"),
        "externalCrossReference": _category("xref", "basic", "concept term"),
        "geographicalUsage": _category("termNote", "basic", "term"),
        "grammaticalGender": _category(
            "termNote", "basic", "term", "masculine feminine neuter other"
        ),
        "partOfSpeech": _category("termNote", "min", "term", "noun verb adjective adverb other"),
        "projectSubset": _category("admin", "basic", "concept term"),
        "responsibility": _category("transacNote", "basic", "concept language term"),
        "source": _category("admin", "basic", "concept language term"),
        "subjectField": _category("descrip", "min", "concept"),
        "termLocation": _category("termNote", "basic", "term", _PLACES),
        "termType": _category(
            "termNote", "basic", "term", "fullForm acronym abbreviation shortForm variant phrase"
        ),
        "transactionType": _category(
            "transac", "basic", "concept language term", "origination modification"
        ),
        "xGraphic": _category("xref", "basic", "concept language"),
    }
)
CARRIERS = frozenset(category.element for category in CATEGORIES.values()) | {
    "adminNote",
    "descripNote",
}
"""Elements whose ``type`` names the data category, in the style DCA and in version 2."""
GROUPS = frozenset({"adminGrp", "descripGrp", "termNoteGrp", "transacGrp"})
_CORE = GROUPS | {"date", "note", "term"}
_LEVELS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "conceptEntry": ("concept", "langSec"),
        "langSec": ("language", "termSec"),
        "termSec": ("term", "term"),
    }
)
"""The level of each part, and what must stand in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What holds in one file of version 3."""

    style: str
    """``dca`` or ``dct``."""
    prefixes: Mapping[str, str]
    """The namespaces by the prefixes that the root declares."""
    ids: Collection[str] | None = None
    """All ids in the file, to which references may point; None while they are not known."""

    def violations(self, entry: Node) -> Iterator[tuple[int, str]]:
        """Yield the line and the matter of each departure in a concept's entry."""
        yield from self._part(entry)

    def _part(self, part: Node) -> Iterator[tuple[int, str]]:
        level, inner = _LEVELS[part.local]
        if not any(child.local == inner for child in part.children):
            yield part.line, f"<{part.local}> has no <{inner}>"
        if level == "language" and not part.attributes.get("xml:lang"):
            yield part.line, "<langSec> does not say its language"
        if level == "term" and part.children and part.children[0].local != "term":
            yield part.line, "<termSec> does not begin with its <term>"
        yield from self._said(part, level)

    def _said(self, part: Node, level: str) -> Iterator[tuple[int, str]]:
        for child in part.children:
            if child.local in _LEVELS:
                yield from self._part(child)
            elif child.local in GROUPS and ":" not in child.name:
                yield from self._said(child, level)
            elif child.name not in _CORE:
                yield from ((child.line, what) for what in self._category(child, level))

    def _category(self, node: Node, level: str) -> Iterator[str]:
        name = node.local if self.style == "dct" else node.attributes.get("type", "")
        category = CATEGORIES.get(name)
        if category is None or (self.style == "dca" and node.name != category.element):
            yield f'TBX-Basic has no <{node.name}> for "{name}"'
            return
        if self.style == "dct" and self._module(node) != MODULES[category.module]:
            yield f'"{name}" belongs to the namespace {MODULES[category.module]}'
        if level not in category.levels:
            yield f'"{name}" may not stand at the level of the {level}'
        if category.values and node.text.strip() not in category.values:
            yield f'"{name}" is "{node.text.strip()}", which TBX-Basic does not list'
        yield from self._target(node, category)

    def _target(self, node: Node, category: Category) -> Iterator[str]:
        target = node.attributes.get("target", "")
        if category.element == "xref" and not ADDRESS.fullmatch(target):
            yield f'an outside reference points to "{target}", which is no address'
        if category.element == "ref" and self.ids is not None and target not in self.ids:
            yield f'a reference points to "{target}", which is not in the file'

    def _module(self, node: Node) -> str:
        return self.prefixes.get(node.name.rpartition(":")[0], "")
