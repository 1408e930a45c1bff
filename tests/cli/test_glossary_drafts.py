"""What `tongsa glossary` drafts of a person's names, and what it says of wrong ones."""

import tomllib

import pytest

from tongsa.glossary.drafts import NOTE


@pytest.fixture
def desk(town):
    """A desk with all three editions."""
    town.write("tongsa.toml", 'source = "en"\ntargets = ["ko", "zh_TW", "zh_CN"]\n')
    return town


def glossary(town, *arguments: str):
    return town.run("glossary", *arguments)


def terms(town, concept: str, language: str, file: str = "glossary/concepts.toml") -> list[str]:
    """Return the texts of a concept's terms in a language."""
    held = tomllib.loads(town.read(file))[concept].get(language, [])
    listed = held if isinstance(held, list) else [held]
    return [it if isinstance(it, str) else it["term"] for it in listed]


def test_a_person_in_characters_is_added_with_drafts_to_be_confirmed(desk):
    ran = glossary(desk, "add", "cho-jung-tai", "--kind", "person", "-t", "zh_TW=卓榮泰")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "wrote glossary/concepts.toml",
        "drafted zh_CN = 卓荣泰; confirm it",
        "drafted ko = 줘룽타이; confirm it: a Korean's name would be 탁영태",
        "drafted en = Cho Jung-tai, Wade–Giles; confirm it",
        "drafted en = Zhuo Rongtai, Hanyu Pinyin; confirm it",
        "drafted en = Tak Young-tae, Sino-Korean; confirm it",
    ]
    assert terms(desk, "cho-jung-tai", "zh_TW") == ["卓榮泰"]
    assert terms(desk, "cho-jung-tai", "zh_CN") == ["卓荣泰"]
    assert terms(desk, "cho-jung-tai", "en")[0] == "Cho Jung-tai"
    assert desk.read("glossary/concepts.toml").count(NOTE) == 5


def test_what_is_drafted_has_no_flaw(desk):
    glossary(desk, "add", "cho", "--kind", "person", "-t", "zh_TW=卓榮泰")
    glossary(desk, "add", "pak", "--kind", "person", "-t", "zh=朴槿惠", "-t", "en=Park Geun-hye")
    assert glossary(desk, "check").code == 0


def test_a_term_that_was_given_is_not_drafted(desk):
    arguments = ("-t", "zh_TW=梁光中", "-t", "en=Liang Guangzhong", "-t", "ko=량광중")
    glossary(desk, "add", "liang", "--kind", "person", *arguments)
    assert terms(desk, "liang", "ko") == ["량광중"]
    assert terms(desk, "liang", "en") == [
        "Liang Guangzhong",
        "Liang Kuang-chung",
        "Yang Kwang-jung",
    ]


def test_no_drafts_are_made_where_they_are_not_wanted(desk):
    arguments = ("--kind", "person", "-t", "zh_TW=卓榮泰", "--no-drafts")
    assert glossary(desk, "add", "cho", *arguments).out == "wrote glossary/concepts.toml\n"
    assert "note" not in desk.read("glossary/concepts.toml")


@pytest.mark.parametrize("kind", ["place", "organisation"])
def test_only_persons_have_drafts(desk, kind):
    ran = glossary(desk, "add", "quay", "--kind", kind, "-t", "zh_TW=金門")
    assert ran.out == "wrote glossary/concepts.toml\n"


def test_characters_that_are_added_to_a_person_give_drafts_too(desk):
    glossary(desk, "add", "cho", "--kind", "person", "-t", "en=Cho Jungtai")
    ran = glossary(desk, "edit", "cho", "-t", "zh_TW=卓榮泰")
    assert "drafted ko = 줘룽타이; confirm it: a Korean's name would be 탁영태" in ran.out
    assert terms(desk, "cho", "en")[0] == "Cho Jungtai"
    assert terms(desk, "cho", "ko") == ["줘룽타이"]


def test_a_person_with_a_family_name_of_two_characters_is_added(desk):
    assert glossary(desk, "add", "ou", "--kind", "person", "-t", "zh_TW=歐陽修").code == 0


def test_a_wrong_reading_in_hangul_is_told_with_its_line_and_the_right_ones(desk):
    desk.write(
        "glossary/people.toml",
        '[liang]\nkind = "person"\nen = "Liang Guangzhong"\nko = "량쾅중"\nzh = "梁光中"\n',
    )
    ran = glossary(desk, "check")
    assert ran.code == 1
    assert ran.out.splitlines()[0] == (
        'glossary/people.toml:4: "량쾅중" is no reading of 梁光中; write 량광중 or 양광중'
    )
