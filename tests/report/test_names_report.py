"""How names are shown, in a terminal and as JSON."""

import json
from importlib import resources

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongsa import reading
from tongsa.people import people
from tongsa.reading import SYSTEMS, Verdict, compare, readings, variants
from tongsa.report import names as report
from tongsa.report.terminal import width

SCHEMA = json.loads(resources.files("tongsa.report").joinpath("names.schema.json").read_text())
PAIRS = [
    ("Liang Guangzhong", "Ryang Kwangjung"),
    ("Liang Guangzhong", "Liang Guangzong"),
    ("Li Wei", "Yi Wi"),
    ("Donald Trump", "Trump"),
    ("梁光中", "량광중"),
    ("", "\0"),
]
WRITTEN = {"zh_TW": ["梁光中"], "zh_CN": ["梁光中"]}
ARTICLE = (
    "Representative Ryang Kwangjung met Mayor Li Wei.",
    "Liang Guangzhong and Governor Yi Wi left.",
)
HOSTILE = "Li\x1b[2J \u202eWei\x9b"
TEXTS = st.text("aeiouhngklj -',.A梁光中金김량\x1b", max_size=16) | st.text(max_size=30)


def valid(value: object) -> None:
    jsonschema.validate(json.loads(json.dumps(value, ensure_ascii=False)), SCHEMA)


def lines_of(name: str, columns: int = 80) -> list[str]:
    return list(report.reading_lines(readings(name), WRITTEN, columns=columns))


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_a_comparison_is_as_the_schema_says(one, other):
    table = report.comparing(compare(one, other))
    valid(table)
    assert list(table) == ["a", "b", "verdict", "score", "characters", "systems", "reason"]


@pytest.mark.parametrize("name", ["梁光中", "박근혜", "Lai Ching-te", "Kim"])
def test_what_is_read_is_as_the_schema_says(name):
    valid(report.reading(readings(name), WRITTEN))
    if name != "Kim":
        valid(report.spelled(variants(name)))


@pytest.mark.parametrize("texts", [ARTICLE, ("The quay opened.",)])
def test_persons_are_as_the_schema_says(texts):
    valid([{"file": "quay.txt", **report.persons(people(texts))}])


def test_the_schema_knows_every_verdict_and_system():
    assert set(SCHEMA["$defs"]["system"]["enum"]) == set(SYSTEMS)
    verdict = SCHEMA["$defs"]["comparing"]["properties"]["verdict"]["enum"]
    assert verdict == [str(it) for it in Verdict]


@pytest.mark.parametrize("field", ["a", "b", "verdict", "score", "characters", "systems", "reason"])
def test_the_schema_misses_a_field_that_is_gone(field):
    table = dict(report.comparing(compare(*PAIRS[0])))
    del table[field]
    with pytest.raises(jsonschema.ValidationError):
        valid(table)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("verdict", "perhaps"),
        ("score", "high"),
        ("score", -21),
        ("characters", "梁光中"),
        ("systems", {"a": {"Pinyin": 1}, "b": {}}),
        ("reason", ""),
        ("more", 1),
    ],
)
def test_the_schema_refuses_a_wrong_value(field, value):
    table = dict(report.comparing(compare(*PAIRS[0]))) | {field: value}
    with pytest.raises(jsonschema.ValidationError):
        valid(table)


def test_a_comparison_is_told_line_by_line():
    found = compare("Liang Guangzhong", "Ryang Kwangjung")
    lines = list(report.comparing_lines(found, columns=120))
    assert lines[0] == f"same  (evidence {found.score:.1f})"
    assert lines[1] == f"  {found.reason}"
    assert lines[2].split("  ") == ["", "Liang Guangzhong", "Hanyu Pinyin 100%"]
    assert lines[3].startswith("  Ryang Kwangjung   McCune–Reischauer ")
    assert lines[4].startswith("  may be 梁光中, ")


def test_names_without_anything_in_common_have_no_evidence():
    lines = list(report.comparing_lines(compare("Kim Min-ji", "Donald Trump"), columns=80))
    assert lines[0] == "different  (evidence none)"
    assert not any("may be" in line for line in lines)


def test_a_reading_is_told_language_by_language_and_then_as_the_press_has_it():
    lines = lines_of("梁光中")
    assert lines[0] == "梁光中"
    heads = [line for line in lines if not line.startswith(" ")]
    assert heads[1:] == ["Mandarin", "Korean", "Cantonese", "Press"]
    assert "  Wade–Giles          Liang Kuang-chung" in lines
    assert lines[-4:] == [
        "  ko     량광중  if Chinese",
        "  ko     양광중, 량광중  if Korean",
        "  zh_TW  梁光中",
        "  zh_CN  梁光中",
    ]


def test_a_guess_is_called_one():
    assert lines_of("Lai Ching-te")[0].endswith("  a guess, the likeliest first")
    assert "guess" not in lines_of("賴清德")[0]


def test_the_press_forms_are_told_for_every_edition():
    press = report.reading(readings("梁光中"), WRITTEN)["press"]
    assert press == {"ko": {"chinese": ["량광중"], "korean": ["양광중", "량광중"]}, **WRITTEN}


def test_variants_are_told_in_columns_with_their_shares():
    found = variants("梁光中", 2)
    title, first, _ = report.spelled_lines(found, columns=80)
    assert title.split() == ["spelling", "system", "share"]
    assert first.split("  ")[0] == found[0].text
    assert first.endswith(f"{found[0].share:.1%}")


def test_persons_are_told_with_their_spellings_characters_and_titles():
    first, second, *_ = report.person_lines(people(ARTICLE), columns=120)
    assert first.split("  ") == [
        "Ryang Kwangjung = Liang Guangzhong",
        "梁光中?",
        "Representative",
    ]
    assert second.startswith("Li Wei ")


def test_a_question_names_both_spellings_and_the_reason():
    *_, last = report.person_lines(people(ARTICLE), columns=200)
    assert last.startswith("one person? Li Wei, Yi Wi: Both can be 李偉")
    assert report.persons(people(ARTICLE))["questions"][0]["a"] == "Li Wei"


def test_a_mention_is_told_with_its_sentence_counted_from_one():
    first, *_ = report.persons(people(ARTICLE))["persons"]
    assert [(it["name"], it["sentence"]) for it in first["mentions"]] == [
        ("Ryang Kwangjung", 1),
        ("Liang Guangzhong", 2),
    ]


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
def test_lines_are_broken_where_the_screen_ends(columns):
    lines = [
        *report.comparing_lines(compare(*PAIRS[0]), columns=columns),
        *report.comparing_lines(compare(*PAIRS[1]), columns=columns),
        *report.spelled_lines(variants("梁光中"), columns=columns),
        *report.person_lines(people(ARTICLE), columns=columns),
        *lines_of("金大中", columns),
    ]
    assert max(map(width, lines)) <= columns


def test_no_control_character_reaches_the_terminal():
    found = compare(HOSTILE, HOSTILE + "x")
    assert all(line.isprintable() for line in report.comparing_lines(found, columns=80))
    for name in (HOSTILE, "梁光中"):
        if known := reading.readings(name):
            lines = report.reading_lines(known, WRITTEN, columns=80)
            assert all(line.isprintable() for line in lines)


@given(one=TEXTS, other=TEXTS)
def test_any_two_names_are_told(one, other):
    found = compare(one, other)
    valid(report.comparing(found))
    assert all(line.isprintable() for line in report.comparing_lines(found, columns=80))
