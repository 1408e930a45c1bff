"""Korean particles agree with the word before them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongsa.language.load import facts
from tongsa.language.particles import disagreement, replace

PAIRS = facts("ko").tables["particles"]["pairs"]
LAX = facts("ko").tables["particles"]["lax"]


def right(word, follows):
    """Return what should stand for the particle; None if all is well."""
    found = disagreement(word + follows, 0, len(word), "ko")
    if found is None:
        return None
    assert (word + follows)[found.start : found.end] == found.found
    return found.right


@pytest.mark.parametrize(("closed", "opened"), PAIRS)
def test_behind_a_consonant_the_form_of_consonants_is_right(closed, opened):
    assert right("대만", opened) == closed
    assert right("대만", closed) is None


@pytest.mark.parametrize(("closed", "opened"), [it for it in PAIRS if it[0] not in LAX])
def test_behind_a_vowel_the_form_of_vowels_is_right(closed, opened):
    assert right("제주", closed) == opened
    assert right("제주", opened) is None


@pytest.mark.parametrize("particle", LAX)
def test_a_form_that_may_be_the_copula_is_let_be_behind_a_vowel(particle):
    assert right("버스", particle) is None


def test_behind_liquids_the_way_is_told_as_behind_vowels():
    assert right("서울", "으로") == "로"
    assert right("서울", "로") is None
    assert right("부산", "로") == "으로"
    assert right("서울", "는") == "은"
    assert right("서울", "와") == "과"


@pytest.mark.parametrize(
    ("word", "follows", "expected"),
    [
        ("대만", "로는", "으로"),
        ("대만", "와의", "과"),
        ("대만", "로부터의", "으로"),
        ("대만", "로서는", "으로"),
        ("제주", "으로도", "로"),
        ("대만", "를만", "을"),
    ],
)
def test_more_may_follow_a_particle(word, follows, expected):
    assert right(word, follows) == expected


@pytest.mark.parametrize(
    "follows", ["", " 는", "에서", "가게", "는지도모른다", "해협은", ", 는", "-는", "들은"]
)
def test_what_is_no_particle_is_let_be(follows):
    assert right("대만", follows) is None


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ("”", "은"), ("'", "은"), ("』", "은"), ("**", "은"), ("`", "은"), ("(Taiwan)", "은"),
        (" (Taiwan)", "은"), ("（Taiwan）", "은"),
    ],
)  # fmt: skip
def test_closing_marks_and_brackets_may_stand_before_the_particle(between, expected):
    assert right("대만", f"{between}는") == expected


def test_behind_brackets_the_particle_may_agree_with_either_word():
    assert right("고대역폭메모리", "(HBM)는") is None
    assert right("고대역폭메모리", "(HBM)은") is None
    assert right("대만", "(타이완)는") == "은"
    assert right("제주", "(Jeju)은") == "는"


def test_characters_in_brackets_are_read_as_the_word_before_them():
    assert right("대만", "(臺灣)는") == "은"
    assert right("대만", "(臺灣)은") is None


def test_what_stands_in_brackets_and_cannot_be_read_proves_nothing():
    assert right("대만", "(Тайвань)는") is None


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("TSMC", "는"), ("LG", "는"), ("SK", "는"), ("AMD", "는"), ("GPU", "는"),
        ("A.I.", "는"), ("U.S.", "는"), ("HBM", "은"), ("KBN", "은"), ("URL", "은"),
        ("APEC", "은"), ("OPEC", "은"), ("RCEP", "은"),
    ],
)  # fmt: skip
def test_capitals_are_read_by_their_names(word, expected):
    other = {"은": "는", "는": "은"}[expected]
    assert right(word, expected) is None
    assert right(word, other) == expected


def test_a_letter_that_ends_in_a_liquid_takes_the_way_of_vowels():
    assert right("URL", "으로") == "로"
    assert right("HBM", "로") == "으로"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("1", "은"), ("2", "는"), ("3", "은"), ("4", "는"), ("5", "는"), ("6", "은"), ("7", "은"),
        ("8", "은"), ("9", "는"), ("HBM4", "는"), ("2025", "는"), ("10", "은"), ("100", "은"),
        ("2,000", "은"), ("3.5", "는"), ("1,000,000,000,000", "는"), ("iOS 10", "은"), ("G7", "은"),
    ],
)  # fmt: skip
def test_figures_are_read_by_their_last(word, expected):
    other = {"은": "는", "는": "은"}[expected]
    assert right(word, expected) is None
    assert right(word, other) == expected


def test_figures_that_end_in_a_liquid_take_the_way_of_vowels():
    assert right("7", "으로") == "로"
    assert right("3", "로") == "으로"


@pytest.mark.parametrize(
    "word",
    [
        "0", "1-0", "4.0", "HBM3", "GPT-3", "S20", "R", "II", "New York", "Comet", "臺灣", "５",
        "é", "1980s", "2nd", "%s", "%1$s", "$name", "{name}", "a/b", "C#",
    ],
)  # fmt: skip
@pytest.mark.parametrize("particle", ["은", "는"])
def test_what_spelling_does_not_tell_is_let_be(word, particle):
    assert right(word, particle) is None


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Intel", "은"), ("Samsung", "은"), ("Foxconn", "은"), ("Nvidia", "는"), ("Meta", "는"),
        ("Node.js", "는"), ("Tokyo", "는"), ("Apple", "은"), ("Google", "은"), ("Facebook", "은"),
        ("Microsoft", "는"), ("YouTube", "는"), ("iPhone", "은"), ("Trump", "는"), ("Europe", "은"),
        ("Medal", "은"), ("weather.com", "은"), ("Bloomberg", "는"), ("TikTok", "은"),
        ("MWPs", "는"),
    ],
)  # fmt: skip
def test_latin_words_are_read_by_their_ending(word, expected):
    other = {"은": "는", "는": "은"}[expected]
    assert right(word, expected) is None
    assert right(word, other) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("50%", "는"), ("30℃", "는"), ("5㎞", "는"), ("5 km", "는"), ("3t", "은"), ("$100", "?"),
        ("100$", "는"),        ("₩", "은"), ("Disney+", "는"), ("5G", "는"), ("3M", "은"),
    ],
)  # fmt: skip
def test_signs_and_units_are_read_by_their_names(word, expected):
    other = {"은": "는", "는": "은", "?": "는"}[expected]
    assert right(word, other) == (None if expected == "?" else expected)


def test_a_particle_that_leaves_the_choice_open_is_let_be():
    assert right("TSMC", "은(는)") is None


def test_a_verb_behind_a_word_is_no_particle():
    assert right("대만", "가는") is None


@pytest.mark.parametrize(("word", "follows"), [("테헤란", "로"), ("전문", "가")])
def test_words_that_only_look_like_one_with_a_particle_are_let_be(word, follows):
    assert right(word, follows) is None


@pytest.mark.parametrize("language", ["en", "zh_TW", "zh_CN"])
def test_other_languages_have_no_particles(language):
    assert disagreement("대만는", 0, 2, language) is None
    assert replace("대만는", (0, 2), "창", language) == "창는"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("창를 열었다", "문", "문을 열었다"),
        ("창을 열었다", "유리", "유리를 열었다"),
        ("창으로 보았다", "서울", "서울로 보았다"),
        ("창으로 보았다", "부산", "부산으로 보았다"),
        ("창에서 보았다", "유리", "유리에서 보았다"),
        ("창 는 열렸다", "유리", "유리 는 열렸다"),
        ("창”은 열렸다", "유리", "유리”는 열렸다"),
        ("창", "유리", "유리"),
    ],
)
def test_a_word_is_replaced_with_its_particle(text, word, expected):
    assert replace(text, (0, 1), word, "ko") == expected


def test_a_word_is_replaced_in_its_place_alone():
    assert replace("대만은 대만은", (4, 6), "제주", "ko") == "대만은 제주는"


@given(st.text("대만제주서울TSMC1 ()”'은는이가을를로으와과", max_size=12), st.data())
def test_after_replacing_all_is_well(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    word = data.draw(st.sampled_from(["대만", "제주", "서울", "TSMC", "HBM4", "0"]))
    whole = replace(text, (start, end), word, "ko")
    assert whole.startswith(text[:start] + word)
    assert disagreement(whole, start, start + len(word), "ko") is None


@pytest.mark.parametrize("unit", ["(", "는", '"', "가.", "a", " ", ")"])
def test_the_time_grows_with_the_text_and_no_faster(unit):
    def seconds(length):
        start = time.process_time()
        for _ in range(5):
            disagreement("대만" + unit * length, 0, 2, "ko")
            disagreement(unit * length + "는", 0, length * len(unit), "ko")
        return time.process_time() - start

    best = [min(seconds(length) for _ in range(3)) for length in (20_000, 80_000)]
    assert best[1] < 12 * best[0] + 0.1  # four times the text; sixteen times were quadratic
