"""Which words name a person, and which do not."""

import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tongsa.people import spot

ANY = st.lists(st.text(st.characters(codec=None, categories=None), max_size=80), max_size=6)
NAMELIKE = st.lists(
    st.sampled_from(
        [
            *("Kim", "KIM", "Mr.", "President", "Chia-lung", "Liang,", "Guangzhong", "of", "J."),
            *("van", "and", "said", "Dana", "Whitlock's", "Jr.", "&", "United", "Hong Kong", "."),
        ]
    ),
    max_size=20,
).map(" ".join)


def names(*texts):
    return [mention.name for mention in spot(texts)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plan of Representative Liang is new.", ["Liang"]),
        ("Premier Cho Jungtai spoke first.", ["Cho Jungtai"]),
        (
            "Foreign Minister Lin Chia-lung met Sen. Dana Whitlock.",
            ["Lin Chia-lung", "Dana Whitlock"],
        ),
        (
            "The reply of Mr. Fu and Prof. Adaeze Okonkwo-Bell was short.",
            ["Fu", "Adaeze Okonkwo-Bell"],
        ),
        ("“No,” said Peter Marlowe, of the Harbour Institute.", ["Peter Marlowe"]),
        ("Presidents Vance and Osei met.", ["Vance", "Osei"]),
        ("He asked coach Luka Zvonar for help.", ["Luka Zvonar"]),
        ("Kvetka Hrabal, 34, paints.", ["Kvetka Hrabal"]),
        (
            "It was Wendel Achterberg, the chief executive of the bank, who paid.",
            ["Wendel Achterberg"],
        ),
    ],
)
def test_a_title_or_an_apposition_proves_a_name(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    "name",
    [
        "Liang Guangzhong",
        "Liang Kuang-chung",
        "Ryang Kwangjung",
        "LIANG Guangzhong",
        "Chia-lung Lin",
        "Tsou Mei-ling",
        "Moon Hae Won",
        "Cheung Wai-kit",
        "Guo Mei-Ling",
        "William Tsou Mei-ling",
        "J. W. Tsou",
        "J.W. Tsou",
        "Yuan T. Li",
        "Dana Whitlock",
        "Dana Whitlock Jr.",
        "Lena van der Hoeven",
        "Khalid bin Rashed",
        "Dominic O’Shea",
        "Michael Jordan",
    ],
)
def test_a_full_name_is_known_by_its_shape_or_its_given_name(name):
    mention, *others = spot([f"Yesterday we saw {name} at the fair."])
    assert (mention.name, mention.full, others) == (name, True, [])


@pytest.mark.parametrize(
    "text",
    [
        "Ryang Kwangjung of the Taipei Mission in Korea met Samsung Electronics and SK Hynix.",
        "The YouTuber “Pani Bottle” was at SEMICON Taiwan for Asia Economy.",
        "Hong Kong and Kuala Lumpur are Northeast Asian no more than Tai Chi is Korean.",
    ],
)
def test_firms_places_and_fairs_beside_a_person_are_none(text):
    assert set(names(text)) <= {"Ryang Kwangjung"}


@pytest.mark.parametrize(
    "text",
    [
        "The Industrial Innovation Act passed, and Johns Hopkins University was glad.",
        "Wells Fargo, Goldman Sachs and Morgan Stanley lend to Johnson & Johnson.",
        "The Nobel Prize went to the Martin Luther King Library on Evelyn Street.",
        "The Charlotte Hornets play in Victoria Park on Sunday in May.",
        "General Motors and the Premier League have a deal, the Ministry of Justice said.",
        "Real Madrid, Aston Villa and Manchester City won in the Champions League.",
        "In June, Mount Everest and Lake Victoria were closed by Hurricane Florence.",
        "Li Auto, Jin Air and Chi Mei Optoelectronics are on the Hang Seng.",
        "Young people may go on; so will the long, long river.",
        "Port Lantern Drafts Rules to Keep Chip Secrets From Leaving the Harbour",
        "Chip Stocks Slide as Harbour Memory Warns on China Sales",
        "President Hotel Opens in Grand Plaza",
        "He called the U.S. Supreme Court and the EU Commission.",
    ],
)
def test_what_is_no_person_is_not_found(text):
    assert names(text) == []


def test_a_family_name_alone_counts_where_the_article_has_the_full_name():
    assert names("Whitlock won.") == []
    assert names("Dana Whitlock ran.", "Whitlock won, and Whitlock’s party, too.") == [
        "Dana Whitlock",
        "Whitlock",
        "Whitlock",
    ]


def test_a_family_name_of_an_east_asian_name_is_its_first_word():
    assert names("Tsou Mei-ling came.", "Later Tsou left.", "Mei stayed.") == [
        "Tsou Mei-ling",
        "Tsou",
    ]


def test_a_family_name_that_is_a_month_needs_a_person_s_company():
    found = spot(["Dana May ran.", "In May it rained.", "“I am wet,” May said.", "Mrs May left."])
    assert [(mention.name, mention.text) for mention in found] == [
        ("Dana May", 0),
        ("May", 2),
        ("May", 3),
    ]


def test_a_family_name_proves_a_relative_s_name():
    assert names(
        "Dana Whitlock and her son came.", "For Zebulen Whitlock it was the first time."
    ) == [
        "Dana Whitlock",
        "Zebulen Whitlock",
    ]


def test_a_family_name_within_a_firm_s_name_is_no_person():
    assert names("Dana Whitlock spoke.", "She visited Whitlock Motors and Whitlock Tower.") == [
        "Dana Whitlock"
    ]


def test_titles_possessives_and_punctuation_are_no_part_of_a_name():
    text = "That is Mayor Dana Whitlock's (and Dr. Fu’s) view."
    found = spot([text])
    assert [(mention.name, mention.title) for mention in found] == [
        ("Dana Whitlock", "Mayor"),
        ("Fu", "Dr."),
    ]
    assert all(text[mention.start : mention.end] == mention.name for mention in found)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Deputy Prime Minister Dana Whitlock left.", "Deputy Prime Minister"),
        ("Dana Whitlock, President of Harbour Memory, left.", "President of Harbour Memory"),
        ("Then goalkeeper Dana Whitlock left.", "goalkeeper"),
        ("Dana Whitlock left, to a son’s regret.", ""),
        ("Dana Whitlock, Peter Marlowe and coach Kim left.", ""),
    ],
)
def test_a_title_is_what_stands_before_or_behind_a_name(text, title):
    assert spot([text])[0].title == title


@pytest.mark.parametrize(
    "text", ["Liang, Guangzhong", "By Liang, Guangzhong", "(Liang, Guangzhong)"]
)
def test_a_comma_may_turn_a_name_round(text):
    assert [(mention.name, mention.full) for mention in spot([text])] == [
        ("Liang, Guangzhong", True)
    ]


def test_a_comma_between_two_people_turns_nothing_round():
    texts = ["Liang Meihua and Tsou Mei-ling met.", "With Liang, Guangming came along with bread."]
    assert names(*texts) == ["Liang Meihua", "Tsou Mei-ling", "Liang"]


def test_a_number_behind_a_given_name_is_no_family_name():
    assert [mention.full for mention in spot(["Later Queen Elizabeth II came."])] == [False]


def test_what_is_a_direction_behind_the_is_no_family_name():
    assert names("Dana West came.", "West smiled.", "The plan divides the West.") == [
        "Dana West",
        "West",
    ]


def test_a_headline_in_capitals_has_the_names_of_the_body():
    assert names("WHITLOCK VISITS TAIPEI", "Mayor Dana Whitlock came.") == [
        "WHITLOCK",
        "Dana Whitlock",
    ]


def test_a_title_proves_a_name_in_a_headline():
    assert names("President Kim Visits Taipei") == ["Kim"]
    assert names("Premier Tells Lawmakers He Will Stay") == []


@given(ANY | st.lists(NAMELIKE, max_size=4))
@settings(max_examples=300, deadline=None)
def test_no_text_raises_and_every_span_is_the_name(texts):
    found = spot(texts)
    assert list(found) == sorted(found, key=lambda mention: (mention.text, mention.start))
    for mention in found:
        assert texts[mention.text][mention.start : mention.end] == mention.name != ""
    for one, other in pairwise(found):
        assert one.text < other.text or one.end <= other.start


@pytest.mark.parametrize(
    "part",
    [
        *("Kim ", "KIM ", "Mr. ", "President ", "J. ", "Kim, ", "Kim van der ", "A'", "a-", "金"),
        *("E\u0301", "John (( ", "Kim's ", "Liang, Guangzhong; ", "Dana Whitlock and ", ","),
    ],
)
def test_persons_are_spotted_in_linear_time(part, growth):
    def spot_in(size: int):
        text = part * (size // len(part))
        return lambda attempt: spot([text + "!" * attempt])

    spot(["Everything is loaded."])
    # Four times the text; sixteen times were quadratic.
    assert growth(spot_in(20_000), spot_in(80_000), 10) < 10


def test_importing_the_room_loads_no_data():
    code = (
        "import sys, tongsa.people\n"
        "from tongsa.language.english_names import english_names\n"
        "from tongsa.reading.population import population\n"
        "print('babel' in sys.modules, english_names.cache_info().currsize)\n"
        "print(population.cache_info().currsize)\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert run.stdout.split() == ["False", "0", "0"]
