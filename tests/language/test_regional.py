"""Words that the mainland and Taiwan write differently."""

from importlib import resources

from tongsa.language import regional
from tongsa.language.regional import find

LINES = [
    line
    for line in resources.files("tongsa.language").joinpath("regional.txt").read_text().splitlines()
    if line and line[0] not in "#="
]
KEYS = {"en", "en-tw", "en-cn", "tw", "cn"}


def words(text: str, language: str) -> list[str]:
    """Return the words of the other side in a text."""
    return [text[place.start : place.end] for place in find(text, language)]


def test_every_row_says_what_it_should():
    for line in LINES:
        prove(line)


def prove(line: str) -> None:
    mainland, taiwan, in_taiwan, in_mainland, *more = line.split(" ")
    assert {in_taiwan, in_mainland} <= set("x?-"), line
    assert {in_taiwan, in_mainland} != {"-"}, f"tells nothing: {line}"
    given = dict(part.split(":") for part in more)
    assert set(given) <= KEYS
    for own, theirs in (("tw", mainland), ("cn", taiwan)):
        wrong = theirs.replace("/", ",").split(",")
        for longer in filter(None, given.get(own, "").split(",")):
            assert longer not in wrong, line
            assert any(word in longer for word in wrong), f"{longer} holds no {theirs}"


def test_no_row_stands_twice():
    pairs = [tuple(line.split(" ")[:2]) for line in LINES]
    assert len(pairs) == len(set(pairs))


def test_words_of_the_other_side_are_found_in_either_script():
    assert words("港口的軟件和數據庫", "zh_TW") == ["軟件", "數據庫"]
    assert words("港口的软体和伺服器", "zh_CN") == ["软体", "伺服器"]


def test_a_word_within_a_longer_one_that_is_right_is_none():
    assert words("重視電視頻道，存在線索，拍打印章", "zh_TW") == []
    assert words("开往厄瓜多尔的软体动物", "zh_CN") == []


def test_both_ways_to_write_taiwan_are_read():
    assert words("線上視頻平臺", "zh_TW") == ["視頻平臺"]


def test_what_a_word_stands_for_may_need_proof_in_the_source():
    (place,) = find("雪梨很远", "zh_CN")
    assert place.said("Pears are far.") == []
    assert [row.right for row in place.said("Sydney is far.")] == [["悉尼"]]


def test_other_languages_have_no_other_side():
    assert find("軟件", "ko") == []


def test_much_text_is_read_as_little_text_is():
    text = "港口的軟件、視頻和意大利麵，電視頻道，存在線索。" * 2_000
    much = find(text, "zh_TW")
    side = regional._Side("zh_TW")  # noqa: SLF001 (reads as little text is read)
    little = [place for place in side._looked_up(text) if side._lines[place[2]]]  # noqa: SLF001
    assert [(place.start, place.end) for place in much] == [place[:2] for place in little]
