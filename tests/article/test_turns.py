"""Who asks and who answers, whatever the format."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tongsa.article.turns import Cue, Turn, resolve

SIGNS = [
    *("", "question", "reply", "mun", "dap", "triangle", "dash", "turn", "answer"),
    *("subheading", "image"),
]
CUES = st.builds(
    Cue,
    st.sampled_from(["Why?", "문 왜인가?", "It rained.", "A. Roe left.", "-5 degrees"]),
    st.sampled_from(SIGNS),
    st.sampled_from(["", "Oh", "Kim"]),
    set_off=st.booleans(),
    joined=st.booleans(),
)


def meanings(*cues: Cue) -> list[str]:
    return [turn.meaning for turn in resolve(cues)]


def test_who_answers_may_ask_back() -> None:
    assert meanings(
        Cue("Post: When?", "turn", "Post"),
        Cue("Oh: May I ask why?", "turn", "Oh"),
        Cue("Post: Why not?", "turn", "Post"),
    ) == ["question", "answer", "question"]


def test_two_names_make_an_interview_only_where_markup_sets_them_off() -> None:
    cues = Cue("Post: When?", "turn", "Post"), Cue("Oh: In May.", "turn", "Oh")
    assert meanings(*cues) == ["", ""]
    assert meanings(*(cue._replace(set_off=True) for cue in cues)) == ["question", "answer"]


def test_names_in_capitals_make_an_interview_where_one_returns() -> None:
    cues = (
        Cue("MODERATOR: Tell us.", "turn", "MODERATOR"),
        Cue("KIM MIN-SU: In May.", "turn", "KIM MIN-SU"),
        Cue("MODERATOR: Go on.", "turn", "MODERATOR"),
    )
    assert meanings(*cues) == ["question", "answer", "question"]
    assert meanings(*cues[:2], Cue("LEE: In June.", "turn", "LEE")) == ["", "", ""]


def test_of_names_in_capitals_the_one_that_asks_more_asks() -> None:
    cues = (
        Cue("KIM: Good morning.", "turn", "KIM"),
        Cue("POST: When?", "turn", "POST"),
        Cue("KIM: In May.", "turn", "KIM"),
        Cue("POST: Go on.", "turn", "POST"),
    )
    assert meanings(*cues) == ["answer", "question", "answer", "question"]


def test_names_in_small_letters_make_no_interview_where_nobody_asks() -> None:
    cues = [Cue("Venue: the pier", "turn", "Venue"), Cue("Tickets: none", "turn", "Tickets")]
    assert meanings(*cues, *cues) == ["", "", "", ""]


def test_an_initial_is_an_answer_right_after_a_question_alone() -> None:
    question, reply = Cue("Q. When?", "question"), Cue("A. Roe left.", "reply")
    assert meanings(question, reply, reply) == ["question", "answer", ""]


def test_an_answer_whose_letter_is_set_off_may_follow_another() -> None:
    question, reply = Cue("Q. When?", "question"), Cue("A. In May.", "reply", set_off=True)
    assert meanings(question, reply, reply) == ["question", "answer", "answer"]


def test_behind_a_heading_nothing_is_answered() -> None:
    question, heading = Cue("Q. When?", "question"), Cue("Fees", "subheading")
    assert meanings(question, heading, Cue("△ Cranes: 40", "triangle"))[2] == "bullet"


def test_an_image_between_a_dash_and_its_answer_parts_them_not() -> None:
    cues = Cue("- When?", "dash"), Cue("The pier", "image"), Cue("△ In May.", "triangle")
    assert meanings(*cues) == ["question", "image", "answer"]


def test_what_a_question_runs_on_with_has_its_speaker() -> None:
    cues = Cue("Q (Oh): So?", "question", "Oh"), Cue("And why?", ""), Cue("A: Rain.", "reply")
    assert resolve(cues) == [Turn("question", "Oh"), Turn("question", "Oh"), Turn("answer")]


@given(st.lists(CUES, max_size=12))
def test_what_has_another_place_keeps_it(cues: list[Cue]) -> None:
    turns = resolve(cues)
    assert [turn.meaning for turn in turns if turn.meaning in {"subheading", "image"}] == [
        cue.sign for cue in cues if cue.sign in {"subheading", "image"}
    ]


@given(st.lists(CUES, max_size=12))
def test_only_turns_have_speakers(cues: list[Cue]) -> None:
    assert all(turn.meaning in {"question", "answer"} for turn in resolve(cues) if turn.speaker)
