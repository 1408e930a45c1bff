"""Reading articles from bytes: what is let in, what is turned away, and the way back."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tongsa.article.read import MAX_BYTES, article_bytes, read
from tongsa.errors import ArticleError
from tongsa.shown import shown

if TYPE_CHECKING:
    from tongsa.model import Article

STORY = "Ferry Sails Again\r\nShe left Corrow at noon. “Ahoy,” said the master.\n"


def opened(data: bytes, *, suffix: str = ".txt", encoding: str = "utf-8") -> Article:
    return read(data, name="x", path=f"seeds/x{suffix}", suffix=suffix, encoding=encoding)


def refused(data: bytes, *, suffix: str = ".txt", encoding: str = "utf-8") -> str:
    with pytest.raises(ArticleError) as caught:
        opened(data, suffix=suffix, encoding=encoding)
    message = str(caught.value)
    assert message.startswith(f"seeds/x{suffix}:")
    assert "\n" not in message
    assert caught.value.mend
    return message


# ---- what is let in


def test_line_ends_stay_as_they_are() -> None:
    assert opened(b"One\r\nTwo\rThree\n").text == "One\r\nTwo\rThree\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_the_encoding(mark: bytes, encoding: str) -> None:
    article = opened(mark + STORY.encode(encoding), encoding="cp949")
    assert (article.mark, article.encoding, article.text) == (mark, encoding, STORY)


def test_utf_8_with_a_signature_is_utf_8_where_no_mark_stands() -> None:
    assert opened(STORY.encode(), encoding="utf-8-sig").encoding == "utf-8"


def test_a_suffix_in_capitals_is_known() -> None:
    assert opened(b"Ferry Sails Again", suffix=".TXT").format == "text"


def test_an_article_in_another_character_set_is_read() -> None:
    assert opened("부두, 30".encode("cp949"), encoding="CP949").text == "부두, 30"


def test_marks_of_direction_in_a_name_are_let_in() -> None:
    assert opened("The ship \u200fנועה\u200e sails.".encode()).blocks


def test_page_breaks_and_their_like_are_characters() -> None:
    assert opened("A\x0bB\x0cC\x85D\n".encode()).blocks[0].text == "A\x0bB\x0cC\x85D"


def test_a_line_of_five_megabytes_is_read() -> None:
    assert len(opened(b"The ferry left at noon. " * 220_000).blocks) == 1


@given(
    st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs"]), min_size=1),
    st.sampled_from(["utf-8", "utf-16-le", "cp949", "big5", "gb18030", "shift_jis", "latin-1"]),
    st.booleans(),
)
@settings(deadline=None)
def test_mark_and_text_encode_to_the_very_bytes(text: str, encoding: str, marked: bool) -> None:  # noqa: FBT001 - Hypothesis gives it by position
    data = text.encode(encoding, "ignore")
    if marked and encoding == "utf-8":
        data = codecs.BOM_UTF8 + data
    try:
        article = opened(data, encoding=encoding)
    except ArticleError:
        return
    assert article.mark + article.text.encode(article.encoding) == data
    assert article_bytes(article, article.text) == (data, article.encoding)


@given(st.binary(max_size=200), st.sampled_from(["utf-8", "utf-16", "euc_kr", "utf-7", "hz"]))
@settings(deadline=None, max_examples=300)
def test_any_bytes_are_read_whole_or_refused_in_one_line(data: bytes, encoding: str) -> None:
    said = ""
    try:
        article = opened(data, encoding=encoding)
    except ArticleError as error:
        said = str(error)
    else:
        assert article.mark + article.text.encode(article.encoding) == data
    assert said.isprintable()


# ---- what is turned away


def test_a_byte_that_is_not_utf_8_is_named_with_its_place() -> None:
    assert refused("Ferry\nShe left.\r\nThe café".encode() + b" caf\xe9 of") == (
        "seeds/x.txt:3:13: byte 0xE9 at offset 30 is not UTF-8; "
        "save it as UTF-8 or set encoding for it in the desk"
    )


def test_a_broken_byte_is_counted_from_the_files_beginning() -> None:
    assert "seeds/x.txt:1:2: byte 0xFF at offset 4" in refused(codecs.BOM_UTF8 + b"a\xff")


def test_half_a_character_in_utf_16_is_named() -> None:
    assert "at offset 4 is not UTF-16-LE" in refused(codecs.BOM_UTF16_LE + b"a\x00b")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (b"GIF89a", "a GIF image"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an OLE document"),
        (b"{\\rtf1\\ansi", "a rich text document"),
    ],
)
def test_a_binary_file_is_named_for_what_it_is(data: bytes, kind: str) -> None:
    assert f"this is {kind}" in refused(data)


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", codecs.BOM_UTF8, "\u00a0\u200b".encode()])
def test_an_article_without_a_word_is_empty(data: bytes) -> None:
    assert "this article is empty" in refused(data)


def test_an_article_above_the_limit_is_refused() -> None:
    assert "larger than an article may be (33,554,432 bytes)" in refused(b"a" * (MAX_BYTES + 1))


def test_an_article_at_the_limit_is_no_bulk() -> None:
    assert opened(b"a" * MAX_BYTES).text


def test_a_nul_is_named_with_its_place() -> None:
    assert "seeds/x.txt:2:3: U+0000 is a control character" in refused(b"a\nbc\x00d")


@pytest.mark.parametrize("char", "\x01\x08\x1b\x1f\x7f\x80\x9f")
def test_a_control_character_is_refused(char: str) -> None:
    assert f"U+{ord(char):04X} is a control character" in refused(f"a{char}b".encode())


@pytest.mark.parametrize("char", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_a_character_that_reorders_text_is_refused(char: str) -> None:
    message = refused(f"a\nb{char}c".encode())
    assert message.startswith(f"seeds/x.txt:2:2: U+{ord(char):04X} (")


@pytest.mark.parametrize("name", ["utf-9", "", "hex", "idna", "a\x00b", "\ud800", "undefined"])
def test_an_unknown_encoding_is_named(name: str) -> None:
    message = refused(b"Ferry", encoding=name)
    assert "is not the name of an encoding" in message
    assert message.isprintable()


def test_bytes_that_would_not_come_back_are_refused() -> None:
    message = refused(b"Ferry \x1b(B\x1b(B sails", encoding="iso2022_jp")
    assert "cannot be written back" in message
    assert message.endswith("convert it to UTF-8")


def test_utf_16_without_a_mark_is_refused_under_its_ambiguous_name() -> None:
    assert "convert it to UTF-8" in refused(STORY.encode("utf-16-le"), encoding="utf-16")


def test_a_surrogate_that_a_charset_lets_in_is_refused() -> None:
    refused(b"a+2AA-b", encoding="utf-7")


def test_an_unknown_suffix_is_told_the_known_ones() -> None:
    message = refused(b"Ferry", suffix=".docx")
    assert 'no article format is known for the suffix ".docx"' in message
    assert ".txt" in message.partition("use one of")[2]


def test_a_file_name_is_shown_with_its_controls_escaped() -> None:
    with pytest.raises(ArticleError) as caught:
        read(b"", name="x", path="a\n\x1b[31m\u202e\udcff.txt", suffix=".txt")
    assert str(caught.value).startswith("a\\n\\x1b[31m\\u202e\\udcff.txt: ")


def test_a_korean_file_name_is_shown_as_it_is() -> None:
    assert shown("기사/부두 1.txt") == "기사/부두 1.txt"


# ---- the way back


def test_an_edition_keeps_its_articles_encoding_and_mark() -> None:
    article = opened(codecs.BOM_UTF16_LE + STORY.encode("utf-16-le"))
    assert article_bytes(article, "부두") == (
        codecs.BOM_UTF16_LE + "부두".encode("utf-16-le"),
        "utf-16-le",
    )


def test_an_edition_that_its_articles_encoding_cannot_hold_is_utf_8() -> None:
    article = opened(b"Caf\xe9", encoding="latin-1")
    assert article_bytes(article, "카페") == ("카페".encode(), "utf-8")


def test_an_edition_with_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(ArticleError, match=r"U\+D800, which is no character"):
        article_bytes(opened(b"Ferry"), "a\ud800")
