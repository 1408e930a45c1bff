"""Read XML from strangers, part by part: no entity is expanded and nothing is fetched."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler

from defusedxml.common import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser

from tongsa.errors import GlossaryError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from xml.sax.xmlreader import AttributesImpl, Locator

_DOCTYPE = re.compile(
    rb"""<!DOCTYPE\s+[^\s>[]+\s+(?:SYSTEM|PUBLIC\s+(?:"[^"]*"|'[^']*'))\s+["']([^"'>]*)["']"""
)
"""``<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">``"""
_HEAD = 65_536  # bytes within which a document type stands
DEEPEST = 64
"""Elements that may stand within each other; files that people use have a dozen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An element, with all that stands in it."""

    name: str
    """As it is written, with its prefix: ``termEntry``, ``min:subjectField``."""
    attributes: Mapping[str, str]
    line: int
    text: str = ""
    """All text in it, that of its children too."""
    children: tuple[Node, ...] = ()

    @property
    def local(self) -> str:
        """Its name without the prefix."""
        return self.name.rpartition(":")[2]


def walk(data: bytes, *, file: str, parts: Collection[str], take: Callable[[Node], None]) -> None:
    """Give first the root, without what stands in it, and then each part of one of these names.

    Raise GlossaryError, with file, line and mend, where the file is not XML, declares entities,
    or is nested too deep.
    """
    if not data.strip():
        raise GlossaryError("the file is empty", file=file, mend="export the glossary again")
    _refuse_outside(data, file)
    # A document type may be named, as TBX of old does. What it names is never fetched.
    parser = DefusedExpatParser(forbid_dtd=False, forbid_entities=True, forbid_external=False)
    handler = _Handler(file, frozenset(parts), take, parser)
    parser.setContentHandler(handler)
    try:
        parser.feed(data)
        parser.close()
    except SAXParseException as error:
        raise GlossaryError(
            f"this is no well-formed XML: {error.getMessage()}",
            file=file,
            line=error.getLineNumber(),
            mend="export the glossary again",
        ) from error
    except DefusedXmlException as error:
        raise GlossaryError(
            "entities are declared here",
            file=file,
            line=handler.line,
            mend="write the characters themselves, and take out <!ENTITY …>",
        ) from error
    except (ValueError, LookupError) as error:  # an encoding that expat cannot read
        raise GlossaryError(
            f"the file's encoding cannot be read: {error}",
            file=file,
            line=handler.line,
            mend="save it as UTF-8",
        ) from error


def _refuse_outside(data: bytes, file: str) -> None:
    """Raise GlossaryError where the document type lies somewhere else than beside the file."""
    found = _DOCTYPE.search(data[:_HEAD])
    place = found[1].decode("latin-1") if found else ""
    if "/" in place or "\\" in place or ":" in place:
        raise GlossaryError(
            f'its document type lies elsewhere: "{place}"',
            file=file,
            line=data.count(b"\n", 0, found.start()) + 1 if found else None,
            mend="take <!DOCTYPE …> out; a glossary is read without it",
        )


class _Handler(ContentHandler):
    """Builds the parts, and passes over all else."""

    def __init__(
        self, file: str, parts: frozenset[str], take: Callable[[Node], None], locator: Locator
    ) -> None:
        super().__init__()
        self.locator = locator
        self.file = file
        self.parts = parts
        self.take = take
        self.depth = 0
        self.open: list[_Open] = []

    @property
    def line(self) -> int:
        return int(self.locator.getLineNumber() or 1)

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - SAX's name
        self.depth += 1
        if self.depth > DEEPEST:
            message = f"more than {DEEPEST} elements stand within each other"
            mend = "this is no glossary that a tool wrote"
            raise GlossaryError(message, file=self.file, line=self.line, mend=mend)
        if self.depth == 1:
            self.take(Node(name=name, attributes=dict(attrs.items()), line=self.line))
        if self.open or name.rpartition(":")[2] in self.parts:
            self.open.append(_Open(name, dict(attrs.items()), self.line, [], []))

    def characters(self, content: str) -> None:
        if self.open:
            self.open[-1].text.append(content)

    def endElement(self, name: str) -> None:  # noqa: ARG002, N802 - SAX's name and signature
        self.depth -= 1
        if not self.open:
            return
        done = self.open.pop()
        text = "".join(done.text)
        node = Node(
            name=done.name,
            attributes=done.attributes,
            line=done.line,
            text=text,
            children=tuple(done.children),
        )
        if self.open:
            self.open[-1].text.append(text)
            self.open[-1].children.append(node)
        else:
            self.take(node)

    def skippedEntity(self, name: str) -> None:  # noqa: N802 - SAX's name
        message = f'the entity "&{name};" is not defined in the file'
        mend = "write the character itself"
        raise GlossaryError(message, file=self.file, line=self.line, mend=mend)


@dataclass(frozen=True, slots=True)
class _Open:
    """An element whose end has not been met."""

    name: str
    attributes: Mapping[str, str]
    line: int
    text: list[str]
    children: list[Node]
