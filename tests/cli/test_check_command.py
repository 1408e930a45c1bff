import json
import re
from importlib import resources

import jsonschema
import pytest
from town import marked

SCHEMA = json.loads(resources.files("tongsa.report").joinpath("findings.schema.json").read_text())
GLOSSARY = """\
[quay]
kind = "place"
en = ["Port Lantern"]
ko = ["랜턴항", { term = "항구랜턴", status = "forbidden", note = "a word for word rendering" }]
zh_TW = ["蘭登港"]

[board]
kind = "organisation"
en = ["harbour board"]
ko = ["항만위원회"]
zh_TW = ["港務委員會"]
"""
HEADER = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: {}\\n"\n\n'
)
BODY = 'msgid "Dockers of Port Lantern rest."\nmsgstr "항구랜턴는 쉰다."\n'
RULE = """\
code = "TOWN1"
severity = "warning"
kind = "forbidden"
words = ["가가"]
message = '"{found}" is no word'
why = "It means nothing. Nobody knows it."
mend = "Write a word."
"""


@pytest.fixture
def away(tmp_path, town):
    """A folder that is on no desk, with a catalog and a glossary."""
    folder = tmp_path / "away"
    folder.mkdir()
    town.monkeypatch.chdir(folder)
    (folder / "terms.toml").write_text(GLOSSARY, "utf-8")
    (folder / "in.po").write_text(HEADER.format("ko") + BODY, "utf-8")
    return folder


def codes(ran) -> list[str]:
    return re.findall(r": (?:error|warning|note) ([A-Z]+\d+) ", ran.out)


def found(town, *arguments: str) -> list[dict]:
    ran = town.run("check", *arguments, "--format", "json")
    table = json.loads(ran.out)
    jsonschema.validate(table, SCHEMA)
    return table["findings"]


def filled(town, **words: str) -> None:
    """Translate the desk's article with a glossary; ``words`` are by language what all says."""
    town.write("glossary/town.toml", GLOSSARY)
    town.run("build")
    for language, word in words.items():
        town.translate(language, "quay", lambda _text, word=word: word)


# Which catalogs


def test_without_arguments_all_catalogs_of_the_desk_are_checked(town):
    filled(town, ko="랜턴항 항만위원회", zh_TW="無")
    ran = town.run("check")
    assert ran.code == 1
    assert set(codes(ran)) == {"T101"}
    assert "locale/zh_TW/LC_MESSAGES/quay.po:" in ran.out
    assert "locale/ko" not in ran.out
    assert ran.out.endswith(
        "2 errors in 14 translations in 2 catalogs; `tongsa explain CODE` tells more\n"
    )


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


# Outside any desk


def test_a_catalog_from_anywhere_is_checked(town, away):
    ran = town.run("check", "in.po", "--glossary", "terms.toml")
    assert ran.code == 1
    assert codes(ran) == ["T102"]
    assert ran.out.startswith("in.po:7:9: error T102 forbidden-term\n")
    assert away.name == "away"


def test_a_folder_from_anywhere_is_checked(town, away):
    (away / "more").mkdir()
    (away / "more" / "zh_TW.po").write_text(BODY, "utf-8")
    files = {it["file"] for it in found(town, ".", "-g", "terms.toml")}
    assert files == {"in.po", "more/zh_TW.po"}


def test_without_a_desk_and_a_file_there_is_nothing_to_check(town, away):
    ran = town.run("check")
    assert ran.code == 2
    assert "no desk stands here" in ran.err
    assert not list(away.glob(".tongsa"))


def test_without_a_glossary_no_term_is_checked_and_that_is_said(town, away):
    ran = town.run("check", "in.po")
    assert (ran.code, ran.out) == (0, "nothing found in 1 translation in 1 catalog\n")
    assert "there is no glossary, so no term is checked" in ran.err
    assert away.exists()


@pytest.mark.parametrize(
    "name",
    ["ko.po", "news.ko.po", "ko/news.po", "ko/LC_MESSAGES/news.po", "en/ko/LC_MESSAGES/en.po"],
)
def test_the_language_is_read_from_the_path_where_the_header_has_none(town, away, name):
    path = away / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(BODY, "utf-8")
    assert [it["language"] for it in found(town, name, "-g", "terms.toml")] == ["ko"]


def test_the_header_outranks_the_path_and_the_option_outranks_both(town, away):
    (away / "zh_TW.po").write_text(HEADER.format("ko") + BODY, "utf-8")
    assert [it["language"] for it in found(town, "zh_TW.po", "-g", "terms.toml")] == ["ko"]
    asked = found(town, "zh_TW.po", "-g", "terms.toml", "-l", "zh-TW")
    assert [(it["code"], it["language"]) for it in asked] == [("T101", "zh_TW")]


@pytest.mark.parametrize(
    ("header", "reason"),
    [("", "neither its header nor its path"), (HEADER.format("xx"), 'its language "xx"')],
)
def test_a_language_that_nobody_tells_is_an_error_with_its_mend(town, away, header, reason):
    (away / "in.po").write_text(header + BODY, "utf-8")
    ran = town.run("check", "in.po", "-g", "terms.toml")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert reason in ran.err
    assert "--lang" in ran.err


CSV = """\
concept,kind,language,term,status,type,romanisation,region,definition,note
quay,place,en,Port Lantern,preferred,full,,,,
quay,place,ko,랜턴항,preferred,full,,,,
quay,place,ko,항구랜턴,forbidden,full,,,,
"""
TBX = """\
<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX" xml:lang="en"><text><body><termEntry id="quay">
<langSet xml:lang="en"><tig><term>Port Lantern</term></tig></langSet>
<langSet xml:lang="ko"><tig><term>랜턴항</term></tig></langSet>
</termEntry></body></text></martif>
"""


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("terms.csv", CSV, "T102"),
        ("terms.tbx", TBX, "T101"),
        ("terms.txt", "Port Lantern\t랜턴항\tplace\n", "T101"),
    ],
)
def test_a_glossary_may_be_in_another_format(town, away, name, content, code):
    (away / name).write_text(content, "utf-8")
    assert [it["code"] for it in found(town, "in.po", "--glossary", name)] == [code]


def test_a_glossary_that_names_no_language_is_of_the_catalogs_or_of_the_one_asked_for(town, away):
    (away / "terms.txt").write_text("Port Lantern\t蘭登港\n", "utf-8")
    (away / "tw.po").write_text(HEADER.format("zh_TW") + BODY, "utf-8")
    (finding,) = found(town, "tw.po", "-g", "terms.txt")
    assert (finding["language"], finding["code"]) == ("zh_TW", "T101")
    ran = town.run("check", "tw.po", "in.po", "-g", "terms.txt")
    assert ran.code == 2
    assert "--lang" in ran.err


def test_several_glossaries_hold_together(town, away):
    (away / "more.toml").write_text(
        '[rest]\nkind = "common"\nen = ["rest"]\nko = ["휴식"]\n', "utf-8"
    )
    both = found(town, "in.po", "-g", "terms.toml", "-g", "more.toml")
    assert [it["code"] for it in both] == ["T101", "T102"]


def test_another_source_language_is_asked_for(town, away):
    (away / "ko.toml").write_text('[a]\nkind = "place"\nko = ["항구"]\nzh_TW = ["港"]\n', "utf-8")
    (away / "zh_TW.po").write_text('msgid "항구에 간다."\nmsgstr "去"\n', "utf-8")
    assert found(town, "zh_TW.po", "-g", "ko.toml") == []
    assert [it["code"] for it in found(town, "zh_TW.po", "-g", "ko.toml", "--source", "ko")] == [
        "T101"
    ]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ('[quay]\nkind = "harbour"\nen = ["a"]\n', 2),
        ("[quay\n", 1),
        ('[quay]\nen = ["a"]\n[quay]\n', 3),
    ],
)
def test_a_broken_glossary_leaves_with_2_and_its_line_once(town, away, content, line):
    (away / "bad.toml").write_text(content, "utf-8")
    (away / "two.po").write_text(HEADER.format("ko") + BODY, "utf-8")
    ran = town.run("check", "in.po", "two.po", "-g", "bad.toml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"tongsa: bad.toml:{line}")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("name", ["gone.toml", ".", "terms.pdf"])
def test_a_glossary_that_cannot_be_read_leaves_with_2(town, away, name):
    (away / "terms.pdf").write_bytes(b"%PDF-1.7")
    ran = town.run("check", "in.po", "-g", name)
    assert ran.code == 2
    assert ran.err.startswith(f"tongsa: {name}: ")


# Which checks


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--select", "T102"], ["T102"]),
        (["--select", "t10"], ["T102"]),
        (["--select", "forbidden-term"], ["T102"]),
        (["--select", "T101"], []),
        (["--select", "T101", "--select", "T102"], ["T102"]),
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
    town.write("tongsa.toml", town.read("tongsa.toml") + '[checks]\nskip = ["T10"]\n')
    filled(town, ko="무")
    assert town.run("check").code == 0


def test_a_mistyped_skip_is_told_with_the_settings_file(town):
    filled(town, ko="무")
    town.write("tongsa.toml", town.read("tongsa.toml") + '[checks]\nskip = ["T999"]\n')
    ran = town.run("check")
    assert ran.code == 2
    assert ran.err.startswith('tongsa: tongsa.toml: "T999" fits no check')


def test_a_check_that_failed_is_told_even_where_others_were_asked_for(town):
    hostile = RULE.replace('kind = "forbidden"\nwords = ["가가"]', 'kind = "pattern"\npattern = "(가|가가)+$"')
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
        (RULE + "x", 8),
    ],
)
def test_a_flaw_in_a_rule_of_the_desk_leaves_with_2_and_its_line(town, text, line):
    town.write("checks/no_word.toml", text)
    filled(town, ko="무")
    ran = town.run("check")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"tongsa: checks/no_word.toml:{line}:")


def test_a_rule_in_no_utf_8_is_told(town):
    town.write("checks/no_word.toml", RULE)
    (town.root / "checks/no_word.toml").write_bytes(RULE.encode("cp949"))
    filled(town, ko="무")
    ran = town.run("check")
    assert ran.code == 2
    assert ran.err.startswith("tongsa: checks/no_word.toml:4: byte")


# What is shown


def test_a_reason_is_given_once_for_each_check(town):
    filled(town, ko="무", zh_TW="無")
    ran = town.run("check")
    assert ran.out.count("T101 term-not-followed") == 4
    assert ran.out.count("  why     ") == 1
    assert "may use for it.\n" in ran.out
    assert "Readers then meet" not in ran.out


def test_no_control_character_reaches_the_screen(town, away):
    hostile = BODY.replace("는 쉰다", r"는\033[31m \x1b]0;x\007 \302\233 쉰다")
    hostile = hostile.replace("msgid", f'msgctxt "x\x1b[2J"\nmsgid')
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
        'msgstr ""\n"오늘\\n\\"\\355\\225\\234\\" "\n"여기 항구랜턴는 쉰다."\n'
    )
    (away / "in.po").write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    (finding,) = found(town, "in.po", "-g", "terms.toml")
    assert (finding["line"], finding["column"]) == (11, 5)
    assert text.split("\n")[10][4:8] == "항구랜턴"
    assert finding["target"] == '오늘\n"한" 여기 항구랜턴는 쉰다.'
    assert finding["target"][slice(*finding["target_spans"][0])] == "항구랜턴"
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


# Setting aside


def settings(town, text: str) -> None:
    town.write("tongsa.toml", 'source = "en"\ntargets = ["ko", "zh_TW"]\n' + text)


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
    settings(town, IGNORE.format("T101") + '\n# old\n' + IGNORE.format("T102"))
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
        ('check = "T101"\n', 'lacks "reason"', 7),
        ('check = "T101"\nreason = ""\n', 'lacks "reason"', 7),
        ('reason = "so"\n', 'lacks "check"', 7),
        ('check = "T101"\nreason = "so"\nlang = "ko"\n', 'unknown key "lang"', 9),
        ('check = "T101"\nreason = "so"\nlanguage = "kr"\n', 'the language "kr"', 9),
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
    settings(town, '[checks]\nbaseline = "known.json"\n')
    ran = town.run("check")
    assert (ran.code, ran.out) == (
        0,
        "nothing found in 14 translations in 2 catalogs, 4 set aside\n",
    )
    town.write("glossary/more.toml", '[ship]\nen = ["ship"]\nko = ["배"]\nzh_TW = ["船"]\n')
    assert {it["message"].split('"')[1] for it in found(town)} == {"ships", "Ships"}


def test_a_baseline_survives_rewording_of_units_and_articles(town):
    filled(town, ko="무", zh_TW="無")
    town.run("check", "--write-baseline", "known.json")
    town.write("seeds/quay.txt", "A New Headline\nA new deck\n" + town.read("seeds/quay.txt"))
    town.run("update")
    for language in ("ko", "zh_TW"):
        town.translate(language, "quay", lambda text: f"다른 말 {len(text)}")
    assert found(town, "--baseline", "known.json") == []


def test_a_baseline_written_again_keeps_what_it_had(town):
    settings(town, '[checks]\nbaseline = "known.json"\n')
    filled(town, ko="무", zh_TW="無")
    first = town.run("check", "--write-baseline", "known.json")
    assert (first.code, first.out) == (0, "accepted 4 findings in known.json\n")
    before = town.read("known.json")
    assert town.run("check", "--write-baseline", "known.json").code == 0
    assert town.read("known.json") == before
    assert town.run("check").code == 0


def test_accepted_findings_that_are_gone_are_told_at_their_line(town):
    settings(town, '[checks]\nbaseline = "known.json"\n')
    filled(town, ko="무", zh_TW="無")
    town.run("check", "--write-baseline", "known.json")
    town.translate("ko", "quay", lambda _text: "랜턴항 항만위원회")
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


# What is told of the source


def test_a_note_on_the_source_is_told_once_an_article(town):
    town.write(
        "glossary/town.toml",
        '[quay]\nkind = "place"\nko = ["랜턴항"]\nzh_TW = ["蘭登港"]\n'
        'en = ["Lantern Port", { term = "Port Lantern", type = "variant" }]\n',
    )
    town.run("build")
    town.translate("ko", "quay", lambda _text: "랜턴항")
    town.translate("zh_TW", "quay", lambda _text: "蘭登港")
    assert [(it["code"], it["language"]) for it in found(town)] == [("T109", "ko")]
    assert [it["language"] for it in found(town, "-l", "zh_TW")] == ["zh_TW"]
    town.write("seeds/dawn.txt", town.read("seeds/quay.txt"))
    town.run("build")
    for name in ("quay", "dawn"):
        town.translate("ko", name, lambda _text: "랜턴항")
    assert [it["file"].rsplit("/", 1)[1] for it in found(town, "-l", "ko")] == [
        "dawn.po",
        "quay.po",
    ]


# Building


def test_an_error_keeps_an_edition_back_and_says_where(town):
    filled(town)
    town.translate("ko", "quay", lambda text: marked(text) if "Port" not in text else "항구랜턴")
    ran = town.run("build", "-l", "ko")
    assert ran.code == 1
    assert "kept back" in ran.out
    assert not (town.root / "editions/ko/quay.txt").exists()
    place = re.search(r"(locale/ko/\S+\.po):(\d+):(\d+): T102 ", ran.out)
    line = town.read(place[1]).split("\n")[int(place[2]) - 1]
    assert line[int(place[3]) - 1 :].startswith("항구랜턴")


def test_an_ignore_with_its_reason_lets_the_edition_go(town):
    filled(town)
    town.translate("ko", "quay", lambda text: "항만위원회" if "Port" not in text else "항구랜턴")
    assert town.run("build", "-l", "ko").code == 1
    path = "locale/ko/LC_MESSAGES/quay.po"
    comment = "# tongsa: ignore T102 the captain says it so\n"
    context, start = 'msgctxt "deck"', town.read(path).index("#. role: deck")
    assert context in town.read(path)
    town.write(path, town.read(path)[:start] + comment + town.read(path)[start:])
    ran = town.run("build", "-l", "ko")
    assert ran.code == 0
    assert comment in town.read(path)
    assert "항구랜턴" in town.read("editions/ko/quay.txt")


def test_warnings_and_notes_keep_nothing_back(town):
    town.write("checks/no_word.toml", RULE)
    filled(town, ko="랜턴항 항만위원회 가가")
    ran = town.run("build", "-l", "ko")
    assert ran.code == 0
    assert "7 warnings and notes: `tongsa check` shows them" in ran.out


def test_compile_holds_back_what_build_does_and_a_draft_is_written_all_the_same(town):
    filled(town, ko="무")
    assert town.run("compile", "-l", "ko").code == 1
    assert town.run("compile", "-l", "ko", "--draft").code == 1
    assert (town.root / "editions/drafts/ko/quay.txt").exists()
    assert not (town.root / "editions/ko/quay.txt").exists()


def test_status_tells_the_findings_as_json(town):
    filled(town, ko="무")
    ran = town.run("status", "-l", "ko", "-f", "json")
    findings = json.loads(ran.out)["editions"][0]["findings"]
    assert [it["code"] for it in findings] == ["T101", "T101"]
    assert ran.code == 0


# Hints


def test_an_update_writes_the_terms_of_each_unit_and_changes_nothing_the_second_time(town):
    note = GLOSSARY.replace("[board]", "[board]\nnote = '''\nOne body,\n  not two.\\\n'''")
    town.write("glossary/town.toml", note)
    town.run("extract")
    town.run("update")
    text = town.read("locale/ko/LC_MESSAGES/quay.po")
    assert "#. term: Port Lantern → 랜턴항 (preferred), 항구랜턴 (forbidden)\n" in text
    assert "#. term: harbour board → 항만위원회 (preferred) – One body, not two.\\" in text
    assert "term:" not in town.read("locale/quay.pot")
    files = town.files()
    town.run("update")
    assert town.files() == files


def test_a_changed_glossary_changes_hints_alone(town):
    filled(town, ko="랜턴항 항만위원회")
    town.write("glossary/town.toml", GLOSSARY.replace("랜턴항", "등불항"))
    town.run("update")
    text = town.read("locale/ko/LC_MESSAGES/quay.po")
    assert "#. term: Port Lantern → 등불항 (preferred)" in text
    assert "#. term: Port Lantern → 랜턴항" not in text
    assert "fuzzy" not in text
    assert text.count('msgstr "랜턴항 항만위원회"') == 7


def test_a_term_that_stays_as_it_is_is_told_so(town):
    town.write("glossary/town.toml", '[q]\nen = ["Port Lantern"]\ntranslate = false\n')
    town.run("update")
    assert "#. term: Port Lantern → as it is" in town.read("locale/ko/LC_MESSAGES/quay.po")


# Explaining


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
