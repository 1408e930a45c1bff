"""Tables are read once, and nothing that may happen to their file does harm."""

import pytest

from tongsa import packaged
from tongsa.desk.prepared import Prepared

TIDES = b'tide = [1, 2.5, "high"]\n[harbour]\nopen = true\n'
TABLE = {"tide": [1, 2.5, "high"], "harbour": {"open": True}}


@pytest.fixture
def place(tmp_path):
    return tmp_path / "cache" / "tables"


@pytest.fixture
def parses(monkeypatch):
    """The texts that were read as TOML."""
    seen = []
    parse = packaged.parse
    monkeypatch.setattr(packaged, "parse", lambda content: seen.append(content) or parse(content))
    return seen


def kept(place, *contents):
    tables = Prepared(place)
    found = [tables.parsed(content) for content in contents]
    tables.keep()
    return found


def test_a_table_is_read_once(place, parses):
    assert kept(place, TIDES, TIDES) == [TABLE, TABLE]
    assert kept(place, TIDES) == [TABLE]
    assert parses == [TIDES]


def test_a_changed_text_is_read_anew(place, parses):
    kept(place, TIDES)
    assert kept(place, b"ebb = 3\n" + TIDES) == [TABLE | {"ebb": 3}]
    assert len(parses) == 2


def test_whoever_changes_a_table_changes_it_for_himself_alone(place):
    tables = Prepared(place)
    tables.parsed(TIDES)["tide"].clear()
    assert tables.parsed(TIDES) == TABLE


@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: content[:0],
        lambda content: content[:-1],
        lambda content: content + b"0",
        lambda content: content.replace(b"high", b"evil"),
        lambda content: b"no tables at all" + content,
    ],
    ids=["empty", "torn", "longer", "changed", "another's"],
)
def test_a_file_that_is_not_what_was_kept_holds_nothing(place, parses, spoil):
    kept(place, TIDES)
    place.write_bytes(spoil(place.read_bytes()))
    assert kept(place, TIDES) == [TABLE]
    assert len(parses) == 2


def test_a_place_that_cannot_be_written_does_no_harm(tmp_path, parses):
    (tmp_path / "file").write_text("not a folder")
    for _ in range(2):
        assert kept(tmp_path / "file" / "tables", TIDES) == [TABLE]
    assert len(parses) == 2


def test_what_no_run_uses_is_dropped_when_room_is_short(place, parses, monkeypatch):
    kept(place, TIDES)
    monkeypatch.setattr("tongsa.desk.prepared._MOST", 10)
    kept(place, b"ebb = 3")
    kept(place, b"ebb = 3")
    kept(place, TIDES)
    assert parses == [TIDES, b"ebb = 3", TIDES]
