"""Tables of facts are the same, whether they are read as people write them or ready-made."""

import json
import runpy
import shutil
import tomllib
from pathlib import Path

import pytest

from tongsa import packaged

TOOL = Path(__file__).parents[1] / "tools" / "compile_tables.py"
TABLES = [
    file.relative_to(packaged.FOLDER)
    for pattern in runpy.run_path(str(TOOL))["TABLES"]
    for file in sorted(packaged.FOLDER.glob(pattern))
]


@pytest.mark.parametrize("path", TABLES, ids=str)
def test_a_table_that_is_ready_made_is_what_its_toml_says_today(path):
    file = packaged.FOLDER / path
    ready = packaged.ready_made(file.with_suffix(".json"), file.read_bytes())
    assert ready is not None, f"run {TOOL.name}"
    written = tomllib.loads(file.read_text("utf-8"))
    assert json.dumps(ready) == json.dumps(written)  # the order counts, too


def test_a_toml_that_has_changed_since_is_read_as_it_stands(tmp_path, monkeypatch):
    for suffix in (".toml", ".json"):
        shutil.copy(packaged.FOLDER / TABLES[-1].with_suffix(suffix), tmp_path / f"table{suffix}")
    (tmp_path / "table.toml").write_text('mile = { dimension = "length" }\n', "utf-8")
    monkeypatch.setattr(packaged, "FOLDER", tmp_path)
    assert packaged.table("table.toml") == {"mile": {"dimension": "length"}}


def test_a_table_that_is_not_there_is_empty():
    assert packaged.table("language/figures/of_nobody.toml") == {}
