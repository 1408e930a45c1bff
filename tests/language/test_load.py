import pytest

from tongsa.errors import SettingsError
from tongsa.language.load import facts, known, normalise


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("ko", "ko"),
        ("ko-KR", "ko"),
        ("zh-TW", "zh_TW"),
        ("zh_tw", "zh_TW"),
        ("zh-Hant", "zh_TW"),
        ("zh-Hant-TW", "zh_TW"),
        ("zh-Hans", "zh_CN"),
        ("zh_Hans_CN", "zh_CN"),
        ("en-US", "en"),
    ],
)
def test_a_language_is_known_under_every_usual_spelling(spelling, code):
    assert normalise(spelling) == code


def test_an_unknown_language_is_told_with_the_known_ones():
    with pytest.raises(SettingsError, match=r'"tlh"; use one of en, ko, zh, zh_CN, zh_TW'):
        normalise("tlh")


@pytest.mark.parametrize("code", known())
def test_every_language_says_what_the_editions_need(code):
    found = facts(code)
    assert found.tag
    assert found.autonym
    assert found.direction == "ltr"
    assert found.fonts[-1] == "sans-serif"


def test_a_region_falls_back_to_its_language():
    assert facts("zh_TW").joiner == facts("zh").joiner == ""
    assert facts("zh_TW").tables["segment"] == facts("zh").tables["segment"]
    assert facts("zh_TW").name != facts("zh").name
