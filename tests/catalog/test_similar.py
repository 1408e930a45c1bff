from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tongsa.catalog.similar import Index, read, words
from tongsa.language.fold import fold

PORT = "Dockers at the port of Hamdo walked out on Monday."
FERRY = "The ferry to Nolseom sails twice a day in winter."
MAYOR = "The mayor of Hamdo asked both sides to talk."


def test_quotes_dashes_and_case_are_typography() -> None:
    assert fold("“We’re late” – he said") == fold('"We\'re late" - HE said')


def test_diacritics_of_latin_letters_are_typography() -> None:
    assert fold("Café Đorđević") == "cafe dordevic"


def test_hangul_and_han_stay_as_they_are() -> None:
    assert fold("반도체 芯片") == "반도체 芯片"


def test_runs_of_white_space_are_one_space() -> None:
    assert fold("  a\u00a0 strike\n\tends ") == "a strike ends"


def test_full_width_figures_are_figures() -> None:
    assert fold("３ ships") == "3 ships"


def test_english_words_hold_their_apostrophes_and_points() -> None:
    assert list(words("didn't pay 64.5 won.")) == ["didn't", "pay", "64.5", "won"]


def test_chinese_words_are_pairs_of_characters() -> None:
    assert list(words("芯片出口")) == ["芯片", "片出", "出口"]


def test_a_single_han_character_is_a_word() -> None:
    assert list(words("3 年")) == ["3", "年"]


def test_latin_words_within_korean_text_are_found() -> None:
    assert set(words("함도항 lng 기지")) == {"함도", "도항", "lng", "기지"}


def test_the_nearest_text_shares_the_rarest_words() -> None:
    index = Index([FERRY, PORT, MAYOR])
    assert index.nearest(read("Dockers in Hamdo walked out again."), 0)[0] == 1


def test_a_text_without_known_words_has_no_nearest() -> None:
    assert Index([FERRY, PORT]).nearest(read("Quite unrelated!"), 0) == []


def test_common_words_are_looked_up_around_the_place() -> None:
    index = Index(["The room was shut."] * 5000)
    assert all(abs(number - 4000) <= 32 for number in index.nearest(read("The room."), 4000))


def test_a_turned_sentence_stays_alike() -> None:
    index = Index(["On Monday the council of Hamdo met, and the mayor spoke.", FERRY])
    turned = read("The council of Hamdo met on Monday, and the mayor spoke.")
    assert index.likeness(turned, 0) > 85


def test_sentences_that_share_small_words_alone_are_not_alike() -> None:
    index = Index([FERRY, PORT, MAYOR])
    assert index.likeness(read("The price of rice in the north is up."), 0) < 45


def test_yes_and_no_are_not_alike() -> None:
    assert Index(["Yes.", "It is late."]).likeness(read("No."), 0) < 30


def test_texts_without_words_are_compared_by_their_signs() -> None:
    assert Index(["* * *"]).likeness(read("* * *"), 0) == 100


def test_very_long_texts_are_compared_by_their_words() -> None:
    long = " ".join(f"word{number}" for number in range(20000))
    assert Index([long]).likeness(read(f"{long} more"), 0) > 99


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded


@given(st.lists(st.text(min_size=1), min_size=1, max_size=8), st.text())
def test_likeness_lies_between_0_and_100(texts: list[str], text: str) -> None:
    index = Index(texts)
    assert all(0 <= index.likeness(read(text), number) <= 100.001 for number in range(len(texts)))
