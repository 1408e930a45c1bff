"""Read segmentation rules from an SRX 2.0 file, as CAT tools exchange them.

Source: LISA OSCAR, "SRX 2.0 specification", 7 April 2008.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler

from defusedxml.common import DefusedXmlException
from defusedxml.sax import parseString

from tongsa.errors import SegmentationError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.sax.xmlreader import AttributesImpl, Locator

VERSION = "2.0"
_MEND = "export SRX 2.0 from your translation tool"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A kind of place where a sentence ends, or where it does not."""

    breaks: bool
    before: str
    """Regular expression, in ICU's syntax, of what stands before; empty matches anything."""
    after: str
    line: int
    """1-based, in the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageMap:
    """Which rules a language takes."""

    pattern: str
    """Regular expression, in ICU's syntax, that matches a language's whole code."""
    rules: str
    """Their name."""
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Srx:
    """The rules of one SRX file."""

    file: str
    digest: str
    """SHA-256 of the file, in hexadecimal."""
    cascade: bool
    """Whether a language takes the rules of each map that matches it, or of the first alone."""
    maps: tuple[LanguageMap, ...]
    rules: Mapping[str, tuple[Rule, ...]]
    """By name, in the file's order: the first rule that matches at a place decides."""


def load(data: bytes, *, file: str) -> Srx:
    """Read an SRX file; raise SegmentationError, with its line, where it is none."""
    reader = _Reader(file)
    try:
        parseString(data, reader, forbid_dtd=True)
    except SAXParseException as error:
        message = f"not XML: {error.getMessage()}"
        line = error.getLineNumber()
        raise SegmentationError(message, file=file, line=line, mend=_MEND) from error
    except DefusedXmlException as error:
        message = "a document type or entities are declared"
        raise SegmentationError(message, file=file, mend="remove <!DOCTYPE …>") from error
    if not reader.maps:
        raise SegmentationError("no language is mapped to rules", file=file, mend=_MEND)
    return Srx(
        file=file,
        digest=hashlib.sha256(data).hexdigest(),
        cascade=reader.cascade,
        maps=tuple(reader.maps),
        rules=MappingProxyType({name: tuple(rules) for name, rules in reader.rules.items()}),
    )


class _Reader(ContentHandler):
    """Collects what the parser meets; elements and attributes it does not know are passed over."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self.file = file
        self.elements = 0
        self.cascade = False
        self.maps: list[LanguageMap] = []
        self.rules: dict[str, list[Rule]] = {}
        self.name = ""
        self.breaks = True
        self.patterns: dict[str, str] = {}
        self.text: list[str] = []

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802 - SAX's name
        self.locator = locator

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - SAX's name
        element = name.rpartition(":")[2]
        self.elements += 1
        self.text.clear()
        if self.elements == 1:
            self._check_root(element, attrs.get("version"))
        elif element == "header":
            self.cascade = attrs.get("cascade") == "yes"
        elif element == "languagerule":
            self.name = attrs.get("languagerulename", "")
            self.rules.setdefault(self.name, [])
        elif element == "rule":
            self.breaks = attrs.get("break") != "no"
            self.patterns = {}
        elif element == "languagemap":
            self._add_map(attrs.get("languagepattern", ""), attrs.get("languagerulename", ""))

    def characters(self, content: str) -> None:
        self.text.append(content)

    def endElement(self, name: str) -> None:  # noqa: N802 - SAX's name
        element = name.rpartition(":")[2]
        if element in ("beforebreak", "afterbreak"):
            self.patterns[element] = "".join(self.text)
        elif element == "rule":
            before, after = (self.patterns.get(key, "") for key in ("beforebreak", "afterbreak"))
            rule = Rule(breaks=self.breaks, before=before, after=after, line=self._line())
            self.rules.setdefault(self.name, []).append(rule)

    def _check_root(self, element: str, version: str | None) -> None:
        if element != "srx":
            message = f"not SRX: it begins with <{element}>"
            raise SegmentationError(message, file=self.file, line=self._line(), mend=_MEND)
        if version != VERSION:
            message = f'version "{version or ""}" of SRX is not known'
            raise SegmentationError(message, file=self.file, line=self._line(), mend=_MEND)

    def _add_map(self, pattern: str, rules: str) -> None:
        if rules not in self.rules:
            message = f'a language is mapped to the rules "{rules}", which are not there'
            mend = f"use one of {', '.join(sorted(self.rules))}"
            raise SegmentationError(message, file=self.file, line=self._line(), mend=mend)
        self.maps.append(LanguageMap(pattern=pattern, rules=rules, line=self._line()))

    def _line(self) -> int:
        return int(self.locator.getLineNumber() or 1)
