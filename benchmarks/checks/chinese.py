"""Mutators of Chinese alone: script, words, marks and quotation marks of another edition."""

from __future__ import annotations

import re
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import opencc
from text import brackets, han
from world import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from mutate import Change, Edit, Spot
    from plain import Pair

_OTHER_SCRIPT = {"zh_TW": "tw2s", "zh_CN": "s2t"}
_CHARSET = {"zh_TW": "big5", "zh_CN": "gb2312"}
"""National standards: what is not in them is no character of the edition's everyday script."""
_HALF = {"，": ",", "。": ".", "；": ";", "：": ":", "？": "?", "！": "!"}
_MARK = re.compile(r"(?<=[\u4e00-\u9fff])[，。；：？！](?=[\u4e00-\u9fff]|$)")
_QUOTES = {"zh_TW": ("「」", "“”"), "zh_CN": ("“”", "「」")}
_SHORTEST = 2  # characters of a regional word


def wrong_script(pair: Pair, random: Random) -> Iterator[Edit]:
    """經濟 → 经济 in zh_TW: two to four characters, one of them surely of the other script."""
    text = pair.target
    converter = _converter(_OTHER_SCRIPT[pair.language])
    for _ in range(20):
        length = random.randint(2, 4)
        start = random.randrange(max(1, len(text) - length))
        was = text[start : start + length]
        now = converter.convert(was)
        wrong = any(
            new != old and _foreign(new, pair.language) for old, new in zip(was, now, strict=False)
        )
        if len(now) == len(was) and wrong and all(map(han, was)):
            yield start, start + length, now
            return


def regional_word(spot: Spot, random: Random) -> Iterator[Change]:
    """軟體 → 軟件 in zh_TW: by OpenCC's table, where no article of the edition has that word."""
    text = spot.unit.target
    found = [(was, now) for was, now in _regional(spot.here.language) if was in text]
    found = [(was, now) for was, now in found if now not in spot.world.text]
    if found:
        was, now = random.choice(found)
        yield spot.told(text.replace(was, now))


def half_width(pair: Pair, random: Random) -> Iterator[Edit]:
    """， → , between Chinese characters."""
    if found := list(_MARK.finditer(pair.target)):
        one = random.choice(found)
        yield *one.span(), _HALF[one[0]]


def other_quotes(pair: Pair, random: Random) -> Iterator[Edit]:
    """「…」 → “…” in zh_TW, “…” → 「…」 in zh_CN."""
    own, other = _QUOTES[pair.language]
    found = [span for span in brackets(pair.target) if pair.target[span[0]] == own[0]]
    if found:
        start, end = random.choice(found)
        yield start, end + 1, other[0] + pair.target[start + 1 : end] + other[1]


def _foreign(letter: str, language: str) -> bool:
    try:
        letter.encode(_CHARSET[language])
    except UnicodeEncodeError:
        return True
    return False


@cache
def _converter(name: str) -> opencc.OpenCC:
    return opencc.OpenCC(name)


@cache
def _regional(language: str) -> list[tuple[str, str]]:
    """Return the edition's words with those of the other region, in the edition's script."""
    kept = []
    for mainland, taiwan in _phrases():
        if mainland in WORDS["both_regions"] or len(mainland) < _SHORTEST:
            continue
        if language == "zh_TW":
            kept += [(word, mainland) for word in taiwan if word not in mainland]
        else:
            convert = _converter("t2s").convert
            kept += [(convert(mainland), convert(taiwan[0]))]
    return sorted(
        (was, now)
        for was, now in kept
        if was not in now and now not in was and len(was) >= _SHORTEST
    )


@cache
def _phrases() -> list[tuple[str, list[str]]]:
    """Return OpenCC's table of Taiwan's words for the mainland's, both in traditional script."""
    inside = Path(opencc.__file__).parent / "clib"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "phrases.txt"
        table = inside / "share" / "opencc" / "TWPhrases.ocd2"
        options = ["-i", str(table), "-o", str(file), "-f", "ocd2", "-t", "text"]
        command = [str(inside / "bin" / "opencc_dict"), *options]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        rows = [row.split("\t") for row in file.read_text("utf-8").splitlines() if "\t" in row]
    return [(mainland, taiwan.split(" ")) for mainland, taiwan in rows]
