import pytest

from tongsa.reading import SYSTEMS, fits
from tongsa.reading.characters import _readings
from tongsa.reading.hangul import CODAS, ONSETS, VOWELS, Syllable, take_apart
from tongsa.reading.systems import find, read_table

EXAMPLES = [
    (system, characters, spelling, verdict)
    for system, stem in SYSTEMS.items()
    for key, verdict in (("yes", True), ("no", False))
    for characters, spellings in read_table(stem)[key].items()
    for spelling in spellings
]


@pytest.mark.parametrize(("system", "characters", "spelling", "verdict"), EXAMPLES)
def test_a_system_holds_its_own_examples(system, characters, spelling, verdict):
    assert fits(spelling, characters, system) is verdict


@pytest.mark.parametrize(("system", "stem"), SYSTEMS.items())
def test_a_system_is_named_as_its_file_says(system, stem):
    assert read_table(stem)["name"] == system


@pytest.mark.parametrize(("system", "stem"), SYSTEMS.items())
def test_every_syllable_of_its_language_can_be_spelled(system, stem):
    rules = find(system)
    assert rules is not None
    for character in _readings(read_table(stem)["language"]):
        (spellings,) = rules.slots(character, family=False)
        assert all(spellings), character


def test_every_syllable_in_hangul_is_whole():
    rules = find("Mandarin in Hangul")
    assert rules is not None
    for character in _readings("zh"):
        (spellings,) = rules.slots(character, family=False)
        assert all("가" <= it <= "힣" for text in spellings for it in text), character


# 국립국어원, 외래어 표기법, 표 5: a row for each kind of joining.
@pytest.mark.parametrize(
    ("character", "hangul"),
    [
        ("文", "원"),
        ("門", "먼"),
        ("翁", "웡"),
        ("東", "둥"),
        ("威", "웨이"),
        ("水", "수이"),
        ("孫", "쑨"),
        ("月", "웨"),
        ("雪", "쉐"),
        ("泉", "취안"),
        ("軍", "쥔"),
        ("熊", "슝"),
        ("瓊", "충"),
        ("久", "주"),
        ("家", "자"),
        ("霞", "샤"),
        ("天", "톈"),
        ("謝", "셰"),
        ("日", "르"),
        ("波", "보"),
        ("國", "궈"),
        ("二", "얼"),
    ],
)
def test_onset_and_rime_join_in_hangul(character, hangul):
    assert fits(hangul, character, "Mandarin in Hangul") is True


# Where tables by letter go wrong in Wade–Giles: o for e and uo, u behind k, ü, buzzing vowels.
@pytest.mark.parametrize(
    ("character", "spelling"),
    [
        ("國", "kuo"),
        ("羅", "lo"),
        ("火", "huo"),
        ("說", "shuo"),
        ("若", "jo"),
        ("卓", "cho"),
        ("桂", "kuei"),
        ("輝", "hui"),
        ("葛", "ko"),
        ("柯", "k'o"),
        ("何", "ho"),
        ("鐵", "t'ieh"),
        ("葉", "yeh"),
        ("嚴", "yen"),
        ("游", "yu"),
        ("雄", "hsiung"),
        ("薛", "hsüeh"),
        ("君", "chün"),
        ("芝", "chih"),
        ("日", "jih"),
        ("子", "tzŭ"),
        ("賜", "tz'ŭ"),
        ("思", "ssŭ"),
        ("賴", "lai"),
    ],
)
def test_a_syllable_is_spelled_as_giles_has_it(character, spelling):
    assert fits(spelling, character, "Wade–Giles") is True


def test_hangul_is_put_together_as_it_was_taken_apart():
    assert take_apart("중") == Syllable("ㅈ", "ㅜ", "ㅇ")
    assert take_apart("가") == Syllable("ㄱ", "ㅏ", "")
    assert take_apart("힣") == Syllable("ㅎ", "ㅣ", "ㅎ")
    whole = [Syllable(*parts) for parts in zip(ONSETS, VOWELS, CODAS, strict=False)]
    assert [take_apart(str(syllable)) for syllable in whole] == whole
