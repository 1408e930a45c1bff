"""A run over what has not changed says again what was said, and looks at nothing."""

import sqlite3

import pytest
from lantern import GLOSSARY, RULE, filled, settings
from town import SETTINGS

from tongsa.cli import checking, examining
from tongsa.desk import cache

pytestmark = pytest.mark.usefixtures("kept")


@pytest.fixture
def kept(town, tmp_path, monkeypatch):
    """The file of what is kept, in a cache of its own."""
    monkeypatch.setattr(cache, "place", lambda name: tmp_path / "cache" / name)
    monkeypatch.setenv("COLUMNS", "80")
    filled(town, ko="랜턴부두 항만위원회")
    return tmp_path / "cache" / "results.db"


@pytest.fixture
def looks(monkeypatch):
    """How often catalogs were looked at."""
    seen = []
    examine = examining.examine
    monkeypatch.setattr(examining, "examine", lambda *it: seen.append(1) or examine(*it))
    return seen


@pytest.mark.parametrize(
    "arguments", [[], ["quay"], ["-f", "json"], ["-f", "sarif"], ["--severity", "error"]]
)
def test_the_same_is_said_again_without_a_look(town, looks, arguments):
    first = town.run("check", *arguments)
    assert town.run("check", *arguments) == first
    assert len(looks) == 1
    assert first.code == 1


def test_warnings_are_said_again(town, looks):
    town.write("tongsa.toml", SETTINGS + 'styles = ["nobody has it"]\n')
    first = town.run("check")
    assert "nobody has it" in first.err
    assert town.run("check") == first
    assert len(looks) == 1


_CHANGES = {
    "a catalog": lambda town: filled(town, ko="랜턴항"),
    "the glossary": lambda town: town.write("glossary/town.toml", GLOSSARY + "\n"),
    "a rule": lambda town: town.write("checks/words.toml", RULE),
    "the settings": lambda town: town.write("tongsa.toml", SETTINGS + 'translator = "A. Keeper"\n'),
    "an ignore": lambda town: settings(
        town, '[[checks.ignore]]\ncheck = "T102"\nreason = "as the mayor wishes"\n'
    ),
    "the width": lambda town: town.monkeypatch.setenv("COLUMNS", "60"),
}


@pytest.mark.parametrize("change", _CHANGES.values(), ids=_CHANGES)
def test_a_change_is_looked_at(town, looks, change):
    town.run("check")
    change(town)
    town.run("check")
    assert len(looks) == 2


@pytest.mark.parametrize(
    "other", [["--severity", "error"], ["-f", "github"], ["--ignore", "T"], ["quay"], ["-l", "ko"]]
)
def test_another_question_has_an_answer_of_its_own(town, looks, other):
    town.run("check")
    town.run("check", *other)
    assert len(looks) == 2


def test_a_report_that_names_places_from_the_repository_is_written_anew_in_another(town, looks):
    town.run("check", "-f", "sarif")
    (town.root.parent / ".git").mkdir()
    town.run("check", "-f", "sarif")
    assert len(looks) == 2


def test_an_accepted_finding_is_missed_once_its_list_is_gone(town, looks):
    settings(town, 'baseline = "known.json"\n')
    town.write("known.json", '{"version": 1, "findings": []}\n')
    before = town.run("check")
    town.run("check", "--write-baseline", "known.json")
    after = town.run("check")
    assert (before.code, after.code) == (1, 0)
    assert len(looks) == 3


@pytest.mark.parametrize("arguments", [["--no-cache"], ["-o", "report.txt"]])
def test_no_answer_is_kept_where_none_may_be(town, looks, arguments):
    for _ in range(2):
        town.run("check", *arguments)
    assert len(looks) == 2


def test_no_answer_is_kept_of_a_broken_catalog(town, looks):
    path = "locale/ko/LC_MESSAGES/quay.po"
    town.write(path, town.read(path).replace("msgstr", "msgstrr"))
    assert [town.run("check").code for _ in range(2)] == [2, 2]
    assert len(looks) == 2


def test_an_answer_that_was_tampered_with_is_not_said(town, kept, looks):
    first = town.run("check")
    with sqlite3.connect(kept) as base:
        base.execute("UPDATE kept SET content = content || x'00'")
    assert town.run("check") == first
    assert len(looks) == 2


def test_no_answer_is_kept_where_checks_of_other_packages_take_part(town, looks, monkeypatch):
    monkeypatch.setattr(checking, "has_others", lambda: True)
    for _ in range(2):
        town.run("check")
    assert len(looks) == 2
