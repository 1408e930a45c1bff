"""How a name may be spelled: ranked, each spelling once, by systems that write it so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongsa.reading import SYSTEMS, Verdict, compare, fits, variants

FAMILIES = "王李張劉陳楊林黃周吳郭許鄭謝金朴崔姜趙尹梁賴卓"
GIVEN = "光中清德文英明志美玲偉建國秀慧俊賢哲正恩在成民浩"
NAMES = st.builds(
    lambda family, *name: family + "".join(name),
    st.sampled_from(FAMILIES),
    st.sampled_from(GIVEN),
    st.sampled_from(GIVEN),
)
SEVERAL = [
    "梁光中",
    "賴清德",
    "金大中",
    "朴槿惠",
    "김영수",
    "라이칭더",
    "Lai Ching-te",
    "Kim Jong Un",
]
TEXTS = st.text("aeiouhngkltsjzyw -',.ÜŏŭAJ梁光中金김량", max_size=24) | st.text(max_size=40)


def letters(text: str) -> str:
    """Return a spelling without what no two variants may differ by alone."""
    return "".join(filter(str.isalpha, text.casefold()))


def systems(name: str, most: int = 50) -> dict[str, str]:
    """Return the likeliest spelling by each system."""
    return {it.system: it.text for it in reversed(variants(name, most))}


@pytest.mark.parametrize(
    "spelling",
    [
        "Liang Guangzhong",
        "Liang Kuang-chung",
        "Ryang Kwang-jung",
        "Yang Kwang-jung",
        "Yang Gwang-jung",
        "Liang Guang-jhong",
        "Liang Guang-jung",
    ],
)
def test_a_name_in_characters_may_be_spelled_by_every_system_that_its_bearers_use(spelling):
    assert spelling in [it.text for it in variants("梁光中")]


def test_the_likeliest_spelling_is_told_with_its_system():
    found = systems("賴清德")
    assert found["Hanyu Pinyin"] == "Lai Qingde"
    assert found["Wade–Giles"] == "Lai Ching-te"
    assert found["Hong Kong"] in {"Lai Ching Tak", "Lai Tsing Tak"}


@pytest.mark.parametrize(
    ("name", "first"),
    [("김영수", "Kim Young-soo"), ("朴槿惠", "Park Keun-hye"), ("李在明", "Lee Jae-myung")],
)
def test_a_koreans_name_is_first_spelled_as_most_koreans_do(name, first):
    assert variants(name)[0].text == first


@pytest.mark.parametrize("name", SEVERAL)
def test_variants_are_ranked_by_share(name):
    shares = [it.share for it in variants(name)]
    assert shares == sorted(shares, reverse=True)
    assert 0 < sum(shares) <= 1


@pytest.mark.parametrize("name", SEVERAL)
def test_no_two_variants_differ_in_hyphens_spaces_or_capitals_alone(name):
    told = [letters(it.text) for it in variants(name, 300)]
    assert len(told) == len(set(told))


@pytest.mark.parametrize("most", [1, 2, 7, 50, 400])
def test_no_more_variants_are_told_than_are_asked_for(most):
    found = variants("梁光中", most)
    assert 0 < len(found) <= most
    assert list(found[:1]) == list(variants("梁光中", 1))


def test_the_best_of_a_few_are_the_best_of_many():
    few, many = variants("賴清德", 5), variants("賴清德", 200)
    assert [it.text for it in few] == [it.text for it in many[:5]]


@pytest.mark.parametrize("name", ["梁光中", "賴清德", "卓榮泰", "呂秀蓮", "金大中"])
def test_a_spelling_is_one_of_the_system_that_is_told(name):
    for variant in variants(name):
        if variant.system != "Sino-Korean":  # by no one system
            assert fits(variant.text, name, variant.system, person=True), variant


def test_each_system_writes_names_in_its_own_shape():
    shapes = systems("梁光中", 200)
    assert shapes["Hanyu Pinyin"] == "Liang Guangzhong"
    assert shapes["Wade–Giles"] == "Liang Kuang-chung"
    assert shapes["Hong Kong"].startswith("Leung Kwong ")


def test_the_hong_kong_spelling_is_first_the_customary_one():
    assert systems("梁光中", 200)["Hong Kong"] == "Leung Kwong Chung"


def test_a_spelling_that_two_systems_share_is_told_by_the_likelier_one():
    (found,) = (it for it in variants("梁朝偉") if letters(it.text) == "liangchaowei")
    assert (found.text, found.system) == ("Liang Chaowei", "Hanyu Pinyin")


def test_an_apostrophe_parts_syllables_that_pinyin_would_run_together():
    assert systems("金正恩", 100)["Hanyu Pinyin"] == "Jin Zheng'en"


def test_a_name_in_letters_is_spelled_anew_by_what_it_may_be():
    assert {"Lai Qingde", "Lai Ching-te"} <= {it.text for it in variants("Lai Ching-te", 100)}


@pytest.mark.parametrize("name", ["", " ", "Donald Trump", "?!", "Taipei 101", "東京大學", "\0"])
def test_what_is_no_chinese_or_korean_name_has_no_variants(name):
    assert list(variants(name)) == []


@given(name=NAMES)
def test_a_variant_that_one_in_a_hundred_uses_may_be_its_bearers(name):
    for variant in (it for it in variants(name) if it.share >= 0.01):
        found = compare(name, variant.text)
        assert found.verdict != Verdict.DIFFERENT, (variant, found.reason)


def test_a_rare_character_is_no_reason_against_its_own_spelling():
    assert compare("陳水扁", "Chen Shuibian").verdict == Verdict.SAME


def test_a_rare_spelling_of_a_family_name_is_read_as_it_is_told():
    assert "Khang Ho-min" in [it.text for it in variants("姜浩民")]
    assert compare("姜浩民", "Khang Ho-min").verdict != Verdict.DIFFERENT


def test_a_family_name_of_two_syllables_is_no_english_given_name():
    assert compare("司馬光", "Sima Guang").verdict != Verdict.DIFFERENT


@given(text=TEXTS)
def test_any_text_has_variants_or_none(text):
    found = variants(text, 10)
    assert len(found) <= 10
    assert all(it.text and it.system in SYSTEMS and 0 < it.share <= 1 for it in found)
