"""A bench for trying checks: catalogs, rules and glossaries of a made-up harbour town."""

from tongsa.catalog import po
from tongsa.check.declare import declare
from tongsa.check.registry import builtin
from tongsa.check.run import Examiner
from tongsa.glossary.glossary import Glossary
from tongsa.glossary.load import load

HEADER = (
    'msgid ""\nmsgstr ""\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: ko\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
)
TERMS = """
[window]
kind = "common"
en = ["window"]
ko = ["창", { term = "윈도", status = "forbidden" }]
zh_TW = ["窗戶"]

[harbour-board]
kind = "organisation"
en = ["Harbour Board"]
ko = ["항만위원회"]
zh_TW = ["港務委員會"]
"""
RULE = """
code = "TOWN1"
severity = "error"
message = '"{found}" may not stand here'
why = "Readers of the town know it by another name. So they would wonder."
mend = "Write the town's own name."
"""


def catalog(*entries: str, header: str = HEADER) -> po.Catalog:
    """Return a catalog with these entries behind its header, as ``ko.po``."""
    return po.parse("\n".join((header, *entries)).encode(), path="ko.po")


def unit(source: str, target: str, *comments: str, context: str = "") -> str:
    """Return an entry as it stands in a file; the texts are escaped already."""
    lines = [*comments, f'msgctxt "{context}"'] if context else [*comments]
    return "\n".join([*lines, f'msgid "{source}"', f'msgstr "{target}"', ""])


def rule(body: str, *, head: str = RULE, name: str = "town-name", look=None):
    """Return the check that a declaration makes, by the usual head."""
    return declare(head + body, file=f"checks/{name}.toml", name=name, look=look)


def examiner(*checks, terms: str = "", run=None) -> Examiner:
    """Return an examiner of these checks and of what the checking itself reports."""
    own = [check for check in builtin() if check.look is None]
    glossary = Glossary(load(terms, file="terms.toml")) if terms else Glossary()
    every = [*builtin(), *checks]
    return Examiner(checks=[*checks, *own] if run is None else run, every=every, glossary=glossary)


def told(found) -> list[str]:
    """Return findings in short: ``TOWN1 7:9``."""
    return [f"{it.finding.code} {it.finding.line}:{it.finding.column}" for it in found]
