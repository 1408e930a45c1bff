"""Work is shared out so that every core has its part, and little is done twice."""

from dataclasses import replace

import pytest

from tongsa.desk import runs
from tongsa.desk.checking import Checker
from tongsa.desk.targets import Target, Wanted
from tongsa.glossary.glossary import Glossary


@pytest.fixture
def target(tmp_path, monkeypatch):
    monkeypatch.setattr(runs, "_SHARE", 100)
    monkeypatch.setattr(runs, "_UNCUT", 1000)

    def write(name: str, size: int, language: str = "ko") -> Target:
        path = tmp_path / f"{name}.{language}.po"
        path.write_bytes(b"#" * size)
        return Target(path=path, file=path.name, article=name, language=language)

    return write


def shared(*targets: Target, cores: int = 2) -> list[tuple[str, tuple[int, int]]]:
    return [
        (" ".join(target.file for target in piece.targets), piece.share)
        for piece in runs.pieces(targets, cores)
    ]


def test_editions_of_an_article_are_one_piece(target):
    small = [target("quay", 10), target("quay", 10, "zh_TW"), target("rain", 10)]
    assert shared(*small) == [("quay.ko.po quay.zh_TW.po", (0, 1)), ("rain.ko.po", (0, 1))]


def test_editions_that_stand_in_folders_of_their_own_are_one_piece(target):
    apart = [target("quay", 10), target("rain", 10), target("quay", 10, "zh_TW")]
    assert shared(*apart) == [("quay.ko.po quay.zh_TW.po", (0, 1)), ("rain.ko.po", (0, 1))]


def test_many_files_called_alike_are_parted(target):
    assert [len(names.split()) for names, _ in shared(*[target("app", 10)] * 15)] == [6, 6, 3]


def test_a_large_catalog_alone_is_cut_into_as_many_shares_as_there_are_cores(target):
    assert shared(target("quay", 500)) == [("quay.ko.po", (0, 2)), ("quay.ko.po", (1, 2))]
    assert len(shared(target("quay", 500), cores=5)) == 5


def test_a_large_catalog_that_is_no_more_than_its_part_is_not_cut(target):
    assert shared(target("quay", 300), target("rain", 300)) == [
        ("quay.ko.po", (0, 1)),
        ("rain.ko.po", (0, 1)),
    ]


def test_large_editions_of_an_article_are_shared_out_uncut(target):
    both = [target("quay", 300), target("quay", 300, "zh_TW")]
    assert shared(*both) == [("quay.ko.po", (0, 1)), ("quay.zh_TW.po", (0, 1))]


def test_one_core_and_a_huge_catalog_are_given_what_is_whole(target):
    assert shared(target("quay", 500), cores=1) == [("quay.ko.po", (0, 1))]
    assert shared(target("quay", 2000)) == [("quay.ko.po", (0, 1))]


def test_what_finds_terms_is_set_up_before_the_cores_begin(target, monkeypatch):
    monkeypatch.setattr(runs, "_LARGE", 1)
    asked: list[str] = []
    real = Glossary.lexicon

    def lexicon(glossary, language):
        asked.append(language)
        return real(glossary, language)

    def spread(act, work, *_):
        asked.append("begun")
        return map(act, work)

    monkeypatch.setattr(Glossary, "lexicon", lexicon)
    monkeypatch.setattr(runs, "spread", spread)
    there = [target("quay", 10), replace(target("rain", 10, "zh_TW"), language="")]
    checker = Checker(desk=None, cores=2, wanted=Wanted(select=["T"]))
    assert len(list(checker.check_all(there))) == 2
    assert asked[: asked.index("begun")] == ["en", "ko", "zh_TW"]
