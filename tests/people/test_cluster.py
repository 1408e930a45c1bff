"""Which names of an article are one person's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongsa.people.cluster import cluster, questions

POOL = [
    *("Liang Guangzhong", "Ryang Kwangjung", "Liang Kuang-chung", "Liang Guangzong", "Liang"),
    *("Lai Ching-te", "Lai Qingde", "Lai", "Cho Jungtai", "Cho Jung-tai", "Kim Min-ji", "Kim"),
    *("Kim Minji", "Kim Min-ho", "Donald Trump", "Trump", "Dana Whitlock", "Whitlock", "LIANG"),
    *("Li Wei", "Yi Wi", "梁光中", "량광중", "J. W. Kuo", "Kuo Jyh-huei", "Michael Lu", "Lu Maike"),
]
NAMES = st.lists(st.sampled_from(POOL) | st.text(max_size=12), max_size=9)


def grouped(*names: str) -> list[list[str]]:
    return [[names[at] for at in group] for group in cluster(names)]


def asked(*names: str) -> list[tuple[str, str]]:
    return [(names[it.one], names[it.other]) for it in questions(names, cluster(names))]


def test_spellings_of_one_name_by_several_systems_are_one_persons():
    assert grouped("Ryang Kwangjung", "Liang Guangzhong", "Liang Kuang-chung", "梁光中") == [
        ["Ryang Kwangjung", "Liang Guangzhong", "Liang Kuang-chung", "梁光中"]
    ]


def test_people_are_told_apart_in_the_order_of_their_names():
    assert grouped("Lai Ching-te", "Cho Jungtai", "Lai Qingde", "Donald Trump") == [
        ["Lai Ching-te", "Lai Qingde"],
        ["Cho Jungtai"],
        ["Donald Trump"],
    ]


def test_siblings_with_a_common_character_are_two_people():
    assert grouped("Kim Min-ji", "Kim Min-ho", "Kim Minji") == [
        ["Kim Min-ji", "Kim Minji"],
        ["Kim Min-ho"],
    ]


def test_a_name_that_fits_two_people_equally_well_is_left_alone():
    names = ("Hong Ilpyo", "Hong Ikpyo", "Hong Yibiao")  # 洪日杓, 洪翼杓: both may be the third
    assert grouped(*names) == [[name] for name in names]
    assert ("Hong Ikpyo", "Hong Yibiao") in asked(*names)


@pytest.mark.parametrize("short", ["Liang", "LIANG", "liang"])
def test_a_family_name_alone_goes_to_the_only_person_who_has_it(short):
    assert grouped("Liang Guangzhong", "Lai Ching-te", short) == [
        ["Liang Guangzhong", short],
        ["Lai Ching-te"],
    ]
    assert grouped(short, "Liang Guangzhong") == [[short, "Liang Guangzhong"]]


def test_a_family_name_goes_to_its_person_by_any_of_the_spellings():
    assert grouped("Ryang Kwangjung", "Liang Guangzhong", "Ryang", "Liang") == [
        ["Ryang Kwangjung", "Liang Guangzhong", "Ryang", "Liang"]
    ]


def test_a_family_name_that_two_people_have_is_left_alone():
    assert grouped("Kim Min-ji", "Kim Jong Un", "Kim") == [["Kim Min-ji"], ["Kim Jong Un"], ["Kim"]]


def test_a_family_name_in_capitals_and_in_small_letters_is_one():
    assert grouped("Liang Guangzhong", "Liang", "LIANG") == [["Liang Guangzhong", "Liang", "LIANG"]]


def test_names_of_other_peoples_go_by_their_words():
    assert grouped("Donald Trump", "Trump", "Dana Whitlock") == [
        ["Donald Trump", "Trump"],
        ["Dana Whitlock"],
    ]


@pytest.mark.parametrize("other", ["Donald J. Trump", "DONALD TRUMP"])
def test_an_initial_or_capitals_make_no_other_person(other):
    assert grouped("Donald Trump", other) == [["Donald Trump", other]]


def test_what_may_be_one_persons_is_a_question_and_no_answer():
    assert grouped("Li Wei", "Yi Wi") == [["Li Wei"], ["Yi Wi"]]
    assert asked("Li Wei", "Yi Wi") == [("Li Wei", "Yi Wi")]
    assert asked("Lai Ching-te", "Cho Jungtai") == []


def test_of_two_persons_only_the_likeliest_pair_is_asked():
    names = ("Kuo Jyh-huei", "Guo Zhihui", "J. W. Kuo")
    assert grouped(*names) == [["Kuo Jyh-huei", "Guo Zhihui"], ["J. W. Kuo"]]
    assert len(asked(*names)) == 1


def test_no_names_are_nobodys():
    assert cluster([]) == []
    assert list(questions([], [])) == []


@given(names=NAMES)
def test_every_name_is_in_one_group_whatever_the_names_are(names):
    groups = cluster(names)
    assert sorted(at for group in groups for at in group) == list(range(len(names)))
    assert all(group == sorted(group) for group in groups)
    assert groups == sorted(groups)


@given(names=NAMES)
def test_a_question_is_about_names_of_two_groups(names):
    groups = cluster(names)
    for question in questions(names, groups):
        ours = next(group for group in groups if question.one in group)
        assert question.other not in ours
        assert {question.found.a, question.found.b} == {names[question.one], names[question.other]}


@given(names=st.lists(st.sampled_from(POOL), unique=True, max_size=7))
def test_the_order_of_full_names_does_not_tell_who_is_who(names):
    full = [name for name in names if " " in name]
    ours = {frozenset(group) for group in grouped(*full)}
    assert ours == {frozenset(group) for group in grouped(*reversed(full))}
