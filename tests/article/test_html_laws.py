"""The laws that reading and writing web pages keep on any text."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given, settings
from hypothesis import strategies as st

from tongsa.article.formats.html import FORMAT

GOLDEN = sorted((Path(__file__).parent / "golden" / "html").glob("*html"))


def parted(pieces):
    return pieces.split("¦")


def encode(codec, text):
    return FORMAT.encode[codec](text, True)  # noqa: FBT003 - the contract's second argument


def spliced(page, found):
    """Put each block's raw text, cut by its own mapping of places, back in its place."""
    parts, at = [], 0
    for block in found:
        parts += [page[at : block.start], page[block.raw(0) : block.raw(len(block.text))]]
        at = block.end
    return "".join([*parts, page[at:]])


def assert_lawful(page):
    reading = FORMAT.read(page)
    at, line = 0, 1
    for block in reading.blocks:
        assert at <= block.start < block.end
        assert line <= block.line == 1 + len(re.findall(r"\r\n?|\n", page[: block.start]))
        assert block.text.strip() == block.text != ""
        assert not set(block.text) & set("\t\r\n\f")
        assert (block.raw(0), block.raw(len(block.text))) == (block.start, block.end)
        assert all(a.text < b.text and a.raw < b.raw for a, b in pairwise(block.seams))
        assert block.seams or block.text == page[block.start : block.end]
        assert block.codec in FORMAT.encode
        at, line = block.end, block.line
    assert spliced(page, reading.blocks) == page
    spans = sorted(
        [(block.start, block.end) for block in reading.blocks]
        + list(reading.language_spans)
        + list(reading.charset_spans)
    )
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


# ---- reading gives the page back


@pytest.mark.parametrize("page", GOLDEN, ids=lambda page: page.name)
def test_a_page_comes_back_from_its_own_spans(page):
    assert_lawful(page.read_bytes().decode())


# Pieces of pages, parted by ¦.
SOUP = parted(
    "<p>¦</p>¦<P CLASS=deck>¦<div>¦</div>¦<ul>¦<li>¦</li>¦</ul>¦<br>¦<table>¦<tr>¦<td>¦</td>"
    "¦</table>¦<em>¦</em>¦<b class='byline'>¦</b>¦<a href=x title=Log>¦</a>¦<span class=dateline>"
    "¦</span>¦<hr/>¦<h1>¦</h1>¦<h2 class=dek>¦</h2>¦<figure>¦<figcaption>¦</figcaption>¦<cite>"
    "¦</cite>¦<blockquote>¦</blockquote>¦<dt>¦<dd>¦<button>¦</button>"
    "¦<img alt='A  &quot;ship&quot;'>"
    '¦<img alt="R&D &amp; co">¦<img alt=mist\tsrc=x>¦<script>if (a<b) "<p>"</script>'
    "¦<style>¦</style>¦<!-- hold -->¦<!--¦-->¦<!doctype html>"
    "¦<?xml version='1.0'?>¦<![CDATA[ ice < 5 ]]>"
    "¦<svg>¦</svg>"
    "¦<title>Ice &amp; fog</title>¦<title>¦<pre>¦</pre>¦<code>¦</code>¦<i translate=no>¦</i>"
    "¦<meta name=description content='Ice  fog'>¦<meta charset=x>¦<html lang=en>¦<textarea>"
    "¦</textarea>¦<¦</¦&¦&amp;¦&lt;¦&nbsp;¦&mdash;¦&#8212;¦&#x2014;¦&copy¦&#32;¦&#9999999;¦&notit;"
    "¦\xa0¦ ¦  ¦\n¦\r\n¦\r¦\t¦Q. ¦A. ¦- ¦△¦Photo by Ara Roe¦© 2030 Post¦SEOUL, May 10 (Wire) — "
    "¦Ara Roe: ¦The port opened.¦Why?¦5 < 6¦x=\"¦'¦>"
)


@given(st.lists(st.sampled_from(SOUP), max_size=40).map("".join))
@settings(max_examples=600, deadline=None)
def test_any_tag_soup_comes_back_from_its_own_spans(page):
    assert_lawful(page)


@given(st.text(alphabet="<>/!-&#;x1='\" \n\r\t\xa0pbQA.:-△[]CDT?\u2028", max_size=120))
@settings(max_examples=600, deadline=None)
def test_any_hostile_text_comes_back_from_its_own_spans(page):
    assert_lawful(page)


def rewritten(page):
    """Write every block's text anew, as if a translator had typed just that."""
    parts, at = [], 0
    for block in FORMAT.read(page).blocks:
        parts += [page[at : block.start], encode(block.codec, block.text)]
        at = block.end
    return "".join([*parts, page[at:]])


@given(st.lists(st.sampled_from(SOUP), max_size=40).map("".join))
@settings(max_examples=400, deadline=None)
def test_what_is_typed_as_it_was_read_is_read_again(page):
    before, after = FORMAT.read(page).blocks, FORMAT.read(rewritten(page)).blocks
    assert [(block.role, block.codec, html.unescape(block.text)) for block in after] == [
        (block.role, block.codec, html.unescape(block.text)) for block in before
    ]


# ---- nothing visible is missed


class Visible(HTMLParser):
    """The words that Python's own parser finds outside of what no reader sees."""

    HIDDEN = frozenset({"script", "style", "pre", "template", "svg", "textarea", "title"})

    def __init__(self, page):
        super().__init__()
        self.hidden = 0
        self.words = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):  # noqa: ARG002 - the parser's own signature
        self.hidden += tag in self.HIDDEN

    def handle_endtag(self, tag):
        self.hidden -= tag in self.HIDDEN

    def handle_data(self, data):
        if not self.hidden:
            self.words += data.split()


WORDS = st.sampled_from(parted("port¦Caf&eacute;¦R&amp;D¦64.5¦“why?”¦&lsquo;ice&rsquo;¦안개"))
TEXTS = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
INLINE = st.recursive(
    TEXTS | st.just("<br>") | st.just("<!-- hold -->"),
    lambda inner: (
        st.builds(
            lambda tag, parts: f"<{tag}>{' '.join(parts)}</{tag}>",
            st.sampled_from(["em", "strong", "a", "span", "sup"]),
            st.lists(inner, max_size=3),
        )
        | st.lists(inner, max_size=3).map(" ".join)
    ),
    max_leaves=6,
)
WRAPS = parted(
    "<div>{}</div>¦<ul><li>{}</li></ul>¦<table><tr><td>{}</td></tr></table>¦<nav>{}</nav>"
    "¦<blockquote>{}</blockquote>¦<figure><figcaption>{}</figcaption></figure>"
    "¦<section><h2>{}</h2></section>¦<dl><dt>{}</dt><dd>x</dd></dl>"
)
FLOW = st.recursive(
    INLINE
    | st.sampled_from(["<script>let ice = 1 < 2;</script>", "<pre>fog</pre>", "<svg>x</svg>"]),
    lambda inner: st.builds(
        lambda wrap, parts: wrap.format("\n".join(parts)),
        st.sampled_from(WRAPS),
        st.lists(inner, max_size=3),
    ),
    max_leaves=12,
)


@given(FLOW)
@settings(max_examples=300, deadline=None)
def test_every_visible_word_of_a_tidy_page_is_in_a_block(page):
    found = " ".join(re.sub(r"<[^<>]*>", " ", block.text) for block in FORMAT.read(page).blocks)
    expected = [word for word in Visible(page).words if any(map(str.isalnum, word))]
    assert html.unescape(found).split() == expected


# ---- writing


class Tags(HTMLParser):
    """The tags and attributes that Python's own parser finds."""

    def __init__(self, page):
        super().__init__()
        self.tags = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, attrs))


# Python's parser takes spaces such as NBSP, too, for the end of a value without quotes.
LETTERS = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Zs"])
TYPED = st.text(alphabet="<>&\"'`=/; #xamplt1\t\n\r\f-!안\\", max_size=60) | st.text(LETTERS)


@pytest.mark.parametrize(
    ("codec", "place"),
    [
        ("html-double", '<img alt="{}" src=x>'),
        ("html-single", "<img alt='{}' src=x>"),
        ("html-unquoted", "<img alt={} src=x>"),
    ],
)
@given(typed=TYPED)
@settings(max_examples=300, deadline=None)
def test_an_attribute_reads_back_as_typed(codec, place, typed):
    assert Tags(place.format(encode(codec, typed))).tags == [
        ("img", [("alt", typed), ("src", "x")])
    ]


@given(typed=TYPED)
def test_a_title_reads_back_as_typed(typed):
    written = encode("html-rcdata", typed)
    assert "<" not in written
    assert html.unescape(written) == typed


@given(typed=st.text(alphabet="<>[]&! CDAT안", max_size=60))
def test_a_cdata_section_reads_back_as_typed(typed):
    page = f"<p><![CDATA[{encode('html-cdata', typed)}]]></p>"
    assert (fromstring(page).text or "") == typed


TAGS = st.sampled_from(["<em>", "<a href='x?a=1&b=2'>", '<i title="1 > 0">', "<br>"])
LOOSE = st.sampled_from(parted("a¦ ¦< ¦<3¦& ¦&;¦&zz;¦</ ¦<>¦5<6¦>¦안¦</em>¦</a>"))


@given(parts=st.lists(TAGS.map(lambda tag: (tag, 1)) | LOOSE.map(lambda text: (text, 0))))
@settings(max_examples=300, deadline=None)
def test_writing_text_keeps_the_tags_and_makes_no_other(parts):
    written = encode("html", "".join(part for part, _ in parts))
    assert len(Tags(f"{written}.").tags) == sum(count for _, count in parts)


@given(typed=TYPED)
@settings(max_examples=300, deadline=None)
def test_written_text_leaves_the_page_behind_it_whole(typed):
    page = f"<p>{encode('html', typed)}</p><h1>Fog</h1>"
    raw = re.search(r"<(?:textarea|title|xmp|script|style|plaintext)", typed, re.IGNORECASE)
    assert raw or ("h1", []) in Tags(page).tags


@given(typed=TYPED)
def test_writing_text_twice_is_writing_it_once(typed):
    assert encode("html", encode("html", typed)) == encode("html", typed)


# ---- size

SIZE = 500_000
LIMIT = 3.0
"""How many times the time twice the length may take."""


UNITS = parted(
    "<¦&¦<p>¦<!--¦<p a='¦<p a=\"<p b=¦</¦<!¦&nbsp;¦&#¦<a ¦<b>¦</b>¦ ¦\r\n¦;¦word ¦<title>¦<svg>"
    "¦<![CDATA[¦&lt¦<div><li>¦<td>"
)


@pytest.mark.parametrize("unit", UNITS)
def test_half_a_megabyte_of_anything_takes_linear_time(unit, growth):
    def go_through(size):
        page = f"<p>x{unit * (size // len(unit))}y"
        FORMAT.read(page)
        encode("html", page)

    grown = growth(lambda _: go_through(SIZE // 2), lambda _: go_through(SIZE), LIMIT)
    assert grown < LIMIT


def test_a_hundred_thousand_nested_elements_take_linear_time(growth):
    def go_through(size):
        page = "<div>" * 10 * size + "<li>Fog</li>" * size + "</span></i></td>" * size
        assert len(FORMAT.read(page).blocks) == size

    grown = growth(lambda _: go_through(5_000), lambda _: go_through(10_000), LIMIT)
    assert grown < LIMIT
