import pytest
from lantern import BODY, HEADER, codes, found


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
    asked = found(town, "zh_TW.po", "-g", "terms.toml", "-l", "zh-TW", "--select", "T")
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
quay,place,ko,랜턴부두,forbidden,full,,,,
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
    (finding,) = found(town, "tw.po", "-g", "terms.txt", "--select", "T")
    assert (finding["language"], finding["code"]) == ("zh_TW", "T101")
    ran = town.run("check", "tw.po", "in.po", "-g", "terms.txt")
    assert ran.code == 2
    assert "name the target language" in ran.err


def test_several_glossaries_hold_together(town, away):
    (away / "more.toml").write_text(
        '[rest]\nkind = "common"\nen = ["rest"]\nko = ["휴식"]\n', "utf-8"
    )
    both = found(town, "in.po", "-g", "terms.toml", "-g", "more.toml")
    assert [it["code"] for it in both] == ["T101", "T102"]


def test_another_source_language_is_asked_for(town, away):
    (away / "ko.toml").write_text('[a]\nkind = "place"\nko = ["항구"]\nzh_TW = ["港"]\n', "utf-8")
    (away / "zh_TW.po").write_text('msgid "항구에 간다."\nmsgstr "去"\n', "utf-8")
    terms = ("zh_TW.po", "-g", "ko.toml", "--select", "T")
    assert found(town, *terms) == []
    assert [it["code"] for it in found(town, *terms, "--source", "ko")] == ["T101"]


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
