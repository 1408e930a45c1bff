"""What translators are told of figures: how their edition writes them, and when last year was."""

import datetime as dt

import pytest

from tongsa.edition.annotate import with_figures
from tongsa.model import Unit

JUNE = dt.date(2030, 6, 10)


def hints(text: str, language: str, today: dt.date | None = JUNE) -> list[str]:
    (unit,) = with_figures([Unit(source=text, context=None, places=())], "en", language, today)
    return [f"{hint.kind}: {hint.text}" for hint in unit.hints]


@pytest.mark.parametrize(
    ("language", "hint"),
    [("ko", "645억 달러"), ("zh_TW", "645億美元"), ("zh_CN", "645亿美元")],
)
def test_a_sum_is_given_as_the_edition_writes_it(language, hint):
    text = "The fund holds $64.5 billion."
    assert hints(text, language) == [f"figure: $64.5 billion → {hint}"]


def test_a_sum_that_stands_twice_is_told_once():
    text = "They paid $45,000, and $45,000 again."
    assert hints(text, "ko") == ["figure: $45,000 → 4만5000달러"]


def test_words_for_many_stay_vague():
    assert hints("It cost millions of dollars.", "ko") == [
        "figure: millions of dollars → 수백만 달러"
    ]


def test_small_counts_and_names_need_no_hint():
    assert hints("The HBM4 line has 12 machines.", "ko") == []


def test_a_date_told_from_the_article_s_is_worked_out():
    text = "It opened in September last year."
    assert hints(text, "zh_TW") == ["date: September last year = 2029-09"]
    assert hints(text, "zh_TW", today=None) == []


@pytest.mark.parametrize("today", [dt.date.min, dt.date.max])
def test_a_date_at_the_end_of_time_is_no_trouble(today):
    assert isinstance(hints("It closed yesterday and opens tomorrow.", "ko", today), list)


def test_a_day_that_no_month_has_is_not_told():
    assert hints("It was on the 31st of last month.", "ko", dt.date(2030, 7, 4)) == []
