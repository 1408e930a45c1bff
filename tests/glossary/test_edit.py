"""An edit writes what a person would write, where they would, and leaves the rest alone."""

from pathlib import Path

import pytest
from envoys import FILE, PEOPLE, edited, lines, statuses, term

from tongsa.glossary.edit import Change, added, changed, merged, written
from tongsa.glossary.load import load
from tongsa.model import Concept, Kind, Scope, Status, Term, TermType

CURATED = sorted((Path(__file__).parents[2] / "glossary").glob("*.toml"))


def test_a_new_concept_is_written_as_a_person_would():
    concept = Concept(
        id="taiwan-strait",
        kind=Kind.PLACE,
        definition="The water between Taiwan and the mainland.",
        note='Never "the Formosa Strait".\nNot the treaty.',
        domain="places",
        source="unverified",
        related=("taiwan",),
        links=("https://example.org/strait",),
        scope=Scope(sentence=("taiwan",)),
        translate=False,
        terms=(
            term("zh_TW=台灣海峽", Status.PREFERRED),
            term("ko=대만해협", Status.PREFERRED),
            term("ko=타이완해협", Status.FORBIDDEN, note="Not press style."),
            term("en=Taiwan Strait", Status.PREFERRED),
            term("en=Strait", type=TermType.SHORT, after_full=True, case=True),
            term("en=Strait of Taiwan"),
        ),
    )
    assert added(PEOPLE, [concept], file=FILE) == PEOPLE + (
        """
[taiwan-strait]
kind = "place"
definition = "The water between Taiwan and the mainland."
note = \"\"\"Never "the Formosa Strait".
Not the treaty.\"\"\"
domain = "places"
source = "unverified"
related = ["taiwan"]
links = ["https://example.org/strait"]
scope = { sentence = ["taiwan"] }
translate = false
en = [
  "Taiwan Strait",
  { term = "Strait", type = "short", case = true, after_full = true },
  "Strait of Taiwan",
]
ko = ["대만해협", { term = "타이완해협", status = "forbidden", note = "Not press style." }]
zh_TW = ["台灣海峽"]
"""
    )


def test_a_new_file_starts_with_its_domain():
    concept = Concept(id="wando", domain="places", terms=(term("ko=완도", Status.PREFERRED),))
    text = written([concept], domain="places")
    assert text == 'domain = "places"\n\n[wando]\nkind = "common"\nko = ["완도"]\n'
    assert written([concept], domain=None).startswith('[wando]\nkind = "common"\ndomain = "places"')
    assert written([], domain=None) == ""


def test_a_term_goes_to_its_list_and_a_new_language_to_its_place():
    new = edited(
        terms=(
            term("en=Liang", type=TermType.SHORT),
            term("ko=량 대표"),
            term("zh=梁代表"),
            term("zh_CN=梁先生", Status.PREFERRED),
        )
    )
    assert lines(PEOPLE, new) == [
        '+   { term = "Liang", type = "short" },',
        '- ko = ["량광중", "량광쭝"]   # 국립국어원',
        '+ ko = ["량광중", "량광쭝", "량 대표"]   # 국립국어원',
        '- zh = "梁光中"',
        '+ zh = ["梁光中", "梁代表"]',
        '+ zh_CN = ["梁先生"]',
    ]
    assert new.index("zh_CN") < new.index("# The next one")


def test_a_field_is_written_among_its_neighbours_and_taken_out_again():
    new = edited(fields={"note": "One man.", "links": ("https://example.org",), "kind": "person"})
    assert lines(PEOPLE, new) == ['+ note = "One man."', '+ links = ["https://example.org"]']
    assert new.index("kind") < new.index("note") < new.index("source") < new.index("links")
    assert edited(new, fields={"note": None, "links": None, "definition": None}) == PEOPLE


def test_a_list_of_links_keeps_its_remarks():
    text = '[wando]\nlinks = [\n  "a", # first\n  "b", # second\n]\n'
    new = edited(text, "wando", fields={"links": ("b", "c")})
    assert new == '[wando]\nlinks = [\n  "b", # second\n  "c",\n]\n'
    turned = edited(text, "wando", fields={"links": ("b", "a")})
    assert turned == '[wando]\nlinks = ["b", "a"]\n'


def test_a_preferred_term_behind_another_changes_no_status():
    new = edited(terms=(term("ko=량광중 대표", Status.PREFERRED),))
    assert statuses(new) == statuses(PEOPLE) | {"량광중 대표": "preferred"}
    assert lines(PEOPLE, new)[1:] == [
        "+ ko = [",
        '+   { term = "량광중", status = "preferred" },',
        '+   "량광쭝",',
        '+   { term = "량광중 대표", status = "preferred" },',
        "+ ]   # 국립국어원",
    ]


def test_a_term_that_moves_up_says_that_it_is_only_admitted():
    new = edited(dropped=(("ko", "량광중"),))
    assert '\nko = [{ term = "량광쭝", status = "admitted" }]   # 국립국어원\n' in new


def test_terms_swap_their_ranks():
    swapped = (term("ko=량광중"), term("ko=량광쭝", Status.PREFERRED))
    new = edited(terms=swapped)
    assert '\nko = ["량광중", { term = "량광쭝", status = "preferred" }]   # 국립국어원\n' in new
    assert statuses(new)["량광중"] == "admitted"


def test_a_known_term_changes_key_by_key():
    text = '[wando]\nko = [{note="old", term = \'완도\' , status="forbidden"}]\n'
    new = edited(text, "wando", terms=(term("ko=완도", Status.DEPRECATED, region="KR"),))
    assert new == '[wando]\nko = [{term = \'완도\' , status="deprecated", region = "KR"}]\n'


def test_a_dropped_term_takes_its_line_and_the_last_one_its_key():
    new = edited(dropped=(("en", "Liang Guangzhong"), ("zh", "梁光中")))
    assert lines(PEOPLE, new) == [
        '-   "Liang Guangzhong", # as the mission writes',
        '-   { term = "Liang Kuang-chung", type = "variant" },   # Wade–Giles',
        '+   { term = "Liang Kuang-chung", status = "admitted", type = "variant" },   # Wade–Giles',
        '- zh = "梁光中"',
    ]


def test_a_list_too_long_for_a_line_has_a_line_for_each_term():
    new = edited(terms=(term("ko=량광중 주한 타이베이 대표부 대표"), term("ko=" + "량" * 20)))
    assert lines(PEOPLE, new)[1:] == [
        "+ ko = [",
        '+   "량광중",',
        '+   "량광쭝",',
        '+   "량광중 주한 타이베이 대표부 대표",',
        f'+   "{"량" * 20}",',
        "+ ]   # 국립국어원",
    ]


def test_an_import_fills_what_is_unsaid_and_tells_what_it_leaves():
    theirs = Concept(
        id="liang-guangzhong",
        kind=Kind.PLACE,
        definition="Head of the mission.",
        domain="people",
        translate=False,
        terms=(
            term("ko=량광중", Status.FORBIDDEN, romanisation="Hanja"),
            term("ko=양광중", Status.PREFERRED),
            term("en=Liang Kuang-chung", type=TermType.SHORT, note="In Taiwan."),
        ),
    )
    done = merged(PEOPLE, [theirs, Concept(id="wando")], file=FILE)
    assert (done.added, done.extended) == (("wando",), ("liang-guangzhong",))
    assert done.conflicts == (
        "liang-guangzhong: kind is person here, place in the import; kept",
        "liang-guangzhong: translate is true here, false in the import; kept",
        'liang-guangzhong: en "Liang Kuang-chung" has type variant here, short in the import; kept',
        'liang-guangzhong: ko "량광중" is preferred here, forbidden in the import; kept',
        'liang-guangzhong: ko "량광중" is preferred here, "양광중" in the import; admitted',
    )
    assert lines(PEOPLE, done.text) == [
        '+ definition = "Head of the mission."',
        '-   { term = "Liang Kuang-chung", type = "variant" },   # Wade–Giles',
        '+   { term = "Liang Kuang-chung", type = "variant", note = "In Taiwan." },   # Wade–Giles',
        '- ko = ["량광중", "량광쭝"]   # 국립국어원',
        '+ ko = [{ term = "량광중", romanisation = "Hanja" }, "량광쭝", "양광중"]   # 국립국어원',
        "+ ",
        "+ [wando]",
        '+ kind = "common"',
    ]


@pytest.mark.parametrize("path", CURATED, ids=lambda path: path.stem)
def test_what_is_added_to_our_own_glossary_and_dropped_leaves_no_trace(path):
    text, undone = path.read_bytes().decode(), 0
    for concept in load(text, file=path.name):
        new = tuple(
            Term(language=language, text="漢A", status=Status.FORBIDDEN)
            for language in {held.language for held in concept.terms}
        )
        more = changed(text, concept.id, Change(terms=new), file=path.name)
        assert more.count("漢A") == len(new)
        if more.count("= [\n") == text.count("= [\n"):  # else a line had become too long
            undone += 1
            less = Change(dropped=tuple((each.language, "漢A") for each in new))
            assert changed(more, concept.id, less, file=path.name) == text
    assert undone
