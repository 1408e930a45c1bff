"""Results that are kept, shared out or cut come to the same as those of one look."""

import pytest

from tongsa.desk import ground, runs
from tongsa.desk.checking import Checker
from tongsa.desk.desk import load
from tongsa.desk.kept import Kept
from tongsa.desk.targets import Target, Wanted
from tongsa.errors import CatalogError

SETTINGS = 'source = "en"\ntargets = ["ko", "zh_TW"]\n'
GLOSSARY = '[window]\nkind = "common"\nen = ["window"]\nko = ["창"]\nzh_TW = ["窗戶"]\n'
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: {}\\n"\n'
RULE = (
    'code = "TOWN1"\nseverity = "note"\nmessage = "{found}"\nwhy = "A rule."\n'
    'mend = "Mend it."\nkind = "forbidden"\nwords = ["등지기"]\n'
)
UNIT = (
    '\nmsgid "The keeper of lamp {0} closed the window."\nmsgstr "{0}번 등지기가 {1}을 닫았다."\n'
)


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "tongsa.toml").write_text(SETTINGS, "utf-8")
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "words.toml").write_text(GLOSSARY, "utf-8")
    folder = tmp_path / "locale" / "ko" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    for name in ("harbour", "lamp", "quay"):
        units = "".join(UNIT.format(at, "창문틀" if at % 10 == 3 else "창") for at in range(40))
        (folder / f"{name}.po").write_text(HEADER.format("ko") + units, "utf-8")
    return tmp_path


@pytest.fixture
def targets(desk):
    folder = desk / "locale" / "ko" / "LC_MESSAGES"
    return [
        Target(path=path, file=path.name, article=path.stem, language="ko")
        for path in sorted(folder.glob("*.po"))
    ]


@pytest.fixture
def kept(tmp_path):
    return Kept(tmp_path / "cache" / "results.db")


def told(desk, targets, *, looks=None, **given):
    """Return all findings, and how often a catalog was looked at."""
    checker = Checker(desk=load(desk), **given)
    seen = []
    real = checker.result

    def result(catalog, *rest, **options):
        seen.append(catalog.path)
        return real(catalog, *rest, **options)

    object.__setattr__(checker, "result", result)
    found = [found for _, each in checker.check_all(targets) for found in each]
    if looks is not None:
        looks.extend(seen)
    return found


def test_findings_that_are_kept_are_those_of_the_first_time(desk, targets, kept):
    first = told(desk, targets, kept=kept)
    assert first
    looks: list[str] = []
    assert told(desk, targets, kept=kept, looks=looks) == first
    assert looks == []


def test_a_catalog_that_changed_is_looked_at_again_alone(desk, targets, kept):
    first = told(desk, targets, kept=kept)
    path = targets[1].path
    path.write_text(path.read_text("utf-8").replace("창문틀을", "창을"), "utf-8")
    looks: list[str] = []
    second = told(desk, targets, kept=kept, looks=looks)
    assert looks == [targets[1].file]
    assert second == [it for it in first if it.file != targets[1].file]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("glossary/words.toml", GLOSSARY.replace('"창"', '"창문틀"')),
        ("glossary/more.toml", '[lamp]\nkind = "common"\nen = ["lamp"]\nko = ["등"]\n'),
        ("tongsa.toml", SETTINGS + '[checks]\nskip = ["T101"]\n'),
        (
            "checks/own.toml",
            RULE,
        ),
    ],
    ids=["a term", "a file of terms", "the settings", "a rule"],
)
def test_what_the_results_follow_from_makes_them_anew(desk, targets, kept, file, text):
    told(desk, targets, kept=kept)
    (desk / file).parent.mkdir(exist_ok=True)
    (desk / file).write_text(text, "utf-8")
    looks: list[str] = []
    assert told(desk, targets, kept=kept, looks=looks) == told(desk, targets)
    assert len(looks) == len(targets)


def test_other_checks_that_are_wanted_have_results_of_their_own(desk, targets, kept):
    told(desk, targets, kept=kept)
    wanted = Wanted(select=["F"])
    assert told(desk, targets, kept=kept, wanted=wanted) == told(desk, targets, wanted=wanted)


def test_what_is_set_aside_is_not_what_is_kept(desk, targets, kept):
    first = told(desk, targets, kept=kept)
    ignore = '[[checks.ignore]]\ncheck = "T101"\nreason = "the town says so"\n'
    (desk / "tongsa.toml").write_text(SETTINGS + ignore, "utf-8")
    looks: list[str] = []
    second = told(desk, targets, kept=kept, looks=looks)
    assert second == [it for it in first if it.code != "T101"]
    assert looks == []


def test_a_program_that_changed_makes_results_anew(desk, targets, kept, monkeypatch):
    told(desk, targets, kept=kept)
    monkeypatch.setattr(ground, "_program", lambda: iter([("another", 1)]))
    looks: list[str] = []
    told(desk, targets, kept=kept, looks=looks)
    assert len(looks) == len(targets)


def test_results_of_checks_from_other_packages_are_not_kept(desk, targets, kept, monkeypatch):
    monkeypatch.setattr(runs, "has_others", lambda: True)
    told(desk, targets, kept=kept)
    looks: list[str] = []
    told(desk, targets, kept=kept, looks=looks)
    assert len(looks) == len(targets)


def test_many_cores_find_what_one_finds_in_the_same_order(desk, targets, monkeypatch):
    alone = told(desk, targets)
    monkeypatch.setattr(runs, "_LARGE", 1)
    assert told(desk, targets, cores=2) == alone


def test_a_large_catalog_is_cut_and_its_findings_put_together(desk, targets, kept, monkeypatch):
    alone = told(desk, targets)
    monkeypatch.setattr(runs, "_LARGE", 1)
    monkeypatch.setattr(runs, "_SHARE", 1000)
    assert told(desk, targets, cores=2, kept=kept) == alone
    assert told(desk, targets, kept=kept) == alone


def test_a_broken_catalog_is_an_error_in_its_place_and_stops_no_other(
    desk, targets, kept, monkeypatch
):
    targets[1].path.write_text('msgid "open\n', "utf-8")
    monkeypatch.setattr(runs, "_LARGE", 1)
    for cores in (1, 2):
        checker = Checker(desk=load(desk), kept=kept, cores=cores)
        first, broken, last = (found for _, found in checker.check_all(targets))
        assert first
        assert last
        assert isinstance(broken, CatalogError)
        assert broken.line == 1
