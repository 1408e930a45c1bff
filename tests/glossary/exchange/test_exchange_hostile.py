"""Files made to harm, or broken on their way: each ends in one clear error."""

import contextlib
import io
import os
import time
import zipfile

import pytest
from ferry import HARBOUR
from openpyxl import Workbook

from tongsa.errors import GlossaryError
from tongsa.glossary.exchange import FORMATS, Options, read, workbook
from tongsa.model import Concept, Term

ENTRY = '<termEntry id="c1"><langSet xml:lang="en"><tig><term>{}</term></tig></langSet></termEntry>'
TIDE = ENTRY.format("tide")


def martif(*, doctype="", body=TIDE, encoding="UTF-8"):
    return (
        f'<?xml version="1.0" encoding="{encoding}"?>\n{doctype}<martif type="TBX" xml:lang="en">'
        f"\n<text><body>{body}</body></text></martif>"
    )


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">\n' for n in range(1, 10))
QUADRATIC = f'<!ENTITY a "{"a" * 100_000}">\n'


@pytest.mark.parametrize(
    ("doctype", "text"),
    [
        (f'<!DOCTYPE martif [\n<!ENTITY l0 "lol">\n{LAUGHS}]>', "&l9;"),
        (f"<!DOCTYPE martif [\n{QUADRATIC}]>", "&a;" * 10_000),
        ('<!DOCTYPE martif [\n<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;"),
        ('<!DOCTYPE martif [\n<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]>', "tide"),
        ('<!DOCTYPE martif [\n<!ENTITY x "harmless">]>', "&x;"),
    ],
    ids=["billion laughs", "quadratic", "file", "parameter", "harmless"],
)
def test_entities_are_refused_where_they_are_declared(doctype, text):
    data = martif(doctype=doctype, body=ENTRY.format(text)).encode()
    with pytest.raises(GlossaryError) as caught:
        read(data, file="sent.tbx")
    assert str(caught.value).startswith("sent.tbx:3: entities are declared here; write the")


def test_a_document_type_beside_the_file_is_read_as_text_and_never_fetched(tmp_path, monkeypatch):
    os.mkfifo(tmp_path / "TBXcoreStructV02.dtd")  # whoever opens it waits for ever
    monkeypatch.chdir(tmp_path)
    doctype = '<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">\n'
    found = read(martif(doctype=doctype).encode(), file="sent.tbx")
    assert [term.text for term in found.concepts[0].terms] == ["tide"]


@pytest.mark.parametrize(
    "place", ["http://example.org/a.dtd", "file:///etc/passwd", "/etc/passwd", "../a.dtd"]
)
def test_a_document_type_elsewhere_is_refused(place):
    doctype = f'<!DOCTYPE martif PUBLIC "-//X//Y" "{place}">\n'
    with pytest.raises(GlossaryError) as caught:
        read(martif(doctype=doctype).encode(), file="sent.tbx")
    assert (caught.value.file, caught.value.line) == ("sent.tbx", 2)
    assert place in caught.value.message
    assert "DOCTYPE" in str(caught.value.mend)


def test_an_entity_that_the_unread_document_type_may_define_is_an_error():
    doctype = '<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">\n'
    data = martif(doctype=doctype, body=ENTRY.format("caf&eacute;")).encode()
    with pytest.raises(GlossaryError, match=r'sent.tbx:4: the entity "&eacute;" is not defined'):
        read(data, file="sent.tbx")


def test_elements_nested_without_end_are_refused():
    data = martif(body="<x>" * 100_000 + "</x>" * 100_000).encode()
    with pytest.raises(GlossaryError, match="more than 64 elements stand within each other"):
        read(data, file="sent.tbx")


def test_one_huge_text_is_read_in_time_that_grows_with_its_length():
    start = time.process_time()
    found = read(martif(body=ENTRY.format("sea " * 2_500_000)).encode(), file="sent.tbx")
    assert len(found.concepts[0].terms[0].text) == 9_999_999
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b"  \n", "the file is empty"),
        (martif()[:-40].encode(), "this is no well-formed XML"),
        (martif().encode("utf-8").replace(b"tide", b"t\xffde"), "this is no well-formed XML"),
        (martif(encoding="euc-kr").encode(), "the file's encoding cannot be read"),
        (
            martif(encoding="no-such").encode(),
            "the file's encoding cannot be read: unknown encoding: no-such",
        ),
        (b"<srx/>", "not TBX: it begins with <srx>"),
        (b"\x00\x00", "this is no well-formed XML"),
    ],
)
def test_what_is_no_tbx_is_an_error_with_a_mend(data, message):
    with pytest.raises(GlossaryError) as caught:
        read(data, file="sent.tbx")
    assert message in str(caught.value)
    assert caught.value.file == "sent.tbx"
    assert caught.value.mend


def test_utf_16_with_its_mark_is_read():
    data = martif(encoding="UTF-16").encode("utf-16")
    assert read(data, file="sent.tbx").concepts[0].id == "c1"
    for name in ("csv", "omegat"):
        written = FORMATS[name].write(HARBOUR, Options(targets=("ko",)))
        wide = written.data.decode("utf-8-sig").encode("utf-16")
        narrow = read(written.data, file="sent", format=name, target="ko").concepts
        assert read(wide, file="sent", format=name, target="ko").concepts == narrow


@pytest.mark.parametrize("name", ["csv", "omegat", "po", "xlsx", "tbx"])
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\x00",
        b"PK\x03\x04",
        b"concept,language,term\na,en,\0",
        "조수\t潮".encode("euc-kr"),
        bytes(range(256)) * 40,
    ],
)
def test_bytes_that_are_none_of_our_formats_end_in_an_error(name, data):
    with pytest.raises(GlossaryError) as caught:
        read(data, file="sent", format=name, target="ko")
    assert caught.value.file == "sent"
    assert caught.value.mend


def test_a_zero_byte_is_named_with_its_line():
    with pytest.raises(GlossaryError, match=r"sent.csv:2: a character here is U\+0000"):
        read(b"concept,language,term\na,en,ti\0de\n", file="sent.csv")


def test_a_field_of_ten_megabytes_is_refused_with_its_line():
    data = b"concept,language,term\na,en," + b"x" * 10_000_000 + b"\n"
    with pytest.raises(
        GlossaryError, match=r"sent.csv:2: this is no well-formed CSV: field larger"
    ):
        read(data, file="sent.csv")


def test_a_quote_that_is_never_closed_does_not_swallow_the_rest():
    data = b'concept,language,term\na,en,"tide\nb,en,quay\n'
    with pytest.raises(GlossaryError, match=r"sent.csv:2: this is no well-formed CSV"):
        read(data, file="sent.csv")


def packed(parts):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return data.getvalue()


def unpacked(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def book(*rows):
    made = Workbook()
    for row in rows:
        made.active.append(row)
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


HEAD = ["concept", "language", "term"]


def with_sheet(change):
    parts = unpacked(book(HEAD, ["tide", "en", "tide"]))
    name = "xl/worksheets/sheet1.xml"
    return packed(parts | {name: change(parts[name].decode())})


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    data = packed({"xl/worksheets/sheet1.xml": b"0" * 300_000_000})
    start = time.process_time()
    with pytest.raises(GlossaryError, match="unpacks to 300,000,000 bytes"):
        read(data, file="sent.xlsx")
    assert time.process_time() - start < 1


def test_a_small_bomb_is_known_by_its_ratio():
    data = packed({"xl/worksheets/sheet1.xml": b"0" * 20_000_000})
    with pytest.raises(GlossaryError, match="unpacks to 20,000,000 bytes"):
        read(data, file="sent.xlsx")


def test_a_workbook_of_thousands_of_parts_is_refused():
    data = packed({f"part{n}": b"" for n in range(workbook.MOST_PARTS + 1)})
    with pytest.raises(GlossaryError, match="in 2,001 parts"):
        read(data, file="sent.xlsx")


def test_a_sheet_that_claims_to_be_huge_is_read_by_its_cells():
    data = with_sheet(lambda xml: xml.replace('ref="A1:C2"', 'ref="A1:XFD1048576"'))
    start = time.process_time()
    assert len(read(data, file="sent.xlsx").concepts) == 1
    assert time.process_time() - start < 2


def test_a_row_far_below_the_last_one_excel_has_is_refused():
    data = with_sheet(lambda xml: xml.replace('r="2"', 'r="999999999"').replace('2"', '999999999"'))
    with pytest.raises(GlossaryError, match="the sheet has more than 1,048,576 rows"):
        read(data, file="sent.xlsx")


def test_entities_in_a_workbook_are_not_expanded():
    doctype = f'<!DOCTYPE worksheet [<!ENTITY l0 "lol">{LAUGHS}]><worksheet'
    data = with_sheet(lambda xml: xml.replace("<worksheet", doctype, 1).replace(">tide<", ">&l9;<"))
    with pytest.raises(GlossaryError, match="the workbook is broken") as caught:
        read(data, file="sent.xlsx")
    assert "EntitiesForbidden" in repr(caught.value.__cause__) + repr(
        caught.value.__cause__.__context__
    )


def test_entities_in_a_name_of_a_sheet_are_not_expanded():
    parts = unpacked(book(HEAD, ["tide", "en", "tide"]))
    doctype = f'<!DOCTYPE workbook [<!ENTITY l0 "lol">{LAUGHS}]><workbook'
    text = parts["xl/workbook.xml"].decode().replace("<workbook", doctype, 1)
    parts["xl/workbook.xml"] = text.replace('name="Sheet"', 'name="&l9;"')
    start = time.process_time()
    with pytest.raises(GlossaryError, match="the workbook is broken"):
        read(packed(parts), file="sent.xlsx")
    assert time.process_time() - start < 2


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
def test_a_file_that_an_entity_names_is_not_read_into_a_workbook(part, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("the tide tables", "utf-8")
    parts = unpacked(book(HEAD, ["tide", "en", "tide"]))
    text = parts[part].decode()
    root = text.index("<", text.find("?>") + 1 if text.startswith("<?") else 0)
    name = text[root + 1 :].split()[0].strip(">")
    doctype = f'<!DOCTYPE {name} [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    text = text[:root] + doctype + text[root:].replace(">tide<", ">&x;<")
    with contextlib.suppress(GlossaryError):  # a reader may refuse it, or read no more than text
        assert "tables" not in repr(read(packed(parts | {part: text}), file="sent.xlsx"))


def test_a_truncated_workbook_is_refused():
    data = book(HEAD, ["tide", "en", "tide"])
    for length in range(0, len(data), 97):
        with pytest.raises(GlossaryError):
            read(data[:length], file="sent.xlsx", format="xlsx")


def test_a_workbook_with_a_password_says_so():
    with pytest.raises(GlossaryError, match="an old Excel file, or one with a password"):
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, file="sent.xlsx")


def test_a_workbook_cut_or_changed_anywhere_never_ends_in_a_traceback():
    data = bytearray(book(HEAD, ["tide", "en", "tide"]))
    for at in range(0, len(data), 53):
        changed = bytes(data[:at]) + bytes([data[at] ^ 0x55]) + bytes(data[at + 1 :])
        with contextlib.suppress(GlossaryError):
            read(changed, file="sent.xlsx")


def test_control_characters_are_left_out_and_told():
    bell = Concept(
        id="bell", definition="rings\x07", terms=(Term(text="be\x00l\ufffel", language="en"),)
    )
    for name, format_ in FORMATS.items():
        written = format_.write([bell], Options(targets=("ko",)))
        assert any("control characters are left out" in loss for loss in written.losses), name
        if name != "omegat":
            back = read(written.data, file="f", format=name).concepts[0]
            assert back.terms[0].text == "bell"
            assert "\x07" not in back.definition
