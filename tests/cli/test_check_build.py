import json
import re

from lantern import GLOSSARY, RULE, filled
from town import korean


def test_an_error_keeps_an_edition_back_and_says_where(town):
    filled(town)
    town.translate("ko", "quay", lambda text: korean(text) if "Port" not in text else "랜턴부두")
    ran = town.run("build", "-l", "ko")
    assert ran.code == 1
    assert "kept back" in ran.out
    assert not (town.root / "editions/ko/quay.txt").exists()
    place = re.search(r"(locale/ko/\S+\.po):(\d+):(\d+): T102 ", ran.out)
    line = town.read(place[1]).split("\n")[int(place[2]) - 1]
    assert line[int(place[3]) - 1 :].startswith("랜턴부두")


def test_an_ignore_with_its_reason_lets_the_edition_go(town):
    filled(town)
    town.translate("ko", "quay", lambda text: "항만위원회" if "Port" not in text else "랜턴부두")
    assert town.run("build", "-l", "ko").code == 1
    path = "locale/ko/LC_MESSAGES/quay.po"
    comment = "# tongsa: ignore T102 the captain says it so\n"
    context, start = 'msgctxt "deck"', town.read(path).index("#. role: deck")
    assert context in town.read(path)
    town.write(path, town.read(path)[:start] + comment + town.read(path)[start:])
    ran = town.run("build", "-l", "ko")
    assert ran.code == 0
    assert comment in town.read(path)
    assert "랜턴부두" in town.read("editions/ko/quay.txt")


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


def test_an_update_writes_the_terms_of_each_unit_and_changes_nothing_the_second_time(town):
    note = GLOSSARY.replace("[board]", "[board]\nnote = '''\nOne body,\n  not two.\\\n'''")
    town.write("glossary/town.toml", note)
    town.run("extract")
    town.run("update")
    text = town.read("locale/ko/LC_MESSAGES/quay.po")
    assert "#. term: Port Lantern → 랜턴항 (preferred), 랜턴부두 (forbidden)\n" in text
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
    assert text.count('msgstr "랜턴항 항만위원회') == 7


def test_a_term_that_stays_as_it_is_is_told_so(town):
    town.write("glossary/town.toml", '[q]\nen = ["Port Lantern"]\ntranslate = false\n')
    town.run("update")
    assert "#. term: Port Lantern → as it is" in town.read("locale/ko/LC_MESSAGES/quay.po")
