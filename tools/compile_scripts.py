#!/usr/bin/env python3
"""Compile which characters only one script of Chinese writes into the asset that tongsa ships.

    pip install opencc==1.4.2
    python3 tools/compile_scripts.py > src/tongsa/language/data/scripts.txt

A character is the other script's where OpenCC's tables write it otherwise and the script's own
character set (Big 5, GB 2312) lacks it; what both scripts know, such as 后 or 台, is left out.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import opencc

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

Table = dict[str, list[str]]

PACKAGE = Path(opencc.__file__).parent / "clib"

# Big 5 holds these as rare characters of old books; in a newspaper they are the simplified forms of
# others (教育部, 常用國字標準字體表: none of them is there).
ARCHAIC = frozenset("触肮茧蚕吨听儿岭坏异忏圣痒网篱离扰构泞怀怜惊机气洁与优体赶")
# GB 2312 holds these; 《通用规范汉字表》 (国务院, 2013) gives them as traditional forms of 后, 于.
ABOLISHED = frozenset("後於")
# Traditional or variant forms that 《通用规范汉字表》 (国务院, 2013) admits in names.
ADMITTED = frozenset("濛颸頫訢鉅逕祇椀寘珮劼晳詟倓")
# Characters of both scripts that mostly stand for themselves, and often enough for another one.
ALSO_SIMPLIFIED = frozenset("面只系制谷卷松板扎累御困折")
ALSO_TRADITIONAL = frozenset("乾著瞭藉夥徵")

HEAD = """\
# Which characters one script of Chinese alone writes, compiled by tools/compile_scripts.py from the
# tables of OpenCC {version} (Apache License 2.0, see src/tongsa/reading/data/APACHE-2.0.txt): cut
# and changed in form. A row is a kind and its characters; of "zh_TW" a wrong character and all that
# it may stand for in Taiwan, of "zh_CN" a wrong character and what the mainland writes. The
# "encoded" ones the character set of the script (Big 5, GB 2312) has nevertheless. The "shared"
# ones are right, but may stand for another character where they come from the other script.
"""


def read(name: str) -> Table:
    """Return one of OpenCC's tables: what each character may become."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "table.txt"
        table = PACKAGE / "share/opencc" / f"{name}.ocd2"
        script = [PACKAGE / "bin/opencc_dict", "-i", table, "-o", file, "-f", "ocd2", "-t", "text"]
        subprocess.run(script, check=True, capture_output=True)  # noqa: S603 (OpenCC's own program)
        rows = (line.split("\t") for line in file.read_text("utf-8").splitlines())
        return {key: values.split(" ") for key, values in rows if len(key) == 1}


def holds(codec: str, character: str) -> bool:
    """Whether a character set has a character."""
    try:
        character.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def strange(table: Mapping[str, Iterable[str]], codec: str, *, also: frozenset[str]) -> Table:
    """Return the characters of a table that are the other script's alone, with what they become."""
    return {
        one: list(others)
        for one, others in table.items()
        if one in also or (one not in others and not holds(codec, one))
    }


def shared(table: Mapping[str, Sequence[str]], wrong: Collection[str]) -> set[str]:
    """Return the characters that both scripts have, and that mostly stand for another one."""
    return {one for one, others in table.items() if one not in wrong and others[0] != one}


def main() -> None:
    """Write the asset to standard output."""
    variants = read("TWVariants")
    taiwan = {
        one: list(dict.fromkeys(variants.get(other, [other])[0] for other in others))
        for one, others in read("STCharacters").items()
    }
    mainland = {
        one: [next((it for it in others if it != one), one)] if one in ABOLISHED else others[:1]
        for one, others in read("TSCharacters").items()
    }
    in_taiwan = strange(taiwan, "big5", also=ARCHAIC)
    in_mainland = strange(
        {one: others for one, others in mainland.items() if one not in ADMITTED},
        "gb2312",
        also=ABOLISHED,
    )
    rows = {
        "zh_TW": [one + "".join(others) for one, others in in_taiwan.items()],
        "zh_TW-encoded": ARCHAIC,
        "zh_TW-shared": shared(taiwan, in_taiwan) | ALSO_SIMPLIFIED,
        "zh_CN": [one + "".join(others) for one, others in in_mainland.items()],
        "zh_CN-encoded": ABOLISHED,
        "zh_CN-shared": shared(mainland, in_mainland) | ALSO_TRADITIONAL,
    }
    sys.stdout.write(HEAD.format(version=metadata.version("opencc")))
    sys.stdout.writelines(f"{kind} {' '.join(sorted(row))}\n" for kind, row in rows.items())


if __name__ == "__main__":
    main()
