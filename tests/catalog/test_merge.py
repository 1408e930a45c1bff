from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongsa.catalog import header, po
from tongsa.catalog.edit import with_targets
from tongsa.catalog.merge import Joiners, Order, merge, template
from tongsa.model import Hint, Place, Unit

JOINERS = Joiners(source=" ", target=" ")
SENTENCES = [
    "The quay opened at four in the morning.",
    "Ships came at once.",
    "The harbour board paid $4.5 million for the new cranes.",
    "Nobody else paid anything.",
    "Ida Quillfeather has led the harbour board since 2019.",
    "She will not stand again.",
    "The old cranes were sold to a fish farm in the north.",
    "Yes.",
]


def order(*sources: str, day: int = 1, signature: str = "tongsa-rules 1") -> Order:
    units = [
        Unit(
            source=source,
            context=None,
            places=(Place(block=0, ordinal=at, of=len(sources), line=at + 1),),
            hints=(Hint(kind="role", text="paragraph"),),
        )
        for at, source in enumerate(dict.fromkeys(sources))
    ]
    created = datetime(2030, 5, day, tzinfo=UTC)
    fields = header.new_header("ko", project="quay", segmenter=signature, created=created)
    return Order(units=units, article="seeds/quay.txt", header=fields)


def translated(catalog: po.Catalog, translate=lambda source: f"[{source}]") -> po.Catalog:
    """Translate every live entry as a person would, and read the file again."""
    entries = [
        entry
        if entry.is_header or entry.obsolete
        else with_targets(entry, [translate(entry.source)], catalog.layout)
        for entry in catalog.entries
    ]
    return po.parse(catalog.with_entries(entries).data, path="ko/quay.po")


def begun(*sources: str) -> po.Catalog:
    return translated(merge(None, order(*sources), JOINERS))


def again(catalog: po.Catalog, *sources: str) -> po.Catalog:
    return po.parse(merge(catalog, order(*sources, day=2), JOINERS).data, path="ko/quay.po")


def entry(catalog: po.Catalog, source: str):
    return next(each for each in catalog.entries if each.source == source and not each.obsolete)


def test_the_same_article_gives_the_very_same_catalog():
    catalog = begun(*SENTENCES)
    assert merge(catalog, order(*SENTENCES, day=2), JOINERS) is catalog


def test_a_template_of_the_same_article_keeps_its_date():
    old = template(None, order(*SENTENCES))
    assert template(old, order(*SENTENCES, day=2)).data == old.data


def test_a_change_sets_the_creation_date_and_leaves_the_revision_date():
    catalog = again(begun(*SENTENCES), *SENTENCES[:-1])
    assert catalog.headers["POT-Creation-Date"].startswith("2030-05-02")
    assert catalog.headers["PO-Revision-Date"].startswith("2030-05-01")


def test_a_moved_sentence_keeps_its_translation_and_is_not_fuzzy():
    catalog = again(begun(*SENTENCES), *SENTENCES[3:], *SENTENCES[:3])
    assert [each.source for each in catalog.entries[1:]] == [*SENTENCES[3:], *SENTENCES[:3]]
    assert not any(each.fuzzy for each in catalog.entries)


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("The board paid $4.5 million.", "The board paid $5.4 million.", "figure"),
        ("Ida Quillfeather leads the board.", "Ida Fernwright leads the board.", "name"),
        ("She will stand again next year.", "She will not stand again next year.", "negation"),
        ("The old cranes were sold quickly.", "The old cranes were sold slowly.", "reworded"),
    ],
)
def test_an_edited_sentence_turns_fuzzy_and_says_what_changed(old, new, changed):
    found = entry(again(begun(old, *SENTENCES), new, *SENTENCES), new)
    assert found.fuzzy
    assert found.target == f"[{old}]"
    assert found.previous_source == old
    assert f"changed: {changed}" in found.extracted


def test_a_sentence_in_another_role_is_fuzzy_for_its_context():
    units = [replace(unit, context="headline") for unit in order(SENTENCES[0]).units]
    catalog = merge(begun(SENTENCES[0]), replace(order(), units=units), JOINERS)
    found = entry(po.parse(catalog.data, path="ko/quay.po"), SENTENCES[0])
    assert found.fuzzy
    assert "changed: context" in found.extracted


def merged(*pairs: tuple[str, str]) -> po.Catalog:
    """Begin a catalog with these translations."""
    targets = dict(pairs)
    return translated(merge(None, order(*targets), JOINERS), targets.__getitem__)


TOLD = (
    (SENTENCES[0], "부두가 열리자 배들이 곧 왔고, 위원회는 450만 달러를 냈다."),
    (SENTENCES[1], "{<}"),
    (SENTENCES[2], "{<}"),
    (SENTENCES[3], "다른 누구도 내지 않았다."),
)


def test_words_told_for_a_sentence_that_changed_are_doubted_where_they_stand():
    changed = SENTENCES[2].replace("$4.5", "$5.4")
    catalog = again(merged(*TOLD), *SENTENCES[:2], changed, SENTENCES[3])
    found = entry(catalog, SENTENCES[0])
    assert found.fuzzy
    assert found.previous_source == " ".join(SENTENCES[:3])
    assert entry(catalog, changed).fuzzy
    assert not entry(catalog, SENTENCES[3]).fuzzy


def test_words_told_for_a_sentence_that_went_are_doubted_where_they_stand():
    catalog = again(merged(*TOLD), *SENTENCES[:2], SENTENCES[3])
    assert entry(catalog, SENTENCES[0]).fuzzy
    assert not entry(catalog, SENTENCES[1]).fuzzy


def test_a_sentence_put_between_two_merged_ones_makes_both_doubtful():
    catalog = again(merged(*TOLD), SENTENCES[0], SENTENCES[4], *SENTENCES[1:4])
    assert entry(catalog, SENTENCES[0]).fuzzy
    assert entry(catalog, SENTENCES[1]).fuzzy
    assert (
        "changed: the sentences that its mark refers to" in entry(catalog, SENTENCES[1]).extracted
    )


def test_a_moved_paragraph_keeps_its_merged_sentences():
    catalog = again(merged(*TOLD), SENTENCES[4], *SENTENCES[:4])
    assert not any(each.fuzzy for each in catalog.entries)


def test_a_file_that_a_tool_sorted_is_read_in_the_articles_order():
    catalog = merged(*TOLD)
    entries = [catalog.entries[0], *sorted(catalog.entries[1:], key=lambda each: each.source)]
    sorted_file = po.parse(catalog.with_entries(entries).data, path="ko/quay.po")
    back = merge(sorted_file, order(*SENTENCES[:4]), JOINERS)
    assert not any(each.fuzzy for each in back.entries)


def test_a_hint_on_what_changed_stands_until_the_entry_is_settled():
    new = "The harbour board paid $5.4 million for the new cranes."
    sources = [SENTENCES[0], new, *SENTENCES[3:]]
    once = again(begun(*SENTENCES), *sources)
    assert again(once, *sources).data == once.data


def test_the_translation_of_an_edited_sentence_comes_back_with_the_sentence():
    edited = [sentence.replace("$4.5", "$5.4") for sentence in SENTENCES]
    catalog = again(again(begun(*SENTENCES), *edited), *SENTENCES)
    found = entry(catalog, SENTENCES[2])
    assert not found.fuzzy
    assert found.target == f"[{SENTENCES[2]}]"


def test_two_sentences_made_one_are_suggested_both_translations():
    joined = "The quay opened at four in the morning and ships came at once."
    catalog = again(begun(*SENTENCES), joined, *SENTENCES[2:])
    assert entry(catalog, joined).target == f"[{SENTENCES[0]}] [{SENTENCES[1]}]"
    assert entry(catalog, joined).fuzzy


def test_a_sentence_made_two_is_suggested_for_both():
    whole = "The harbour board paid for the new cranes, and the old cranes went to a fish farm."
    parts = ["The harbour board paid for the new cranes.", "The old cranes went to a fish farm."]
    catalog = again(begun(whole, *SENTENCES[:2]), *parts, *SENTENCES[:2])
    assert [entry(catalog, part).target for part in parts] == [f"[{whole}]"] * 2


def test_a_translators_comment_goes_with_the_sentence():
    text = begun(*SENTENCES).data.decode().replace("#. role", "# Ask the desk.\n#. role", 2)
    edited = [sentence.replace("four", "five") for sentence in SENTENCES]
    catalog = again(po.parse(text.encode(), path="ko/quay.po"), *edited)
    assert entry(catalog, edited[0]).comments == ("Ask the desk.",)


def test_an_untranslated_sentence_that_goes_leaves_nothing_behind():
    catalog = again(merge(None, order(*SENTENCES), JOINERS), SENTENCES[0])
    assert "#~" not in catalog.text


def test_changed_rules_of_segmentation_are_told_in_the_header():
    catalog = merge(begun(*SENTENCES), order(*SENTENCES, day=2, signature="srx 1a2b"), JOINERS)
    assert catalog.headers["X-Tongsa-Segmenter"] == "srx 1a2b"


def test_headers_that_others_wrote_stay_as_they_are():
    language = '"Language: ko\\n"'
    theirs = f'"X-Poedit-Basepath: ..\\n"\n{language}\n"X-Mine: 내 것\\n"'
    text = begun(*SENTENCES).data.decode().replace(language, theirs)
    assert theirs in again(po.parse(text.encode(), path="ko/quay.po"), *SENTENCES[1:]).text


VOCABULARY = ("quay", "ship", "crane", "$4", "$5", "not", "Ida", "never", "opens", "pays", "the")
words = st.sampled_from(VOCABULARY)
sentence = st.lists(words, min_size=1, max_size=7).map(lambda each: " ".join(each) + ".")
articles = st.lists(sentence | st.sampled_from(SENTENCES), min_size=1, max_size=9, unique=True)


@given(old=articles, news=st.lists(articles, min_size=1, max_size=3))
def test_no_translation_is_ever_lost(old, news):
    catalog = begun(*old)
    for new in news:
        catalog = again(catalog, *new)
    held = " ".join(target for each in catalog.entries for target in each.targets)
    for source in old:
        assert f"[{source}]" in held


@given(old=articles, new=articles)
def test_only_what_is_the_same_is_published(old, new):
    for each in again(begun(*old), *new).entries[1:]:
        if not each.obsolete and not each.fuzzy:
            assert each.target in {"", f"[{each.source}]"}


@given(old=articles, new=articles)
def test_a_second_merge_changes_nothing(old, new):
    once = again(begun(*old), *new)
    assert again(once, *new).data == once.data


@given(old=articles, news=st.lists(articles, min_size=1, max_size=4))
def test_no_message_stands_twice_not_even_among_the_obsolete(old, news):
    # GNU msgfmt refuses a file in which an obsolete message has the identity of another.
    catalog = begun(*old)
    for new in news:
        catalog = translated(again(catalog, *new))
    identities = [each.identity for each in catalog.entries]
    assert len(set(identities)) == len(identities)
