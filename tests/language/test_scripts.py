"""Which characters only one script of Chinese writes."""

import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from tongsa.language.scripts import script, simplified

ROOT = Path(__file__).parents[2]
ASSET = ROOT / "src/tongsa/language/data/scripts.txt"


def test_what_only_one_script_writes_is_strange_to_the_other():
    assert script("zh_TW").strange("港务局八點开門，她听海。") == set("务开听")
    assert script("zh_CN").strange("港務局八点開門，位於湾後。") == set("務開門於後")


def test_what_both_scripts_know_is_strange_to_neither():
    both = "皇后的平台在村里，一干人、一斗米，乾隆著書。"
    assert not script("zh_TW").strange(both)
    assert not script("zh_CN").strange("皇后的平台在村里，一干人、一斗米，乾隆。")


def test_a_character_tells_all_that_it_may_stand_for():
    assert script("zh_TW").right["发"] == "發髮"
    assert script("zh_CN").right["發"] == "发"


def test_signs_latin_and_other_scripts_are_no_strangers():
    text = "Lumen Bay £5 — “é” 부두 港 🚢 &#20110; &#9999999;"
    assert not script("zh_TW").strange(text)
    assert not script("zh_CN").strange(text)


def test_korean_has_no_other_script():
    assert script("ko") is None


def test_a_text_is_simplified_letter_by_letter():
    assert simplified("軟體與計畫") == "软体与计画"


def test_the_asset_follows_from_the_tables_of_opencc():
    if f"OpenCC {metadata.version('opencc')} " not in ASSET.read_text("utf-8"):
        pytest.skip("the asset was compiled from another release of OpenCC")
    tool = [sys.executable, ROOT / "tools/compile_scripts.py"]
    written = subprocess.run(tool, capture_output=True, check=True).stdout
    assert written == ASSET.read_bytes()
