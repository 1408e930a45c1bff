"""The catalogs of a run are compared, however their results came about."""

from dataclasses import replace

import pytest

from tongsa.check import baseline
from tongsa.desk import runs
from tongsa.desk.checking import Checker
from tongsa.desk.desk import load
from tongsa.desk.kept import Kept
from tongsa.desk.targets import Target, Wanted

SETTINGS = 'source = "en"\ntargets = ["ko", "zh_TW"]\n'
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset={1}\\n"\n"Language: {0}\\n"\n'
BRIDGE = "The council has promised the islanders a bridge."
TABLES = "Nobody on the quay had read the new tide tables."
USUAL = "의회는 섬 주민들에게 다리를 약속했다."
OTHER = "시의회가 섬사람들에게 교량 건설을 약속했다."
UNREAD = "부두에서는 아무도 새 물때표를 읽지 않았다."


def entry(source: str, target: str, *comments: str) -> str:
    return "\n".join(["", *comments, f'msgid "{source}"', f'msgstr "{target}"', ""])


CATALOGS = {
    "harbour": entry(BRIDGE, USUAL),
    "lamp": entry("The lamp keeper went home before the storm.", UNREAD) + entry(BRIDGE, OTHER),
    "quay": entry(BRIDGE, USUAL) + entry(TABLES, UNREAD),
}


class Desk:
    """A desk in a temporary folder whose catalogs are checked as a whole."""

    def __init__(self, root):
        self.root = root
        self.kept = Kept(root / "cache" / "results.db")
        self.settings()
        for name, text in CATALOGS.items():
            self.write(name, text)

    def settings(self, text: str = "") -> None:
        (self.root / "tongsa.toml").write_text(SETTINGS + text, "utf-8")

    def write(self, name: str, text: str, language: str = "ko", charset: str = "UTF-8") -> None:
        folder = self.root / "locale" / language / "LC_MESSAGES"
        folder.mkdir(parents=True, exist_ok=True)
        header = HEADER.format(language, charset)
        (folder / f"{name}.po").write_bytes((header + text).encode(charset))

    def targets(self):
        return [
            Target(path=path, file=path.name, article=path.stem, language=path.parts[-3])
            for path in sorted((self.root / "locale").rglob("*.po"))
        ]

    def told(self, *names: str, codes=("S103", "S104"), **given) -> list[str]:
        """Return what is found beside others: ``lamp.po:10 S103 harbour.po:7``."""
        wanted = given.pop("wanted", Wanted(select=["S", "X"]))
        checker = Checker(desk=load(self.root), wanted=wanted, **given)
        targets = [it for it in self.targets() if not names or it.article in names]
        list(checker.check_all(targets))
        found = [finding for _, each in checker.across() for finding in each]
        found += checker.rest()
        return [short(it) for it in found if it.code in {*codes, "X101", "X102"}]


def short(finding) -> str:
    beside = [word for word in finding.message.split() if ".po:" in word]
    return " ".join([f"{finding.file}:{finding.line}", finding.code, *beside]).rstrip(":")


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)


ALL = ["lamp.po:10 S103 harbour.po:7", "quay.po:10 S104 lamp.po:7"]


def test_what_differs_between_two_articles_is_told_with_the_place_of_the_usual_one(desk):
    assert desk.told() == ALL


def test_catalogs_are_compared_with_those_of_the_same_run_alone(desk):
    assert desk.told("lamp") == []
    assert desk.told("harbour", "quay") == []
    assert desk.told("lamp", "quay") == [
        "quay.po:7 S103 lamp.po:10",
        "quay.po:10 S104 lamp.po:7",
    ]


def test_editions_are_not_compared_with_each_other(desk):
    desk.write("harbour", entry(BRIDGE, "議會答應為島民造橋。"), language="zh_TW")
    assert desk.told() == ALL


def test_a_second_run_tells_the_same_and_reads_no_text_again(desk, monkeypatch):
    assert desk.told(kept=desk.kept) == ALL
    monkeypatch.setattr("tongsa.check.across.read", None)
    assert desk.told(kept=desk.kept) == ALL


def test_a_catalog_that_changed_is_compared_with_what_is_kept_of_the_others(desk):
    desk.told(kept=desk.kept)
    desk.write("lamp", CATALOGS["lamp"].replace(OTHER, USUAL))
    assert desk.told(kept=desk.kept) == ALL[1:]
    desk.write("more", entry(BRIDGE, OTHER) + entry("One more.", "하나 더."))
    assert desk.told(kept=desk.kept) == ["more.po:7 S103 harbour.po:7", *ALL[1:]]


def test_the_place_of_the_usual_one_follows_its_catalog(desk):
    desk.told(kept=desk.kept)
    desk.write("harbour", entry("Rain.", "비.") + CATALOGS["harbour"])
    assert desk.told(kept=desk.kept) == ["lamp.po:10 S103 harbour.po:10", *ALL[1:]]


def test_many_cores_and_shares_of_catalogs_tell_the_same(desk, monkeypatch):
    monkeypatch.setattr(runs, "_LARGE", 1)
    assert desk.told(cores=2) == ALL
    monkeypatch.setattr(runs, "_SHARE", 100)
    assert desk.told(cores=5, kept=desk.kept) == ALL
    assert desk.told(kept=desk.kept) == ALL


def test_a_check_that_is_not_wanted_tells_nothing(desk):
    assert desk.told(wanted=Wanted(select=["S104"])) == ALL[1:]
    assert desk.told(wanted=Wanted(skip=["S104"])) == ALL[:1]
    assert desk.told(wanted=Wanted(select=["S101"])) == []
    desk.settings('[checks]\nskip = ["S103"]\n')
    assert desk.told() == ALL[1:]


COMMENT = "# tongsa: ignore S103 the islanders' own words"


def test_a_comment_on_the_unit_sets_its_finding_aside(desk):
    desk.write("lamp", entry(BRIDGE, OTHER, COMMENT))
    for kept in (None, desk.kept, desk.kept):
        assert desk.told(kept=kept, whole=True) == []


def test_a_comment_that_sets_nothing_aside_is_told_when_the_whole_desk_is_checked(desk):
    desk.write("quay", entry(BRIDGE, USUAL, COMMENT))
    for kept in (None, desk.kept, desk.kept):
        assert desk.told(kept=kept, whole=True) == [ALL[0], "quay.po:6 X101"]
        assert desk.told("quay", kept=kept) == []


def test_a_comment_is_told_also_where_only_one_catalog_stands_on_the_desk(desk):
    for name in ("harbour", "lamp"):
        (desk.root / "locale" / "ko" / "LC_MESSAGES" / f"{name}.po").unlink()
    desk.write("quay", entry(BRIDGE, USUAL, COMMENT))
    assert desk.told(whole=True) == ["quay.po:6 X101"]


def test_a_comment_without_a_reason_is_told_at_once(desk):
    desk.write("lamp", entry(BRIDGE, OTHER, "# tongsa: ignore S103"))
    checker = Checker(desk=load(desk.root))
    (target,) = [it for it in desk.targets() if it.article == "lamp"]
    assert [it.code for it in checker.check(target)] == ["X102"]


def test_the_settings_set_findings_aside(desk):
    ignore = '[[checks.ignore]]\ncheck = "S103"\narticle = "{}"\nreason = "the town says so"\n'
    desk.settings(ignore.format("lamp"))
    assert desk.told(whole=True) == ALL[1:]
    desk.settings(ignore.format("harbour"))
    assert desk.told(whole=True) == [*ALL, "tongsa.toml:6 X101"]


def test_what_is_accepted_is_not_told_and_is_idle_only_when_all_catalogs_are_checked(desk):

    checker = Checker(desk=load(desk.root))
    list(checker.check_all(desk.targets()))
    found = [finding for _, each in checker.across() for finding in each]
    (desk.root / "known.json").write_text(baseline.write(found), "utf-8")
    desk.settings('[checks]\nbaseline = "known.json"\n')
    assert desk.told(whole=True) == []
    assert desk.told("lamp") == []
    desk.write("lamp", CATALOGS["lamp"].replace(OTHER, USUAL))
    assert desk.told(whole=True) == ["known.json:2 X101"]
    assert desk.told("lamp") == []


def test_catalogs_in_other_character_sets_are_compared(desk):
    desk.write("lamp", CATALOGS["lamp"], charset="EUC-KR")
    assert desk.told() == ALL


def test_a_broken_catalog_stops_no_comparison_of_the_others(desk):
    (desk.root / "locale" / "ko" / "LC_MESSAGES" / "bad.po").write_text('msgid "open\n', "utf-8")
    assert desk.told() == ALL


def test_a_catalog_that_is_gone_before_it_is_compared_is_left_out(desk):
    checker = Checker(desk=load(desk.root), wanted=Wanted(select=["S"]))
    list(checker.check_all(desk.targets()))
    (desk.root / "locale" / "ko" / "LC_MESSAGES" / "lamp.po").unlink()
    assert list(checker.across()) == []


def test_one_translation_may_be_amiss_in_two_ways(desk):
    desk.write("more", entry(TABLES, OTHER))
    assert desk.told("lamp", "more", "quay") == [
        "more.po:7 S104 lamp.po:10",
        "quay.po:7 S103 lamp.po:10",
        "quay.po:10 S103 more.po:7",
        "quay.po:10 S104 lamp.po:7",
    ]


def test_a_check_that_fails_is_told_and_stops_no_other(desk, monkeypatch):
    def failing(told):
        raise ValueError(len(told))

    every = {it.code: it for it in Checker(desk=load(desk.root)).every}
    every["S103"] = replace(every["S103"], look_across=failing)
    monkeypatch.setattr("tongsa.desk.examiners.every", lambda _: tuple(every.values()))
    checker = Checker(desk=load(desk.root), wanted=Wanted(select=["S", "X"]))
    list(checker.check_all(desk.targets()))
    found = [finding for _, each in checker.across() for finding in each]
    assert [(it.file, it.code) for it in found] == [("harbour.po", "X103"), ("quay.po", "S104")]
    assert "ValueError: 5" in found[0].message
