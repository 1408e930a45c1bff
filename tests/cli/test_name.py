"""Names at the command line: compared, spelled, read, and put together to persons."""

import io
import json
import subprocess
import sys
from importlib import resources
from pathlib import Path

import jsonschema
import pytest

from tongsa.report.terminal import width

SCHEMA = json.loads(resources.files("tongsa.report").joinpath("names.schema.json").read_text())
ROOT = Path(__file__).parents[2]
DIGEST = ROOT / "seeds/semicon-digest.txt"
ENVOY = ("Liang Guangzhong", "Ryang Kwangjung")
KEYS = ["a", "b", "verdict", "score", "characters", "systems", "reason"]
REPORT = """\
Harbour Talks End
Premier Cho Jungtai met Mayor Li Wei on the quay. Governor Yi Wi came late.
Cho Jung-tai left before noon, and Dana Whitlock, a baker, stayed.
"""


def given(town, text: str | bytes) -> None:
    """Put a text into standard input."""
    data = text if isinstance(text, bytes) else text.encode()
    town.monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))


def name(town, *arguments: str):
    return town.run("name", *arguments)


def told(town, *arguments: str):
    """Return what is printed as JSON, which must be as the schema says."""
    table = json.loads(name(town, *arguments, "--format", "json").out)
    jsonschema.validate(table, SCHEMA)
    return table


def batch(town, text: str | bytes) -> list[dict]:
    """Return what is printed for the pairs of standard input."""
    given(town, text)
    ran = name(town, "compare", "--batch", "-")
    assert (ran.code, ran.err) == (0, "")
    tables = [json.loads(line) for line in ran.out.splitlines()]
    for table in tables:
        jsonschema.validate(table, SCHEMA)
    return tables


def verdicts(tables: list[dict]) -> list[tuple[str, str, str]]:
    return [(it["a"], it["b"], it["verdict"]) for it in tables]


# Comparing


def test_two_spellings_of_one_name_are_one_persons(town):
    town.monkeypatch.setenv("COLUMNS", "120")
    ran = name(town, "compare", *ENVOY)
    assert (ran.code, ran.err) == (0, "")
    first, reason, pinyin, korean, guess = ran.out.splitlines()
    assert first.startswith("same  (evidence ")
    assert reason.startswith("  Both can be 梁光中: Liang Guangzhong in Hanyu Pinyin")
    assert pinyin.split("  ") == ["", "Liang Guangzhong", "Hanyu Pinyin 100%"]
    assert korean.startswith("  Ryang Kwangjung   McCune–Reischauer ")
    assert guess.startswith("  may be 梁光中, ")


@pytest.mark.parametrize(
    ("pair", "code", "verdict"),
    [
        (ENVOY, 0, "same"),
        (("梁光中", "량광중"), 0, "same"),
        (("Lai Ching-te", "赖清德"), 0, "same"),
        (("Li Wei", "Yi Wi"), 1, "possible"),
        (("Kim", "Kim Min-ji"), 1, "possible"),
        (("Liang Guangzhong", "Liang Guangzong"), 1, "different"),
        (("Lai Ching-te", "Donald Trump"), 1, "different"),
    ],
)
def test_the_verdict_is_told_and_only_the_same_leaves_with_zero(town, pair, code, verdict):
    ran = name(town, "compare", *pair)
    assert (ran.code, ran.out.split("  ")[0]) == (code, verdict)
    assert told(town, "compare", *pair)["verdict"] == verdict
    assert name(town, "compare", *reversed(pair)).code == code


def test_the_json_of_a_comparison_has_these_keys_and_no_others(town):
    table = told(town, "compare", *ENVOY)
    assert list(table) == KEYS
    assert (table["a"], table["b"], table["verdict"]) == (*ENVOY, "same")
    assert table["score"] > 4
    assert table["characters"][0] == "梁光中"
    assert list(table["systems"]) == ["a", "b"]
    assert table["systems"]["a"] == {"Hanyu Pinyin": 1}
    assert table["reason"].startswith("Both can be 梁光中")


@pytest.mark.usefixtures("away")
def test_names_need_no_desk(town):
    assert name(town, "compare", *ENVOY).code == 0
    assert name(town, "variants", "梁光中").code == 0
    assert name(town, "read", "梁光中").code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "there are not two names; give A and B, or --batch FILE"),
        (["Kim Min-ji"], "there are not two names; give A and B, or --batch FILE"),
        (["Kim", "Lee", "Park"], "unexpected extra argument"),
        (["Kim", "--batch", "pairs.tsv"], "--batch takes the names from a file; leave A and B out"),
        (["--batch", "pairs.tsv"], "pairs.tsv: cannot be read: no such file or directory"),
        (["Kim", "Lee", "--format", "xml"], "Invalid value for '--format'"),
    ],
)
def test_bad_input_leaves_with_two_and_says_what_helps(town, arguments, message):
    ran = name(town, "compare", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


# The pairs of a file


def test_the_pairs_of_a_file_are_compared_a_json_object_a_line(town):
    town.write("pairs.tsv", "Liang Guangzhong\tRyang Kwangjung\nLi Wei\tYi Wi\n")
    ran = name(town, "compare", "--batch", "pairs.tsv")
    assert (ran.code, ran.err) == (0, "")
    tables = [json.loads(line) for line in ran.out.splitlines()]
    assert [list(table) for table in tables] == [KEYS, KEYS]
    assert verdicts(tables) == [(*ENVOY, "same"), ("Li Wei", "Yi Wi", "possible")]


def test_a_pair_of_a_file_is_compared_as_one_alone_is(town):
    (table,) = batch(town, "\t".join(ENVOY))
    assert table == told(town, "compare", *ENVOY)


def test_pairs_that_differ_leave_with_zero_too(town):
    assert verdicts(batch(town, "Kim Min-ji\tKim Min-ho\n")) == [
        ("Kim Min-ji", "Kim Min-ho", "different")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Liang Guangzhong\tRyang Kwangjung\n",
        "Liang Guangzhong\tRyang Kwangjung",
        "\ufeffLiang Guangzhong\tRyang Kwangjung\r\n",
        "a\tb\nLiang Guangzhong\tRyang Kwangjung\n",
        "\ufeffa\tb\r\n\r\nLiang Guangzhong\tRyang Kwangjung\r\n  \r\n\t\r\n",
        "\n\n  Liang Guangzhong \t Ryang Kwangjung  \n\n",
    ],
)
def test_marks_of_order_line_ends_headers_and_blank_lines_do_not_matter(town, text):
    assert verdicts(batch(town, text)) == [(*ENVOY, "same")]


@pytest.mark.parametrize("text", ["", "\n", "a\tb\n", "\ufeff"])
def test_no_pairs_are_no_fault(town, text):
    assert batch(town, text) == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Liang Guangzhong", "there are not two names; put a tab between two names"),
        ("Liang Guangzhong  Ryang Kwangjung", "there are not two names; put a tab"),
        ("Liang Guangzhong\t", "there are not two names; put a tab between two names"),
        ("\tLiang Guangzhong\tKim", "there are not two names; put a tab between two names"),
    ],
)
def test_a_line_that_is_no_pair_is_named_with_its_number(town, line, said):
    town.write("pairs.tsv", f"a\tb\n\n{line}\nLi Wei\tYi Wi\n")
    ran = name(town, "compare", "--batch", "pairs.tsv")
    assert ran.code == 2
    assert ran.err.startswith(f"tongsa: pairs.tsv:3: {said}")


@pytest.mark.parametrize("line", ["Kim\tLee\tPark", "Kim\tLee\t"])
def test_what_stands_behind_two_names_is_not_read(town, line):
    given(town, f"{line}\n")
    (told,) = (json.loads(it) for it in name(town, "compare", "--batch", "-").out.splitlines())
    assert (told["a"], told["b"]) == ("Kim", "Lee")


def test_the_pairs_before_a_bad_line_are_told(town):
    given(town, "Li Wei\tYi Wi\nKim\n")
    ran = name(town, "compare", "--batch", "-")
    assert ran.code == 2
    assert verdicts([json.loads(line) for line in ran.out.splitlines()]) == [
        ("Li Wei", "Yi Wi", "possible")
    ]
    assert ran.err.startswith("tongsa: standard input:2: ")


def test_bytes_that_are_no_text_are_refused_with_their_line(town):
    (town.root / "pairs.tsv").write_bytes(
        "Li Wei\tYi Wi\n김민지\t".encode() + "김민지".encode("cp949")
    )
    ran = name(town, "compare", "--batch", "pairs.tsv")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "tongsa: pairs.tsv:2: this is not UTF-8; save it so\n"


def test_no_control_character_of_a_file_reaches_the_screen(town):
    given(town, "Kim \x9b31m Min\tKim Min-ji\n")
    assert "\x9b" not in name(town, "compare", "--batch", "-").out


# Variants


def test_the_variants_of_a_name_are_told_with_their_systems_and_shares(town):
    ran = name(town, "variants", "梁光中")
    assert (ran.code, ran.err) == (0, "")
    title, *rows = ran.out.splitlines()
    assert title.split() == ["spelling", "system", "share"]
    assert len(rows) == 50
    told_so = [row.split("  ")[0] for row in rows]
    for spelling in ("Liang Guangzhong", "Liang Kuang-chung", "Ryang Kwang-jung"):
        assert spelling in told_so


@pytest.mark.parametrize("most", [1, 3, 120])
def test_no_more_variants_are_told_than_are_asked_for(town, most):
    assert len(told(town, "variants", "梁光中", "--most", str(most))) == most


def test_variants_in_json_are_ranked(town):
    found = told(town, "variants", "김영수", "-n", "10")
    shares = [it["share"] for it in found]
    assert shares == sorted(shares, reverse=True)
    assert found[0] == {"text": "Kim Young-soo", "system": "Sino-Korean", "share": shares[0]}


@pytest.mark.parametrize("most", ["0", "-1", "1001", "many"])
def test_a_number_of_variants_that_makes_no_sense_is_bad_input(town, most):
    ran = name(town, "variants", "梁光中", "--most", most)
    assert (ran.code, ran.out) == (2, "")
    assert "Invalid value for '--most'" in ran.err


# Reading


def test_a_name_in_characters_is_read_in_every_language(town):
    ran = name(town, "read", "梁光中")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == "梁光中"
    for line in (
        "  Hanyu Pinyin        Liang Guangzhong",
        "  Wade–Giles          Liang Kuang-chung",
        "  Mandarin in Hangul  량광중",
        "  Revised Romanization  Yang Gwangjung",
        "  Hong Kong  Leung Kwong Chung",
        "  ko     량광중  if Chinese",
    ):
        assert line in lines


def test_a_name_in_characters_is_written_as_each_edition_does(town):
    press = told(town, "read", "賴清德")["press"]
    assert press == {
        "ko": {"chinese": ["라이칭더"], "korean": ["뇌청덕", "뢰청덕"]},
        "zh_TW": ["賴清德"],
        "zh_CN": ["赖清德"],
    }


def test_a_name_in_hangul_is_read_by_the_systems_of_korean(town):
    table = told(town, "read", "김영수")
    assert (table["guessed"], table["korean"]) == (True, True)
    assert table["press"]["ko"]["korean"] == ["김영수"]
    heard = {it["system"]: it["text"] for it in table["readings"] if it["language"] == "Korean"}
    assert heard["Revised Romanization"] == "Gim Yeongsu"
    assert heard["McCune–Reischauer"] == "Kim Yŏng-su"


def test_of_a_name_in_latin_letters_the_characters_are_a_guess(town):
    ran = name(town, "read", "Lai Ching-te")
    assert ran.out.splitlines()[0].endswith("  a guess, the likeliest first")
    table = told(town, "read", "Lai Ching-te")
    assert table["guessed"] is True
    assert all(it.startswith("賴") for it in table["characters"])


@pytest.mark.parametrize("text", ["歐陽修", "남궁민", "Ouyang Xiu"])
def test_a_family_name_of_two_characters_is_read(town, text):
    assert name(town, "read", text).code == 0


@pytest.mark.parametrize("text", ["Donald Trump", "", "?!", "東京大學", "Taipei 101", "a" * 5000])
@pytest.mark.parametrize("command", ["read", "variants"])
def test_what_is_no_chinese_or_korean_name_leaves_with_two(town, command, text):
    ran = name(town, command, text)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f'tongsa: "{text}" is no Chinese or Korean name; give a family name and a given name, in '
        "Latin letters, Hangul or Han characters\n"
    )


# Persons


def test_the_persons_of_this_desks_own_digest(town):
    ran = name(town, "cluster", str(DIGEST))
    assert (ran.code, ran.err) == (0, "")
    rows = [line for line in ran.out.splitlines() if not line.startswith(" ")]
    assert [row.split("  ")[0] for row in rows] == [
        "Ryang Kwangjung = Liang Guangzhong = Liang",
        "Donald Trump",
        "Lee Jungbae",
        "Kim",
        "Lai Ching-te",
        "Cho Jungtai = Cho",
        "6 persons",
    ]
    assert rows[0].split("  ")[1] == "梁光中?"


def test_ryang_kwangjung_and_liang_guangzhong_are_one_person_of_the_digest(town):
    (article,) = told(town, "cluster", str(DIGEST))
    assert article["file"] == str(DIGEST)
    assert article["questions"] == []
    first = article["persons"][0]
    assert first["names"] == ["Ryang Kwangjung", "Liang Guangzhong", "Liang"]
    assert first["characters"][0] == "梁光中"
    assert first["titles"][0] == "Representative"
    assert [it["name"] for it in first["mentions"]][:3] == [*reversed(ENVOY), "Liang"]


def test_names_that_may_be_one_persons_are_asked(town):
    town.write("seeds/talks.txt", REPORT)
    ran = name(town, "cluster", "seeds/talks.txt")
    lines = ran.out.splitlines()
    assert lines[0].startswith("Cho Jungtai = Cho Jung-tai ")
    assert any(line.startswith("one person? Li Wei, Yi Wi: Both can be ") for line in lines)
    assert lines[-1] == "4 persons, 1 question"
    (article,) = told(town, "cluster", "seeds/talks.txt")
    assert [(it["a"], it["b"]) for it in article["questions"]] == [("Li Wei", "Yi Wi")]


def test_several_articles_are_told_one_by_one(town):
    town.write("seeds/talks.txt", REPORT)
    out = name(town, "cluster", "seeds/talks.txt", "seeds/quay.txt").out.splitlines()
    assert out[0] == "seeds/talks.txt"
    assert out[-2:] == ["seeds/quay.txt", "0 persons"]
    tables = told(town, "cluster", "seeds/talks.txt", "seeds/quay.txt")
    assert [it["file"] for it in tables] == ["seeds/talks.txt", "seeds/quay.txt"]
    assert tables[1]["persons"] == []


def test_persons_of_an_article_of_no_desk_are_found_and_nothing_is_written(away, town):
    (away / "talks.txt").write_text(REPORT, "utf-8")
    before = {file.name for file in away.iterdir()}
    assert name(town, "cluster", "talks.txt").code == 0
    assert {file.name for file in away.iterdir()} == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Missing argument 'FILE…'"),
        (["seeds/quey.txt"], "seeds/quey.txt: cannot be read: no such file or directory"),
        (["seeds"], "seeds: this is a folder; name one article"),
        (["empty.txt"], "empty.txt: this article is empty"),
        (["notes.docx"], 'the suffix ".docx"'),
    ],
)
def test_what_is_no_article_leaves_with_two(town, arguments, message):
    town.write("empty.txt", "")
    town.write("notes.docx", "Kim")
    ran = name(town, "cluster", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


# On the screen


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
def test_the_lines_fit_the_screen(town, columns):
    town.monkeypatch.setenv("COLUMNS", str(columns))
    for arguments in (
        ("compare", *ENVOY),
        ("variants", "梁光中"),
        ("read", "金大中"),
        ("cluster", str(DIGEST)),
    ):
        lines = name(town, *arguments).out.splitlines()
        assert max(map(width, lines)) <= min(columns, 120)


@pytest.mark.parametrize("output", ["text", "json"])
def test_no_control_character_reaches_the_screen(town, output):
    for arguments in (("compare", "Kim\x1b[2J Min\x9b", "Kim \x07Min"), ("read", "Kim\x9bMin")):
        ran = name(town, *arguments, "-f", output)
        assert all(line.isprintable() for line in (ran.out + ran.err).splitlines())


@pytest.mark.parametrize("command", ["compare", "variants", "read", "cluster"])
def test_help_shows_an_example_for_each_command(town, command):
    ran = name(town, command, "--help")
    assert ran.code == 0
    assert f"Example:\n    tongsa name {command} " in ran.out
    assert "\\b" not in ran.out


@pytest.mark.parametrize("arguments", [["--help"], ["name", "--help"], ["name", "compare", "-h"]])
def test_help_loads_no_reading_and_no_data(arguments):
    code = (
        "import sys\n"
        f"sys.argv = ['tongsa', *{arguments!r}]\n"
        "from tongsa.cli.app import main\n"
        "try:\n    main()\n"
        "except SystemExit:\n"
        "    rooms = ('tongsa.reading', 'tongsa.people')\n"
        "    print([it for it in sys.modules if it.startswith(rooms)])\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert "Usage: tongsa" in run.stdout
    assert run.stdout.splitlines()[-1] == "[]"
