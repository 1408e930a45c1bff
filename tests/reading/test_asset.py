import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
ASSET = ROOT / "src/tongsa/reading/data/readings.txt"
UNIHAN = Path("/usr/share/unicode")
READINGS = UNIHAN / "Unihan_Readings.txt.bz2"

LAZY = """
from tongsa.reading import fits
from tongsa.reading.characters import _readings
assert not _readings.cache_info().currsize
fits("Lai Ching-te", "賴清德", "Wade-Giles")
assert _readings.cache_info().currsize == 1
"""


def test_the_asset_is_loaded_when_a_name_is_read():
    subprocess.run([sys.executable, "-c", LAZY], check=True)


def test_the_asset_stays_small_and_keeps_its_licence():
    assert ASSET.stat().st_size < 400_000
    assert "Unicode, Inc." in ASSET.with_name("LICENSE.txt").read_text("utf-8")


@pytest.mark.skipif(not READINGS.exists(), reason="unicode-data is not installed")
def test_the_asset_is_what_the_script_compiles():
    script = ROOT / "tools/compile_unihan.py"
    run = subprocess.run([sys.executable, script, UNIHAN], capture_output=True, check=True)
    compiled, asset = run.stdout.decode(), ASSET.read_text("utf-8")
    if compiled.splitlines()[1] != asset.splitlines()[1]:
        pytest.skip("another version of unicode-data is installed")
    assert compiled == asset
