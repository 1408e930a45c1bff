from __future__ import annotations

import re

import pytest
from harbour import MERGED, Outline, article, block, harbour_page, line, page_of

from tongsa.edition.preview import preview
from tongsa.model import Edition, Fault, Place, Role, Unit


def cells(page: str) -> str:
    """Return the article's table alone."""
    return page[page.index('<table class="article">') : page.index("</main>")]


def test_every_element_is_closed_where_it_should_be() -> None:
    assert Outline(harbour_page()).open == []


def test_a_row_stands_for_each_block_and_a_column_for_each_language() -> None:
    table = Outline(cells(harbour_page()))
    assert len(table.all("tr")) == 1 + 13
    assert len(table.all("th", scope="row")) == 13
    assert len(table.all("th", scope="col")) == 1 + 4
    assert len(table.all("td")) == 13 * 4


def test_each_cell_tells_its_language_and_direction() -> None:
    table = Outline(cells(harbour_page()))
    assert [cell["lang"] for cell in table.all("td", dir="ltr")] == [
        *("en", "ko", "zh-Hant-TW", "zh-Hans-CN") * 13
    ]


def test_each_language_has_its_own_fonts() -> None:
    page = harbour_page()
    for tag, font in (("ko", "Noto Sans KR"), ("zh-Hant-TW", "Noto Sans TC")):
        (rule,) = re.findall(rf":lang\({tag}\) {{ font-family: (.*?); }}", page)
        assert f'"{font}"' in rule
        assert rule.endswith(", sans-serif")


def test_roles_lines_speakers_and_prefixes_are_shown() -> None:
    page = harbour_page()
    (row,) = re.findall(r'<tr class="answer">.*?</tr>', page)
    assert '<span class="role">answer</span><span class="number">line 9</span>' in row
    assert '<span class="speaker">Idris Vantongeren</span>' in row
    assert row.count('<span class="prefix">△</span>') == 4


def test_a_role_of_two_words_is_one_class() -> None:
    assert '<tr class="list-item">' in page_of(role=Role.LIST_ITEM)


def test_the_headline_is_the_page_s_title() -> None:
    page = harbour_page()
    assert "<title>Moonhaven harbour to run its ferries on hydrogen by 2031 – preview" in page
    assert '<h1 lang="en" dir="ltr">Moonhaven harbour' in page


def test_a_given_title_stands_for_the_headline() -> None:
    page = preview(article(), [], source_language="en", title="Monday’s <first> page")
    assert "<title>Monday’s &lt;first&gt; page – preview</title>" in page


def test_an_article_without_a_headline_is_titled_by_its_name() -> None:
    assert "<title>harbour – preview</title>" in page_of()


@pytest.mark.parametrize(
    ("autonym", "figures"),
    [
        ("한국어", ["17", "1", "0"]),
        ("繁體中文（台灣）", ["13", "1", "4"]),
        ("简体中文", ["18", "0", "0"]),
    ],
)
def test_the_summary_counts_each_edition(autonym: str, figures: list[str]) -> None:
    (row,) = re.findall(rf'<tr><th scope="row"><span [^>]*>{autonym}</span>.*', harbour_page())
    assert re.findall(r'<td class="figure[^>]*>(\d+)</td>', row) == figures


def test_a_finished_edition_is_called_complete() -> None:
    assert harbour_page().count('<span class="state">complete</span>') == 1


def test_a_fault_is_told_and_keeps_an_edition_from_being_complete() -> None:
    source = "The ferry sails."
    unit = Unit(source=source, context=None, places=(Place(block=0, ordinal=0, of=1, line=1),))
    fault = Fault(unit=unit, message="{<} leads out of the paragraph")
    edition = Edition(language="ko", blocks=((line(source, MERGED),),), faults=(fault,))
    page = preview(article(block(Role.PARAGRAPH, source)), [edition], source_language="en")
    assert "<li>Korean: {&lt;} leads out of the paragraph: “The ferry sails.”</li>" in page
    assert "cannot be printed yet" in page


def test_a_translated_line_bears_no_mark() -> None:
    assert 'class="mark"' not in page_of()


def test_a_fuzzy_line_says_so_in_a_word() -> None:
    assert re.search(
        r'class="fuzzy-line".*?>fuzzy</a>배가 떠난다\.</span>', page_of(target="F 배가 떠난다.")
    )


def test_an_untranslated_line_says_so_and_shows_the_source_in_its_language() -> None:
    assert re.search(
        r'class="untranslated-line".*?>untranslated</a>'
        r'<span class="gap" lang="en" dir="ltr">The ferry sails\.</span></span>',
        page_of(target=""),
    )


def test_a_merged_line_says_what_is_told_beside_it() -> None:
    page = page_of(target=MERGED)
    assert 'title="Told by the sentence beside it: The ferry sails.">merged</span>' in page


def test_unfinished_lines_lead_from_one_to_the_next_and_back_to_the_summary() -> None:
    page = harbour_page()
    links = re.findall(r'href="#((?:open-2-|summary)\d*)"', page)
    assert [link for link in links if link != "summary"] == [f"open-2-{n}" for n in range(1, 6)]
    ids = set(re.findall(r'id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= ids


def test_no_id_stands_twice() -> None:
    ids = re.findall(r' id="([^"]+)"', harbour_page())
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("language", "between"), [("ko", " "), ("zh_CN", "")])
def test_sentences_are_joined_as_the_language_joins_them(language: str, between: str) -> None:
    lines = (line("It sails.", "甲。", 0), line("It lands.", "乙。", 1))
    edition = Edition(language=language, blocks=(lines,))
    text = article(block(Role.PARAGRAPH, "It sails. It lands."))
    assert f"甲。{between}乙。</td>" in preview(text, [edition], source_language="en")


def test_lines_stand_in_printing_order() -> None:
    lines = (line("It lands.", "내린다.", 1), line("It sails.", "떠난다.", 0))
    edition = Edition(language="ko", blocks=(lines,))
    text = article(block(Role.PARAGRAPH, "It sails. It lands."))
    assert "내린다. 떠난다.</td>" in preview(text, [edition], source_language="en")


def test_a_page_without_editions_shows_the_source() -> None:
    page = preview(article(block(Role.PARAGRAPH, "The ferry sails.")), [], source_language="en")
    assert "The ferry sails." in page
    assert "<fieldset" not in page


def test_one_edition_needs_no_switch() -> None:
    assert "<fieldset" not in page_of()


def test_the_switch_is_labelled_buttons_and_a_rule_for_each_edition() -> None:
    page = harbour_page()
    outline = Outline(page)
    buttons = [button["id"] for button in outline.all("input", type="radio", name="show")]
    assert buttons == ["show-0", "show-1", "show-2", "show-3"]
    assert [label["for"] for label in outline.all("label")] == buttons
    assert "body:has(#show-3:checked) .edition:not(.edition-3) { display: none; }" in page


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (WCAG 2.2, 1.4.3)."""

    def luminance(colour: str) -> float:
        digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
        parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [0, 1, 2], ids=["light", "dark", "print"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *((ink, "paper") for ink in ("ink", "soft", "link")),
        *((ink, "fuzzy-wash") for ink in ("ink", "soft", "fuzzy")),
        *((ink, "open-wash") for ink in ("ink", "soft", "open")),
    ],
)
def test_every_text_stands_out_from_its_ground(palette: int, ink: str, ground: str) -> None:
    rules = re.findall(r":root \{(.*?)\}", harbour_page(), re.DOTALL)[palette]
    colours = dict(re.findall(r"--([a-z-]+): (#\w+);", rules))
    assert contrast(colours[ink], colours[ground]) >= 4.5
