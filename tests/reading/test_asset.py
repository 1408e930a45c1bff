import bz2
import subprocess
import sys
from pathlib import Path

import pytest

from tongsa.reading.characters import read
from tongsa.reading.systems import find

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

TIMED = """
from time import process_time
from tongsa.reading.characters import _readings
begin = process_time()
assert len(_readings("{language}")) > 10_000
loaded = process_time()
sum(range(1_000_000))
print((loaded - begin) / (process_time() - loaded))
"""


def test_the_asset_is_loaded_when_a_name_is_read():
    subprocess.run([sys.executable, "-c", LAZY], check=True)


def test_the_asset_stays_small_and_keeps_its_licence():
    assert ASSET.stat().st_size < 400_000
    assert "Unicode, Inc." in ASSET.with_name("LICENSE.txt").read_text("utf-8")


def test_each_language_is_loaded_faster_than_one_counts_to_a_few_millions():
    for language in ("zh", "yue", "ko"):
        millions = [float(_run(TIMED.format(language=language))) for _ in range(3)]
        assert min(millions) < 4


def _run(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout


@pytest.mark.skipif(not READINGS.exists(), reason="unicode-data is not installed")
def test_every_korean_reading_of_unihan_is_known():
    with bz2.open(READINGS, "rt", encoding="utf-8") as lines:
        rows = [line.split("\t") for line in lines if "\tkHangul\t" in line]
    assert rows
    for code, _, value in rows:
        told = {reading.partition(":")[0] for reading in value.split()}
        assert told <= read(chr(int(code.removeprefix("U+"), base=16)), "ko", family=False)


def test_simplified_characters_have_the_korean_readings_of_traditional_ones():
    pairs = zip("赖东钱赵马张叶刘邓宁胜", "賴東錢趙馬張葉劉鄧寧勝", strict=True)
    for simplified, traditional in pairs:
        told = read(traditional, "ko", family=False)
        assert told
        assert told <= read(simplified, "ko", family=False)


@pytest.mark.skipif(not READINGS.exists(), reason="unicode-data is not installed")
def test_the_asset_is_what_the_script_compiles():
    script = ROOT / "tools/compile_unihan.py"
    run = subprocess.run([sys.executable, script, UNIHAN], capture_output=True, check=True)
    compiled, asset = run.stdout.decode(), ASSET.read_text("utf-8")
    if compiled.splitlines()[1] != asset.splitlines()[1]:
        pytest.skip("another version of unicode-data is installed")
    assert compiled == asset


# 한글 맞춤법 제10항-제12항: families and given names keep either form.
@pytest.mark.parametrize(
    ("character", "readings"),
    [
        ("金", "김"),
        ("柳", "류 유"),
        ("林", "림 임"),
        ("李", "리 이"),
        ("梁", "량 양"),
        ("羅", "라 나"),
        ("罗", "라 나"),
        ("盧", "로 노"),
        ("陸", "륙 육"),
        ("呂", "려 여"),
        ("龍", "룡 용"),
        ("任", "임"),
        ("葉", "섭 엽"),
        ("沈", "심"),
        ("車", "차"),
        ("賈", "가"),
    ],
)
def test_a_family_name_is_read_in_korean_as_families_have_it(character, readings):
    rules = find("Sino-Korean")
    (spellings,) = rules.slots(character, family=True)
    assert {it for it in spellings if it >= "가"} == set(readings.split())


@pytest.mark.parametrize(
    ("traditional", "simplified", "pinyin"),
    [
        ("單", "单", "shan"),
        ("查", "查", "zha"),
        ("仇", "仇", "qiu"),
        ("曾", "曾", "zeng"),
        ("解", "解", "xie"),
        ("朴", "朴", "piao"),
        ("區", "区", "ou"),
        ("翟", "翟", "zhai di"),
        ("任", "任", "ren"),
        ("蓋", "盖", "ge gai"),
        ("尹", "尹", "yin"),
        ("繆", "缪", "miao"),
        ("賈", "贾", "jia"),
        ("諶", "谌", "chen shen"),
        ("葉", "叶", "ye"),
        ("覃", "覃", "qin tan"),
    ],
)
def test_a_family_name_is_read_in_mandarin_as_families_have_it(traditional, simplified, pinyin):
    for character in (traditional, simplified):
        assert read(character, "zh", family=True) == set(pinyin.split())
