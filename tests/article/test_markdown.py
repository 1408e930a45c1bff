"""What tongsa reads in Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest

from tongsa.article.formats.markdown import FORMAT, read

GOLDEN = sorted((Path(__file__).parent / "golden" / "markdown").glob("*.md"))


def listed(text: str) -> list[tuple[str, str]]:
    return [(block.role.value, block.text) for block in read(text).blocks]


def texts(text: str) -> list[str]:
    return [block.text for block in read(text).blocks]


def raws(text: str) -> list[str]:
    return [text[block.start : block.end] for block in read(text).blocks]


def codecs(text: str) -> list[str]:
    return [block.codec for block in read(text).blocks]


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_an_article_is_read_as_its_list_says(path: Path) -> None:
    lines = [
        f"{block.role.value}{f' ({block.prefix})' if block.prefix else ''} | {block.text}"
        for block in read(path.read_bytes().decode()).blocks
    ]
    assert "\n".join([*lines, ""]) == path.with_suffix(".txt").read_text("utf-8")


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_an_article_with_its_own_spans_put_back_is_itself(path: Path) -> None:
    text = path.read_bytes().decode()
    rebuilt = ""
    for block in reversed(read(text).blocks):
        end = len(text) - len(rebuilt)
        rebuilt = text[block.start : block.end] + text[block.end : end] + rebuilt
    assert text[: len(text) - len(rebuilt)] + rebuilt == text


def test_it_is_found_by_its_suffixes() -> None:
    assert FORMAT.suffixes == (".md", ".markdown")


# Where lines end and blocks part


def test_a_soft_break_in_a_quote_is_folded_and_its_seam_leads_back() -> None:
    text = "> The lamp is\n> lit at dusk.\n"
    (block,) = read(text).blocks
    assert block.text == "The lamp is lit at dusk."
    assert text[block.raw(block.text.index("lit")) :].startswith("lit at dusk")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_block_knows_its_line_whatever_ends_the_lines(end: str) -> None:
    text = end.join(["# Fog", "", "One boat", "sailed.", "", "- Two did not."])
    assert [block.line for block in read(text).blocks] == [1, 3, 6]


def test_two_spaces_end_a_block_and_stay_outside() -> None:
    assert raws("The lamp is lit  \nand nobody sails") == ["The lamp is lit", "and nobody sails"]


def test_a_backslash_at_the_end_of_a_line_ends_a_block_and_stays_outside() -> None:
    assert raws("The lamp is lit\\\nand nobody sails\\") == [
        "The lamp is lit",
        "and nobody sails\\",
    ]


def test_an_escaped_backslash_at_the_end_of_a_line_ends_no_block() -> None:
    assert texts("The path is C:\\\\\nand no other") == ["The path is C:\\\\ and no other"]


def test_one_space_before_a_carriage_return_is_no_hard_break() -> None:
    assert texts("The lamp \r\nis lit") == ["The lamp is lit"]


def test_inline_markup_and_entities_stay_as_they_stand() -> None:
    source = "*Oh* &amp; [Lim](/lim?a=1 'x') own `n` boats,[^1] <b>all</b> \\*old\\*."
    assert texts(source) == [source]


# Headings and what follows them


def test_only_the_first_heading_of_level_one_is_the_headline() -> None:
    text = "## Ports\n\n# Fog\n\n# Lamps\n"
    assert listed(text) == [("subheading", "Ports"), ("headline", "Fog"), ("subheading", "Lamps")]


def test_a_heading_in_a_quote_is_no_headline() -> None:
    assert listed("> # Fog\n") == [("subheading", "Fog")]


def test_closing_signs_and_attributes_stay_outside_of_a_heading() -> None:
    assert raws("## Fog at C# {#fog .wide} ##\n\n## Fog #2\n") == ["Fog at C#", "Fog #2"]


def test_a_short_line_without_a_stop_after_the_headline_is_the_deck() -> None:
    assert listed("# Fog\n\nThree boats wait\n\nThe port")[1] == ("deck", "Three boats wait")


def test_a_sentence_after_the_headline_is_no_deck() -> None:
    assert listed("# Fog\n\nThree boats wait.\n")[1] == ("paragraph", "Three boats wait.")


def test_a_line_that_leads_to_a_list_is_no_deck() -> None:
    assert listed("# Fog\n\nWho waits:\n\n- Oh\n")[1] == ("paragraph", "Who waits:")


def test_a_copyright_law_is_no_copyright_line() -> None:
    assert listed("Copyright law is old.\n\n&copy; 2031 Halmi Post\n") == [
        ("paragraph", "Copyright law is old."),
        ("copyright", "&copy; 2031 Halmi Post"),
    ]


# Images


def test_a_title_is_a_caption_after_the_alternative_text() -> None:
    assert listed("![Fog [thick]](f.jpg 'At \\'two\\'')") == [
        ("image", "Fog [thick]"),
        ("caption", "At \\'two\\'"),
    ]


def test_each_image_of_a_row_is_read() -> None:
    assert texts("![Fog](f.jpg) [![Map](m.png)](/map)\n![Boat][boat]") == ["Fog", "Map", "Boat"]


def test_an_image_in_a_sentence_stays_in_it() -> None:
    assert listed("![Flag](f.png) The boat sails.") == [
        ("paragraph", "![Flag](f.png) The boat sails.")
    ]


def test_an_alternative_text_that_is_its_own_reference_is_left_alone() -> None:
    # Translated, it would no longer find its definition.
    assert texts("![Fog][]\n\n![Fog]\n\n[fog]: f.jpg\n") == ["![Fog][]", "![Fog]"]


def test_a_line_in_emphasis_under_an_image_is_its_caption() -> None:
    assert listed("![](f.jpg)\n\n_Fog at noon._\n\n_Fog at night._\n") == [
        ("caption", "_Fog at noon._"),
        ("paragraph", "_Fog at night._"),
    ]


def test_two_emphases_in_a_line_under_an_image_make_no_caption() -> None:
    assert listed("![](f.jpg)\n\n*Fog* came, *rain* went\n")[0][0] == "paragraph"


def test_a_credit_stands_under_a_caption() -> None:
    assert listed("![](f.jpg)\n*Fog.*  \nPhoto: Oh\n") == [
        ("caption", "*Fog.*"),
        ("credit", "Photo: Oh"),
    ]


@pytest.mark.parametrize("credit", ["[Photo = Busan Port]", "*(Photo: Oh)*"])
def test_a_credit_may_stand_before_its_caption(credit: str) -> None:
    assert listed(f"![](f.jpg)\n{credit} A ship leaves.\n") == [
        ("credit", credit),
        ("caption", "A ship leaves."),
    ]


def test_emphasis_holds_a_credit_and_its_caption_together() -> None:
    assert texts("*[Photo: Oh] A ship leaves.*\n") == ["*[Photo: Oh] A ship leaves.*"]


# Questions and answers


def test_labels_stay_outside_and_who_speaks_is_a_block() -> None:
    text = "**Post:** Who sails?\n\n**Oh Sorae:** I do.\n"
    assert [(block.prefix, block.speaker, block.text) for block in read(text).blocks] == [
        ("", "", "Post"),
        ("Post:", "Post", "Who sails?"),
        ("", "", "Oh Sorae"),
        ("Oh Sorae:", "Oh Sorae", "I do."),
    ]


def test_paragraphs_in_bold_lead_ins_are_no_interview() -> None:
    text = "**Cost:** Two million won.\n\n**Place:** Halmi.\n"
    assert [block.role.value for block in read(text).blocks] == ["paragraph", "paragraph"]


def test_a_paragraph_between_two_turns_goes_on_with_the_first() -> None:
    text = "Q: Who?\n\nA: Oh.\n\nAnd Lim.\n\nQ: When?\n\nA: At noon.\n\nSo it was.\n"
    assert [role for role, _ in listed(text)] == [
        *("question", "answer", "answer", "question", "answer"),
        "paragraph",
    ]


def test_an_initial_is_no_answer() -> None:
    assert listed("Q. Who?\n\nA. Oh.\n\nA. Lim asked.\n")[-1] == ("paragraph", "A. Lim asked.")


def test_a_label_on_a_line_of_its_own_rules_the_next_paragraph() -> None:
    assert listed("**Q:**\n\nWho sails?\n\n**A:**  \nOh does.\n") == [
        ("question", "Who sails?"),
        ("answer", "Oh does."),
    ]


@pytest.mark.parametrize(
    "label", ["Q (Oh): Who?", "**Q (Oh):** Who?", "**Q (Oh)**: Who?", "**Q (Oh): Who?**"]
)
def test_who_asks_is_known_and_can_be_translated(label: str) -> None:
    found = read(f"{label}\n\n△ Lim.\n").blocks
    assert [(block.role.value, block.text, block.speaker) for block in found] == [
        ("byline", "Oh", ""),
        ("question", "Who?", "Oh"),
        ("answer", "Lim.", ""),
    ]


def test_a_name_on_a_line_of_its_own_is_kept_for_the_translator() -> None:
    assert listed("**Post:**  \nWho sails?\n\n**Oh Sorae:**  \nI do.\n") == [
        *(("byline", "Post"), ("question", "Who sails?")),
        *(("byline", "Oh Sorae"), ("answer", "I do.")),
    ]


def test_a_marker_is_not_cut_out_of_emphasis_that_goes_on() -> None:
    (block,) = read("**Q. Who** sails?\n").blocks
    assert (block.role.value, block.prefix, block.text) == ("question", "", "**Q. Who** sails?")


def test_korean_letters_without_a_stop_lead_turns() -> None:
    found = read(
        "# 항만\n\n**문** 언제 여나요?\n\n**답** 내일 엽니다.\n\n문 시장이 웃었다.\n"
    ).blocks
    assert [(block.role.value, block.prefix, block.text) for block in found[1:]] == [
        ("question", "문", "언제 여나요?"),
        ("answer", "답", "내일 엽니다."),
        ("paragraph", "", "문 시장이 웃었다."),
    ]


def test_a_list_is_never_an_interview() -> None:
    assert listed("- Who sails?\n- Who stays?\n") == [
        ("list item", "Who sails?"),
        ("list item", "Who stays?"),
    ]


def test_a_translation_makes_no_rule_of_a_dash() -> None:
    assert FORMAT.encode["markdown-dashed"]("--", True) == "\\--"  # noqa: FBT003 - the contract's


# What a line shows


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("*By [Oh Sorae](/oh)*", "byline"),
        ("HALMI, March 2031", "dateline"),
        ("_Photo by [Oh](/oh)_", "credit"),
        ("**© Halmi Post**", "copyright"),
    ],
)
def test_a_line_shows_what_it_is_through_its_markup(line: str, role: str) -> None:
    assert listed(f"# Fog\n\n{line}\n")[1] == (role, line)


def test_a_dateline_is_parted_from_the_first_paragraph_alone() -> None:
    text = "**HALMI, May 3 (Wire)** — Fog came.\n\nSORAE (Wire) — Rain went.\n"
    assert listed(text) == [
        ("dateline", "**HALMI, May 3 (Wire)** —"),
        ("paragraph", "Fog came."),
        ("paragraph", "SORAE (Wire) — Rain went."),
    ]


# Tables


def test_cells_are_trimmed_and_an_escaped_bar_stays() -> None:
    assert texts("| Boat |  Crew \\| cat |\n|:--|--:|\n| `a\\|b` | 3\n") == [
        *("Boat", "Crew \\| cat", "`a\\|b`", "3")
    ]


def test_cells_beyond_the_head_are_not_shown_and_not_read() -> None:
    assert texts("Boat | Crew\n--|--\nHope | 3 | lost\n") == ["Boat", "Crew", "Hope", "3"]


def test_a_cell_that_begins_its_line_says_so() -> None:
    assert codecs("Boat | Crew\n--|--\n| Hope | 3\n") == [
        *("markdown-row", "markdown-cell", "markdown-cell", "markdown-cell")
    ]


# What is not read


@pytest.mark.parametrize(
    "text",
    [
        "```\n# Fog\n",
        "~~~ python\nfog\n~~~",
        "    fog = 1\n",
        "\tfog = 1\n",
        "<!-- Fog\n\nand rain -->",
        "<pre>\nFog\n\nand rain\n</pre>",
        "<script>\nfog = 1\n</script>",
        "> <div>\n> Fog\n> </div>",
        "- <div>\n  Fog\n  </div>",
        "<em>\nFog\n</em> came.",
        "[fog]: /fog\n  'Thick fog'\n",
        "https://fog.example/a_b",
        "<https://fog.example>",
        "<br>\n",
        "* * *",
        '{{< fog at="noon" >}}\n{{% rain %}}',
        "{% include fog.html %}",
        "{: .fog}",
        "![](fog.jpg)",
        "\u00a0\n",
        "",
    ],
)
def test_what_says_nothing_to_a_reader_is_left_alone(text: str) -> None:
    assert read(text).blocks == ()


def test_a_list_in_a_quote_is_a_list_and_a_quote_in_a_list_a_quote() -> None:
    assert listed("> Oh:\n> - a boat\n\n- Lim:\n  > a lamp\n") == [
        *(("blockquote", "Oh:"), ("list item", "a boat")),
        *(("list item", "Lim:"), ("blockquote", "a lamp")),
    ]


def test_text_deeper_than_any_article_goes_is_still_read() -> None:
    text = "- " * 40 + "Deep\n\nAfter\n"
    assert texts(text)[-1] == "After"


# Blocks of HTML


def test_a_block_of_html_knows_its_lines_and_leads_back() -> None:
    text = "Fog.\n\n  <div>\n<p>Rain\r\n&amp; snow.</p>\n</div>\n"
    block = read(text).blocks[1]
    assert (block.line, block.text, block.codec) == (4, "Rain &amp; snow.", "html")
    assert text[block.start : block.end] == "Rain\r\n&amp; snow."
    assert text[block.raw(block.text.index("snow")) :].startswith("snow.</p>")


def test_a_heading_in_html_is_the_headline_where_none_stands_before() -> None:
    assert listed("<h1>Fog</h1>\n\nThree boats wait\n\n# Rain\n\n<h1>Snow</h1>\n") == [
        *(("headline", "Fog"), ("deck", "Three boats wait")),
        *(("subheading", "Rain"), ("subheading", "Snow")),
    ]


def test_a_line_in_emphasis_under_an_image_in_html_is_its_caption() -> None:
    assert listed('<div><img src="f.jpg" alt="Fog"></div>\n\n*Fog at noon.*\n') == [
        ("image", "Fog"),
        ("caption", "*Fog at noon.*"),
    ]


def test_turns_in_html_keep_their_speakers() -> None:
    text = "<div>\n<p>Q (Oh): Who sails?</p>\n<p>A (Lim): I do.</p>\n</div>\n"
    assert [(block.role.value, block.speaker) for block in read(text).blocks] == [
        *(("byline", ""), ("question", "Oh")),
        *(("byline", ""), ("answer", "Lim")),
    ]


def test_a_translation_is_written_into_html_as_html() -> None:
    text = '<img alt="Fog">\n'
    (block,) = read(text).blocks
    assert FORMAT.encode[block.codec]('The "Hope" & co', True) == "The &quot;Hope&quot; &amp; co"  # noqa: FBT003 - the contract's


# Front matter


def test_a_quoted_title_is_read_without_escapes_and_leads_back() -> None:
    text = '---\ntitle: "The \\"Hope\\" sails \\u2013 soon"\n---\n'
    (block,) = read(text).blocks
    assert block.text == 'The "Hope" sails – soon'
    assert text[block.raw(block.text.index("Hope")) :].startswith('Hope\\" sails')


def test_a_comment_is_no_part_of_a_plain_title() -> None:
    assert texts("---\ntitle: Boat 2 sails # draft\n---\n") == ["Boat 2 sails"]


def test_keys_of_a_table_are_no_title() -> None:
    assert texts('+++\n[menu]\ntitle = "Fog"\n+++\nRain.\n') == ["Rain."]


def test_nested_and_many_lined_values_are_left_alone() -> None:
    text = "---\nmenu:\n  title: Fog\ntitle: |\n  Rain\nsummary: Snow\n  and ice\n---\n"
    assert texts(text) == []


@pytest.mark.parametrize(
    "value", ["[Fog]", "{a: b}", "*fog", "&fog", "!!str Fog", "Fog: rain", "~"]
)
def test_what_is_no_string_of_yaml_is_left_alone(value: str) -> None:
    assert texts(f"---\ntitle: {value}\n---\n") == []


@pytest.mark.parametrize("value", ["en", '"en"', "'en'  # source"])
def test_the_language_is_found_without_its_quotes(value: str) -> None:
    text = f"---\nlang: {value}\n---\n"
    ((start, end),) = read(text).language_spans
    assert text[start:end] == "en"


def test_a_rule_above_a_heading_opens_no_front_matter() -> None:
    assert texts("---\n# Fog\n\nHe said: rain.\n\n---\n") == ["Fog", "He said: rain."]


def test_a_rule_above_a_paragraph_opens_no_front_matter() -> None:
    assert texts("---\nFog came\n\nthen rain.\n\n---\n") == ["Fog came", "then rain."]
