"""Laws that hold for every text, and what the golden cases cannot show."""

import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongsa.errors import SettingsError
from tongsa.segment import Quotes, segmenter, split
from tongsa.segment.scan import DEEPEST_NESTING, LONGEST_QUOTATION

languages = st.sampled_from(["en", "ko", "zh_TW", "zh_CN"])
quotes = st.sampled_from(["keep", "split"])
any_text = st.text(st.characters(codec=None, exclude_categories=()))
news_like = st.text(
    st.sampled_from(
        "aAbZ19 \n\t\u00a0.?!…,:;-–—\"'“”‘’«»()[]{}<>/*_`~@#&$^△•·"
        "가다요고라 。？！，：、「」『』《》（）【】人说的Ｕ\U0001f389\u200d\ufe0f"
    ),
    max_size=200,
)
bits = (
    "U.S.|Inc.|Dr.|No.|7|He|\"|'|”|“|p.m.|a.|...|(|)|Yahoo!|said|<a href='x'>|](x)|[1]|`|다.|라고"
    "|。|</a[>|](a[b)|”说|\n\n| "
)
words = st.lists(st.sampled_from(bits.split("|"))).map("".join)


def rebuilt(text: str, language: str, mode: Quotes) -> str:
    """Return the text put together again, after checking each segment and gap."""
    parts, position = [], 0
    for segment in split(text, language, quotes=mode):
        gap = text[position : segment.start]
        assert not gap.strip()
        assert segment.start < segment.end
        assert segment.text == text[segment.start : segment.end] == segment.text.strip()
        parts += [gap, segment.text]
        position = segment.end
    assert not text[position:].strip()
    return "".join(parts) + text[position:]


@given(any_text | news_like | words, languages, quotes)
def test_no_character_is_lost_on_any_text(text: str, language: str, mode: Quotes) -> None:
    assert rebuilt(text, language, mode) == text


@given(news_like | words, languages)
def test_split_cuts_wherever_keep_cuts_a_text_without_marks(text: str, language: str) -> None:
    plain = "".join(sign for sign in text if sign not in "\"'“”‘’«»()[]{}「」『』《》（）【】")
    assert list(split(plain, language)) == list(split(plain, language, quotes="split"))


@given(st.text(" \t\n\r\u3000\u00a0\u2029", max_size=40), languages)
def test_white_space_has_no_segments(text: str, language: str) -> None:
    assert not list(split(text, language))


def test_a_blank_line_ends_a_sentence_without_a_stop() -> None:
    found = split("Harbour reopens  \n\t\nThe first ferry sailed. It was full.", "en")
    assert [segment.text for segment in found] == [
        "Harbour reopens",
        "The first ferry sailed.",
        "It was full.",
    ]


def test_a_blank_line_ends_a_sentence_that_a_small_letter_goes_on() -> None:
    assert len(list(split("The list is short.\r\n\r\nand yet long.", "en"))) == 2


def test_a_line_end_alone_ends_nothing() -> None:
    assert len(list(split("The first ferry\nsailed at noon.", "en"))) == 1


def test_a_quotation_does_not_reach_over_a_blank_line() -> None:
    text = 'He said, "We sail. We wait.\n\nNobody came." She left.'
    assert len(list(split(text, "en"))) == 4


def test_marks_far_apart_are_no_quotation() -> None:
    sentence = "The ferry left the quay at noon. "
    text = f'"{sentence * (LONGEST_QUOTATION // len(sentence) + 1)}"'
    assert len(list(split(text, "en"))) > 100


def test_brackets_nested_past_all_reason_do_not_hide_those_after_them() -> None:
    text = "(" * (2 * DEEPEST_NESTING) + ' Read it. "We sail. We wait," he said. Go.'
    assert [segment.text for segment in split(text, "en")][1:] == [
        '"We sail. We wait," he said.',
        "Go.",
    ]


def test_a_language_may_be_spelt_as_in_html() -> None:
    assert len(list(split("船开了。我们走。", "zh-Hans-CN"))) == 2


def test_an_unknown_language_is_an_error() -> None:
    with pytest.raises(SettingsError, match="xx"):
        segmenter("xx")


def test_the_signature_tells_the_quotes() -> None:
    signatures = {segmenter("en", quotes=mode).signature for mode in ("keep", "split")}
    assert signatures == {"tongsa-rules 1; quotes=keep", "tongsa-rules 1; quotes=split"}


def test_our_own_rules_have_no_warnings() -> None:
    assert segmenter("ko").warnings == ()


def test_the_sample_of_each_language_is_two_sentences() -> None:
    from tongsa.language.load import facts, known  # noqa: PLC0415 - here alone

    for language in known():
        sample = facts(language).tables["segment"]["sample"]
        assert len(list(split(sample, language))) == 2


HOSTILE = [
    *[
        '"',
        "'",
        "“",
        "”",
        "(",
        "[",
        ")",
        "《",
        ".",
        "…",
        "<",
        "<a",
        "</",
        "`",
        "`a",
        "\n",
        "\n ",
        " ",
    ],
    *[
        '."',
        '?"',
        "。”",
        "。“",
        ".[",
        ".[1",
        ".](a",
        ".\n",
        ".</a",
        ". ",
        ". A",
        "a",
        "🎉",
        ". 🎉 ",
    ],
    *[
        '"A. ',
        'A. "',
        "(A. ",
        "A. (",
        '""" A. ',
        '"A?" Kim, ',
        '"다." 가을 ',
        "？”人",
        "U.S. ",
        "1. ",
    ],
]


# Who said it is looked for behind each of these, among words that hold out the promise of a verb.
HOSTILE += ['"x?" ' + "Aa, " * 60, '"x?" ' + "Aa-b'c " * 30, '"x?" ' + "A. " * 80]
HOSTILE += [
    '"x?" ' + "배를 가며 " * 40,
    '"x?" ' + "배는 " * 60,
    "「x？」" + "說說 " * 60,
    "「x？」" + "告訴人" * 60,
]


@pytest.mark.parametrize("language", ["en", "ko", "zh_TW"])
@pytest.mark.parametrize("unit", HOSTILE)
def test_a_hostile_text_takes_time_in_proportion(unit: str, language: str) -> None:
    text = unit * (60_000 // len(unit))
    began = time.process_time()
    assert rebuilt(text, language, "keep") == text
    # A quadratic pass needs minutes here; this bound holds on a slow and busy machine.
    assert time.process_time() - began < 30


def test_importing_the_segmenter_loads_neither_regex_nor_xml() -> None:
    code = "import sys, tongsa.segment; print({'regex', 'defusedxml', 'xml'} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "set()"
