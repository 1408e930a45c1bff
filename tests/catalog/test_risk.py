from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongsa.catalog.risk import REASONS, changes


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The quay is 300 metres long.", "The quay is 360 metres long."),
        ("They want 7% more.", "They want 8% more."),
        ("It cost $5 million.", "It cost €5 million."),
        ("It cost $5 million.", "It cost $5 billion."),
        ("Three ships lie idle.", "Four ships lie idle."),
        ("공사비는 645억 원이다.", "공사비는 64억 원이다."),
        ("工程耗資三億元。", "工程耗資兩億元。"),
    ],
)
def test_a_changed_figure_is_told_alone(old: str, new: str) -> None:
    assert changes(old, new) == ("figure",)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The offer came from Park Sol.", "The offer came from Kim Sol."),
        ("Park said the talks failed.", "Moon said the talks failed."),
        ("They met on Monday.", "They met on Friday."),
        ("The IPC backs the plan.", "The IPU backs the plan."),
    ],
)
def test_a_changed_name_is_told_alone(old: str, new: str) -> None:
    assert changes(old, new) == ("name",)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The port will close.", "The port will not close."),
        ("No ship was hurt.", "A ship was hurt."),
        ("He has never paid.", "He has paid."),
        ("함도항은 문을 닫는다.", "함도항은 문을 닫지 않는다."),
        ("港口關閉。", "港口不關閉。"),
    ],
)
def test_a_changed_negation_is_told(old: str, new: str) -> None:
    assert "negation" in changes(old, new)


def test_a_contraction_is_a_negation() -> None:
    assert changes("They did pay.", "They didn’t pay.") == ("negation", "reworded")


def test_other_words_are_reworded() -> None:
    assert changes("The old crane fell.", "The rusty crane fell.") == ("reworded",)


def test_a_capital_at_the_head_of_a_sentence_is_no_name() -> None:
    assert changes("The crane fell.", "A crane fell.") == ("reworded",)


def test_a_name_in_the_genitive_is_the_same_name() -> None:
    assert changes("The plan of Hamdo failed.", "Hamdo's plan failed.") == ("reworded",)


def test_changed_typography_is_reworded() -> None:
    assert changes("“We’re late,” he said.", '"We\'re late," he said.') == ("reworded",)


def test_another_order_of_the_same_words_is_reworded() -> None:
    assert changes("Hamdo beat Nolseom.", "Nolseom beat Hamdo.") == ("reworded",)


def test_all_that_changed_is_told_in_one_order() -> None:
    old, new = "Park paid 5 won today.", "Kim never paid 6 won again."
    assert changes(old, new) == ("figure", "name", "negation", "reworded")


@given(st.text(), st.text())
def test_something_is_always_told_and_in_order(old: str, new: str) -> None:
    told = changes(old, new)
    assert told
    assert list(told) == [reason for reason in REASONS if reason in told]


@given(st.text(), st.text())
def test_what_changed_is_the_same_both_ways(old: str, new: str) -> None:
    assert changes(old, new) == changes(new, old)
