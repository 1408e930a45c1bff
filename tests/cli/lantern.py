"""What checks are tried on at the command line: the harbour town's terms, a catalog and a rule."""

import json
import re
from collections.abc import Sequence
from importlib import resources

import jsonschema
from town import SETTINGS, figures

SCHEMA = json.loads(resources.files("tongsa.report").joinpath("findings.schema.json").read_text())
GLOSSARY = """\
[quay]
kind = "place"
en = ["Port Lantern"]
ko = ["랜턴항", { term = "랜턴부두", status = "forbidden", note = "a word for word rendering" }]
zh_TW = ["蘭登港"]

[board]
kind = "organisation"
en = ["harbour board"]
ko = ["항만위원회"]
zh_TW = ["港務委員會"]
"""
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: {}\\n"\n\n'
BODY = 'msgid "Port Lantern rests."\nmsgstr "랜턴부두는 쉰다."\n'
WORDLESS = ["C", "D", "M", "S"]
"""The families that look at what a translation says, and how: a stand-in says nothing."""
RULE = """\
code = "TOWN1"
severity = "warning"
kind = "forbidden"
words = ["가가"]
message = '"{found}" is no word'
why = "It means nothing. Nobody knows it."
mend = "Write a word."
"""


def codes(ran) -> list[str]:
    return re.findall(r": (?:error|warning|note) ([A-Z]+\d+) ", ran.out)


def found(town, *arguments: str) -> list[dict]:
    ran = town.run("check", *arguments, "--format", "json")
    table = json.loads(ran.out)
    jsonschema.validate(table, SCHEMA)
    return table["findings"]


def filled(town, **words: str) -> None:
    """Translate the desk's article with a glossary; ``words`` are by language what all says.

    Where all units say the same, checks that ask what they say are right to complain: the desk
    skips them.
    """
    if town.read("tongsa.toml") == SETTINGS:
        settings(town)
    town.write("glossary/town.toml", GLOSSARY)
    town.run("build")
    for language, word in words.items():
        town.translate(language, "quay", lambda text, word=word: f"{word} {figures(text)}".strip())


def settings(town, checks: str = "", skip: Sequence[str] = ()) -> None:
    """Write the desk's settings: what they say of checks, beside those that are skipped."""
    table = f"[checks]\nskip = {[*WORDLESS, *skip]}\n"
    town.write("tongsa.toml", SETTINGS + table + checks)
