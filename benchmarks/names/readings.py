"""Read Han characters without tongsa: needs a Python that has pypinyin and hanja.

As a program it reads characters and names as JSON, and writes pypinyin's first reading of each
character, hanja's reading where it stands behind another, and hanja's readings of the names.
"""

from __future__ import annotations

import json
import sys

import hanja
from pypinyin import lazy_pinyin

_BEFORE = "國"  # 두음 법칙 does not change what stands behind it


def main() -> None:
    """Answer; standard input and output hold JSON."""
    task = json.load(sys.stdin)
    characters: list[str] = task["characters"]
    answer = {
        "pinyin": {it: lazy_pinyin(it, v_to_u=True)[0] for it in characters},
        "hangul": {it: hanja.translate(_BEFORE + it, "substitution")[1:] for it in characters},
        "names": {name: hanja.translate(name, "substitution") for name in task["names"]},
    }
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
