"""Figures in catalogs: merged sentences, plural forms, the article's date, markup."""

import pytest
from workbench import HEADER, catalog, examiner, unit

from tongsa.check.fix import fixed
from tongsa.check.registry import builtin, chosen

FIGURES = chosen(builtin(), ["F"])
DATED = HEADER.replace('"Language: ko', '"X-Tongsa-Article-Date: 2030-05-10\\n"\n"Language: ko')


def found(*entries: str, language: str = "ko", header: str = HEADER) -> list[tuple[str, str]]:
    """Return the codes of what is found, with its message."""
    told = examiner(*FIGURES).examine(catalog(*entries, header=header), language)
    return [(each.finding.code, each.finding.message) for each in told]


def test_a_translation_that_tells_two_sentences_is_compared_with_both():
    merged = (
        unit("The board bought 12 boats.", "위원회는 배 12척을 4500만 달러에 샀다."),
        unit("It paid $45 million.", "{<}"),
    )
    assert found(*merged) == []


def test_a_wrong_figure_of_a_merged_sentence_is_told_where_its_words_stand():
    merged = (
        unit("The board bought 12 boats.", "위원회는 배 12척을 450만 달러에 샀다."),
        unit("It paid $45 million.", "{<}"),
    )
    assert [code for code, _ in found(*merged)] == ["F101"]


@pytest.mark.parametrize("language", ["ko", "zh_TW"])
def test_the_one_form_of_a_language_without_plurals_is_compared_with_the_plural(language):
    entry = (
        'msgid "One boat left"\nmsgid_plural "%d boats and 40 crews left"\nmsgstr[0] "%d / 40"\n'
    )
    single = HEADER.replace("nplurals=2; plural=(n != 1);", "nplurals=1; plural=0;")
    assert found(entry, language=language, header=single) == []


def test_last_year_is_told_by_the_article_s_date():
    right = unit("Exports fell last year.", "수출은 2029년 줄었다.")
    wrong = unit("Exports fell last year.", "수출은 2028년 줄었다.")
    assert found(right, header=DATED) == []
    assert [code for code, _ in found(wrong, header=DATED)] == ["F109"]


def test_without_the_article_s_date_any_year_may_be_last_year():
    assert found(unit("Exports fell last year.", "수출은 2028년 줄었다.")) == []


def test_a_weekday_is_told_by_the_article_s_date():
    # 10 May 2030 is a Friday.
    right = unit("The board met on Thursday.", "위원회는 9일 열렸다.")
    wrong = unit("The board met on Thursday.", "위원회는 8일 열렸다.")
    assert found(right, header=DATED) == []
    assert [code for code, _ in found(wrong, header=DATED)] == ["F109"]


def test_a_text_that_stays_english_has_its_own_figures():
    assert found(unit("It cost $4.5 million.", "It cost $4.5 million.")) == []


def test_a_fix_never_touches_a_stretch_with_markup_in_it():
    entries = catalog(unit("It cost <b>$64.5</b> billion.", "<b>64.5</b>억 달러가 들었다."))
    told = examiner(*FIGURES).examine(entries, "ko")
    assert [(each.finding.code, each.finding.fix) for each in told] == [("F101", None)]


@pytest.mark.parametrize(
    ("source", "target", "right"),
    [
        ("It cost $64.5 billion.", "64.5억 달러가 들었다.", "645억 달러가 들었다."),
        ("Some 1,500 people came.", "약 1,050명이 왔다.", "약 1,500명이 왔다."),
        ("It rose to minus 3 degrees Celsius.", "영하 4도로 올랐다.", "영하 3도로 올랐다."),
        ("It ran in 1950-53.", "1950-58년 이어졌다.", "1950-53년 이어졌다."),
    ],
)
def test_a_fix_writes_a_figure_as_the_translation_does(source, target, right):
    bench = examiner(*FIGURES)
    done = fixed(catalog(unit(source, target)), lambda current: bench.examine(current, "ko"))
    assert done.catalog.entries[1].target == right


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It took 2.5 hours.", "2시간 40분 걸렸다."),
        ("Prices were cut by 20%.", "打七折。"),
        ("They lost 5-3 in round two.", "2차전에서 7-4로 졌다."),
        ("Some 30 percent of people came.", "30명이 왔다."),
    ],
)
def test_where_more_than_a_number_is_wrong_no_fix_is_offered(source, target):
    language = "zh_TW" if "折" in target else "ko"
    told = examiner(*FIGURES).examine(catalog(unit(source, target)), language)
    assert told
    assert all(each.finding.fix is None for each in told)
