"""Every check finds what its declaration says, and nothing else."""

from dataclasses import replace

import pytest

from tongsa.check.check import Check, Context, Example
from tongsa.check.registry import builtin
from tongsa.glossary.glossary import Glossary
from tongsa.glossary.sources import Sources
from tongsa.glossary.standing import Variety
from tongsa.glossary.usage import Usage

LOOKING = [check for check in builtin() if check.look]


def found(check: Check, example: Example):
    glossary = Glossary(check.sample)
    units = (*example.before, example.unit)
    sources = Sources(glossary, tuple(unit.source for unit in units), "en")
    usage = Usage(sources, tuple(unit.target for unit in units), Variety(language=example.language))
    context = Context(example.language, units, usage)
    return list(check.look(example.unit, context))


EXAMPLES = [
    pytest.param(check, example, id=f"{check.code}-{example.language}-{number}")
    for check in LOOKING
    for number, example in enumerate(check.examples)
]


@pytest.mark.parametrize(("check", "example"), EXAMPLES)
def test_a_check_finds_what_its_examples_say(check, example):
    hits = found(check, example)
    if example.hit is None:
        assert hits == []
        return
    assert len(hits) == 1, hits
    assert hits[0].target_spans == example.hit.target_spans
    if example.hit.source_spans:
        assert hits[0].source_spans == example.hit.source_spans
    assert "{" not in check.say(hits[0].blanks)
    if example.hit.fix is not None:
        assert hits[0].fix == example.hit.fix


@pytest.mark.parametrize("check", LOOKING, ids=lambda check: check.code)
def test_a_check_has_a_bad_and_a_good_example_for_each_language(check):
    assert check.languages
    for language in check.languages:
        kinds = {example.hit is None for example in check.examples if example.language == language}
        assert kinds == {True, False}, f"{check.code} {language}"


@pytest.mark.parametrize("check", LOOKING, ids=lambda check: check.code)
def test_the_good_version_of_a_fix_is_left_alone(check):
    for example in check.examples:
        if example.hit and example.hit.fix:
            fixed = replace(example, unit=replace(example.unit, target=example.hit.fix))
            assert found(check, fixed) == []
