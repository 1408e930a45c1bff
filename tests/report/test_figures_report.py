import json
from datetime import date
from fractions import Fraction
from importlib import resources

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongsa.model import Block, Bound, CalendarDate, Quantity, QuantityKind, Role, Seam
from tongsa.quantity import Comparison, Verdict, compare, read
from tongsa.report.figures import (
    Passage,
    comparing,
    comparing_lines,
    exact,
    reading,
    reading_lines,
    worth,
)
from tongsa.report.terminal import width

SCHEMA = json.loads(resources.files("tongsa.report").joinpath("figures.schema.json").read_text())
SOURCE = "Port Lantern paid $64.5 billion\r\nlast year."
TARGET = "항구랜턴은 64.5억 달러를 냈다."
PAID = Quantity(
    kind=QuantityKind.MONEY, values=(64_500_000_000,), unit="USD", others=("TWD",), start=18, end=31
)
LAST = Quantity(kind=QuantityKind.DATE, date=CalendarDate(years=-1), start=33, end=42)
WRONG = Quantity(kind=QuantityKind.MONEY, values=(6_450_000_000,), unit="USD", start=6, end=14)
TODAY = date(2030, 3, 17)


def passage(text: str, *figures: Quantity, language: str = "en") -> Passage:
    return Passage(language=language, text=text, figures=figures, given=text)


ENGLISH = passage(SOURCE, PAID, LAST)
KOREAN = passage(TARGET, WRONG, language="ko")
FOUND = (
    Comparison(verdict=Verdict.SCALE, source=PAID, target=WRONG, power=-1),
    Comparison(verdict=Verdict.MISSING, source=LAST),
    Comparison(verdict=Verdict.EXTRA, target=WRONG),
)


def read_back(table):
    return json.loads(json.dumps(table, ensure_ascii=False))


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_what_is_read_is_as_the_schema_says():
    for editions in ((), ("ko", "zh_TW")):
        table = reading(ENGLISH, write_in=editions, today=TODAY)
        jsonschema.validate(read_back(table), SCHEMA)
    jsonschema.validate(reading(passage("Nothing.")), SCHEMA)


def test_what_is_compared_is_as_the_schema_says():
    jsonschema.validate(read_back(comparing(ENGLISH, KOREAN, FOUND, today=TODAY)), SCHEMA)
    jsonschema.validate(comparing(ENGLISH, KOREAN, ()), SCHEMA)


def test_the_schema_knows_every_kind_bound_and_verdict():
    figure = SCHEMA["$defs"]["figure"]["properties"]
    comparison = SCHEMA["$defs"]["comparing"]["properties"]["comparisons"]["items"]
    assert figure["kind"]["enum"] == list(QuantityKind)
    assert SCHEMA["$defs"]["bound"]["enum"] == list(Bound)
    assert figure["bound"]["$ref"] == figure["denied"]["$ref"] == "#/$defs/bound"
    assert set(comparison["properties"]["verdict"]["enum"]) == set(Verdict)
    assert set(figure) == set(SCHEMA["$defs"]["figure"]["required"])
    date_ = figure["date"]["anyOf"][1]
    assert set(date_["properties"]) == set(date_["required"]) == set(CalendarDate.__slots__)


@pytest.mark.parametrize("name", ["kind", "values", "date", "written"])
def test_the_schema_misses_a_field_that_is_gone(name):
    table = read_back(reading(ENGLISH))
    del table["figures"][0][name]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(table, SCHEMA)


@pytest.mark.parametrize(
    ("name", "value"),
    [("kind", "amount"), ("values", [1]), ("values", ["1e3"]), ("line", 0), ("more", 1)],
)
def test_the_schema_refuses_a_wrong_value(name, value):
    table = read_back(comparing(ENGLISH, KOREAN, FOUND))
    table["comparisons"][0]["source"][name] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(table, SCHEMA)


def test_a_figure_is_told_field_by_field():
    figure = read_back(reading(ENGLISH, write_in=("ko",), today=TODAY))["figures"][1]
    assert figure == {
        "kind": "date",
        "text": "last year",
        "start": 33,
        "end": 42,
        "line": 2,
        "column": 1,
        "values": [],
        "high": [],
        "unit": "",
        "others": [],
        "bound": "exact",
        "denied": "exact",
        "date": dict.fromkeys(CalendarDate.__slots__) | {"years": -1},
        "resolved": "2029",
        "label": "",
        "hard": True,
        "aside": False,
        "value": "last year",
        "written": {"ko": "지난해"},
    }


def test_a_comparison_is_told_with_the_right_form():
    scale, missing, extra = read_back(comparing(ENGLISH, KOREAN, FOUND))["comparisons"]
    assert (scale["verdict"], scale["power"], scale["right"]) == ("scale", -1, "645억 달러")
    assert scale["source"]["values"] == ["64500000000"]
    assert scale["target"]["text"] == "64.5억 달러"
    assert (missing["target"], missing["right"]) == (None, "지난해")
    assert (extra["source"], extra["right"]) == (None, None)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (64_500_000_000, "64500000000"),
        (Fraction(25, 2), "12.5"),
        (Fraction(1, 8), "0.125"),
        (Fraction(-1, 20), "-0.05"),
        (Fraction(2, 3), "2/3"),
        (Fraction(1, 10**20), "0.00000000000000000001"),
    ],
)
def test_a_number_is_told_with_nothing_lost(value, text):
    assert exact(value) == text


@given(st.fractions())
def test_a_number_that_is_told_can_be_read_again(value):
    assert Fraction(exact(value)) == value


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (PAID, "64,500,000,000 USD"),
        (Quantity(kind=QuantityKind.PERCENT, values=(50,), bound=Bound.OVER), "over 50%"),
        (
            Quantity(kind=QuantityKind.NUMBER, values=(1000,), bound=Bound.SEVERAL),
            "several × 1,000",
        ),
        (Quantity(kind=QuantityKind.NUMBER, values=(14,), denied=Bound.OVER), "not over 14"),
        (Quantity(kind=QuantityKind.FRACTION, values=(Fraction(2, 3),)), "2/3"),
        (
            Quantity(kind=QuantityKind.MEASURE, values=(3,), high=(5,), unit="kilometre"),
            "3–5 kilometre",
        ),
        (
            Quantity(kind=QuantityKind.CLAUSE, values=(22,), label="article", bound=Bound.UNDER),
            "under Article 22",
        ),
    ],
)
def test_a_figure_is_worth_the_same_in_every_language(figure, text):
    assert worth(figure) == text


def test_a_relative_date_is_told_by_the_articles_date():
    assert worth(LAST) == "last year"
    assert worth(LAST, TODAY) == "last year = 2029"


def test_what_is_read_stands_in_columns_that_know_wide_letters():
    assert list(reading_lines(ENGLISH, columns=80, write_in=("ko", "zh_TW"))) == [
        "place  figure         kind   value               ko          zh_TW",
        "1:19   $64.5 billion  money  64,500,000,000 USD  645억 달러  645億美元",
        "2:1    last year      date   last year           지난해      去年",
        "2 figures",
    ]


def test_what_is_written_stands_below_where_the_screen_is_too_narrow_for_a_column():
    assert list(reading_lines(ENGLISH, columns=60, write_in=("ko", "zh_TW"))) == [
        "place  figure            kind   value",
        "1:19   $64.5 billion     money  64,500,000,000 USD",
        "       ko: 645억 달러",
        "       zh_TW: 645億美元",
        "2:1    last year         date   last year",
        "       ko: 지난해",
        "       zh_TW: 去年",
        "2 figures",
    ]


def test_a_comparison_shows_both_sides_and_the_right_form():
    assert list(comparing_lines(ENGLISH, KOREAN, FOUND, columns=80)) == [
        "scale    en     1:19  $64.5 billion  64,500,000,000 USD",
        "         ko     1:7   64.5억 달러    6,450,000,000 USD (10× too little)",
        "         write        645억 달러",
        "missing  en     2:1   last year      last year",
        "         write        지난해",
        "extra    ko     1:7   64.5억 달러    6,450,000,000 USD",
        "1 scale, 1 missing, 1 extra",
    ]


def test_no_form_is_proposed_for_a_bound_that_is_denied():
    source, target = (
        Passage(language=language, text=text, figures=read(text, language), given=text)
        for language, text in (("en", "None is over 14."), ("ko", "14 미만은 없다."))
    )
    found = compare(source.figures, target.figures)
    assert list(comparing_lines(source, target, found, columns=80)) == [
        "bound  en  1:14  14  not over 14",
        "       ko  1:1   14  not under 14",
        "1 bound",
    ]


def test_the_upper_end_of_a_range_is_named():
    high = Comparison(verdict=Verdict.RANGE, source=PAID, target=WRONG, end=True)
    lines = list(comparing_lines(ENGLISH, KOREAN, (high,), columns=80))
    assert lines[1].endswith("6,450,000,000 USD (upper end)")


def test_a_text_without_figures_says_so():
    none = passage("")
    assert list(reading_lines(none, columns=80, write_in=("ko",))) == ["no figures"]
    assert list(comparing_lines(none, none, (), columns=80)) == ["no figures"]


@pytest.mark.parametrize("columns", [30, 45, 60, 80, 120])
def test_every_line_fits_the_screen(columns):
    rows = [
        *reading_lines(ENGLISH, columns=columns, write_in=("ko", "zh_TW"), today=TODAY),
        *comparing_lines(ENGLISH, KOREAN, FOUND, columns=columns, today=TODAY),
    ]
    assert all(width(row) <= columns for row in rows)


def test_a_label_as_long_as_a_book_is_cut():
    long = Quantity(kind=QuantityKind.IDENTIFIER, label="9" * 100_000, end=100_000)
    rows = list(reading_lines(passage("9" * 100_000, long), columns=80, write_in=("ko",)))
    assert max(map(width, rows)) <= 80


def test_what_is_invisible_in_a_figure_is_shown():
    hostile = Quantity(kind=QuantityKind.IDENTIFIER, label="a\x1b[2J", end=6)
    rows = list(reading_lines(passage("a\x1b\n[2J", hostile), columns=80, write_in=("ko",)))
    assert all(row.isprintable() for row in rows)


def test_a_figure_in_an_article_stands_where_the_file_has_it():
    raw = "<p>Tea &amp; 3&nbsp;ships\r\nand 40 more</p>"
    block = Block(
        role=Role.PARAGRAPH,
        start=3,
        end=raw.index("</p>"),
        line=1,
        text="Tea & 3 ships and 40 more",
        seams=(
            Seam(text=5, raw=raw.index(" &amp;") + 6),
            Seam(text=8, raw=raw.index("ships")),
            Seam(text=14, raw=raw.index("and 40")),
        ),
    )
    figure = Quantity(kind=QuantityKind.NUMBER, values=(40,), start=8 + 18, end=8 + 20)
    read = Passage(
        language="en",
        text=f"Before\n\n{block.text}",
        figures=(figure,),
        given=raw,
        blocks=((8, block),),
    )
    (told,) = reading(read)["figures"]
    assert told["text"] == raw[told["start"] : told["end"]] == "40"
    assert (told["line"], told["column"]) == (2, 5)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(end):
    text = f"한 척{end}{end}두 척, 30"
    figure = Quantity(kind=QuantityKind.NUMBER, values=(30,), start=len(text) - 2, end=len(text))
    (told,) = reading(passage(text, figure))["figures"]
    assert (told["line"], told["column"]) == (3, 6)
