"""How names are read system by system, against forms that were written by the rules."""

import tomllib
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongsa.reading import SYSTEMS, fits, hangul_forms, in_hangul, readings

FILE = Path(__file__).with_name("press.toml")
COLUMNS = (
    "as Chinese",
    "as Korean",
    "Hanyu Pinyin",
    "Wade–Giles",
    "Revised Romanization",
    "McCune–Reischauer",
    "Hong Kong",
)
GOLDEN = {
    name: dict(zip(COLUMNS, row.split(" | "), strict=True))
    for name, row in tomllib.loads(FILE.read_text("utf-8")).items()
}
CASES = [(name, column, forms) for name, row in GOLDEN.items() for column, forms in row.items()]
HANGUL_COLUMNS = COLUMNS[:2]
LETTERS = st.text("aeiouhngkltsjzyw -',.ÜŏŭAJ梁光中金김량라이", max_size=24) | st.text(max_size=40)


def right(forms: str) -> set[str]:
    """Return all that a cell holds: "Lee/Li Tang Fai" is two."""
    return {" ".join(words) for words in product(*(word.split("/") for word in forms.split()))}


def read(name: str) -> dict[str, str]:
    """Return how a name is read, by the golden file's columns."""
    found = readings(name)
    heard = {it.system: it.text for it in reversed(found.readings)}
    return heard | {"as Chinese": found.as_chinese[0], "as Korean": found.as_korean[0]}


@pytest.mark.parametrize(("name", "column", "forms"), CASES)
def test_a_name_is_read_as_the_rules_have_it(name, column, forms):
    assert read(name)[column] in right(forms)


@pytest.mark.parametrize(
    ("name", "system", "forms"), [case for case in CASES if case[1] not in HANGUL_COLUMNS]
)
def test_what_the_rules_write_fits_the_characters(name, system, forms):
    written = GOLDEN[name]["as Korean"] if system in {COLUMNS[4], COLUMNS[5]} else name
    assert all(fits(form, written, system, person=True) for form in right(forms))


@pytest.mark.parametrize("name", GOLDEN)
def test_the_press_forms_are_all_that_a_name_may_be_in_hangul(name):
    forms = in_hangul(name)
    assert forms[0] == GOLDEN[name]["as Chinese"]
    assert GOLDEN[name]["as Korean"] in forms
    assert all(form in forms for form in hangul_forms(name))


@pytest.mark.parametrize(
    ("simplified", "name"), [("习近平", "習近平"), ("赖清德", "賴清德"), ("卢武铉", "盧武鉉")]
)
def test_simplified_characters_are_read_like_the_traditional_ones(simplified, name):
    assert read(simplified) == read(name)


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("梁光中", ["양광중", "량광중"]),
        ("李在明", ["이재명", "리재명"]),
        ("金大中", ["김대중"]),
        ("柳寬順", ["유관순", "류관순"]),
    ],
)
def test_a_family_name_has_a_form_with_the_law_of_initials_and_one_without(name, forms):
    assert hangul_forms(name) == forms


def test_north_korea_writes_the_root_of_a_family_name():
    assert read("李在明")["North Korean"] == "Ri Jae Myŏng"
    assert read("梁光中")["North Korean"] == "Ryang Kwang Jung"


def test_characters_that_are_given_are_no_guess():
    found = readings("梁光中")
    assert not found.guessed
    assert found.characters == ["梁光中"]


@pytest.mark.parametrize("name", ["량광중", "Liang Guangzhong", "Ryang Kwangjung"])
def test_the_characters_of_a_name_in_letters_are_a_guess(name):
    found = readings(name)
    assert found.guessed
    assert len(found.characters) > 1
    assert all(len(it) == 3 for it in found.characters)


def test_a_name_in_hangul_is_read_in_korean_as_it_is_written():
    found = readings("박근혜")
    assert list(found.as_korean) == ["박근혜"]
    korean = [(it.system, it.text) for it in found.readings if it.language == "Korean"]
    assert korean == [
        ("Hangul", "박근혜"),
        ("Revised Romanization", "Bak Geunhye"),
        ("McCune–Reischauer", "Pak Kŭn-hye"),
        ("North Korean", "Pak Kŭn Hye"),
        ("Yale", "Pak Kun-hyey"),
    ]


@pytest.mark.parametrize(
    ("name", "korean"), [("朴槿惠", True), ("박근혜", True), ("梁光中", False), ("라이칭더", False)]
)
def test_a_name_that_koreans_bear_is_told_from_one_that_chinese_speakers_do(name, korean):
    assert readings(name).korean is korean


@pytest.mark.parametrize(
    "name", ["", " ", "Donald Trump", "Tim Cook", "Taipei 101", "?!", "𝒳", "\0"]
)
def test_what_is_no_chinese_or_korean_name_has_no_reading(name):
    assert readings(name) is None


@pytest.mark.parametrize("name", ["東京大學", "梁光中先生", "𠀀光中", "ab", ""])
def test_characters_that_are_no_name_have_no_hangul(name):
    assert in_hangul(name) == []


@given(text=LETTERS)
def test_any_text_is_read_or_is_no_name(text):
    found = readings(text)
    if found is not None:
        assert all(it.text and it.system in {*SYSTEMS, "Hangul"} for it in found.readings)
    assert all(in_hangul(text))
    assert all(hangul_forms(text))
