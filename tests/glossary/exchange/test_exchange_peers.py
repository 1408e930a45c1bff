"""The Translate Toolkit, which Weblate reads glossaries with, reads what we write."""

import polib
import pytest
from ferry import HARBOUR
from translate.storage.omegat import OmegaTFile
from translate.storage.pypo import pofile
from translate.storage.tbx import tbxfile

from tongsa.glossary.exchange import FORMATS, Options


@pytest.fixture(scope="module")
def toolkit():
    data = FORMATS["tbx"].write(HARBOUR, Options(targets=("ko",))).data
    return tbxfile.parsestring(data, sourcelanguage="en", targetlanguage="ko")


def test_the_toolkit_finds_every_term_of_both_languages(toolkit):
    person = toolkit.units[0]
    assert person.getid() == "park-mi-rae"
    assert [term.text for term in person.get_source_terms()] == [
        "Park Mi-rae",
        "Pak Mi-rae",
        "Park",
    ]
    assert [term.text for term in person.get_target_terms()] == ["박미래", "박미레"]
    assert (person.source, person.target) == ("Park Mi-rae", "박미래")


def test_a_forbidden_term_makes_no_entry_obsolete(toolkit):
    terms = toolkit.units[0].get_source_terms() + toolkit.units[0].get_target_terms()
    assert not [unit for unit in toolkit.units if unit.isobsolete()]
    assert [term.administrative_status for term in terms] == [
        "preferredTerm-admn-sts",
        "admittedTerm-admn-sts",
        "admittedTerm-admn-sts",
        "preferredTerm-admn-sts",
        "forbidden",
    ]


def test_the_toolkit_knows_what_is_not_translated(toolkit):
    assert [unit.istranslatable() for unit in toolkit.units] == [True, True, False]


def test_the_toolkit_shows_no_name_of_our_own_among_the_notes(toolkit):
    notes = [
        note.text
        for unit in toolkit.units
        for term in unit.get_source_terms() + unit.get_target_terms()
        for note in term.notes
    ]
    assert "Harbour master of Wando; a “pilot” & a <b>diver</b>" in notes
    assert "misspelt" in notes
    assert not [note for note in notes if "x-tongsa" in note]


def test_the_toolkit_reads_our_omegat_text(tmp_path):
    path = tmp_path / "g.txt"
    path.write_bytes(FORMATS["omegat"].write(HARBOUR, Options(targets=("ko",))).data)
    units = OmegaTFile.parsefile(str(path)).units
    assert ("Wando", "완도") in [(unit.source, unit.target) for unit in units]


def test_the_toolkit_and_polib_read_our_po():
    data = FORMATS["po"].write(HARBOUR, Options(targets=("ko",))).data
    store = pofile.parsestring(data)
    assert store.units[2].hastypecomment("forbidden")
    entries = polib.pofile(data.decode())
    assert [entry.msgid for entry in entries] == [
        "Park Mi-rae",
        "Park Mi-rae",
        "Pak Mi-rae",
        "Park",
        "Wando",
        "3D Lock",
    ]
