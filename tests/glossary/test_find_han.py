"""Terms in Chinese: the longest match, signs within names, and one script alone."""

import time

import pytest

from tongsa.glossary.find import Caps, finder, masked


def found(text, *terms, caps=Caps.suggested, language="zh_TW"):
    """Return what was found, in the text's own words."""
    return [text[hit.start : hit.end] for hit in masked(finder(language, terms, caps).find(text))]


def test_a_term_is_found_whatever_stands_around_it():
    assert found("昨日總統府說明", "總統") == ["總統"]


def test_the_longest_match_masks_the_shorter():
    assert found("台灣海峽與台灣", "台灣", "台灣海峽", "海峽") == ["台灣海峽", "台灣"]


def test_of_two_terms_that_overlap_the_longer_is_kept():
    assert found("中華民國家", "中華民國", "國家") == ["中華民國"]


def test_every_place_is_found():
    assert found("台灣台灣台灣", "台灣") == ["台灣"] * 3


@pytest.mark.parametrize("language", ["zh_TW", "zh_CN", "zh"])
@pytest.mark.parametrize(
    ("text", "term"), [("总统说", "總統"), ("總統說", "总统"), ("台湾", "台灣")]
)
def test_the_two_scripts_are_never_confused(text, term, language):
    assert found(text, term, language=language) == []


@pytest.mark.parametrize(
    "sign", ["·", "‧", "・", "•", " ", "\u3000", "\n", "\u200b", " · ", "\u00ad"]
)
def test_signs_and_spaces_within_a_name_are_ignored(sign):
    text = f"車手路易斯{sign}漢密爾頓說"
    for term in ("路易斯·漢密爾頓", "路易斯漢密爾頓", "路易斯‧漢密爾頓"):
        assert found(text, term) == [f"路易斯{sign}漢密爾頓"]


def test_signs_around_a_name_do_not_belong_to_it():
    assert found("·賴清德· 說", "賴清德") == ["賴清德"]


@pytest.mark.parametrize("sign", ["，", "。", "、", "-", "（"])
def test_other_signs_part_names(sign):
    assert found(f"路易斯{sign}漢密爾頓", "路易斯·漢密爾頓") == []


@pytest.mark.parametrize("text", ["TSMC的", "的TSMC", "在TSMC，", "(TSMC)", "「TSMC」", "TSMC"])
def test_latin_may_stand_right_beside_han(text):
    assert found(text, "TSMC") == ["TSMC"]


@pytest.mark.parametrize(
    "text", ["TSMCX的", "XTSMC", "TSMC2", "ＴＳＭＣＸ", "TSMCé", "tsmc的", "TS MC"]
)
def test_a_latin_term_is_not_found_cut_or_in_a_longer_word(text):
    assert found(text, "TSMC") == []


@pytest.mark.parametrize(
    ("text", "term"), [("AA股", "A股"), ("MaX光", "X光"), ("5Gbps", "5G"), ("15G", "5G")]
)
def test_the_latin_edge_of_a_mixed_term_is_an_edge(text, term):
    assert found(text, term) == []


@pytest.mark.parametrize(
    ("text", "term", "expected"),
    [
        ("買A股吧", "A股", "A股"),
        ("買Ａ股吧", "A股", "Ａ股"),
        ("照X光片", "X光", "X光"),
        ("用HBM4的", "HBM4", "HBM4"),
        ("用HBM 4的", "HBM4", "HBM 4"),
        ("用C++寫", "C++", "C++"),
        ("用R＆D經費", "R&D", "R＆D"),
        ("用R&D經費", "R＆D", "R&D"),
        ("去McDonald’s吃", "McDonald's", "McDonald’s"),
        ("讀《時代》雜誌", "《時代》", "《時代》"),
        ("讀《時代》與Ｌ", "《時代》", "《時代》"),
        ("5G的", "5G", "5G"),
        ("5 G的", "5G", "5 G"),
        ("U.S.的", "U.S.", "U.S."),
        ("Cafe\u0301的", "Café", "Cafe\u0301"),
    ],
)
def test_a_term_is_found_in_the_letters_of_the_text(text, term, expected):
    assert found(text, term) == [expected]


@pytest.mark.parametrize(
    ("text", "term"),
    [("C++的", "C"), ("ASP.NET的", ".NET"), ("Node.js的", "Node"), ("AT&T的", "T")],
)
def test_a_sign_joins_latin_letters_to_another_word(text, term):
    assert found(text, term) == []


def test_an_acronym_keeps_its_capitals():
    assert found("IT業, it業, It業", "IT業") == ["IT業"]


def test_a_compatibility_ideograph_is_the_one_it_stands_for():
    assert found("\uf9e1氏說", "李氏") == ["\uf9e1氏"]


def test_a_figure_within_a_fraction_is_not_found():
    assert found("½個", "1") == []


def test_letters_outside_the_basic_plane_have_right_spans():
    text = "😀𠮷野家😀台灣"
    assert found(text, "𠮷野家", "台灣") == ["𠮷野家", "台灣"]


def test_a_variation_selector_belongs_to_its_letter():
    assert found("神\ufe00社", "神") == ["神\ufe00"]


def test_compounded_tells_the_first_place():
    one = finder("zh_TW", ["台灣", "海峽"])
    assert one.compounded("過海峽到台灣、台灣", 0, short=False) == (4, 6)
    assert one.compounded("過海峽", 0, short=True) is None


def seconds(text, *terms):
    one = finder("zh_TW", terms)
    one.find("")
    start = time.process_time()
    one.find(text)
    return time.process_time() - start


@pytest.mark.parametrize(
    "unit",
    [
        "中",
        "台灣總統",
        "台 灣·",
        "😀",
        "e\u0301",
        "\u0301",
        "ＴＳＭＣ ",
        "a",
        "\u1103\u1162",
        "台灣é ",
    ],
    ids=ascii,
)
def test_the_time_grows_with_the_text_and_no_faster(unit):
    terms = ["台灣", "中中", "總統", "TSMC", "é", "a"]
    text = unit * (8_000 // len(unit))
    best = [min(seconds(text * times, *terms) for _ in range(2)) for times in (1, 4)]
    assert best[1] < 12 * best[0] + 0.1  # four times the text; sixteen times were quadratic
