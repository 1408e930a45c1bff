"""Which terms of a person follow from the characters of the name, for an editor to confirm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongsa.glossary.drafts import NOTE, drafts
from tongsa.model import Status, Term, TermType

TARGETS = ("ko", "zh_TW", "zh_CN")
TEXTS = st.text("梁光中賴清德金朴李王小明歐,· a", max_size=8) | st.text(max_size=12)


def term(given: str, **fields) -> Term:
    language, text = given.split("=")
    return Term(language=language, text=text, **fields)


def drafted(*terms: str | Term, source="en", targets=TARGETS) -> dict[str, list[str]]:
    """Return the drafts by language, of terms that may be written zh_TW=梁光中."""
    given_terms = [it if isinstance(it, Term) else term(it) for it in terms]
    found: dict[str, list[str]] = {}
    for draft in drafts(given_terms, source, targets):
        found.setdefault(draft.language, []).append(draft.text)
    return found


def test_a_name_in_characters_gives_the_other_script_the_press_form_and_the_spellings():
    assert drafted("zh_TW=卓榮泰") == {
        "zh_CN": ["卓荣泰"],
        "ko": ["줘룽타이"],
        "en": ["Cho Jung-tai", "Zhuo Rongtai", "Tak Young-tae"],
    }


def test_a_name_of_the_mainland_gives_pinyin_first():
    assert drafted("zh_CN=王小明")["en"][:2] == ["Wang Xiaoming", "Wang Hsiao-ming"]
    assert drafted("zh_CN=王小明")["zh_TW"] == ["王小明"]


def test_the_form_of_a_name_that_koreans_bear_is_as_it_is_read_in_korean():
    assert drafted("zh=朴槿惠")["ko"] == ["박근혜"]


def test_the_first_spelling_of_a_name_that_koreans_bear_is_a_koreans():
    assert drafted("zh=朴槿惠")["en"][0] == "Park Keun-hye"


def test_every_draft_says_that_it_is_one_and_what_else_it_may_be():
    found = drafts([term("zh_TW=卓榮泰")], "en", TARGETS)
    assert all(it.note.startswith(NOTE) and it.note.endswith(".") for it in found)
    (korean,) = (it for it in found if it.language == "ko")
    assert korean.note == f"{NOTE}; a Korean's name would be 탁영태."
    (other,) = (it for it in drafts([term("zh=朴槿惠")], "en", TARGETS) if it.language == "ko")
    assert other.note == f"{NOTE}; a Chinese name would be 퍄오진후이."


def test_of_the_spellings_one_is_preferred_and_the_others_are_variants():
    first, *others = (
        it for it in drafts([term("zh_TW=卓榮泰")], "en", TARGETS) if it.language == "en"
    )
    assert (first.status, first.type) == (Status.PREFERRED, TermType.FULL)
    assert {(it.status, it.type) for it in others} == {(Status.ADMITTED, TermType.VARIANT)}
    assert [it.romanisation for it in (first, *others)] == [
        "Wade–Giles",
        "Hanyu Pinyin",
        "Sino-Korean",
    ]


def test_a_spelling_that_is_there_stays_the_preferred_one():
    found = drafts([term("zh_TW=梁光中"), term("en=Liang Guangzhong")], "en", TARGETS)
    english = [it for it in found if it.language == "en"]
    assert [it.text for it in english] == ["Liang Kuang-chung", "Yang Kwang-jung"]
    assert {it.type for it in english} == {TermType.VARIANT}


@pytest.mark.parametrize("own", ["Cho Jung-tai", "Cho Jungtai", "CHO Jung-Tai"])
def test_a_spelling_that_differs_in_hyphens_or_capitals_alone_is_no_draft(own):
    assert drafted("zh_TW=卓榮泰", f"en={own}")["en"] == ["Zhuo Rongtai", "Tak Young-tae"]


def test_nothing_is_drafted_in_a_language_that_has_a_term():
    given_terms = ("zh_TW=卓榮泰", "zh_CN=卓荣泰", "ko=줘룽타이")
    assert set(drafted(*given_terms)) == {"en"}


def test_a_forbidden_term_fills_no_language():
    wrong = term("ko=탁영태", status=Status.FORBIDDEN)
    assert drafted("zh_TW=卓榮泰", wrong)["ko"] == ["줘룽타이"]


def test_a_term_of_both_editions_asks_for_no_other_script():
    assert set(drafted("zh=梁光中")) == {"ko", "en"}


@pytest.mark.parametrize(
    ("source", "targets", "languages"),
    [
        ("en", ("ko",), {"ko", "en"}),
        ("ko", ("en",), {"ko", "en"}),
        ("ko", ("zh_CN",), {"ko", "zh_CN"}),
    ],
)
def test_only_the_desks_languages_are_drafted(source, targets, languages):
    assert set(drafted("zh_TW=卓榮泰", source=source, targets=targets)) == languages


@pytest.mark.parametrize(
    "given_term",
    [
        "zh_TW=唐納·川普",
        "zh_TW=國家發展委員會",
        "ko=량광중",
        "en=Liang Guangzhong",
        "zh_TW=?",
        "zh_TW=Pani Bottle",
    ],
)
def test_what_is_no_chinese_or_korean_name_in_characters_gives_nothing(given_term):
    assert drafted(given_term) == {}


@pytest.mark.parametrize(
    "unfit",
    [
        term("zh_TW=卓榮泰", status=Status.FORBIDDEN),
        term("zh_TW=卓院長", type=TermType.SHORT),
    ],
)
def test_only_a_full_name_that_may_be_used_gives_drafts(unfit):
    assert drafted(unfit) == {}


def test_a_family_name_of_two_characters_gives_drafts_too():
    assert drafted("zh_TW=歐陽修")["ko"] == ["어우양슈"]


@given(text=TEXTS.filter(bool), language=st.sampled_from(["zh", "zh_TW", "zh_CN", "ko", "en"]))
def test_any_term_gives_drafts_or_none(text, language):
    assert all(it.text for it in drafts([Term(text=text, language=language)], "en", TARGETS))
