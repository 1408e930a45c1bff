import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tongsa.model import Finding, Severity
from tongsa.report.terminal import changed_span, lines, width

FINDING = Finding(
    code="TOWN1",
    name="town-name",
    severity=Severity.ERROR,
    message="it may not stand here",
    file="ko.po",
    line=7,
    column=9,
    language="ko",
)


def finding(**fields) -> Finding:
    known = {name: getattr(FINDING, name) for name in Finding.__slots__}
    return Finding(**{**known, **fields})


def shown(*, columns: int = 80, why: str = "", **fields) -> list[str]:
    return list(lines(finding(**fields), columns=columns, why=why))


def carets(rows: list[str]) -> list[tuple[str, str]]:
    """Return each text row with what stands above the signs of the row below it."""
    return [
        (row, above(row, under))
        for row, under in pairwise(rows)
        if under.strip() and not under.strip(" ^")
    ]


def above(row: str, under: str) -> str:
    """Return the letters that stand above signs; marks without a width go with their letter."""
    marked, column, last = [], 0, False
    for letter in row:
        size = cell_len(letter)
        last = under[column : column + size] == "^" * size if size else last
        marked += letter if last else ""
        column += size
    return "".join(marked)


def test_a_finding_shows_its_place_its_unit_why_and_the_fix():
    rows = shown(
        source="The old window shuts.",
        target="낡은 윈도를 닫는다.",
        source_spans=((8, 14),),
        target_spans=((3, 5),),
        fix="낡은 창을 닫는다.",
        why="Readers wonder.",
    )
    assert rows == [
        "ko.po:7:9: error TOWN1 town-name",
        "  it may not stand here",
        "  msgid   The old window shuts.",
        "                  ^^^^^^",
        "  msgstr  낡은 윈도를 닫는다.",
        "               ^^^^",
        "  why     Readers wonder.",
        "  fix     낡은 창을 닫는다.",
        "               ^^^^",
    ]


@pytest.mark.parametrize(
    ("before", "marked"),
    [
        ("", "윈도"),
        ("漢字와 한글과 ｆｕｌｌ ", "窗"),
        (unicodedata.normalize("NFD", "낡은 한글 각 "), "윈도"),
        ("낡은 ", unicodedata.normalize("NFD", "윈도각")),
        ("cafe\u0301 n\u0303 ", "윈도"),
        ("🙂 🇰🇷 𠮷 ", "窗"),
        ("표\t칸\n줄 ", "윈도"),
        ("　전각 칸　", "윈도"),
        ("“말”… · ", "윈도"),
        ("줄\r\n", "윈도"),
    ],
    ids=["none", "wide", "nfd", "nfd marked", "marks", "emoji", "tab", "space", "signs", "crlf"],
)
def test_signs_stand_under_what_is_wrong_whatever_comes_before(before, marked):
    target = f"{before}{marked} 뒤"
    rows = shown(target=target, target_spans=((len(before), len(before) + len(marked)),))
    (row,) = [row for row in rows if row.startswith("  msgstr  ")]
    under = rows[rows.index(row) + 1]
    start = row.index(marked[0], len("  msgstr  ") + len(before))
    assert len(under) - len(under.lstrip()) == cell_len(row[:start])
    assert under.count("^") == cell_len(marked)
    assert carets(rows) == [(row, marked)]


def test_an_emoji_made_of_a_narrow_sign_is_two_columns_wide():
    assert width("❤️") == cell_len("❤️") == 2
    rows = shown(target="❤️ 윈도", target_spans=((3, 5),))
    assert rows[-1] == " " * 13 + "^^^^"


def test_a_mark_without_a_width_of_its_own_is_shown_under_the_letter_that_bears_it():
    rows = shown(target="cafe\u0301", target_spans=((4, 5),))
    assert rows[-1] == " " * 13 + "^"


def test_what_spans_touch_is_underlined_once():
    rows = shown(target="가나다", target_spans=((0, 2), (1, 2)))
    assert rows[-1] == " " * 10 + "^^^^"


def test_an_empty_text_and_no_spans_make_no_rows():
    assert len(shown()) == 2
    assert len(shown(target="가")) == 3


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("at", [0, 5, 250, 590, 596])
def test_a_long_unit_is_cut_around_what_is_wrong(columns, at):
    target = "가나다라 마바 " * 75
    target = target[:at] + "窗戶" + target[at + 2 :]
    rows = shown(target=target, target_spans=((at, at + 2),), columns=columns)
    assert all(cell_len(row) <= columns for row in rows)
    (row,) = [row for row in rows if row.startswith("  msgstr  ")]
    assert carets(rows) == [(row, "窗戶")]
    assert row[10:11] == ("…" if at > 5 else "가" if at else "窗")
    if at != 590:
        assert row.endswith("…") is (at < 590)


def test_a_span_longer_than_the_screen_is_underlined_to_its_edge():
    rows = shown(target="가" * 300, target_spans=((2, 299),), columns=60)
    assert cell_len(rows[-2]) <= 60
    assert rows[-2].endswith("…")
    assert rows[-1].count("^") > 40


def test_a_unit_of_a_million_signs_is_shown_at_once():
    rows = shown(target="가나" * 500_000, target_spans=((700_000, 700_002),))
    assert all(cell_len(row) <= 80 for row in rows)


@pytest.mark.parametrize("columns", [1, 20, 80])
def test_a_long_reason_and_message_take_as_many_lines_as_they_need(columns):
    text = " ".join(["The glossary forbids this form for a concept that the source names."] * 3)
    rows = shown(message=text, why=text, columns=columns)
    told = " ".join(" ".join(row.split()) for row in rows[1:])
    assert told == f"{text} why {text}"
    assert all(cell_len(row) <= max(columns, 40) for row in rows[1:])
    if columns == 80:
        assert [row[:10] for row in rows if "why" in row] == ["  why     "]


HOSTILE = "".join(map(chr, range(32))) + "\x7f\x80\x9b\x9d\u200b\u202e\u2028\ufeff\u200d"


@pytest.mark.parametrize("field", ["message", "file", "name", "source", "target", "fix", "why"])
def test_no_sign_that_moves_the_cursor_reaches_the_screen(field):
    text = f"가{HOSTILE}나\x1b[31m다\x1b]0;title\x07"
    for row in shown(**{field: text}):
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff]", row)


def test_signs_that_are_shown_otherwise_still_take_one_place_each():
    rows = shown(target=f"{HOSTILE}윈도", target_spans=((len(HOSTILE), len(HOSTILE) + 2),))
    assert carets(rows)[0][1] == "윈도"


def test_line_ends_and_tabs_are_shown_as_signs():
    assert shown(target="가\n나\t다\r")[-1] == "  msgstr  가↵나→다←"


def test_white_space_of_other_scripts_stays():
    assert shown(target="가　나\u00a0다")[-1] == "  msgstr  가　나\u00a0다"


@pytest.mark.parametrize(
    ("old", "new", "span"),
    [
        ("윈도를 열다", "창을 열다", (0, 2)),
        ("가나다", "가나다", None),
        ("가다", "가나다", (1, 2)),
        ("가나다", "가다", (1, 1)),
        ("", "가", (0, 1)),
        ("가", "", (0, 0)),
        ("가가", "가가가", (2, 3)),
    ],
)
def test_what_a_fix_changes_is_the_span_that_is_underlined(old, new, span):
    assert changed_span(old, new) == span


@given(st.text(max_size=20), st.text(max_size=20))
def test_outside_the_changed_span_both_texts_are_the_same(old, new):
    span = changed_span(old, new)
    if span is None:
        assert old == new
        return
    start, end = span
    tail = len(new) - end
    assert old[:start] == new[:start]
    assert old[len(old) - tail :] == new[end:]
    assert start + tail <= min(len(old), len(new))


@given(
    st.text(st.characters(exclude_categories=("Cs",)), max_size=60),
    st.integers(0, 60),
    st.integers(0, 60),
    st.integers(1, 90),
)
def test_every_row_fits_whatever_the_text(text, start, length, columns):
    start = min(start, len(text))
    span = (start, min(start + length, len(text)))
    rows = shown(target=text, target_spans=(span,), columns=columns)
    assert all(row.isprintable() or "\u3000" in row or " " in row for row in rows)
    assert all(width(row) <= max(columns, 40) for row in rows)
