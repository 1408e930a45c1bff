from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tongsa.reading import Verdict, compare
from tongsa.reading.outline import Circle, are_strangers
from tongsa.reading.parse import parse

NAMES = [
    *("Liang Guangzhong", "Ryang Kwangjung", "Guangzhong Liang", "LIANG Guang-zhong", "Liang"),
    *("Kim Min-ji", "KIM Min Ji", "Min-ji Kim", "Gim, Minji", "Kim", "Kim Jong Un", "Jong Un Kim"),
    *("Au-yeung Chun-wah", "Ouyang Zhenhua", "Nam Kung Min-ho", "Namgung Minho", "Sze To Wah"),
    *("Chen Lai Su-mei", "Lai Su-mei", "Chen Su-mei", "Michael Lu", "Lu Maike", "J. W. Kuo"),
    *("Kuo Jyh-huei", "JHUN Ha Jin", "Jeon Hajin", "Donald Trump", "Trump", "William Lai Ching-te"),
    *("Lai Ching-te", "Yuan T. Lee", "Lee Yuan-tseh", "Choi Ihn-young", "Tsoi In-yung", "Law Kwun"),
]
WORDS = st.sampled_from(sorted({word for name in NAMES for word in name.split()}))


def test_what_a_glance_parts_no_closer_look_puts_together():
    for one, other in combinations(NAMES, 2):
        if are_strangers(one, other):
            assert not parse(one).families.meet(parse(other).families), (one, other)


def test_names_that_may_be_one_persons_are_no_strangers():
    for one, other in combinations(NAMES, 2):
        if compare(one, other).verdict is not Verdict.DIFFERENT:
            assert not are_strangers(one, other), (one, other)


@given(one=st.lists(WORDS, max_size=4), other=st.lists(WORDS, max_size=4))
def test_no_two_rows_of_words_are_parted_that_a_closer_look_joins(one, other):
    ours, theirs = " ".join(one), " ".join(other)
    if are_strangers(ours, theirs):
        assert not parse(ours).families.meet(parse(theirs).families)


@given(
    names=st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), max_size=12),
    name=st.lists(WORDS, min_size=1, max_size=4).map(" ".join),
)
def test_a_circle_finds_just_those_whom_a_glance_does_not_part(names, name):
    known = list(dict.fromkeys([*names, "梁光中", "량광중"]))
    acquainted = [it for it in known if not are_strangers(name, it)]
    assert list(Circle(known).acquainted(name)) == acquainted
