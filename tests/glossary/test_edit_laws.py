"""Whatever concepts say and however a file is written: what is edited reads as it was meant."""

import json
import re
from dataclasses import replace

import tomlkit
from hypothesis import given, settings
from hypothesis import strategies as st

from tongsa.glossary.edit import Change, added, changed, merged, written
from tongsa.glossary.load import load
from tongsa.model import Concept, Kind, Scope, Status, Term, TermType

FILE = "harbour.toml"
LANGUAGES = ("en", "ko", "zh", "zh_TW", "zh_CN")

SIGNS = st.sampled_from("ab Z09\"'\\#=,[]{}.-é박完島·🚢\x7f\u2028") | st.characters(
    codec="utf-8", categories=("L", "N", "P", "S", "M")
)
WORD = (
    st.text(SIGNS, min_size=1, max_size=10)
    .map(str.strip)
    .filter(lambda text: any(map(str.isalnum, text)))
)
LINE = st.text(SIGNS, max_size=40).map(lambda text: " ".join(text.split()))
PROSE = st.lists(st.text(SIGNS, max_size=60), max_size=3).map("\n".join)
NAME = st.from_regex(r"[a-z0-9](?:[a-z0-9-]{0,6}[a-z0-9])?", fullmatch=True).filter(
    lambda name: name != "domain"
)
NAMES = st.lists(NAME, max_size=3).map(tuple)
SCOPE = st.none() | st.builds(Scope, beside=NAMES, sentence=NAMES, article=NAMES).filter(
    lambda scope: scope.beside or scope.sentence or scope.article
)
TERM = st.builds(
    Term,
    text=WORD,
    language=st.sampled_from(LANGUAGES),
    status=st.sampled_from(Status),
    type=st.sampled_from(TermType),
    romanisation=st.just("") | LINE,
    region=st.sampled_from(["", "TW", "KR"]),
    scope=SCOPE,
    style=st.sampled_from(["", "", "mainland-media"]),
    case=st.sampled_from([None, True, False]),
    after_full=st.booleans(),
    note=LINE,
)
PLAIN = st.builds(
    Term,
    text=WORD,
    language=st.sampled_from(LANGUAGES),
    status=st.sampled_from([Status.PREFERRED, Status.ADMITTED]),
)
TERMS = st.lists(TERM | PLAIN, max_size=8, unique_by=lambda term: (term.language, term.text)).map(
    tuple
)
CONCEPT = st.builds(
    Concept,
    id=NAME,
    kind=st.sampled_from(Kind),
    definition=PROSE,
    note=PROSE,
    domain=st.sampled_from(["", "harbour", "politics"]),
    source=PROSE,
    related=NAMES,
    links=st.lists(st.text(SIGNS, max_size=60), max_size=3).map(tuple),
    scope=SCOPE,
    translate=st.booleans(),
    terms=TERMS,
)
CONCEPTS = st.lists(CONCEPT, min_size=1, max_size=4, unique_by=lambda concept: concept.id)


def plain(concept):
    """Return what a concept means: no places, white space told once, its languages in order."""
    return replace(
        concept,
        definition=" ".join(concept.definition.split()),
        note=" ".join(concept.note.split()),
        source=" ".join(concept.source.split()),
        domain=concept.domain or "harbour",
        terms=tuple(sorted(concept.terms, key=lambda term: LANGUAGES.index(term.language))),
        file="",
        line=0,
    )


def meant(concepts):
    return [plain(concept) for concept in concepts]


class Untidy:
    """Write concepts as untidy people do, with remarks that must outlive every edit."""

    def __init__(self, random):
        self.random = random
        self.newline = random.choice(["\n", "\r\n"])
        self.remarks = 0

    def file(self, concepts):
        text = self.newline.join(line for concept in concepts for line in self.concept(concept))
        ends = ["", self.newline, f"{self.newline}{self.newline}", f"{self.newline}# remark 0"]
        return self.random.choice(["", "\ufeff"]) + text + self.random.choice(ends)

    def remark(self):
        self.remarks += 1
        return self.random.choice(["", "", f"{self.space()}# remark {self.remarks} ]}}\"'"])

    def space(self):
        return self.random.choice(["", " ", "\t", "  "])

    def lines(self):
        return self.random.choice(["", "", f"{self.newline}", f"{self.newline}\t"])

    def concept(self, concept):
        yield self.remark()
        yield f"{self.space()}[{self.space()}{concept.id} ]{self.remark()}"
        indent = self.space()
        fields = [f'kind{self.space()}="{concept.kind}"']
        fields += [
            f"{key} ={self.space()}{self.prose(value)}"
            for key in ("definition", "note", "source")
            if (value := getattr(concept, key))
        ]
        for key in ("related", "links"):
            if self.random.random() < 0.7:
                fields.append(f"{key} = {self.listed(map(quoted, getattr(concept, key)))}")
        for language in LANGUAGES:
            terms = [self.term(term) for term in concept.terms if term.language == language]
            if terms:
                key = self.random.choice([language, f'"{language}"'])
                one = len(terms) == 1 and self.random.random() < 0.5
                fields.append(f"{key} = {terms[0] if one else self.listed(terms)}")
        self.random.shuffle(fields)
        for field in fields:
            yield f"{indent}{field}{self.remark()}"
            yield self.remark()

    def prose(self, text):
        """Return a text on one line or over several, its quotes bare where TOML lets them."""
        one = quoted(text)
        if self.random.random() < 0.5 or "\x7f" in text:
            return one
        if "'''" not in text:
            text = text.replace("\n", self.newline)
            return f"'''{text}'''" if not text.startswith("'") else f"''' {text}'''"
        return f'""{one}""' if one.startswith('"') else one

    def term(self, term):
        if self.random.random() < 0.5:
            return quoted(term.text)
        keys = [f"term ={self.space()}{quoted(term.text)}"]
        if self.random.random() < 0.5:
            keys.append(f'status="{term.status}"')
        if term.scope and term.scope.article:
            keys.append(f"scope.article = {self.listed(map(quoted, term.scope.article))}")
        if term.note:
            keys.append(f"note = {quoted(term.note)}")
        self.random.shuffle(keys)
        return f"{{{self.space()}{','.join(keys)}{self.space()}}}"

    def listed(self, elements):
        text, elements = "[", list(elements)
        for at, element in enumerate(elements):
            text += self.break_() + element
            if at < len(elements) - 1 or self.random.random() < 0.5:
                text += f"{self.break_()},"
        return f"{text}{self.break_()}]"

    def break_(self):
        if self.random.random() < 0.5:
            return self.space()
        return f"{self.remark()}{self.newline}{self.space()}"


def quoted(text):
    if not {"'", "\n", "\x7f"} & set(text) and len(text) % 2:
        return f"'{text}'"
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def remarks(text):
    return re.findall(r"# remark \d+", text)


def read(text):
    return {concept.id: plain(concept) for concept in load(text.removeprefix("\ufeff"), file=FILE)}


def changes(concept):
    terms = st.lists(
        TERM
        | st.sampled_from(concept.terms or [Term(text="Pier", language="en")]).flatmap(
            lambda old: TERM.map(lambda new: replace(new, text=old.text, language=old.language))
        ),
        max_size=4,
        unique_by=lambda term: (term.language, term.text),
    ).map(tuple)
    known = [(term.language, term.text) for term in concept.terms]
    fields = st.fixed_dictionaries(
        {},
        optional={
            "kind": st.none() | st.sampled_from(Kind),
            "definition": st.none() | PROSE,
            "note": st.none() | PROSE,
            "domain": st.none() | st.just("politics"),
            "source": st.none() | PROSE,
            "related": st.none() | NAMES,
            "links": st.none() | NAMES,
            "translate": st.none() | st.booleans(),
        },
    )
    dropped = st.lists(st.sampled_from(known), unique=True, max_size=3) if known else st.just([])
    return st.builds(Change, fields=fields, terms=terms, dropped=dropped.map(tuple))


DEFAULT = Concept(id="", domain="harbour")


def after(concept, change):
    """Return what a concept must mean behind a change."""
    fields = {
        key: getattr(DEFAULT, key) if value is None else value
        for key, value in change.fields.items()
    }
    new = {(term.language, term.text): term for term in change.terms}
    terms = [
        new.pop((term.language, term.text), term)
        for term in concept.terms
        if (term.language, term.text) not in change.dropped
    ]
    return plain(replace(concept, **fields, terms=(*terms, *new.values())))


@settings(max_examples=40)
@given(concepts=CONCEPTS)
def test_what_is_written_reads_as_it_was_given(concepts):
    text = written(concepts, domain="harbour")
    assert meant(load(text, file=FILE)) == meant(concepts)
    assert tomlkit.parse(text).as_string() == text


@settings(max_examples=40)
@given(concepts=CONCEPTS, random=st.randoms(use_true_random=False))
def test_what_is_added_stands_behind_a_file_that_stays_as_it_was(concepts, random):
    old, new = concepts[: len(concepts) // 2], concepts[len(concepts) // 2 :]
    text = Untidy(random).file(old)
    more = added(text, new, file=FILE)
    assert more.startswith(text)
    assert list(read(more).values()) == [*read(text).values(), *meant(new)]


@settings(max_examples=80)
@given(concepts=CONCEPTS, random=st.randoms(use_true_random=False), data=st.data())
def test_a_change_touches_one_concept_and_no_remark(concepts, random, data):
    text = Untidy(random).file(concepts)
    old = read(text)
    name = data.draw(st.sampled_from(sorted(old)))
    change = data.draw(changes(old[name]))
    new = changed(text, name, change, file=FILE)
    assert read(new) == old | {name: after(old[name], change)}
    lone_ends = re.sub("\r\n", "", new) if "\r\n" in text else new
    assert "\r" not in lone_ends
    assert "\r\n" not in text or "\n" not in lone_ends
    if (
        not change.dropped
        and not any(value is None or isinstance(value, tuple) for value in change.fields.values())
        and not touched_scopes(old[name], change)
    ):
        assert remarks(new) == remarks(text)


def touched_scopes(concept, change):
    """Whether a term's table is written anew where remarks may stand within it."""
    known = {(term.language, term.text): term for term in concept.terms}
    return any(
        (old := known.get((term.language, term.text))) and old.scope != term.scope
        for term in change.terms
    )


@settings(max_examples=40)
@given(concepts=CONCEPTS, more=CONCEPTS, random=st.randoms(use_true_random=False))
def test_an_import_overwrites_nothing(concepts, more, random):
    text = Untidy(random).file(concepts)
    theirs = [replace(concept, id=ours.id) for ours, concept in zip(concepts, more, strict=False)]
    theirs += [
        concept
        for concept in more[len(theirs) :]
        if concept.id not in {ours.id for ours in concepts}
    ]
    done = merged(text, theirs, file=FILE)
    old, new = read(text), read(done.text)
    assert list(new) == [*old, *done.added]
    assert remarks(done.text) == remarks(text)
    for name, concept in old.items():
        for key in ("definition", "note", "source", "related", "links", "scope", "translate"):
            assert getattr(new[name], key) == getattr(concept, key) or not getattr(concept, key)
        kept = {(term.language, term.text): term for term in new[name].terms}
        for term in concept.terms:
            now = kept[term.language, term.text]
            assert replace(now, note=term.note) == replace(term, romanisation=now.romanisation)
            assert now.note == term.note or not term.note
    assert merged(done.text, theirs, file=FILE).text == done.text
