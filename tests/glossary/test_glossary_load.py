"""Glossary files as concepts, and each flaw with its file, its line and what mends it."""

import pytest

from tongsa.errors import GlossaryError
from tongsa.glossary.load import load, survey
from tongsa.model import Concept, Kind, Scope, Status, Term, TermType

FILE = "glossary/harbour.toml"


def one(text):
    (concept,) = load(text, file=FILE)
    return concept


def flaws(text):
    return [str(flaw) for flaw in survey(text, file=FILE).flaws]


def test_every_field_of_a_concept_is_read():
    text = """\
# The harbour.
domain = "ports"

[harbour-pilot]
kind = "title"
definition = '''Who steers
  foreign ships.'''
note = "Rare."
source = "unverified"
related = ["harbour"]
links = ["https://example.org/pilot"]
scope = { beside = ["harbour"], article = ["sea"] }
translate = false
en = [
  { term = "harbour pilot", region = "GB", note = "British" },
  { term = "Pilot", status = "admitted", type = "short", after_full = true, case = true },
]
ko = { term = "도선사", romanisation = "Revised Romanization", style = "house", scope = ["sea"] }
zh = "引水人"
"""
    assert one(text) == Concept(
        id="harbour-pilot",
        kind=Kind.TITLE,
        definition="Who steers foreign ships.",
        note="Rare.",
        domain="ports",
        source="unverified",
        related=("harbour",),
        links=("https://example.org/pilot",),
        scope=Scope(beside=("harbour",), article=("sea",)),
        translate=False,
        terms=(
            Term(text="harbour pilot", language="en", region="GB", note="British"),
            Term(
                text="Pilot",
                language="en",
                status=Status.ADMITTED,
                type=TermType.SHORT,
                after_full=True,
                case=True,
            ),
            Term(
                text="도선사",
                language="ko",
                romanisation="Revised Romanization",
                style="house",
                scope=Scope(sentence=("sea",)),
            ),
            Term(text="引水人", language="zh"),
        ),
        file=FILE,
        line=4,
    )


def test_the_file_names_the_domain_unless_it_is_told():
    assert one('[quay]\nen = "quay"').domain == "harbour"
    assert one('domain = "ports"\n[quay]\nen = "quay"').domain == "ports"
    assert one('domain = "ports"\n[quay]\ndomain = "law"\nen = "quay"').domain == "law"


def test_concepts_come_in_the_order_of_the_file_with_their_lines():
    concepts = load('[quay]\nen = "quay"\n\n# next\n["3d-map"] # x\nen = "map"', file=FILE)
    assert [(concept.id, concept.line) for concept in concepts] == [("quay", 1), ("3d-map", 5)]


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ('["부두", "선창"]', ["preferred", "admitted"]),
        ('[{ term = "부두", status = "forbidden" }, "선창"]', ["forbidden", "preferred"]),
        ('["부두", { term = "선창", status = "preferred" }]', ["admitted", "preferred"]),
        ('[{ term = "부두", style = "house" }, "선창"]', ["preferred", "preferred"]),
        (
            '[{ term = "부두", status = "admitted" }, "선창", "잔교"]',
            ["admitted", "preferred", "admitted"],
        ),
        ('["부두", { term = "선창", type = "short" }]', ["preferred", "admitted"]),
    ],
)
def test_of_usable_terms_the_first_without_a_status_is_preferred(listed, expected):
    concept = one(f"[quay]\nko = {listed}")
    assert [str(term.status) for term in concept.terms] == expected


@pytest.mark.parametrize(
    ("key", "code"), [("zh-tw", "zh_TW"), ("zh_Hans", "zh_CN"), ("ko-KR", "ko"), ("zh", "zh")]
)
def test_a_language_may_be_spelled_in_other_ways(key, code):
    assert [term.language for term in one(f'[quay]\n{key} = "x"').terms] == [code]


FLAWED = [
    ('[quay]\nen = "quay"\nnoet = "x"', 3, 'unknown key "noet"', 'the nearest known key is "note"'),
    (
        '[quay]\nen = [\n  "quay",\n  { term = "dock", statsu = "x" },\n]',
        4,
        'unknown key "statsu" in "en"',
        'the nearest known key is "status"',
    ),
    (
        '[quay]\nen = [\n  "quay",\n  { term = "dock", status = "prefered" },\n]',
        4,
        "\"status\" is 'prefered'",
        "use preferred, admitted, deprecated or forbidden",
    ),
    (
        '[quay]\nen = "quay"\nkind = "palce"',
        3,
        "\"kind\" is 'palce'",
        (
            "use person, organisation, title, place, product, technology, law, event, work, "
            "idiom or common"
        ),
    ),
    (
        '[quay]\nen = [{ term = "q", type = "long" }]',
        2,
        "\"type\" is 'long'",
        "use full, short, acronym or variant",
    ),
    (
        '[quay]\nen = [{ term = "q", region = "Taiwan" }]',
        2,
        '"Taiwan" is no region',
        "write two capitals, such as TW",
    ),
    (
        '[quay]\nen = [{ term = "q", case = "yes" }]',
        2,
        "\"case\" is 'yes'",
        "write case = true or case = false",
    ),
    (
        '[quay]\nen = [{ status = "admitted" }]',
        2,
        '"en" must list texts or tables with a "term"',
        'write en = ["…", { term = "…", status = "forbidden" }]',
    ),
    ("[quay]\nen = 3", 2, '"en" must list texts or tables with a "term"', None),
    ('[quay]\nen = ["quay", "quay"]', 2, '"quay" stands twice in "en"', "keep one of the two"),
    ('[quay]\nen = " quay"', 2, '" quay" has white space around it', "take it out"),
    ('[quay]\nen = "—"', 2, '"—" is no term: it has no letter and no digit', None),
    ('[quay]\nen = ""', 2, '"" is no term: it has no letter and no digit', None),
    (
        '[quay]\nen = "quay"\nscope = []',
        3,
        '"scope" names no concept',
        'name a concept: scope = { beside = ["…"] }',
    ),
    (
        '[quay]\nen = "quay"\nscope = { near = ["a"] }',
        3,
        'unknown key "near"',
        'the nearest known key is "article"',
    ),
    (
        '[quay]\nen = "quay"\nrelated = "sea"',
        3,
        '"related" must be a list of texts',
        'write related = ["…", "…"]',
    ),
    (
        '[quay]\nen = "quay"\ntranslate = "no"',
        3,
        "\"translate\" is 'no'",
        "write translate = true or translate = false",
    ),
    ('[quay]\nen = "quay"\nnote = 3', 3, '"note" must be a text', None),
    (
        'colour = "red"\n[quay]\nen = "q"',
        1,
        'unknown key "colour"',
        "only domain and the tables of concepts, such as [taiwan-strait], may stand here",
    ),
    ("domain = 3\n[quay]\nen = 'q'", 1, '"domain" must be a text', None),
    (
        "\n[Quay]\nen = 'q'",
        2,
        '"Quay" is no id of a concept',
        "write small letters, digits and hyphens, such as [taiwan-strait]",
    ),
]


@pytest.mark.parametrize(("text", "line", "message", "mend"), FLAWED)
def test_a_flaw_is_told_with_its_place_and_its_mend(text, line, message, mend):
    (flaw,) = survey(text, file=FILE).flaws
    assert (flaw.file, flaw.line) == (FILE, line)
    assert flaw.message.startswith(message)
    assert mend is None or flaw.mend == mend


@pytest.mark.parametrize(("text", "line"), [(text, line) for text, line, _, _ in FLAWED])
def test_to_load_a_flawed_file_fails_at_its_first_flaw(text, line):
    with pytest.raises(GlossaryError, match=f"^{FILE}:{line}: "):
        load(text, file=FILE)


def test_what_is_not_flawed_is_read_all_the_same():
    text = (
        '[quay]\nen = ["quay", { term = "dock", status = "bad" }]\nkind = "bad"\n[sea]\nen = "sea"'
    )
    survey_ = survey(text, file=FILE)
    assert [concept.id for concept in survey_.concepts] == ["quay", "sea"]
    assert [term.text for term in survey_.concepts[0].terms] == ["quay", "dock"]
    assert len(survey_.flaws) == 2


def test_a_term_that_is_flawed_in_two_ways_is_told_twice():
    assert flaws('[quay]\nen = [{ term = "dock", stat = 1, typ = 2 }]') == [
        f'{FILE}:2: unknown key "stat" in "en"; the nearest known key is "status"',
        f'{FILE}:2: unknown key "typ" in "en"; the nearest known key is "type"',
    ]


@pytest.mark.parametrize(
    "text", ["[quay", 'en = "', "[a]\n[a]", "x = [" * 2000, "x = " + "9" * 5000]
)
def test_a_file_that_is_no_toml_is_refused(text):
    with pytest.raises(GlossaryError) as caught:
        survey(text, file=FILE)
    assert caught.value.file == FILE


def test_an_empty_file_holds_nothing():
    assert load("", file=FILE) == ()
