"""Particles behind plain Korean words: what is certainly wrong is told, and nothing else."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongsa.language.agreement import ALOUD, PLAIN, attests, impossible, suspicions


def wrong(text, *nouns):
    """Return what is wrong in a text, with what should stand there."""
    return [(it.word, it.found, it.right) for it in impossible(text, nouns.__contains__)]


@pytest.mark.parametrize(
    ("text", "word", "found", "right"),
    [
        ("책를 샀다", "책", "를", "을"),
        ("정부을 믿는다", "정부", "을", "를"),
        ("정부은 말했다", "정부", "은", "는"),
        ("학생는 웃었다", "학생", "는", "은"),
        ("서울는 넓다", "서울", "는", "은"),
        ("두 사람와 갔다", "사람", "와", "과"),
        ("회사과 싸웠다", "회사", "과", "와"),
        ("정부으로 보냈다", "정부", "으로", "로"),
        ("서울으로부터 왔다", "서울", "으로", "로"),
        ("사람들가 모였다", "사람들", "가", "이"),
        ("위원회이 열렸다", "위원회", "이", "가"),
        ("역사적로 그렇다", "역사적", "로", "으로"),
        ("대통령라고 부른다", "대통령", "라", "이라"),
        ("항구에서은 판다", "항구에서", "은", "는"),
        ("집는 넓다, 빵집는 좁다", "빵집", "는", "은"),
        ("“책를” 봤다", "책", "를", "을"),
    ],
)
def test_what_cannot_stand_behind_a_word_is_told(text, word, found, right):
    assert wrong(text) == [(word, found, right)]
    assert PLAIN in suspicions(text)


@pytest.mark.parametrize(
    "text",
    [
        "집을 지을 때 더 나을 가을 마을",
        "먹는 이, 있는 이, 받는 이, 꼬집는 이, 바로잡는 이, 했는 이",
        "국가와 전문가, 작가, 물가, 월가, 대학가",
        "누군가 무엇인가 했던가",
        "어린이 아이 차이 자유로이 하와이",
        "도로 경로 진로 서로 스스로 먼로 세종로 산책로",
        "결과 사과 효과 소아과 경제과 고양이과 동물",
        "이하은 선수와 고은 시인, 결초보은",
        "돈을 모은 이와 모을 이",
        "친구 집에 들를 때",
        "컵라면라면",
        "뒤를 이은 그는 선을 그은 사람",
        "수은 온도계",
        "은 값, 을의 처지",
    ],
)
def test_verbs_and_words_that_look_like_one_with_a_particle_are_let_be(text):
    assert wrong(text) == []


def test_a_word_that_nobody_lists_is_a_noun_where_the_article_shows_it():
    assert wrong("던칸가 왔다") == []
    assert wrong("던칸가 왔다", "던칸") == [("던칸", "가", "이")]
    assert attests("던칸의 배가 던칸가 탔다", "던칸")
    assert not attests("던칸가 사람들과 신던칸의 배", "던칸")


def test_the_place_tells_a_pronoun_from_a_verb():
    assert wrong("그은 갔다. 이은 왔다.") == [("그", "은", "는"), ("이", "은", "는")]
    assert wrong("그럴 수은 없다") == [("수", "은", "는")]


@pytest.mark.parametrize("text", ["TSMC은", "“책”를", "HBM)가", "7로"])
def test_what_is_no_hangul_is_suspected_for_its_reading(text):
    assert ALOUD in suspicions(f"{text} 보았다")


@pytest.mark.parametrize("text", ["정부는 책을 서울로", "", "10%를 5를", "no Korean at all"])
def test_most_texts_give_no_cause_to_look_closer(text):
    assert suspicions(text) <= {0}


@given(st.text("가나책를을은는이 으로과와부정0A”.)", max_size=30))
def test_a_text_put_right_has_nothing_wrong_there(text):
    for it in impossible(text, lambda _word: True):
        assert text[it.start : it.end].startswith(it.found)
        assert it.word
        assert text[: it.start].endswith(it.word)


@pytest.mark.parametrize("unit", ["책를 ", "책를", "가", "정부으로", "\u1100", "는", "그은"])
def test_the_time_grows_with_the_text_and_no_faster(unit):
    def seconds(length):
        start = time.process_time()
        suspicions(unit * length)
        list(impossible(unit * length, lambda _word: False))
        attests(unit * length, unit)
        return time.process_time() - start

    best = [min(seconds(length) for _ in range(3)) for length in (10_000, 40_000)]
    assert best[1] < 12 * best[0] + 0.1  # four times the text; sixteen times were quadratic
