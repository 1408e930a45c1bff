import io
import json
import re
from importlib import resources

import jsonschema
import pytest

from tongsa.report.terminal import width

SCHEMA = json.loads(resources.files("tongsa.report").joinpath("figures.schema.json").read_text())
ENGLISH = "Port Lantern spent $64.5 billion, over 12% of it on cranes."
RIGHT = "랜턴항은 645억 달러를 썼고, 그중 12%를 넘는 돈이 기중기에 들었다."
WRONG = "랜턴항은 64.5억 달러를 썼고, 그중 12%를 넘는 돈이 기중기에 들었다."


def given(town, text: str | bytes) -> None:
    """Put a text into standard input."""
    data = text if isinstance(text, bytes) else text.encode()
    town.monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))


def told(town, *arguments: str):
    """Return what is printed as JSON, which must be as the schema says."""
    table = json.loads(town.run("figures", *arguments, "--format", "json").out)
    jsonschema.validate(table, SCHEMA)
    return table


def values(town, *arguments: str) -> list[str]:
    return [figure["value"] for figure in told(town, *arguments)["figures"]]


def test_the_figures_of_a_text_are_shown_with_place_kind_and_value(town):
    ran = town.run("figures", ENGLISH)
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "place  figure         kind     value",
        "1:20   $64.5 billion  money    64,500,000,000 USD",
        "1:40   12%            percent  over 12%",
        "2 figures",
    ]


def test_each_figure_is_written_as_each_edition_has_it(town):
    ran = town.run("figures", ENGLISH, "--write", "ko", "--write", "zh-tw")
    title, paid, *_ = ran.out.splitlines()
    assert title.split()[-2:] == ["ko", "zh_TW"]
    assert paid.endswith("  645억 달러  645億美元")
    figures = told(town, ENGLISH, "-w", "ko", "-w", "zh_TW")["figures"]
    assert figures[0]["written"] == {"ko": "645억 달러", "zh_TW": "645億美元"}


@pytest.mark.parametrize(
    ("language", "text"), [("ko", "645억 달러"), ("zh_TW", "645億美元"), ("zh-CN", "645亿美元")]
)
def test_a_text_is_read_in_its_language(town, language, text):
    assert values(town, text, "--lang", language) == ["64,500,000,000 USD"]


def test_without_a_language_a_text_is_in_the_desks_source(town):
    town.write("tongsa.toml", 'source = "ko"\ntargets = ["en"]\n')
    assert values(town, "645억 달러") == ["64,500,000,000 USD"]


@pytest.mark.usefixtures("away")
def test_it_needs_no_desk(town):
    assert values(town, ENGLISH) == ["64,500,000,000 USD", "over 12%"]


def test_an_article_is_read_without_what_is_not_printed(town):
    town.write(
        "seeds/port.html",
        "<html><head><style>p{width:640px}</style></head>\n"
        "<body><h1 id='7'>Port &amp; 3,000 ships</h1>\n<p>It cost\n$4 million.</p></body></html>\n",
    )
    ships, cost = told(town, "seeds/port.html")["figures"]
    assert (ships["text"], ships["line"], ships["column"]) == ("3,000", 2, 29)
    assert (cost["text"], cost["line"], cost["column"]) == ("$4 million", 4, 1)


def test_any_other_file_is_read_whole(town):
    town.write("notes", "30 ships\n\n50%\n")
    assert values(town, "notes") == ["30", "50%"]


def test_standard_input_is_read(town):
    given(town, "배 30척\r\n그리고 50%\r\n")
    figures = told(town, "-", "--lang", "ko")["figures"]
    assert [(figure["text"], figure["line"]) for figure in figures] == [("30", 1), ("50%", 2)]


def test_an_empty_text_has_no_figures(town):
    given(town, "")
    town.write("empty.txt", "")
    for text in ("-", "empty.txt", ""):
        ran = town.run("figures", text)
        assert (ran.code, ran.out) == (0, "no figures\n")


@pytest.mark.parametrize("text", ["3/4", "5km/h", "$3.5bn", "U.S. 50", "a" * 5000, "5\0", "v2.0"])
def test_what_looks_like_no_file_is_the_text_itself(town, text):
    assert town.run("figures", text).code == 0


@pytest.mark.parametrize(
    "text", ["quay.txt", "seeds/quey", "./quay", "quay.po", "3월 기사.md", "notes.docx"]
)
def test_a_file_that_is_missing_is_not_read_as_a_text(town, text):
    ran = town.run("figures", text)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"tongsa: {text}: there is no such file; check its name;")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["seeds"], "seeds: this is a folder; name one file in it"),
        (["5", "--lang", "xx"], 'no facts are known of the language "xx"'),
        (["5", "--write", "xx"], 'no facts are known of the language "xx"'),
        (["5", "--to", "5"], "name it with --lang"),
        (["-", "--to", "-", "--lang", "ko"], "name a file for one"),
        (["5", "--to", "5", "--lang", "ko", "--write", "ko"], "--write is for one text"),
        (["5", "--source", "en"], "use --lang, or add --to"),
        (["5", "--date", "2030-13-01"], "Invalid value for '--date'"),
    ],
)
def test_bad_input_leaves_with_two_and_says_what_helps(town, arguments, message):
    ran = town.run("figures", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_a_catalog_is_for_check(town):
    town.write("ko.po", 'msgid "5"\nmsgstr "5"\n')
    ran = town.run("figures", "ko.po")
    assert ran.code == 2
    assert "ko.po: this is a catalog; `tongsa check` compares its figures" in ran.err


@pytest.mark.parametrize("data", [b"\xff 5", b"5 \x1b[2J", b"%PDF-1.7"])
def test_bytes_that_are_no_text_are_refused_with_their_place(town, data):
    given(town, data)
    ran = town.run("figures", "-")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("tongsa: standard input")


def test_figures_that_agree_leave_with_zero(town):
    ran = town.run("figures", ENGLISH, "--to", RIGHT, "--lang", "ko")
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "same  en  1:20  $64.5 billion  64,500,000,000 USD",
        "      ko  1:6   645억 달러     64,500,000,000 USD",
        "same  en  1:40  12%            over 12%",
        "      ko  1:22  12%            over 12%",
        "2 same",
    ]


def test_a_figure_that_differs_leaves_with_one_and_its_right_form(town):
    ran = town.run("figures", ENGLISH, "--to", WRONG, "--lang", "ko")
    assert ran.code == 1
    assert ran.out.splitlines()[:3] == [
        "scale  en     1:20  $64.5 billion  64,500,000,000 USD",
        "       ko     1:6   64.5억 달러    6,450,000,000 USD (10× too little)",
        "       write        645억 달러",
    ]
    assert ran.out.endswith("\n1 same, 1 scale\n")


def test_what_is_missing_stands_alone_with_its_right_form(town):
    ran = town.run("figures", "It has 640 cranes.", "--to", "기중기가 있다.", "--lang", "ko")
    assert ran.code == 1
    assert ran.out.splitlines()[0].split() == ["missing", "en", "1:8", "640", "640"]
    assert ran.out.splitlines()[1].split() == ["write", "640"]
    assert ran.out.endswith("\n1 missing\n")


def test_what_is_extra_stands_alone(town):
    ran = town.run("figures", "It has cranes.", "--to", "기중기가 640대 있다.", "--lang", "ko")
    assert ran.code == 1
    assert ran.out.splitlines()[0].split()[:3] == ["extra", "ko", "1:6"]
    assert ran.out.endswith("\n1 extra\n")


def test_a_conversion_is_no_fault(town):
    table = told(town, "The quay is 5 miles long.", "--to", "부두는 8km이다.", "--lang", "ko")
    assert [each["verdict"] for each in table["comparisons"]] == ["converted"]
    ran = town.run("figures", "The quay is 5 miles long.", "--to", "부두는 8km이다.", "-l", "ko")
    assert ran.code == 0


def test_files_are_compared_and_one_may_come_from_a_pipe(town):
    town.write("quay.txt", ENGLISH)
    given(town, WRONG)
    table = told(town, "quay.txt", "--to", "-", "--lang", "ko")
    assert [each["verdict"] for each in table["comparisons"]] == ["scale", "same"]
    assert table["comparisons"][0]["right"] == "645억 달러"
    assert (table["source"], table["language"]) == ("en", "ko")


def test_the_source_may_be_in_any_language(town):
    table = told(town, RIGHT, "--source", "ko", "--to", ENGLISH, "--lang", "en")
    assert {each["verdict"] for each in table["comparisons"]} == {"same"}


def test_the_date_tells_when_last_year_was(town):
    ran = town.run("figures", "It opened last year.", "--date", "2030-03-17")
    assert "last year = 2029" in ran.out
    arguments = ("It opened last year.", "--to", "2029년에 열었다.", "--lang", "ko")
    assert town.run("figures", *arguments, "--date", "2030-03-17").code == 0
    assert town.run("figures", *arguments, "--date", "2031-03-17").code == 1


def test_an_article_of_the_desk_has_its_date(town):
    town.write("seeds/port.txt", "Port Lantern\nIt opened last year.\n")
    town.write(
        "tongsa.toml",
        'source = "en"\ntargets = ["ko"]\n[articles.port]\ndate = 2030-03-17\n',
    )
    (figure,) = told(town, "seeds/port.txt")["figures"]
    assert figure["resolved"] == "2029"


@pytest.mark.parametrize("columns", [32, 50, 80, 200])
def test_the_lines_fit_the_screen(town, columns):
    town.monkeypatch.setenv("COLUMNS", str(columns))
    for arguments in (["-w", "ko", "-w", "zh_CN"], ["--to", WRONG, "-l", "ko"]):
        lines = town.run("figures", ENGLISH, *arguments).out.splitlines()
        assert max(map(width, lines)) <= min(columns, 120)


def test_no_control_character_reaches_the_screen(town):
    for output in ("text", "json"):
        ran = town.run("figures", "5\x1b[31m% \x9b 3D\x07", "-f", output)
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", ran.out)


def test_help_shows_an_example_and_how_a_text_is_told_from_a_file(town):
    ran = town.run("figures", "--help")
    assert ran.code == 0
    assert "Example:\n    tongsa figures " in ran.out
    assert "TEXT is read from a file where one of that name exists" in ran.out
    assert "\\b" not in ran.out
