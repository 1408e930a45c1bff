"""Web pages: what of them is said, what it is, and that nothing else is ever rewritten."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from tongsa.article.formats.html import FORMAT
from tongsa.model import Role

GOLDEN = sorted(
    page
    for page in (Path(__file__).parent / "golden" / "html").iterdir()
    if page.suffix in FORMAT.suffixes
)


def blocks(page):
    return FORMAT.read(page).blocks


def said(page):
    return [(block.role.value, block.text) for block in blocks(page)]


def texts(page):
    return [block.text for block in blocks(page)]


def encode(codec, text):
    return FORMAT.encode[codec](text, True)  # noqa: FBT003 - the contract's second argument


def listed(page):
    """Return the page as its golden list shows it: role, (marker), [speaker], text."""
    for block in blocks(page):
        marks = [block.role.value]
        marks += [f"({block.prefix})"] if block.prefix else []
        marks += [f"[{block.speaker}]"] if block.speaker else []
        yield f"{' '.join(marks)} | {block.text}\n"


# ---- whole pages


@pytest.mark.parametrize("page", GOLDEN, ids=lambda page: page.name)
def test_a_page_reads_as_its_list_says(page):
    assert "".join(listed(page.read_bytes().decode())) == page.with_suffix(".txt").read_text(
        "utf-8"
    )


def test_there_are_golden_pages():
    assert len(GOLDEN) >= 10


# ---- what is said, and what is not


def test_scripts_styles_code_and_comments_say_nothing():
    page = "<script>'a'</script><style>b{}</style><pre>c</pre><!-- d --><template>e</template>"
    assert texts(page) == []


def test_a_conditional_comment_says_nothing_but_what_it_reveals_does():
    assert texts("<!--[if IE]><p>Old</p><![endif]--><![if !IE]><p>New</p><![endif]>") == ["New"]


def test_code_in_a_sentence_stays_and_code_by_itself_does_not():
    assert texts("<p>Run <code>ferry</code> now</p><p><code>ferry</code></p>") == [
        "Run <code>ferry</code> now"
    ]


def test_what_is_not_to_be_translated_stays_out_and_what_is_inside_of_it_stays_in():
    page = "<div translate=no>FOG <p translate=yes>Mist</p></div><p class='notranslate x'>ICE</p>"
    assert texts(page) == ["Mist"]


@pytest.mark.parametrize(
    "text", ["&mdash;", "…", "https://harbour.example/a", "<b>•</b>", "&nbsp;"]
)
def test_a_text_without_a_word_is_no_block(text):
    assert texts(f"<p>{text}</p>") == []


def test_a_title_for_machines_is_no_block():
    assert texts("<link title=Feed><style title=Dark></style>") == []


def test_an_unclosed_comment_or_tag_takes_the_rest_as_in_browsers():
    assert (
        texts("<p>Fog<!-- ice") == texts('<p>Fog<a href="ice') == texts("<p>Fog<b ice") == ["Fog"]
    )


def test_a_tag_closes_at_the_quote_that_closes_its_value():
    assert texts("<p title=\"1 > 0\" class='a>b'>Fog</p>") == ["1 > 0", "Fog"]


# ---- inline markup


def test_markup_inside_a_sentence_stays_and_markup_around_it_does_not():
    assert texts("<p><b><a href=x>The <i>Owl</i> sails</a></b></p>") == ["The <i>Owl</i> sails"]


def test_tags_around_two_halves_stay():
    assert texts("<p><b>The</b> <i>Owl</i></p>") == ["<b>The</b> <i>Owl</i>"]


def test_empty_anchors_and_images_at_the_edge_are_cut_off():
    assert said("<p><a id=top></a>Fog <img src=x alt=Sea></p>") == [
        ("paragraph", "Fog"),
        ("image", "Sea"),
    ]


def test_white_space_folds_to_one_space_but_nbsp_stays():
    [block] = blocks("<p>A \n\t ship\xa0 \xa0came</p>")
    assert block.text == "A ship\xa0 \xa0came"


def test_a_place_in_the_text_maps_to_its_place_in_the_page():
    page = "<p>One &ldquo;two&rdquo;\n   three</p>"
    [block] = blocks(page)
    assert page[block.raw(block.text.index("three")) :].startswith("three<")
    assert (
        page[block.raw(block.text.index("”")) : block.raw(block.text.index("”") + 1)] == "&rdquo;"
    )


def test_a_reference_that_would_make_markup_of_its_neighbours_stays():
    assert texts("<p>a &&#108;t; b</p><p><&#98;>c</p>") == ["a &&#108;t; b", "<&#98;>c"]


def test_a_number_of_five_thousand_digits_is_no_reference():
    assert len(texts(f"<p>&#{'9' * 5000};</p>")) == 1


# ---- roles


def test_only_the_first_h1_is_the_headline():
    assert said("<h1>Fog</h1><h1>Ice</h1>") == [("headline", "Fog"), ("subheading", "Ice")]


def test_a_deck_stands_behind_the_headline_alone():
    page = "<p class=deck>A</p><h1>B</h1><p class=post-subtitle>C</p><p>D</p><p class=lede>E</p>"
    assert [role for role, _ in said(page)] == [
        "paragraph",
        "headline",
        "deck",
        "paragraph",
        "paragraph",
    ]


def test_the_class_of_a_whole_page_makes_no_bylines():
    assert said("<body class='single author'><p>Fog</p>") == [("paragraph", "Fog")]


def test_a_marked_dateline_leaves_its_dash_outside():
    assert said("<p><span class=dateline>BUSAN</span> &mdash; The port opened.</p>") == [
        ("dateline", "BUSAN"),
        ("paragraph", "The port opened."),
    ]


def test_a_city_within_the_story_is_no_dateline():
    page = "<h1>Fog</h1><p>It came.</p><p>BUSAN (Wire) — It left.</p>"
    assert Role.DATELINE not in {block.role for block in blocks(page)}


def test_an_answer_needs_a_question_before_it():
    assert said("<p>A. Roe paints boats.</p>") == [("paragraph", "A. Roe paints boats.")]


@pytest.mark.parametrize("name", ["p", "figcaption"])
def test_a_credit_may_stand_before_its_caption(name):
    page = f"<{name}><b>[Photo = Busan Port]</b> A ship leaves.</{name}>"
    assert said(page) == [("credit", "[Photo = Busan Port]"), ("caption", "A ship leaves.")]


def test_korean_letters_without_a_stop_lead_a_question_and_its_answer():
    page = "<p>문 시장이 웃었다.</p><p><b>문</b> 언제 여나요?</p><p>답 내일요.</p>"
    assert [(block.role.value, block.prefix, block.text) for block in blocks(page)] == [
        *(("paragraph", "", "문 시장이 웃었다."), ("question", "문", "언제 여나요?")),
        ("answer", "답", "내일요."),
    ]


def test_a_dash_without_an_answer_leads_a_list():
    assert [role for role, _ in said("<p>- Ropes</p><p>- Lamps</p>")] == ["list item", "list item"]


def test_a_marker_is_not_cut_out_of_tags_that_go_on():
    page = "<p><b>Q. Why</b> now?</p>"
    assert [(block.role, block.prefix, block.text) for block in blocks(page)] == [
        (Role.QUESTION, "", "<b>Q. Why</b> now?")
    ]


def test_names_with_colons_are_speakers_where_several_turns_have_them():
    page = "".join(
        f"<p><strong>{name}:</strong> {line}</p>"
        for name, line in [("Harbour Post", "Why?"), ("Ara Roe", "Ice."), ("Harbour Post", "Now?")]
    )
    assert [(block.role.value, block.speaker) for block in blocks(page)] == [
        ("question", "Harbour Post"),
        ("answer", "Ara Roe"),
        ("question", "Harbour Post"),
    ]


def test_who_asks_stands_outside_of_the_question_and_can_be_translated():
    page = "<p><b>Q (Kim):</b> Why <i>now</i>?</p><p>A (<b>Oh</b>): We waited.</p>"
    assert [(block.role.value, block.speaker, block.text) for block in blocks(page)] == [
        ("byline", "", "Kim"),
        ("question", "Kim", "Why <i>now</i>?"),
        ("byline", "", "Oh"),
        ("answer", "Oh", "We waited."),
    ]


def test_an_answer_without_a_marker_stands_behind_its_question():
    page = "<p><b>Q.</b> Why?</p><p>Ice.</p><p><b>Q.</b> Now?</p><p>Yes.</p><p>He left.</p>"
    assert [role for role, _ in said(page)] == [
        *("question", "answer", "question", "answer", "paragraph")
    ]


# ---- language and charset


@pytest.mark.parametrize(
    ("page", "languages", "charsets"),
    [
        ("<html lang=en-GB>", ["en-GB"], []),
        ('<HTML XML:LANG="en" lang="en">', ["en", "en"], []),
        ("<html lang=''>", [], []),
        ("<meta http-equiv=content-language content='en'>", ["en"], []),
        ("<meta http-equiv=content-language content='en, fr'>", [], []),
        ("<meta charset=' big5 '>", [], ["big5"]),
        ("<META HTTP-EQUIV=Content-Type CONTENT='text/html; CHARSET=euc-kr'>", [], ["euc-kr"]),
        ("<?xml version='1.0' encoding='utf-8'?>", [], ["utf-8"]),
        ("<p lang=fr>Fog</p>", [], []),
    ],
)
def test_a_page_names_its_language_and_charset(page, languages, charsets):
    reading = FORMAT.read(page)
    assert [page[slice(*span)] for span in reading.language_spans] == languages
    assert [page[slice(*span)] for span in reading.charset_spans] == charsets


# ---- writing


class Tags(HTMLParser):
    """The tags and attributes that Python's own parser finds."""

    def __init__(self, page):
        super().__init__()
        self.tags = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, attrs))


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("R&D", "R&amp;D"),
        ("R&amp;D &mdash; &#8212;", "R&amp;D &mdash; &#8212;"),
        ("5 < 6 > 4", "5 &lt; 6 > 4"),
        ("<em>Fog</em>", "<em>Fog</em>"),
        ("Fog <b", "Fog &lt;b"),
        ('<a href="x>Fog</a>', '&lt;a href="x>Fog&lt;/a>'),
        ("<!-- ice -->", "<!-- ice -->"),
        ("<!-- ice", "&lt;!-- ice"),
        ("<!doctype>", "&lt;!doctype>"),
    ],
)
def test_text_is_written_as_typed_but_for_what_is_no_markup(typed, written):
    assert encode("html", typed) == written


def test_an_empty_value_without_quotes_does_not_swallow_what_follows():
    assert Tags(f"<img alt={encode('html-unquoted', '')} src=x>").tags[0][1][0] == ("alt", "")


def test_a_hostile_translation_stays_inside_its_attribute():
    hostile = "\" ' onload=alert(1) > <script>"
    for codec, place in (("double", '"{}"'), ("single", "'{}'"), ("unquoted", "{}")):
        page = f"<img alt={place.format(encode(f'html-{codec}', hostile))}>"
        assert Tags(page).tags == [("img", [("alt", hostile)])]
