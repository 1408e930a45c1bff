"""What holds of every Markdown article and every translation."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tongsa.article.formats.markdown import FORMAT, read
from tongsa.article.formats.markdown.leaves import leaves
from tongsa.model import Block, Role

if TYPE_CHECKING:
    from collections.abc import Callable

WHOLE = MarkdownIt("commonmark")
BLOCKS = MarkdownIt("commonmark", {"maxNesting": 100}).enable("table")
BLOCKS.core.ruler.enableOnly(["normalize", "block"])

PIECES = [
    *("# ", "## ", "> ", "- ", "+ ", "1. ", "2) ", "    ", "\t", "\n", "\n", "\n\n", "\r\n", "\r"),
    *("```\n", "~~~", "---\n", "===\n", "***", "| a | b |\n| --- | :-: |\n", "|", "*salt*", "  \n"),
    *('![The quay [old] "Two"](q.jpg "At dawn")', "[![map](m.png)](/map)", "![", "\\\n", "`code`"),
    *("[^1]: ", "[^1]", "[tide]", "[tide]: /tide 'T'\n", "<div>", "</div>", "<!--", "-->", "<b>"),
    *("<p>", "</p>\n", "<table><tr><td>", "<img alt='A &lt; B'\nsrc=x>", '<a title="T">\n', "<h1>"),
    *(
        "<pre>",
        "</pre>",
        "<script>",
        "</script>",
        "<?xml ?>\n",
        "<![CDATA[",
        "]]>",
        "<!X ",
        "&amp;",
    ),
    *(
        "word",
        "two words",
        "서울",
        "港口。",
        "\u00a0",
        "\\",
        "?",
        ".",
        "_",
        "`",
        "[",
        "]",
        "(",
        ")",
    ),
    *("**Q:** ", "**A.** ", "Q: ", "A. ", "**Oh Sorae:** ", "© 2031", "Photo by ", "By Oh", "[ ] "),
    *(
        "△",
        "-",
        "– ",
        "문: ",
        "Q1. ",
        "A (Oh): ",
        "OH: ",
        "**Q: ",
        "HALMI, May 3 (Wire) — ",
        "*By Oh*",
    ),
    *("https://sea.example/1", "<https://sea.example>", "{{< a >}}", "{: .b}", "{#id}", "&nbsp;"),
    *('---\ntitle: "a\\"b"\nlang: en\n---\n', "+++\ntitle = 'x y'\nsummary = 'z'\n+++\n"),
    *("title: ", "---\r\n", "+++\n", "\x00", "\x0b", "\x0c", "\x1c", "\u2028", "\x85", "\ufeff"),
]
DOCUMENTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(
    "#>-+*_=`~[]()!<|:\\ \t\n\r1.a&;{}^\"'", max_size=60
)
TARGETS = st.one_of(
    st.text("#>-+*_=`~[]()!<|:\\ \t1.a&;{}^\"'가", min_size=1, max_size=30),
    st.lists(st.sampled_from([p for p in PIECES if not re.search(r"[\n\r]", p)]), min_size=1).map(
        "".join
    ),
)


@given(DOCUMENTS)
def test_spans_are_ordered_and_not_blank(text: str) -> None:
    at = 0
    for block in read(text).blocks:
        assert at <= block.start < block.end <= len(text)
        assert text[block.start : block.end].strip() == text[block.start : block.end]
        assert block.text.strip()
        at = block.end


@given(DOCUMENTS)
def test_a_text_never_holds_a_line_break(text: str) -> None:
    assert not [block for block in read(text).blocks if re.search(r"[\r\n]", block.text)]


@given(DOCUMENTS)
def test_every_letter_leads_back_to_itself(text: str) -> None:
    for block in read(text).blocks:
        if block.codec.startswith("markdown"):
            raw = [text[block.raw(at)] for at in range(len(block.text))]
            assert all(b in (a, " ") for a, b in zip(raw, block.text, strict=True))


@given(DOCUMENTS)
def test_the_end_of_a_text_leads_to_the_end_of_its_span(text: str) -> None:
    assert all(block.raw(len(block.text)) == block.end for block in read(text).blocks)


@given(DOCUMENTS)
def test_a_line_number_counts_the_line_ends_before(text: str) -> None:
    for block in read(text).blocks:
        assert block.line == len(re.findall(r"\r\n|\r|\n", text[: block.start])) + 1


@given(DOCUMENTS.filter(lambda text: "[^" not in text))
def test_the_leaves_are_those_that_markdown_it_finds(text: str) -> None:
    expected = [
        (token.map or [0])[0] + 1
        for token in BLOCKS.parse(text)
        if token.type in {"paragraph_open", "heading_open", "tr_open", "html_block"}
    ]
    assert [leaf.line for leaf in leaves(text)] == expected


# Translations

ARTICLES = {
    "paragraph": "Fog came.\n\nRain went.\n",
    "paragraph above a list": "Fog came:\n- rain\n",
    "paragraph after a hard break": "Fog came  \nand rain\\\nand snow.\n",
    "paragraph in lines": "Fog came\nand rain\nand snow.\r\n",
    "paragraph above a bar": "Fog came  \n|---|\n",
    "list item": "- Fog\n- Rain\n\n  Snow\n  1. Ice\n     and sleet\n",
    "task": "- [ ] Fog\n- [x] Rain\n",
    "quote": "> Fog came\n> and rain.\nlazily\n>\n> > Snow\n",
    "list in a quote": "> - Fog\n>   came\n> - Rain\n",
    "heading": "# Fog\n\n## Rain {#rain} ##\n\n- ### Snow\n",
    "underlined heading": "Fog\ncame\n===\n\nRain\n---\n\nSnow\n-\n",
    "cells": "| Fog | Rain |\n|-----|------|\n|Snow|Ice|\n",
    "cells without bars": "Fog | Rain\n--- | ---\nSnow | Ice\nSleet |\n",
    "one column": "|Fog|\n|---|\n|Rain|\n",
    "footnote": "Fog[^1] came.\n\n[^1]: Rain\n    and snow.\n[^2]: Ice\n",
    "turns": "**Q:** Fog?\n\n**A.** Rain.\n\nQ: Snow?\n\n**Q: Ice?**\n",
    "turns by signs": "-Fog?\n\n△Rain.\n\n-Snow?\n\nA (Oh): Ice.\n",
    "turns by name": "OH: Fog?\n\nLIM: Rain.\n\nOH: Snow?\n",
    "dateline": "HALMI, May 3 (Wire) — Fog came.\n",
    "credit": "[Photo = Halmi Wire] Fog came.\n",
    "html": "<div>\nFog\n<b>came</b>\n  <img alt='Rain' title=Snow src=x>\n</div>\n\nIce\n",
    "html on its line": '<a title="Fog">\n<em>Rain</em> fell.\n</a>\n\n<!-- Ice --> Sleet\nHail\n',
    "html of code": "<pre title='Fog'>\nRain\n\n</pre> Snow\nIce\n",
    "details": "<details><summary>Fog</summary>\n\nRain\n\n</details>\nSnow\n",
    "image": '![Fog](fog.jpg "Rain")\n*Snow.*\n',
}
CASES = [
    pytest.param(text, index, id=f"{name} {index + 1}")
    for name, text in ARTICLES.items()
    for index, block in enumerate(read(text).blocks)
    if block.role is not Role.IMAGE
]


def spliced(text: str, block: Block, target: str) -> str:
    opening = True
    return text[: block.start] + FORMAT.encode[block.codec](target, opening) + text[block.end :]


def structure(text: str) -> list[object]:
    """Return the blocks that markdown-it finds, which knows no footnotes."""
    return [(token.type, token.tag, token.info) for token in BLOCKS.parse(text)]


def our_structure(text: str) -> list[object]:
    return [(leaf.kind, leaf.level, leaf.cells, leaf.within, leaf.marker) for leaf in leaves(text)]


@pytest.mark.parametrize(("text", "index"), CASES)
@given(target=TARGETS)
def test_a_translation_opens_no_other_block(text: str, index: int, target: str) -> None:
    assume(target.strip())
    block = read(text).blocks[index]
    plain = spliced(text, block, "Word")
    edition = spliced(text, block, target)
    assert our_structure(edition) == our_structure(plain)
    assert text == ARTICLES["footnote"] or structure(edition) == structure(plain)


def image(text: str) -> tuple[object, ...]:
    (found,) = [
        child for token in WHOLE.parse(text) for child in token.children or () if child.tag == "img"
    ]
    return found.attrs["src"], found.attrs.get("title"), found.content


@given(target=TARGETS)
def test_an_alternative_text_keeps_its_image_and_title(target: str) -> None:
    text = '![Fog](fog.jpg "Rain")'
    assert image(spliced(text, read(text).blocks[0], target))[:2] == ("fog.jpg", "Rain")


@pytest.mark.parametrize("title", ['"Rain"', "'Rain'", "(Rain)"])
@given(target=TARGETS)
def test_an_image_title_keeps_its_image_and_alternative_text(title: str, target: str) -> None:
    text = f"![Fog](fog.jpg {title})"
    src, _, alt = image(spliced(text, read(text).blocks[1], target))
    assert (src, alt) == ("fog.jpg", "Fog")


FRONT_MATTER = {
    "yaml-plain": "---\ntitle: Fog  # came\ndraft: true\n---\n",
    "yaml-single": "---\ntitle: 'Fog'\ndraft: true\n---\n",
    "yaml-double": '---\ntitle: "Fog"\ndraft: true\n---\n',
    "toml-basic": '+++\ntitle = "Fog"  # came\ndraft = true\n+++\n',
    "toml-literal": "+++\ntitle = 'Fog'\ndraft = true\n+++\n",
}
TITLES = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1) | TARGETS


@pytest.mark.parametrize("codec", FRONT_MATTER)
@given(target=TITLES)
def test_a_title_reads_back_as_typed(codec: str, target: str) -> None:
    assume(
        target.strip() and not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\uffff]", target)
    )
    text = FRONT_MATTER[codec]
    (block,) = read(text).blocks
    assert block.codec == codec
    (back,) = read(spliced(text, block, target)).blocks
    assert back.text == target.strip()


@pytest.mark.parametrize("codec", ["toml-basic", "toml-literal"])
@given(target=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_python_reads_a_title_of_toml_as_typed(codec: str, target: str) -> None:
    text = FRONT_MATTER[codec]
    matter = spliced(text, read(text).blocks[0], target).split("+++")[1]
    assume("+++" not in target)
    assert tomllib.loads(matter) == {"title": target, "draft": True}


@pytest.mark.parametrize("codec", ["yaml-plain", "yaml-single", "yaml-double"])
@given(target=TITLES | st.sampled_from(["null", "Yes", "off", "~", "1.5", "A: b", "a #b", "- a"]))
def test_yaml_reads_a_title_as_typed(codec: str, target: str) -> None:
    yaml = pytest.importorskip("yaml")
    assume(not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\uffff]", target))
    text = FRONT_MATTER[codec]
    matter = re.split(r"^---$", spliced(text, read(text).blocks[0], target), flags=re.MULTILINE)[1]
    assert yaml.safe_load(matter) == {"title": target, "draft": True}


@given(target=TARGETS, opening=st.booleans())
def test_no_encoder_adds_a_line_break(target: str, opening: bool) -> None:  # noqa: FBT001 - drawn
    for encode in FORMAT.encode.values():
        assert not re.search(r"[\r\n]", encode(target, opening))


# Speed

# Texts of so many thousand letters, or nearly.
HOSTILE = {
    "one line": lambda size: "fog " * 250 * size,
    "brackets": lambda size: "[" * 1_000 * size,
    "image brackets": lambda size: "![" * 500 * size,
    "linked images": lambda size: "[![" * 300 * size,
    "stars": lambda size: "*" * 1_000 * size,
    "backticks": lambda size: "`" * 1_000 * size,
    "deep quotes": lambda size: ">" * 1_000 * size,
    "deep lists": lambda size: "- " * 500 * size,
    "deep lists that could be rules": lambda size: "* " * 500 * size + "fog",
    "deep footnotes": lambda size: "[^1]: " * 160 * size,
    "open tags": lambda size: "<a " * 330 * size,
    "open comments": lambda size: "<!--" * 250 * size,
    "shortcodes": lambda size: "{{" * 500 * size,
    "attributes": lambda size: "# " + "{#" * 500 * size,
    "backslashes": lambda size: '---\ntitle: "' + "\\" * 1_000 * size + "\n---\n",
    "blanks in a title": lambda size: "---\ntitle: fog" + " " * 1_000 * size + "x\n---\n",
    "title without an end": lambda size: '![fog](fog.jpg "' + '\\"' * 500 * size,
    "turns": lambda size: "**Q (Oh):** Why?\n\nFog.\n\n" * 10 * size,
    "marks that open": lambda size: "**Q. " * 200 * size,
    "links": lambda size: "[a](" * 250 * size,
    "capitals": lambda size: "HALMI, " * 150 * size,
    "blocks of html": lambda size: "<p>fog\n\n" * 30 * size,
    "lines of html": lambda size: "<div>\n" + "<p>fog\n" * 40 * size,
    "tags of html": lambda size: "<div>" * 200 * size,
    "cells in a row": lambda size: "|fog" * 20 * size + "\n" + "|-" * 20 * size + "\n",
}
LIMIT = 3.0
"""How many times the time twice the length may take."""


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_megabyte_is_read_in_linear_time(text: Callable[[int], str], growth) -> None:
    half, whole = text(500), text(1_000)
    assert growth(lambda _: read(half), lambda _: read(whole), LIMIT) < LIMIT


@pytest.mark.parametrize("codec", FORMAT.encode)
def test_a_hostile_translation_is_written_in_linear_time(codec: str, growth) -> None:
    encode = FORMAT.encode[codec]

    def write(length: int) -> None:
        for sign in "#*1[]`|<:\\\"'":
            encode(sign * length, True)  # noqa: FBT003 - an Encoder takes it by place

    # Eight times the length; sixty-four times were quadratic.
    assert growth(lambda _: write(25_000), lambda _: write(200_000), 24) < 24


def test_markdown_it_is_imported_only_to_read() -> None:
    check = "import sys, tongsa.article.formats.markdown; print('markdown_it' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
