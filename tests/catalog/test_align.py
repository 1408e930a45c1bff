from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tongsa.catalog.align import Match, Message, align

HEADLINE = "Cranes stand still at Hamdo"
WALKOUT = (
    "Dockers at the port of Hamdo walked out on Monday, and the council asked both sides to talk."
)
FIRST = "The strike is the first since 2011."
UNION = "Park Sol, who leads the union, called the offer an insult."
MAYOR = "He met the mayor at noon."
MAY = "They agreed to talk again in May."
FERRIES = "Ferries to Nolseom sail as usual."
RICE = "Farmers inland expect the best rice harvest in a decade."


def message(source: str, context: str | None = None, target: str = "번역") -> Message:
    return Message(source=source, context=context, target=target)


def obsolete(source: str, target: str = "번역") -> Message:
    return Message(source=source, context=None, target=target, obsolete=True)


OLD = [
    message(HEADLINE, "headline"),
    *map(message, (WALKOUT, FIRST, UNION, MAYOR, MAY, FERRIES)),
]
NEW = [(one.source, one.context) for one in OLD]


def edited(source: str, *wordings: str) -> list[tuple[str, str | None]]:
    """Return the units of the article with these wordings in place of one sentence."""
    at = [unit for unit, _ in NEW].index(source)
    return [*NEW[:at], *((wording, None) for wording in wordings), *NEW[at + 1 :]]


def taken(source: str, wording: str) -> Match:
    """Return what a sentence takes that stands in place of another."""
    units = edited(source, wording)
    match = align(OLD, units)[units.index((wording, None))]
    assert match is not None
    return match


def test_an_unchanged_article_keeps_every_message() -> None:
    assert [match and match.exact for match in align(OLD, NEW)] == [True] * len(NEW)


def test_a_moved_sentence_is_kept() -> None:
    moved = [NEW[0], NEW[5], *NEW[1:5], NEW[6]]
    assert align(OLD, moved) == [align(OLD, NEW)[at] for at in (0, 5, 1, 2, 3, 4, 6)]


def test_a_moved_and_edited_sentence_finds_its_message() -> None:
    moved = [NEW[0], ("They agreed to talk once more in May.", None), *NEW[1:5], NEW[6]]
    match = align(OLD, moved)[1]
    assert match
    assert (match.old, match.reasons) == ((5,), ("reworded",))


def test_a_deleted_sentence_leaves_the_others_alone() -> None:
    assert all(match and match.exact for match in align(OLD, edited(UNION)))


def test_an_inserted_sentence_takes_nothing() -> None:
    assert align(OLD, edited(UNION, UNION, RICE))[4] is None


def test_a_sentence_replaced_by_another_takes_nothing() -> None:
    assert align(OLD, edited(UNION, RICE))[3] is None


def test_a_changed_figure_is_never_exact() -> None:
    match = taken(FIRST, "The strike is the first since 2012.")
    assert (match.old, match.exact, match.reasons) == ((2,), False, ("figure",))


def test_a_changed_name_is_never_exact() -> None:
    match = taken(UNION, UNION.replace("Park", "Kim"))
    assert (match.old, match.exact, match.reasons) == ((3,), False, ("name",))


def test_an_added_negation_is_never_exact() -> None:
    match = taken(FERRIES, "Ferries to Nolseom do not sail as usual.")
    assert (match.old, match.exact) == ((6,), False)
    assert "negation" in match.reasons


def test_a_reworded_sentence_finds_its_message() -> None:
    assert taken(MAYOR, "He saw the mayor at noon.").reasons == ("reworded",)


def test_a_heavily_reworded_sentence_is_found_by_its_place() -> None:
    match = taken(UNION, "The union of Park Sol refused, and called what was on offer an insult.")
    assert match.old == (3,)
    assert match.score < 70


def test_a_sentence_that_was_cut_short_is_found_by_its_place() -> None:
    assert taken(WALKOUT, "Dockers at the port walked out.").old == (1,)


def test_curly_quotes_alone_are_not_exact() -> None:
    old = [message('"We\'re late," said Park - again.')]
    match = align(old, [("“We’re late,” said Park – again.", None)])[0]
    assert match
    assert (match.exact, match.score, match.reasons) == (False, 100, ("reworded",))


def test_a_split_sentence_gives_each_part_the_whole_translation() -> None:
    first, second = (
        "Dockers at the port of Hamdo walked out on Monday.",
        "The council asked both sides to talk.",
    )
    matches = align(OLD, edited(WALKOUT, first, second))[1:3]
    assert [match and (match.old, match.reasons) for match in matches] == [((1,), ("split",))] * 2


def test_a_sentence_split_in_three_serves_all_parts() -> None:
    old = message("The port is shut, the ferries are full; and the council of Hamdo is silent.")
    parts = ("The port is shut.", "The ferries are full.", "The council of Hamdo is silent.")
    matches = align([old, message(FIRST)], [*((part, None) for part in parts), (FIRST, None)])
    assert [match and match.reasons for match in matches] == [("split",)] * 3 + [()]


def test_a_split_tells_that_a_figure_changed() -> None:
    old = [message("The quay cost 40 million won, and the council of Hamdo paid half.")]
    new = [("The quay cost 90 million won.", None), ("The council of Hamdo paid half.", None)]
    assert [match and match.reasons for match in align(old, new)] == [("figure", "split")] * 2


def test_merged_sentences_name_all_their_messages() -> None:
    both = "He met the mayor at noon, and they agreed to talk again in May."
    units = [*NEW[:4], (both, None), NEW[6]]
    match = align(OLD, units)[4]
    assert match
    assert (match.old, match.exact, match.reasons) == ((4, 5), False, ("merged",))


def test_sentences_of_a_language_without_spaces_are_merged_without_a_joiner() -> None:
    old = [message("港口工人週一罷工。"), message("市議會要求雙方談判。")]
    match = align(old, [("港口工人週一罷工，市議會要求雙方談判。", None)], joiner="")[0]
    assert match
    assert match.old == (0, 1)


def test_a_headline_that_became_a_deck_is_a_suggestion() -> None:
    match = align(OLD, [(HEADLINE, "deck"), *NEW[1:]])[0]
    assert match == Match(old=(0,), exact=False, score=100.0, reasons=("context",))


def test_a_deck_cut_into_sentences_is_split_in_another_context() -> None:
    old = [message("The port is shut. The council of Hamdo asks both sides to talk.", "deck")]
    new = [("The port is shut.", None), ("The council of Hamdo asks both sides to talk.", None)]
    assert [match and match.reasons for match in align(old, new)] == [("context", "split")] * 2


def test_an_obsolete_message_comes_back_as_it_was() -> None:
    match = align([*OLD, obsolete(RICE)], [*NEW, (RICE, None)])[-1]
    assert match
    assert (match.old, match.exact) == ((7,), True)


def test_a_translated_obsolete_message_comes_before_an_untranslated_one() -> None:
    matches = align([message(RICE, target=""), obsolete(RICE)], [(RICE, None)])
    assert matches[0]
    assert matches[0].old == (1,)


def test_an_untranslated_message_is_kept() -> None:
    match = align([message(RICE, target="")], [(RICE, None)])[0]
    assert match
    assert match.exact


def test_an_untranslated_message_is_no_suggestion() -> None:
    old = [message("The port is shut today.", target="")]
    assert align(old, [("The port is shut tonight.", None)]) == [None]


def test_yes_is_no_suggestion_for_no() -> None:
    assert align([message("Yes.")], [("No.", None)]) == [None]


def test_one_vanished_message_serves_one_new_unit() -> None:
    new = [
        ("The strike is the first since 2012.", None),
        ("The strike is the first since 2013.", None),
    ]
    assert [bool(match) for match in align([message(FIRST)], new)] == [True, False]


def test_a_message_in_use_serves_others_too() -> None:
    new = [(FIRST, None), ("The strike is the first since 2012.", None)]
    matches = align([message(FIRST)], new)
    assert [match and (match.old, match.exact) for match in matches] == [
        ((0,), True),
        ((0,), False),
    ]


def test_of_equally_alike_messages_the_one_in_place_is_taken() -> None:
    old = [message("Gate 1 is shut."), message(RICE), message("Gate 2 is shut."), message(UNION)]
    new = [("Gate 3 is shut.", None), (RICE, None), ("Gate 4 is shut.", None), (UNION, None)]
    assert [match and match.old for match in align(old, new)] == [(0,), (1,), (2,), (3,)]


def test_the_threshold_decides_for_messages_in_use() -> None:
    new = [(UNION, None), (UNION.replace("an insult", "a joke"), None)]
    assert align([message(UNION)], new, threshold=70)[1]
    assert align([message(UNION)], new, threshold=99)[1] is None


def test_a_korean_source_is_aligned_by_its_characters() -> None:
    old = [message("함도항 노동자들이 월요일에 파업했다."), message("시의회는 대화를 요구했다.")]
    match = align(old, [("함도항 노동자들이 화요일에 파업했다.", None)])[0]
    assert match
    assert match.old == (0,)


def test_sentences_from_one_mould_are_aligned_in_linear_time(growth) -> None:
    def rooms(count: int):
        old = [message(f"Room {n} was shut on Monday after the flood.") for n in range(count)]
        new = [
            (f"Room {n} was shut on Monday after the flood.", None)
            for n in range(5000, 5000 + count)
        ]
        return lambda _: align(old, new)

    # Four times the sentences; sixteen times were quadratic.
    assert growth(rooms(200), rooms(800), 8) < 8


def test_a_sentence_of_megabytes_is_aligned_in_linear_time(growth) -> None:
    def sentence(words: int):
        text = "word " * words
        return lambda _: align([message(text)], [(text + "more", None)])

    assert growth(sentence(12_500), sentence(100_000), 24) < 24


WORDS = st.lists(
    st.sampled_from(["a", "port", "not", "Hamdo", "7", "ships", "2011", "港口", "닫았다", "Yes."]),
    max_size=6,
)
UNITS = st.tuples(WORDS.map(" ".join), st.sampled_from([None, "headline"]))
MESSAGES = st.builds(
    Message,
    source=UNITS.map(lambda unit: unit[0]),
    context=st.sampled_from([None, "headline"]),
    target=st.sampled_from(["", "번역"]),
    obsolete=st.booleans(),
    fuzzy=st.booleans(),
)


@given(st.lists(MESSAGES, max_size=12))
def test_a_catalog_aligned_with_itself_is_kept_whole(old: list[Message]) -> None:
    matches = align(old, [(one.source, one.context) for one in old])
    assert sorted(match.old[0] for match in matches if match and match.exact) == [*range(len(old))]


@given(st.lists(MESSAGES, max_size=10), st.lists(UNITS, max_size=10))
def test_every_unit_has_an_answer_that_holds(
    old: list[Message], new: list[tuple[str, str | None]]
) -> None:
    matches = align(old, new)
    assert len(matches) == len(new)
    for unit, match in zip(new, matches, strict=True):
        if match:
            same = [(old[at].source, old[at].context) == unit for at in match.old]
            assert not match.exact or same == [True]
            assert bool(match.reasons) != match.exact
            assert match.exact or all(old[at].target for at in match.old)


@given(st.lists(MESSAGES, max_size=10), st.lists(UNITS, max_size=10))
def test_no_message_is_kept_twice(old: list[Message], new: list[tuple[str, str | None]]) -> None:
    kept = Counter(match.old for match in align(old, new) if match and match.exact)
    assert set(kept.values()) <= {1}


@given(st.lists(MESSAGES, max_size=10), st.lists(UNITS, max_size=10, unique=True), st.randoms())
def test_the_order_of_units_does_not_decide_which_are_kept(
    old: list[Message], new: list[tuple[str, str | None]], random: object
) -> None:
    shuffled = list(new)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # Hypothesis gives a random.Random

    def kept(units: list[tuple[str, str | None]]) -> set[tuple[str, str | None]]:
        return {
            u for u, match in zip(units, align(old, units), strict=True) if match and match.exact
        }

    assert kept(shuffled) == kept(new)
