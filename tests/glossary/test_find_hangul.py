"""Terms in Korean: particles and endings, compounds, and never within another word."""

import time
import unicodedata

import pytest

from tongsa.glossary.find import Caps, finder, masked


def found(text, *terms, caps=Caps.suggested):
    """Return what was found, in the text's own words."""
    return [text[hit.start : hit.end] for hit in masked(finder("ko", terms, caps).find(text))]


def nfd(text):
    return unicodedata.normalize("NFD", text)


PARTICLES = [
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "과",
    "와",
    "의",
    "에",
    "에서",
    "에게",
    "께서",
    "로",
    "으로",
    "로서",
    "으로서",
    "으로써",
    "로부터",
    "으로부터",
    "하고",
    "보다",
    "도",
    "만",
    "부터",
    "까지",
    "마저",
    "조차",
    "밖에",
    "마다",
    "이나",
    "이라도",
    "이든",
    "커녕",
    "은커녕",
    "이야",
    "이야말로",
    "에서는",
    "에서도",
    "에서만은",
    "으로는",
    "으로도",
    "으로부터의",
    "까지도",
    "만을",
    "만이",
    "만으로는",
    "과의",
    "에게는",
    "에서의",
    "들",
    "들이",
    "들에게",
    "측은",
    "산을",
    "인들은",
    "처럼",
    "만큼은",
    "뿐만",
    "등을",
]
ENDINGS = [
    "이다",
    "이며",
    "이고",
    "이자",
    "이지만",
    "이라고",
    "이라는",
    "이란",
    "이었다",
    "이었던",
    "이어서",
    "입니다",
    "입니까",
    "인데",
    "인지",
    "인",
    "임을",
    "임은",
    "임",
    "일까",
    "이기도",
    "이기",
    "이거나",
    "이건",
    "이겠지만",
    "이더라도",
    "이죠",
    "이면",
    "이니까",
]
LIGHT_VERBS = [
    "했다",
    "하는",
    "하고",
    "해",
    "한",
    "할",
    "함",
    "합니다",
    "되었다",
    "된",
    "될",
    "됐다",
    "돼",
    "시키다",
    "시켜",
    "당했다",
]


@pytest.mark.parametrize("particle", PARTICLES)
def test_a_particle_follows_a_term(particle):
    assert found(f"어제 대만{particle} 보았다", "대만") == ["대만"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_ending_of_the_copula_follows_a_term(ending):
    assert found(f"그곳은 대만{ending} 그렇다", "대만") == ["대만"]


@pytest.mark.parametrize(
    "ending", ["다", "였다", "라고", "라는", "예요", "죠", "지만", "여서", "라서"]
)
def test_the_copula_behind_a_vowel_loses_its_syllable(ending):
    assert found(f"저것은 버스{ending}", "버스") == ["버스"]


@pytest.mark.parametrize("ending", LIGHT_VERBS)
def test_a_noun_that_makes_a_verb_is_found(ending):
    assert found(f"작년에 수출{ending} 것", "수출") == ["수출"]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("구조대로 갔다", "구조"),
        ("구조대가 왔다", "구조"),
        ("구조적 문제", "구조"),
        ("절대만 남았다", "대만"),
        ("총통실에서", "총통"),
        ("부총통은", "총통"),
        ("칩거에 들어갔다", "칩"),
        ("칩셋을", "칩"),
        ("대만큼은", "만"),
        ("수출품을", "수출"),
    ],
)
def test_a_term_within_another_word_is_not_found(text, term):
    assert found(text, term) == []


@pytest.mark.parametrize(
    "text",
    ["칩을 샀다", "칩이 없다", "칩은", "칩", "칩으로", "새 칩들이", "AI칩을", "칩이다", "칩 셋"],
)
def test_a_term_of_one_syllable_is_found_as_a_word_of_its_own(text):
    assert found(text, "칩") == ["칩"]


@pytest.mark.parametrize("word", ["주대만", "친대만", "반대만", "탈대만", "대대만"])
def test_a_prefix_may_stand_before_a_term(word):
    assert found(f"{word} 정책은", "대만") == ["대만"]


def test_a_prefix_in_conjoining_letters_may_stand_before_a_term():
    text = nfd("주대만 대사")
    assert found(text, "대만") == [nfd("대만")]


def test_a_syllable_that_is_no_prefix_may_not_stand_before_a_short_term():
    assert found("옛대만 정책은", "대만") == []


def test_a_long_term_is_found_at_the_end_of_a_compound():
    assert found("차세대메모리반도체를", "메모리 반도체") == ["메모리반도체"]


@pytest.mark.parametrize(
    "text",
    [
        "메모리반도체가",
        "메모리 반도체가",
        "메모리  반도체가",
        "메모리\n반도체가",
        "메모리\u3000반도체가",
    ],
)
@pytest.mark.parametrize("term", ["메모리 반도체", "메모리반도체"])
def test_spaces_within_a_compound_are_optional(text, term):
    assert found(text, term) == [text[:-1]]


@pytest.mark.parametrize(
    ("text", "term"), [("대 만", "대만"), ("이 재명은", "이재명"), ("국 가", "국가")]
)
def test_no_space_parts_a_single_syllable_from_its_word(text, term):
    assert found(text, term) == []


def test_a_space_may_stand_where_the_term_has_one_even_beside_one_syllable():
    assert found("새 정부는", "새 정부") == ["새 정부"]
    assert found("새정부는", "새 정부") == ["새정부"]


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u2060", "\ufeff"])
def test_a_sign_that_nobody_sees_parts_no_syllables(sign):
    assert found(f"대{sign}만은", "대만") == [f"대{sign}만"]


@pytest.mark.parametrize(
    "text",
    [
        "TSMC는",
        "TSMC가",
        "TSMC에서",
        "TSMC",
        "(TSMC)에",
        "“TSMC”의",
        "대만TSMC를",
        "TSMC·삼성",
        "TSMC’s",
    ],
)
def test_korean_may_stand_right_beside_latin(text):
    assert found(text, "TSMC") == ["TSMC"]


@pytest.mark.parametrize(
    "text", ["TSMCX는", "XTSMC는", "TSMC2는", "ＴＳＭＣＸ는", "éTSMC", "TSMCé", "tsmc는", "Tsmc는"]
)
def test_a_latin_term_is_not_found_within_a_longer_word_or_in_other_capitals(text):
    assert found(text, "TSMC") == []


def test_full_width_letters_are_found_in_their_own_code_points():
    assert found("ＴＳＭＣ는", "TSMC") == ["ＴＳＭＣ"]
    assert found("TSMC는", "ＴＳＭＣ") == ["TSMC"]


@pytest.mark.parametrize("text", ["HBM4를", "HBM 4를", "HBM4 를", "HBM4"])
def test_a_term_may_end_in_a_figure(text):
    assert found(text, "HBM4") == [text.rstrip("를 ")]


@pytest.mark.parametrize("text", ["HBM40을", "HBM4E는", "16HBM4를", "HBM4.5를"])
def test_a_figure_that_goes_on_is_another_one(text):
    assert found(text, "HBM4") == []


def test_a_space_cuts_no_latin_word():
    assert found("TS MC는", "TSMC") == []
    assert found("Open AI는", "OpenAI") == ["Open AI"]
    assert found("OpenAI는", "Open AI") == ["OpenAI"]


@pytest.mark.parametrize(
    ("text", "term", "expected"),
    [
        ("C++를 배운다", "C++", "C++"),
        ("R&D를 늘린다", "R&D", "R&D"),
        ("R&D를 늘린다", "R＆D", "R&D"),
        ("R & D를 늘린다", "R&D", "R & D"),
        ("AT&T는", "AT&T", "AT&T"),
        ("U.S.는", "U.S.", "U.S."),
        ("5G를", "5G", "5G"),
        ("24/7로", "24/7", "24/7"),
        (".NET을", ".NET", ".NET"),
        ("Node.js를", "Node.js", "Node.js"),
        ("Yahoo!는", "Yahoo!", "Yahoo!"),
        ("K-콘텐츠를", "K-콘텐츠", "K-콘텐츠"),
        ("McDonald’s는", "McDonald's", "McDonald’s"),
        ("McDonald's는", "McDonald’s", "McDonald's"),
        ("L’Oréal은", "L'Oréal", "L’Oréal"),
        ("L'Oreal은", "L’Oréal", "L'Oreal"),
        ("카페 Cafe\u0301를", "Café", "Cafe\u0301"),
        ("카페 Café를", "Cafe", "Café"),
    ],
)
def test_signs_and_accents_of_a_term_are_found(text, term, expected):
    assert found(text, term) == [expected]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("C++를", "C"),
        ("C#을", "C"),
        ("Node.js를", "Node"),
        ("AT&T는", "T"),
        ("AT&T는", "AT"),
        ("ASP.NET을", ".NET"),
        ("O’Brien은", "Brien"),
    ],
)
def test_a_sign_joins_latin_letters_to_another_word(text, term):
    assert found(text, term) == []


def test_the_longer_term_masks_the_shorter():
    assert found("대만해협의 대만 배", "대만", "대만해협") == ["대만해협", "대만"]


def test_hangul_in_conjoining_letters_is_found_with_its_particle():
    text = nfd("어제 대만에서는 비가 왔다")
    assert found(text, "대만") == [nfd("대만")]
    assert found(nfd("구조대로 갔다"), "구조") == []


def test_a_term_in_conjoining_letters_is_found_in_composed_ones():
    assert found("대만은", nfd("대만")) == ["대만"]


def test_compounded_finds_a_long_term_at_the_begin_of_a_compound():
    one = finder("ko", ["메모리 반도체", "대만"])
    text = "메모리반도체업계는 대만섬들만의"
    assert one.find(text) == []
    assert one.compounded(text, 0, short=False) == (0, 6)
    assert one.compounded(text, 1, short=False) is None
    assert one.compounded(text, 1, short=True) == (10, 12)


def test_compounded_does_not_find_a_short_term_at_the_end_of_a_word():
    assert finder("ko", ["대만"]).compounded("절대만", 0, short=True) is None


def seconds(text, *terms):
    one = finder("ko", terms)
    one.find("")
    start = time.process_time()
    one.find(text)
    return time.process_time() - start


@pytest.mark.parametrize(
    "unit",
    [
        "대만",
        "가",
        "대 만 ",
        "칩을",
        nfd("대만은"),
        "中",
        "😀",
        "e\u0301",
        "\u0301",
        "ＴＳＭＣ ",
        "a",
        "대만은 TSMC, ",
    ],
    ids=ascii,
)
def test_the_time_grows_with_the_text_and_no_faster(unit):
    terms = ["대만", "가가", "칩", "메모리 반도체", "TSMC", "é", "a"]
    text = unit * (8_000 // len(unit))
    best = [min(seconds(text * times, *terms) for _ in range(2)) for times in (1, 4)]
    assert best[1] < 12 * best[0] + 0.1  # four times the text; sixteen times were quadratic
