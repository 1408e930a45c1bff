import json

import pytest
from lantern import RULE, codes, filled, found, settings


def test_without_arguments_all_catalogs_of_the_desk_are_checked(town):
    filled(town, ko="랜턴항 항만위원회", zh_TW="無")
    ran = town.run("check")
    assert ran.code == 1
    assert set(codes(ran)) == {"T101"}
    assert "locale/zh_TW/LC_MESSAGES/quay.po:" in ran.out
    assert "locale/ko" not in ran.out
    assert ran.out.endswith(
        "2 errors in 14 translations in 2 catalogs\n`tongsa explain CODE` tells more\n"
    )


def test_an_article_that_is_well_told_passes_every_check(town):
    town.run("build")
    for language in ("ko", "zh_TW"):
        town.translate(language, "quay")
    assert town.run("check").out == "nothing found in 14 translations in 2 catalogs\n"


def test_a_desk_in_order_leaves_with_0(town):
    filled(town, ko="랜턴항 항만위원회", zh_TW="蘭登港 港務委員會")
    ran = town.run("check")
    assert (ran.code, ran.out, ran.err) == (
        0,
        "nothing found in 14 translations in 2 catalogs\n",
        "",
    )


@pytest.mark.parametrize(
    "path",
    [
        "quay",
        "seeds/quay.txt",
        "seeds",
        "locale",
        ".",
        "locale/zh_TW/LC_MESSAGES/quay.po",
        "locale/zh_TW",
    ],
)
def test_catalogs_are_named_by_article_path_and_folder(town, path):
    filled(town, ko="랜턴항 항만위원회", zh_TW="無")
    findings = found(town, path)
    assert [it["file"] for it in findings] == ["locale/zh_TW/LC_MESSAGES/quay.po"] * 2
    summary = json.loads(town.run("check", path, "-f", "json").out)["summary"]
    assert summary["files"] == (1 if "zh_TW" in path else 2)


def test_one_catalog_named_twice_is_checked_once(town):
    filled(town, zh_TW="無")
    po = "locale/zh_TW/LC_MESSAGES/quay.po"
    assert len(found(town, po, "quay", str(town.root / po), "locale")) == 2


@pytest.mark.parametrize("spelling", ["zh_TW", "zh-tw", "zh-Hant"])
@pytest.mark.parametrize("path", [[], ["quay"], ["locale"]], ids=["desk", "article", "folder"])
def test_one_language_of_the_desk_is_checked_however_it_is_spelt(town, spelling, path):
    filled(town, ko="무", zh_TW="無")
    assert {it["language"] for it in found(town, *path, "--lang", spelling)} == {"zh_TW"}


@pytest.mark.parametrize("language", ["zh_CN", "fr", "klingon"])
def test_a_language_that_is_no_target_of_the_desk_is_refused(town, language):
    filled(town, ko="무")
    ran = town.run("check", "--lang", language)
    assert (ran.code, ran.out) == (2, "")
    assert language in ran.err


def test_a_desks_catalog_is_of_its_folders_language_whatever_its_header_says(town):
    filled(town, ko="랜턴항 항만위원회")
    path = "locale/ko/LC_MESSAGES/quay.po"
    town.write(path, town.read(path).replace("Language: ko", "Language: Korean"))
    assert town.run("check", path).code == 0
    assert town.run("check").code == 0


def test_a_desk_without_catalogs_says_so(town):
    ran = town.run("check")
    assert ran.code == 0
    assert "no catalog stands on this desk yet" in ran.err


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("gone.po", "no such file"),
        ("seeds/gone.txt", "no catalog stands there"),
        ("seeds/quay.txt", "no catalog stands there"),
        ("checks", "no catalog stands there"),
    ],
)
def test_a_path_that_leads_to_no_catalog_leaves_with_2(town, path, reason):
    (town.root / "checks").mkdir()
    ran = town.run("check", path)
    assert ran.code == 2
    assert path in ran.err
    assert reason in ran.err


def test_a_broken_catalog_leaves_with_2_and_the_others_are_checked(town):
    filled(town, ko="무", zh_TW="無")
    path = "locale/ko/LC_MESSAGES/quay.po"
    town.write(path, town.read(path).replace("msgstr", "msgstrr"))
    ran = town.run("check")
    assert ran.code == 2
    assert ran.err.startswith(f"tongsa: {path}:")
    assert codes(ran) == ["T101", "T101"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--select", "T102"], ["T102"]),
        (["--select", "t10"], ["T102"]),
        (["--select", "forbidden-term"], ["T102"]),
        (["--select", "T101"], []),
        (["--select", "T101", "--select", "T102"], ["T102"]),
        (["--select", "T101, t102"], ["T102"]),
        (["--ignore", "T102"], []),
        (["--ignore", "T"], []),
        (["--ignore", "forbidden-term"], []),
        (["--ignore", "T101"], ["T102"]),
        (["--select", "T", "--ignore", "T102"], []),
    ],
)
def test_checks_are_selected_and_ignored(town, away, arguments, expected):
    ran = town.run("check", "in.po", "-g", "terms.toml", *arguments)
    assert codes(ran) == expected
    assert ran.code == int(bool(expected))
    assert away.exists()


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize("word", ["T999", "forbidden", ""])
def test_a_word_that_fits_no_check_leaves_with_2(town, away, option, word):
    ran = town.run("check", "in.po", "-g", "terms.toml", option, word)
    assert (ran.code, ran.out) == (2, "")
    assert f'"{word}" fits no check' in ran.err
    assert away.exists()


@pytest.mark.parametrize(
    ("severity", "shown"), [("error", []), ("warning", ["TOWN1"]), ("note", ["TOWN1"])]
)
def test_less_severe_findings_can_be_left_out(town, severity, shown):
    town.write("checks/no_word.toml", RULE)
    filled(town, ko="랜턴항 항만위원회 가가")
    ran = town.run("check", "quay", "-l", "ko", "--severity", severity)
    assert sorted(set(codes(ran))) == shown
    assert ran.code == 0


def test_an_unknown_severity_is_a_usage_error(town):
    assert town.run("check", "--severity", "fatal").code == 2


def test_checks_that_the_desk_skips_are_not_run(town):
    settings(town, skip=["T10"])
    filled(town, ko="무")
    assert town.run("check").code == 0


def test_a_mistyped_skip_is_told_with_the_settings_file(town):
    filled(town, ko="무")
    settings(town, skip=["T999"])
    ran = town.run("check")
    assert ran.code == 2
    assert ran.err.startswith('tongsa: tongsa.toml: "T999" fits no check')


def test_a_check_that_failed_is_told_even_where_others_were_asked_for(town):
    hostile = RULE.replace(
        'kind = "forbidden"\nwords = ["가가"]', 'kind = "pattern"\npattern = "(가|가가)+$"'
    )
    town.write("checks/hostile.toml", hostile)
    filled(town, ko="가" * 80 + "나")
    ran = town.run("check", "-l", "ko", "--select", "TOWN1")
    assert set(codes(ran)) == {"X103"}
    assert ran.code == 1
    assert codes(town.run("check", "-l", "ko", "--select", "TOWN1", "--ignore", "X103")) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (RULE.replace("{found}", "{fuond}"), 5),
        (RULE.replace('"forbidden"', '"forbiden"'), 3),
        (RULE.replace("code", "cod"), 1),
        (RULE + "x\n", 8),
    ],
)
def test_a_flaw_in_a_rule_of_the_desk_leaves_with_2_and_its_line(town, text, line):
    filled(town, ko="무")
    town.write("checks/no_word.toml", text)
    ran = town.run("check")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"tongsa: checks/no_word.toml:{line}:")


def test_a_rule_in_no_utf_8_is_told(town):
    filled(town, ko="무")
    town.write("checks/no_word.toml", "")
    (town.root / "checks/no_word.toml").write_bytes(RULE.encode("cp949"))
    ran = town.run("check")
    assert ran.code == 2
    assert ran.err.startswith("tongsa: checks/no_word.toml:4: byte")
