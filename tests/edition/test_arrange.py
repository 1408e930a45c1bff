import pytest

from tongsa.edition.arrange import Translation, arrange
from tongsa.model import Place, Segment, State, Unit

SENTENCES = ("The quay opened at dawn.", "Ships came at once.", "Nobody slept.")


def edition(*targets: str | Translation):
    """Arrange one paragraph of as many sentences as there are targets."""
    sources = SENTENCES[: len(targets)]
    cuts = (tuple(Segment(source, 0, len(source)) for source in sources),)
    units = [
        Unit(
            source=source,
            context=None,
            places=(Place(block=0, ordinal=at, of=len(sources), line=1),),
        )
        for at, source in enumerate(sources)
    ]
    found = [Translation(target=each) if isinstance(each, str) else each for each in targets]
    held = {(None, source): each for source, each in zip(sources, found, strict=True)}
    return arrange(cuts, units, held, "ko")


def printed(*targets: str) -> list[str]:
    return [line.target for line in edition(*targets).blocks[0] if not line.merged]


def test_lines_are_printed_in_the_order_of_their_source():
    assert printed("하나.", "둘.", "셋.") == ["하나.", "둘.", "셋."]


def test_a_sentence_may_be_told_in_the_one_before():
    assert printed("하나이고 둘이다.", "{<}", "셋.") == ["하나이고 둘이다.", "셋."]


def test_a_sentence_may_be_told_in_the_one_after():
    assert printed("{>}", "하나이고 둘이다.", "셋.") == ["하나이고 둘이다.", "셋."]


def test_two_sentences_may_be_told_in_the_first():
    assert printed("모두.", "{<}", "{<}") == ["모두."]


def test_a_sentence_may_be_printed_before_the_one_before():
    assert printed("하나.", "{<} 둘.", "셋.") == ["둘.", "하나.", "셋."]


def test_a_sentence_may_be_printed_two_earlier():
    assert printed("하나.", "둘.", "{<2} 셋.") == ["셋.", "하나.", "둘."]


def test_a_sentence_may_be_printed_later():
    assert printed("{>2} 하나.", "둘.", "셋.") == ["둘.", "셋.", "하나."]


@pytest.mark.parametrize("mark", ["{<}", "｛＜｝", "{＜}", "{ < }", "{〈}", "{<1}", " {<} "])
def test_marks_are_read_as_an_input_method_types_them(mark):
    assert printed("하나이고 둘이다.", mark) == ["하나이고 둘이다."]


def test_two_marks_at_once_are_a_fault():
    assert "one mark" in edition("하나.", "둘.", "{<}{<} 셋.").faults[0].message


@pytest.mark.parametrize("mark", ["{<} 하나.", "{<}"])
def test_a_mark_may_not_lead_out_of_the_paragraph(mark):
    assert "out of the paragraph" in edition(mark, "둘.").faults[0].message


def test_two_sentences_may_not_each_be_told_in_the_other():
    messages = [fault.message for fault in edition("{>}", "{<}").faults]
    assert len(messages) == 2
    assert all("not told itself" in message for message in messages)


def test_a_chain_of_merges_that_ends_in_a_telling_sentence_has_no_fault():
    assert edition("{>}", "{>}", "모두.").faults == ()


def test_a_translation_that_equals_its_source_is_never_read_as_a_mark():
    source = "{<} stands for the key to the left."
    cuts = ((Segment(source, 0, len(source)),),)
    unit = Unit(source=source, context=None, places=(Place(block=0, ordinal=0, of=1, line=1),))
    result = arrange(cuts, [unit], {(None, source): Translation(target=source)}, "ko")
    assert result.blocks[0][0].target == source
    assert result.faults == ()


def test_a_fuzzy_translation_is_told_as_fuzzy():
    result = edition(Translation(target="하나.", fuzzy=True))
    assert result.blocks[0][0].state is State.FUZZY


def test_white_space_is_no_translation():
    assert edition(" \n").blocks[0][0].state is State.UNTRANSLATED


def test_a_unit_the_catalog_does_not_know_is_untranslated():
    cuts = ((Segment("New.", 0, 4),),)
    unit = Unit(source="New.", context=None, places=(Place(block=0, ordinal=0, of=1, line=1),))
    assert arrange(cuts, [unit], {}, "ko").blocks[0][0].state is State.UNTRANSLATED


@pytest.mark.parametrize("target", ["{<0} 둘.", "둘. {<}", "{<-1}", "{&lt;}", "둘 {<99999} 셋."])
def test_what_looks_like_a_mark_and_is_none_keeps_the_edition_back(target):
    assert "is no mark there" in edition("하나.", target).faults[0].message


def test_a_mark_with_nothing_but_signs_behind_it_is_a_fault():
    assert "only signs" in edition("하나.", "{<}.").faults[0].message


def test_signs_of_no_width_are_no_translation():
    assert edition("\u200b\u2060").blocks[0][0].state is State.UNTRANSLATED


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\u202e"])
def test_no_edition_prints_what_no_article_may_hold(sign):
    assert f"U+{ord(sign):04X}" in edition(f"하나{sign}.").faults[0].message


def test_a_sentence_merged_beside_different_sentences_is_a_fault():
    cuts = tuple(
        tuple(Segment(text, 0, len(text)) for text in block)
        for block in (("Fog came.", "Ships waited."), ("Night fell.", "Ships waited."))
    )
    places = {"Fog came.": [(0, 0)], "Ships waited.": [(0, 1), (1, 1)], "Night fell.": [(1, 0)]}
    units = [
        Unit(
            source=source,
            context=None,
            places=tuple(Place(block=b, ordinal=o, of=2, line=b + 1) for b, o in found),
        )
        for source, found in places.items()
    ]
    held = {
        (None, "Fog came."): Translation(target="안개가 끼어 배가 기다렸다."),
        (None, "Ships waited."): Translation(target="{<}"),
        (None, "Night fell."): Translation(target="밤이 왔다."),
    }
    assert "several paragraphs" in arrange(cuts, units, held, "ko").faults[0].message
