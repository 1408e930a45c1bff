"""What is no prose is set aside before figures are read."""

import pytest

from tongsa.quantity import read
from tongsa.quantity.normal import HOLE, lowered, normal

LANGUAGES = ("en", "ko", "zh_TW", "zh_CN")

ASIDE = [
    pytest.param("https://gannet.example/tides/2030?page=7", id="an address"),
    pytest.param("www.gannet.example/9041", id="an address without its scheme"),
    pytest.param("desk24.night9@gannet.example", id="a mail address"),
    pytest.param("`sail --crew=40`", id="code"),
    pytest.param("```\ncrew = 40\nboats = 12\n```", id="a block of code"),
    pytest.param('<td colspan="2" width="640">', id="a tag"),
    pytest.param("<!-- 3 boats -->", id="a comment"),
    pytest.param("&#8217;", id="a reference by number"),
    pytest.param("&frac12;", id="a reference by name"),
    pytest.param("{count:02d}", id="a placeholder in braces"),
    pytest.param("{0}", id="a placeholder by place"),
    pytest.param("${price1}", id="a placeholder of templates"),
    pytest.param("{{ boats2 }}", id="a placeholder in double braces"),
    pytest.param("%(crew3)03d", id="a named placeholder"),
    pytest.param("%1$s", id="a placeholder by number"),
    pytest.param("%5.2f", id="a placeholder with its width"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stretch", ASIDE)
def test_no_figure_is_read_in_what_is_no_prose(language, stretch):
    assert read(stretch, language) == ()


@pytest.mark.parametrize("stretch", ASIDE)
def test_what_is_no_prose_leaves_a_hole_of_its_own_length(stretch):
    assert normal(f"Boats: {stretch} and nets") == f"Boats: {HOLE * len(stretch)} and nets"


def figures(text: str, language: str = "en") -> list[str]:
    return [text[quantity.start : quantity.end] for quantity in read(text, language)]


def test_the_text_around_an_address_is_read():
    assert figures("The 40 crew wrote to https://gannet.example/7 about 12 nets.") == ["40", "12"]


def test_an_address_ends_before_the_quotation_mark_behind_it():
    assert figures("標題「https://gannet.example/7」共40艘", "zh_TW") == ["40"]


def test_the_text_inside_an_element_is_read():
    assert figures("<b>40</b> boats and <i>12</i> nets") == ["40", "12"]


def test_a_sign_for_less_is_no_tag():
    assert figures("fewer than 5 < 40 boats") == ["5", "40"]


def test_a_percent_sign_behind_a_number_is_no_placeholder():
    (quantity,) = read("Of the fleet 40% didn't sail.", "en")
    assert quantity.kind == "percent"


def test_a_single_brace_or_backtick_hides_nothing():
    assert figures("Boat { 40 and ` 12 nets") == ["40", "12"]


def test_an_at_sign_alone_is_no_mail_address():
    assert figures("40 boats @ 12 knots") == ["40", "12 knots"]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("ko", "선원 １２３명", 123),
        ("zh_TW", "１２，３４５箱", 12_345),
        ("zh_TW", "銷售額成長１２．５％", 12.5),
        ("zh_CN", "票价６０元", 60),
        ("ko", "＄５００", 500),
        ("en", "Ｂｏａｔｓ： ４０", 40),
        ("en", "٣٤ boats", 34),
    ],
)
def test_full_width_digits_are_digits(language, text, value):
    (quantity,) = read(text, language)
    assert quantity.values == (value,)


def test_a_half_is_one_letter_as_it_is_in_the_text():
    (quantity,) = read("The crossing takes 1½ hours.", "en")
    assert quantity.values[0] == 1.5


@pytest.mark.parametrize(
    "text", ["１２％", "İSTANBUL 40", "ﬁfty ﬀ ㎞", "가각", "\u2028 5\t", "𝟝 5"]
)
def test_a_text_keeps_its_length(text):
    assert len(normal(text)) == len(lowered(normal(text))) == len(text)


def test_a_figure_stands_where_it_is_however_letters_grow_when_they_are_small():
    text = "İİİ 40"
    (quantity,) = read(text, "en")
    assert text[quantity.start : quantity.end] == "40"
