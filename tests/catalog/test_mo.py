"""An MO file holds what is finished, as msgfmt's does."""

from __future__ import annotations

import gettext
import io
import shutil
import struct
import subprocess
from pathlib import Path

import pytest

from tongsa.catalog import mo, po

GOLDEN = Path(__file__).parent / "golden/harbour.po"
PO = """\
msgid ""
msgstr ""
"POT-Creation-Date: 2030-04-02 09:15+0900\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=n != 1;\\n"

msgid "Tide"
msgstr "조수"

msgctxt "headline"
msgid "Tide"
msgstr "밀물"

msgid "ship"
msgid_plural "ships"
msgstr[0] "배"
msgstr[1] "배들"

#, fuzzy
msgid "Ebb"
msgstr "썰물"

msgid "Gull"
msgstr ""

#~ msgid "Pier"
#~ msgstr "부두"
"""


def compiled(text: str, charset: str = "utf-8") -> bytes:
    catalog = po.parse(text.encode(charset), path="ko.po")
    return mo.compile_mo(mo.finished(catalog.entries), catalog.header)


def load(data: bytes) -> gettext.GNUTranslations:
    return gettext.GNUTranslations(io.BytesIO(data))


def strings(data: bytes) -> list[tuple[bytes, bytes]]:
    """Return originals and translations as the file's tables name them."""
    _, _, count, originals, translations = struct.unpack_from("<5I", data)
    pairs = []
    for number in range(count):
        pair = []
        for table in (originals, translations):
            length, offset = struct.unpack_from("<2I", data, table + 8 * number)
            assert data[offset + length] == 0
            pair.append(data[offset : offset + length])
        pairs.append((pair[0], pair[1]))
    return pairs


def test_python_reads_the_translations() -> None:
    assert load(compiled(PO)).gettext("Tide") == "조수"


def test_a_context_tells_the_same_source_apart() -> None:
    assert load(compiled(PO)).pgettext("headline", "Tide") == "밀물"


def test_plural_forms_are_found() -> None:
    loaded = load(compiled(PO))
    assert [loaded.ngettext("ship", "ships", number) for number in (1, 2)] == ["배", "배들"]


def test_what_is_fuzzy_obsolete_or_untranslated_is_left_out() -> None:
    loaded = load(compiled(PO))
    assert [loaded.gettext(source) for source in ("Ebb", "Gull", "Pier")] == ["Ebb", "Gull", "Pier"]


def test_the_originals_are_sorted() -> None:
    originals = [original for original, _ in strings(compiled(PO))]
    assert originals == sorted(originals)
    assert originals[0] == b""


def test_a_new_date_of_the_template_gives_the_same_file() -> None:
    assert compiled(PO) == compiled(PO.replace("2030-04-02", "2031-05-03"))


def test_an_old_character_set_becomes_utf_8() -> None:
    loaded = load(compiled(PO.replace("UTF-8", "EUC-KR"), "euc-kr"))
    assert (loaded.gettext("Tide"), loaded.charset()) == ("조수", "UTF-8")


def test_without_a_header_the_file_still_says_that_it_is_utf_8() -> None:
    assert load(mo.compile_mo({(None, "Tide"): "조수"}, None)).gettext("Tide") == "조수"


def test_no_messages_make_a_file_with_a_header_alone() -> None:
    assert [original for original, _ in strings(mo.compile_mo({}, None))] == [b""]


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext is not installed")
@pytest.mark.parametrize("text", [PO, GOLDEN.read_text("utf-8")], ids=["small", "golden"])
def test_msgfmt_writes_the_same_strings(text: str, tmp_path: Path) -> None:
    file, target = tmp_path / "ko.po", tmp_path / "ko.mo"
    file.write_text(text, "utf-8")
    subprocess.run(["msgfmt", "-o", target, file], check=True)
    assert strings(compiled(text)) == strings(target.read_bytes())


def test_msgunfmt_reads_the_file(tmp_path: Path) -> None:
    if not shutil.which("msgunfmt"):
        pytest.skip("gettext is not installed")
    file = tmp_path / "ko.mo"
    file.write_bytes(compiled(PO))
    run = subprocess.run(["msgunfmt", file], capture_output=True, check=True)
    read = po.parse(run.stdout, path="ko.po")
    assert mo.finished(read.entries) == mo.finished(po.parse(PO.encode(), path="ko.po").entries)
