import sys

import pytest
from workbench import RULE, catalog, examiner, told, unit

from tongsa.check.registry import Declaration, builtin, chosen, gather
from tongsa.errors import CheckError

LOOK = """\
from tongsa.check.check import Hit


def look(unit, context):
    at = unit.target.find("윈도")
    if at >= 0:
        yield Hit(target_spans=((at, at + 2),), blanks={"found": "윈도"})
"""
KIND = 'kind = "forbidden"\nwords = ["선창"]\n'


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A folder of installed packages, and what installs one there."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def install(package: str, files: dict[str, str], value: str | None = None) -> None:
        folder = tmp_path / package
        folder.mkdir()
        for name, text in {"__init__.py": "", **files}.items():
            (folder / name).write_bytes(text.encode("utf-8", "surrogateescape"))
        dist = tmp_path / f"{package}-1.0.dist-info"
        dist.mkdir()
        (dist / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
        (dist / "entry_points.txt").write_text(f"[tongsa.checks]\n{package} = {value or package}\n")

    yield install
    for name in [name for name in sys.modules if name.startswith("harbour_")]:
        del sys.modules[name]


def rules(*bodies: str) -> list[Declaration]:
    return [
        Declaration(
            name=f"rule_{at}",
            file=f"checks/rule_{at}.toml",
            text=RULE.replace("TOWN1", f"TOWN{at + 1}") + body,
        )
        for at, body in enumerate(bodies)
    ]


def refused(*declarations: Declaration) -> CheckError:
    with pytest.raises(CheckError) as caught:
        gather(declarations)
    return caught.value


def test_a_package_brings_checks_with_code_and_without(site):
    site(
        "harbour_checks",
        {
            "old_window.toml": RULE,
            "old_window.py": LOOK,
            "old_quay.toml": RULE.replace("TOWN1", "TOWN2") + KIND,
            "notes.txt": "no check",
        },
    )
    own = [check for check in gather() if check.code.startswith("TOWN")]
    assert [(check.code, check.name, check.file) for check in own] == [
        ("TOWN1", "old-window", "harbour_checks/old_window.toml"),
        ("TOWN2", "old-quay", "harbour_checks/old_quay.toml"),
    ]
    found = examiner(*own).examine(catalog(unit("a", "윈도와 선창")), "ko")
    assert told(found) == ["TOWN1 8:9", "TOWN2 8:13"]


def test_packages_can_be_left_out(site):
    site("harbour_checks", {"old_quay.toml": RULE + KIND})
    assert gather(packages=False) == builtin()


@pytest.mark.parametrize(
    ("files", "value", "reason"),
    [
        ({"a.toml": RULE, "a.py": "import nowhere_at_all"}, None, "nowhere_at_all"),
        ({"a.toml": RULE, "a.py": "def look(:"}, None, "SyntaxError"),
        ({"a.toml": RULE, "a.py": "1 / 0"}, None, "ZeroDivisionError"),
        ({"a.toml": RULE, "a.py": ""}, None, "look"),
        ({"a.toml": RULE + "\udcff"}, None, "UnicodeDecodeError"),
        ({}, "harbour_gone", "harbour_gone"),
        ({"one.py": ""}, "harbour_checks.one", "harbour_checks.one"),
        ({}, "harbour_checks:checks", "harbour_checks:checks"),
    ],
)
def test_a_package_that_cannot_be_loaded_is_named(site, files, value, reason):
    site("harbour_checks", files, value)
    error = refused()
    assert 'the checks of "harbour_checks" cannot be loaded' in error.message
    assert reason in error.message
    assert error.mend == "mend or uninstall the package that brings them"


def test_a_flaw_in_a_packages_declaration_is_told_with_its_file(site):
    site("harbour_checks", {"old_quay.toml": RULE + 'kind = "forbiden"\n'})
    error = refused()
    assert error.file == "harbour_checks/old_quay.toml"
    assert error.line == RULE.count("\n") + 1


def test_a_packages_declaration_without_kind_and_code_would_look_at_nothing(site):
    site("harbour_checks", {"old_quay.toml": RULE})
    error = refused()
    assert error.message == 'the check lacks "kind"'
    assert error.file == "harbour_checks/old_quay.toml"


def test_a_desks_rule_needs_a_kind():
    error = refused(*rules(""))
    assert error.message == 'the check lacks "kind"'
    assert error.file == "checks/rule_0.toml"
    assert error.mend == "add kind = pattern, forbidden, preferred or consistent"


def test_two_checks_of_one_code_are_refused_with_both_files():
    first, second = rules(KIND, KIND)
    twin = Declaration(name=second.name, file=second.file, text=first.text)
    error = refused(first, twin)
    assert error.message == '"TOWN1" is the check of checks/rule_0.toml already'
    assert error.file == "checks/rule_1.toml"


def test_a_desk_cannot_take_the_code_of_one_of_tongsas_checks():
    (rule,) = rules(KIND)
    for code in ("T102", "X103"):
        own = Declaration(name=rule.name, file=rule.file, text=rule.text.replace("TOWN1", code))
        assert f'"{code}" is the check of tongsa/check/rules/' in refused(own).message


def test_two_checks_of_one_name_are_refused_however_its_words_are_joined():
    (rule,) = rules(KIND)
    own = Declaration(name="forbidden_term", file="checks/forbidden_term.toml", text=rule.text)
    assert '"forbidden-term" is the check of' in refused(own).message


def test_the_checks_that_come_with_tongsa_are_in_the_order_of_their_codes():
    codes = [check.code for check in builtin()]
    assert codes == sorted(codes)
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        (["T102"], [], ["T102"]),
        (["t102"], [], ["T102"]),
        (["forbidden-term"], [], ["T102"]),
        (["x101,t102"], [], ["T102", "X101"]),
        (["T102", "X1"], ["X102"], ["T102", "X101", "X103"]),
        ([], ["C", "D", "F", "H", "K", "M", "N", "S", "T", "X"], []),
        (["T"], ["T1"], []),
    ],
)
def test_checks_are_chosen_by_code_begin_of_codes_and_name(select, ignore, codes):
    assert [check.code for check in chosen(builtin(), select, ignore)] == codes


@pytest.mark.parametrize("word", ["T999", "forbidden", "FORBIDDEN-TERM", "", " ", "102"])
def test_a_word_that_fits_no_check_is_refused(word):
    for choice in ({"select": [word]}, {"ignore": [word]}):
        with pytest.raises(CheckError) as caught:
            chosen(builtin(), **choice)
        assert caught.value.message == f'"{word.strip()}" fits no check'
        assert caught.value.mend.endswith("`tongsa explain` lists all")


@pytest.mark.parametrize("word", ["forbiden-term", "FORBIDDEN", "forbidden-terms"])
def test_the_nearest_checks_are_named_for_a_word_that_fits_none(word):
    with pytest.raises(CheckError) as caught:
        chosen(builtin(), select=[word])
    assert "forbidden-term" in caught.value.mend
