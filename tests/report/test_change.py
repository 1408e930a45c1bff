import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongsa.report.change import Change, changes


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("배가 왔다.", "배가 왔다.", ()),
        ("항구랜턴는 쉰다.", "랜턴항은 쉰다.", (Change(0, 5, "랜턴항은"),)),
        ("부두 64곳", "부두 46곳", (Change(3, 5, "46"),)),
        ("부두는 새벽에 섬를 연다.", "부두는 새벽에 섬을 연다.", (Change(9, 10, "을"),)),
        (
            "랜턴가 항구에서 항만를",
            "랜턴이 항구에서 항만을",
            (Change(2, 3, "이"), Change(11, 12, "을")),
        ),
        ("船來了", "船立刻來了", (Change(1, 1, "立刻"),)),
        ("", "船", (Change(0, 0, "船"),)),
    ],
)
def test_a_change_is_told_where_it_is(old, new, told):
    assert changes(old, new) == told


@given(st.text("가나다 ab"), st.text("가나다 ab"))
def test_changes_make_the_new_text_of_the_old_one(old, new):
    text = old
    for start, end, words in reversed(changes(old, new)):
        text = text[:start] + words + text[end:]
    assert text == new


def test_a_long_stretch_is_told_as_one_change():
    old, new = "a가" * 5_000, "b나" * 5_000
    assert changes(old, new) == (Change(0, 10_000, new),)
