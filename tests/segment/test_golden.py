"""The golden cases: how translators expect the news of a language to be cut."""

import tomllib
from pathlib import Path

import pytest

from tongsa.language.load import facts
from tongsa.segment import Quotes, split

GOLDEN = Path(__file__).parent / "golden"
LANGUAGES = {"en": ("en",), "ko": ("ko",), "zh": ("zh_TW", "zh_CN")}


def cases() -> list[object]:
    found: list[object] = []
    for file, languages in LANGUAGES.items():
        table = tomllib.loads((GOLDEN / f"{file}.toml").read_text("utf-8"))
        for case in table["case"]:
            for language in languages:
                for quotes in ("keep", "split"):
                    expected = case.get(quotes, case["keep"])
                    name = f"{language}: {case['why']}: {quotes}"
                    found.append(pytest.param(language, quotes, case["keep"], expected, id=name))
    return found


@pytest.mark.parametrize(("language", "quotes", "sentences", "expected"), cases())
def test_news_is_cut_as_translators_expect(
    language: str, quotes: Quotes, sentences: list[str], expected: list[str]
) -> None:
    text = facts(language).joiner.join(sentences)
    found = [segment.text for segment in split(text, language, quotes=quotes)]
    assert found == [sentence.strip() for sentence in expected]
