"""Articles of one language are compared by what their units left, and by their texts."""

import pytest
from workbench import HEADER, catalog, examiner, unit

from tongsa.catalog import po
from tongsa.check import across, traces
from tongsa.check.check import Told
from tongsa.check.registry import builtin
from tongsa.check.traces import Spot, Traces, differing

COMPARING = [check for check in builtin() if check.look_across]
EXAMPLES = [
    pytest.param(check, example, id=f"{check.code}-{example.language}-{number}")
    for check in COMPARING
    for number, example in enumerate(check.examples)
]
LONG = "The council has promised the islanders a bridge."
OTHER = "Nobody on the quay had read the new tide tables."
BRIDGE = "의회는 섬 주민들에게 다리를 약속했다."
SPAN = "시의회가 섬사람들에게 교량 건설을 약속했다."


@pytest.mark.parametrize(("check", "example"), EXAMPLES)
def test_a_comparing_check_finds_what_its_examples_say(check, example):
    units = [*example.before, example.unit]
    told = [Told(it.source, it.target, Spot(number, 0), it.role) for number, it in enumerate(units)]
    amiss = across.amiss(check, told)
    assert [it.spot.catalog for it in amiss] == ([len(units) - 1] if example.hit else [])
    if example.hit:
        assert example.hit.target_spans == ((0, len(example.unit.target)),)


@pytest.mark.parametrize("check", COMPARING, ids=lambda check: check.code)
def test_a_comparing_check_has_a_bad_and_a_good_example_for_each_language(check):
    for language in check.languages:
        kinds = {example.hit is None for example in check.examples if example.language == language}
        assert kinds == {True, False}, f"{check.code} {language}"


@pytest.mark.parametrize("check", COMPARING, ids=lambda check: check.code)
def test_the_blanks_of_a_comparing_check_are_those_that_are_filled(check):
    assert check.blanks <= {"file", "line", "source", "target"}


def left(*entries: str, header: str = HEADER) -> Traces:
    """Return what the units of a catalog leave."""
    return examiner(run=COMPARING).examined(catalog(*entries, header=header), "ko").traces


def rows(*catalogs: Traces) -> list[tuple[int, int]]:
    return [tuple(spot) for spot in differing(catalogs)]


def test_one_source_with_two_translations_differs_in_both_catalogs():
    one = left(unit(OTHER, "아무도 물때표를 읽지 않았다."), unit(LONG, BRIDGE))
    assert rows(one, left(unit(LONG, SPAN))) == [(0, 1), (1, 0)]


def test_one_translation_for_two_sources_differs_in_both_catalogs():
    assert rows(left(unit(LONG, BRIDGE)), left(unit(OTHER, BRIDGE))) == [(0, 0), (1, 0)]


def test_what_is_translated_alike_or_stands_alone_does_not_differ():
    one = left(unit(LONG, BRIDGE))
    assert rows(one, left(unit(f"“{LONG}”", BRIDGE)), left(unit(OTHER, SPAN))) == []


@pytest.mark.parametrize(
    "entry",
    [
        unit("He did not answer.", "그는 답하지 않았다."),
        unit(LONG, ""),
        unit(LONG, BRIDGE, "#, fuzzy"),
        unit(LONG, "{<}"),
    ],
    ids=["short", "untranslated", "fuzzy", "told by a neighbour"],
)
def test_a_unit_that_tells_nothing_of_its_own_or_is_short_leaves_nothing(entry):
    assert len(left(unit("Rain.", "비."), entry)) == 0


def test_what_comes_again_from_article_to_article_leaves_traces_however_short():
    caption = unit("Photo: Harbour Board", "사진: 항만위원회", "#. role: caption")
    assert len(left(caption)) == 1


def test_what_an_article_says_twice_leaves_its_usual_translation_alone():
    twice = left(unit(LONG, BRIDGE), unit(f"“{LONG}”", SPAN), unit(f"{LONG}..", BRIDGE))
    assert len(twice) == 1
    assert rows(twice, left(unit(LONG, BRIDGE))) == []


def test_a_text_is_read_again_where_its_trace_says():
    plural = 'msgid "One ship"\nmsgid_plural "{} ships lie at the quay of Lantern"\n'
    entries = (
        unit(OTHER, "아무도 새 물때표를 읽지 않았다.", "# a comment", "#. role: caption"),
        f'{plural}msgstr[0] "배 한 척"\nmsgstr[1] "{{<2}} 배 여러 척"\n',
        unit(LONG, BRIDGE, context="headline"),
    )
    file = catalog(*entries)
    traced = left(*entries)
    places = [across.read(file.text, traced[row], "ko.po") for row in range(len(traced))]
    told = [(place.unit.source, place.unit.target, place.unit.role) for place in places]
    assert told == [
        (OTHER, "아무도 새 물때표를 읽지 않았다.", "caption"),
        ("{} ships lie at the quay of Lantern", "배 여러 척", ""),
        (LONG, BRIDGE, "headline"),
    ]
    lines = file.text.split("\n")
    for place in places:
        line, column = place.line_and_column(target=0)
        assert lines[line - 1][column - 1 :].startswith(place.unit.target[:2])


def test_a_text_that_was_written_in_between_is_not_taken_for_what_it_was():
    (trace,) = [left(unit(LONG, BRIDGE))[0]]
    for changed in (catalog(unit(LONG, SPAN)).text, catalog(unit(OTHER, BRIDGE)).text, "", "\n"):
        assert across.read(changed, trace, "ko.po") is None


def test_the_one_form_of_a_language_without_plurals_is_compared_by_the_plural_source():
    plural = 'msgid "One ship lies there"\nmsgid_plural "{} ships lie at the quay of Lantern"\n'
    one = left(f'{plural}msgstr[0] "배가 부두에 있다"\n')
    assert rows(one, left(unit("{} ships lie at the quay of Lantern", "배들이 부두에 있다"))) == [
        (0, 0),
        (1, 0),
    ]


def test_traces_are_kept_and_read_again():
    one = left(unit(LONG, BRIDGE), unit(OTHER, SPAN))
    again = traces.load(one.dump())
    assert again.columns == one.columns
    assert [again[row] for row in range(2)] == [one[row] for row in range(2)]


def test_the_usual_translation_is_that_of_most_articles():
    told = [Told(LONG, target, Spot(at, 0)) for at, target in enumerate([SPAN, BRIDGE, BRIDGE])]
    (amiss,) = [each for check in COMPARING for each in across.amiss(check, told)]
    assert (amiss.check.code, amiss.spot, amiss.usual) == ("S103", Spot(0, 0), Spot(1, 0))


def test_an_empty_catalog_leaves_nothing():
    assert len(examiner(run=COMPARING).examined(po.parse(b"", path="ko.po"), "ko").traces) == 0


def test_nothing_is_left_where_no_check_compares():
    assert examiner(run=[]).examined(catalog(unit(LONG, BRIDGE)), "ko").traces is None
