"""Reading and comparing take time in proportion to the text, whatever it holds."""

import pytest

from tongsa.quantity import compare, read

MEGABYTE = 1_000_000
LIMIT = 3.0
"""How many times the time twice the length may take."""
MUCH = 24.0
"""How many times the time eight times the length may take: sixty-four times were quadratic."""

# Texts that hold nothing, or one figure that never ends.
EMPTY = [
    ("en", "9"),
    ("en", "1,234,"),
    ("en", "a"),
    ("en", "a-"),
    ("en", "and "),
    ("en", "over "),
    ("en", "million million "),
    ("en", "<"),
    ("en", "<a"),
    ("en", "`"),
    ("en", "```"),
    ("en", "{"),
    ("en", "{{"),
    ("en", "%("),
    ("en", "&#"),
    ("en", "@"),
    ("en", "a@"),
    ("en", "a.a@"),
    ("en", "https://"),
    ("ko", "만"),
    ("ko", "가"),
    ("zh_TW", "萬億"),
    ("zh_CN", "万亿"),
    ("zh_TW", "百"),
    ("zh_TW", "("),
]
# Texts that are figures through and through: only how the time grows is measured.
DENSE = [
    ("en", "two hundred and "),
    ("en", "twenty-"),
    ("en", "thousands of "),
    ("en", "5 million "),
    ("en", "1:1:1:"),
    ("en", "1/1/1/"),
    ("en", "3~5~7~"),
    ("en", "between 3 and "),
    ("en", "one in "),
    ("en", "$5"),
    ("en", "a1"),
    ("en", "March 1, "),
    ("en", "2013-14-"),
    ("ko", "1만 "),
    ("ko", "6억 4,900만 "),
    ("ko", "스물두 "),
    ("ko", "3분의 "),
    ("ko", "5명 중 "),
    ("ko", "1년 "),
    ("zh_TW", "一萬億"),
    ("zh_TW", "三分之"),
    ("zh_TW", "5多萬"),
    ("zh_TW", "3至"),
    ("zh_CN", "第1条"),
    ("zh_CN", "5世纪80年代"),
    ("zh_CN", "(5"),
]


@pytest.fixture(scope="session")
def growth_of_reading(growth):
    """Return that of reading a text, each time another one: what was read is kept."""

    def read_each(stretch: str, language: str, length: int):
        text = (stretch * (length // len(stretch) + 1))[:length]
        return lambda attempt: read(text + "!" * (attempt + 1), language)

    def measure(stretch: str, language: str, lengths=(10_000, 20_000), limit=LIMIT) -> float:
        once, twice = (read_each(stretch, language, length) for length in lengths)
        return growth(once, twice, limit)

    return measure


@pytest.mark.parametrize(("language", "stretch"), EMPTY + DENSE)
def test_reading_is_linear_time_whatever_is_repeated(language, stretch, growth_of_reading):
    assert growth_of_reading(stretch, language) < LIMIT


@pytest.mark.parametrize(("language", "stretch"), EMPTY)
def test_a_megabyte_of_one_stretch_is_read_in_linear_time(language, stretch, growth_of_reading):
    assert growth_of_reading(stretch, language, (MEGABYTE // 8, MEGABYTE), MUCH) < MUCH


@pytest.mark.parametrize("language", ["en", "ko", "zh_TW", "zh_CN"])
def test_mixed_hostile_texts_are_read_in_linear_time(language, growth_of_reading):
    stretch = "".join(stretch for _, stretch in (*EMPTY, *DENSE))
    assert growth_of_reading(stretch, language) < LIMIT


FLEETS = {
    "equal figures": ("5 boats, ", "5척, "),
    "figures that all differ": None,
    "figures without counterpart": ("17 boats, ", "29척, "),
    "amounts of which each is off by ten": ("$64.5 billion, ", "64.5억 달러, "),
    "one value in many units": ("5 km, 5%, $5, ", "5㎏, 5년, 5배, "),
    "dates": ("March 17, 2030, ", "2030년 3월 18일, "),
    "names": ("HBM4, ", "HBM3, "),
}


def fleet(name: str, count: int):
    """Return the figures of two texts, so many each."""
    pair = FLEETS[name]
    if pair is None:
        source = " ".join(f"{number} boats," for number in range(1, count))
        target = " ".join(f"{number}척," for number in range(count, 1, -1))
    else:
        source, target = (stretch * count for stretch in pair)
    return read(source, "en")[:count], read(target, "ko")[:count]


@pytest.mark.parametrize("name", FLEETS)
def test_comparing_is_linear_time_in_the_number_of_figures(name, growth):
    once, twice = (fleet(name, count) for count in (2_000, 4_000))
    assert growth(lambda _: compare(*once), lambda _: compare(*twice), LIMIT) < LIMIT


@pytest.mark.parametrize("name", FLEETS)
def test_twenty_thousand_figures_are_compared_in_linear_time(name, growth):
    few, many = (fleet(name, count) for count in (2_500, 20_000))
    assert [len(figures) for figures in many] == [20_000] * 2 or FLEETS[name] is None
    assert growth(lambda _: compare(*few), lambda _: compare(*many), MUCH) < MUCH
