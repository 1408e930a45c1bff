"""What people wrote is never overwritten by a report, a page, a list or an export."""

import os

import pytest
from lantern import filled, settings

SACRED = (
    "tongsa.toml",
    "glossary/town.toml",
    "checks/new.toml",
    "locale/quay.pot",
    "locale/ko/LC_MESSAGES/quay.po",
    "seeds/quay.txt",
    "seeds/new.html",
    "seeds/../seeds/quay.txt",
    "link.txt",
    "editions/ko/quay.txt",
)


@pytest.fixture
def desk(town):
    filled(town, ko="무", zh_TW="無")
    (town.root / "link.txt").symlink_to("seeds/quay.txt")
    return town


def refused(town, *words):
    before = town.files()
    ran = town.run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert town.files() == before
    return ran.err


@pytest.mark.parametrize("file", SACRED)
@pytest.mark.parametrize("option", ["--output", "--write-baseline"])
def test_a_report_takes_the_place_of_nothing_that_people_wrote(desk, option, file):
    assert "would take the place of" in refused(desk, "check", option, file)


@pytest.mark.parametrize("file", ["terms.tbx", "known.json", "rules.srx"])
def test_a_report_takes_the_place_of_nothing_that_the_run_reads(desk, file):
    settings(desk, 'baseline = "known.json"\n')
    desk.write("tongsa.toml", 'srx = "rules.srx"\n' + desk.read("tongsa.toml"))
    assert desk.run("glossary", "export", "terms.tbx").code == 0
    assert desk.run("check", "--write-baseline", "known.json").code == 0
    desk.write("rules.srx", "<srx/>")
    assert "would take the place of" in refused(desk, "check", "-g", "terms.tbx", "-o", file)


def test_no_report_becomes_the_settings(desk):
    table = desk.read("tongsa.toml").replace("[checks", "[tool.tongsa.checks")
    desk.write("pyproject.toml", f"[tool.tongsa]\n{table}")
    assert desk.run("check", "-f", "json", "-o", "tongsa.json").code == 1
    (desk.root / "tongsa.json").unlink()
    (desk.root / "tongsa.toml").unlink()
    assert "a desk's settings" in refused(desk, "check", "-f", "json", "-o", "tongsa.json")


@pytest.mark.parametrize("file", ["report.txt", "report.html", "locale/report.json"])
def test_a_report_may_be_written_anew(desk, file):
    for _ in range(2):
        assert desk.run("check", "--output", file).code == 1
        assert desk.run("check", "--write-baseline", "known.json").code == 0


@pytest.mark.parametrize("page", ["seeds/quay.html", "editions/ko/quay.html", "x.po", "away.html"])
def test_a_preview_takes_the_place_of_nothing_that_people_wrote(desk, page):
    article = desk.write("away.html", "<p>Fog closed the harbour.</p>")
    assert "would take the place of" in refused(desk, "preview", str(article), "-o", page)


@pytest.mark.parametrize("form", ["tbx", "csv", "po", "omegat"])
@pytest.mark.parametrize("file", SACRED)
def test_an_export_takes_the_place_of_nothing_that_people_wrote(desk, form, file):
    words = ("glossary", "export", file, "--as", form, "--lang", "ko")
    assert "would take the place of" in refused(desk, *words)


def test_an_export_may_be_written_anew(desk):
    for file in ("terms.tbx", "terms.csv", "terms.po", "terms.txt"):
        for _ in range(2):
            assert desk.run("glossary", "export", file, "--lang", "ko").code == 0


def test_an_export_takes_the_place_of_no_glossary_that_it_is_made_from(desk):
    desk.run("glossary", "export", "terms.csv")
    err = refused(desk, "glossary", "export", "terms.csv", "-g", "terms.csv")
    assert "a file that is read here" in err


def test_what_is_written_takes_the_place_of_no_pipe(desk):
    os.mkfifo(desk.root / "pipe.csv")
    for words in (["check", "--write-baseline"], ["glossary", "export"]):
        assert "is a pipe or a device" in refused(desk, *words, "pipe.csv")


@pytest.mark.parametrize("words", [["check", "-o"], ["glossary", "export", "--as", "csv"]])
def test_a_link_that_leads_to_itself_is_told(desk, words):
    (desk.root / "loop").symlink_to("loop")
    assert "links" in refused(desk, *words, "loop")
