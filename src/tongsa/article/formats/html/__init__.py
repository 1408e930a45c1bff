"""Read web pages: HTML as browsers take it, however untidy, and XHTML."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.article.formats import Format, Reading
from tongsa.article.formats.html import characters, roles
from tongsa.article.formats.html.blocks import Blocks
from tongsa.article.formats.html.characters import trim
from tongsa.article.formats.html.elements import MUTE, SPOKEN, UNTRANSLATED, Element, Elements
from tongsa.article.formats.html.flow import INLINE, VOID, Piece
from tongsa.article.formats.html.roles import HEADINGS
from tongsa.article.formats.html.tags import CDATA, FOREIGN, RAW, attributes, tags
from tongsa.model import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tongsa.article.formats.html.tags import Tag, Value

# Elements whose text no one translates.
_MUTE = FOREIGN | {"code", "listing", "pre", "template"}

_CHARSET = re.compile(r"""charset\s*+=\s*+["']?([^\s;"']++)""", re.IGNORECASE)
_DECLARED = re.compile(r"""\s*+<\?xml\b[^>]{0,200}?\bencoding\s*+=\s*+["']([\w.:-]+)""")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?>(?:[-_][A-Za-z0-9]{1,8})*)")  # matches en-GB, not "en, fr"

_HINTING = ("class", "itemprop", "rel")
_TRANSLATE = MappingProxyType({"no": UNTRANSLATED, "yes": SPOKEN})


class _Reader:
    """Goes over a page once, from its first tag to its last."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._blocks = Blocks(text)
        self._languages: list[tuple[int, int]] = []
        self._charsets: list[tuple[int, int]] = []
        root = Element("", Role.PARAGRAPH, SPOKEN, 0, block=True)
        self._open = Elements(root)
        self._flow: list[Piece] = []
        self._flow_in = root

    def read(self) -> Reading:
        if found := _DECLARED.match(self._text):
            self._charsets.append(found.span(1))
        at = 0
        for tag in tags(self._text):
            if at < tag.start:
                self._run(at, tag.start)
            if tag.closing:
                self._end(tag)
            elif tag.name in INLINE:
                self._begin_inline(tag)
            else:
                self._begin_block(tag)
            at = tag.past
        if at < len(self._text):
            self._run(at, len(self._text))
        self._flush()
        return Reading(
            blocks=self._blocks.settled(),
            language_spans=tuple(self._languages),
            charset_spans=tuple(self._charsets),
        )

    # ---- the flow: text and inline tags between two bounds of blocks

    def _run(self, start: int, end: int) -> None:
        if self._flow or not self._text[start:end].isspace():
            self._join(Piece(start, end, self._open.top.mute > SPOKEN))

    def _join(self, piece: Piece) -> None:
        if not self._flow:
            self._flow_in = self._open.top
        self._flow.append(piece)

    def _flush(self) -> None:
        if self._flow:
            pieces, self._flow = self._flow, []
            self._blocks.say(pieces, self._flow_in.role, paragraph=self._flow_in.name == "p")

    # ---- tags

    def _begin_inline(self, tag: Tag) -> None:
        values = attributes(self._text, tag)
        hinted = self._hint(tag.name, values)
        parent = self._open.top
        if hinted is Role.DATELINE or (
            parent.role is Role.CAPTION and (hinted is Role.CREDIT or tag.name == "cite")
        ):
            self._flush()
            role = hinted or Role.CREDIT
            self._open.push(Element(tag.name, role, parent.mute, tag.start, block=True))
            return
        mute = self._mute(tag.name, values)
        self._join(Piece(tag.start, tag.end, mute > SPOKEN, tag, hinted))
        if not tag.empty and tag.name not in VOID:
            role = hinted or parent.role
            self._open.push(Element(tag.name, role, mute, tag.start, block=False))

    def _begin_block(self, tag: Tag) -> None:
        self._flush()
        name = tag.name
        if name in ("!", CDATA):
            if name == CDATA and self._open.top.mute == SPOKEN:
                self._blocks.add_value(
                    tag.start + 9, tag.end - 3, self._open.top.role, "html-cdata"
                )
            return
        self._open.begin(name, self._blocks.last)
        values = attributes(self._text, tag)
        mute = self._mute(name, values)
        if mute == SPOKEN and values:
            if name in _SPECIAL:
                _SPECIAL[name](self, values)
            self._blocks.add_attributes(tag, values)
        if name in RAW:
            if name == "title" and mute == SPOKEN and tag.past < len(self._text):
                self._blocks.add_value(tag.end, tag.past, Role.HEADLINE, "html-rcdata")
        elif not tag.empty and name not in VOID:
            role = self._role(name, values)
            self._open.push(Element(name, role, mute, tag.start, block=True))

    def _end(self, tag: Tag) -> None:
        element = self._open.end(tag.name)
        if tag.name not in INLINE or (element and element.block):
            self._flush()
        else:
            mute = (element or self._open.top).mute > SPOKEN
            self._join(Piece(tag.start, tag.end, mute, tag))

    def _mute(self, name: str, values: Mapping[str, Value]) -> int:
        mute = MUTE if name in _MUTE else self._open.top.mute
        if mute == MUTE or not values:
            return mute
        if "notranslate" in self._value(values, "class").split():
            return UNTRANSLATED
        return _TRANSLATE.get(self._value(values, "translate").lower(), mute)

    def _value(self, values: Mapping[str, Value], name: str) -> str:
        value = values.get(name)
        return self._text[value.start : value.end] if value else ""

    def _hint(self, name: str, values: Mapping[str, Value]) -> Role | None:
        if not values:
            return None
        words = [self._value(values, key) for key in _HINTING if key in values]
        hinted = roles.hint(name, " ".join(words)) if words else None
        return hinted if hinted is not Role.DECK or self._blocks.head else None

    def _role(self, name: str, values: Mapping[str, Value]) -> Role:
        hinted = self._hint(name, values)
        if name == "h1" and not self._blocks.headed:
            return Role.HEADLINE
        if name in HEADINGS and hinted is not Role.DECK:
            return Role.SUBHEADING
        return hinted or roles.BY_NAME.get(name, self._open.top.role)

    # ---- what stands in tags

    def _meta(self, values: Mapping[str, Value]) -> None:
        key = (self._value(values, "property") or self._value(values, "name")).strip().lower()
        content = values.get("content")
        if charset := values.get("charset"):
            self._charsets += _filled(self._text, charset)
        if not content:
            return
        if key in roles.BY_META:
            self._blocks.add_value(content.start, content.end, roles.BY_META[key], content.codec)
        equivalent = self._value(values, "http-equiv").strip().lower()
        if equivalent == "content-type":
            found = _CHARSET.search(self._text, content.start, content.end)
            self._charsets += [found.span(1)] if found else []
        elif equivalent == "content-language":
            self._languages += self._language(content)

    def _html(self, values: Mapping[str, Value]) -> None:
        for name, value in values.items():
            if name in ("lang", "xml:lang"):
                self._languages += self._language(value)

    def _language(self, value: Value) -> list[tuple[int, int]]:
        return [
            span for span in _filled(self._text, value) if _LANGUAGE.fullmatch(self._text, *span)
        ]


def _filled(text: str, value: Value) -> list[tuple[int, int]]:
    start, end = trim(text, value.start, value.end)
    return [(start, end)] if start < end else []


_SPECIAL = MappingProxyType(
    {"html": _Reader._html, "meta": _Reader._meta}  # noqa: SLF001 - its own
)


def _read(text: str) -> Reading:
    """Cut a web page into blocks; what no reader of the page sees stays outside of them."""
    return _Reader(text).read()


FORMAT = Format(
    name="html",
    read=_read,
    encode=MappingProxyType(
        {
            "html": lambda target, _: characters.encode_body(target),
            "html-double": lambda target, _: characters.encode_double(target),
            "html-single": lambda target, _: characters.encode_single(target),
            "html-unquoted": lambda target, _: characters.encode_unquoted(target),
            "html-rcdata": lambda target, _: characters.encode_rcdata(target),
            "html-cdata": lambda target, _: characters.encode_cdata(target),
        }
    ),
)
