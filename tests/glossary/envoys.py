"""A small file of people, and short words for what the tests of edits do with it."""

import difflib

from tongsa.glossary.edit import Change, changed
from tongsa.glossary.load import load
from tongsa.model import Status, Term

FILE = "people.toml"

PEOPLE = """\
# People. The press decides.
domain = "people"

# Envoys
[liang-guangzhong]   # since 2022
kind = "person"
source = 'unverified'
en = [
  "Liang Guangzhong", # as the mission writes
  # Older spellings
  { term = "Liang Kuang-chung", type = "variant" },   # Wade–Giles
]
ko = ["량광중", "량광쭝"]   # 국립국어원
zh = "梁光中"

# The next one
[ 'park-mi-rae' ]
ko=["박미래"]
"""


def term(given, status=Status.ADMITTED, **fields):
    language, text = given.split("=")
    return Term(language=language, text=text, status=status, **fields)


def edited(text=PEOPLE, name="liang-guangzhong", **change):
    return changed(text, name, Change(**change), file=FILE)


def lines(old, new):
    """Return the lines that only one of two texts has, marked."""
    return [line for line in difflib.ndiff(old.splitlines(), new.splitlines()) if line[0] in "+-"]


def statuses(text):
    concept = load(text, file=FILE)[0]
    return {term.text: str(term.status) for term in concept.terms}
