import pytest
from workbench import catalog, examiner, rule, told, unit

from tongsa.catalog import po
from tongsa.check.ignore import DeskIgnore, on_unit
from tongsa.model import Finding, Severity

RULES = 'kind = "forbidden"\nwords = ["윈도", "선창"]\n'


def examined(*comments: str, target: str = "윈도를 닫는다.", language: str = "ko"):
    check = rule(RULES)
    entries = catalog(unit("It shuts.", target, *comments))
    return examiner(check).examine(entries, language)


def shown(found) -> list[str]:
    return [it.finding.code for it in found if not it.ignored]


@pytest.mark.parametrize(
    "comment",
    [
        "# tongsa: ignore TOWN1 he says it so",
        "# tongsa: ignore town-name he says it so",
        "# tongsa: ignore TOWN1: he says it so",
        "# tongsa: ignore TOWN1 – he says it so",
        "#  tongsa :  ignore   TOWN1   he says it so  ",
        "#tongsa: ignore TOWN1 he says it so",
        "# tongsa: ignore town1 he says it so",
        "#\ttongsa: ignore TOWN1 그가 그렇게 말한다",
    ],
)
def test_a_comment_with_code_and_reason_sets_a_finding_aside(comment):
    found = examined(comment)
    assert shown(found) == []
    assert [it.finding.code for it in found] == ["TOWN1"]


@pytest.mark.parametrize(
    "comment",
    [
        "# tongsa: ignore TOWN1",
        "# tongsa: ignore TOWN1   ",
        "# tongsa: ignore TOWN1:",
        "# tongsa: ignore TOWN1 –",
    ],
)
def test_a_comment_without_a_reason_sets_nothing_aside_and_is_told(comment):
    found = examined("# by Orla", comment)
    assert shown(found) == ["TOWN1", "X102"]
    reported = found[1].finding
    assert (reported.line, reported.column) == (8, 1)
    assert "TOWN1" in reported.message
    assert reported.source == "It shuts."


@pytest.mark.parametrize(
    "comment",
    [
        "#. tongsa: ignore TOWN1 he says it so",
        "#: tongsa: ignore TOWN1 he says it so",
        "# see tongsa: ignore TOWN1 he says it so",
        "# tongsa: ignored TOWN1 he says it so",
    ],
)
def test_what_is_no_comment_of_the_kind_sets_nothing_aside(comment):
    assert shown(examined(comment)) == ["TOWN1"]


def test_an_ignore_of_a_code_that_is_not_there_is_told():
    found = examined("# tongsa: ignore TOWN7 he says it so")
    assert shown(found) == ["TOWN1", "X101"]
    assert found[1].finding.message.startswith("the ignore of TOWN7 ignores nothing")


def test_an_ignore_that_no_longer_ignores_anything_is_told_at_its_line():
    found = examined("# first", "# tongsa: ignore TOWN1 he says it so", target="창을 닫는다.")
    assert told(found) == ["X101 8:1"]


def test_an_ignore_of_a_check_that_is_not_run_is_not_told():
    check = rule(RULES)
    entries = catalog(unit("It shuts.", "창을 닫는다.", "# tongsa: ignore T102 he says it so"))
    assert examiner(check).examine(entries, "ko") == ()


def test_an_ignore_on_a_translation_that_is_not_finished_is_not_told():
    comment = "# tongsa: ignore TOWN1 he says it so"
    assert examined(comment, "#, fuzzy", target="창을 닫는다.") == ()
    assert examined(comment, target="") == ()


def test_two_ignores_on_one_unit_each_do_their_own():
    found = examined(
        "# tongsa: ignore TOWN1 he says it so",
        "# tongsa: ignore T101 not here",
        target="윈도와 선창",
    )
    assert [it.ignored for it in found] == [True, True]


def test_an_ignore_holds_for_every_plural_form():
    entry = (
        "# tongsa: ignore TOWN1 they say it so\n"
        'msgid "a ship"\nmsgid_plural "ships"\nmsgstr[0] "윈도"\nmsgstr[1] "창"\n'
    )
    found = examiner(rule(RULES)).examine(catalog(entry), "ko")
    assert [(it.finding.code, it.ignored) for it in found] == [("TOWN1", True)]


def test_the_line_of_an_ignore_is_right_in_a_file_with_carriage_returns():
    text = catalog(unit("It shuts.", "창", "# one", "# tongsa: ignore TOWN1 he says it")).text
    entries = po.parse(text.replace("\n", "\r\n").encode(), path="ko.po")
    assert told(examiner(rule(RULES)).examine(entries, "ko")) == ["X101 8:1"]
    (ignore,) = on_unit(entries.entries[1])
    assert ignore.reason == "he says it"


FINDING = Finding(
    code="TOWN1",
    name="town-name",
    severity=Severity.ERROR,
    message="",
    file="ko.po",
    line=1,
    column=1,
    language="ko",
    source="An old window",
    target="낡은 윈도우",
    source_spans=((7, 13),),
    target_spans=((3, 6),),
)


@pytest.mark.parametrize(
    ("fields", "covers"),
    [
        ({"check": "TOWN1"}, True),
        ({"check": "town-name"}, True),
        ({"check": "TOWN"}, False),
        ({"check": "TOWN1", "article": "quay"}, True),
        ({"check": "TOWN1", "article": "dawn"}, False),
        ({"check": "TOWN1", "language": "ko"}, True),
        ({"check": "TOWN1", "language": "zh_TW"}, False),
        ({"check": "TOWN1", "text": "윈도우"}, True),
        ({"check": "TOWN1", "text": "window"}, True),
        ({"check": "TOWN1", "text": "낡은"}, False),
    ],
)
def test_a_desks_ignore_is_for_what_it_names(fields, covers):
    ignore = DeskIgnore(reason="we write it so", **fields)
    assert ignore.covers(FINDING, "quay") is covers
