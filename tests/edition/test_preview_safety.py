from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from harbour import MERGED, Outline, harbour_page, page_of
from hypothesis import given
from hypothesis import strategies as st

from tongsa.model import Role


def test_the_policy_allows_the_one_style_and_nothing_else() -> None:
    page = harbour_page()
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    (policy,) = Outline(page).all("meta", **{"http-equiv": "Content-Security-Policy"})
    assert policy["content"] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def test_the_page_loads_nothing() -> None:
    outline = Outline(harbour_page())
    sources = [
        value or ""
        for _, found in outline.elements
        for name, value in found.items()
        if name in {"src", "href"}
    ]
    assert all(source.startswith(("#", "data:")) for source in sources)
    assert not re.search(r"url\(|@import", harbour_page())


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "</style></title><script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "' onmouseover='alert(1)",
        '<a href="javascript:alert(1)">ferry</a>',
        "&lt;script&gt;",
        "{style} {digest}",
    ],
)
def test_an_attack_is_shown_as_text(attack: str) -> None:
    attacked = Outline(page_of(attack, attack, role=Role.HEADLINE))
    plain = Outline(page_of(role=Role.HEADLINE))
    assert attacked.text.count(attack) == 4  # title, heading, source, edition
    elements = [tag for tag, _ in attacked.elements if tag != "code"]
    assert elements == [tag for tag, _ in plain.elements]
    assert not any(name.startswith("on") for _, found in attacked.elements for name in found)


@given(source=st.text(min_size=1), target=st.text())
def test_no_text_adds_an_element(source: str, target: str) -> None:
    page = Outline(page_of(source, f"번역 {target}"))
    assert page.open == []
    allowed = {tag for tag, _ in Outline(page_of()).elements} | {"code"}
    assert {tag for tag, _ in page.elements} <= allowed
    page_of(source, target).encode("utf-8")


@pytest.mark.parametrize(
    ("unseen", "name"),
    [
        ("\u202e", "U+202E"),
        ("\u2066", "U+2066"),
        ("\u200b", "U+200B"),
        ("\0", "U+0000"),
        ("\ud83d", "U+D83D"),
        ("\U000e0041", "U+E0041"),
    ],
)
def test_an_unseen_character_is_named(unseen: str, name: str) -> None:
    page = page_of(f"fer{unseen}ry", MERGED)
    assert f"fer<code>[{name}]</code>ry" in page
    assert f"beside it: fer[{name}]ry" in page
    assert unseen not in page


@pytest.mark.parametrize("seen", ["👩‍🚀", "می‌خواهم", "10 km", "漢字、かな"])
def test_characters_that_join_or_part_letters_stay(seen: str) -> None:
    assert f"{seen}</td>" in page_of(seen, seen)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("an <em>old</em> pier", "an <code>&lt;em&gt;</code>old<code>&lt;/em&gt;</code> pier"),
        ("the [pier](/old)", "the [pier]<code>(/old)</code>"),
        ("the **old** pier", "the <code>**</code>old<code>**</code> pier"),
        ("4 < 5 ferries (or 6)", "4 &lt; 5 ferries (or 6)"),
    ],
)
def test_markup_of_the_article_is_muted(text: str, shown: str) -> None:
    assert f">{shown}</td>" in page_of(text)


@pytest.mark.parametrize("unit", ["<", "<a", "](", "*", "`", "\u202e", "](a", "가"])
def test_a_text_of_a_million_letters_is_shown_in_linear_time(unit: str, growth) -> None:
    text = unit * (1_000_000 // len(unit))
    # Eight times the text; sixty-four times were quadratic.
    assert growth(lambda _: page_of(text[:125_000]), lambda _: page_of(text), 24) < 24
