"""The persons of an article, each with all its spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongsa.people import people

ARTICLE = (
    "Caption: Representative Ryang Kwangjung answers questions.",
    "Liang Guangzhong, who heads the mission, met Premier Cho Jungtai and Mayor Dana Whitlock.",
    "Liang said that President Donald Trump had called.",
    "Mayor Whitlock left early, and so did Cho.",
)
SENTENCES = st.lists(
    st.sampled_from([*ARTICLE, "Kim said no.", "President Kim met Kim Min-ji.", "", "\0", "Liang."])
    | st.text(max_size=30),
    max_size=5,
)


def named(*texts: str) -> list[list[str]]:
    return [list(person.names) for person in people(texts).persons]


def test_an_articles_persons_stand_in_the_order_of_their_first_mention():
    assert named(*ARTICLE) == [
        ["Ryang Kwangjung", "Liang Guangzhong", "Liang"],
        ["Cho Jungtai", "Cho"],
        ["Dana Whitlock", "Whitlock"],
        ["Donald Trump"],
    ]


def test_full_names_come_before_family_names():
    (person,) = people(("Premier Cho met the press.", "Cho Jungtai spoke first.")).persons
    assert person.names == ["Cho Jungtai", "Cho"]
    assert [it.name for it in person.mentions] == ["Cho", "Cho Jungtai"]


def test_only_full_names_are_spellings():
    first, *_ = people(ARTICLE).persons
    assert first.spellings == ["Ryang Kwangjung", "Liang Guangzhong"]


def test_a_mention_says_where_the_name_stands():
    first, *_ = people(ARTICLE).persons
    found = [ARTICLE[it.text][it.start : it.end] for it in first.mentions]
    assert found == ["Ryang Kwangjung", "Liang Guangzhong", "Liang"]
    assert [it.text for it in first.mentions] == [0, 1, 2]


def test_titles_are_told_once_each():
    texts = ("Premier Cho Jungtai spoke.", "Premier Cho Jungtai left.")
    assert [person.titles for person in people(texts).persons] == [["Premier"]]


def test_two_spellings_tell_the_characters_better_than_one():
    both, *_ = people(ARTICLE).persons
    assert both.characters[0] == "梁光中"


def test_a_name_of_another_people_has_no_characters():
    (person,) = people(("President Donald Trump spoke.",)).persons
    assert list(person.characters) == []


def test_names_that_may_be_one_persons_are_doubts_between_persons():
    found = people(("Mayor Li Wei left early.", "Governor Yi Wi stayed."))
    (doubt,) = found.doubts
    assert [list(it.names) for it in (doubt.one, doubt.other)] == [["Li Wei"], ["Yi Wi"]]
    assert doubt.one in found.persons
    assert doubt.found.reason.startswith("Both can be ")


def test_two_names_of_one_sentence_are_two_persons():
    found = people(("Lee Jae-yong, a baker, met Lee Jae-young, a cook.",))
    assert [list(it.names) for it in found.persons] == [["Lee Jae-yong"], ["Lee Jae-young"]]
    assert found.doubts == []


def test_a_name_in_brackets_behind_another_may_be_the_same_persons():
    (person,) = people(("Mayor Liang Guangzhong (Ryang Kwangjung) spoke.",)).persons
    assert list(person.names) == ["Liang Guangzhong", "Ryang Kwangjung"]


def test_a_family_name_alone_is_no_doubt():
    found = people(("President Kim met Kim Min-ji, a baker, and Kim Jong-ho, a cook.",))
    assert [list(it.names) for it in found.persons] == [["Kim"], ["Kim Min-ji"], ["Kim Jong-ho"]]
    assert found.doubts == []


@pytest.mark.parametrize("texts", [(), ("",), ("The quay opened at dawn.",)])
def test_an_article_without_persons_has_none(texts):
    found = people(texts)
    assert (list(found.persons), list(found.doubts)) == ([], [])


@given(texts=SENTENCES)
def test_every_mention_is_one_persons_whatever_the_text_is(texts):
    found = people(tuple(texts))
    for person in found.persons:
        assert set(person.names) == {it.name for it in person.mentions}
        assert len(set(person.names)) == len(person.names)
        assert all(texts[it.text][it.start : it.end] == it.name for it in person.mentions)
    names = [name for person in found.persons for name in person.names]
    assert len(names) == len(set(names))
