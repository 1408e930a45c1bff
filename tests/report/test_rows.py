from dataclasses import replace

from quay import TERM, sheet

from tongsa.report.rows import articles, near

KOREAN = TERM.file


def units(*sources: str) -> str:
    return "".join(f'msgid "{source}"\nmsgstr "{source}다"\n\n' for source in sources)


def chinese(text: str):
    return replace(sheet(KOREAN, text), language="zh_TW")


def test_editions_share_a_row_where_they_share_a_source():
    (article,), _ = articles([sheet(KOREAN, units("a", "b", "c")), chinese(units("b", "c"))], ())
    told = [[cell and cell.place.unit.source for cell in row.cells] for row in article.rows]
    assert told == [["a", None], ["b", "b"], ["c", "c"]]
    assert [row.number for row in article.rows] == [1, 2, 3]


def test_what_one_edition_alone_has_stands_behind_what_it_follows_there():
    (article,), _ = articles(
        [sheet(KOREAN, units("a", "b", "c")), chinese(units("x", "a", "y", "z", "c"))], ()
    )
    assert [row.place.unit.source for row in article.rows] == ["x", "a", "y", "z", "b", "c"]


def test_plural_forms_are_rows_of_their_own():
    text = (
        'msgid "a ship"\nmsgid_plural "ships"\nmsgstr[0] "배"\nmsgstr[1] "배들"\nmsgstr[2] "배들"\n'
    )
    (article,), _ = articles([sheet(KOREAN, text)], ())
    assert [row.place.target for row in article.rows] == ["배", "배들", "배들"]


def test_a_finding_whose_unit_reads_otherwise_by_now_is_left_over():
    changed = replace(TERM, target="다른 말")
    (article,), left = articles([sheet(KOREAN)], [TERM, changed])
    assert [row.found for row in article.rows] == [False, True, False, False]
    assert left == [changed]


def test_rows_far_from_any_finding_are_counted():
    finding = replace(TERM, source="d", target="d다")
    (article,), _ = articles([sheet(KOREAN, units(*"abcdefg"))], [finding])
    told = [row.place.unit.source if row else skipped for row, skipped in near(article.rows, 1)]
    assert told == [2, "c", "d", "e", 2]
    assert [skipped for row, skipped in near(article.rows[:2], 1)] == [2]
