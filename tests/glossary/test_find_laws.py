"""Whatever the text: what is found is the term, and many texts together are each alone."""

import re
import sys
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongsa.glossary.find import Hit, finder, masked
from tongsa.glossary.find.hit import apart
from tongsa.glossary.find.squeezed import IGNORED, Squeezed
from tongsa.language.fold import plain
from tongsa.language.load import facts

SAMPLE = """
대만 칩 은 이었다 메모리 반도체 台灣 台湾 總統 海峽 TSMC US us chip chips policy Straße café
Cafe\u0301 HBM4 R&D C++ .NET U.S. ’s ＴＳＭＣ ﬁ ½ Ⅳ ㎏ が か\u3099 \u1103\u1162\u1106\u1161\u11ab
"""
WORDS = SAMPLE.split()
SIGNS = [
    *("", "", " ", " ", "\n", "  ", "😀", "👩\u200d🚀", ", "),
    *"-·‧・\u00ad\u200b\ufeff\u0301\ufe0f，。.’—…«/_\u1161",
]
TEXT = st.lists(
    st.sampled_from(WORDS) | st.sampled_from(SIGNS) | st.text(max_size=2), max_size=14
).map("".join)
TERM = (
    st.lists(st.sampled_from(WORDS) | st.sampled_from([" ", "-", "·"]), min_size=1, max_size=3)
    .map("".join)
    .map(str.strip)
    .filter(lambda term: any(map(str.isalnum, term)))
)
TERMS = st.lists(TERM, min_size=1, max_size=6)
LANGUAGES = st.sampled_from(["en", "ko", "zh_TW"])


def essence(text):
    """Return the letters and figures of a text, small and plain."""
    return "".join(filter(str.isalnum, plain(text.replace("\u02bc", "'")).lower()))


def alike(found, term, language):
    """Whether a stretch of text is a term, in English also one with a word in the plural."""
    if language != "en" or essence(found) == essence(term):
        return essence(found) == essence(term)
    return any(
        essence(found).removesuffix(ending) + single == essence(term)
        for ending, single in facts("en").tables["terms"]["plural"]
        if essence(found).endswith(ending)
    )


@given(LANGUAGES, TEXT, TERMS)
def test_what_is_found_is_the_term(language, text, terms):
    for hit in finder(language, terms).find(text):
        assert 0 <= hit.start < hit.end <= len(text)
        found = text[hit.start : hit.end]
        assert alike(found, terms[hit.term], language), found
        assert not found[0].isspace()
        assert not found[-1].isspace()


@given(LANGUAGES, st.lists(TEXT, max_size=5), TERMS)
def test_many_texts_together_are_each_text_alone(language, texts, terms):
    alone = [sorted(finder(language, terms).find(text)) for text in texts]
    together = finder(language, terms)
    assert [sorted(hits) for hits in together.find_all(texts)] == alone
    assert [sorted(hits) for hits in together.find_all(texts * 20)][: len(texts)] == alone


@given(LANGUAGES, TERMS, st.integers(0, 200))
def test_a_term_that_stands_alone_is_found_by_both_ways(language, terms, seen):
    one = finder(language, terms)
    one.find("-" * seen)
    for term in terms:
        if language == "en" and not re.search(r"[A-Za-z0-9é]", plain(term)):
            continue
        places = {(hit.start, hit.end) for hit in one.find(term)}
        if language == "en" and not term.isascii():
            continue  # words of other scripts are none in English
        assert any(essence(term[start:end]) == essence(term) for start, end in places), term


@given(LANGUAGES, TEXT, TERMS)
def test_what_a_finder_keeps_makes_an_equal_one(language, text, terms):
    one = finder(language, terms)
    again = finder(language, terms, index=one.index)
    assert sorted(again.find(text)) == sorted(one.find(text))


@given(st.text(max_size=30) | TEXT, st.sampled_from(["", "·‧・•"]))
def test_squeezed_letters_stand_where_they_are_said_to(text, signs):
    squeezed = Squeezed(text, re.compile(f"[{IGNORED}{signs}]+"))
    assert len(squeezed.key) == len(squeezed.cased)
    last = 0
    for at in range(len(squeezed.key)):
        start, end = squeezed.span(at, at + 1)
        assert last <= start < end <= len(text)
        last = start


def test_an_even_text_and_an_uneven_one_have_the_same_letters():
    # Each sign that is taken as it stands is the same where letters are looked at one by one.
    ignored = re.compile(f"[{IGNORED}]+")
    for code in range(sys.maxunicode + 1):
        letter = chr(code)
        if unicodedata.category(letter) in {"Cs", "Co", "Cn"}:
            continue
        one = Squeezed(letter, ignored)
        if not one.uneven:
            assert Squeezed(f"é{letter}", ignored).cased == f"e{one.cased}", hex(code)


HITS = st.lists(
    st.tuples(st.integers(0, 12), st.integers(1, 5), st.integers(0, 3)).map(
        lambda drawn: Hit(drawn[0], drawn[0] + drawn[1], drawn[2])
    ),
    max_size=10,
)


@given(HITS)
def test_masked_hits_are_those_that_no_longer_one_overlaps(hits):
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda it: (it.start - it.end, it.start)):
        rivals = [it for it in kept if it.start < hit.end and hit.start < it.end]
        if all((it.start, it.end) == (hit.start, hit.end) for it in rivals):
            kept.append(hit)
    assert sorted(apart(hits)) == sorted(kept)
    assert sorted(masked(hits)) == sorted(kept)
    assert [hit.start for hit in masked(hits)] == sorted(hit.start for hit in kept)


def test_masking_takes_no_longer_than_there_are_hits():
    def seconds(count):
        hits = [Hit(at * 6, at * 6 + 4, 0) for at in range(count)]
        hits += [Hit(at * 6 + 4, at * 6 + 6, 1) for at in reversed(range(count))]
        start = time.process_time()
        assert len(masked(hits)) == 2 * count
        return time.process_time() - start

    best = [min(seconds(count) for _ in range(3)) for count in (20_000, 80_000)]
    assert best[1] < 12 * best[0] + 0.1  # four times the hits; sixteen times were quadratic


@pytest.mark.parametrize("language", ["en", "ko", "zh_TW"])
@pytest.mark.parametrize("text", ["", " ", "\n", "\0", "\u0301", "😀", "\ufeff"], ids=ascii)
def test_texts_without_words_hold_nothing(text, language):
    assert finder(language, ["대만", "台灣", "TSMC", "a"]).find(text) == []


@pytest.mark.parametrize("language", ["en", "ko", "zh_TW"])
def test_a_finder_without_terms_finds_nothing(language):
    one = finder(language, [])
    assert one.find_all(["TSMC 대만 台灣", ""]) == [[], []]
