"""A glossary kept ready-made is the glossary that was kept."""

import marshal
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tongsa.glossary.glossary import Glossary
from tongsa.glossary.load import load
from tongsa.glossary.standing import Variety
from tongsa.glossary.stored import CONCEPTS, dump
from tongsa.glossary.stored import load as opened
from tongsa.model import Concept, Kind, Scope, Status, Term, TermType

LANGUAGES = ("en", "ko", "zh_TW", "zh_CN")
HARBOUR = """
[harbour]
kind = "place"
en = ["Port of Incheon", { term = "Inchon", type = "variant", region = "KR" }]
ko = ["인천항", { term = "제물포항", status = "deprecated", note = "the old name" }]
zh = "仁川港"

[fabric]
kind = "technology"
scope = { beside = ["harbour"], sentence = ["harbour"], article = ["harbour"] }
related = ["harbour"]
links = ["https://example.org/fabric"]
en = ["3D Fabric", "R&D", { term = "policy box", case = false }]
ko = "3D 패브릭"
zh_TW = "軟體"
zh_CN = "软件"
"""
TEXT = (
    "policies, 3D-Fabric, policy boxes, INCHON and the Port of Incheon's R & D. "
    "인천항은 3D패브릭 仁川·港 軟件 软件"
)


def kept(glossary):
    parts = dump(glossary, LANGUAGES)
    return opened(parts.get)


NAMES = st.lists(st.sampled_from(["a", "b", "harbour"]), max_size=2).map(tuple)
TERM = st.builds(
    Term,
    text=st.text("abé대만台1 -&.'", min_size=1, max_size=8),
    language=st.sampled_from(["en", "ko", "zh", "zh_TW", "zh_CN"]),
    status=st.sampled_from(Status),
    type=st.sampled_from(TermType),
    region=st.sampled_from(["", "TW"]),
    scope=st.none() | st.builds(Scope, beside=NAMES, sentence=NAMES, article=NAMES),
    style=st.sampled_from(["", "house"]),
    case=st.sampled_from([None, True, False]),
    after_full=st.booleans(),
    note=st.text(max_size=5),
)
CONCEPT = st.builds(
    Concept,
    id=st.text("ab-", min_size=1),
    kind=st.sampled_from(Kind),
    note=st.text(max_size=5),
    related=NAMES,
    links=NAMES,
    scope=st.none() | st.builds(Scope, article=NAMES),
    translate=st.booleans(),
    terms=st.lists(TERM, max_size=4).map(tuple),
    file=st.sampled_from(["", "harbour.toml"]),
    line=st.integers(0, 9),
)


@settings(max_examples=50)
@given(st.lists(CONCEPT, max_size=4), st.text("abé대만台1 -&.' ", max_size=30))
def test_the_concepts_and_what_is_found_are_the_same(concepts, text):
    glossary = Glossary(concepts)
    again = kept(glossary)
    assert list(again.concepts) == concepts
    assert again.by_id == glossary.by_id
    for language in LANGUAGES:
        assert again.find(text, language) == glossary.find(text, language)


def test_every_way_of_finding_is_kept():
    glossary = Glossary(load(HARBOUR, file="harbour.toml"))
    again = kept(glossary)
    for language in LANGUAGES:
        found = glossary.find(TEXT, language)
        assert found
        assert again.find(TEXT, language) == found
    variety = Variety(language="ko")
    assert again.usable(0, variety) == glossary.usable(0, variety)
    assert again.concept("fabric") == glossary.concept("fabric")
    assert again.concept("quay") is None


def test_concepts_may_be_sliced_and_counted():
    concepts = load(HARBOUR, file="harbour.toml")
    again = kept(Glossary(concepts))
    assert len(again.concepts) == 2
    assert again.concepts[:1] == [concepts[0]]
    assert again.concepts[-1] == concepts[1]
    assert again


def test_a_glossary_of_a_single_bad_byte_is_none():
    parts = dump(Glossary(load(HARBOUR, file="harbour.toml")), LANGUAGES)
    content = parts[CONCEPTS]
    rolling = random.Random(7)  # noqa: S311 (the same places every time)
    for at in rolling.sample(range(len(content)), 40):
        broken = bytearray(content)
        broken[at] ^= 1 << rolling.randrange(8)
        assert opened({**parts, CONCEPTS: bytes(broken)}.get) is None


@pytest.mark.parametrize(
    "content",
    [None, b"", b"{}", b"[]", b'{"format":1}', b"tongsa glossary", marshal.dumps(()), b"\xff" * 99],
)
def test_foreign_content_is_none(content):
    assert opened(lambda _: content) is None


@pytest.mark.parametrize("cut", [1, 10, 100])
def test_content_that_breaks_off_is_none(cut):
    content = dump(Glossary(load(HARBOUR, file="harbour.toml")), ())[CONCEPTS]
    assert opened(lambda _: content[:-cut]) is None


@pytest.mark.parametrize("content", [None, b"", b"broken"])
def test_a_language_that_is_missing_is_worked_out_anew(content):
    glossary = Glossary(load(HARBOUR, file="harbour.toml"))
    parts = dump(glossary, LANGUAGES) | {"ko": content}
    assert opened(parts.get).find(TEXT, "ko") == glossary.find(TEXT, "ko")
