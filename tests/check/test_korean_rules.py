"""The checks of Korean stand together: no place twice, and time that grows with the text alone."""

import time

import pytest

from tongsa.check.check import Context
from tongsa.check.registry import builtin
from tongsa.glossary.glossary import Glossary
from tongsa.glossary.load import load
from tongsa.glossary.sources import Sources
from tongsa.glossary.standing import Variety
from tongsa.glossary.usage import Usage
from tongsa.model import TranslationUnit


def found(targets, *, glossary="", source="It stands so."):
    """Return the code and the words of what the checks find in a Korean article, in order."""
    units = tuple(
        TranslationUnit(source=source, target=target, index=at) for at, target in enumerate(targets)
    )
    concepts = load(glossary, file="glossary.toml") if glossary else ()
    sources = Sources(Glossary(concepts), tuple(unit.source for unit in units), "en")
    usage = Usage(sources, tuple(targets), Variety(language="ko"))
    context = Context("ko", units, usage)
    return [
        (check.code, unit.target[slice(*hit.target_spans[0])])
        for unit in units
        for check in (it for it in builtin() if it.code.startswith(("K", "T108")))
        for hit in check.look(unit, context)
    ]


def test_a_particle_behind_a_term_is_told_by_the_check_of_terms_alone():
    glossary = '[harbour]\nen = ["harbour"]\nko = ["별목항"]\n[maker]\nen = ["KBN"]\nko = ["KBN"]\n'
    said = found(["별목항를 본 KBN는 갔다."], glossary=glossary, source="KBN saw the harbour.")
    assert said == [("T108", "를"), ("T108", "는")]


def test_what_two_checks_might_tell_is_told_once():
    assert found(["TSMC은 책를 “부두”을 샀다."]) == [("K101", "은"), ("K101", "을"), ("K102", "를")]


@pytest.mark.parametrize("target", ["", " ", "\u200b", "\ud7a3" * 40, "“" * 50, "(" * 50, "]) <>"])
def test_odd_texts_hold_nothing(target):
    assert found([target]) == []


@pytest.mark.parametrize(
    "unit",
    ["책를 ", "TSMC은 ", "港", "갈매기‧", "「간다.」", '"', "수 십 명", "했습니다. ", "몇일 "],
)  # fmt: skip
def test_the_time_grows_with_the_text_and_no_faster(unit):
    def seconds(length):
        start = time.process_time()
        found([unit * length, "정오다.", "“밤”이다."])
        return time.process_time() - start

    best = [min(seconds(length) for _ in range(2)) for length in (2_000, 8_000)]
    assert best[1] < 12 * best[0] + 0.2  # four times the text; sixteen times were quadratic
