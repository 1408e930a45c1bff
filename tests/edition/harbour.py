"""Build articles and editions for the tests of the preview; harbour.toml holds an invented one."""

from __future__ import annotations

import tomllib
from html.parser import HTMLParser
from pathlib import Path

from tongsa.edition.preview import preview
from tongsa.model import Article, Block, Edition, Line, Role, State

VOID = {"meta", "link", "input"}
LANGUAGES = ("ko", "zh_TW", "zh_CN")
MERGED = "(merged)"


def block(role: Role, text: str, *, line: int = 1, prefix: str = "", speaker: str = "") -> Block:
    return Block(
        role=role, start=0, end=len(text), line=line, text=text, prefix=prefix, speaker=speaker
    )


def article(*blocks: Block, path: str = "seeds/harbour.txt") -> Article:
    text = "\n".join(each.text for each in blocks)
    return Article(name="harbour", path=path, format="text", text=text, blocks=blocks)


def line(source: str, target: str, ordinal: int = 0) -> Line:
    """Return a line; ``F`` before the target says that it is fuzzy."""
    merged = target == MERGED
    state = State.FUZZY if target.startswith("F ") else State.TRANSLATED
    return Line(
        ordinal=ordinal,
        source=source,
        target="" if merged else target.removeprefix("F "),
        state=state if target else State.UNTRANSLATED,
        merged=merged,
    )


def harbour() -> tuple[Article, list[Edition]]:
    tables = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["block"]
    blocks = [
        block(
            Role(table["role"]),
            " ".join(sentence["en"] for sentence in table["sentence"]),
            line=number,
            prefix=table.get("prefix", ""),
            speaker=table.get("speaker", ""),
        )
        for number, table in enumerate(tables, 1)
    ]
    editions = [
        Edition(
            language=language,
            blocks=tuple(
                tuple(line(each["en"], each[language], at) for at, each in enumerate(sentences))
                for sentences in (table["sentence"] for table in tables)
            ),
        )
        for language in LANGUAGES
    ]
    return article(*blocks), editions


class Outline(HTMLParser):
    """What a browser finds on a page: elements with their attributes, and the text within."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str, **wanted: str) -> list[dict[str, str | None]]:
        return [
            found
            for name, found in self.elements
            if name == tag and all(found.get(key) == value for key, value in wanted.items())
        ]


def page_of(
    source: str = "The ferry sails.",
    target: str = "배가 떠난다.",
    *,
    role: Role = Role.PARAGRAPH,
    language: str = "ko",
) -> str:
    edition = Edition(language=language, blocks=((line(source, target),),))
    return preview(article(block(role, source)), [edition], source_language="en")


def harbour_page() -> str:
    translated, editions = harbour()
    return preview(translated, editions, source_language="en")
