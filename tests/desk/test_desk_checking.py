import re

import pytest

from tongsa.desk import glossaries
from tongsa.desk.checking import Checker, count
from tongsa.desk.desk import load
from tongsa.desk.glossary_files import read_file
from tongsa.desk.impact import impact
from tongsa.desk.settings import parse_json, parse_toml
from tongsa.desk.targets import Target, Wanted
from tongsa.errors import CatalogError, CheckError, DeskError, GlossaryError, SettingsError

BASE = 'source = "en"\ntargets = ["ko", "zh_TW"]\n'
PO = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    'msgid "The fog lifts over the quay."\nmsgstr "안개가 선창에서 걷힌다."\n'
)
GLOSSARY = '[fog]\nen = ["fog"]\nko = ["안개"]\n\n[quay]\nen = ["quay"]\nko = ["부두"]\n'
IGNORE = '[[checks.ignore]]\ncheck = "{}"\nreason = "{}"\n'


def desk_at(root, settings: str = BASE, glossary: str = GLOSSARY):
    (root / "tongsa.toml").write_text(settings, "utf-8")
    (root / "glossary").mkdir(exist_ok=True)
    (root / "glossary/town.toml").write_text(glossary, "utf-8")
    return load(root)


def target_at(path, text: str = PO, **more) -> Target:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return Target(path=path, file=path.name, article=path.stem, **more)


# Settings


def test_settings_of_checks_are_read(desk):
    held = desk_at(
        desk,
        f'{BASE}styles = ["town-hall"]\n[checks]\nskip = ["T1"]\nbaseline = "known.json"\n'
        + IGNORE.format("T109", "so")
        + 'article = "quay"\nlanguage = "zh-tw"\ntext = "fog"\n',
    ).settings
    assert held.styles == {"town-hall"}
    assert held.checks.skip == ("T1",)
    assert held.checks.baseline == "known.json"
    (ignore,) = held.checks.ignore
    assert (ignore.check, ignore.article, ignore.language, ignore.text) == (
        "T109",
        "quay",
        "zh_TW",
        "fog",
    )


def test_each_ignore_knows_its_own_line_also_where_reasons_are_alike():
    text = BASE + IGNORE.format("T1", "so") + "\n# next\n" + IGNORE.format("T2", "so")
    ignores = parse_toml(text, file="tongsa.toml").checks.ignore
    lines = text.split("\n")
    for ignore in ignores:
        near = "\n".join(lines[ignore.line - 3 : ignore.line + 1])
        assert f'check = "{ignore.check}"' in near
    assert ignores[0].line < lines.index("# next") < ignores[1].line


def test_ignores_on_one_line_each_know_their_lines():
    text = (
        f'{BASE}[checks]\nignore = [\n  {{ check = "T1", reason = "the first" }},\n'
        '  { check = "T2", reason = "the second" },\n]\n'
    )
    ignores = parse_toml(text, file="tongsa.toml").checks.ignore
    assert [ignore.line for ignore in ignores] == [5, 6]


def test_ignores_in_pyproject_know_their_lines():
    table = "[tool.tongsa]\n" + BASE + IGNORE.format("T1", "so").replace("[[", "[[tool.tongsa.")
    ignores = parse_toml(table, file="pyproject.toml", path=("tool", "tongsa")).checks.ignore
    assert table.split("\n")[ignores[0].line - 1] == 'reason = "so"'


def test_settings_of_checks_may_be_json():
    text = (
        '{"source": "en", "targets": ["ko"],\n'
        '"checks": {"ignore": [\n{"check": "T1", "reason": "so"}]}}'
    )
    (ignore,) = parse_json(text, file="tongsa.json").checks.ignore
    assert ignore.check == "T1"
    assert ignore.line >= 2


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("styles = 1", '"styles" must be a list of texts'),
        ("checks = 1", '"checks" must be a table'),
        ("checks.skip = 1", '"skip" must be a list of texts'),
        ("checks.ignore = 1", '"ignore" must be tables'),
        ("checks.ignore = [1]", '"ignore" must be a table'),
        ("checks.baseline = 1", '"baseline" must be a text'),
        ('checks.baseline = "../known.json"', '"baseline" leaves the desk'),
        ("checks.skips = []", 'unknown key "skips"'),
        ('checks.ignore = [{ check = "T1" }]', 'an ignore lacks "reason"'),
        ('checks.ignore = [{ reason = "so" }]', 'an ignore lacks "check"'),
        ('checks.ignore = [{ check = 1, reason = "so" }]', '"check" must be a text'),
        ('folders.checks = "/etc"', '"checks" leaves the desk'),
    ],
)
def test_wrong_settings_of_checks_are_told_with_their_line(line, message):
    with pytest.raises(SettingsError) as caught:
        parse_toml(f"{BASE}{line}\n", file="tongsa.toml")
    assert message in caught.value.message
    assert (caught.value.file, caught.value.line) == ("tongsa.toml", 3)


# Checking


def test_a_desk_checks_a_catalog_by_its_glossary(desk):
    checker = Checker(desk=desk_at(desk))
    (finding,) = checker.check(target_at(desk / "ko.po"))
    assert (finding.code, finding.file, finding.language) == ("T101", "ko.po", "ko")
    assert (checker.tally.files, checker.tally.units, checker.tally.ignored) == (1, 1, 0)
    assert count([finding]) == {"error": 1}


def test_a_style_that_is_switched_on_changes_what_is_asked_for(desk):
    styled = GLOSSARY.replace('["부두"]', '["부두", { term = "안벽", style = "town-hall" }]')
    target = target_at(desk / "ko.po", PO.replace("걷힌다", "안벽에서 걷힌다"))
    assert len(Checker(desk=desk_at(desk, BASE, styled)).check(target)) == 1
    switched = desk_at(desk, f'{BASE}styles = ["town-hall"]\n', styled)
    assert Checker(desk=switched).check(target) == []


def test_the_catalogs_own_edition_outranks_its_header(desk):
    checker = Checker(desk=desk_at(desk))
    text = PO.replace('UTF-8\\n"', 'UTF-8\\n"\n"Language: zh_TW\\n"')
    assert {it.language for it in checker.check(target_at(desk / "a.po", text, language="ko"))} == {
        "ko"
    }


@pytest.mark.parametrize("name", ["en/a.po", "en.po", "article.po"])
def test_the_source_is_no_edition(desk, name):
    checker = Checker(desk=None, wanted=Wanted(source="en"))
    with pytest.raises(CatalogError, match="neither its header nor its path"):
        checker.check(target_at(desk / name))


def test_every_catalog_of_a_run_knows_one_glossary(desk):
    checker = Checker(desk=desk_at(desk))
    checker.check(target_at(desk / "ko.po"))
    held = checker.glossary
    checker.check(target_at(desk / "more/ko.po"))
    assert checker.glossary is held


def test_a_glossary_file_that_leaves_the_desk_is_refused(desk, tmp_path):
    held = desk_at(desk)
    (tmp_path / "far.toml").write_text(GLOSSARY, "utf-8")
    (desk / "glossary/far.toml").symlink_to(tmp_path / "far.toml")
    with pytest.raises(DeskError, match="leaves the desk"):
        Checker(desk=held).check(target_at(desk / "ko.po"))


def test_a_rule_that_leaves_the_desk_is_refused(desk, tmp_path):
    held = desk_at(desk)
    (tmp_path / "far.toml").write_text("", "utf-8")
    (desk / "checks").mkdir()
    (desk / "checks/far.toml").symlink_to(tmp_path / "far.toml")
    with pytest.raises(DeskError, match="leaves the desk"):
        Checker(desk=held).check(target_at(desk / "ko.po"))


def test_two_files_of_one_concept_are_refused_with_both_places(desk):
    held = desk_at(desk)
    (desk / "glossary/other.toml").write_text("\n" + GLOSSARY, "utf-8")
    with pytest.raises(GlossaryError) as caught:
        Checker(desk=held).check(target_at(desk / "ko.po"))
    assert caught.value.message == '"fog" is a concept of glossary/other.toml:2 already'
    assert (caught.value.file, caught.value.line) == ("glossary/town.toml", 1)


def test_what_is_selected_and_skipped_by_the_desk_is_not_run(desk):
    held = desk_at(desk, BASE + '[checks]\nskip = ["T101"]\n')
    wanted = Wanted(select=["T101", "T102"])
    checker = Checker(desk=held, wanted=wanted)
    assert [check.code for check in checker.examiner.checks] == ["T102", "X103"]


def test_a_mistyped_selection_is_refused(desk):
    with pytest.raises(CheckError, match='"T9" fits no check'):
        Checker(desk=desk_at(desk), wanted=Wanted(select=["T9"])).check(target_at(desk / "ko.po"))


def test_an_idle_ignore_is_told_only_where_its_check_was_run(desk):
    held = desk_at(desk, BASE + IGNORE.format("T102", "so") + IGNORE.format("term-nowhere", "so"))
    target = target_at(desk / "ko.po")

    def rest(**more) -> list[str]:
        checker = Checker(desk=held, whole=True, **more)
        checker.check(target)
        return [it.message.split()[3] for it in checker.rest()]

    assert rest() == ["T102", "term-nowhere"]
    assert rest(wanted=Wanted(skip=["T102"])) == ["term-nowhere"]
    assert rest(wanted=Wanted(skip=["X101"])) == []


# Glossaries kept ready-made


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(glossaries, "_LARGE", 10)
    return tmp_path / "cache" / "tongsa"


def of_file(path, text: str = GLOSSARY):
    path.write_text(text, "utf-8")
    files = [read_file(path, path.name)]
    return glossaries.glossary(files, ("en", "ko"))


def test_a_large_glossary_is_kept_and_found_again(desk, cache, monkeypatch):
    first = of_file(desk / "terms.toml")
    (kept,) = cache.iterdir()
    assert re.fullmatch(r"glossary-[0-9a-f]{32}", kept.name)
    monkeypatch.setattr(glossaries, "load", None)  # it would fail if it were read anew
    again = of_file(desk / "terms.toml")
    assert [concept.id for concept in again.concepts] == ["fog", "quay"]
    assert list(again.concepts) == list(first.concepts)
    assert again.find("The fog", "en")[0][1] == 0


def test_a_changed_glossary_is_read_anew(desk, cache):
    of_file(desk / "terms.toml")
    changed = of_file(desk / "terms.toml", GLOSSARY.replace('"안개"', '"연무"'))
    assert changed.concepts[0].terms[1].text == "연무"
    assert len(list(cache.iterdir())) == 2


@pytest.mark.parametrize("content", [b"", b"tongsa glossary 2\n", b"\xff\xff", b"N" * 99])
def test_a_kept_glossary_that_is_broken_is_read_anew(desk, cache, content):
    of_file(desk / "terms.toml")
    (kept,) = cache.iterdir()
    for part in kept.iterdir():
        part.write_bytes(content)
    assert [it.id for it in of_file(desk / "terms.toml").concepts] == ["fog", "quay"]


def test_a_cache_that_cannot_be_written_is_done_without(desk, cache):
    cache.parent.write_text("a file stands where the folder should", "utf-8")
    assert [it.id for it in of_file(desk / "terms.toml").concepts] == ["fog", "quay"]


def test_only_the_newest_glossaries_are_kept(desk, cache):
    for number in range(12):
        of_file(desk / "terms.toml", f'{GLOSSARY}[a{number}]\nen = ["a{number}"]\n')
    assert len(list(cache.iterdir())) == 8


def test_a_flawed_glossary_is_not_kept(desk, cache):
    with pytest.raises(GlossaryError):
        of_file(desk / "terms.toml", GLOSSARY + "x")
    assert not cache.exists()


# Impact


def test_what_a_concept_touches_is_placed_in_its_catalog(desk):
    checker = Checker(desk=desk_at(desk))
    text = PO + (
        '\nmsgid "a fog"\nmsgid_plural "many fogs"\nmsgstr[0] "안개"\nmsgstr[1] "구름"\n'
        '\n#, fuzzy\nmsgid "old fog"\nmsgstr "안개"\n'
    )
    rows = list(impact(checker, target_at(desk / "ko.po", text), 0))
    assert [(it.source, it.terms, it.forms) for it in rows] == [
        ("The fog lifts over the quay.", ("fog",), ("안개",)),
        ("a fog", ("fog",), ("안개",)),
        ("many fogs", ("fogs",), ()),
    ]
    lines = text.split("\n")
    assert all(lines[it.line - 1][it.column - 1 :].startswith("fog") for it in rows)
