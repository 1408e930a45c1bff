"""What the glossary should hold, and does not yet."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongsa.errors import GlossaryError
from tongsa.glossary.glossary import Glossary
from tongsa.glossary.suggest import Candidate, concept, suggest
from tongsa.model import Concept, Kind, Status, Term, TermType


def found(*sentences, known=()):
    return suggest(sentences, Glossary(known))


def texts(*sentences, known=()):
    return [candidate.text for candidate in found(*sentences, known=known)]


def one(text, *sentences):
    return next(it for it in found(*sentences) if it.text == text)


def entry(text, kind=Kind.ORGANISATION, **more):
    return Concept(id="known", kind=kind, terms=(Term(text=text, language="en", **more),))


def test_a_name_within_a_sentence_is_suggested_with_its_sentence():
    dull = "The tide was late that morning."
    told = "Nobody at the ferry office had heard of Hosan Shipyards before."
    assert found(dull, told) == (
        Candidate(
            text="Hosan Shipyards",
            kind=Kind.PERSON,
            variants=(),
            count=1,
            score=1.3,
            example=told,
            place=1,
        ),
    )


def test_the_first_word_of_a_sentence_is_no_name_for_its_capital():
    assert texts("Lanterns hung over the quay.", "Squid dried on every roof.") == []


def test_the_first_word_of_a_sentence_counts_where_it_is_a_name_elsewhere():
    assert one("Byeolsan", "They sailed to Byeolsan.", "Byeolsan was asleep.").count == 2


def test_the_first_word_of_a_quotation_is_no_name_for_its_capital():
    assert texts('He said: "Lanterns are cheap." She said, “Squid are cheaper.”') == []


def test_a_headline_in_title_case_proves_no_name():
    assert texts("Old Harbour Cranes Find New Work as Fab Opens") == []


def test_a_headline_in_title_case_may_end_in_a_full_stop():
    assert texts("Harbour Toll Rises Above 800.") == []


def test_a_headline_counts_where_its_words_are_names_elsewhere():
    name = one("Moonlit Foundry", "Moonlit Foundry Opens Second Plant", "We saw Moonlit Foundry.")
    assert (name.count, name.place) == (2, 0)


def test_a_line_in_capitals_proves_no_acronym():
    assert texts("PORT CLOSED UNTIL FURTHER NOTICE") == []


def test_a_possessive_is_no_part_of_a_name():
    sentences = ("They like Busanjin's pier.", "In Busanjin they wait.", "A friend of Busanjin’s.")
    assert one("Busanjin", *sentences).count == 3


def test_a_name_that_is_a_possessive_keeps_it():
    sentences = ("She left Merriton's at noon.", "Tea at Merriton's was cold.")
    assert texts(*sentences) == ["Merriton's"]


def test_a_possessive_parts_two_names():
    assert texts("He praised Busanjin's National Assembly.") == ["National Assembly", "Busanjin"]


def test_a_title_is_no_part_of_a_name_but_tells_its_kind():
    name = one("Oh Sera", "Yesterday President Oh Sera spoke.")
    assert name.kind is Kind.PERSON


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("A note from Prime Minister Daro Venn arrived.", "Daro Venn"),
        ("A note from Secretary of State Daro Venn arrived.", "Daro Venn"),
        ("A note from Dr. Daro Venn arrived.", "Daro Venn"),
        ("A note from the pilot Daro Venn arrived.", "Daro Venn"),
        ("A note from Daro Venn, 58, arrived.", "Daro Venn"),
        ("A note from Daro Venn, the chief executive of a mill, arrived.", "Daro Venn"),
    ],
)
def test_a_person_is_told_by_title_calling_age_and_apposition(sentence, name):
    assert one(name, sentence).kind is Kind.PERSON


def test_an_office_within_a_run_parts_the_house_from_the_person():
    names = texts("We met Hosan Electronics Chairman Min Daro there.")
    assert sorted(names) == ["Hosan Electronics", "Min Daro"]


def test_a_short_form_belongs_to_the_full_name():
    name = one("Pae Guryong", "We met Pae Guryong.", "Later Representative Pae left.")
    assert (name.variants, name.count) == (("Pae",), 2)


@pytest.mark.parametrize("word", ["pro-Busanjin", "Busanjin-based", "non-Busanjin"])
def test_what_a_hyphen_ties_to_a_name_is_no_part_of_it(word):
    assert texts(f"They saw a {word} firm.") == ["Busanjin"]


def test_the_longer_of_two_names_for_one_office_has_the_shorter_for_a_short_form():
    name = one(
        "Marsh Fishery Committee", "The Marsh Fishery Committee met.", "The Fishery Committee ate."
    )
    assert name.variants == ("Fishery Committee",)


def test_a_head_word_alone_is_short_for_the_office_that_is_named_and_else_for_none():
    name = one("Tide Commission", "The Tide Commission met.", "Later the Commission ate.")
    assert name.variants == ("Commission",)
    assert texts("Later the Commission ate.") == []


def test_two_spellings_of_one_name_are_one_candidate():
    name = one("Jo Jung-san", "We met Jo Jung-san.", "So did Jo Jungsan.", "And Jo Jung-san left.")
    assert (name.variants, name.count) == (("Jo Jungsan",), 3)


def test_two_romanisations_of_one_name_stay_apart():
    names = texts("We met Pae Guryong in May.", "We met Bae Kooryong in June.")
    assert sorted(names) == ["Bae Kooryong", "Pae Guryong"]


def test_capitals_and_gaps_make_no_second_candidate():
    sentences = (
        "It joined the 4D Weave Alliance.",
        "A 4DWeave Alliance was new.",
        "We saw QR Tonix.",
        "Then QR tonix left.",
        "And QR Tonix came.",
    )
    assert one("4D Weave Alliance", *sentences).variants == ("4DWeave Alliance",)
    assert one("QR Tonix", *sentences).variants == ("QR tonix",)
    assert len(found(*sentences)) == 2


def test_and_does_not_join_two_names():
    names = texts("The heads of Hosan Electronics and QR Tonix met.")
    assert sorted(names) == ["Hosan Electronics", "QR Tonix"]


@pytest.mark.parametrize(
    "name",
    [
        "Ministry of Trade, Industry and Energy",
        "Ministry of Ocean Affairs",
        "Bank of Maristan",
        "Food and Drug Administration",
        "Centers for Disease Control and Prevention",
        "University of the Western Isles",
        "Pell & Marrow",
        "Hosan Mission in Maristan",
        "Ludo van der Meel",
    ],
)
def test_small_words_within_a_name_belong_to_it(name):
    assert texts(f"On the ninth the {name} said nothing.") == [name]


def test_offices_of_one_list_stay_apart():
    names = texts("The Ministry of Finance and Ministry of Labour agreed.")
    assert sorted(names) == ["Ministry of Finance", "Ministry of Labour"]


def test_a_quotation_with_capitals_is_a_work():
    name = one("Squid Under Glass", 'They watch the popular show "Squid Under Glass," he said.')
    assert name.kind is Kind.WORK


def test_what_is_said_is_no_work():
    assert texts('"We will wait for the tide," he said, "and for the cranes."') == []


def test_an_acronym_belongs_to_what_it_stands_for():
    name = one(
        "low-tide dredging", "It bought low-tide dredging (LTD4).", "Then low-tide dredging (LTD)."
    )
    assert "LTD" in name.variants


@pytest.mark.parametrize(
    "sentence",
    [
        "The plan needs gross pier product (GPP) to grow.",
        "The plan needs GPP (gross pier product) to grow.",
    ],
)
def test_brackets_define_an_acronym_in_either_order(sentence):
    assert one("gross pier product", sentence, "They count GPP.").variants == ("GPP",)


def test_letters_that_speak_or_own_are_an_organisation_and_others_are_not():
    assert one("QRTM", "On Friday QRTM said no.").kind is Kind.ORGANISATION
    assert one("QRTM", "They sold QRTM's pier.").kind is Kind.ORGANISATION
    assert one("QRTM", "They sold ever more QRTM there.").kind is Kind.COMMON


def test_an_acronym_without_brackets_belongs_to_the_only_name_with_its_letters():
    name = one("World Tide Office", "We rang the World Tide Office.", "The WTO was closed.")
    assert (name.variants, name.count) == (("WTO",), 2)


def test_the_plural_of_an_acronym_is_no_other_one():
    assert texts("Two MKVs sank.", "One MKV floats.") == ["MKV"]


def test_dates_figures_and_currencies_are_no_candidates():
    dated = "On Monday, March 3, and in September 2024 it paid 450,000 won and 3 billion yen."
    again = "By Friday it paid 450,000 won and 3 billion yen, as in September 2024."
    assert texts(dated, again) == []


def test_a_family_name_that_is_a_month_stays():
    assert texts("We met Nora May in London.") == ["Nora May", "London"]


def test_a_number_may_be_part_of_a_name_but_a_year_is_not():
    assert texts("They sailed the Blue Gannet 7 through fog.") == ["Blue Gannet 7"]
    assert texts("They saw HARBOREX Maristan 2024 at night.") == ["HARBOREX Maristan"]


def test_peoples_by_themselves_are_no_candidates():
    assert texts("A Korean crew and two South Korean cooks ate Italian bread.") == []


def test_a_phrase_that_recurs_is_suggested():
    assert texts("We need supply chains.", "No supply chain holds.") == ["supply chain"]


def test_a_phrase_that_stands_once_is_not():
    assert texts("No supply chain holds.") == []


def test_both_numbers_of_a_phrase_are_one_candidate():
    phrase = one("data centre", "A data centre hums.", "The data centres hum.", "One data centre.")
    assert (phrase.variants, phrase.count) == (("data centres",), 3)


@pytest.mark.parametrize(
    "phrase", ["anti-dumping duties", "convergent talents", "core technologies", "rule of law"]
)
def test_terms_of_several_shapes_are_phrases(phrase):
    assert texts(f"They want {phrase}, he said.", f"For {phrase} they fight.") == [phrase]


@pytest.mark.parametrize(
    "noise",
    [
        "how does it see",
        "last year",
        "many new people",
        "said they would",
        "young people",
        "only recently",
        "increasingly popular",
        "three more hours",
        "announced plans to",
        "economic situation",
        "the lanterns",
    ],
)
def test_words_that_are_no_term_are_not_suggested_however_often_they_recur(noise):
    assert texts(*[f"And {noise}, he thought."] * 4) == []


def test_a_part_of_a_longer_phrase_that_never_stands_alone_is_not_suggested():
    sentences = ("It bans squid market stalls.", "No squid market stalls are left.")
    assert texts(*sentences) == ["squid market stalls"]


def test_single_small_words_are_not_suggested():
    assert texts("The squid came.", "The squid left.", "More squid, less squid.") == []


def test_addresses_and_tags_hold_no_candidates():
    masked = (
        'See https://example.org/Moonlit/Foundry or <a href="Hosan Shipyards">it</a>, '
        "or ask Nobody.Here@Example.org."
    )
    assert texts(masked, masked) == []


def test_what_the_glossary_knows_is_not_suggested():
    sentences = ("They rang Hosan Shipyards.", "Hosan Shipyards' bell rang.", "No data centres.")
    assert texts(*sentences, known=[entry("Hosan Shipyards")]) == []


def test_what_the_glossary_knows_inflected_or_hyphenated_is_not_suggested():
    sentences = ("Two data centres hum.", "The data-centre hums.", "One data centre.")
    assert texts(*sentences, known=[entry("data centre", Kind.COMMON)]) == []


def test_a_part_of_a_known_term_is_not_suggested():
    assert texts("We crossed the Hosan Strait.", known=[entry("Hosan Strait")]) == []


def test_a_longer_name_around_a_known_term_is_suggested():
    assert texts("We saw Hosan Electronics.", known=[entry("Hosan")]) == ["Hosan Electronics"]


def test_the_short_form_of_a_known_person_is_not_suggested():
    known = [entry("Pae Guryong", Kind.PERSON)]
    assert texts("We met Pae Guryong.", "Later Mr. Pae left.", known=known) == []


def test_two_known_names_in_a_row_are_no_candidate():
    sentence = "A Hosan Maristan line opened."
    known = [entry("Hosan"), Concept(id="m", terms=(Term(text="Maristan", language="en"),))]
    assert texts(sentence, known=known) == []


def test_the_best_candidates_stand_first():
    sentences = ["They rang Hosan Shipyards."] * 4 + ["They rang Moonlit Foundry."]
    ranked = found(*sentences)
    assert [it.text for it in ranked] == ["Hosan Shipyards", "Moonlit Foundry"]
    assert ranked[0].score > ranked[1].score


def test_a_language_of_which_no_words_are_known_is_refused():
    with pytest.raises(GlossaryError, match="no words are known"):
        suggest(("량광중 대표",), Glossary(), "ko")


def test_a_draft_has_a_free_id_and_says_that_it_is_one():
    name = one("Pae Guryong", "We met Pae Guryong.", "Later Mr. Pae left.")
    draft = concept(name, {"pae-guryong", "pae-guryong-2"})
    assert (draft.id, draft.kind, draft.source) == ("pae-guryong-3", Kind.PERSON, "unverified")
    assert "draft" in draft.definition.lower()
    assert [(it.text, it.type, it.status, it.after_full) for it in draft.terms] == [
        ("Pae Guryong", TermType.FULL, Status.PREFERRED, False),
        ("Pae", TermType.SHORT, Status.ADMITTED, True),
    ]


def test_a_draft_leaves_out_a_plural_and_keeps_an_acronym():
    name = one("data centre", "A data centre (DC).", "The data centres.", "Any data centre.")
    assert [(it.text, it.type) for it in concept(name, ()).terms] == [
        ("data centre", TermType.FULL),
        ("DC", TermType.ACRONYM),
    ]


@given(st.lists(st.text(alphabet=st.characters(codec="utf-8"), max_size=200), max_size=6))
def test_no_text_at_all_is_refused(sentences):
    for candidate in suggest(sentences, Glossary()):
        assert candidate.text
        assert candidate.count > 0
        assert candidate.example == sentences[candidate.place]
        assert concept(candidate, ()).id


@pytest.mark.parametrize(
    "text",
    [
        "a" * 200_000,
        "A" * 200_000,
        "Ab " * 60_000,
        "AB " * 60_000,
        "Ab-" * 60_000,
        "A." * 100_000,
        "of Bank of " * 18_000,
        "(AB) " * 40_000,
        '"' * 200_000,
        "😀 " * 60_000,
        "量子力學" * 40_000,
        unicodedata.normalize("NFD", "한글과 É" * 20_000),
    ],
    ids=lambda text: text[:8],
)
def test_much_of_anything_is_read_in_linear_time(text, growth):
    few, many = (text[: len(text) // 8],), (text,)
    # Sixty-four times were quadratic.
    assert growth(lambda _: suggest(few, Glossary()), lambda _: suggest(many, Glossary()), 24) < 24
