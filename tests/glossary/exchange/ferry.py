"""Concepts of a harbour desk, and random ones, for the tests of exchange."""

from dataclasses import replace

from hypothesis import strategies as st

from tongsa.model import Concept, Kind, Scope, Status, Term, TermType

PERSON = Concept(
    id="park-mi-rae",
    kind=Kind.PERSON,
    definition="Harbour master of Wando; a “pilot” & a <b>diver</b>",
    note="Her rank comes first.",
    domain="shipping",
    source="unverified",
    related=("wando", "elsewhere"),
    links=("https://example.org/park?a=1&b=2", "Harbour Gazette 3"),
    scope=Scope(sentence=("wando",), article=("wando", "3d-lock")),
    terms=(
        Term(text="Park Mi-rae", language="en", romanisation="Revised"),
        Term(
            text="Pak Mi-rae",
            language="en",
            status=Status.ADMITTED,
            type=TermType.VARIANT,
            romanisation="McCune-Reischauer",
            region="US",
        ),
        Term(
            text="Park",
            language="en",
            status=Status.ADMITTED,
            type=TermType.SHORT,
            case=True,
            after_full=True,
            scope=Scope(beside=("wando",)),
        ),
        Term(text="박미래", language="ko"),
        Term(text="박미레", language="ko", status=Status.FORBIDDEN, note="misspelt"),
        Term(text="朴美來", language="zh_TW"),
        Term(text="朴美来", language="zh_CN"),
        Term(text="朴未来", language="zh_CN", status=Status.DEPRECATED, style="old-press"),
    ),
)
PLACE = Concept(
    id="wando",
    kind=Kind.PLACE,
    terms=(
        Term(text="Wando", language="en"),
        Term(text="완도", language="ko"),
        Term(text="莞島", language="zh"),
    ),
)
LOCK = Concept(
    id="3d-lock", translate=False, terms=(Term(text="3D Lock", language="en", case=True),)
)
HARBOUR = (PERSON, PLACE, LOCK)


def _rank(term):
    usable = term.status in {Status.PREFERRED, Status.ADMITTED}
    admitted = term.status is Status.ADMITTED
    return term.language, not usable, usable and bool(term.style), usable and admitted


def bare(concepts):
    """Return concepts without where they were read, each language's terms in order of use."""
    return [
        replace(
            concept,
            file="",
            line=0,
            terms=tuple(sorted(concept.terms, key=_rank)),
        )
        for concept in concepts
    ]


WORD = st.text(
    st.sampled_from("abZ09./ <>&\"'=+-@#;,\t\n|~]{}:박미래完島台é·_")
    | st.characters(codec="utf-8", exclude_characters="\ufffe\uffff"),  # left out, and told
    min_size=1,
    max_size=12,
).map(lambda text: "".join(sign for sign in text if sign >= " " or sign in "\t\n").strip())
TEXT = WORD | st.just("")
NAME = st.from_regex(r"[a-z0-9](?:[a-z0-9-]{0,8}[a-z0-9])?", fullmatch=True)
NAMES = st.lists(NAME, max_size=2).map(tuple)
SCOPE = st.none() | st.builds(Scope, beside=NAMES, sentence=NAMES, article=NAMES)
TERM = st.builds(
    Term,
    text=WORD.filter(bool),
    language=st.sampled_from(["en", "ko", "zh", "zh_TW", "zh_CN"]),
    status=st.sampled_from(Status),
    type=st.sampled_from(TermType),
    romanisation=TEXT,
    region=st.sampled_from(["", "TW", "KR"]),
    scope=SCOPE,
    style=TEXT,
    case=st.sampled_from([None, True, False]),
    after_full=st.booleans(),
    note=TEXT,
)
CONCEPT = st.builds(
    Concept,
    id=NAME,
    kind=st.sampled_from(Kind),
    definition=TEXT,
    note=TEXT,
    domain=TEXT,
    source=TEXT,
    related=NAMES,
    links=st.lists(st.sampled_from(["https://example.org/a?b&c", "a book", "ftp://x"])).map(tuple),
    scope=SCOPE,
    translate=st.booleans(),
    terms=st.lists(
        TERM, min_size=1, max_size=6, unique_by=lambda term: (term.language, term.text)
    ).map(tuple),
)
CONCEPTS = st.lists(CONCEPT, min_size=1, max_size=4, unique_by=lambda concept: concept.id)
