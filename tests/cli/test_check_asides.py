import re

import pytest
from lantern import BODY, HEADER, filled, found, settings
from town import figures

IGNORE = '[[checks.ignore]]\ncheck = "{}"\nreason = "as the mayor wishes"\n'


def test_a_comment_on_a_unit_sets_its_finding_aside(town, away):
    comment = "# tongsa: ignore T102 the captain says it so\n"
    (away / "in.po").write_text(HEADER.format("ko") + comment + BODY, "utf-8")
    ran = town.run("check", "in.po", "-g", "terms.toml")
    assert (ran.code, ran.out) == (
        0,
        "nothing found in 1 translation in 1 catalog, 1 set aside\n",
    )


@pytest.mark.parametrize(
    ("fields", "left"),
    [
        ("", {}),
        ('article = "quay"\n', {}),
        ('language = "zh-TW"\n', {"ko": 2}),
        ('text = "Port Lantern"\n', {"ko": 1, "zh_TW": 1}),
    ],
)
def test_the_desks_settings_set_findings_aside(town, fields, left):
    settings(town, IGNORE.format("T101") + fields)
    filled(town, ko="무", zh_TW="無")
    languages = [it["language"] for it in found(town)]
    assert {name: languages.count(name) for name in set(languages)} == left


def test_an_ignore_of_the_desk_that_ignores_nothing_is_told_at_its_line(town):
    settings(town, IGNORE.format("T101") + "\n# old\n" + IGNORE.format("T102"))
    filled(town, ko="무", zh_TW="無")
    (finding,) = found(town)
    assert (finding["code"], finding["file"], finding["severity"]) == (
        "X101",
        "tongsa.toml",
        "warning",
    )
    lines = town.read("tongsa.toml").split("\n")
    assert lines.index('check = "T102"') <= finding["line"] <= lines.index('check = "T102"') + 2
    assert town.run("check").code == 0


def test_an_ignore_of_an_unknown_code_is_told(town):
    settings(town, IGNORE.format("T999"))
    filled(town, ko="랜턴항 항만위원회")
    assert [it["code"] for it in found(town)] == ["X101"]


@pytest.mark.parametrize(
    "arguments",
    [["quay"], ["-l", "ko"], ["locale"], ["--select", "T102"]],
    ids=["article", "language", "folder", "other checks"],
)
def test_idle_ignores_are_told_only_where_the_whole_desk_is_checked(town, arguments):
    settings(town, IGNORE.format("T101"))
    filled(town, ko="랜턴항 항만위원회")
    assert found(town, *arguments) == []
    assert [it["code"] for it in found(town)] == ["X101"]


def test_idle_ignores_are_not_told_where_a_catalog_could_not_be_read(town):
    settings(town, IGNORE.format("T101"))
    filled(town, ko="랜턴항 항만위원회", zh_TW="無")
    path = "locale/zh_TW/LC_MESSAGES/quay.po"
    town.write(path, town.read(path).replace("msgstr", "msgstrr"))
    assert town.run("check").out == "nothing found in 7 translations in 1 catalog\n"


@pytest.mark.parametrize(
    ("entry", "reason", "line"),
    [
        ('check = "T101"\n', 'lacks "reason"', 9),
        ('check = "T101"\nreason = ""\n', 'lacks "reason"', 9),
        ('reason = "so"\n', 'lacks "check"', 9),
        ('check = "T101"\nreason = "so"\nlang = "ko"\n', 'unknown key "lang"', 11),
        ('check = "T101"\nreason = "so"\nlanguage = "kr"\n', 'the language "kr"', 11),
    ],
)
def test_a_wrong_ignore_is_told_with_its_own_line(town, entry, reason, line):
    settings(town, IGNORE.format("T102") + "[[checks.ignore]]\n" + entry)
    ran = town.run("check")
    assert ran.code == 2
    assert reason in ran.err
    assert re.match(rf"tongsa: \S*tongsa\.toml:{line}: ", ran.err)


def test_a_baseline_accepts_what_is_there_and_tells_what_is_new(town):
    filled(town, ko="무", zh_TW="無")
    ran = town.run("check", "--write-baseline", "known.json")
    assert (ran.code, ran.out) == (0, "accepted 4 findings in known.json\n")
    assert found(town, "--baseline", "known.json") == []
    assert len(found(town)) == 4
    settings(town, 'baseline = "known.json"\n')
    ran = town.run("check")
    assert (ran.code, ran.out) == (
        0,
        "nothing found in 14 translations in 2 catalogs, 4 set aside\n",
    )
    town.write("glossary/more.toml", '[ship]\nen = ["ship"]\nko = ["배"]\nzh_TW = ["船"]\n')
    assert {it["message"].split('"')[1] for it in found(town)} == {"ships", "Ships"}


def test_a_baseline_is_printed_where_no_file_is_named(town):
    filled(town, ko="무", zh_TW="無")
    before = town.files()
    ran = town.run("check", "--write-baseline", "-")
    assert (ran.code, ran.err) == (0, "")
    assert town.files() == before
    town.write("known.json", ran.out)
    assert found(town, "--baseline", "known.json") == []


def test_a_baseline_survives_rewording_of_units_and_articles(town):
    filled(town, ko="무", zh_TW="無")
    town.run("check", "--write-baseline", "known.json")
    town.write("seeds/quay.txt", "A New Headline\nA new deck\n" + town.read("seeds/quay.txt"))
    town.run("update")
    for language in ("ko", "zh_TW"):
        town.translate(language, "quay", lambda text: f"다른 말 {figures(text)}{'가' * len(text)}")
    assert found(town, "--baseline", "known.json") == []


def test_a_baseline_written_again_keeps_what_it_had(town):
    settings(town, 'baseline = "known.json"\n')
    filled(town, ko="무", zh_TW="無")
    first = town.run("check", "--write-baseline", "known.json")
    assert (first.code, first.out) == (0, "accepted 4 findings in known.json\n")
    before = town.read("known.json")
    assert town.run("check", "--write-baseline", "known.json").code == 0
    assert town.read("known.json") == before
    assert town.run("check").code == 0


def test_accepted_findings_that_are_gone_are_told_at_their_line(town):
    settings(town, 'baseline = "known.json"\n')
    filled(town, ko="무", zh_TW="無")
    town.run("check", "--write-baseline", "known.json")
    town.translate("ko", "quay", lambda text: f"랜턴항 항만위원회 {figures(text)}")
    findings = found(town)
    assert [(it["code"], it["file"]) for it in findings] == [("X101", "known.json")] * 2
    for finding in findings:
        assert '"language": "ko"' in town.read("known.json").split("\n")[finding["line"] - 1]
    assert found(town, "-l", "zh_TW") == []


def test_a_baseline_is_not_written_where_a_catalog_could_not_be_read(town):
    filled(town, ko="무", zh_TW="無")
    path = "locale/zh_TW/LC_MESSAGES/quay.po"
    town.write(path, town.read(path).replace("msgstr", "msgstrr"))
    ran = town.run("check", "--write-baseline", "known.json")
    assert ran.code == 2
    assert ran.err.startswith(f"tongsa: {path}")
    assert not (town.root / "known.json").exists()


@pytest.mark.parametrize(
    ("content", "reason"), [(None, "no such file"), ("{", "no valid JSON"), ("[]", "no list")]
)
def test_a_baseline_that_cannot_be_read_leaves_with_2(town, content, reason):
    filled(town, ko="무")
    if content is not None:
        town.write("known.json", content)
    ran = town.run("check", "--baseline", "known.json")
    assert ran.code == 2
    assert reason in ran.err
    assert ran.err.count("known.json") >= 1


def test_a_baseline_with_a_byte_order_mark_is_read(town):
    filled(town, ko="무")
    town.run("check", "--write-baseline", "known.json")
    town.write("known.json", "\ufeff" + town.read("known.json"))
    assert found(town, "--baseline", "known.json") == []
