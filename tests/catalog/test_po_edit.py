"""A change to an entry touches its own lines alone."""

from __future__ import annotations

from dataclasses import replace
from difflib import unified_diff
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongsa.catalog import edit, po, write
from tongsa.catalog.entry import Entry, read
from tongsa.catalog.layout import Layout, detect
from tongsa.errors import CatalogError

HARBOUR = po.parse((Path(__file__).parent / "golden/harbour.po").read_bytes(), path="ko/harbour.po")
BERTH = HARBOUR.entries[2]
PIER = HARBOUR.entries[5]
PLAIN = Layout()

TEXTS = st.text(alphabet=st.sampled_from('ab "\\\n\t\r#,가中。“”\u2028\x1c\x85{}%d'), max_size=40)
WORDS = st.from_regex(r"[a-z0-9.가-깋]{1,12}", fullmatch=True)
MESSAGES = st.builds(
    write.Message,
    source=TEXTS.filter(bool),
    context=st.none() | TEXTS,
    targets=st.tuples(TEXTS),
    comments=st.lists(WORDS, max_size=2).map(tuple),
    extracted=st.lists(WORDS, max_size=3).map(tuple),
    references=st.lists(WORDS | st.just("two words.txt:3"), max_size=9).map(tuple),
    flags=st.sampled_from([(), ("fuzzy",), ("fuzzy", "no-wrap")]),
    previous_source=st.none() | TEXTS,
    obsolete=st.booleans(),
)


def changed_lines(old: Entry, new: Entry) -> list[str]:
    lines = unified_diff(old.text.splitlines(), new.text.splitlines(), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


def test_hints_and_references_change_their_own_lines_alone() -> None:
    new = edit.with_hints(BERTH, ["role: caption"], ["seeds/pier.txt:4"], PLAIN)
    assert changed_lines(BERTH, new) == [
        "-#. role: paragraph",
        "-#. figure: $64.5 million → 6450만 달러",
        "-#: seeds/harbour.txt:3 seeds/harbour.txt:9",
        "+#. role: caption",
        "+#: seeds/pier.txt:4",
    ]


def test_the_same_hints_change_nothing() -> None:
    assert edit.with_hints(BERTH, BERTH.extracted, BERTH.references, PLAIN) is BERTH


def test_hints_stand_where_gettext_writes_them() -> None:
    entry = read('# Ask.\n\n#, fuzzy\n#| msgid "Ebb"\nmsgid "Tide"\nmsgstr "조수"\n')
    assert edit.with_hints(entry, ["role: deck"], ["a.txt:1"], PLAIN).text == (
        '# Ask.\n\n#. role: deck\n#: a.txt:1\n#, fuzzy\n#| msgid "Ebb"\n'
        'msgid "Tide"\nmsgstr "조수"\n'
    )


def test_hints_may_be_taken_away() -> None:
    entry = read('# Ask.\n#. role: deck\n#: a.txt:1\nmsgid "Tide"\nmsgstr "조수"\n')
    assert edit.with_hints(entry, [], [], PLAIN).text == '# Ask.\nmsgid "Tide"\nmsgstr "조수"\n'


def test_a_hint_of_several_lines_stays_a_comment() -> None:
    entry = edit.with_hints(read('msgid "a"\nmsgstr ""\n'), ["one\ntwo\r\x85three"], [], PLAIN)
    assert entry.text.startswith('#. one\n#. two\n#.\n#. three\nmsgid "a"')


def test_a_hint_that_ends_in_a_backslash_swallows_nothing() -> None:
    entry = edit.with_hints(read('msgid "a"\nmsgstr ""\n'), ["C:\\"], [], PLAIN)
    assert read(entry.text).source == "a"


def test_many_references_are_folded_and_names_with_spaces_isolated() -> None:
    references = [f"seeds/story number {number}.txt:{number}" for number in range(5)]
    entry = edit.with_hints(read('msgid "a"\nmsgstr ""\n'), [], references, PLAIN)
    assert entry.references == tuple(references)
    assert max(map(len, entry.text.splitlines())) <= 79


def test_an_ideographic_space_in_a_file_name_is_no_space() -> None:
    entry = edit.with_hints(read('msgid "a"\nmsgstr ""\n'), [], ["潮\u3000汐.txt:3"], PLAIN)
    assert entry.text.startswith("#: 潮\u3000汐.txt:3\n")


def test_a_new_target_leaves_comments_context_and_source_as_they_are() -> None:
    new = edit.with_targets(BERTH, ["네 번의 겨울, 6450만 달러."], PLAIN)
    assert changed_lines(BERTH, new) == [
        '-msgstr ""',
        '-"네 번의 겨울을 들여 지은 이 부두에는 6450만 달러가 들었다. 올라 퀴스트 항만장"',
        '-"은 “여기서는 아무도 입에 올리지 못한 액수”라고 말했다."',
        '+msgstr "네 번의 겨울, 6450만 달러."',
    ]


def test_a_new_target_of_an_obsolete_entry_stays_obsolete() -> None:
    new = edit.with_targets(PIER, ["옛 잔교를 둔다."], PLAIN)
    assert changed_lines(PIER, new) == [
        '-#~ msgstr "옛 잔교는 남는다."',
        '+#~ msgstr "옛 잔교를 둔다."',
    ]


def test_new_plural_forms_are_written() -> None:
    entry = read('msgid "ship"\nmsgid_plural "ships"\nmsgstr[0] ""\nmsgstr[1] ""\n')
    assert edit.with_targets(entry, ["배", "배들"], PLAIN).text == (
        'msgid "ship"\nmsgid_plural "ships"\nmsgstr[0] "배"\nmsgstr[1] "배들"\n'
    )


def test_a_fuzzy_mark_keeps_flags_and_target() -> None:
    entry = read('#, c-format\nmsgid "%d ships"\nmsgstr ""\n"배 "\n"%d척"\n')
    new = edit.as_fuzzy(entry, PLAIN, previous_source="%d boats", previous_context="deck")
    assert changed_lines(entry, new) == [
        "-#, c-format",
        "+#, fuzzy, c-format",
        '+#| msgctxt "deck"',
        '+#| msgid "%d boats"',
    ]


def test_an_entry_out_of_use_keeps_comments_flags_and_previous_source() -> None:
    assert edit.as_obsolete(BERTH, PLAIN).text == (
        "# The mayor's office confirmed the figure by telephone.\n"
        "#, fuzzy\n"
        '#~| msgid "The berth cost $60 million."\n'
        '#~ msgid ""\n'
        '#~ "The berth, which took four winters to build, cost $64.5 million, \\"a sum "\n'
        '#~ "that nobody here had dared to name\\", said Orla Quist, the harbour master."\n'
        '#~ msgstr ""\n'
        '#~ "네 번의 겨울을 들여 지은 이 부두에는 6450만 달러가 들었다. 올라 퀴스트 항만장"\n'
        '#~ "은 “여기서는 아무도 입에 올리지 못한 액수”라고 말했다."\n'
    )


def test_an_entry_comes_back_with_the_lines_it_had() -> None:
    back = edit.revived(edit.as_obsolete(BERTH, PLAIN), PLAIN)
    assert edit.with_hints(back, BERTH.extracted, BERTH.references, PLAIN).text == BERTH.text


def test_an_entry_obsoleted_by_another_program_comes_back() -> None:
    entry = read('#~| msgid "Ebb"\n#~msgid "Tide"\n#~   msgstr ""\n#~ "조수"\n')
    assert edit.revived(entry, PLAIN).text == (
        '#| msgid "Ebb"\nmsgid "Tide"\n  msgstr ""\n"조수"\n'
    )


def test_a_change_keeps_the_line_ends_of_windows() -> None:
    catalog = po.parse(HARBOUR.data.replace(b"\n", b"\r\n"), path="ko/harbour.po")
    entry = catalog.entries[2]
    entry = edit.with_hints(entry, ["role: deck"], ["a.txt:1"], catalog.layout)
    entry = edit.as_fuzzy(entry, catalog.layout, previous_source="Tide")
    entry = edit.with_targets(entry, ["조수\n" * 3], catalog.layout)
    assert entry.text.count("\n") == entry.text.count("\r\n") > 8


def test_a_changed_entry_keeps_its_place() -> None:
    new = edit.with_targets(BERTH, ["조수"], PLAIN)
    assert (new.line, new.gap) == (BERTH.line, BERTH.gap)


def test_one_edited_unit_changes_its_own_lines_alone() -> None:
    new = edit.with_targets(BERTH, ["조수"], HARBOUR.layout)
    entries = [new if entry is BERTH else entry for entry in HARBOUR.entries]
    text = HARBOUR.with_entries(entries).text
    assert text == HARBOUR.text.replace(BERTH.text, new.text)


def test_what_is_no_entry_is_refused() -> None:
    with pytest.raises(CatalogError, match="no entry of a PO file"):
        edit.with_text(BERTH, "Not an entry at all.")


@given(MESSAGES)
def test_a_message_is_read_as_it_was_written(message: write.Message) -> None:
    if message.obsolete:
        message = replace(message, extracted=(), references=())
    assert write.message(write.render(message, PLAIN)) == message


@given(MESSAGES)
def test_out_of_use_and_back_gives_the_same_fields_byte_for_byte(message: write.Message) -> None:
    entry = write.render(replace(message, obsolete=False), PLAIN)
    back = edit.revived(edit.as_obsolete(entry, PLAIN), PLAIN)
    assert back.text[back.body :] == entry.text[entry.body :]
    assert (back.comments, back.flags) == (entry.comments, entry.flags)


def folded(width: int | None, *, newline: str = "\n") -> list[Entry]:
    layout = Layout(width=width, newline=newline)
    sentence = "The harbour master of Tidemark {}counted ships, and none of them paid its dues. "
    return [
        write.render(
            write.Message(
                source=sentence.format("re" * count) * 3,
                targets=(
                    f"타이드마크의 항만장은 배를{'다시' * count} 세었고, 한 척도 세를 내지 않았다. "
                    * 3,
                ),
            ),
            layout,
        )
        for count in range(20)
    ]


@pytest.mark.parametrize("width", [60, 72, 76, 79, 90, 100, 120, None])
def test_a_file_keeps_the_width_at_which_it_is_folded(width: int | None) -> None:
    assert detect(folded(width)).width == width


def test_a_file_that_shows_no_width_is_folded_as_gettext_does() -> None:
    assert detect([read('msgid "Tide"\nmsgstr "조수"\n')]).width == 79


def test_a_few_entries_of_another_width_do_not_change_a_files_width() -> None:
    assert detect([*folded(79), *folded(None)[:5]]).width == 79


def test_a_file_with_the_line_ends_of_windows_gets_more_of_them() -> None:
    assert detect(folded(79, newline="\r\n")) == Layout(width=79, newline="\r\n")
