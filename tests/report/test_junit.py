from dataclasses import replace

import pytest
from defusedxml import ElementTree
from quay import BROKEN, STYLE, TERM, UNUSED, ran

from tongsa.errors import DeskError
from tongsa.model import Severity
from tongsa.report.junit import written

# What junit-10.xsd of Jenkins' xUnit plugin lets stand in an element, and which attributes it asks.
CHILDREN = {
    "testsuites": {"testsuite"},
    "testsuite": {"testsuite", "properties", "testcase", "system-out", "system-err"},
    "testcase": {"skipped", "error", "failure", "system-out", "system-err"},
    "failure": set(),
    "error": set(),
    "system-out": set(),
}
ATTRIBUTES = {
    "testsuites": {"name", "time", "tests", "failures", "errors"},
    "testsuite": {"name", "tests", "failures", "errors", "time", "skipped", "timestamp", "file"},
    "testcase": {"name", "time", "classname", "group"},
    "failure": {"type", "message"},
    "error": {"type", "message"},
    "system-out": set(),
}
ASKED = {"testsuite": {"name", "tests", "failures", "errors"}, "testcase": {"name"}}


def report(*findings, errors=()):
    root = ElementTree.fromstring(written(ran(*findings, errors=errors)))
    assert root.tag == "testsuites"
    for element in root.iter():
        assert {child.tag for child in element} <= CHILDREN[element.tag]
        assert set(element.attrib) <= ATTRIBUTES[element.tag]
        assert ASKED.get(element.tag, set()) <= set(element.attrib)
    for suite in root:
        cases = suite.findall("testcase")
        assert int(suite.get("tests")) == len(cases) > 0
        assert int(suite.get("failures")) == len(suite.findall("testcase/failure"))
        assert int(suite.get("errors")) == len(suite.findall("testcase/error"))
        assert len({case.get("name") for case in cases}) == len(cases)
    return root


def test_a_catalog_in_which_nothing_is_found_has_a_case_that_passes():
    suites = list(report())
    assert [suite.get("name") for suite in suites] == [
        "locale/ko/부두 새벽.po",
        "locale/zh_TW/quay.po",
    ]
    for suite in suites:
        (case,) = suite
        assert (case.get("name"), list(case)) == ("nothing found", [])


def test_an_error_fails_the_case_of_its_unit():
    (case,) = report(TERM)[0]
    assert case.get("name") == "Dockers of Port Lantern rest."
    assert case.get("classname") == "locale.ko.부두 새벽"
    (failure,) = case
    assert failure.get("message") == TERM.message
    assert failure.text.startswith("locale/ko/부두 새벽.po:15:2: error T101 term-not-followed\n")
    assert TERM.source in failure.text
    assert TERM.fix in failure.text


def test_warnings_and_notes_fail_no_case():
    root = report(STYLE, UNUSED)
    assert root.get("failures") == "0"
    told = [each.text for each in root.iter("system-out")]
    assert [text.partition("\n")[0] for text in told] == [
        "locale/ko/부두 새벽.po:8:9: warning F102 figure-value",
        "tongsa.toml:12:1: note X101 unused-ignore",
    ]


def test_all_that_is_found_in_a_unit_is_one_case():
    milder = replace(TERM, severity=Severity.WARNING, code="T104")
    (case,) = report(TERM, milder, replace(TERM, code="T102"))[0]
    failure, rest = case
    assert failure.get("message") == f"{TERM.message} (and 1 more)"
    assert "T102" in failure.text
    assert "T104" in rest.text


def test_long_sentences_that_begin_alike_are_two_cases():
    long = (
        "Dockers of Port Lantern rest while the ships of the harbour board wait at the old quay; "
    )
    names = [
        case.get("name")
        for case in report(
            replace(TERM, source=f"{long}they wait."), replace(TERM, source=f"{long}they leave.")
        )[0]
    ]
    assert all(len(name) < 100 for name in names)
    assert names[1] == f"{names[0]} (2)"


def test_what_cannot_be_read_is_a_case_with_an_error():
    root = report(errors=(BROKEN, DeskError("the glossary is gone")))
    bad, rest = list(root)[-2:]
    assert bad.get("name") == "locale/ko/bad.po"
    assert bad[0][0].get("message") == "a quote is missing"
    assert bad[0][0].text == "locale/ko/bad.po:3: a quote is missing; close it"
    assert rest.get("name") == "tongsa"
    assert root.get("errors") == "2"


@pytest.mark.parametrize("sign", ["\0", "\x08", "\x1b", "\x7f", "\x9b", "\ud800", "\ufffe"])
def test_a_sign_that_xml_may_not_hold_is_replaced(sign):
    hostile = replace(
        TERM, source=f"a{sign}b", target=f"]]>{sign}</failure>", message=sign, file=f"x{sign}.po"
    )
    text = written(ran(hostile))
    assert sign not in text
    case = report(hostile)[2][0]
    assert case.get("name") == "a\ufffdb"
    assert "]]>\ufffd</failure>" in case[0].text
