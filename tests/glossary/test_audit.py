"""What is wrong in a glossary, each flaw with its file, its line and what mends it."""

from pathlib import Path

import pytest

from tongsa.glossary.audit import Audit
from tongsa.glossary.glossary import Glossary
from tongsa.glossary.load import load, survey

TARGETS = ("ko", "zh_TW", "zh_CN")
ROOT = Path(__file__).parents[2] / "glossary"


def flaws(text, targets=TARGETS):
    concepts = load(text, file="ports.toml")
    return list(Audit(Glossary(concepts), "en", targets, {"ports.toml": text}).flaws())


def told(text, targets=TARGETS):
    """Return flaws as line, message and mend; all of them name the file."""
    found = flaws(text, targets)
    assert all(flaw.file == "ports.toml" for flaw in found)
    return [(flaw.line, flaw.message, flaw.mend) for flaw in found]


RIGHT = 'ko = "항구"\nzh = "港"\n'


def test_a_sound_glossary_has_no_flaw():
    assert (
        told(f'[harbour]\nen = "harbour"\n{RIGHT}[quay]\nen = "quay"\nko = "부두"\nzh = "岸"') == []
    )


@pytest.mark.parametrize("other", ["harbour", "Harbour", "har-bour", "hàrbour", "har bour"])
def test_two_concepts_may_not_share_a_term_without_a_scope(other):
    text = f'[harbour]\nen = "harbour"\n{RIGHT}[haven]\nen = [\n "haven",\n "{other}"]\n{RIGHT}'
    if other in {"har-bour", "har bour"}:
        text = text.replace('"harbour"', '"har bour"', 1)
    first = text.split('"')[1]
    assert told(text) == [
        (
            2,
            f'"{first}" of "harbour" is a term of "haven", too',
            "give both a scope (ports.toml:5 is the other)",
        ),
        (
            8,
            f'"{other}" of "haven" is a term of "harbour", too',
            "give both a scope (ports.toml:1 is the other)",
        ),
    ]


@pytest.mark.parametrize(
    ("one", "other"), [("C", "C++"), ("NET", ".NET"), ("ATT", "AT&T"), ("IT", "it"), ("US", "us")]
)
def test_terms_that_signs_or_capitals_tell_apart_are_not_shared(one, other):
    assert told(f'[one]\nen = "{one}"\n{RIGHT}[other]\nen = "{other}"\n{RIGHT}') == []


def test_terms_that_scopes_tell_apart_are_not_shared():
    text = f"""\
[sea]
en = "sea"
{RIGHT}
[one]
scope = ["sea"]
en = "pilot"
{RIGHT}
[other]
en = [{{ term = "pilot", scope = {{ beside = ["sea"] }} }}]
{RIGHT}"""
    assert told(text) == []


def test_a_preferred_term_is_missing_for_a_target():
    text = '[harbour]\nen = "harbour"\nzh_TW = "港"\nko = [{ term = "항구", status = "forbidden" }]'
    assert told(text) == [
        (1, '"harbour" has no preferred term in ko', 'add ko = ["…"], or translate = false'),
        (1, '"harbour" has no preferred term in zh_CN', 'add zh_CN = ["…"], or translate = false'),
    ]


def test_an_admitted_term_is_not_the_preferred_one():
    text = '[harbour]\nen = "harbour"\nko = [{ term = "항구", status = "admitted" }]'
    assert [message for _, message, _ in told(text, ("ko",))] == [
        '"harbour" has no preferred term in ko'
    ]


def test_a_style_that_is_off_gives_no_preferred_term():
    text = '[harbour]\nen = "harbour"\nko = [{ term = "항구", style = "house" }]'
    assert len(told(text, ("ko",))) == 1


def test_what_is_not_translated_needs_no_term():
    assert told('[harbour]\nen = "Harbour"\ntranslate = false') == []


@pytest.mark.parametrize(
    ("wrong", "verb"),
    [("항 구", "equals"), ("큰항구", "contains"), ("항구들", "contains")],
)
def test_a_forbidden_term_that_equals_or_contains_the_preferred_one(wrong, verb):
    listed = f'"항구",\n{{ term = "{wrong}", status = "forbidden" }}'
    text = f'[harbour]\nen = "harbour"\nzh = "港"\nko = [\n{listed}]'
    assert told(text) == [
        (6, f'the forbidden "{wrong}" {verb} the preferred "항구"', "take one of the two out")
    ]


def test_a_forbidden_term_of_both_editions_that_contains_one_edition_s():
    text = """\
[harbour]
en = "harbour"
ko = "항구"
zh = [{ term = "海港口", status = "forbidden" }]
zh_TW = "港口"
zh_CN = "码头"
"""
    assert told(text) == [
        (4, 'the forbidden "海港口" contains the preferred "港口"', "take one of the two out")
    ]


def test_a_forbidden_term_of_the_other_edition_is_no_flaw():
    text = """\
[code]
en = "software"
ko = "소프트웨어"
zh_TW = ["軟體", { term = "軟件", status = "forbidden" }]
zh_CN = "软件"
"""
    assert told(text) == []


@pytest.mark.parametrize(("wrong", "flawed"), [("Lantern Works", False), ("lan tern", True)])
def test_a_deprecated_term_may_contain_the_preferred_one_but_not_equal_it(wrong, flawed):
    listed = f'"lan-tern", {{ term = "{wrong}", status = "deprecated" }}'
    assert bool(told(f"[firm]\nen = [{listed}]\n{RIGHT}")) is flawed


def test_two_preferred_terms_in_one_language():
    text = """\
[harbour]
en = "harbour"
zh = "港"
ko = [
  { term = "항구", status = "preferred" },
  { term = "항만", status = "preferred" },
]
"""
    assert told(text) == [(6, '"항구" and "항만" are both preferred in ko', "admit one of the two")]


def test_characters_that_an_edition_does_not_write():
    text = '[sea]\nen = "sea"\nko = "바다"\nzh_TW = "海湾"\nzh_CN = "海灣"'
    assert told(text) == [
        (4, '"海湾" has 湾, which zh_TW does not write', "correct it"),
        (5, '"海灣" has 灣, which zh_CN does not write', "correct it"),
    ]
    assert told('[sea]\nen = "sea"\nko = "바다"\nzh = "海灣"') == [
        (4, '"海灣" has 灣, which zh_CN does not write', "write zh_TW and zh_CN apart")
    ]


def test_a_reading_that_does_not_fit_the_characters():
    text = """\
[envoy]
kind = "person"
en = [
  { term = "Wang Xiaoming", romanisation = "Hanyu Pinyin" },
  { term = "Wang Daming", romanisation = "Hanyu Pinyin", type = "variant" },
]
ko = "왕샤오밍"
zh = "王小明"
"""
    assert told(text) == [
        (
            5,
            '"Wang Daming" is no reading of 王小明 in Hanyu Pinyin',
            "correct the spelling or the system",
        )
    ]


def test_a_korean_reading_is_one_of_hangul():
    text = """\
[envoy]
kind = "person"
en = [{ term = "Bak Mirae", romanisation = "Revised Romanization" }]
ko = "박미래"
zh_TW = "朴美來"
zh_CN = "朴美来"
"""
    assert told(text) == []
    assert [line for line, _, _ in told(text.replace("Mirae", "Jina"))] == [3]


ENVOY = """\
[envoy]
kind = "person"
en = "Liang Guangzhong"
ko = "{}"
zh = "梁光中"
"""


@pytest.mark.parametrize("wrong", ["량쾅중", "량광쫑", "양꽝중"])
def test_a_person_s_hangul_that_the_characters_are_not_read_as(wrong):
    assert told(ENVOY.format(wrong)) == [
        (4, f'"{wrong}" is no reading of 梁光中', "write 량광중 or 양광중")
    ]


@pytest.mark.parametrize("right", ["량광중", "양광중"])
def test_a_person_s_hangul_may_be_of_the_mandarin_or_of_the_korean_reading(right):
    assert told(ENVOY.format(right)) == []


def test_a_forbidden_hangul_form_need_not_be_a_reading():
    forbidden = '"량광중", { term = "량쾅중", status = "forbidden" }'
    assert told(ENVOY.replace('"{}"', f"[{forbidden}]")) == []


def test_a_short_form_in_hangul_need_not_be_a_reading():
    short = '"량광중", { term = "량 대표", type = "short" }'
    assert told(ENVOY.replace('"{}"', f"[{short}]")) == []


def test_a_hangul_name_that_does_not_begin_like_a_reading_is_by_another_custom():
    text = """\
[singer]
kind = "person"
en = "Teresa Teng"
ko = "등려군"
zh_TW = "鄧麗君"
zh_CN = "邓丽君"
"""
    assert told(text) == []
    assert told(text.replace("등려군", "테레사 텡")) == []


def test_a_western_person_s_hangul_is_no_reading_of_the_characters():
    text = """\
[president]
kind = "person"
en = "Donald Trump"
ko = "도널드 트럼프"
zh_TW = "唐納·川普"
zh_CN = "唐纳德·特朗普"
"""
    assert told(text) == []


def test_what_is_no_person_is_not_read_as_a_name():
    assert told(ENVOY.format("량쾅중").replace("person", "place")) == []


def test_a_mend_names_no_form_twice_for_the_two_scripts():
    text = ENVOY.replace("梁光中", "賴清德").replace("Liang Guangzhong", "Lai Ching-te")
    text = text.replace('zh = "賴清德"', 'zh_TW = "賴清德"\nzh_CN = "赖清德"')
    ((line, message, mend),) = told(text.format("라이칭떠"))
    assert (line, message) == (4, '"라이칭떠" is no reading of 賴清德 or 赖清德')
    assert mend.removeprefix("write ").split(" or ")[0] == "라이칭더"
    assert mend.count("라이칭더") == 1


def test_a_term_that_no_text_can_show_is_never_found():
    text = f"[chip]\nen = ['chip', '台積電']\n{RIGHT}"
    assert told(text) == [
        (2, '"台積電" is never found, not even where it stands alone', "write it as texts do")
    ]


def test_a_scope_that_never_holds():
    text = f"""\
[sea]
en = [{{ term = "sea", scope = ["bay"] }}]
{RIGHT}[bay]
scope = ["sea"]
en = "bay"
{RIGHT}"""
    mend = "name concepts that have a term without a scope"
    assert told(text) == [
        (2, 'the scope of "sea" never holds', mend),
        (7, 'the scope of "bay" never holds', mend),
    ]


def test_a_short_form_without_a_full_one():
    text = f'[envoy]\nen = [{{ term = "Liang", after_full = true }}]\n{RIGHT}'
    assert told(text) == [
        (2, '"Liang" stands behind a full form only, and there is none', "add the full form")
    ]


def test_ids_that_no_concept_has():
    text = f'[sea]\nen = "sea"\nrelated = ["bya"]\nscope = ["see"]\n{RIGHT}'
    found = told(text)
    assert (3, 'there is no concept "bya"', "correct the id") in found
    assert (4, 'there is no concept "see"', "correct the id") in found


def test_unknown_fields_are_told_where_the_file_is_read():
    (flaw,) = survey('[sea]\nen = "sea"\ncolour = "blue"', file="ports.toml").flaws
    assert (flaw.file, flaw.line, flaw.mend is not None) == ("ports.toml", 3, True)


def test_the_line_is_that_of_the_term_in_its_own_language():
    text = """\
[chip]
en = "TSMC"
ko = [{ term = "칩", status = "preferred" }, { term = "TSMC", status = "preferred" }]
zh = "TSMC"
"""
    assert [line for line, _, _ in told(text)] == [3]


def test_a_term_in_single_quotes_has_its_line_too():
    text = f"[chip]\nen = 'chip'\n{RIGHT}[cip]\nen = 'chip'\n{RIGHT}"
    assert [line for line, _, _ in told(text)] == [2, 6]


def test_without_texts_the_line_is_the_concept_s():
    concepts = load(f'[a]\nen = "x1"\n{RIGHT}[b]\nen = "x1"\n{RIGHT}', file="ports.toml")
    found = Audit(Glossary(concepts), "en", TARGETS).flaws()
    assert [flaw.line for flaw in found] == [1, 5]


def test_this_project_s_own_glossary_has_no_flaw():
    texts = {path.name: path.read_text("utf-8") for path in sorted(ROOT.glob("*.toml"))}
    concepts = [concept for name, text in texts.items() for concept in load(text, file=name)]
    assert len(concepts) >= 100
    assert [str(flaw) for flaw in Audit(Glossary(concepts), "en", TARGETS, texts).flaws()] == []
