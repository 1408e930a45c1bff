import json

import pytest
from workbench import catalog, examiner, rule, unit

from tongsa.check.baseline import read, write
from tongsa.errors import CheckError
from tongsa.model import Finding

CHECK = rule('kind = "forbidden"\nwords = ["윈도", "선창"]\n')


def findings(*units: str) -> list[Finding]:
    return [it.finding for it in examiner(CHECK).examine(catalog(*units), "ko")]


def accepted(*units: str):
    return read(write(findings(*units)), file="known.json")


BEFORE = unit("It shuts.", "윈도를 닫는다.")


def test_what_is_written_covers_what_was_found():
    known = accepted(BEFORE)
    assert all(map(known.covers, findings(BEFORE)))
    assert len(known.known) == 1


@pytest.mark.parametrize(
    "units",
    [
        [unit("A new one.", "새 문장."), BEFORE],
        [unit("It shuts.", "천천히 낡은 윈도가 닫힌다.")],
        [unit("It shuts.", "윈도를 닫는다.", "# a comment", "#. role: headline")],
        ['msgid "It "\n"shuts."\nmsgstr ""\n"윈도를 "\n"닫는다."\n'],
    ],
    ids=["other units", "other words of the unit", "comments", "wrapping"],
)
def test_an_accepted_finding_survives_rewording_elsewhere(units):
    assert [CHECK.code for it in findings(*units) if accepted(BEFORE).covers(it)] == ["TOWN1"]


@pytest.mark.parametrize(
    "units",
    [
        [unit("It shuts.", "선창을 닫는다.")],
        [unit("It opens.", "윈도를 닫는다.")],
        [unit("It shuts.", "윈도를 닫는다.", context="headline")],
    ],
    ids=["another word", "another source", "another context"],
)
def test_what_is_new_is_not_covered(units):
    known = accepted(BEFORE)
    found = findings(*units)
    assert len(found) == 1
    assert not any(map(known.covers, found))


def test_a_list_is_sorted_and_has_a_line_for_each_finding():
    one = write(findings(BEFORE, unit("A", "선창과 윈도")))
    other = write(reversed(findings(BEFORE, unit("A", "선창과 윈도"))))
    assert one == other
    lines = one.splitlines()
    assert len(lines) == 5
    assert json.loads(one)["version"] == 1
    for known, line in read(one, file="known.json").known.items():
        assert known.words[0] in lines[line - 1]
        assert f'"source": "{known.source}"' in lines[line - 1]


def test_lines_are_known_also_where_texts_hold_quotes_and_line_ends():
    text = write(findings(unit(r"The \"code\": x\ny", "윈도"), BEFORE))
    known = read(text, file="known.json")
    assert sorted(known.known.values()) == [2, 3]
    assert all(map(known.covers, findings(unit(r"The \"code\": x\ny", "윈도"), BEFORE)))


def test_lines_are_known_in_a_list_that_another_program_wrote_anew():
    text = json.dumps(json.loads(write(findings(BEFORE, unit("A", "선창")))), indent=2)
    lines = text.splitlines()
    for known, line in read(text, file="known.json").known.items():
        assert '"code"' in lines[line - 1]
        assert known.code == "TOWN1"


def test_units_of_one_source_with_and_without_a_context_are_sorted():
    units = [
        unit("A", "윈도", context="headline"),
        unit("A", "윈도"),
        unit("A", "윈도", context="b"),
    ]
    known = read(write(findings(*units)), file="known.json").known
    assert [row.context for row in known] == [None, "b", "headline"]


def test_the_same_finding_twice_is_one_line():
    text = write([*findings(BEFORE), *findings(BEFORE)])
    assert text.count("TOWN1") == 1


def test_no_findings_make_an_empty_list():
    assert read(write([]), file="known.json").known == {}


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("", "this is no valid JSON", 1),
        ('{"version": 1,\n"findings": [}', "this is no valid JSON", 2),
        ("[]", "this is no list of known findings", None),
        ("null", "this is no list of known findings", None),
        ('{"version": 1}', "this is no list of known findings", None),
        ('{"findings": []}', "this is no list of known findings", None),
        ('{"version": 1, "findings": 1}', "this is no list of known findings", None),
        ('{"version": 1, "findings": [1]}', "this is no list of known findings", None),
        ('{"version": 1, "findings": [{"code": "T1"}]}', "this is no list", None),
        ("[" * 100_000, "this is no list of known findings", None),
        ('{"version": 2, "findings": []}', "version 2 is not known", None),
        ('{"version": [], "findings": []}', "version [] is not known", None),
    ],
)
def test_what_is_no_list_is_refused_with_its_mend(text, message, line):
    with pytest.raises(CheckError) as caught:
        read(text, file="known.json")
    assert caught.value.message.startswith(message)
    assert caught.value.file == "known.json"
    assert caught.value.line == line
    assert "--write-baseline" in caught.value.mend


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("code", None),
        ("words", "윈도"),
        ("words", None),
        ("words", [1]),
        ("context", 1),
        ("source", []),
        ("extra", "x"),
    ],
)
def test_a_row_with_a_wrong_field_is_refused(name, value):
    table = json.loads(write(findings(BEFORE)))
    table["findings"][0][name] = value
    with pytest.raises(CheckError, match="no list of known findings"):
        read(json.dumps(table), file="known.json")
