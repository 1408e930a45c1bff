"""How figures stand in the newspapers of each language."""

from fractions import Fraction

import pytest

from tongsa.errors import SettingsError
from tongsa.model import Bound, CalendarDate, Quantity, QuantityKind
from tongsa.quantity import read, write, write_number

LANGUAGES = ("en", "ko", "zh_TW", "zh_CN")


def written(english: str) -> tuple[str, ...]:
    """Write the one figure of an English text in Korean and both kinds of Chinese."""
    (quantity,) = read(english, "en")
    return tuple(write(quantity, language) for language in LANGUAGES[1:])


def number(value: Fraction | int, **more: object) -> Quantity:
    return Quantity(kind=QuantityKind.NUMBER, values=(value,), **more)


FORMS = [
    # money
    ("$64.5 billion", "645억 달러", "645億美元", "645亿美元"),
    ("90 trillion won", "90조 원", "90兆韓元", "90万亿韩元"),
    ("NT$500", "500대만달러", "新台幣500元", "500元新台币"),
    ("£2.8bn", "28억 파운드", "28億英鎊", "28亿英镑"),
    ("€40 million", "4000만 유로", "4000萬歐元", "4000万欧元"),
    ("$3–5 million", "300만~500만 달러", "300萬至500萬美元", "300万至500万美元"),
    # numbers
    ("649 million", "6억4900만", "6億4900萬", "6.49亿"),
    ("649.12 million", "6억4912만", "6億4912萬", "6.4912亿"),
    ("2.47 million", "247만", "247萬", "247万"),
    ("450,000", "45만", "45萬", "45万"),
    ("12,000", "1만2000", "1萬2000", "1.2万"),
    ("12,345", "1만2345", "1萬2345", "12345"),
    ("1.25 trillion", "1조2500억", "1兆2500億", "1.25万亿"),
    ("hundreds of thousands", "수십만", "數十萬", "数十万"),
    ("3–5", "3~5", "3至5", "3至5"),
    # shares and multiples
    ("12.5%", "12.5%", "12.5%", "12.5%"),
    ("2.5 percentage points", "2.5%포인트", "2.5個百分點", "2.5个百分点"),
    ("25 basis points", "0.25%포인트", "0.25個百分點", "0.25个百分点"),
    ("two-thirds", "3분의 2", "3分之2", "3分之2"),
    ("five times", "5배", "5倍", "5倍"),
    # order
    ("35th", "35번째", "第35", "第35"),
    ("Article 22", "제22조", "第22條", "第22条"),
    ("paragraph 2", "제2항", "第2項", "第2款"),
    ("the 19th century", "19세기", "19世紀", "19世纪"),
    ("the 1980s", "1980년대", "1980年代", "20世纪80年代"),
    # dates
    ("March 17, 2030", "2030년 3월 17일", "2030年3月17日", "2030年3月17日"),
    ("September 2024", "2024년 9월", "2024年9月", "2024年9月"),
    ("September last year", "지난해 9월", "去年9月", "去年9月"),
    ("last month", "지난달", "上月", "上月"),
    ("next week", "다음 주", "下週", "下周"),
    ("yesterday", "어제", "昨天", "昨天"),
    ("on the 9th", "9일", "9日", "9日"),
    ("Monday", "월요일", "星期一", "星期一"),
    # times
    ("3:30 p.m.", "오후 3시 30분", "下午3時30分", "下午3时30分"),
    ("6 a.m.", "오전 6시", "上午6時", "上午6时"),
    ("noon", "정오", "正午", "正午"),
    # measures
    ("17 days", "17일간", "17天", "17天"),
    ("10 km", "10킬로미터", "10公里", "10公里"),
    ("a 65-year-old", "65세", "65歲", "65岁"),
    # bounds
    ("about 50%", "약 50%", "約50%", "约50%"),
    ("nearly 1,000", "거의 1000", "近1000", "近1000"),
    ("over 3 million", "300만 넘는", "逾300萬", "超过300万"),
    ("at least 40", "40 이상", "至少40", "至少40"),
    ("less than 20 minutes", "20분 미만", "不到20分鐘", "不到20分钟"),
    ("up to 40,000", "최대 4만", "至多4萬", "至多4万"),
]


@pytest.mark.parametrize(("english", "korean", "taiwan", "mainland"), FORMS)
def test_a_figure_stands_as_the_newspapers_of_a_language_write_it(
    english, korean, taiwan, mainland
):
    assert written(english) == (korean, taiwan, mainland)


@pytest.mark.parametrize(
    ("language", "text", "english"),
    [
        ("ko", "645억 달러", "$64.5 billion"),
        ("ko", "1만2000", "12,000"),
        ("ko", "지난해 9월", "September last year"),
        ("ko", "오후 3시 30분", "3:30 p.m."),
        ("ko", "21번째", "21st"),
        ("ko", "112번째", "112th"),
        ("ko", "제22조", "Article 22"),
        ("zh_TW", "新台幣1.2兆元", "NT$1.2 trillion"),
        ("zh_TW", "逾300萬", "over 3 million"),
        ("zh_CN", "90万亿韩元", "90 trillion won"),
        ("zh_CN", "2.5个百分点", "2.5 percentage points"),
        ("zh_CN", "三分之二", "2/3"),
    ],
)
def test_a_figure_goes_back_into_english(language, text, english):
    (quantity,) = read(text, language)
    assert write(quantity, "en") == english


SEAMS = [
    (0, "0", "0", "0", "0"),
    (999, "999", "999", "999", "999"),
    (9_999, "9,999", "9999", "9999", "9999"),
    (10_000, "10,000", "1만", "1萬", "1万"),
    (10_001, "10,001", "1만1", "1萬1", "10001"),
    (999_999, "999,999", "99만9999", "99萬9999", "999999"),
    (1_000_000, "1 million", "100만", "100萬", "100万"),
    (99_999_999, "99,999,999", "9999만9999", "9999萬9999", "99999999"),
    (10**8, "100 million", "1억", "1億", "1亿"),
    (10**8 + 1, "100,000,001", "1억1", "1億1", "100000001"),
    (10**9, "1 billion", "10억", "10億", "10亿"),
    (10**12 - 10**8, "999.9 billion", "9999억", "9999億", "9999亿"),
    (10**12, "1 trillion", "1조", "1兆", "1万亿"),
    (10**16, "10 quadrillion", "1경", "10000兆", "10000万亿"),
    (Fraction(1, 2), "0.5", "0.5", "0.5", "0.5"),
    (Fraction(12_345, 10_000), "1.2345", "1.2345", "1.2345", "1.2345"),
    (Fraction(100_005, 10), "10,000.5", "1만0.5", "1萬0.5", "10000.5"),
    (-2_500_000, "−2.5 million", "-250만", "-250萬", "-250万"),
]


@pytest.mark.parametrize(("value", "english", "korean", "taiwan", "mainland"), SEAMS)
def test_scale_words_change_where_the_language_says(value, english, korean, taiwan, mainland):
    found = tuple(write_number(value, language) for language in LANGUAGES)
    assert found == (english, korean, taiwan, mainland)


@pytest.mark.parametrize("language", ["ko", "zh_TW"])
@pytest.mark.parametrize("billions", ["64.5", "1.2", "0.649"])
def test_no_scale_word_stands_behind_decimals_in_korea_and_taiwan(language, billions):
    assert "." not in write_number(int(Fraction(billions) * 10**9), language)


def test_a_currency_of_another_country_is_named_in_full():
    amount = Quantity(kind=QuantityKind.MONEY, values=(500,), unit="HKD")
    assert [write(amount, language) for language in LANGUAGES] == [
        "HK$500",
        "500홍콩달러",
        "港幣500元",
        "500港元",
    ]


def test_one_of_a_unit_is_singular_in_english():
    assert write(Quantity(kind=QuantityKind.MEASURE, values=(1,), unit="mile"), "en") == "1 mile"


def test_an_identifier_stands_as_it_is_in_every_language():
    name = Quantity(kind=QuantityKind.IDENTIFIER, label="HBM4")
    assert {write(name, language) for language in LANGUAGES} == {"HBM4"}


def test_midnight_is_written_so_that_no_half_of_the_day_is_in_doubt():
    midnight = Quantity(kind=QuantityKind.TIME, values=(0,))
    assert [write(midnight, language) for language in LANGUAGES] == [
        "midnight",
        "자정",
        "午夜",
        "午夜",
    ]


def test_a_weekday_stands_with_its_date():
    date = CalendarDate(year=2030, month=3, day=20, weekday=3)
    wednesday = Quantity(kind=QuantityKind.DATE, date=date)
    assert [write(wednesday, language) for language in LANGUAGES] == [
        "Wednesday, March 20, 2030",
        "2030년 3월 20일 수요일",
        "2030年3月20日星期三",
        "2030年3月20日星期三",
    ]


def test_a_bound_stands_around_the_whole_amount():
    amount = Quantity(kind=QuantityKind.MONEY, values=(10**9,), unit="USD", bound=Bound.AT_LEAST)
    assert [write(amount, language) for language in LANGUAGES] == [
        "at least $1 billion",
        "10억 달러 이상",
        "至少10億美元",
        "至少10亿美元",
    ]


def test_an_unknown_language_is_refused():
    with pytest.raises(SettingsError):
        write(number(5), "xx")
