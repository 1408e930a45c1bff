"""OmegaT's glossary text and Weblate's glossary PO."""

import shutil
import subprocess

import pytest
from ferry import HARBOUR, PERSON

from tongsa.errors import GlossaryError
from tongsa.glossary.exchange import FORMATS, Options, read
from tongsa.glossary.exchange.ids import Ids, slug
from tongsa.model import Concept, Kind, Status, Term

KO = Options(targets=("ko",), title="Harbour terms")

SAID = (
    "Harbour master of Wando; a “pilot” & a <b>diver</b>"
    " | Her rank comes first. | not: 박미레 (misspelt)"
)
GOLDEN = f"""\
# Glossary in tab-separated format -*- coding: utf-8 -*-
Park Mi-rae\t박미래\t{SAID}
Pak Mi-rae\t박미래\t{SAID}
Park\t박미래\t{SAID}
Wando\t완도
3D Lock\t3D Lock
"""


def test_every_source_term_has_a_row_for_each_usable_target():
    assert FORMATS["omegat"].write(HARBOUR, KO).data.decode() == GOLDEN


def test_rows_of_one_source_are_one_concept():
    text = "# comment\n\ntide\t조수\tof the sea\r\ntide\t물때\t\nquay\nx\ty\tz\tmore\n\tnothing\n"
    found = read(text.encode(), file="g.txt", target="ko")
    assert [(c.id, c.note, c.line, [t.text for t in c.terms]) for c in found.concepts] == [
        ("tide", "of the sea", 3, ["tide", "조수", "물때"]),
        ("quay", "", 5, ["quay"]),
        ("x", "z", 6, ["x", "y"]),
    ]
    assert [t.status for t in found.concepts[0].terms] == [
        Status.PREFERRED,
        Status.PREFERRED,
        Status.ADMITTED,
    ]
    assert found.losses == (
        "g.txt:6: a fourth column is not kept",
        "g.txt:7: a row without a source is not kept",
    )


def test_omegat_text_needs_its_target_named():
    with pytest.raises(GlossaryError, match=r"g.txt: the file does not say its languages; name"):
        read(b"tide\tx\n", file="g.txt")
    with pytest.raises(GlossaryError, match="this format holds one edition; name one target"):
        FORMATS["omegat"].write(HARBOUR, Options())


def test_a_target_may_be_written_as_other_tools_do():
    found = read("tide\t潮".encode(), file="g.txt", target="zh-Hant")
    assert found.concepts[0].terms[1].language == "zh_TW"
    with pytest.raises(GlossaryError, match=r'g.txt: no facts are known of the language "xx"'):
        read(b"tide\tx", file="g.txt", target="xx")


def test_tabs_and_line_breaks_become_spaces_and_are_told():
    tide = Concept(
        id="tide",
        definition="rise\tand\r\nfall",
        terms=(
            Term(text="#tide", language="en"),
            Term(text="tide", language="en"),
            Term(text="조수", language="ko"),
        ),
    )
    written = FORMATS["omegat"].write([tide], KO)
    assert written.data.decode().splitlines()[1:] == ["tide\t조수\trise and fall"]
    assert "tabs and line breaks are written as spaces (tide)" in written.losses
    assert any("begins with # would be a comment" in loss for loss in written.losses)


def test_two_concepts_of_one_source_term_are_told():
    twins = [
        Concept(id=id_, terms=(Term(text="President", language="en"), Term(text=ko, language="ko")))
        for id_, ko in (("president-kr", "대통령"), ("president-tw", "총통"))
    ]
    losses = FORMATS["omegat"].write(twins, KO).losses
    assert "a source term of two concepts is read back as one concept (president-tw)" in losses


def test_a_po_entry_says_what_weblate_reads():
    data = FORMATS["po"].write([PERSON], KO).data.decode()
    assert (
        "# misspelt\n"
        "#. concept: park-mi-rae\n"
        "#. kind: person\n"
        "#. status: forbidden\n"
        "#. definition: Harbour master of Wando; a “pilot” & a <b>diver</b>\n"
        "#. note: Her rank comes first.\n"
        "#, terminology, forbidden\n"
        'msgctxt "park-mi-rae#2"\n'
        'msgid "Park Mi-rae"\n'
        'msgstr "박미레"\n'
    ) in data
    assert '"Project-Id-Version: Harbour terms\\n"' in data
    assert '"Language: ko\\n"' in data


def test_a_term_that_is_not_translated_is_read_only():
    data = FORMATS["po"].write(HARBOUR, KO).data
    assert b"#, terminology, read-only\n" in data
    lock = read(data, file="g.po").concepts[-1]
    assert (lock.id, lock.translate, len(lock.terms)) == ("3d-lock", False, 1)


WEBLATE = """\
msgid ""
msgstr ""
"Language: zh_Hant\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#. Of the sea
#, terminology
msgid "tide"
msgstr "潮汐"

# Said in old charts
#, terminology, forbidden
msgctxt "old"
msgid "tide"
msgstr "潮水"

#, fuzzy
msgid "quay"
msgstr "碼頭"

#, read-only
msgid "AIS"
msgstr "AIS"

msgid "mole"
msgstr ""

#~ msgid "ebb"
#~ msgstr "退潮"
"""


def test_a_strangers_po_is_read_by_its_flags():
    found = read(WEBLATE.encode(), file="g.po")
    tide, quay, ais, mole = found.concepts
    assert [(t.text, t.language, t.status, t.note) for t in tide.terms] == [
        ("tide", "en", Status.PREFERRED, ""),
        ("潮汐", "zh_TW", Status.PREFERRED, ""),
        ("潮水", "zh_TW", Status.FORBIDDEN, "Said in old charts"),
    ]
    assert (tide.note, tide.line) == ("Of the sea", 6)
    assert [len(c.terms) for c in (quay, ais, mole)] == [1, 1, 1]
    assert ais.translate is False
    assert found.losses == (
        "g.po:11: a context is not kept",
        "g.po:17: a target that needs work is not kept",
        "g.po:28: an obsolete entry or one with plurals is not kept",
    )


def test_a_flag_that_was_taken_off_in_weblate_counts():
    data = FORMATS["po"].write([PERSON], KO).data.replace(b", forbidden", b"")
    statuses = {t.text: t.status for t in read(data, file="g.po").concepts[0].terms}
    assert statuses["박미레"] is Status.ADMITTED


def test_a_broken_po_is_an_error_of_the_glossary():
    with pytest.raises(GlossaryError, match=r"g.po:1"):
        read(b'msgid "tide\n', file="g.po")


def test_a_po_without_a_language_asks_for_it():
    with pytest.raises(GlossaryError, match="no language is named; name the target language"):
        read(b'msgid "tide"\nmsgstr "x"\n', file="g.po")


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext is not installed")
def test_gettext_takes_our_po(tmp_path):
    path = tmp_path / "g.po"
    path.write_bytes(FORMATS["po"].write(HARBOUR, KO).data)
    subprocess.run(["msgfmt", "-o", "/dev/null", path], check=True)


def test_what_a_po_cannot_hold_is_told():
    losses = FORMATS["po"].write(HARBOUR, KO).losses
    assert "a term's romanisation is not kept, 2 times (park-mi-rae)" in losses
    assert "a concept's scope is not kept (park-mi-rae)" in losses
    assert not any("kind" in loss for loss in losses)


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("Liang Guangzhong", "liang-guangzhong"),
        ("3DFabric Alliance", "3dfabric-alliance"),
        ("São Tomé & Príncipe", "sao-tome-principe"),
        ("HBM 메모리", "hbm"),
        ("ＴＳＭＣ", "tsmc"),
        ("taiwan--strait", "taiwan--strait"),
        ("梁光中", "c-" + "0" * 10),
    ],
)
def test_an_id_is_made_from_latin_letters_and_figures(text, id_):
    if id_.startswith("c-0"):
        assert slug(text) == slug(text) != slug("梁光忠")
        assert slug(text).startswith("c-")
    else:
        assert slug(text) == id_


def test_no_id_is_given_out_twice():
    ids = Ids()
    assert [ids.make(text) for text in ("Tide", "tide-2", "tide", "TIDE")] == [
        "tide",
        "tide-2",
        "tide-3",
        "tide-4",
    ]


def test_kinds_are_kept_in_po():
    back = read(FORMATS["po"].write(HARBOUR, KO).data, file="g.po").concepts
    assert [concept.kind for concept in back] == [Kind.PERSON, Kind.PLACE, Kind.COMMON]
