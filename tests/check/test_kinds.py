import unicodedata
from time import process_time

import pytest
from workbench import RULE, catalog, examiner, rule, told, unit

from tongsa.check import patterned
from tongsa.errors import CheckError

PATTERN = "kind = \"pattern\"\npattern = '{}'\n"


def refused(body: str, *, head: str = RULE) -> CheckError:
    with pytest.raises(CheckError) as caught:
        rule(body, head=head)
    return caught.value


def found(check, *targets: str, source: str = "It is here.", language: str = "ko"):
    units = [unit(f"{source} {at}", target) for at, target in enumerate(targets)]
    return [it.finding for it in examiner(check).examine(catalog(*units), language)]


def words_found(check, *targets: str, **more) -> list[str]:
    return [
        finding.target[slice(*span)]
        for finding in found(check, *targets, **more)
        for span in finding.target_spans
    ]


def test_a_pattern_finds_every_place_it_matches():
    check = rule(PATTERN.format(r"배\w+"))
    assert words_found(check, "배가 오고 배들이 간다.") == ["배가", "배들이"]


def test_a_pattern_that_matches_nothing_at_all_is_no_finding():
    assert found(rule(PATTERN.format("배*")), "창을 연다.") == []


def test_a_pattern_with_a_source_looks_only_where_that_matches():
    check = rule(f"{PATTERN.format('배')}source = 'ship'\n")
    assert words_found(check, "배가 온다.", source="A pear is here.") == []
    (finding,) = found(check, "배가 온다.", source="A ship is here.")
    assert finding.source[slice(*finding.source_spans[0])] == "ship"


def test_named_groups_fill_the_message_also_those_that_match_nothing():
    head = RULE.replace("{found}", "{found}|{ship}|{boat}")
    check = rule(PATTERN.format("(?P<ship>배)|(?P<boat>보트)"), head=head)
    assert [it.message for it in found(check, "배와 보트")] == [
        '"배|배|" may not stand here',
        '"보트||보트" may not stand here',
    ]


@pytest.mark.parametrize(
    ("pattern", "replace", "target", "fix"),
    [
        ("윈도우", "창", "윈도우가 있다.", "창가 있다."),
        (r"(\d+) 척", r"\1척", "배 64 척", "배 64척"),
        (r"(?P<count>\d+)톤", r"\g<count> t", "9톤", "9 t"),
        ("(가)?나", r"\1다", "나", "다"),
        ("(?x) 윈도우  # the loan", "창", "윈도우", "창"),
        ("(?i)window", "창", "Window", "창"),
        ("윈도우", "", "윈도우 창", " 창"),
    ],
)
def test_a_pattern_with_a_replacement_gives_the_whole_new_target(pattern, replace, target, fix):
    check = rule(f"{PATTERN.format(pattern)}replace = '{replace}'\n")
    assert [it.fix for it in found(check, target)] == [fix]


@pytest.mark.parametrize(
    ("replace", "reason"),
    [(r"\2", "invalid group reference"), (r"\g<ship>", "unknown group"), ("\\", "bad escape")],
)
def test_a_replacement_with_a_group_that_is_not_there_is_refused(replace, reason):
    error = refused(f"{PATTERN.format('(배)')}replace = '{replace}'\n")
    assert reason in error.message
    assert error.line == RULE.count("\n") + 3
    assert "name groups" in error.mend


@pytest.mark.parametrize("pattern", ["(배", "배**", "[가-", r"\p{Harbour}", "(?P<1>a)", "(" * 9000])
def test_what_is_no_regular_expression_is_refused_at_its_line(pattern):
    error = refused(PATTERN.format(pattern))
    assert "this is no regular expression" in error.message
    assert error.line == RULE.count("\n") + 2
    assert error.mend


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ('kind = "pattern"\n', 'needs "pattern"'),
        ('kind = "pattern"\npattern = 1\n', '"pattern" must be a text'),
        ('kind = "pattern"\npattern = "a"\nsource = "("\n', "no regular expression"),
        ('kind = "pattern"\npattern = "a"\nwords = ["a"]\n', 'unknown key "words"'),
        ('kind = "forbidden"\n', 'needs "words"'),
        ('kind = "forbidden"\nwords = []\n', '"words" must list words'),
        ('kind = "forbidden"\nwords = [""]\n', '"words" must list words'),
        ('kind = "forbidden"\nwords = ["…"]\n', '"words" must list words'),
        ('kind = "forbidden"\nwords = [1]\n', '"words" must be a list of texts'),
        ('kind = "preferred"\n', 'needs "words"'),
        ('kind = "preferred"\n[words]\n', '"words" must list words'),
        ('kind = "preferred"\n[words]\n"윈도" = 1\n', '"윈도" must be a text'),
        ('kind = "preferred"\n[words]\n"윈도" = ""\n', "is to be written"),
        ('kind = "preferred"\n[words]\n"윈도" = "윈도"\n', "is to be written"),
        ('kind = "consistent"\n', 'needs "groups"'),
        ('kind = "consistent"\ngroups = []\n', '"groups" must list groups'),
        ('kind = "consistent"\ngroups = ["a"]\n', '"groups" must be a list of texts'),
        ('kind = "consistent"\ngroups = [["a"], []]\n', '"groups" must list words'),
        ('kind = "consistent"\ngroups = [["a", "b"], ["b"]]\n', '"groups" names "b" twice'),
    ],
)
def test_a_kind_says_what_of_its_own_keys_is_wrong(body, message):
    error = refused(body)
    assert message in error.message
    assert error.line is not None
    assert error.line > RULE.count("\n")


def test_forbidden_words_are_found_with_particles_and_never_inside_another_word():
    check = rule('kind = "forbidden"\nwords = ["윈도", "부두"]\n')
    assert words_found(check, "윈도를 닫고 부두에 갔다.") == ["윈도", "부두"]
    assert words_found(check, "윈도우를 닫았다.", "북부두레에 갔다.") == []


def test_forbidden_chinese_words_are_found_whatever_stands_around():
    check = rule('kind = "forbidden"\nwords = ["碼頭"]\n')
    assert words_found(check, "老碼頭邊", language="zh_TW") == ["碼頭"]


def test_a_word_in_decomposed_hangul_is_found_at_its_own_letters():
    target = unicodedata.normalize("NFD", "낡은 윈도를 닫았다.")
    check = rule('kind = "forbidden"\nwords = ["윈도"]\n')
    assert words_found(check, target) == [unicodedata.normalize("NFD", "윈도")]


def test_a_word_within_an_address_is_none():
    check = rule('kind = "forbidden"\nwords = ["window"]\n')
    assert words_found(check, "https://example.org/window/ 참조") == []


@pytest.mark.parametrize(
    ("target", "fix"),
    [
        ("윈도를 닫아라.", "창을 닫아라."),
        ("윈도가 열렸다.", "창이 열렸다."),
        ("윈도로 보았다.", "창으로 보았다."),
        ("윈도도 열렸다.", "창도 열렸다."),
        ("저 “윈도”는 낡았다.", "저 “창”은 낡았다."),
    ],
)
def test_a_preferred_word_takes_its_place_and_corrects_the_particle(target, fix):
    check = rule('kind = "preferred"\n[words]\n"윈도" = "창"\n')
    assert [(it.fix, it.message) for it in found(check, target)] == [
        (fix, '"윈도" may not stand here')
    ]


def test_a_preferred_word_that_holds_the_wrong_one_is_left_alone():
    check = rule('kind = "preferred"\n[words]\n"台" = "台灣"\n"海" = "大海"\n')
    assert words_found(check, "台灣的大海，台的海", language="zh_TW") == ["台", "海"]


def test_a_preferred_message_names_both_words():
    head = RULE.replace("{found}", "{found}→{right}")
    check = rule('kind = "preferred"\n[words]\n"윈도" = "창"\n', head=head)
    assert [it.message for it in found(check, "윈도를")] == ['"윈도→창" may not stand here']


def test_a_word_is_told_where_the_article_wrote_another_of_its_group_before():
    head = RULE.replace("{found}", "{found}≠{first}")
    check = rule('kind = "consistent"\ngroups = [["부두", "선창"], ["배", "선박"]]\n', head=head)
    messages = [
        it.message
        for it in found(check, "부두에 선박이 있다.", "선창에 배가 있다.", "부두에 선박이 간다.")
    ]
    assert messages == ['"선창≠부두" may not stand here', '"배≠선박" may not stand here']


def test_two_rules_with_the_same_words_in_other_groups_do_not_mix():
    one = rule('kind = "consistent"\ngroups = [["부두", "선창"], ["배", "선박"]]\n')
    other = rule(
        'kind = "consistent"\ngroups = [["부두"], ["선창"], ["배"], ["선박"]]\n',
        head=RULE.replace("TOWN1", "TOWN2"),
        name="other",
    )
    units = [unit("a", "부두에 배가"), unit("b", "선창에 선박이")]
    codes = [it.finding.code for it in examiner(other, one).examine(catalog(*units), "ko")]
    assert codes == ["TOWN1", "TOWN1"]


def test_a_merged_unit_is_not_told_what_its_neighbour_is_told():
    kinds = [
        rule(PATTERN.format("윈도")),
        rule('kind = "forbidden"\nwords = ["윈도"]\n', head=RULE.replace("TOWN1", "TOWN2")),
    ]
    units = catalog(unit("a", "윈도를 닫고 잤다."), unit("b", "{<}"))
    assert told(examiner(*kinds).examine(units, "ko")) == ["TOWN1 8:9", "TOWN2 8:9"]


def test_a_pattern_that_never_ends_is_a_defect_and_all_others_still_look():
    hostile = rule(PATTERN.format("(가|가가)+$"))
    other = rule(
        'kind = "forbidden"\nwords = ["윈도"]\n', head=RULE.replace("TOWN1", "TOWN2"), name="b"
    )
    units = [unit(f"{at}", f"윈도 {'가' * 60}나") for at in range(20)]
    start = process_time()
    findings = [it.finding for it in examiner(hostile, other).examine(catalog(*units), "ko")]
    assert process_time() - start < 10 * patterned._PATIENCE  # noqa: SLF001 (twenty units, one try)
    failed = [it for it in findings if it.code == "X103"]
    assert len(failed) == 20
    assert all("TOWN1" in it.message and it.severity == "error" for it in failed)
    assert (failed[0].line, failed[0].column) == (8, 9)
    assert "longer than" in failed[0].message
    assert "before this one" in failed[1].message
    assert len([it for it in findings if it.code == "TOWN2"]) == 20


def test_a_pattern_is_tried_again_in_the_next_article():
    check = rule(PATTERN.format("(가|가가)+$"))
    bench = examiner(check)
    assert [
        it.finding.code for it in bench.examine(catalog(unit("a", "가" * 60 + "나")), "ko")
    ] == ["X103"]
    assert [it.finding.code for it in bench.examine(catalog(unit("a", "가가")), "ko")] == ["TOWN1"]
