"""The assets that scripts compile are what these scripts would write today."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ASSETS = {
    "compile_spellings.py": "src/tongsa/reading/data/spellings.txt",
    "compile_syllables.py": "src/tongsa/reading/data/syllables.txt",
    "compile_words.py": "src/tongsa/people/words.txt",
}


@pytest.mark.parametrize("tool", ASSETS)
def test_an_asset_follows_from_the_tables_and_the_characters(tool):
    script = [sys.executable, ROOT / "tools" / tool]
    written = subprocess.run(script, capture_output=True, check=True).stdout
    assert written == (ROOT / ASSETS[tool]).read_bytes()
