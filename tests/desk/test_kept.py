"""What was worked out is found again, and nothing that may happen to its file does harm."""

import sqlite3

import pytest

from tongsa.desk import kept as keeping
from tongsa.desk.kept import Kept


@pytest.fixture
def place(tmp_path):
    return tmp_path / "cache" / "results.db"


def test_what_is_kept_is_found_by_its_name(place):
    Kept(place).put({b"one": b"1", b"two": b"2" * 100_000})
    assert Kept(place).get([b"two", b"three", b"one"]) == {b"one": b"1", b"two": b"2" * 100_000}


def test_nothing_is_found_and_no_file_made_where_nothing_was_kept(place):
    assert Kept(place).get([b"one"]) == {}
    assert not place.exists()


def test_a_name_that_is_kept_again_has_the_new_content(place):
    Kept(place).put({b"one": b"1"})
    Kept(place).put({b"one": b"uno"})
    assert Kept(place).get([b"one"]) == {b"one": b"uno"}


def test_what_was_not_used_for_longest_goes_when_room_is_short(place, monkeypatch):
    held = Kept(place, most=100)
    for day, name in enumerate((b"old", b"used", b"new")):
        monkeypatch.setattr(keeping, "_today", lambda day=day: day)
        held.put({name: name * 10})
    monkeypatch.setattr(keeping, "_today", lambda: 3)
    held.get([b"used"])
    monkeypatch.setattr(keeping, "_today", lambda: 4)
    held.put({b"newest": b"x" * 30})
    assert set(held.get([b"old", b"used", b"new", b"newest"])) == {b"newest"}
    held.put({b"more": b"y" * 10})
    assert set(held.get([b"newest", b"more"])) == {b"newest", b"more"}


@pytest.mark.parametrize("rubbish", [b"", b"no database at all" * 100, b"SQLite format 3\0torn"])
def test_a_file_that_is_no_cache_holds_nothing_and_is_replaced(place, rubbish):
    place.parent.mkdir()
    place.write_bytes(rubbish)
    held = Kept(place)
    assert held.get([b"one"]) == {}
    held.put({b"one": b"1"})
    held.put({b"one": b"1"})
    assert held.get([b"one"]) == {b"one": b"1"}


def test_a_content_that_was_changed_in_the_file_is_not_given(place):
    Kept(place).put({b"one": b"1"})
    with sqlite3.connect(place) as base:
        base.execute("UPDATE kept SET content = content || x'00'")
    assert Kept(place).get([b"one"]) == {}


@pytest.mark.parametrize("other", ["text", 12, 0.5])
def test_a_content_that_is_no_bytes_is_not_given(place, other):
    Kept(place).put({b"one": b"1"})
    with sqlite3.connect(place) as base:
        base.execute("UPDATE kept SET content = ?", (other,))
    assert Kept(place).get([b"one"]) == {}


def test_a_file_that_another_run_has_locked_costs_no_more_than_the_time(place, monkeypatch):
    monkeypatch.setattr(keeping, "_PATIENCE", 0.05)
    Kept(place).put({b"one": b"1"})
    with sqlite3.connect(place, isolation_level=None) as base:
        base.execute("BEGIN EXCLUSIVE")
        assert Kept(place).get([b"one"]) == {}
        Kept(place).put({b"two": b"2"})
    assert Kept(place).get([b"one", b"two"]) == {b"one": b"1"}


def test_a_place_that_cannot_be_written_does_no_harm(tmp_path):
    file = tmp_path / "file"
    file.write_text("not a folder")
    held = Kept(file / "results.db")
    held.put({b"one": b"1"})
    assert held.get([b"one"]) == {}
