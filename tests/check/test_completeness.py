"""Translations that lack something, say too much, or belong elsewhere."""

from dataclasses import replace

import pytest

from tongsa.check.check import Context, Told
from tongsa.check.registry import builtin
from tongsa.check.rules.consistency.rivals import alike, doubles, rivals
from tongsa.glossary.glossary import Glossary
from tongsa.glossary.sources import Sources
from tongsa.glossary.standing import Variety
from tongsa.glossary.usage import Usage
from tongsa.model import TranslationUnit

CHECKS = [it for it in builtin() if it.look and it.code[0] in "CDS"]
SOURCE = "The mayor promised voters on Monday a cheaper ferry if prices rise again."


def context(*pairs: tuple[str, str], language: str = "ko") -> Context:
    units = tuple(
        TranslationUnit(source=source, target=target, index=at)
        for at, (source, target) in enumerate(pairs)
    )
    sources = Sources(Glossary(()), tuple(source for source, _ in pairs), "en")
    usage = Usage(sources, tuple(target for _, target in pairs), Variety(language=language))
    return Context(language, units, usage)


def codes(article: Context, at: int = 0) -> set[str]:
    unit = article.units[at]
    return {
        it.code
        for it in CHECKS
        if unit.state in it.states and list(it.look(unit, article))  # type: ignore[misc]
    }


@pytest.mark.parametrize("language", ["ko", "zh_TW", "zh_CN"])
@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("", ""),
        (SOURCE, ""),
        ("", "연락선"),
        (SOURCE, "\u200b"),
        (SOURCE * 2000, "渡轮。" * 60_000),
        ("a " * 50_000, "a " * 50_000 + "항"),
        (SOURCE, "(" * 100_000 + "항"),
        (SOURCE, "a" * 100_000 + "항"),
        (SOURCE, "“항 " * 50_000),
        ("No " * 50_000, "不" * 100_000),
        ("Bodo " * 50_000 + "Bodo" * 50_000, "보도 " * 50_000),
        (" ".join(f"B{at:x}do" for at in range(50_000)), "보도 " * 50_000),
        ("A" * 100_000, "항 " * 50_000),
        ("The ferry: [a](https://a.example/b,c) and 3 " * 5_000, "연락선 " * 5_000),
        (SOURCE, "\U0001f6a2\u0301\ufdd0港\u202e"),
    ],
    ids=str.__len__,
)
def test_any_text_is_looked_at_in_linear_time(source, target, language, growth):
    def look(source: str, target: str) -> None:
        article = context((source, target), (SOURCE, target), language=language)
        codes(article, 0)
        codes(article, 1)

    few = (source[: len(source) // 8], target[: len(target) // 8])
    # Sixty-four times were quadratic.
    assert growth(lambda _: look(*few), lambda _: look(source, target), 24) < 24


def test_a_merged_unit_is_looked_at_by_none():
    article = context((SOURCE, "개"), (SOURCE, "개"))
    units = tuple(replace(it, merged=True) for it in article.units)
    assert codes(Context("ko", units, article.usage)) == set()


def test_a_unit_that_tells_its_neighbour_may_be_long():
    long = "오래된 다리가 월요일에 닫혔다. 대학 연구팀은 지진에 교각 셋이 상했다고 경찰에 보고했다."
    article = context(("The old bridge was closed on Monday.", long), (SOURCE, ""))
    assert "C105" in codes(article)
    units = (article.units[0], replace(article.units[1], target=long, merged=True))
    assert "C105" not in codes(Context("ko", units, article.usage))


def test_english_that_several_units_leave_is_left_on_purpose():
    once = context(("The old lighthouse shines.", "낡은 lighthouse가 빛난다."))
    assert "C107" in codes(once)
    twice = context(
        ("The old lighthouse shines.", "낡은 lighthouse가 빛난다."),
        ("The new lighthouse shines.", "새 lighthouse가 빛난다."),
    )
    assert "C107" not in codes(twice)


def test_a_wrong_segment_is_named():
    article = context(
        (
            "The university hospital treated 14 patients on Tuesday.",
            "시장은 물가가 또 오르면 유권자들에게 연락선 요금을 내리겠다고 월요일에 약속했다.",
        ),
        (SOURCE, "대학병원은 화요일 환자 14명을 치료했다."),
    )
    check = next(it for it in CHECKS if it.code == "C106")
    (hit,) = check.look(article.units[1], article)  # type: ignore[misc]
    assert hit.blanks["whose"].startswith('that of "The university hospital treated 14')


def pairs(*told: tuple[str, str]) -> list[Told]:
    return [Told(source, target, at) for at, (source, target) in enumerate(told)]


def test_the_usual_translation_is_the_one_that_stands_most_often():
    found = list(
        rivals(
            pairs(("Tide tables", "물때표"), ("Tide tables", "조석표"), ("Tide tables", "조석표"))
        )
    )
    assert [(it.place, usual.target) for it, usual in found] == [(0, "조석표")]


def test_a_use_of_its_own_has_its_own_translation():
    told = [Told("Tide tables", "물때표", 0, "headline"), Told("Tide tables", "조석표", 1)]
    assert list(rivals(told)) == []


def test_one_translation_of_two_sources_is_told_with_the_first():
    target = "연락선은 정오에 떠난다."
    found = list(doubles(pairs(("The ferry leaves at noon.", target), ("Nobody came.", target))))
    assert [(it.place, first.place) for it, first in found] == [(1, 0)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The ferries leave.", "The ferry leaves", True),
        ("Two ferries leave at noon.", "2 ferries leave at noon", True),
        ("Nobody came to the pier.", "The pilot slept well.", False),
    ],
)
def test_sources_are_alike_where_one_translation_may_serve_both(one, other, same):
    assert alike(one, other) is same
