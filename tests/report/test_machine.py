import json
from importlib import resources

import jsonschema
import pytest

from tongsa.check.registry import builtin
from tongsa.errors import CatalogError
from tongsa.model import Finding, Severity
from tongsa.report.machine import report
from tongsa.report.run import Summary

SCHEMA = json.loads(resources.files("tongsa.report").joinpath("findings.schema.json").read_text())
SUMMARY = Summary(files=1, units=64, errors=1, warnings=0, notes=0, ignored=2)
FINDING = Finding(
    code="T102",
    name="forbidden-term",
    severity=Severity.ERROR,
    message='"윈도" is forbidden here',
    file="locale/ko/LC_MESSAGES/quay.po",
    line=7,
    column=9,
    language="ko",
    context="headline",
    source="The window",
    target="윈도",
    source_spans=((4, 10),),
    target_spans=((0, 2),),
    fix="창",
)
BARE = Finding(
    code="X101",
    name="unused-ignore",
    severity=Severity.WARNING,
    message="the ignore of T109 ignores nothing",
    file="tongsa.toml",
    line=12,
    column=1,
    language="",
)


BROKEN = CatalogError("a quote is missing", file="in.po", line=3, column=9, mend="close it")


def read_back(*findings: Finding, errors=()):
    return json.loads(json.dumps(report(findings, SUMMARY, errors), ensure_ascii=False))


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_every_finding_is_as_the_schema_says():
    jsonschema.validate(read_back(FINDING, BARE), SCHEMA)
    jsonschema.validate(read_back(), SCHEMA)


def test_what_cannot_be_read_is_told_with_its_place_and_mend():
    table = read_back(errors=(BROKEN, CatalogError("nothing stands there")))
    jsonschema.validate(table, SCHEMA)
    first, second = table["errors"]
    assert first == {
        "file": "in.po",
        "line": 3,
        "column": 9,
        "message": "a quote is missing",
        "mend": "close it",
    }
    assert (second["file"], second["line"], second["mend"]) == (None, None, None)


def test_a_finding_is_told_field_by_field():
    assert read_back(FINDING)["findings"] == [
        {
            "code": "T102",
            "name": "forbidden-term",
            "severity": "error",
            "file": "locale/ko/LC_MESSAGES/quay.po",
            "line": 7,
            "column": 9,
            "language": "ko",
            "context": "headline",
            "source": "The window",
            "target": "윈도",
            "source_spans": [[4, 10]],
            "target_spans": [[0, 2]],
            "message": '"윈도" is forbidden here',
            "fix": "창",
        }
    ]


def test_the_summary_has_every_count():
    assert read_back()["summary"] == {
        "files": 1,
        "units": 64,
        "errors": 1,
        "warnings": 0,
        "notes": 0,
        "ignored": 2,
    }


@pytest.mark.parametrize("name", ["code", "line", "fix", "source_spans"])
def test_the_schema_misses_a_field_that_is_gone(name):
    table = read_back(FINDING)
    del table["findings"][0][name]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(table, SCHEMA)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("code", "t102"),
        ("severity", "fatal"),
        ("line", 0),
        ("column", 0),
        ("target_spans", [[1]]),
        ("target_spans", [[1, 2, 3]]),
        ("target_spans", [[-1, 2]]),
        ("context", 1),
        ("more", 1),
    ],
)
def test_the_schema_refuses_a_wrong_value(name, value):
    table = read_back(FINDING)
    table["findings"][0][name] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(table, SCHEMA)


def test_the_schema_knows_every_field_and_describes_the_codes_of_all_checks():
    fields = SCHEMA["properties"]["findings"]["items"]
    assert set(fields["properties"]) == set(Finding.__slots__) == set(fields["required"])
    assert set(SCHEMA["properties"]["summary"]["properties"]) == set(Summary.__slots__)
    for check in builtin():
        jsonschema.validate(check.code, fields["properties"]["code"])
