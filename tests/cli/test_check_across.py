"""Catalogs that are checked together are compared; a report tells it in the catalog's place."""

import json

import pytest
from lantern import HEADER, codes

BRIDGE = "The council has promised the islanders a bridge."
USUAL = "의회는 섬 주민들에게 다리를 약속했다."
OTHER = "시의회가 섬사람들에게 교량 건설을 약속했다."
LAST = '\nmsgid "The ferry left the quay."\nmsgstr "The ferry left the quay."\n'


def catalog(target: str, rest: str = "") -> str:
    return f'{HEADER.format("ko")}msgid "{BRIDGE}"\nmsgstr "{target}"\n{rest}'


@pytest.fixture
def islands(town):
    """A desk with two articles that tell one sentence in two ways."""
    for name, target in (("isle", USUAL), ("strait", OTHER)):
        town.write(f"seeds/{name}.txt", f"{name.capitalize()} News\n\n{BRIDGE}\n")
        town.write(f"locale/ko/LC_MESSAGES/{name}.po", catalog(target, LAST))
    return town


def test_a_desk_is_told_what_two_articles_translate_in_two_ways(islands):
    ran = islands.run("check", "--select", "S")
    assert codes(ran) == ["S103"]
    assert "locale/ko/LC_MESSAGES/strait.po:7:9: note S103" in ran.out
    assert "in locale/ko/LC_MESSAGES/isle.po:7 this is translated as" in ran.out
    assert ran.code == 0


def test_an_article_that_is_checked_alone_is_compared_with_none(islands):
    assert codes(islands.run("check", "strait", "--select", "S")) == []
    assert codes(islands.run("check", "isle", "strait", "--select", "S")) == ["S103"]
    assert codes(islands.run("check", "--lang", "ko", "--select", "S")) == ["S103"]


def test_catalogs_of_no_desk_are_compared_where_they_are_named_together(town, away):
    for name, target in (("one", USUAL), ("two", OTHER)):
        (away / f"{name}.po").write_text(catalog(target), "utf-8")
    assert codes(town.run("check", "one.po", "two.po", "--select", "S")) == ["S103"]
    assert codes(town.run("check", "two.po", "--select", "S")) == []


def test_what_is_found_beside_others_stands_in_its_catalog_in_order(islands):
    ran = islands.run("check", "--format", "json", "--jobs", "2")
    found = [(it["file"][-9:], it["code"]) for it in json.loads(ran.out)["findings"]]
    strait = [code for file, code in found if file == "strait.po"]
    assert strait[0] == "S103"
    assert len(strait) == 2
    assert found == sorted(found, key=lambda it: it[0])


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit", "github", "html"])
def test_every_format_tells_it(islands, form):
    ran = islands.run("check", "--select", "S103", "--format", form, "--severity", "note")
    assert ran.code == 0
    assert "S103" in ran.out
    assert "isle.po:7" in ran.out


def test_a_second_run_tells_the_same(islands):
    first = islands.run("check", "--select", "S").out
    assert islands.run("check", "--select", "S").out == first
    assert islands.run("check", "--select", "S", "--no-cache").out == first


def test_it_can_be_left_out_and_be_accepted(islands):
    assert codes(islands.run("check", "--select", "S", "--ignore", "S103")) == []
    assert codes(islands.run("check", "--select", "S", "--severity", "warning")) == []
    islands.run("check", "--select", "S", "--write-baseline", "known.json")
    assert codes(islands.run("check", "--select", "S", "--baseline", "known.json")) == []
    alone = islands.run("check", "strait", "--select", "S", "--baseline", "known.json")
    assert codes(alone) == []
    assert "S103" in (islands.root / "known.json").read_text("utf-8")


def test_it_is_explained(islands):
    ran = islands.run("explain", "S103")
    assert "S103 other-translation-elsewhere (note" in ran.out
