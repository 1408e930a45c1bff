"""Checks of form: what examples in declarations cannot show."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tongsa.check.check import Context, Sifted
from tongsa.check.registry import builtin
from tongsa.check.rules.form.pairs import SOUND, balance
from tongsa.glossary.glossary import Glossary
from tongsa.glossary.sources import Sources
from tongsa.glossary.standing import Variety
from tongsa.glossary.usage import Usage
from tongsa.model import State, TranslationUnit

FORM = [check for check in builtin() if check.code.startswith("M")]
LANGUAGES = ("ko", "zh_TW", "zh_CN")


def context_of(language: str, *units: TranslationUnit) -> Context:
    units = tuple(replace(unit, index=index) for index, unit in enumerate(units))
    sources = Sources(Glossary(), tuple(unit.source for unit in units), "en")
    targets = tuple(unit.target for unit in units)
    return Context(language, units, Usage(sources, targets, Variety(language=language)))


def codes(language: str, *units: TranslationUnit) -> list[set[str]]:
    """Return the codes of what is found in each unit, as a sifter would."""
    context = context_of(language, *units)
    return [
        {
            check.code
            for check in FORM
            if check.looks_at(language) and unit.state in check.states
            if not isinstance(check.look, Sifted) or check.look.sieve(unit, context)
            for _ in check.look(unit, context)
        }
        for unit in context.units
    ]


def unit(source: str, target: str, **more: object) -> TranslationUnit:
    return TranslationUnit(source=source, target=target, **more)


def test_a_quotation_that_opens_here_may_close_in_a_later_unit():
    assert codes(
        "ko",
        unit("“The fog came early.", "“안개가 일찍 꼈다."),
        unit("The lamp was out.", "등대 불은 꺼져 있었다."),
        unit("We stayed,” she said.", "우리는 머물렀다”고 그는 말했다."),
    ) == [set(), set(), set()]


def test_a_lost_closing_mark_is_told_where_the_source_closes():
    assert codes(
        "zh_TW",
        unit("“The fog came early.", "「霧來得早。"),
        unit("The lamp was out.”", "燈滅了。"),
        unit("The ferry left.", "渡輪離開了。"),
    ) == [set(), {"M101"}, set()]


def test_a_lost_opening_mark_is_told_where_the_source_opens():
    assert codes(
        "zh_CN",
        unit("“The fog came early.", "雾来得早。"),
        unit("The lamp was out.”", "灯灭了。”"),
    ) == [{"M101"}, set()]


def test_a_quotation_that_the_target_alone_runs_on_is_unbalanced():
    first, _, last = codes(
        "ko",
        unit("The fog came early.", "“안개가 일찍 꼈다."),
        unit("The lamp was out.", "등대 불은 꺼져 있었다."),
        unit("The ferry left.", "연락선이 떠났다.”"),
    )
    assert first == last == {"M101"}


def test_a_half_is_not_missed_where_its_unit_has_no_translation_yet():
    assert (
        codes(
            "ko",
            unit("“The fog came early.", "“안개가 일찍 꼈다."),
            unit("The lamp was out.”", "", state=State.UNTRANSLATED),
        )[0]
        == set()
    )


def test_a_translation_is_compared_with_all_that_it_tells():
    told = "연락선은 언제 떠나나? 시간표는 https://example.org에 있다."
    assert codes(
        "ko",
        unit("When does the ferry leave?", told),
        unit("See https://example.org.", told, merged=True),
    ) == [{"M114"} & set(), set()]


def test_a_list_without_stops_goes_without_them_as_a_rule():
    items = [unit(f"Fog on quay {number}.", f"{number}번 부두 안개") for number in range(1, 6)]
    assert codes("ko", *items) == [set()] * 5


def test_one_missing_stop_among_others_is_told():
    items = [unit(f"Fog on quay {number}.", f"{number}번 부두에 안개.") for number in range(1, 6)]
    assert codes("ko", *items, unit("Fog at sea.", "바다에 안개"))[-1] == {"M103"}


def test_a_translation_that_equals_its_source_is_left_alone():
    assert codes("ko", unit("The lamp (out", "The lamp (out")) == [set()]


@pytest.mark.parametrize("text", ["“a ‘b’ c”", "「a『b』（c)」", '"a" (b) "c"', "O’Hara’s [1]"])
def test_marks_that_pair_leave_nothing_over(text):
    assert balance(text) is SOUND


PIECES = [
    "(", "「", "」", '"', "'", "’", "“", "[^", "](", "<b>", "</b>", "<a ", "**", "`", "{", "%s",
    "的的", "그는 그는 ", "  ", " .", "。。", "\u200b", "\u200f", "Ã©", "http://a.b/)", "@a", "ㄱ",
    "?", "다.가", "\n", "a@b.co ", "한", "國", "]", "> ",
]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@given(source=st.lists(st.sampled_from(PIECES)), target=st.lists(st.sampled_from(PIECES)))
@settings(max_examples=150, deadline=None)
def test_no_check_raises_and_every_span_lies_within(language, source, target):
    one = unit("".join(source), "".join(target))
    context = context_of(language, one, unit("“x", "“x"))
    for check in FORM:
        for hit in check.look(context.units[0], context):
            assert all(0 <= start <= end <= len(one.target) for start, end in hit.target_spans)
            assert all(0 <= start <= end <= len(one.source) for start, end in hit.source_spans)
            assert hit.fix is None or hit.fix != one.target
            assert set(hit.blanks) >= check.blanks


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_target_takes_time_in_proportion(piece):
    def seconds(size: int) -> float:
        target = piece * (size // len(piece))
        began = time.process_time()
        for language in ("ko", "zh_TW"):
            codes(language, unit("x", target))
        return time.process_time() - began

    small = min(seconds(10_000) for _ in range(2))
    assert seconds(80_000) < 30 * small + 0.3
