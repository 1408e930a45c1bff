"""The long table, as CSV and as a workbook."""

import io
from datetime import date

import pytest
from ferry import HARBOUR
from openpyxl import Workbook, load_workbook

from tongsa.errors import GlossaryError
from tongsa.glossary.exchange import FORMATS, Options, read
from tongsa.model import Concept, Kind, Status, Term, TermType

HEADER = "concept,kind,language,term,status,type,romanisation,region,definition,note"


def csv(text, **options):
    return read(text.encode(), file="terms.csv", **options)


def test_the_first_line_is_the_header_and_each_term_has_a_row():
    data = FORMATS["csv"].write(HARBOUR, Options()).data
    lines = data.decode("utf-8-sig").split("\r\n")
    assert lines[0] == HEADER
    assert len(lines) == 1 + sum(len(concept.terms) for concept in HARBOUR) + 1
    assert data.startswith(b"\xef\xbb\xbf")


def test_rows_may_be_sorted_by_anything():
    data = FORMATS["csv"].write(HARBOUR, Options()).data.decode("utf-8-sig")
    header, *rows = data.removesuffix("\r\n").split("\r\n")
    turned = "\r\n".join([header, *reversed(rows)])
    found = {concept.id: concept for concept in csv(turned).concepts}
    assert found["park-mi-rae"].definition == HARBOUR[0].definition
    assert found["park-mi-rae"].kind is Kind.PERSON
    assert len(found["park-mi-rae"].terms) == len(HARBOUR[0].terms)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_columns_may_be_fewer_and_in_any_order(delimiter):
    lines = ["term,Concept,language", "tide,tide,en", "조수,tide,ko", "물때,tide,ko"]
    found = csv("\n".join(lines).replace(",", delimiter)).concepts
    assert [(term.text, term.status) for term in found[0].terms] == [
        ("tide", Status.PREFERRED),
        ("조수", Status.PREFERRED),
        ("물때", Status.ADMITTED),
    ]


def test_a_tab_separated_file_with_our_header_is_a_table():
    found = read(b"concept\tlanguage\tterm\ntide\ten\ttide\n", file="terms.tsv")
    assert found.concepts[0].id == "tide"


def test_a_definition_may_stand_in_the_first_row_alone():
    text = "concept,language,term,definition\ntide,en,tide,The sea's rise\ntide,ko,조수,\n"
    assert csv(text).concepts[0].definition == "The sea's rise"


def test_definitions_that_differ_are_told_and_the_first_is_kept():
    text = "concept,language,term,definition\ntide,en,tide,One\ntide,ko,조수,Two\n"
    found = csv(text)
    assert found.concepts[0].definition == "One"
    assert found.losses == (
        "terms.csv:3: the definition is not kept, since that of line 2 differs",
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "concept,langage,term\n",
            'terms.csv:1: unknown column "langage"; the nearest known column is "language"',
        ),
        ("concept,term\n", f'terms.csv:1: no column is "language"; begin the table with {HEADER}'),
        ("term,term\n", 'terms.csv:1: the column "term" stands twice; keep one of the two'),
        (
            "concept,language,term,status\na,en,ebb,prefered\n",
            (
                'terms.csv:2: "status" is "prefered"; use preferred, admitted, deprecated,'
                ' forbidden; the nearest is "preferred"'
            ),
        ),
        (
            "concept,language,term\n\n,en,ebb\n",
            'terms.csv:3: the cell "concept" is empty; fill it in',
        ),
        (
            "concept,language,term\na,en,ebb, flood\n",
            "terms.csv:2: this row has 4 cells, and the header 3; put a cell in quotes",
        ),
        (
            'concept,language,term,kind\n"a",en,"ebb\nflow",\nb,en,x,persn\n',
            (
                'terms.csv:4: "kind" is "persn"; use person, organisation, title, place, product,'
                ' technology, law, event, work, idiom, common; the nearest is "person"'
            ),
        ),
    ],
)
def test_a_flaw_is_told_with_its_line_and_mend(text, message):
    with pytest.raises(GlossaryError) as caught:
        csv(text)
    assert str(caught.value) == message


def test_a_language_that_is_not_known_is_a_loss():
    found = csv("concept,language,term\na,de,Ebbe\na,en,ebb\nb,de,Flut\n")
    assert [concept.id for concept in found.concepts] == ["a"]
    assert found.losses == (
        'terms.csv:2: terms in the language "de" are not kept, 2 times',
        "terms.csv:4: a concept without terms is not kept",
    )


FORMULAS = [
    "=1+2",
    "+82",
    "-3",
    "@ebb",
    "'=1",
    "''@x",
    "'tis",
    "'86",
    "007",
    "1e5",
    "TRUE",
    "2/3",
    "#N/A",
]


def formulas():
    return [
        Concept(id=f"f-{n}", definition=text, terms=(Term(text=text, language="en"),))
        for n, text in enumerate(FORMULAS)
    ]


@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_what_a_spreadsheet_would_calculate_comes_back_as_it_was(name):
    written = FORMATS[name].write(formulas(), Options())
    found = read(written.data, file=f"f.{name}").concepts
    assert [concept.terms[0].text for concept in found] == FORMULAS
    assert [concept.definition for concept in found] == FORMULAS


def test_no_cell_of_our_csv_is_a_formula_a_figure_or_a_date():
    data = FORMATS["csv"].write(formulas(), Options()).data.decode("utf-8-sig")
    cells = [cell for line in data.splitlines()[1:] for cell in line.split(",")]
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@")]
    assert "'007" in cells
    assert "'2/3" in cells


def test_every_cell_of_our_workbook_is_text():
    book = load_workbook(io.BytesIO(FORMATS["xlsx"].write(formulas(), Options()).data))
    cells = [cell for row in book.active.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr"}
    assert {cell.number_format for cell in cells} == {"@"}


def sheet(*rows, others=()):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for title in others:
        book.create_sheet(title)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def test_figures_in_cells_are_read_as_people_see_them():
    rows = (
        ["concept", "language", "term", "note"],
        ["three", "en", 3, 3.0],
        ["pi", "en", 3.14, True],
    )
    found = read(sheet(*rows), file="t.xlsx").concepts
    assert [(c.terms[0].text, c.terms[0].note) for c in found] == [("3", "3"), ("3.14", "TRUE")]


def test_a_date_in_a_cell_is_an_error_with_its_place():
    data = sheet(["concept", "language", "term"], ["may", "en", date(2025, 5, 10)])
    with pytest.raises(GlossaryError, match=r"t.xlsx:2: the cell C2 is a date, not text; give"):
        read(data, file="t.xlsx")


def test_other_sheets_are_told():
    data = sheet(["concept", "language", "term"], ["ebb", "en", "ebb"], others=["Old", "Notes"])
    assert read(data, file="t.xlsx").losses == (
        't.xlsx: the sheet "Old" is not read',
        't.xlsx: the sheet "Notes" is not read',
    )


def test_only_the_languages_asked_for_are_written_and_those_they_fall_back_to():
    data = FORMATS["csv"].write(HARBOUR, Options(targets=("zh_TW",))).data
    found = csv(data.decode("utf-8-sig"))
    languages = {term.language for concept in found.concepts for term in concept.terms}
    assert languages == {"en", "zh", "zh_TW"}


def test_a_cell_too_long_for_excel_is_told():
    long = Concept(id="long", definition="x" * 40_000, terms=(Term(text="x", language="en"),))
    written = FORMATS["xlsx"].write([long], Options())
    assert written.losses == ("what is longer than 32,767 characters is cut (long)",)


def test_a_name_for_a_concept_is_made_an_id_and_told():
    found = csv("concept,language,term,type\nHarbour Tug,en,tug,SHORT\nHarbour Tug,ko,예인선,\n")
    assert [(c.id, len(c.terms)) for c in found.concepts] == [("harbour-tug", 2)]
    assert found.concepts[0].terms[0].type is TermType.SHORT
    assert found.losses == ('terms.csv:2: the id "Harbour Tug" is read as harbour-tug',)
