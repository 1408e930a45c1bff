"""TOML files that people write: what is wrong in one, and on which line."""

import pytest

from tongsa import tables
from tongsa.errors import GlossaryError, SettingsError
from tongsa.tables import Spot

TEXT = """\
# colour = "none"
name = "harbour"
[berths]
"first one" = 3
ships.'old' = ["Lantern",
  "Gull"]
[[cranes]]
reach = 20
[[cranes]]
reach = 30
[ berths.deep ] # below
depth = 9
"""


def spot(*path, text=TEXT, fault=SettingsError):
    return Spot("harbour.toml", text, path, fault)


@pytest.mark.parametrize(
    ("path", "key", "line"),
    [
        ((), "name", 2),
        ((), "colour", None),
        (("berths",), "first one", 4),
        (("berths", "ships"), "old", 5),
        (("berths",), "ships", 5),
        (("berths", "deep"), "depth", 12),
        (("cranes",), "reach", 8),
    ],
)
def test_a_key_s_line_is_found(path, key, line):
    assert spot(*path).line(key) == line


def test_a_key_that_is_not_there_has_the_line_of_the_table_it_is_missing_in():
    assert spot("berths", "deep").line("width") in {11, 12}


def test_keys_of_json_have_lines_too():
    assert spot(text='{\n  "name": 1,\n  "berths": {"deep": 2}\n}').line("name") == 2


def test_an_error_names_file_line_and_mend_and_is_of_the_kind_that_was_asked_for():
    error = spot(fault=GlossaryError).error("name", "it is wrong", "mend it")
    assert isinstance(error, GlossaryError)
    assert str(error) == "harbour.toml:2: it is wrong; mend it"


def test_an_error_at_a_word_names_the_line_of_the_word():
    here = spot("berths", "ships")
    assert here.error_at("old", "Gull", "no").line == 6
    assert here.error_at("old", "Heron", "no").line == 5


def test_the_spot_below_is_a_table_s():
    assert spot().below("berths").line("first one") == 4


def test_the_nth_table_of_a_list_has_its_own_lines():
    assert spot().nth("cranes", 1).below("cranes").line("reach") == 10
    assert spot().nth("cranes", 2) == spot()


@pytest.mark.parametrize(
    ("text", "line", "column"), [("a = 1\nb = \n", 2, 5), ("a = 1\na = 2\nb = 3", 2, 6)]
)
def test_what_is_no_toml_is_refused_with_its_place(text, line, column):
    with pytest.raises(GlossaryError) as caught:
        tables.parse(text, file="harbour.toml", fault=GlossaryError)
    assert (caught.value.file, caught.value.line) == ("harbour.toml", line)
    assert abs(caught.value.column - column) <= 1


@pytest.mark.parametrize("text", ["a = " + "[" * 5000, "a = " + "9" * 5000])
def test_what_is_too_deep_or_too_large_is_refused(text):
    with pytest.raises(SettingsError, match="too deep or too large"):
        tables.parse(text, file="harbour.toml")


READERS = {"name": tables.text, "ships": tables.texts, "deep": tables.flag}


def test_each_value_is_read_by_its_reader():
    table = {"name": "harbour", "ships": ["Gull"], "deep": True}
    assert tables.read(table, spot(), READERS) == {
        "name": "harbour",
        "ships": ("Gull",),
        "deep": True,
    }


def test_an_unknown_key_is_refused_with_the_nearest_known_one():
    with pytest.raises(SettingsError) as caught:
        tables.read({"shisp": 1}, spot(), READERS)
    assert caught.value.mend == 'the nearest known key is "ships"'


@pytest.mark.parametrize(
    ("reader", "value", "mend"),
    [
        (tables.text, 3, None),
        (tables.text, "two\nlines", None),
        (tables.text, "a\x00b", None),
        (tables.texts, "one", 'write name = ["…", "…"]'),
        (tables.texts, ["one", 2], 'write name = ["…", "…"]'),
        (tables.flag, 1, "write name = true or name = false"),
        (tables.flag, "true", "write name = true or name = false"),
        (tables.one_of("red", "blue", "grey"), "gray", "use red, blue or grey"),
        (tables.one_of("red"), None, "use red"),
        (tables.table, [], "write [name]"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused_with_what_to_write(reader, value, mend):
    with pytest.raises(SettingsError) as caught:
        reader(value, "name", spot())
    assert caught.value.mend == mend
    assert '"name"' in caught.value.message


@pytest.mark.parametrize(
    ("words", "expected"), [(("a",), "a"), (("a", "b"), "a or b"), (("a", "b", "c"), "a, b or c")]
)
def test_words_are_listed_as_a_sentence_lists_them(words, expected):
    assert tables.either(words) == expected


def test_headers_are_told_with_their_lines():
    assert list(tables.headers(TEXT)) == [
        (("berths",), 3),
        (("cranes",), 7),
        (("cranes",), 9),
        (("berths", "deep"), 11),
    ]
