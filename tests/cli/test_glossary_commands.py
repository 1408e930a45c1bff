import io
import json
import re
import tomllib

import pytest
from rich.cells import cell_len

GLOSSARY = """\
# The town's own names.

[port-lantern]   # the quay and all around
kind = "place"
definition = "A port that opens before dawn."
source = "unverified"
links = ["https://example.org/port"]
en = ["Port Lantern", { term = "Lantern", type = "short", after_full = true }]
ko = ["랜턴항", { term = "항구랜턴", status = "forbidden", note = "word for word" }]
zh_TW = ["蘭登港"]

[harbour-board]
kind = "organisation"
related = ["port-lantern"]
scope = ["port-lantern"]
en = ["Harbour Board"]
ko = ["항만위원회"]
zh_TW = ["港務委員會"]
"""
COMMANDS = ["list", "show", "find", "check", "impact", "add", "edit", "import", "export", "suggest"]


@pytest.fixture
def held(town):
    """A desk with a glossary."""
    town.write("glossary/town.toml", GLOSSARY)
    return town


@pytest.fixture
def away(tmp_path, town):
    """A folder on no desk, with a glossary."""
    folder = tmp_path / "away"
    folder.mkdir()
    town.monkeypatch.chdir(folder)
    (folder / "terms.toml").write_text(GLOSSARY, "utf-8")
    return town


def glossary(town, *arguments: str):
    return town.run("glossary", *arguments)


def data(town, *arguments: str):
    ran = glossary(town, *arguments, "--format", "json")
    return json.loads(ran.out)


# Listing


def test_a_list_has_a_line_for_each_concept_with_its_preferred_terms(held):
    ran = glossary(held, "list")
    assert ran.code == 0
    assert [line.split("  ")[0].strip() for line in ran.out.splitlines()] == [
        "id",
        "port-lantern",
        "harbour-board",
        "2 concepts",
    ]
    assert ran.out.splitlines()[1].split() == [
        "port-lantern",
        "place",
        "Port",
        "Lantern",
        "랜턴항",
        "蘭登港",
    ]


def test_the_columns_of_a_list_stand_under_one_another_at_their_true_width(held):
    lines = glossary(held, "list").out.splitlines()[:3]
    starts = [
        cell_len(line[: line.index(word)])
        for line, word in zip(lines, ["zh_TW", "蘭登港", "港務委員會"], strict=True)
    ]
    assert len(set(starts)) == 1


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (["--kind", "place"], ["port-lantern"]),
        (["--kind", "law"], []),
        (["--domain", "town"], ["port-lantern", "harbour-board"]),
        (["--domain", "else"], []),
    ],
)
def test_a_list_can_be_narrowed(held, arguments, ids):
    assert [it["id"] for it in data(held, "list", *arguments)] == ids


def test_an_unknown_kind_is_refused_with_those_there_are(held):
    ran = glossary(held, "list", "--kind", "harbour")
    assert (ran.code, ran.out) == (2, "")
    assert '"harbour" is no kind; use person, organisation' in ran.err


def test_a_glossary_from_anywhere_is_listed(away):
    assert [it["id"] for it in data(away, "list", "-g", "terms.toml")] == [
        "port-lantern",
        "harbour-board",
    ]


def test_a_very_long_term_is_cut_and_not_slow(held):
    held.write("glossary/long.toml", f'[long]\nen = ["{"long " * 2_000}end"]\nko = ["가"]\n')
    lines = glossary(held, "list").out.splitlines()
    assert all(cell_len(line) < 140 for line in lines)
    assert "…" in next(line for line in lines if line.startswith("long"))


# Showing


@pytest.mark.parametrize("word", ["port-lantern", "Port Lantern", "port lantern", "항구랜턴"])
def test_a_concept_is_shown_by_its_id_or_one_of_its_terms(held, word):
    ran = glossary(held, "show", word)
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "port-lantern  place  town  glossary/town.toml:3",
        "  definition  A port that opens before dawn.",
        "  source      unverified",
        "  links       https://example.org/port",
        "  en          Port Lantern  preferred",
        "  en          Lantern  admitted, short, behind the full form",
        "  ko          랜턴항  preferred",
        "  ko          항구랜턴  forbidden, word for word",
        "  zh_TW       蘭登港  preferred",
    ]


def test_a_scope_is_shown_in_words(held):
    out = glossary(held, "show", "harbour-board").out
    assert "  scope       in a sentence with port-lantern\n" in out
    assert "  related     port-lantern\n" in out


def test_a_concept_as_json_has_all_its_fields(held):
    concept = data(held, "show", "port-lantern")
    assert concept["kind"] == "place"
    assert concept["terms"][1]["after_full"] is True
    assert concept["terms"][3]["status"] == "forbidden"
    assert (concept["file"], concept["line"]) == ("glossary/town.toml", 3)


def test_what_no_concept_is_called_is_told(held):
    ran = glossary(held, "show", "fog")
    assert (ran.code, ran.out) == (2, "")
    assert 'no concept has the id or the term "fog"' in ran.err


def test_a_term_of_two_concepts_asks_for_an_id(held):
    held.write("glossary/more.toml", '[twin]\nen = ["Port Lantern"]\nko = ["다른 항"]\n')
    ran = glossary(held, "show", "Port Lantern")
    assert ran.code == 2
    assert "name one of " in ran.err
    assert "port-lantern" in ran.err
    assert "twin" in ran.err


# Finding


def test_terms_are_found_in_a_text(held):
    ran = glossary(held, "find", "The Harbour Board of Port Lantern's quay")
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "        4–17  Harbour Board  harbour-board (preferred)",
        "       21–33  Port Lantern  port-lantern (preferred)",
        "2 terms",
    ]


def test_a_term_that_two_spellings_of_one_concept_find_is_told_once(held):
    held.write("glossary/more.toml", '[fab]\nen = ["3DFabric", "3D Fabric"]\nko = ["패브릭"]\n')
    assert [(it["text"], it["term"]) for it in data(held, "find", "3D Fabric, 3D-Fabric")] == [
        ("3D Fabric", "3D Fabric"),
        ("3D-Fabric", "3DFabric"),
    ]


def test_a_long_definition_is_broken_to_fit_the_screen(held):
    text = " ".join(["A port that opens before dawn."] * 5)
    held.write("glossary/town.toml", GLOSSARY.replace("A port that opens before dawn.", text))
    out = glossary(held, "show", "port-lantern").out
    assert all(cell_len(line) <= 80 for line in out.splitlines())
    assert text in " ".join(out.split())
    assert out.splitlines()[2].startswith(" " * 14)


def test_terms_are_found_in_another_language_and_from_standard_input(away):
    away.monkeypatch.setattr("sys.stdin", io.StringIO("어제 항구랜턴에 갔다."))
    assert data(away, "find", "-", "--lang", "ko", "-g", "terms.toml") == [
        {
            "start": 3,
            "end": 7,
            "text": "항구랜턴",
            "concept": "port-lantern",
            "term": "항구랜턴",
            "language": "ko",
            "status": "forbidden",
        }
    ]


def test_an_unknown_language_is_refused(held):
    ran = glossary(held, "find", "a", "--lang", "xx")
    assert ran.code == 2
    assert '"xx"' in ran.err


# Checking


def test_a_glossary_in_order_leaves_with_0(held):
    ran = glossary(held, "check")
    assert (ran.code, ran.out) == (0, "no flaws\n")


def test_flaws_are_told_with_file_line_and_mend_and_leave_with_1(held):
    held.write(
        "glossary/more.toml", '[fog]\nkind = "comon"\nen = ["fog"]\n\n[tide]\nen = ["tide"]\n'
    )
    ran = glossary(held, "check")
    assert ran.code == 1
    assert ran.out.startswith("glossary/more.toml:2: \"kind\" is 'comon'; use person, ")
    assert 'glossary/more.toml:5: "tide" has no preferred term in ko' in ran.out
    assert ran.out.endswith("flaws\n")
    flaws = data(held, "check")
    assert {it["file"] for it in flaws} == {"glossary/more.toml"}
    assert all(it["line"] and it["message"] for it in flaws)


def test_one_id_in_two_files_is_told_with_both_places(held):
    held.write("glossary/more.toml", '[port-lantern]\nen = ["port"]\nko = ["항"]\nzh_TW = ["港"]\n')
    ran = glossary(held, "check")
    assert ran.code == 1
    assert '"port-lantern" is a concept of glossary/more.toml:1 already' in ran.out
    assert "glossary/town.toml:3: " in ran.out


def test_a_glossary_from_anywhere_is_checked(away):
    ran = glossary(away, "check", "-g", "terms.toml")
    assert ran.code == 1  # zh_CN has no terms
    assert 'terms.toml:3: "port-lantern" has no preferred term in zh_CN' in ran.out


@pytest.mark.parametrize(
    "arguments",
    [["list"], ["show", "a"], ["find", "a"], ["check"], ["impact", "a"]],
    ids=lambda arguments: arguments[0],
)
@pytest.mark.parametrize(
    ("content", "line"), [(b"[fog\n", 1), (b'[fog]\nen = ["a"]\nen = 1\n', 3), (b"\n\xff\n", 2)]
)
def test_what_is_no_toml_leaves_with_2_and_its_line(held, arguments, content, line):
    (held.root / "glossary/bad.toml").write_bytes(content)
    ran = glossary(held, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"tongsa: glossary/bad.toml:{line}")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("arguments", [["list"], ["show", "a"], ["find", "a"], ["check"]])
def test_without_a_desk_and_a_glossary_there_is_nothing_to_look_into(away, arguments):
    ran = glossary(away, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "no desk stands here, and no glossary is named" in ran.err


@pytest.mark.parametrize("arguments", [["impact", "a"], ["add", "a", "-t", "en=a"], ["edit", "a"]])
def test_what_needs_a_desk_says_so(away, arguments):
    ran = glossary(away, *arguments)
    assert ran.code == 2
    assert "desk" in ran.err


# What a change touches


def test_the_translations_that_name_a_concept_are_shown(held):
    held.run("build")
    held.translate("ko", "quay", lambda text: "랜턴항의 부두" if "Port" in text else "말")
    held.translate("zh_TW", "quay", lambda _text: "無")
    ran = glossary(held, "impact", "랜턴항")
    assert ran.code == 0
    first, second, third, fourth, last = ran.out.splitlines()
    place = re.match(r"(locale/ko/LC_MESSAGES/quay.po):(\d+):(\d+): Port Lantern → 랜턴항$", first)
    line = held.read(place[1]).split("\n")[int(place[2]) - 1]
    assert line[int(place[3]) - 1 :].startswith("Port Lantern")
    assert second == "  랜턴항의 부두"
    assert third.endswith("Port Lantern → no term of the glossary")
    assert fourth == "  無"
    assert last == 'a change of "port-lantern" makes 2 translations in 2 catalogs stale'


def test_impact_as_json_tells_terms_and_forms(held):
    held.run("build")
    held.translate("ko", "quay", lambda _text: "랜턴항과 항구랜턴")
    (row,) = data(held, "impact", "port-lantern")
    assert row["terms"] == ["Port Lantern"]
    assert row["forms"] == ["랜턴항", "항구랜턴"]
    assert (row["language"], row["file"]) == ("ko", "locale/ko/LC_MESSAGES/quay.po")


def test_a_concept_that_no_article_names_makes_nothing_stale(held):
    held.run("build")
    held.translate("ko", "quay", lambda _text: "말")
    out = glossary(held, "impact", "harbour-board").out
    assert out == 'a change of "harbour-board" makes 0 translations in 0 catalogs stale\n'


# Adding and editing


def test_a_concept_is_added_at_the_end_and_all_else_stays(held):
    ran = glossary(
        held, "add", "fog-horn", "--kind", "technology", "--file", "town.toml",
        "-t", "en=fog horn", "-t", "ko=무적", "-t", "ko=안개 고동", "-t", "zh-TW=霧笛",
        "--forbid", "ko=포그혼: nobody says so", "--note", "One word.", "--source", "unverified",
    )  # fmt: skip
    assert (ran.code, ran.out) == (0, "wrote glossary/town.toml\n")
    text = held.read("glossary/town.toml")
    assert text.startswith(GLOSSARY)
    concept = tomllib.loads(text)["fog-horn"]
    assert concept["kind"] == "technology"
    assert concept["note"] == "One word."
    shown = data(held, "show", "fog-horn")
    assert [(it["language"], it["text"], it["status"]) for it in shown["terms"]] == [
        ("en", "fog horn", "preferred"),
        ("ko", "무적", "preferred"),
        ("ko", "안개 고동", "admitted"),
        ("ko", "포그혼", "forbidden"),
        ("zh_TW", "霧笛", "preferred"),
    ]
    assert shown["terms"][3]["note"] == "nobody says so"


def test_without_a_file_a_concept_goes_into_a_file_of_its_own(held):
    assert glossary(held, "add", "fog", "-t", "en=fog").out == "wrote glossary/concepts.toml\n"
    assert data(held, "show", "fog")["kind"] == "common"
    assert held.read("glossary/town.toml") == GLOSSARY


def test_on_a_desk_without_a_glossary_the_first_concept_makes_one(town):
    assert glossary(town, "add", "fog", "-t", "en=fog").code == 0
    assert [it["id"] for it in data(town, "list")] == ["fog"]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["port-lantern", "-t", "en=a"], "is a concept of glossary/town.toml:3 already"),
        (["fog"], "a concept needs a term"),
        (["fog", "--forbid", ""], "is no term"),
        (["fog", "-t", "en"], '"en" is no term'),
        (["fog", "-t", "en="], '"en=" is no term'),
        (["fog", "-t", "=fog"], "no facts are known of the language"),
        (["fog", "-t", "xx=fog"], '"xx"'),
        (["fog", "-t", "en=fog", "--kind", "weather"], '"weather" is no kind'),
        (["Fog Horn", "-t", "en=fog"], "Fog Horn"),
        (["", "-t", "en=fog"], ""),
        (["fog", "-t", "en=fog", "--file", "../x.toml"], "is no file of the glossary"),
        (["fog", "-t", "en=fog", "--file", "/x.toml"], "is no file of the glossary"),
        (["fog", "-t", "en=fog", "--file", "x.txt"], "is no file of the glossary"),
    ],
)
def test_what_cannot_be_added_is_told_and_nothing_is_written(held, arguments, reason):
    before = held.files()
    ran = glossary(held, "add", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("tongsa: ")
    assert reason in ran.err
    assert held.files() == before


def test_an_edit_changes_its_concept_and_keeps_comments_and_order(held):
    ran = glossary(
        held, "edit", "harbour-board", "-t", "ko=항만 이사회", "--drop", "zh_TW=港務委員會",
        "--forbid", "ko=하버보드", "--definition", "Runs the port.",
    )  # fmt: skip
    assert (ran.code, ran.out) == (0, "wrote glossary/town.toml\n")
    text = held.read("glossary/town.toml")
    head = GLOSSARY[: GLOSSARY.index("[harbour-board]")]
    assert text.startswith(head)
    concept = data(held, "show", "harbour-board")
    assert concept["definition"] == "Runs the port."
    assert [(it["language"], it["text"], it["status"]) for it in concept["terms"]] == [
        ("en", "Harbour Board", "preferred"),
        ("ko", "항만위원회", "preferred"),
        ("ko", "항만 이사회", "admitted"),
        ("ko", "하버보드", "forbidden"),
    ]


def test_an_edit_that_says_what_stands_there_writes_nothing(held):
    ran = glossary(held, "edit", "port-lantern", "--kind", "place")
    assert (ran.code, ran.out) == (0, "glossary/town.toml says so already\n")
    assert held.read("glossary/town.toml") == GLOSSARY


def test_a_byte_order_mark_and_carriage_returns_stay(held):
    text = "\ufeff" + GLOSSARY.replace("\n", "\r\n")
    held.write("glossary/town.toml", text)
    assert glossary(held, "edit", "port-lantern", "--source", "the town's clerk").code == 0
    assert held.read("glossary/town.toml") == text.replace("unverified", "the town's clerk")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["fog", "--note", "a"], 'the glossary has no concept "fog"'),
        (["port-lantern"], "nothing was given to change"),
        (["port-lantern", "--drop", "ko=없는 말"], "없는 말"),
        (["port-lantern", "--kind", "weather"], '"weather" is no kind'),
        (["port-lantern", "--drop", "ko"], '"ko" is no term'),
    ],
)
def test_what_cannot_be_edited_is_told_and_nothing_is_written(held, arguments, reason):
    before = held.files()
    ran = glossary(held, "edit", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert reason in ran.err
    assert held.files() == before


# All of them


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_shows_an_example(town, command):
    ran = glossary(town, command, "--help")
    assert ran.code == 0
    assert f"Example:\n    tongsa glossary {command} " in f"{ran.out} ".replace(
        "\n", " \n"
    ).replace("Example: \n", "Example:\n")


def test_the_commands_are_listed_with_an_example(town):
    ran = glossary(town, "--help")
    assert ran.code == 0
    assert "Example:\n    tongsa glossary add" in ran.out
    for command in COMMANDS:
        assert re.search(rf"^  {command} ", ran.out, re.MULTILINE)


def test_no_control_character_of_a_glossary_reaches_the_screen(held):
    held.write(
        "glossary/town.toml",
        '[fog]\nnote = "a\\u001b[31m"\ndefinition = "b\\u009b"\nlinks = ["c\\u001b"]\n'
        'en = ["fog"]\nko = ["안개"]\nzh_TW = ["霧"]\n',
    )
    for arguments in (["list"], ["show", "fog"], ["find", "fog"], ["check"]):
        for output in ("text", "json"):
            ran = glossary(held, *arguments, "-f", output)
            assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", ran.out + ran.err)


def test_an_export_is_printed_where_no_file_is_named(held):
    before = held.files()
    assert glossary(held, "export", "terms.csv").code == 0
    printed = glossary(held, "export", "-", "--as", "csv")
    assert printed.code == 0
    assert printed.out.encode() == (held.root / "terms.csv").read_bytes()
    (held.root / "terms.csv").unlink()
    assert held.files() == before
    assert "name one with --as" in glossary(held, "export", "-").err
