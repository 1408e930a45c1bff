import json

import pytest
from town import ARTICLE


def test_the_outcome_comes_as_json(town):
    ran = town.run("build", "--format", "json")
    edition = json.loads(ran.out)["editions"][0]
    assert edition["article"] == "quay"
    assert edition["language"] == "ko"
    assert edition["units"] == edition["untranslated"] == 7
    assert edition["translated"] == edition["fuzzy"] == 0
    assert edition["published"] is False
    assert edition["written"] == ["locale/ko/LC_MESSAGES/quay.po", "locale/ko/LC_MESSAGES/quay.mo"]
    assert edition["faults"] == []


@pytest.mark.parametrize("command", ["extract", "update", "compile", "status"])
def test_each_step_is_a_command_that_reports_json(town, command):
    town.run("build")
    report = json.loads(town.run(command, "--format", "json").out)
    assert set(report) == {"editions", "templates", "errors"}


def test_status_writes_nothing(town):
    before = town.files()
    assert town.run("status").code == 0
    assert town.files() == before


def test_init_sets_up_a_desk_that_builds(town, tmp_path, monkeypatch):
    assert town.run("init", str(tmp_path / "new"), "-t", "ko").code == 0
    monkeypatch.chdir(tmp_path / "new")
    ran = town.run("build")
    assert ran.code == 1
    assert "sample" in ran.out


def test_init_leaves_a_desk_alone_that_stands_there(town):
    before = town.files()
    assert town.run("init", ".").code == 2
    assert town.files() == before


def test_init_keeps_a_file_that_stands_there(town, tmp_path):
    own = tmp_path / "new" / "seeds" / "sample.txt"
    own.parent.mkdir(parents=True)
    own.write_text("Mine.\n")
    town.run("init", str(tmp_path / "new"))
    assert own.read_text() == "Mine.\n"


def test_preview_writes_one_page(town):
    town.run("build")
    ran = town.run("preview", "seeds/quay.txt")
    assert ran.code == 0
    assert "Quay Opens Before Dawn" in town.read(ran.out.strip())


def test_errors_come_as_json_too(town):
    town.write("tongsa.toml", 'source = "en"\ntarget = ["ko"]\n')
    ran = town.run("build", "--format", "json")
    assert ran.code == 2
    error = json.loads(ran.out)["errors"][0]
    assert (error["line"], error["message"]) == (2, 'unknown key "target"')
    assert error["file"].endswith("tongsa.toml")


def test_status_tells_what_a_build_would(town):
    town.run("build")
    for language in ("ko", "zh_TW"):
        town.translate(language, "quay")
    town.write("seeds/quay.txt", ARTICLE.replace("$4.5 million", "$5.4 million"))
    before = town.files()
    edition = json.loads(town.run("status", "--format", "json").out)["editions"][0]
    assert (edition["translated"], edition["fuzzy"], edition["untranslated"]) == (6, 1, 0)
    assert town.files() == before


@pytest.mark.parametrize(
    "command",
    ["init", "build", "extract", "update", "compile", "status", "segment", "preview"],
)
def test_every_commands_help_has_an_example_on_lines_of_its_own(town, command):
    ran = town.run(command, "--help")
    assert ran.code == 0
    assert f"\n  Example:\n    tongsa {command}" in ran.out
    assert "\\b" not in ran.out
