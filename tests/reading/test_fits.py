import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tongsa.reading import SYSTEMS, fits
from tongsa.reading.characters import read

HAN = "".join(chr(code) for code in range(0x4E00, 0x9FFF) if read(chr(code), "zh", family=False))
NAMES = st.text(st.sampled_from(HAN), min_size=2, max_size=4)
ANY = st.text(st.characters(codec=None, categories=None), max_size=60)


@pytest.mark.parametrize(
    ("spelling", "characters", "system"),
    [
        ("Liang Guangzhong", "梁光中", "Hanyu Pinyin"),
        ("Liang Kuang-chung", "梁光中", "Wade–Giles"),
        ("Ryang Kwangjung", "梁光中", "Sino-Korean"),
        ("량광중", "梁光中", "Sino-Korean"),
        ("양광중", "梁光中", "Sino-Korean"),
        ("라이칭더", "賴清德", "Mandarin in Hangul"),
        ("줘룽타이", "卓榮泰", "Mandarin in Hangul"),
        ("Lai Ching-te", "賴清德", "Wade–Giles"),
        ("Cho Jung-tai", "卓榮泰", "Wade–Giles"),
        ("Kim Juseon", "김주선", "Revised Romanization"),
    ],
)
def test_a_spelling_of_the_field_fits(spelling, characters, system):
    assert fits(spelling, characters, system) is True


@pytest.mark.parametrize(
    ("spelling", "characters", "system"),
    [
        ("Liang Guangzong", "梁光中", "Hanyu Pinyin"),
        ("량콴중", "梁光中", "Sino-Korean"),
        ("라이칭테", "賴清德", "Mandarin in Hangul"),
        ("Liang Guang", "梁光中", "Hanyu Pinyin"),
        ("Liang Guangzhongzhong", "梁光中", "Hanyu Pinyin"),
        ("Alex Tsai", "蔡正元", "Wade–Giles"),
    ],
)
def test_a_spelling_of_something_else_does_not_fit(spelling, characters, system):
    assert fits(spelling, characters, system) is False


@pytest.mark.parametrize("system", ["Wade-Giles", "wade–giles", "WADE-GILES"])
def test_a_system_is_known_with_any_dash_and_any_capitals(system):
    assert fits("Lai Ching-te", "賴清德", system)


@pytest.mark.parametrize("system", ["", "Wade", "Giles", "../wade-giles", "\0"])
def test_nothing_is_known_of_an_unknown_system(system):
    assert fits("Lai Ching-te", "賴清德", system) is None


@pytest.mark.parametrize(
    ("characters", "system"),
    [
        ("", "Hanyu Pinyin"),
        ("·", "Hanyu Pinyin"),
        ("賴清德X", "Hanyu Pinyin"),
        ("라이칭더", "Wade–Giles"),
        ("台積電3", "Hanyu Pinyin"),
        ("🙂", "Sino-Korean"),
        ("賴" * 101, "Hanyu Pinyin"),
    ],
)
def test_nothing_is_known_of_unknown_characters(characters, system):
    assert fits("Lai", characters, system) is None


@pytest.mark.parametrize(
    "spelling",
    [
        "Guangzhong Liang",
        "LIANG Guangzhong",
        "Liang, Guangzhong",
        "liangguangzhong",
        "Liang Guang Zhong",
        "Liang Guang‑zhong",  # U+2011
        "Liáng Guāngzhōng",
        "Ｌｉａｎｇ　Ｇｕａｎｇｚｈｏｎｇ",
        " Liang  Guangzhong ",
    ],
)
def test_order_joints_capitals_and_tones_change_nothing(spelling):
    assert fits(spelling, "梁光中", "Hanyu Pinyin") is True


def test_the_family_comes_last_only_as_a_word_of_its_own():
    assert fits("Guangzhongliang", "梁光中", "Hanyu Pinyin") is False
    assert fits("Guangzhong-Liang", "梁光中", "Hanyu Pinyin") is False


def test_a_break_within_a_syllable_does_not_fit():
    assert fits("Lia ngguangzhong", "梁光中", "Hanyu Pinyin") is False


def test_an_apostrophe_that_is_written_must_be_right():
    assert fits("Ch'en", "陳", "Wade–Giles") is True
    assert fits("Chen", "陳", "Wade–Giles") is True
    assert fits("Ch'eng", "鄭", "Wade–Giles") is False


def test_a_diaeresis_that_is_written_must_be_right():
    assert fits("Lü", "呂", "Hanyu Pinyin") is True
    assert fits("Lu", "呂", "Hanyu Pinyin") is True
    assert fits("Lü", "盧", "Hanyu Pinyin") is False


@pytest.mark.parametrize(
    ("traditional", "simplified", "spelling"),
    [("賴清德", "赖清德", "뢰청덕"), ("劉鶴", "刘鹤", "류학"), ("鄧麗君", "邓丽君", "등려군")],
)
def test_simplified_characters_are_read_in_korean_as_traditional_ones(
    traditional, simplified, spelling
):
    assert fits(spelling, traditional, "Sino-Korean") is True
    assert fits(spelling, simplified, "Sino-Korean") is True


@pytest.mark.parametrize(
    ("characters", "right", "wrong", "system"),
    [
        ("單田芳", "Shan Tianfang", "Dan Tianfang", "Hanyu Pinyin"),
        ("单田芳", "Shan Tianfang", "Dan Tianfang", "Hanyu Pinyin"),
        ("查良鏞", "Zha Liangyong", "Cha Liangyong", "Hanyu Pinyin"),
        ("曾國藩", "Tseng Kuo-fan", "Ts'eng Kuo-fan", "Wade–Giles"),
        ("金柱宣", "Kim Juseon", "Geum Juseon", "Revised Romanization"),
        ("沈載權", "심 재권", "침 재권", "Sino-Korean"),
    ],
)
def test_a_family_name_has_its_own_reading(characters, right, wrong, system):
    assert fits(right, characters, system) is True
    assert fits(wrong, characters, system) is False


def test_the_reading_of_a_family_name_is_not_that_of_a_given_name():
    assert fits("Wang Dan", "王單", "Hanyu Pinyin") is True
    assert fits("박금", "朴金", "Sino-Korean") is True


def test_what_is_written_as_one_word_may_be_a_place():
    assert fits("Geumsan", "金山", "Revised Romanization") is True
    assert fits("Geumsan", "金山", "Revised Romanization", person=True) is False
    assert fits("금주선", "金柱宣", "Sino-Korean", person=True) is False


def test_what_is_no_person_has_no_family_name():
    assert fits("Danxian", "單縣", "Hanyu Pinyin", person=False) is True
    assert fits("Shanxian", "單縣", "Hanyu Pinyin", person=False) is True
    assert fits("Kimsan", "금산", "Revised Romanization", person=False) is False


@pytest.mark.parametrize(
    ("characters", "spellings"),
    [
        ("李洛淵", ["이낙연", "리락연", "이락연"]),
        ("柳性杰", ["류성걸", "유성걸"]),
        ("林來玄", ["임내현", "림래현"]),
        ("李燦烈", ["이찬열", "이찬렬"]),
        ("朴成律", ["박성률", "박성율"]),
    ],
)
def test_a_name_keeps_either_form_of_the_law_of_initials(characters, spellings):
    assert [fits(spelling, characters, "Sino-Korean") for spelling in spellings] == [True] * len(
        spellings
    )


@pytest.mark.parametrize(
    ("characters", "spelling", "system"),
    [
        ("歐陽修", "Xiu Ouyang", "Hanyu Pinyin"),
        ("欧阳修", "Xiu Ouyang", "Hanyu Pinyin"),
        ("司馬遷", "Qian Sima", "Hanyu Pinyin"),
        ("司徒華", "Wah Szeto", "Hong Kong"),
        ("歐陽修", "Sau Au-Yeung", "Hong Kong"),
        ("선우휘", "Hwi Sŏnu", "McCune–Reischauer"),
        ("皇甫仁", "In Hwangbo", "McCune–Reischauer"),
    ],
)
def test_a_family_name_of_two_characters_may_come_last(characters, spelling, system):
    assert fits(spelling, characters, system, person=True) is True


# Presidents and a diplomat, as they wrote themselves.
@pytest.mark.parametrize(
    ("spelling", "hangul"),
    [
        ("Roh Moo-hyun", "노무현"),
        ("Kim Young-sam", "김영삼"),
        ("Chun Doo-hwan", "전두환"),
        ("Yoon Suk Yeol", "윤석열"),
        ("Lee Myung-bak", "이명박"),
        ("Park Geun-hye", "박근혜"),
        ("Moon Jae-in", "문재인"),
        ("Choi Kyu-hah", "최규하"),
        ("Ban Ki-moon", "반기문"),
        ("Hwang Kyo-ahn", "황교안"),
    ],
)
def test_koreans_spell_themselves_by_no_one_system(spelling, hangul):
    assert fits(spelling, hangul, "Sino-Korean", person=True) is True


# 국어의 로마자 표기법, 제3장 제4항.
def test_a_given_name_may_be_written_without_its_changes_of_sound():
    for spelling in ("Han Boknam", "Han Bok-nam", "Han Bok Nam"):
        assert fits(spelling, "한복남", "Revised Romanization", person=True) is True
    assert fits("Min Sinra", "민신라", "Revised Romanization", person=True) is True
    assert fits("Min Sin-ra", "민신라", "Revised Romanization", person=True) is True


def test_hangul_in_any_normal_form_is_the_same():
    apart = unicodedata.normalize("NFD", "량광중")
    assert fits(apart, "梁光中", "Sino-Korean") is True
    assert fits("Ryang Kwangjung", apart, "Sino-Korean") is True


def test_a_compatibility_character_is_its_own_character():
    assert fits("Kim Juseon", "\uf90a柱宣", "Revised Romanization") is True


def test_dots_and_spaces_between_characters_are_passed_over():
    assert fits("Ouyang Xiu", "歐陽·修", "Hanyu Pinyin") is True
    assert fits("Kim Juseon", "김 주선", "Revised Romanization") is True


@given(NAMES, st.sampled_from(["Hanyu Pinyin", "Wade–Giles", "Sino-Korean"]))
def test_no_spelling_is_no_reading(characters, system):
    assert not fits("", characters, system)


@given(NAMES)
def test_what_is_spelled_by_the_readings_fits(characters):
    family, *given = (min(read(it, "zh", family=not at)) for at, it in enumerate(characters))
    closed = "".join(given)
    for spelling in (f"{family} {closed}", f"{closed} {family}", f"{family} {'-'.join(given)}"):
        assert fits(spelling.title(), characters, "Hanyu Pinyin", person=True) is True


@given(ANY, ANY, st.sampled_from([*SYSTEMS, ""]), st.sampled_from([None, True, False]))
@example("\ud800", "\ud800", "Hanyu Pinyin", None)
@example("🙂" * 9, "梁光中", "Hanyu Pinyin", None)
@example("\u0308" * 50, "樂" * 100, "Wade–Giles", None)
@example("\ufdfa" * 999, "樂" * 100, "Sino-Korean", None)
@example("u" * 2000, "어" * 100, "Sino-Korean", None)
def test_no_text_raises(spelling, characters, system, person):
    assert fits(spelling, characters, system, person=person) in {True, False, None}


@given(ANY, NAMES, st.sampled_from(list(SYSTEMS)))
def test_no_spelling_of_known_characters_raises(spelling, characters, system):
    assert fits(spelling, characters, system) in {True, False, None}


@pytest.mark.parametrize("system", list(SYSTEMS))
def test_a_million_characters_are_no_name(system):
    assert fits("a" * 10**6, "林", system) is False
    assert fits("a", "林" * 10**6, system) is None
