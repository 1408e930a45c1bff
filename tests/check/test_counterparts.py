"""What of a translation answers to what of its source."""

import pytest

from tongsa.check.counterparts import directions, movements, negation
from tongsa.check.counterparts.length import deviation, size
from tongsa.check.counterparts.sounds import heard, outline, readings
from tongsa.check.counterparts.words import is_told, words

EDITIONS = ["ko", "zh_TW", "zh_CN"]


def keys(source: str, language: str = "ko") -> set[str]:
    return set(words(language).named(source))


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("The minister's ships", {"minister", "ship"}),
        ("U.S. and U.N. officials", {"america", "united nations", "official"}),
        ("Let us go there", set()),
        ("New Zealand is far", {"new zealand"}),
        ("a new ferry to North Korea", {"new", "ferry", "north korea"}),
        ("Zürich – ‘überall’", set()),
        ("", set()),
    ],
)
def test_words_of_the_table_are_found_whatever_their_endings(source, named):
    assert keys(source) == named


@pytest.mark.parametrize("language", EDITIONS)
def test_every_row_of_the_table_can_be_told(language):
    for word in words(language).named("the president and the minister bought a ship").values():
        assert all(word.forms)
        assert is_told(word, f"…{word.forms[-1]}…")
        assert 0 < word.chance < 1
        assert 0 < word.missed < 1
        assert word.said < word.unsaid


def test_longer_words_hide_what_lies_within_them():
    told = words("zh_TW").told("美元與教育部長")
    assert "dollar" in told
    assert "america" not in told


@pytest.mark.parametrize(
    ("name", "target", "language"),
    [
        ("Brannock", "브래넉 선장이 말했다", "ko"),
        ("Kestrel", "케스트럴호가 떠났다", "ko"),
        ("Kestrel", "凱斯崔爾號啟航", "zh_TW"),
        ("Marlow", "马洛镇", "zh_CN"),
        ("Denton", "丹顿港", "zh_CN"),
        ("Philippa", "필리파는 웃었다", "ko"),
    ],
)
def test_a_name_is_heard_in_its_transcription(name, target, language):
    assert heard(name, outline(target, language), language)


@pytest.mark.parametrize(
    ("name", "target", "language"),
    [
        ("Brannock", "시장은 다리를 열었다", "ko"),
        ("Kestrel", "市長主持通車典禮", "zh_TW"),
        ("Eyo", "아무 말도 없었다", "ko"),
    ],
)
def test_a_name_is_not_heard_where_it_is_not(name, target, language):
    assert not heard(name, outline(target, language), language)


def test_letters_with_two_sounds_give_two_readings():
    assert set(readings("Gerth", "ko")) == {"SS", "ST", "KS", "KT"}


def test_a_gloss_in_brackets_is_no_part_of_a_length():
    assert size("올라 브라인(Orla Brine)이 왔다") == size("올라 브라인이 왔다")


@pytest.mark.parametrize("language", EDITIONS)
def test_what_is_usual_grows_with_the_source(language):
    target = "가" * 40 if language == "ko" else "海" * 40
    aways = [deviation("x" * length, target, language)[0] for length in (1, 12, 80, 400, 9000)]
    assert aways == sorted(aways, reverse=True)
    assert all(deviation("x" * n, target, language)[1] > 0 for n in (0, 1, 30, 1000))


@pytest.mark.parametrize(
    ("source", "words_denied", "plain"),
    [
        ("The ferry did not sail.", ["not"], True),
        ("It didn’t sail.", ["n’t"], True),
        ("Nobody was there.", ["Nobody"], False),
        ("Not only the ferry was late.", [], False),
        ("Route No. 7 is closed.", [], False),
        ("It is not over until noon.", ["not"], False),
        ("Two pilots, and neither knew.", ["neither"], False),
        ("İ do not know", [], False),
    ],
)
def test_a_source_denies_what_it_says_it_does(source, words_denied, plain):
    found = negation.denials(source)
    assert [source[start:end] for start, end in found.spans] == words_denied
    assert found.plain is plain


@pytest.mark.parametrize(
    ("target", "language", "times"),
    [
        ("가지 않았고 오지 못했다", "ko", 2),
        ("법안 통과를 잘못 알았다", "ko", 0),
        ("안 간다", "ko", 1),
        ("非常特別，不過未來不明", "zh_TW", 1),
        ("无论如何，是否免费无人知道", "zh_CN", 1),
    ],
)
def test_words_that_deny_nothing_are_not_counted(target, language, times):
    assert negation.count(target, language) == times


def told(source: str, target: str, language: str) -> list[tuple[str, str]]:
    found = directions.opposites(source, target, language)
    return [(it.word, target[it.start : it.end]) for it in found]


def test_the_opposite_of_a_word_is_found_unless_it_is_denied():
    assert told("Exports rose.", "수입이 떨어졌다.", "ko") == [
        ("exports", "수입"),
        ("rose", "떨어졌"),
    ]
    assert told("They rejected it.", "그들은 승인하지 않았다.", "ko") == []
    assert told("They rejected it.", "他們不批准。", "zh_TW") == []


def test_a_source_with_both_sides_of_a_pair_tells_nothing():
    assert told("Exports rose, imports fell.", "수입이 줄었다.", "ko") == []


def test_a_word_may_have_two_opposites():
    assert told("The northwest pier", "西南码头", "zh_CN") == [("northwest", "西南")]


@pytest.mark.parametrize(
    ("text", "figure", "language", "moves"),
    [
        ("Fares soar above 800.", "800", "en", 1),
        ("Sales rose from $4 million in May to $6 million.", "$6 million", "en", 1),
        ("a 5% year-on-year fall in catches", "5%", "en", -1),
        ("a loan of up to 5%", "5%", "en", 0),
        ("a 5% share of the growth", "5%", "en", 0),
        ("요금이 5%나 내렸다", "5%", "ko", -1),
        ("상승률은 약 5%", "5%", "ko", 1),
        ("5%의 배", "5%", "ko", 0),
        ("漁獲年增5%", "5%", "zh_TW", 1),
        ("5%左右的跌幅", "5%", "zh_CN", -1),
        ("票价下调5%", "5%", "zh_CN", -1),
        ("上涨5%后下跌3%", "5%", "zh_CN", 1),
        ("es sank um 5%", "5%", "de", 0),
    ],
)
def test_a_figure_moves_as_the_words_beside_it_say(text, figure, language, moves):
    start = text.index(figure)
    told = movements.movement(text, (start, start + len(figure)), language)
    assert told.movement == moves
    assert bool(told.span[1]) is bool(moves)
