import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongsa.reading import Verdict, compare

GOLDEN = tomllib.loads(Path(__file__).with_name("names.toml").read_text("utf-8"))
PAIRS = [
    (verdict, name, other)
    for verdict, names in GOLDEN.items()
    for name, others in names.items()
    for other in others
]
NAMES = st.sampled_from(sorted({name for _, *both in PAIRS for name in both}))
LETTERS = st.text("aeiouhngkltsjzy -',.ÜŏŭAJ梁光中金김량", max_size=24) | st.text(max_size=40)


@pytest.mark.parametrize(("verdict", "name", "other"), PAIRS)
def test_names_are_told_apart_or_known_for_one_persons(verdict, name, other):
    assert compare(name, other).verdict == verdict
    assert compare(other, name).verdict == verdict


@pytest.mark.parametrize(("verdict", "name", "other"), PAIRS)
def test_every_verdict_has_a_reason_that_ends_in_a_full_stop(verdict, name, other):
    reason = compare(name, other).reason
    assert reason.endswith(".")
    assert len(reason) > 20, verdict


def test_the_likeliest_characters_are_told():
    assert compare("Liang Guangzhong", "Ryang Kwangjung").characters[0] == "梁光中"
    assert compare("梁光中", "Ryang Kwangjung").characters == ("梁光中",)


def test_each_spelling_has_a_set_of_systems_with_shares():
    pinyin, korean = compare("Liang Guangzhong", "Ryang Kwangjung").systems
    assert max(pinyin, key=pinyin.get) == "Hanyu Pinyin"
    assert "McCune–Reischauer" in korean
    assert len(korean) > 1
    assert sum(korean.values()) == pytest.approx(1, abs=0.01)


def test_a_reason_names_the_characters_and_how_each_is_spelled():
    assert compare("Liang Guangzhong", "Ryang Kwangjung").reason == (
        "Both can be 梁光中: Liang Guangzhong in Hanyu Pinyin, Ryang Kwangjung as it is read in "
        "Korean."
    )


def test_a_reason_names_the_syllables_that_no_character_joins():
    assert compare("Liang Guangzhong", "Liang Guangzong").reason == (
        "Both are spelled in Hanyu Pinyin: liang guang zhong, and liang guang zong."
    )
    assert compare("Liang Guangzhong", "Liang Kuang-tai").reason == (
        'No character of the given name is written both "zhong" (in Hanyu Pinyin) and "tai" '
        "(as Taiwan spells Mandarin)."
    )


def test_a_short_name_needs_more_evidence_than_a_long_one():
    short, long = compare("Li Wei", "Yi Wi"), compare("Li Weimin", "Yi Wimin")
    assert (short.verdict, long.verdict) == (Verdict.POSSIBLE, Verdict.SAME)


@given(one=NAMES | LETTERS, other=NAMES | LETTERS)
def test_any_two_texts_are_compared_alike_from_either_side(one, other):
    ours, theirs = compare(one, other), compare(other, one)
    assert ours.verdict == theirs.verdict
    assert ours.score == pytest.approx(theirs.score)
    assert all(ours.reason and characters for characters in ours.characters)


@given(name=NAMES)
def test_a_name_is_itself(name):
    alone = {"Kim", "Lu", "Trump"}
    assert compare(name, name).verdict == (Verdict.POSSIBLE if name in alone else Verdict.SAME)


def test_a_megabyte_is_no_name():
    assert compare("Kim " * 250_000, "Kim Min-ji").verdict == Verdict.DIFFERENT
