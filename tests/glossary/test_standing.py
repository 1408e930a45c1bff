"""How a concept's terms stand in an edition."""

from tongsa.glossary.glossary import Glossary
from tongsa.glossary.load import load
from tongsa.glossary.standing import Variety, base, standings


def stand(terms, language, *styles):
    """Return how terms stand by their texts; those that say nothing are left out."""
    (concept,) = load(f"[harbour]\n{terms}", file="harbour.toml")
    found = standings(concept, Variety(language=language, styles=frozenset(styles)))
    return {concept.terms[at].text: str(how) for at, how in found.items()}


def test_a_language_falls_back_to_its_base():
    assert [base(code) for code in ("zh_TW", "zh", "ko")] == ["zh", "zh", "ko"]
    assert Variety(language="zh_CN").base == "zh"


def test_the_first_term_is_preferred_and_the_others_admitted():
    assert stand('ko = ["항구", "항만"]', "ko") == {"항구": "preferred", "항만": "admitted"}


def test_terms_of_both_editions_hold_in_each():
    terms = 'zh = ["港", "埠"]'
    assert stand(terms, "zh_TW") == stand(terms, "zh_CN") == {"港": "preferred", "埠": "admitted"}


def test_an_edition_s_own_terms_take_the_place_of_those_of_both():
    terms = 'zh = ["港", "埠"]\nzh_TW = "港口"'
    assert stand(terms, "zh_TW") == {"港口": "preferred"}
    assert stand(terms, "zh_CN")["港"] == "preferred"


def test_what_is_forbidden_for_both_stays_forbidden():
    terms = 'zh = ["港", { term = "埠", status = "forbidden" }]\nzh_TW = "港口"'
    assert stand(terms, "zh_TW") == {"港口": "preferred", "埠": "forbidden"}


def test_an_edition_that_only_forbids_falls_back():
    terms = 'zh = "港"\nzh_TW = [{ term = "埠", status = "deprecated" }]'
    assert stand(terms, "zh_TW") == {"港": "preferred", "埠": "deprecated"}


def test_the_other_edition_s_terms_are_another_edition_s():
    terms = 'zh_TW = "軟體"\nzh_CN = ["软件", { term = "软体", status = "forbidden" }]'
    assert stand(terms, "zh_TW") == {"軟體": "preferred", "软件": "another edition's"}
    assert stand(terms, "zh_CN") == {
        "软件": "preferred",
        "软体": "forbidden",
        "軟體": "another edition's",
    }


def test_a_word_that_both_editions_write_is_nobody_else_s():
    assert stand('zh_TW = "港口"\nzh_CN = "港口"', "zh_TW") == {"港口": "preferred"}


def test_a_term_of_another_region_is_another_edition_s():
    terms = 'zh = [{ term = "計程車", region = "TW" }, { term = "出租车", region = "CN" }]'
    assert stand(terms, "zh_TW") == {"計程車": "preferred", "出租车": "another edition's"}
    assert stand(terms, "zh_CN") == {"出租车": "admitted", "計程車": "another edition's"}


def test_a_term_forbidden_in_one_region_is_not_forbidden_in_another():
    terms = 'zh = ["港", { term = "埠", region = "TW", status = "forbidden" }]'
    assert stand(terms, "zh_TW") == {"港": "preferred", "埠": "forbidden"}
    assert stand(terms, "zh_CN") == {"港": "preferred"}


STYLED = """
ko = [
  "정부",
  { term = "행정부", type = "variant" },
  { term = "政", type = "short" },
  { term = "당국", style = "mainland-media" },
]
"""


def test_a_style_that_is_off_says_nothing():
    assert stand(STYLED, "ko") == {"정부": "preferred", "행정부": "admitted", "政": "admitted"}


def test_a_preferred_style_displaces_full_forms_and_variants_alone():
    assert stand(STYLED, "ko", "mainland-media") == {
        "당국": "preferred",
        "政": "admitted",
        "정부": "forbidden",
        "행정부": "forbidden",
    }


def test_another_style_changes_nothing():
    assert stand(STYLED, "ko", "tabloid") == stand(STYLED, "ko")


def test_an_admitted_style_stands_beside_the_usual_terms():
    terms = 'ko = ["정부", { term = "당국", style = "media", status = "admitted" }]'
    assert stand(terms, "ko", "media") == {"정부": "preferred", "당국": "admitted"}


def test_what_a_style_forbids_is_forbidden_where_it_is_on_alone():
    terms = 'ko = ["정부", { term = "政府", style = "media", status = "forbidden" }]'
    assert stand(terms, "ko") == {"정부": "preferred"}
    assert stand(terms, "ko", "media") == {"정부": "preferred", "政府": "forbidden"}


def test_the_preferred_of_usable_terms_comes_first():
    concepts = load(
        '[harbour]\nko = [{ term = "항만", status = "admitted" }, "항구"]', file="harbour.toml"
    )
    usable = Glossary(concepts).usable(0, Variety(language="ko"))
    assert [term.text for term in usable] == ["항구", "항만"]


def test_another_script_s_form_of_the_other_edition_s_word_is_found():
    concepts = load('[code]\nen = "software"\nzh_TW = "軟體"\nzh_CN = "软件"', file="c.toml")
    glossary = Glossary(concepts)

    def how(text):
        return [
            str(glossary.standing(concept, Variety(language="zh_TW"))[number])
            for hit, concept, term in glossary.find(text, "zh_TW")
            for number in [glossary.concepts[concept].terms.index(term)]
        ]

    found = {text: how(text) for text in ("用軟件", "用软件", "用軟體", "用软体")}
    assert found == {
        "用軟件": ["another edition's"],
        "用软件": ["another edition's"],
        "用軟體": ["preferred"],
        "用软体": [],
    }
