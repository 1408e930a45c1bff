"""TBX from strangers, and TBX that strangers read."""

import pytest
from ferry import HARBOUR, PERSON

from tongsa.errors import GlossaryError
from tongsa.glossary.exchange import FORMATS, Options, read
from tongsa.model import Concept, Kind, Status, Term, TermType

STRANGERS = """<?xml version='1.0'?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX-Default" xml:lang="en-US">
  <martifHeader><fileDesc><sourceDesc><p>from a termbase</p></sourceDesc></fileDesc></martifHeader>
  <text><body>
    <termEntry id="IATE-1234">
      <descripGrp>
        <descrip type="definition">A wall that
            breaks the waves.</descrip>
        <admin type="source">Harbour Act</admin>
      </descripGrp>
      <transacGrp><transac type="transactionType">origination</transac><date>2020-01-02</date>
      </transacGrp>
      <descrip type="subjectField">ports</descrip>
      <ref type="crossReference" target="eid-7">quay</ref><ref type="seeAlso" target="x">x</ref>
      <ref type="crossReference" target="T-9">a term elsewhere</ref>
      <langSet xml:lang="en-US">
        <ntig>
          <termGrp>
            <term> break<hi type="bold">water</hi> </term>
            <termNote type="partOfSpeech">noun</termNote>
            <termNote type="administrativeStatus">Preferred</termNote>
          </termGrp>
          <note>Said of the north one.</note>
        </ntig>
        <tig><term>mole</term><termNote type="administrativeStatus">obsolete</termNote></tig>
        <tig><term>bw</term><termNote type="termType">abbreviation</termNote></tig>
      </langSet>
      <langSet xml:lang="de"><tig><term>Wellenbrecher</term></tig></langSet>
      <langSet xml:lang="ko-KR">
        <tig><term>방파제</term></tig>
        <tig><term>파도막이</term><termNote type="administrativeStatus">forbidden</termNote></tig>
        <tig><term>방파벽</term>
          <termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></tig>
        <tig><term>제방</term>
          <termNote type="administrativeStatus">deprecatedTermAdmnSts</termNote></tig>
        <tig><term></term></tig>
      </langSet>
      <langSet xml:lang="zh-Hant-TW"><tig><term>防波堤</term></tig></langSet>
    </termEntry>
    <termEntry id="eid-7"><langSet xml:lang="en"><tig><term>quay</term></tig></langSet></termEntry>
    <termEntry><langSet xml:lang="en"><tig><term>Harbour Tug</term></tig></langSet></termEntry>
    <termEntry><langSet xml:lang="zh-CN"><tig><term>拖船</term></tig></langSet></termEntry>
    <termEntry id="german"><langSet xml:lang="de"><tig><term>Tide</term></tig></langSet></termEntry>
  </body></text>
</martif>
"""


@pytest.fixture(scope="module")
def strangers():
    return read(STRANGERS.encode(), file="iate.tbx")


def test_a_strangers_concept_is_read_with_all_that_a_concept_holds(strangers):
    first = strangers.concepts[0]
    assert (first.id, first.line) == ("iate-1234", 6)
    assert first.definition == "A wall that breaks the waves."
    assert (first.source, first.domain, first.related) == ("Harbour Act", "ports", ("eid-7",))
    assert [(term.text, term.language, term.status) for term in first.terms] == [
        ("breakwater", "en", Status.PREFERRED),
        ("mole", "en", Status.DEPRECATED),
        ("bw", "en", Status.ADMITTED),
        ("방파제", "ko", Status.PREFERRED),
        ("파도막이", "ko", Status.FORBIDDEN),
        ("방파벽", "ko", Status.DEPRECATED),
        ("제방", "ko", Status.DEPRECATED),
        ("防波堤", "zh_TW", Status.PREFERRED),
    ]
    assert first.terms[0].note == "Said of the north one."
    assert first.terms[2].type is TermType.SHORT


def test_a_missing_id_is_made_from_the_source_term_or_any_other(strangers):
    ids = [concept.id for concept in strangers.concepts]
    assert ids[:3] == ["iate-1234", "eid-7", "harbour-tug"]
    assert ids[3].startswith("c-")
    assert len(ids) == 4


def test_what_no_concept_holds_is_told_once_a_kind_with_its_place(strangers):
    assert set(strangers.losses) == {
        'iate.tbx:12: "transactionType" is not kept',
        'iate.tbx:12: "date" is not kept',
        'iate.tbx:15: "seeAlso" is not kept',
        'iate.tbx:6: a reference leads to "T-9", which is no concept of the file',
        'iate.tbx:17: the language "en-US" is read as en',
        'iate.tbx:21: "partOfSpeech" is not kept',
        'iate.tbx:27: "termType" is not kept as it is: "abbreviation"',
        'iate.tbx:29: terms in the language "de" are not kept, 2 times',
        'iate.tbx:30: the language "ko-KR" is read as ko',
        "iate.tbx:37: an empty term is not kept",
        'iate.tbx:6: the id "IATE-1234" is read as iate-1234',
        "iate.tbx:44: a concept without terms is not kept",
    }


def test_two_entries_of_one_id_become_two_concepts():
    entry = (
        '<termEntry id="c1"><langSet xml:lang="en"><tig><term>{}</term></tig></langSet></termEntry>'
    )
    data = f"<martif>{entry.format('ebb')}{entry.format('flood')}</martif>".encode()
    found = read(data, file="f.tbx")
    assert [concept.id for concept in found.concepts] == ["c1", "c1-2"]
    assert found.losses == ('f.tbx:1: the id "c1" is read as c1-2',)


def test_our_own_word_for_forbidden_only_sharpens_what_a_stranger_left_deprecated():
    data = FORMATS["tbx3"].write([PERSON], Options(targets=("ko",))).data
    assert b"<note>x-tongsa-status: forbidden</note>" in data
    assert Status.FORBIDDEN in {term.status for term in read(data, file="f").concepts[0].terms}
    lifted = data.replace(b"deprecatedTerm-admn-sts", b"admittedTerm-admn-sts")
    assert {term.status for term in read(lifted, file="f").concepts[0].terms} == {
        Status.PREFERRED,
        Status.ADMITTED,
    }


def test_the_preferred_term_comes_first_and_the_forbidden_last():
    words = (("물결", Status.FORBIDDEN), ("물때", Status.ADMITTED), ("조수", Status.PREFERRED))
    tide = Concept(
        id="tide", terms=tuple(Term(text=t, language="ko", status=status) for t, status in words)
    )
    for name in ("tbx", "tbx3", "tbx3-dct"):
        terms = read(FORMATS[name].write([tide], Options()).data, file="f").concepts[0].terms
        assert [term.text for term in terms] == ["조수", "물때", "물결"]


def test_an_edition_writes_shared_chinese_under_its_own_tag():
    data = FORMATS["tbx"].write(HARBOUR, Options(targets=("zh_TW",))).data.decode()
    assert data.count('<langSet xml:lang="zh-TW">') == 2
    assert '<langSet xml:lang="zh">' not in data
    assert "朴美来" not in data


def test_an_editions_own_usable_term_replaces_the_shared_one_but_not_what_is_forbidden():
    chip = Concept(
        id="chip",
        terms=(
            Term(text="chip", language="en"),
            Term(text="芯片", language="zh"),
            Term(text="薯片", language="zh", status=Status.FORBIDDEN),
            Term(text="晶片", language="zh_TW"),
        ),
    )
    data = FORMATS["tbx"].write([chip], Options(targets=("zh_TW",))).data
    terms = read(data, file="f").concepts[0].terms
    assert [(term.text, term.language) for term in terms] == [
        ("chip", "en"),
        ("晶片", "zh_TW"),
        ("薯片", "zh"),
    ]


def test_two_chinese_editions_in_one_file_are_warned_of():
    written = FORMATS["tbx"].write(HARBOUR, Options(targets=("zh_TW", "zh_CN")))
    (warning,) = written.losses
    assert warning.startswith("OmegaT takes all Chinese for one language")


def test_no_file_is_written_without_a_term():
    with pytest.raises(GlossaryError, match="no concept has a term to write"):
        FORMATS["tbx"].write([Concept(id="mist", kind=Kind.COMMON)], Options())


def test_a_concept_without_terms_is_told():
    empty = Concept(id="mist")
    written = FORMATS["tbx"].write([empty, PERSON], Options())
    assert written.losses == ("a concept without terms is not written (mist)",)


@pytest.mark.parametrize(
    ("name", "format_"),
    [("a.tbx", None), ("a.xml", None), ("mystery", None), ("a.csv", "tbx3")],
)
def test_xml_is_known_by_its_content(name, format_):
    data = b"\xef\xbb\xbf" + FORMATS["tbx3-dct"].write([PERSON], Options()).data
    assert read(data, file=name, format=format_).concepts[0].id == "park-mi-rae"


def test_an_unknown_format_is_named_with_those_that_are_known():
    with pytest.raises(GlossaryError, match='no format is called "tmx"; use one of tbx, tbx3, '):
        read(b"", file="a.tmx", format="tmx")
    with pytest.raises(GlossaryError, match=r"a\.tmx: the file's name does not show its format"):
        read(b"tide", file="a.tmx")
