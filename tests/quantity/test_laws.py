"""What holds for every figure and every text."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tongsa.language.load import figures
from tongsa.model import Bound, CalendarDate, Quantity, QuantityKind
from tongsa.quantity import ambiguous, compare, describe, read, write
from tongsa.quantity.units import UNITS

LANGUAGES = ("en", "ko", "zh_TW", "zh_CN")
MYRIADS = LANGUAGES[1:]
CURRENCIES = ("USD", "KRW", "TWD", "CNY", "JPY", "HKD", "EUR", "GBP", "VND", "CHF")
CLAUSES = ("article", "section", "paragraph", "item", "chapter")
DAY = 86_400
NOON = 43_200

# What a bare figure may be as well, wherever it stands: 2030 a year, and 3조 the third article.
YEARS = range(1900, 2100)
DOUBTFUL = {"ko": 10**12}
# A measure with no word of its own: a basis point of Korean is a hundredth of a percentage
# point, 2세기 a century by its number, and Chinese counts megapixels in pixels, 200萬像素.
WORDLESS = {"ko": {"basis-point", "century"}, "zh_TW": {"megapixel"}, "zh_CN": {"megapixel"}}

whole = st.one_of(
    st.integers(0, 100),
    st.integers(0, 10**6),
    st.integers(0, 10**15),
    st.builds(lambda digits, power: digits * 10**power, st.integers(1, 999), st.integers(0, 12)),
)
decimal = st.builds(
    lambda digits, places: Fraction(digits, 10**places),
    st.integers(1, 10**9),
    st.integers(1, 4),
).map(lambda value: value.numerator if value.denominator == 1 else value)
value = st.one_of(whole, decimal)
bound = st.sampled_from([it for it in Bound if it is not Bound.SEVERAL])


def units(language: str) -> list[str]:
    table = figures(language)
    known = {unit for unit, words in table["units"].items() if words}
    return sorted((known & set(UNITS)) - WORDLESS.get(language, set()))


def plain(language: str) -> st.SearchStrategy[Quantity]:
    """Return figures that are a number with what it counts, or the ends of a range."""
    kinds = st.one_of(
        st.just((QuantityKind.NUMBER, "")),
        st.tuples(st.just(QuantityKind.MONEY), st.sampled_from(CURRENCIES)),
        st.just((QuantityKind.PERCENT, "")),
        st.just((QuantityKind.POINTS, "")),
        st.just((QuantityKind.MULTIPLE, "")),
        st.tuples(st.just(QuantityKind.MEASURE), st.sampled_from(units(language))),
    )
    high = st.one_of(st.none(), st.none(), value)

    def build(what, one, other, bound):
        kind, unit = what
        ends = sorted({one, one if other is None else other})
        low, top = ends[:1], ends[1:]
        return Quantity(kind=kind, values=tuple(low), high=tuple(top), unit=unit, bound=bound)

    return st.builds(build, kinds, value, high, bound)


# 80대 is an age alone; in his 80s needs its sentence, and 80多歲 is as well an age above eighty.
ages = st.builds(
    lambda tens: Quantity(kind=QuantityKind.DECADE, values=(tens * 10,), unit="year-of-age"),
    st.integers(1, 9),
)


def numbered(language: str) -> st.SearchStrategy[Quantity]:
    """Return ordinals, decades, centuries and clauses."""
    return st.one_of(
        st.builds(
            lambda number: Quantity(kind=QuantityKind.ORDINAL, values=(number,)),
            st.integers(1, 999),
        ),
        st.builds(
            lambda tens: Quantity(kind=QuantityKind.DECADE, values=(tens * 10,)),
            st.integers(100, 209),
        ),
        *([ages] if language == "ko" else []),
        st.builds(
            lambda number: Quantity(kind=QuantityKind.CENTURY, values=(number,)),
            st.integers(1, 30),
        ),
        st.builds(
            lambda number, label: Quantity(kind=QuantityKind.CLAUSE, values=(number,), label=label),
            st.integers(1, 2000),
            st.sampled_from(CLAUSES),
        ),
        st.builds(
            lambda upper, lower: Quantity(
                kind=QuantityKind.FRACTION, values=(Fraction(min(upper, lower), max(upper, lower)),)
            ),
            st.integers(1, 100),
            st.integers(2, 100),
        ).filter(lambda quantity: quantity.values[0] < 1),
    )


year, month, day = st.integers(1000, 2999), st.integers(1, 12), st.integers(1, 28)
weekday = st.integers(1, 7)
near = st.integers(-1, 1)
dates = st.one_of(
    st.builds(lambda y: CalendarDate(year=y), year),
    st.builds(lambda m: CalendarDate(month=m), month),
    st.builds(lambda d: CalendarDate(day=d), day),
    st.builds(lambda w: CalendarDate(weekday=w), weekday),
    st.builds(lambda y, m: CalendarDate(year=y, month=m), year, month),
    st.builds(lambda m, d: CalendarDate(month=m, day=d), month, day),
    st.builds(lambda m, d, w: CalendarDate(month=m, day=d, weekday=w), month, day, weekday),
    st.builds(lambda y, m, d: CalendarDate(year=y, month=m, day=d), year, month, day),
    st.builds(
        lambda y, m, d, w: CalendarDate(year=y, month=m, day=d, weekday=w),
        year,
        month,
        day,
        weekday,
    ),
    st.builds(lambda n: CalendarDate(years=n), near),
    st.builds(lambda n: CalendarDate(months=n), near),
    st.builds(lambda n: CalendarDate(weeks=n), near),
    st.builds(lambda n: CalendarDate(days=n), st.integers(-2, 2)),
    st.builds(lambda n, m: CalendarDate(years=n, month=m), near, month),
    st.builds(lambda n, m, d: CalendarDate(years=n, month=m, day=d), near, month, day),
)
dated = st.builds(lambda date: Quantity(kind=QuantityKind.DATE, date=date), dates)
# A time before one in the afternoon may be of either half of the day.
times = st.one_of(
    st.builds(
        lambda minutes: Quantity(kind=QuantityKind.TIME, values=(minutes * 60,)),
        st.integers(0, DAY // 60 - 1),
    ),
    st.builds(
        lambda minutes: Quantity(
            kind=QuantityKind.TIME, values=(minutes * 60, minutes * 60 + NOON)
        ),
        st.integers(60, NOON // 60 - 1),
    ),
    # Of full hours no seconds are told.
    st.builds(
        lambda hour, minute, second: Quantity(
            kind=QuantityKind.TIME, values=(hour * 3600 + minute * 60 + second,)
        ),
        st.integers(0, 23),
        st.integers(1, 59),
        st.integers(0, 59),
    ),
)


def several(language: str) -> st.SearchStrategy[Quantity]:
    """Return ``hundreds of thousands``; 수백 and 數萬 are figures only before what they count."""
    units = [(QuantityKind.MONEY, "USD"), (QuantityKind.MEASURE, "kilometre")]
    counted = st.tuples(st.sampled_from(units), st.integers(1, 11))
    least = 1 if language == "en" else 5
    bare = st.tuples(
        st.just((QuantityKind.NUMBER, "")),
        st.sampled_from([power for power in range(least, 12) if language == "en" or power != 8]),
    )
    return st.builds(
        lambda told: Quantity(
            kind=told[0][0], unit=told[0][1], values=(10 ** told[1],), bound=Bound.SEVERAL
        ),
        st.one_of(counted, bare),
    )


def is_doubtful(quantity: Quantity, language: str) -> bool:
    """Whether a figure is a bare number that means something else in most sentences."""
    scale = DOUBTFUL.get(language)
    if quantity.kind is not QuantityKind.NUMBER:
        return False
    ends = (*quantity.values, *quantity.high)
    return any(end in YEARS or (scale and end >= scale and end % scale == 0) for end in ends)


@pytest.mark.parametrize("language", LANGUAGES)
@given(choice=st.data())
def test_what_is_written_reads_as_the_same_figure(language, choice):
    kinds = st.one_of(
        plain(language), plain(language), numbered(language), dated, times, several(language)
    )
    quantity = choice.draw(kinds)
    assume(not is_doubtful(quantity, language))
    assert read(write(quantity, language), language) == (quantity,)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unit_of_a_language_reads_as_it_is_written(language):
    for unit in units(language):
        quantity = Quantity(kind=QuantityKind.MEASURE, values=(25,), unit=unit)
        assert read(write(quantity, language), language) == (quantity,)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_currency_of_a_language_reads_as_it_is_written(language):
    for code in figures(language)["currencies"]:
        quantity = Quantity(kind=QuantityKind.MONEY, values=(64_500_000_000,), unit=code)
        assert read(write(quantity, language), language) == (quantity,)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bound_without_a_unit_reads_as_it_is_written(language):
    for bound in Bound:
        if bound is Bound.SEVERAL:
            continue
        quantity = Quantity(kind=QuantityKind.NUMBER, values=(300,), bound=bound)
        assert read(write(quantity, language), language) == (quantity,)


FIGUREISH = [
    *"0123456789.,:/-–—~+−%％$€£¥₩元원万萬億亿兆억조만천백십일이삼사오年月日時点點分년월일시분초제第条條호項항",
    *"一二三四五六七八九十百千两兩半多餘余여수數数第成折倍배세대위間 \n()（）「」`{}<>@&#'’",
    *"½¾０１２３，．：٣൪Ⅷ²①",
    " and ",
    " of ",
    " to ",
    " in ",
    "a ",
    "one ",
    "two-thirds",
    "sixty-",
    "hundred ",
    "million ",
    "billions of ",
    "half ",
    "dozen ",
    "first ",
    "March ",
    "May ",
    "last year",
    "p.m.",
    "noon",
    "over ",
    "at least ",
    "less than ",
    "about ",
    "km",
    "kg",
    "NT$",
    "US$",
    "US",
    "bn",
    "k",
    "no. ",
    "Article ",
    "중 ",
    "분의 ",
    "오후 ",
    "지난해 ",
    "스물",
    "두 ",
    "미만",
    "넘는",
    "약 ",
    "달러",
    "명",
    "번째",
    "分之",
    "百分之",
    "下午",
    "去年",
    "約",
    "不到",
    "逾",
    "美元",
    "新台幣",
    "民國",
    "世紀",
    "年代",
    "https://",
    "www.",
    "%(n)s",
    "%d",
    "&#8217;",
    "HBM",
    "COVID-",
]
texts = st.one_of(st.text(), st.lists(st.sampled_from(FIGUREISH), max_size=40).map("".join))


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=texts)
def test_no_text_is_too_odd_to_be_read(language, text):
    figures_ = read(text, language)
    ambiguous(text, language)
    for quantity in figures_:
        assert write(quantity, language) is not None
        assert describe(quantity) is not None
    compare(figures_, figures_)


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=texts)
def test_figures_lie_in_the_text_in_order_and_apart(language, text):
    at = 0
    for quantity in read(text, language):
        assert at <= quantity.start < quantity.end <= len(text)
        at = quantity.end


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=texts)
def test_a_figure_s_number_and_bound_lie_in_the_text(language, text):
    for quantity in read(text, language):
        for start, end in (quantity.numeral, quantity.bounded):
            assert 0 <= start <= end <= len(text)
        low, high = quantity.numeral
        assert quantity.start <= low
        assert high <= quantity.end


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=texts)
def test_a_text_compared_with_itself_holds_nothing_wrong(language, text):
    figures_ = read(text, language)
    assert {it.verdict for it in compare(figures_, figures_)} <= {"same"}


LEADS = {
    "en": "The harbour master nods. ",
    "ko": "항만장은 고개를 끄덕였다. ",
    "zh_TW": "港務長點頭。",
    "zh_CN": "港务长点头。",
}


@pytest.mark.parametrize("language", LANGUAGES)
@given(choice=st.data())
def test_plain_words_before_a_text_shift_its_figures_alone(language, choice):
    quantity = choice.draw(st.one_of(plain(language), numbered(language), dated, times))
    text = write(quantity, language)
    lead = LEADS[language]
    assert not read(lead, language)
    moved = [(it, it.start - len(lead), it.end - len(lead)) for it in read(lead + text, language)]
    assert moved == [(it, it.start, it.end) for it in read(text, language)]
