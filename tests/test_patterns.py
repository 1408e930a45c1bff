"""The regular expressions mean the same in every Python that tongsa runs on."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

SOURCES = Path(__file__).parent.parent / "src"

# Matches (?:ab?c)*+ and (?:a|b){1,3}+ but neither \)*+ nor [()]*+ nor an f-string's {{1,3}} alone.
POSSESSIVE_GROUP = re.compile(r"(?<!(?<!\\)\\)\)(?:[*+?]|\{{1,2}[0-9]*,?[0-9]*\}{1,2})\+")

# Prints the patterns that importing every module and reading every language compiles.
COMPILED = """
import importlib, json, pkgutil, re, sys

patterns, compiled = [], re.compile

def recorded(pattern, flags=0):
    if sys._getframe(1).f_globals["__name__"].startswith("tongsa"):
        patterns.append(pattern if isinstance(pattern, str) else pattern.decode())
    return compiled(pattern, flags)

re.compile = recorded
import tongsa
from tongsa import patterns as late

late.late = recorded
for module in pkgutil.walk_packages(tongsa.__path__, "tongsa."):
    importlib.import_module(module.name)
from tongsa.segment.rules import rules
for language in ("en", "ko", "zh"):
    rules(language)
print(json.dumps(patterns))
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        (r"(?:ab?c)*+", True),
        (r"(?:a|b)?+", True),
        (r"(?>a|b)++", True),
        (r"(?:a|b){1,3}+", True),
        (r"(?:a|b){{1,3}}+", True),
        (r"(?>(?:ab?c)*)", False),
        (r"(?:a\\)*+", True),
        (r"\(a\)*+", False),
        (r"[()]*+", False),
        (r"(a)+", False),
    ],
)
def test_a_possessive_group_is_told_from_its_like(pattern, found):
    assert bool(POSSESSIVE_GROUP.search(pattern)) is found


# Before 3.11.5 Python reads them wrong: (?:ab?c)*+ takes all of "aca". (?>(?:ab?c)*) is right.
def test_no_group_is_possessive():
    sources = [path for path in SOURCES.rglob("*") if path.suffix in {".py", ".toml"}]
    assert sources
    assert not [path for path in sources if POSSESSIVE_GROUP.search(path.read_text("utf-8"))]


def test_no_group_becomes_possessive_where_patterns_are_put_together():
    run = subprocess.run(
        [sys.executable, "-c", COMPILED], capture_output=True, check=True, text=True
    )
    patterns = json.loads(run.stdout)
    assert len(patterns) > 100
    assert not [pattern for pattern in patterns if POSSESSIVE_GROUP.search(pattern)]


@pytest.mark.parametrize(
    ("pattern", "text", "end"),
    [
        (r"(?>(?:ab?c)*)", "aca", 2),
        (r"(?>(?:.(?!D))+)", "ABCDE", 2),
        (r"#[^\n]*+(?>(?:(?<=\\)\n[^\n]*+)*)\n", "# a\n", 4),
        (r"(?>(?:(a)|(b)c?)*)", "abca", 4),
    ],
)
def test_an_atomic_group_takes_whole_rounds(pattern, text, end):
    match = re.match(pattern, text)
    assert match is not None
    assert match.end() == end
