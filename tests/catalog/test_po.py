"""A PO file is its text cut into entries: what nothing changed is written back byte for byte."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongsa.catalog import po, write
from tongsa.catalog.layout import Layout
from tongsa.errors import CatalogError

if TYPE_CHECKING:
    from tongsa.catalog.entry import Entry

HARBOUR = (Path(__file__).parent / "golden/harbour.po").read_bytes()

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset={}\\n"\n\n'

LINES = (
    'msgid ""\nmsgstr "Language: ko\\n"\n',
    "\n",
    "  \t\n",
    "# Ask the harbour master.\n",
    "#\n",
    "#. role: deck\n",
    "#: seeds/harbour.txt:3 \u2068two words.txt\u2069:1\n",
    "#, fuzzy, c-format\n",
    "#= no-wrap\n",
    '#| msgid "Low tide"\n',
    'msgctxt "deck"\n',
    'msgid "High tide"\n',
    'msgid ""\n"Slack "\n"water"\n',
    'msgid_plural "Tides"\n',
    'msgstr "만조"\n',
    '  msgstr\t"滿潮\\n"   \n',
    'msgstr[0] "만조"\n',
    'msgstr[1] ""\n',
    '#~ msgid "Pier"\n#~ msgstr "부두"\n',
    '#~| msgid "Piers"\n',
    '#~ msgctxt "caption"\n#~ msgid "Pier"\n#~ msgstr ""\n#~ "부"\n#~ "두"\n',
    'msgid "Gull" msgstr "갈매기"\n',
)


def parse(text: str) -> po.Catalog:
    return po.parse(text.encode(), path="locale/ko/LC_MESSAGES/harbour.po")


def only(text: str) -> Entry:
    (entry,) = parse(text).entries
    return entry


def test_a_catalog_is_written_back_byte_for_byte() -> None:
    assert po.parse(HARBOUR, path="harbour.po").data == HARBOUR


def test_line_ends_of_windows_stay() -> None:
    data = HARBOUR.replace(b"\n", b"\r\n")
    assert po.parse(data, path="harbour.po").data == data


def test_line_ends_of_both_kinds_stay() -> None:
    data = HARBOUR.replace(b"\n", b"\r\n", 20)
    assert po.parse(data, path="harbour.po").data == data


def test_a_byte_order_mark_stays() -> None:
    data = b"\xef\xbb\xbf" + HARBOUR
    catalog = po.parse(data, path="harbour.po")
    assert (catalog.data, catalog.headers["Language"]) == (data, "ko")


def test_a_file_may_end_without_a_line_feed() -> None:
    data = HARBOUR.rstrip() + b'\nmsgid "Buoy"\nmsgstr "\xeb\xb6\x80\xed\x91\x9c"'
    catalog = po.parse(data, path="harbour.po")
    assert (catalog.data, catalog.entries[-1].target) == (data, "부표")


def test_an_empty_file_is_an_empty_catalog() -> None:
    catalog = parse("")
    assert (catalog.entries, catalog.data) == ((), b"")


def test_a_file_of_comments_alone_is_an_empty_catalog() -> None:
    catalog = parse("# Nothing here yet.\n\n")
    assert (catalog.entries, catalog.tail) == ((), "# Nothing here yet.\n\n")


@pytest.mark.parametrize(
    ("charset", "target"),
    [
        ("EUC-KR", "항구"),
        ("CP949", "펲시"),
        ("Big5", "功許蓋"),
        ("GB18030", "港口𠀀"),
        ("KOI8-R", "порт"),
    ],
)
def test_a_catalog_is_read_in_the_character_set_of_its_header(charset: str, target: str) -> None:
    text = f'{HEADER.format(charset)}msgid "Harbour"\nmsgstr "{target}"\n'
    catalog = po.parse(text.encode(charset), path="harbour.po")
    assert (catalog.entries[1].target, catalog.data) == (target, text.encode(charset))


def test_a_letter_with_two_codes_keeps_its_own() -> None:
    # Windows' Big5 has two codes for the double line; Python writes A2 A4 for both.
    data = HEADER.format("CP950").encode() + b'msgid "Frame"\nmsgstr "\xf9\xf9"\n'
    assert po.parse(data, path="harbour.po").data == data


def test_a_header_may_stand_anywhere() -> None:
    catalog = po.parse(
        'msgid "Harbour"\nmsgstr "항구"\n\n'.encode("euc-kr") + HEADER.format("EUC-KR").encode(),
        path="harbour.po",
    )
    assert (catalog.entries[0].target, catalog.headers) == (
        "항구",
        {"Content-Type": "text/plain; charset=EUC-KR"},
    )


def test_without_a_header_a_catalog_is_utf_8() -> None:
    assert only('msgid "Harbour"\nmsgstr "항구"\n').target == "항구"


def test_a_template_with_the_placeholder_charset_is_utf_8() -> None:
    text = HEADER.format("CHARSET") + 'msgid "Café"\nmsgstr ""\n'
    assert parse(text).entries[1].source == "Café"


def test_a_comment_belongs_to_the_entry_below_it_over_blank_lines() -> None:
    entry = only('# Ask twice.\n\n\nmsgid "Tide"\nmsgstr "조수"\n')
    assert entry.comments == ("Ask twice.",)


def test_entries_need_no_blank_line_between_them() -> None:
    catalog = parse('msgid "Tide"\nmsgstr "조수"\nmsgid "Pier"\nmsgstr "부두"\n')
    assert [entry.target for entry in catalog.entries] == ["조수", "부두"]


def test_tokens_may_share_a_line() -> None:
    catalog = parse('msgid "Tide" msgstr "조수" msgid "Pier" msgstr "부두"\n')
    assert [entry.target for entry in catalog.entries] == ["조수", "부두"]
    assert catalog.text.count("\n") == 1


def test_the_fields_of_an_entry_are_decoded() -> None:
    entry = only(
        "# Asked by telephone.\n#. role: deck\n#. figure: 5\n#: a.txt:3 b.txt:4\n"
        "#, fuzzy, c-format\n"
        '#| msgctxt "old deck"\n#| msgid "old "\n#| "tide"\nmsgctxt "deck"\n'
        'msgid "\\"High\\" tide\\n"\nmsgstr ""\n"만\\t"\n"조\\\\n\\n"\n'
    )
    assert write.message(entry) == write.Message(
        source='"High" tide\n',
        context="deck",
        targets=("만\t조\\n\n",),
        comments=("Asked by telephone.",),
        extracted=("role: deck", "figure: 5"),
        references=("a.txt:3", "b.txt:4"),
        flags=("fuzzy", "c-format"),
        previous_context="old deck",
        previous_source="old tide",
    )


def test_numeric_escapes_are_bytes_of_utf_8() -> None:
    assert only('msgid "\\x41\\102"\nmsgstr "\\xe4\\xb8\\xad"\n').identity == (None, "AB")
    assert only('msgid "A"\nmsgstr "\\xe4\\xb8\\xad\\151"\n').target == "中i"


def test_a_file_name_with_spaces_is_one_reference() -> None:
    entry = only('#: \u2068the long night.txt\u2069:12 b.txt:3\nmsgid "Tide"\nmsgstr ""\n')
    assert entry.references == ("the long night.txt:12", "b.txt:3")


def test_a_fuzzy_flag_in_a_comment_is_no_flag() -> None:
    assert not only('# fuzzy, as memories are\nmsgid "Tide"\nmsgstr "조수"\n').fuzzy


def test_flags_of_newer_gettext_are_read() -> None:
    assert only('#, fuzzy\n#= no-wrap\nmsgid "Tide"\nmsgstr ""\n').flags == ("fuzzy", "no-wrap")


def test_plural_forms_are_read_in_order() -> None:
    entry = only('msgid "ship"\nmsgid_plural "ships"\nmsgstr[0] "배"\nmsgstr[1] "배들"\n')
    assert (entry.target, entry.targets, entry.plural_source) == ("배", ("배", "배들"), "ships")


def test_an_obsolete_entry_is_read_like_another() -> None:
    entry = only('#~| msgid "Old pier"\n#~ msgid ""\n#~ "Pi"\n#~ "er"\n#~ msgstr\n#~ "부두"\n')
    assert (entry.obsolete, entry.source, entry.target) == (True, "Pier", "부두")
    assert entry.previous_source == "Old pier"


def test_lines_are_counted_from_the_top_of_the_file() -> None:
    catalog = po.parse(HARBOUR, path="harbour.po")
    lines = HARBOUR.decode().split("\n")
    assert [lines[entry.line - 1] for entry in catalog.entries] == [
        entry.text.split("\n")[0] for entry in catalog.entries
    ]


def test_a_place_in_a_target_is_found_over_folded_lines_and_escapes() -> None:
    text = 'msgid "Tide"\nmsgstr ""\n"만조\\n"\n"\\"간조\\" 이후"\n'
    entry = only(text)
    lines = text.split("\n")
    places = [entry.locate("target", position) for position in range(len(entry.target))]
    found = [lines[line - 1][column - 1] for line, column in places]
    assert "".join(found) == "만조\\\\간조\\ 이후"
    assert places[2] == (3, 4)


def test_a_place_at_a_fields_end_is_its_closing_quote() -> None:
    entry = only('#. role: deck\nmsgctxt "deck"\nmsgid "Tide"\nmsgstr ""\n')
    assert entry.locate("target", 0) == (4, 9)
    assert entry.locate("source", 4) == (3, 12)
    assert entry.locate("context", 1) == (2, 11)


def test_a_place_in_an_obsolete_plural_form_is_found() -> None:
    entry = only('#~ msgid "a"\n#~ msgid_plural "b"\n#~ msgstr[0] "가"\n#~ msgstr[1] "나다"\n')
    assert entry.locate("target", 1, index=1) == (4, 16)


def test_a_place_in_a_field_that_is_not_there_is_refused() -> None:
    with pytest.raises(LookupError):
        only('msgid "Tide"\nmsgstr ""\n').locate("context", 0)


def test_a_new_entry_is_parted_by_one_blank_line() -> None:
    catalog = parse('msgid "Tide"\nmsgstr "조수"')
    new = write.render(write.Message(source="Pier"), Layout())
    assert catalog.with_entries([*catalog.entries, new]).text == (
        'msgid "Tide"\nmsgstr "조수"\n\nmsgid "Pier"\nmsgstr ""\n'
    )


def test_a_new_entry_at_the_top_moves_the_old_one_a_blank_line_down() -> None:
    catalog = parse('msgid "Tide"\nmsgstr "조수"\n')
    new = write.render(write.Message(source="Pier"), Layout())
    assert catalog.with_entries([new, *catalog.entries]).text == (
        'msgid "Pier"\nmsgstr ""\n\nmsgid "Tide"\nmsgstr "조수"\n'
    )


def test_entries_that_stay_keep_the_blank_lines_before_them() -> None:
    text = 'msgid "a"\nmsgstr ""\n\n\n\nmsgid "b"\nmsgstr ""\nmsgid "c"\nmsgstr ""\n'
    first, second, third = parse(text).entries
    assert parse(text).with_entries([first, second, third]).text == text
    assert parse(text).with_entries([first, third, second]).text == (
        'msgid "a"\nmsgstr ""\nmsgid "c"\nmsgstr ""\n\n\n\nmsgid "b"\nmsgstr ""\n'
    )


def test_the_comments_at_the_end_stay_at_the_end() -> None:
    catalog = po.parse(HARBOUR, path="harbour.po")
    new = write.render(write.Message(source="Pier"), catalog.layout)
    text = catalog.with_entries([*catalog.entries, new]).text
    assert text.endswith('\n\nmsgid "Pier"\nmsgstr ""\n\n# A comment that belongs to nothing.\n')


def test_a_new_letter_that_the_character_set_lacks_is_named() -> None:
    catalog = parse(HEADER.format("EUC-KR"))
    new = write.render(write.Message(source="Tide", targets=("🌊",)), catalog.layout)
    with pytest.raises(CatalogError, match=r"harbour.po:5:9: U\+1F30A is not in .* EUC-KR"):
        _ = catalog.with_entries([*catalog.entries, new]).data


@given(st.lists(st.sampled_from(LINES), max_size=12), st.booleans(), st.booleans())
def test_whatever_can_be_read_is_written_back(
    lines: list[str],
    windows: bool,  # noqa: FBT001 (Hypothesis draws it)
    cut: bool,  # noqa: FBT001 (Hypothesis draws it)
) -> None:
    text = "".join(lines)
    data = (text.replace("\n", "\r\n") if windows else text)[: -1 if cut else None].encode()
    try:
        catalog = po.parse(data, path="harbour.po")
    except CatalogError:
        return
    assert catalog.data == data
    assert catalog.with_entries(catalog.entries).data == data


@given(st.text(alphabet='msgidtrc#~|,.:"\\\n []012nx가'))
def test_any_text_is_read_or_refused_with_its_line(text: str) -> None:
    try:
        read = parse(text).text
    except CatalogError as error:
        told = (error.line, error.mend)
        read = text if all(told) else ""
    assert read == text


@pytest.mark.parametrize(
    "text",
    [
        'msgid "' + "가" * 2_000_000 + '"\nmsgstr ""\n',
        'msgid ""\n' + '"가나다라\\n"\n' * 200_000 + 'msgstr ""\n',
        "# note\n" * 300_000,
        "#: " + "\u2068 " * 300_000 + '\nmsgid "a"\nmsgstr ""\n',
        '#| msgid "a"\n' + '#| "b"\n' * 200_000 + 'msgid "a"\nmsgstr ""\n',
        'msgid "' + "\\\\" * 1_000_000 + '"\nmsgstr ""\n',
    ],
    ids=["a long line", "many lines", "many comments", "isolates", "a long #|", "backslashes"],
)
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    catalog = parse(text)
    assert catalog.text == text
    assert all(write.message(entry) for entry in catalog.entries)
