"""Whatever a glossary says, each format gives back what it can hold and names the rest."""

import re
from dataclasses import replace

import pytest
from ferry import CONCEPTS, HARBOUR, bare
from hypothesis import given, settings

from tongsa.glossary.exchange import FORMATS, Options, read
from tongsa.glossary.exchange.choose import edition, usable
from tongsa.model import Concept, Kind, Term

TBX = ("tbx", "tbx3", "tbx3-dct")
KO = Options(targets=("ko",))


def there_and_back(name, concepts, options):
    written = FORMATS[name].write(concepts, options)
    back = read(written.data, file=f"harbour.{name}", format=name, target="ko")
    return written, back


@pytest.mark.parametrize("name", TBX)
@settings(max_examples=40)
@given(concepts=CONCEPTS)
def test_tbx_gives_back_everything(name, concepts):
    written, back = there_and_back(name, concepts, Options())
    assert bare(back.concepts) == bare(concepts)
    assert written.losses == back.losses == ()


@pytest.mark.parametrize("name", TBX)
def test_tbx_of_one_edition_keeps_what_that_edition_says(name):
    options = Options(targets=("zh_TW",))
    written = FORMATS[name].write(HARBOUR, options)
    back = read(written.data, file="harbour.tbx").concepts
    wanted = [
        replace(concept, terms=tuple(edition(concept, "en") + edition(concept, "zh_TW")))
        for concept in HARBOUR
    ]
    assert bare(back) == bare(wanted)


def tabled(concept):
    """Return what the columns of a table hold of a concept."""
    return Concept(
        id=concept.id,
        kind=concept.kind,
        definition=concept.definition,
        terms=tuple(
            Term(
                text=term.text,
                language=term.language,
                status=term.status,
                type=term.type,
                romanisation=term.romanisation,
                region=term.region,
                note=term.note,
            )
            for term in concept.terms
        ),
    )


@pytest.mark.parametrize("name", ["csv", "xlsx"])
@settings(max_examples=40)
@given(concepts=CONCEPTS)
def test_a_table_gives_back_its_columns_and_names_the_rest(name, concepts):
    written, back = there_and_back(name, concepts, Options())
    assert bare(back.concepts) == bare(map(tabled, concepts))
    assert back.losses == ()
    lossless = bare(map(tabled, concepts)) == bare(concepts)
    assert bool(written.losses) is not lossless


@settings(max_examples=40)
@given(concepts=CONCEPTS)
def test_omegat_text_gives_back_every_pair_of_usable_terms(concepts):
    written, back = there_and_back("omegat", concepts, KO)
    wanted = set()
    for concept in concepts:
        for source in edition(concept, "en"):
            if not source.text.startswith("#"):
                targets = usable(edition(concept, "ko"))
                wanted |= {(one_line(source.text), one_line(term.text)) for term in targets}
                if not targets and not concept.translate:
                    wanted.add((one_line(source.text), one_line(source.text)))
    found = {
        (source.text, target.text)
        for concept in back.concepts
        for source in concept.terms[:1]
        for target in concept.terms[1:]
    }
    assert found == wanted
    assert written.losses


def one_line(text):
    """Return a text as a format without line breaks holds it."""
    return re.sub(r"[\t\r\n\x85\u2028\u2029]+", " ", text).strip()


@settings(max_examples=40)
@given(concepts=CONCEPTS)
def test_po_gives_back_pairs_with_their_status_and_note(concepts):
    written, back = there_and_back("po", concepts, KO)
    wanted = {
        concept.id: pairs(concept, lambda term: (one_line(term.text), term.status))
        for concept in concepts
        if edition(concept, "en")
    }
    found = {
        concept.id: pairs(concept, lambda term: (term.text, term.status))
        for concept in back.concepts
    }
    assert found == wanted
    kept = {concept.id: concept for concept in concepts}
    for concept in back.concepts:
        assert concept.kind is kept[concept.id].kind
        assert concept.translate is kept[concept.id].translate
        assert concept.definition.strip() == one_line(kept[concept.id].definition)
    if any(
        term.romanisation
        for concept in concepts
        for term in concept.terms
        if term.language in {"en", "ko"} and edition(concept, "en")
    ):
        assert any("romanisation" in line for line in written.losses)


def pairs(concept, tell):
    """Return the source words, and the target terms unless the concept stays as it is."""
    sources = {tell(term)[0] for term in concept.terms if term.language == "en"}
    targets = {tell(term) for term in concept.terms if term.language == "ko"}
    return sources, targets if concept.translate else set()


def test_a_loss_is_one_line_however_often_it_happens():
    many = [
        Concept(id=f"pier-{n}", kind=Kind.PLACE, note="n", terms=(Term(text="a", language="en"),))
        for n in range(500)
    ]
    written = FORMATS["csv"].write(many, Options())
    assert written.losses == (
        "a concept's note has no column, 500 times (pier-0, pier-1, pier-2, …)",
    )
