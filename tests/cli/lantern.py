"""What checks are tried on at the command line: the harbour town's terms, a catalog and a rule."""

import json
import re
from importlib import resources

import jsonschema
from town import figures

SCHEMA = json.loads(resources.files("tongsa.report").joinpath("findings.schema.json").read_text())
GLOSSARY = """\
[quay]
kind = "place"
en = ["Port Lantern"]
ko = ["랜턴항", { term = "항구랜턴", status = "forbidden", note = "a word for word rendering" }]
zh_TW = ["蘭登港"]

[board]
kind = "organisation"
en = ["harbour board"]
ko = ["항만위원회"]
zh_TW = ["港務委員會"]
"""
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: {}\\n"\n\n'
BODY = 'msgid "Dockers of Port Lantern rest."\nmsgstr "항구랜턴는 쉰다."\n'
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
    """Translate the desk's article with a glossary; ``words`` are by language what all says."""
    town.write("glossary/town.toml", GLOSSARY)
    town.run("build")
    for language, word in words.items():
        town.translate(language, "quay", lambda text, word=word: f"{word} {figures(text)}".strip())


def settings(town, text: str) -> None:
    town.write("tongsa.toml", 'source = "en"\ntargets = ["ko", "zh_TW"]\n' + text)
