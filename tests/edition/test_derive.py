"""Proposals for one Chinese edition from the other."""

import pytest

from tongsa.catalog import po
from tongsa.edition.derive import Way, derive
from tongsa.edition.derive_text import Exchange, cross
from tongsa.glossary.glossary import Glossary
from tongsa.glossary.load import load
from tongsa.glossary.standing import Variety

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
TERMS = """
[lantern]
kind = "place"
en = ["Port Lantern"]
zh_TW = ["蘭登港"]
zh_CN = ["灯笼港"]

[board]
kind = "organisation"
en = ["Harbour Board"]
zh_TW = ["港務委員會", { term = "港委會", type = "short" }]
zh_CN = ["港务局", { term = "港局", type = "short" }]

[tide-table]
en = ["tide table"]
zh_TW = ["潮汐表", { term = "潮時表", status = "admitted" }]
zh_CN = ["潮汐表", { term = "潮时表", status = "admitted" }]

[clean-room]
en = ["clean room"]
zh_TW = ["無塵室", { term = "潔淨室", status = "admitted" }]
zh_CN = ["洁净室", { term = "无尘室", status = "admitted" }]
"""


def catalog(*pairs: tuple[str, str], notes: str = "") -> po.Catalog:
    entries = (f'{notes}msgid "{source}"\nmsgstr "{target}"\n' for source, target in pairs)
    return po.parse((HEADER + "\n".join(entries)).encode(), path="in.po")


def way(origin: str = "zh_TW", target: str = "zh_CN", terms: str = "") -> Way:
    glossary = Glossary(load(terms, file="terms.toml")) if terms else Glossary()
    return Way(
        origin=Variety(language=origin),
        target=Variety(language=target),
        glossary=glossary,
        source="en",
    )


def proposal(source: str, told: str, **ways: str) -> po.Entry:
    """Return the entry that is proposed for a sentence."""
    derived = derive(catalog((source, "")), catalog((source, told)), way(**ways))
    assert derived.proposed == 1
    return derived.catalog.entries[1]


@pytest.mark.parametrize(
    ("language", "told", "wanted", "changes"),
    [
        ("zh_CN", "她著急地看著海面。", "她着急地看着海面。", ()),
        ("zh_TW", "皇后头发很干净，就在后面的台上。", "皇后頭髮很乾淨，就在後面的台上。", ()),
        ("zh_CN", "港口的軟體很舊。", "港口的软件很旧。", ("軟體 → 软件",)),
        ("zh_TW", "港口的软件很旧。", "港口的軟體很舊。", ("软件 → 軟體",)),
        ("zh_CN", "軟體動物在方程式裡。", "软体动物在方程式里。", ()),
        ("zh_CN", "執行死刑的程序", "执行死刑的程序", ()),
        ("zh_CN", "他說：「喊『停』。」", "他说：“喊‘停’。”", ("「」 → “”", "『』 → ‘’")),
        ("zh_TW", "Lumen’s店里说：“停。”", "Lumen’s店裡說：「停。」", ("“” → 「」",)),
        (
            "zh_CN",
            "耗資約4兆7500億韓元。",
            "耗资约4.75万亿韩元。",
            ("4兆7500億韓元 → 4.75万亿韩元",),
        ),
        ("zh_TW", "耗资1.2万亿美元。", "耗資1兆2000億美元。", ("1.2万亿美元 → 1兆2000億美元",)),
        ("zh_CN", "", "", ()),
    ],
)
def test_a_sentence_is_written_as_the_other_edition_would(language, told, wanted, changes):
    crossing = cross(told, "", [], language)
    assert crossing.text == wanted
    assert crossing.changes == changes


def test_words_that_may_mean_something_else_are_left():
    assert cross("這段視訊", "", [], "zh_CN").text == "这段视讯"
    assert cross("这段视频", "", [], "zh_TW").text == "這段視頻"


def test_a_word_that_needs_proof_asks_the_source():
    assert cross("雪梨很遠", "Pears are far.", [], "zh_CN").text == "雪梨很远"
    assert cross("雪梨很遠", "Sydney is far.", [], "zh_CN").text == "悉尼很远"


def test_a_term_is_kept_where_the_other_edition_may_say_it_too():
    either = [Exchange(start=0, end=2, right=["港区", "港口"])]
    assert cross("港口大", "", either, "zh_CN").changes == ()


def test_latin_words_do_not_run_together():
    term = [Exchange(start=0, end=2, right=["Lumen"])]
    assert cross("流明Bay", "", term, "zh_CN").text == "Lumen Bay"


def test_a_proposal_is_fuzzy_and_says_what_changed():
    entry = proposal("The old software sank.", "舊軟體沉了。")
    assert entry.fuzzy
    assert entry.target == "旧软件沉了。"
    assert entry.extracted == ("derived: from zh_TW; 軟體 → 软件",)


def test_terms_become_those_of_the_edition_short_ones_short():
    entry = proposal("The Harbour Board of Port Lantern met.", "蘭登港的港委會開會。", terms=TERMS)
    assert entry.target == "灯笼港的港局开会。"
    assert entry.extracted == ("derived: from zh_TW; 蘭登港 → 灯笼港, 港委會 → 港局",)


@pytest.mark.parametrize(
    ("told", "wanted"), [("無塵室很亮。", "洁净室很亮。"), ("潔淨室很亮。", "洁净室很亮。")]
)
def test_the_preferred_term_becomes_the_preferred_one_where_another_is_admitted(told, wanted):
    assert proposal("The clean room is bright.", told, terms=TERMS).target == wanted


def test_an_admitted_term_stays_where_the_edition_admits_it_too():
    assert (
        proposal("Tide tables hung there.", "那裡掛著潮時表。", terms=TERMS).target
        == "那里挂着潮时表。"
    )


def test_marks_of_merging_and_moving_are_carried_over():
    assert proposal("Ships came.", "{<}").target == "{<}"
    assert proposal("Ships came.", "{<2} 船來了。").target == "{<2} 船来了。"


def test_what_anybody_typed_stays_byte_for_byte():
    old = po.parse(
        (HEADER + '#, fuzzy\nmsgid "A"\nmsgstr   "手写"\n\nmsgid "B"\nmsgstr "好"\n').encode(),
        path="in.po",
    )
    derived = derive(old, catalog(("A", "甲"), ("B", "乙")), way())
    assert derived.catalog is old
    assert (derived.proposed, derived.kept, derived.left) == (0, 2, 0)


def test_what_the_other_edition_has_not_finished_is_left():
    other = catalog(("A", "軟體"), notes="#, fuzzy\n")
    derived = derive(catalog(("A", ""), ("B", "")), other, way())
    assert (derived.proposed, derived.kept, derived.left) == (0, 0, 2)


def test_both_plural_forms_are_proposed():
    text = HEADER + 'msgid "a ship"\nmsgid_plural "%d ships"\nmsgstr[0] "{}"\n'
    old, other = (
        po.parse(text.replace("{}", it).encode(), path="in.po") for it in ("", "%d艘船開")
    )
    (entry,) = derive(old, other, way()).catalog.entries[1:]
    assert entry.targets == ("%d艘船开",)


def test_much_is_derived_in_time_that_grows_with_it():
    crossing = cross("晶片、軟體「船」" * 20_000, "", [], "zh_CN")
    assert crossing.text == "芯片、软件“船”" * 20_000
