import datetime as dt

import pytest

from tongsa.desk.settings import parse_json, parse_toml
from tongsa.errors import SettingsError

TWO_LINES = 'source = "en"\ntargets = ["ko", "zh_TW"]\n'


def read(text: str):
    return parse_toml(text, file="tongsa.toml")


def error(text: str) -> SettingsError:
    with pytest.raises(SettingsError) as caught:
        read(text)
    return caught.value


def test_two_lines_are_a_whole_desk():
    settings = read(TWO_LINES)
    assert (settings.source, settings.targets) == ("en", ("ko", "zh_TW"))
    assert settings.folders.seeds == "seeds"
    assert settings.folders.editions == "editions"
    assert (settings.unit, settings.quotes) == ("sentence", "keep")


def test_languages_may_be_spelled_as_elsewhere():
    assert read('source = "en-US"\ntargets = ["zh-Hant-TW", "zh_cn"]').targets == ("zh_TW", "zh_CN")


def test_an_article_may_have_a_date_and_a_url():
    settings = read(
        TWO_LINES
        + '[articles."2030/harbour"]\ndate = 2030-05-10\nurl = "https://example.org/harbour"'
    )
    article = settings.articles["2030/harbour"]
    assert article.date == dt.date(2030, 5, 10)
    assert article.url == "https://example.org/harbour"


def test_an_unknown_key_is_named_with_its_line_and_the_nearest_known_key():
    assert str(error(TWO_LINES + "\nquote = 'split'")) == (
        'tongsa.toml:4: unknown key "quote"; the nearest known key is "quotes"'
    )


def test_an_unknown_key_in_a_table_is_found_there():
    assert str(error(TWO_LINES + '[folders]\nseeds = "in"\nedition = "out"')) == (
        'tongsa.toml:5: unknown key "edition"; the nearest known key is "editions"'
    )


def test_an_unknown_key_of_an_article_is_found_under_its_own_table():
    text = TWO_LINES + "[articles.harbour]\ndate = 2030-05-10\n[articles.quay]\nday = 2030-05-11"
    assert str(error(text)) == 'tongsa.toml:6: unknown key "day"; the nearest known key is "date"'


def test_a_table_of_pyproject_is_read_and_its_lines_counted_in_the_whole_file():
    text = '[project]\nname = "x"\n\n[tool.tongsa]\nsource = "en"\ntargets = ["ko"]\nunits = "word"'
    with pytest.raises(SettingsError, match=r'^pyproject.toml:7: unknown key "units"; .* "unit"$'):
        parse_toml(text, file="pyproject.toml", path=("tool", "tongsa"))


def test_a_pyproject_without_our_table_is_no_desk():
    assert parse_toml("[project]", file="pyproject.toml", path=("tool", "tongsa")) is None


def test_broken_toml_names_line_and_column():
    caught = error('source = "en"\ntargets = [ko]')
    assert (caught.line, caught.column) == (2, 12)


@pytest.mark.parametrize("folder", ["../out", "/etc", "a/../../b", "C:\\desk", "", "..\\x"])
def test_a_folder_cannot_leave_the_desk(folder):
    assert "leaves the desk" in str(error(TWO_LINES + f"[folders]\neditions = '{folder}'"))


def test_an_srx_file_cannot_leave_the_desk():
    assert "leaves the desk" in str(error(TWO_LINES + "srx = '../rules.srx'"))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('unit = "word"', "use sentence or paragraph"),
        ('quotes = "cut"', "use keep or split"),
        ('encoding = "utf-9"', "no known text encoding"),
        ("name = 3", "must be a text"),
        ("articles = 3", "must be a table"),
        ('[articles.x]\ndate = "soon"', "no date"),
        ("[articles.x]\ndistinct = 'Yes.'", "list of texts"),
        ('[folders]\nlocale = "x"\neditions = "x"', "a folder of its own"),
    ],
)
def test_a_wrong_value_is_told_with_its_mend(line, words):
    assert words in str(error(TWO_LINES + line))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('targets = ["ko"]', 'lack "source"'),
        ('source = "en"', 'lack "targets"'),
        ('source = "en"\ntargets = []', "names no language"),
        ('source = "en"\ntargets = ["ko", "ko_KR"]', 'names "ko" twice'),
        ('source = "en"\ntargets = ["en"]', "among the targets"),
        ('source = "en"\ntargets = ["tlh"]', 'no facts are known of the language "tlh"'),
    ],
)
def test_a_desk_without_languages_that_work_is_refused(text, words):
    assert words in str(error(text))


def test_settings_may_be_json():
    assert parse_json('{"source": "en", "targets": ["ko"]}', file="tongsa.json").targets == ("ko",)


def test_an_unknown_key_in_json_is_named_with_its_line():
    text = '{\n "source": "en",\n "targets": ["ko"],\n "quote": "keep"\n}'
    with pytest.raises(SettingsError, match=r'^tongsa.json:4: unknown key "quote"'):
        parse_json(text, file="tongsa.json")


def test_a_lone_surrogate_in_json_is_named_with_its_line():
    text = '{"source": "en", "targets": ["ko"],\n "name": "\\ud83d desk"}'
    with pytest.raises(SettingsError, match=r"^tongsa.json:2: half of a surrogate pair"):
        parse_json(text, file="tongsa.json")


def test_a_whole_surrogate_pair_in_json_is_a_character():
    text = '{"source": "en", "targets": ["ko"], "name": "\\ud83d\\udcf0"}'
    assert parse_json(text, file="tongsa.json").name == "📰"


def test_json_nested_too_deep_is_an_error():
    with pytest.raises(SettingsError):
        parse_json("[" * 200_000, file="tongsa.json")


@pytest.mark.parametrize("folders", ['seeds = "."', 'editions = "seeds/out"', 'locale = "seeds"'])
def test_no_folder_may_lie_in_another(folders):
    assert "a folder of its own" in str(error(TWO_LINES + f"[folders]\n{folders}"))


def test_an_unknown_key_in_an_inline_table_is_found_by_the_tables_line():
    assert error(TWO_LINES + "folders = {seed = 'x'}").line == 3


@pytest.mark.parametrize("text", ["x = " + "9" * 5000, "x = " + "[" * 100_000, "a" * 200_000])
def test_settings_too_large_to_read_are_an_error(text):
    assert error(text).file == "tongsa.toml"
