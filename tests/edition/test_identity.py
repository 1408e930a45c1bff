"""Compiling with every target equal to its source gives back the article byte for byte."""

from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from tongsa.article.read import article_bytes, read
from tongsa.article.splice import splice
from tongsa.edition.arrange import Translation, arrange
from tongsa.edition.extract import cut, extract
from tongsa.language.load import facts
from tongsa.segment import segmenter

GOLDEN = Path(__file__).parent.parent / "article" / "golden"
SEEDS = Path(__file__).parent.parent.parent / "seeds"
ARTICLES = sorted(
    file
    for folder in (GOLDEN, SEEDS)
    for file in folder.rglob("*")
    if file.suffix in {".txt", ".md", ".html", ".htm", ".xhtml", ".markdown"}
    and not file.name.endswith((".roles.txt", ".expected.txt"))
)

PIECES = {
    ".txt": [
        "Quay Opens",
        "A ship came. It left.",
        "-Who paid?",
        "△Nobody did.",
        "Q. Why?",
        "A: Why not.",
        "Photo by Ida Quill",
        "© Port Desk",
        '![a [b] "c"](https://example.org/x.jpg)',
        "By Ann Doe",
        "SEOUL, May 10 (Wire) — A ship came.",
        "* one",
        "\t",
        "\u00a0",
        "  ",
        "http://example.org/",
        "***",
    ],
    ".md": [
        "# Quay",
        "---",
        'title: "A: b"',
        "> quoted. Twice.",
        "- item",
        "  - nested one",
        "1. first",
        "| a | b |",
        "| - | - |",
        "| c\\|d | e |",
        "[ref]: https://example.org/ 'T'",
        "[^1]: A note. Two.",
        "Text[^1] with [a link](https://example.org/) and `code`.",
        "    indented",
        "```",
        "<div>",
        "</div>",
        '![alt [x]](y.png "t")',
        "*a* **b** _c_",
        "hard  ",
        "break\\",
        "&amp; &ldquo;x&rdquo;",
        "===",
        "+++",
        "\t",
    ],
    ".html": [
        "<p>",
        "</p>",
        "A ship came. It left.",
        "<br>",
        "<ul><li>one<li>two",
        "</ul>",
        "&amp;",
        "&ldquo;",
        "&nbsp;",
        "<!-- c -->",
        "<script>a<b</script>",
        "<style>p{}</style>",
        "<img alt='x \"y\"' src=z>",
        "<b>",
        "</b>",
        "<",
        "<table><tr><td>cell",
        "</table>",
        "<h1>Head</h1>",
        '<a href=x title="T &amp; U">',
        "</a>",
        "<pre>",
        "</pre>",
        "<title>T</title>",
        "<meta name=description content='D. E.'>",
        "<html lang=en>",
        "&#x41;",
        "<![CDATA[x]]>",
    ],
}
ENDS = ["\n", "\r\n", "\r", "\n\n", " ", ""]


def articles(suffix: str) -> st.SearchStrategy[str]:
    piece = st.sampled_from(PIECES[suffix]) | st.text(
        "aA.!?\"“”'()[]{}<>&#*-=|`~\\ 가。「」", max_size=6
    )
    return st.lists(st.tuples(piece, st.sampled_from(ENDS)), max_size=14).map(
        lambda rows: "".join(text + end for text, end in rows)
    )


def compiled(data: bytes, suffix: str, language: str, translate=str) -> bytes:
    article = read(data, name="quay", path=f"seeds/quay{suffix}", suffix=suffix)
    cuts = cut(article, segmenter("en"))
    units = extract(article, cuts)
    held = {(u.context, u.source): Translation(target=translate(u.source)) for u in units}
    edition = arrange(cuts, units, held, language)
    return article_bytes(article, splice(article, cuts, edition, facts(language))).data


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
@pytest.mark.parametrize("language", ["ko", "zh_TW"])
@given(data=st.data())
@example(data=None)
def test_untranslated_editions_are_their_article(suffix, language, data):
    text = "A ship." if data is None else data.draw(articles(suffix))
    mark = "" if data is None else data.draw(st.sampled_from(["", "\ufeff"]))
    assume(any(sign.isalnum() for sign in text))
    raw = (mark + text).encode()
    assert compiled(raw, suffix, language) == raw


@pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.name)
@pytest.mark.parametrize("language", ["ko", "zh_CN"])
def test_golden_articles_come_back_byte_for_byte(file, language):
    raw = file.read_bytes()
    assert compiled(raw, file.suffix, language) == raw


@pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.name)
def test_a_translated_golden_article_keeps_its_lines(file):
    raw = file.read_bytes()
    edition = compiled(raw, file.suffix, "ko", lambda source: f"{source}!")
    assert edition != raw
    if file.suffix == ".txt":
        assert len(edition.splitlines()) <= len(raw.splitlines())
