"""Whole articles, invented with their people: every person is found, and nobody else."""

import pytest

from tongsa.people import spot

BUSINESS = """\
Harbour Memory to Build Third Plant in Kaohsiung
Harbour Memory will build another plant in Taiwan, Chairwoman Tsou Mei-ling said on Tuesday.
"Customers keep asking," Tsou told reporters at the SEMICON Taiwan fair in Taipei.
Oh Daehwan, President of Hanbit Electronics' Foundry Business, called the plan bold.
Analysts at Goldman Sachs and Morgan Stanley raised their forecasts, but Wells Fargo did not.
Marcus Ellery, chief financial officer of Harbour Memory, said the cost was $4 billion.
Mr. Ellery left Johnson & Johnson in March and lives in Hong Kong.
The Industrial Innovation Act gives tax credits, the Ministry of Economic Affairs said.
Tsou's father founded the company; Oh's never saw Taiwan."""

POLITICS = """\
Premier Tells Lawmakers He Will Stay
Premier Guo Jungtae rejected a no-confidence motion in the Legislative Yuan on Friday.
Foreign Minister Chang Shu-fen and Sen. Dana Whitlock had met him in the White House.
"The United States is a friend," said Whitlock, a Democrat from Oregon.
LIANG Wenbo, who leads the opposition, asked for elections in Northeast Asia's youngest republic.
Guo answered that Liang had the wrong numbers.
Representative Pak, of the Taipei Mission in Korea, was not in Kuala Lumpur for the talks.
Former President Theodora Vance supports the Green Energy Act.
The talks between Presidents Vance and Osei took place in Geneva."""

SPORT = """\
Late goal sinks Rovers
Striker Callum Braithwaite, 22, scored twice as Northbridge United beat Rovers 2-1 on Saturday.
Braithwaite's first came from a pass by Mateo Quintanilla in the Champions League tie.
Coach Im Seung-ho praised goalkeeper Lena van der Hoeven and her team.
"We trained for this at Victoria Park," Im said, before he left for Manchester.
Rovers play Real Madrid in May; the Ryder Cup and the Olympic Games come later.
Van der Hoeven was born in Charlotte and grew up in Jordan."""

ARTS = """\
The Nobel Prize and the Booker Prize went to other writers, but Yun Ji-ah was not sad.
The novelist Yun, 41, studied tai chi at Johns Hopkins University.
Her new book, The Last Ferry, tells of a baker named Ophelia Marsh and of Marsh's sister.
J. R. Penhaligon reviewed it for the Asia Economy and praised its "Pani Bottle" chapter.
Dr. Adaeze Okonkwo-Bell of the Rosa Lindqvist Foundation wrote the preface.
On Sunday the Harbour Philharmonic plays a suite by Bashar al-Rahimi at Albert Hall.
Penhaligon will be there, and so will director Dominic O’Shea."""

HEADLINES = """\
Harbour City Mayor Kwon Minjae Opens Night Market in Grand Park
Kwon Promises More Stalls as Summer Begins
Young Cooks Win Prizes From Best Bakery
Hope Street Bridge to Close for a Week
Mayor Kwon Minjae opened the market on Monday.
Beatrix Young, who sells noodles, was the first guest.
Young said that the stalls were small and the cooks young."""

PEOPLE = {
    BUSINESS: {"Tsou Mei-ling", "Tsou", "Oh Daehwan", "Oh", "Marcus Ellery", "Ellery"},
    POLITICS: {
        *("Guo Jungtae", "Guo", "Chang Shu-fen", "Dana Whitlock", "Whitlock", "LIANG Wenbo"),
        *("Liang", "Pak", "Theodora Vance", "Vance", "Osei"),
    },
    SPORT: {
        *("Callum Braithwaite", "Braithwaite", "Mateo Quintanilla", "Im Seung-ho", "Im"),
        *("Lena van der Hoeven", "Van der Hoeven"),
    },
    ARTS: {
        *("Yun Ji-ah", "Yun", "Ophelia Marsh", "Marsh", "J. R. Penhaligon", "Penhaligon"),
        *("Adaeze Okonkwo-Bell", "Bashar al-Rahimi", "Dominic O’Shea"),
    },
    HEADLINES: {"Kwon Minjae", "Kwon", "Beatrix Young", "Young"},
}


@pytest.mark.parametrize(
    "article", PEOPLE, ids=["business", "politics", "sport", "arts", "headlines"]
)
def test_every_person_of_an_article_is_found_and_nobody_else(article):
    assert {mention.name for mention in spot(article.split("\n"))} == PEOPLE[article]


def test_a_headline_has_the_names_that_the_body_proves():
    found = [mention for mention in spot(HEADLINES.split("\n")) if mention.text < 4]
    assert [(mention.name, mention.text) for mention in found] == [("Kwon Minjae", 0), ("Kwon", 1)]
