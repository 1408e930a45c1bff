import json
import re

import jsonschema
import pytest
from lantern import BODY, HEADER, RULE, SCHEMA, filled, found, settings
from town import figures


def test_a_reason_is_given_once_for_each_check(town):
    filled(town, ko="무", zh_TW="無")
    ran = town.run("check")
    assert ran.out.count("T101 term-not-followed") == 4
    assert ran.out.count("  why     ") == 1
    assert "may use for it.\n" in ran.out
    assert "Readers then meet" not in ran.out


def test_no_control_character_reaches_the_screen(town, away):
    hostile = BODY.replace("는 쉰다", r"는\033[31m \x1b]0;x\007 \302\233 쉰다")
    hostile = hostile.replace("msgid", 'msgctxt "x\x1b[2J"\nmsgid')
    (away / "in.po").write_text(HEADER.format("ko") + hostile, "utf-8")
    for output in ("text", "json"):
        ran = town.run("check", "in.po", "-g", "terms.toml", "-f", output)
        assert ran.code == 1
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", ran.out + ran.err)
    table = json.loads(ran.out)
    assert "\x1b[31m" in table["findings"][0]["target"]


def test_a_file_name_with_signs_that_move_the_cursor_is_shown_escaped(town, away):
    (away / "in.po").rename(away / "in\x1b[31m.po")
    ran = town.run("check", "in\x1b[31m.po", "-g", "terms.toml")
    assert ran.code == 1
    assert "\x1b" not in ran.out + ran.err


def test_json_points_at_the_letter_in_the_file(town, away):
    text = HEADER.format("ko") + (
        'msgid ""\n"Dockers of "\n"Port Lantern rest."\n'
        'msgstr ""\n"오늘\\n\\"\\355\\225\\234\\" "\n"여기 랜턴부두는 쉰다."\n'
    )
    (away / "in.po").write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    (finding,) = found(town, "in.po", "-g", "terms.toml", "--select", "T")
    assert (finding["line"], finding["column"]) == (11, 5)
    assert text.split("\n")[10][4:8] == "랜턴부두"
    assert finding["target"] == '오늘\n"한" 여기 랜턴부두는 쉰다.'
    assert finding["target"][slice(*finding["target_spans"][0])] == "랜턴부두"
    assert finding["source"][slice(*finding["source_spans"][0])] == "Port Lantern"
    assert finding["fix"] == '오늘\n"한" 여기 랜턴항은 쉰다.'


def test_json_with_errors_still_is_json_and_the_errors_go_elsewhere(town, away):
    (away / "bad.po").write_text('msgid "a"\n', "utf-8")
    ran = town.run("check", "in.po", "bad.po", "-g", "terms.toml", "-f", "json")
    assert ran.code == 2
    table = json.loads(ran.out)
    jsonschema.validate(table, SCHEMA)
    assert table["summary"]["files"] == 1
    assert ran.err.startswith("tongsa: bad.po:")


def test_a_note_on_the_source_is_told_once_an_article(town):
    settings(town)
    town.write(
        "glossary/town.toml",
        '[quay]\nkind = "place"\nko = ["랜턴항"]\nzh_TW = ["蘭登港"]\n'
        'en = ["Lantern Port", { term = "Port Lantern", type = "variant" }]\n',
    )
    town.run("build")
    town.translate("ko", "quay", lambda text: f"랜턴항 {figures(text)}")
    town.translate("zh_TW", "quay", lambda text: f"蘭登港 {figures(text)}")
    assert [(it["code"], it["language"]) for it in found(town)] == [("T109", "ko")]
    assert [it["language"] for it in found(town, "-l", "zh_TW")] == ["zh_TW"]
    town.write("seeds/dawn.txt", town.read("seeds/quay.txt"))
    town.run("build")
    for name in ("quay", "dawn"):
        town.translate("ko", name, lambda text: f"랜턴항 {figures(text)}")
    assert [it["file"].rsplit("/", 1)[1] for it in found(town, "-l", "ko")] == [
        "dawn.po",
        "quay.po",
    ]


@pytest.mark.parametrize("word", ["T102", "t102", "forbidden-term"])
def test_a_check_is_explained_by_code_and_name(town, word):
    ran = town.run("explain", word)
    assert ran.code == 0
    assert ran.out.startswith("T102 forbidden-term (error: keeps an edition back)\n")
    assert "\n  Why. " in ran.out
    assert "\n  Mend. " in ran.out


def test_without_a_code_all_checks_are_listed_with_the_desks_own(town):
    town.write("checks/no_word.toml", RULE)
    ran = town.run("explain")
    assert re.search(r"^T101 +error +term-not-followed +ko zh_TW zh_CN$", ran.out, re.MULTILINE)
    assert re.search(r"^TOWN1 +warning +no-word$", ran.out, re.MULTILINE)
    assert town.run("explain", "TOWN1").out.startswith("TOWN1 no-word (warning")


def test_an_unknown_code_cannot_be_explained(town):
    ran = town.run("explain", "T999")
    assert (ran.code, ran.out) == (2, "")
    assert '"T999" fits no check' in ran.err


def test_the_reference_page_is_printed_outside_any_desk_too(town, away):
    ran = town.run("explain", "--markdown")
    assert ran.code == 0
    assert ran.out.startswith("# The checks\n")
    assert away.exists()


def test_no_control_character_of_a_rule_reaches_the_screen(town):
    why = 'why = "It \\u001b[31m means nothing."'
    town.write("checks/no_word.toml", re.sub('why = ".*"', lambda _: why, RULE))
    assert "\x1b" not in town.run("explain", "TOWN1").out
    filled(town, ko="랜턴항 항만위원회 가가")
    assert "\x1b" not in town.run("check").out


@pytest.mark.parametrize("command", ["check", "fix", "explain"])
def test_help_shows_an_example(town, command):
    ran = town.run(command, "--help")
    assert ran.code == 0
    assert f"Example:\n    tongsa {command}" in ran.out
