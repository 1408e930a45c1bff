"""Which concepts an article names, and by which terms its translation does."""

import time

import pytest

from tongsa.glossary.glossary import Glossary
from tongsa.glossary.load import load
from tongsa.glossary.mention import visible
from tongsa.glossary.sources import Sources
from tongsa.glossary.standing import Variety
from tongsa.glossary.usage import Usage

CONCEPTS = """
[taiwan]
kind = "place"
en = "Taiwan"
ko = "대만"
zh = "台灣"

[us]
kind = "place"
en = ["United States", "US"]
ko = "미국"
zh = "美國"

[japan]
kind = "place"
en = "Japan"
ko = "일본"
zh_TW = "日本"
zh_CN = "日本"

[taiwan-strait]
kind = "place"
en = "Taiwan Strait"
ko = "대만해협"
zh = "台灣海峽"

[korea]
kind = "place"
en = ["South Korea", { term = "Seoul", scope = { article = ["taiwan"] } }]
ko = "한국"
zh = "韓國"

[liang]
kind = "person"
en = ["Liang Guangzhong", { term = "Liang", type = "short", after_full = true }]
ko = ["량광중", { term = "량 대표", type = "short", after_full = true }]
zh = "梁光中"

[president-of-taiwan]
kind = "title"
scope = { beside = ["taiwan", "liang"] }
en = "President"
ko = ["총통", { term = "대통령", status = "forbidden" }]
zh = "總統"

[strait-patrol]
scope = ["taiwan-strait"]
en = "patrol"
ko = "순찰"
zh = "巡邏"

[capital]
scope = { article = ["taiwan"] }
en = "capital"
ko = "수도"
zh = "首都"

[guinea]
kind = "place"
en = "Guinea"
ko = "기니"
zh = "幾內亞"

[equatorial-guinea]
kind = "place"
en = "Equatorial Guinea"
ko = "적도 기니"
zh = "赤道幾內亞"

[memory]
kind = "technology"
en = "memory chip"
ko = "메모리 반도체"
zh_TW = "記憶體"
zh_CN = "内存"

[coffee]
translate = false
kind = "product"
en = "LatteBot"

[office]
kind = "title"
en = "cabinet"
ko = "내각"
zh_TW = "內閣"
zh_CN = ["内阁", { term = "行政团队", style = "mainland-media" }]
"""


def usage(*pairs, language="ko", styles=(), concepts=CONCEPTS):
    glossary = Glossary(load(concepts, file="harbour.toml"))
    sources = Sources(glossary, tuple(source for source, _ in pairs), "en")
    variety = Variety(language=language, styles=frozenset(styles))
    return Usage(sources, tuple(target for _, target in pairs), variety)


def named(*sources):
    """Return for each source the ids of what it names, ordered by place."""
    used = usage(*((source, "") for source in sources))
    concepts = used.glossary.concepts
    return [
        [concepts[mention.concept].id for mention in used.demanded(unit)]
        for unit in range(len(sources))
    ]


def doubtful(*sources):
    used = usage(*((source, "") for source in sources))
    concepts = used.glossary.concepts
    return [
        {concepts[concept].id for concept in used.sources.doubtful(unit)}
        for unit in range(len(sources))
    ]


def rendered(source, target, name, *, language="ko", styles=()):
    """Return the words by which a translation names a concept."""
    used = usage((source, target), language=language, styles=styles)
    mentions = used.renderings(0, used.glossary.by_id[name])
    return [target[mention.start : mention.end] for mention in mentions]


def followed(source, target, name, language="ko"):
    used = usage((source, target), language=language)
    return used.followed(0, used.glossary.by_id[name])


def test_a_unit_names_what_its_source_holds():
    assert named("The ship left Taiwan for South Korea.") == [["taiwan", "korea"]]


def test_a_longer_name_masks_the_one_within_it():
    assert named("Ships crossed the Taiwan Strait.") == [["taiwan-strait"]]
    assert named("Ships left Taiwan by the Taiwan Strait.") == [["taiwan", "taiwan-strait"]]


def test_a_scope_in_the_sentence_holds_there_alone():
    assert named("A patrol saw the Taiwan Strait.", "Then the patrol slept.") == [
        ["strait-patrol", "taiwan-strait"],
        [],
    ]


def test_a_scope_in_the_article_holds_before_and_behind():
    sources = "The capital woke early.", "Taiwan was calm.", "Its capital slept."
    assert named(*sources) == [["capital"], ["taiwan"], ["capital"]]
    assert named(sources[0], "Nobody was calm.") == [[], []]


def test_a_scope_of_one_term_binds_no_other():
    assert named("South Korea was calm, and Seoul slept.") == [["korea"]]
    assert named("And Seoul slept.", "Taiwan was calm.") == [["korea"], ["taiwan"]]


@pytest.mark.parametrize(
    "source",
    [
        "They met Taiwan's President yesterday.",
        "They met Taiwan President and others.",
        "They met the President of Taiwan.",
        "They met Taiwan's new President.",
    ],
)
def test_a_scope_beside_holds_right_before_and_behind(source):
    assert "president-of-taiwan" in named(source)[0]


@pytest.mark.parametrize(
    "source",
    [
        "The President spoke.",
        "The President flew home from a visit to Taiwan.",
        "Taiwan asked the President to wait.",
    ],
)
def test_a_scope_beside_does_not_hold_far_away(source):
    assert "president-of-taiwan" not in named(source)[0]


def test_what_is_out_of_scope_is_doubtful():
    assert doubtful("The President flew to Taiwan.") == [{"president-of-taiwan"}]
    assert doubtful("They met the President of Taiwan.") == [set()]


def test_what_is_masked_is_doubtful_and_what_stands_twice_in_one_place_is_not():
    assert doubtful("Ships crossed the Taiwan Strait.") == [{"taiwan"}]


def test_a_short_form_names_its_concept_behind_the_full_one_alone():
    assert named("Then Liang spoke.", "It was Liang Guangzhong.", "Then Liang left.") == [
        [],
        ["liang"],
        ["liang"],
    ]


def test_an_article_without_the_full_form_knows_no_short_one():
    assert named("Then Liang spoke.", "Then Liang left.") == [[], []]


def test_an_article_names_a_concept_in_any_unit():
    used = usage(("Taiwan was calm.", ""), ("Nobody slept.", ""))
    assert used.sources.in_article(used.glossary.by_id["taiwan"])
    assert not used.sources.in_article(used.glossary.by_id["guinea"])


def test_a_full_form_stands_before_a_short_one_in_the_translation():
    used = usage(
        ("It was Liang Guangzhong.", "량 대표가 왔다."),
        ("Liang Guangzhong spoke.", "량광중이 말했고 량 대표는 갔다."),
        ("Then Liang left.", "량 대표가 떠났다."),
    )
    liang = used.glossary.by_id["liang"]
    shorts = [
        (unit, mention)
        for unit in range(3)
        for mention in used.renderings(unit, liang)
        if mention.term.after_full
    ]
    assert [used.full_before(*each) for each in shorts] == [False, True, True]


def test_a_rendering_is_told_with_its_place():
    assert rendered("Taiwan was calm.", "그날 대만은 조용했다.", "taiwan") == ["대만"]


def test_a_name_within_another_of_its_kind_is_no_rendering():
    assert rendered("Guinea was calm.", "赤道幾內亞很平靜。", "guinea", language="zh_TW") == []
    assert not followed("Guinea was calm.", "赤道幾內亞很平靜。", "guinea", "zh_TW")


def test_a_name_within_another_that_the_source_names_too_is_a_rendering():
    source = "Guinea and Equatorial Guinea were calm."
    target = "幾內亞與赤道幾內亞很平靜。"
    assert rendered(source, target, "guinea", language="zh_TW") == ["幾內亞", "幾內亞"]


def test_a_forbidden_term_is_no_rendering():
    used = usage(("The President of Taiwan spoke.", "대만 대통령이 말했다."))
    president = used.glossary.by_id["president-of-taiwan"]
    assert used.renderings(0, president) == ()
    assert [str(it.standing) for it in used.rendered(0) if it.concept == president] == ["forbidden"]
    assert not used.followed(0, president)


def test_a_term_in_a_compound_follows_the_source():
    assert followed("Each memory chip was new.", "메모리반도체업계가 새롭다.", "memory")
    assert not followed("Each memory chip was new.", "반도체업계가 새롭다.", "memory")


@pytest.mark.parametrize(
    ("language", "target"),
    [
        ("ko", "미 국방부는 답하지 않았다."),
        ("ko", "항만청은 미 국방장관과 만났다."),
        ("ko", "한·미 국방장관이 만났다."),
        ("ko", "美 국방부, 항만 조사"),
        ("zh_TW", "美財政部沒有回覆。"),
        ("zh_TW", "港務局表示美財政部沒有回覆。"),
    ],
)
def test_a_country_is_named_by_its_short_form_before_its_offices(language, target):
    assert followed("The US department gave no answer.", target, "us", language)


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("ko", "us", "재미 국방부 직원 모임은 답하지 않았다."),
        ("ko", "us", "미 관측소는 답하지 않았다."),
        ("ko", "japan", "이달 30일 정부는 답하지 않았다."),
        ("ko", "japan", "일정부분 답했다."),
        ("ko", "us", "영 외무부는 답하지 않았다."),
        ("zh_TW", "japan", "港務局今日外交部門都沒有回覆。"),
        ("zh_TW", "us", "英外交部沒有回覆。"),
    ],
)
def test_what_looks_like_a_short_form_of_a_country_elsewhere_names_none(language, source, target):
    sentence = {"us": "The US gave no answer.", "japan": "Japan gave no answer."}[source]
    assert not followed(sentence, target, source, language)


def test_the_other_edition_s_word_is_another_edition_s():
    used = usage(("A memory chip.", "一個內存。"), language="zh_TW")
    assert [str(it.standing) for it in used.rendered(0)] == ["another edition's"]
    assert not used.followed(0, used.glossary.by_id["memory"])


def test_a_house_style_is_used_where_it_is_switched_on_alone():
    source, target = "The cabinet met.", "行政团队开会了。"
    assert rendered(source, target, "office", language="zh_CN") == []
    styled = rendered(source, target, "office", language="zh_CN", styles=["mainland-media"])
    assert styled == ["行政团队"]


def test_a_term_that_is_not_translated_is_named_and_has_no_other_form():
    used = usage(("The LatteBot was new.", "LatteBot은 새롭다."))
    bot = used.glossary.by_id["coffee"]
    assert [mention.concept for mention in used.demanded(0)] == [bot]
    assert used.glossary.usable(bot, used.variety) == []
    assert used.renderings(0, bot) == ()


def test_two_units_told_by_one_translation_are_both_followed():
    told = "대만에서 출발한 배가 한국에 왔다."
    used = usage(("A ship left Taiwan.", told), ("It came to South Korea.", told))
    ids = used.glossary.by_id
    assert used.followed(0, ids["taiwan"])
    assert used.followed(1, ids["korea"])


@pytest.mark.parametrize(
    "source",
    [
        "See https://example.org/Taiwan/map for more.",
        "See www.Taiwan.example for more.",
        "Write to Taiwan@example.org now.",
        'The <a title="Taiwan">island</a> slept.',
        "The <!-- Taiwan --> slept.",
    ],
)
def test_addresses_and_tags_name_nothing(source):
    assert named(source) == [[]]


def test_what_stands_beside_an_address_is_named():
    source = "Taiwan <b>South Korea</b> https://example.org/x) Guinea"
    assert named(source) == [["taiwan", "korea", "guinea"]]


def test_words_that_run_into_an_address_are_seen():
    used = usage(("Taiwan, a@example.org", "請寄a@example.org台灣辦公室"), language="zh_TW")
    assert used.followed(0, used.glossary.by_id["taiwan"])
    used = usage(("Taiwan, https://example.org/a", "대만https://example.org/a대만"))
    assert len(used.renderings(0, used.glossary.by_id["taiwan"])) == 2


@pytest.mark.parametrize(
    "text", ["a < b and c > d", "1/2 of it", "me@home", "no signs", "<3 taiwan", "a <b c"]
)
def test_other_text_stays_visible(text):
    assert visible(text) == text


@pytest.mark.parametrize("unit", ["a", "a.", "<a", "a@", "www.", "https://", "</", "-@-"])
def test_hiding_addresses_takes_no_longer_than_the_text_is_long(unit):
    def seconds(length):
        start = time.process_time()
        visible(unit * length + " @ / <")
        return time.process_time() - start

    best = [min(seconds(length) for _ in range(3)) for length in (20_000, 80_000)]
    assert best[1] < 12 * best[0] + 0.1  # four times the text; sixteen times were quadratic


def test_positions_stay_where_they_are_behind_an_address():
    text = "https://example.org/대 대만"
    assert len(visible(text)) == len(text)
    assert rendered("Taiwan", text, "taiwan") == ["대만"]


def test_of_two_spellings_of_a_concept_at_one_place_the_one_as_written_is_told():
    concepts = """
    [alliance]
    en = ["3D Fabric", { term = "3DFabric", type = "variant" }]
    """
    used = usage(("The 3DFabric and 3D Fabric", ""), concepts=concepts)
    assert [mention.term.text for mention in used.demanded(0)] == ["3DFabric", "3D Fabric"]


def test_two_concepts_at_one_place_are_both_named():
    concepts = """
    [state]
    en = "Georgia"
    [country]
    en = "Georgia"
    """
    assert len(usage(("In Georgia it rains.", ""), concepts=concepts).demanded(0)) == 2


@pytest.mark.parametrize(
    "source", ["Today South Taiwan Morning Post was read.", "The old Reed Taiwan Jones was read."]
)
def test_capitals_around_a_name_make_it_part_of_another(source):
    assert "taiwan" not in named(f"{source} and then it was put away")[0]
