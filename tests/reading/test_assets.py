"""The assets that scripts compile are what these scripts would write today."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SPELLINGS = ROOT / "src/tongsa/reading/data/spellings.txt"


def test_the_spellings_follow_from_the_tables_and_the_characters():
    script = [sys.executable, ROOT / "tools/compile_spellings.py"]
    written = subprocess.run(script, capture_output=True, check=True).stdout
    assert written == SPELLINGS.read_bytes()
