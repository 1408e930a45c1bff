"""The plain-text reader: each block's role by what stands there and around it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tongsa.article import signs
from tongsa.article.formats import text as plain
from tongsa.article.read import read
from tongsa.model import Role

if TYPE_CHECKING:
    from tongsa.model import Article, Block

GOLDEN = Path(__file__).parent / "golden" / "text"
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def blocks(text: str) -> tuple[Block, ...]:
    return plain.read(text).blocks


def roles(text: str) -> list[str]:
    return [block.role.value for block in blocks(text)]


def article(path: Path) -> Article:
    return read(path.read_bytes(), name=path.stem, path=path.name, suffix=path.suffix)


def told(block: Block) -> str:
    shown = block.text.replace("\t", "\\t")
    return f"{block.role} | {block.prefix} | {block.speaker} | {shown}"


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.txt")), ids=lambda path: path.stem)
def test_an_article_reads_as_its_golden_file_says(path: Path) -> None:
    expected = path.with_suffix(".roles").read_text("utf-8").splitlines()
    assert [told(block) for block in article(path).blocks] == expected[1:]


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.txt")), ids=lambda path: path.stem)
def test_an_article_keeps_the_laws_of_spans(path: Path) -> None:
    check_laws(article(path).text)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the reference interview is not here")
def test_the_reference_interview_has_every_block_in_its_role() -> None:
    found = article(next(SEEDS.glob("*.txt"))).blocks
    assert Counter(block.role for block in found) == {
        Role.HEADLINE: 1,
        Role.DECK: 5,
        Role.CAPTION: 1,
        Role.CREDIT: 1,
        Role.PARAGRAPH: 5,
        Role.QUESTION: 7,
        Role.ANSWER: 9,
        Role.COPYRIGHT: 1,
        Role.IMAGE: 1,
    }
    assert not any("http" in block.text for block in found)


@pytest.mark.parametrize("sign", signs.declared().values(), ids=signs.declared())
def test_a_sign_knows_its_examples(sign: dict[str, list[str]]) -> None:
    name = str(sign["name"])
    look = {"end": signs.credit, "lead": signs.lead}.get(str(sign["at"]), signs.show)
    assert [line for line in sign["yes"] if look(line).name != name] == []
    assert [line for line in sign["no"] if look(line).name == name] == []


# ---- single facts


def test_an_empty_text_has_no_blocks() -> None:
    assert blocks("") == ()


def test_a_line_of_marks_is_no_block() -> None:
    assert roles("Ferry Sails Again\n***\n---\n###\n△\n2031\nShe left at noon.") == [
        "headline",
        "paragraph",
    ]


def test_an_address_alone_is_no_block() -> None:
    assert roles("Ferry Sails Again\nhttps://larkhaven.example/ferry\n") == ["headline"]


def test_a_marker_stays_outside_the_span() -> None:
    text = "Talk\n-\u00a0Why now?\n△ Because."
    question = blocks(text)[1]
    assert (question.prefix, question.text) == ("-", "Why now?")
    assert text[question.start : question.end] == "Why now?"


def test_dashes_without_answers_lead_a_list() -> None:
    assert (
        roles("Plan\nThe town will act.\n- Raise fees\n- Cut waste\nThat is all.")[2:4]
        == ["list item"] * 2
    )


def test_a_list_within_an_answer_does_not_end_it() -> None:
    text = "Talk\n-What now?\n△Two things.\n- Fees\n- Waste\nBoth this year.\n-Is that all?\n△Yes."
    assert roles(text)[1:] == [
        "question",
        "answer",
        "list item",
        "list item",
        "answer",
        "question",
        "answer",
    ]


def test_triangles_without_questions_lead_a_list() -> None:
    assert roles("Fees\nThe board set them.\n▲ Cranes: 40\n▲ Tugs: 90")[2:] == ["list item"] * 2


def test_a_minus_sign_leads_no_list() -> None:
    assert blocks("Cold Night\nIt froze hard.\n-5 degrees were read at dawn.")[2].prefix == ""


def test_the_letter_a_leads_no_answer_where_nothing_is_asked() -> None:
    assert blocks("Obituary\nA. Nonimo died on Monday, aged 90.")[1].text.startswith("A. Nonimo")


def test_korean_letters_without_a_stop_lead_a_question_and_its_answer() -> None:
    found = blocks(
        "항만 이야기\n문 언제 다시 여나요?\n답 내일 엽니다.\n문 요금은 오릅니까.\n답 아닙니다."
    )
    assert [(block.role.value, block.prefix, block.text) for block in found[1:]] == [
        ("question", "문", "언제 다시 여나요?"),
        ("answer", "답", "내일 엽니다."),
        ("question", "문", "요금은 오릅니까."),
        ("answer", "답", "아닙니다."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "항만 이야기\n문 시장이 부두를 열었다.\n답 없는 물음만 남았다.",
        "항만 이야기\n문 시장은 왜 갔나요?\n아무도 모른다.\n답 없는 물음만 남았다.",
        "항만 이야기\n문 시장은 왜 갔나요?\n아무도 모른다.",
    ],
)
def test_a_man_named_mun_asks_nothing(text: str) -> None:
    assert {block.prefix for block in blocks(text)} == {""}


def test_a_man_named_mun_asks_nothing_in_an_interview_either() -> None:
    found = blocks("이야기\n문 시장이 웃었다.\n문 언제 여나요?\n답 내일요.\n문 시장이 나갔다.")
    assert [(block.role.value, block.prefix) for block in found[1:]] == [
        *(("paragraph", ""), ("question", "문"), ("answer", "답")),
        ("answer", ""),
    ]


def test_a_subhead_that_begins_like_a_quarter_is_no_question() -> None:
    assert blocks("Q3. What It Brought\nThe firm earned more.")[0].prefix == ""


def test_a_question_may_stand_without_a_marker_before_a_triangle() -> None:
    assert roles("Talk\nShe met us at noon.\nWill you stay?\n△I will.")[2:] == [
        "question",
        "answer",
    ]


def test_an_image_ends_an_answer() -> None:
    text = "Talk\n-Why?\n△So.\n![The pier](x.jpg)\nThe pier was built in 1902."
    assert roles(text)[-2:] == ["image", "paragraph"]


def test_each_of_two_images_on_a_line_is_a_block() -> None:
    text = "News\n![One [a]](https://x.example/1.jpg) ![Two](https://x.example/2.jpg)"
    assert [block.text for block in blocks(text)[1:]] == ["One [a]", "Two"]


def test_an_alt_text_may_hold_a_bracket_without_its_partner() -> None:
    assert blocks('N\n![Talk] "Two](of) three](https://x.example/a_(b).jpg)')[1].text == (
        'Talk] "Two](of) three'
    )


def test_text_behind_an_image_is_a_block_of_its_own() -> None:
    text = "News\n![Pier](https://x.example/p.jpg) The pier on Sunday. (Orme Wire)"
    assert [(block.role, block.text) for block in blocks(text)[1:]] == [
        (Role.IMAGE, "Pier"),
        (Role.CAPTION, "The pier on Sunday."),
        (Role.CREDIT, "(Orme Wire)"),
    ]


def test_a_credit_may_stand_before_its_caption() -> None:
    text = "News\n[Photo = Busan Port] A ship leaves.\nThe port was built in 1902."
    assert [(block.role, block.text) for block in blocks(text)[1:]] == [
        (Role.CREDIT, "[Photo = Busan Port]"),
        (Role.CAPTION, "A ship leaves."),
        (Role.PARAGRAPH, "The port was built in 1902."),
    ]


def test_a_paragraph_behind_a_credit_is_no_caption() -> None:
    assert roles(f"News\n(Photo: Oh Sorae) {'Fog came. ' * 200}")[1:] == ["credit", "paragraph"]


def test_an_address_with_a_blank_never_reaches_the_translator() -> None:
    assert [block.text for block in blocks("News\n![Pier](my (pier.jpg)")] == ["News", "Pier"]


def test_a_name_with_a_colon_is_no_speaker_where_nobody_asks() -> None:
    found = blocks("Fair\nIt opens in May.\nVenue: the pier\nTickets: none\nVenue: the square")
    assert {block.speaker for block in found} == {""}


def test_a_label_that_leads_the_first_line_alone_is_part_of_the_headline() -> None:
    found = blocks(
        'Interview: "We build for 2040"\nPost: Why now?\nOh: Because.\nPost: Where?\nOh: Here.'
    )
    assert [(block.role.value, block.text) for block in found[:3]] == [
        ("headline", 'Interview: "We build for 2040"'),
        ("byline", "Post"),
        ("question", "Why now?"),
    ]


def test_a_speaker_who_speaks_first_and_again_is_no_headline() -> None:
    assert roles("Post: Why now?\nOh: Because.\nPost: Where?\nOh: Here.")[:2] == [
        "byline",
        "question",
    ]


@pytest.mark.parametrize("marker", ["-", "1.", "•"])
def test_a_marker_before_the_headline_stays_outside(marker: str) -> None:
    found = blocks(f"{marker} Port reopens\nThe port opened at noon.\nNobody waved.")
    assert [(block.role.value, block.prefix, block.text) for block in found] == [
        ("headline", marker, "Port reopens"),
        ("paragraph", "", "The port opened at noon."),
        ("paragraph", "", "Nobody waved."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1. Port reopens\nThe port opened at noon.\n2. Ferry sails\nShe left at two.",
        "- Port reopens\n- Ferry sails\nNobody waved.",
        "- The port opened at noon.\nNobody waved.",
    ],
)
def test_a_list_before_any_headline_is_a_list(text: str) -> None:
    assert roles(text)[0] == "list item"


def test_the_speaker_behind_a_letter_is_known_and_can_be_translated() -> None:
    found = blocks("Talk\nQ (Kim): Why now?\nA (Minister Oh): We waited.\nToo long.")
    assert [(block.role.value, block.text, block.speaker) for block in found[1:]] == [
        ("byline", "Kim", ""),
        ("question", "Why now?", "Kim"),
        ("byline", "Minister Oh", ""),
        ("answer", "We waited.", "Minister Oh"),
        ("answer", "Too long.", "Minister Oh"),
    ]


def test_a_speaker_whose_marker_stands_alone_can_be_translated() -> None:
    found = blocks("Talk\nQ (Kim):\nWhy now?\nA (Oh):\nWe waited.")
    assert [(block.role.value, block.text, block.speaker) for block in found[1:]] == [
        ("byline", "Kim", ""),
        ("question", "Why now?", "Kim"),
        ("byline", "Oh", ""),
        ("answer", "We waited.", "Oh"),
    ]


def test_an_answer_without_a_marker_is_not_the_askers() -> None:
    found = blocks("Talk\nQ (Kim): Why now?\nWe waited.\nQ (Kim): Is that all?\nIt is.")
    assert [(block.role.value, block.speaker) for block in found if block.text == "We waited."] == [
        ("answer", "")
    ]


def test_a_copyright_sign_with_an_agency_is_a_credit() -> None:
    assert roles("Storm\nThe pier at dawn.\n© Jane Roe/Orme Wire\nThe storm is over.")[1:3] == [
        "caption",
        "credit",
    ]


def test_one_paragraph_a_line_is_never_joined() -> None:
    text = "Head\n\nThe port shut at noon on Monday\nand opened again at two.\n\nNobody knew why."
    assert [block.text for block in blocks(text)][1:3] == [
        "The port shut at noon on Monday",
        "and opened again at two.",
    ]


def test_short_lines_of_a_like_length_are_never_joined() -> None:
    text = "\n".join(f"Line {number} of forty-one letters, or about it." for number in range(9))
    assert len(blocks(f"Head\n\n{text}")) == 10


def test_a_wrapped_paragraph_leads_back_to_its_lines() -> None:
    found = article(GOLDEN / "09-hard-wrapped.txt")
    paragraph = next(block for block in found.blocks if block.role is Role.PARAGRAPH)
    at = paragraph.text.index("shoals")
    assert found.text[paragraph.raw(at)] == paragraph.text[at]
    assert paragraph.raw(len(paragraph.text)) == paragraph.end


def test_a_question_that_somebody_asks_aloud_is_no_subhead() -> None:
    text = 'Head\n\nShe rose at once.\n\n"Remember me?" she asked. "Do you?"\n\nNobody did.'
    assert roles(text)[2] == "paragraph"


def test_a_vertical_tab_ends_no_line() -> None:
    assert [
        block.line for block in blocks("Head\x0bline\u2028here\x85on\nNext day it rained.")
    ] == [
        1,
        2,
    ]


# ---- laws


def check_laws(text: str) -> None:
    found = blocks(text)
    past = 0
    pieces = []
    for block in found:
        assert past <= block.start < block.end <= len(text)
        assert block.text.strip()
        assert block.raw(0) == block.start
        assert block.raw(len(block.text)) == block.end
        check_raw(text, block)
        assert block.line == line_of(text, block.start)
        pieces += [text[past : block.start], text[block.start : block.end]]
        past = block.end
    assert "".join([*pieces, text[past:]]) == text


def check_raw(text: str, block: Block) -> None:
    if not block.seams:
        assert block.text == text[block.start : block.end]
        assert not set("\r\n") & set(block.text)
    texts = [seam.text for seam in block.seams]
    assert texts == sorted(texts)
    for position, char in enumerate(block.text):
        folded = char == " " and position + 1 in texts
        assert folded or text[block.raw(position)] == char


def line_of(text: str, position: int) -> int:
    before = text[:position]
    return 1 + before.count("\n") + before.count("\r") - before.count("\r\n")


ADVERSE = st.text(
    alphabet=st.sampled_from(
        '-–△▲▷•*#>[]()!".?:/©\n\n\r\t \u00a0\u200b\ufeff\u2028\x0b\x85aAQR1문답기자é통'
    ),
    max_size=120,
)
PIECES = st.sampled_from(
    [
        "Ferry Sails Again",
        "By Oskar Venn",
        "The ferry left at noon. Nobody waved.",
        "CORROW, May 3 (Orme Wire) — The ferry left.",
        "The ferry at the pier. Photo by Tamsin Ode",
        "The ferry at the pier. (Orme Wire)",
        "Photo: Tamsin Ode",
        "[Photo: Tamsin Ode] The ferry at the pier.",
        "- Why now?",
        "-",
        "Q.",
        "Q. Why now? A. Because.",
        "A. Because.",
        "△Because.",
        "Pell: Why now?",
        "Ode: Because.",
        "문: Why now?",
        "문 왜 지금인가요?",
        "답 그래서요.",
        "▲ The pier /사진=홍길동 기자",
        '![[a] "b"](u) ![c](v) tail',
        "![[a](u",
        "© Larkhaven Gazette. All rights reserved.",
        "■ Fares",
        "1. Fares",
        'Interview: "We fish"',
        "***",
        "the herring return to the coast of Larkhaven and nobody in the town knows",
        "why they come back in such numbers, or how long the quota of this year will",
    ]
)
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\n \u00a0\n", "\n\t"])


@given(ADVERSE)
@settings(max_examples=500, deadline=None)
def test_any_text_keeps_the_laws_of_spans(text: str) -> None:
    check_laws(text)


@given(st.lists(st.tuples(PIECES, ENDS), max_size=25))
@settings(max_examples=300, deadline=None)
def test_any_row_of_article_lines_keeps_the_laws_of_spans(rows: list[tuple[str, str]]) -> None:
    check_laws("".join(piece + end for piece, end in rows))


# ---- hostile texts

MANY = 1_000_000
LIMIT = 3.0
"""How many times the time twice the length may take."""
HOSTILE = {
    "brackets": "[" * 5 * MANY,
    "openings": "![" * 2 * MANY,
    "targets": "](x" * MANY,
    "targets in an image": "![" + "](b(c)" * MANY,
    "images": "![[a](b) " * (MANY // 10),
    "dashes": "- " * 2 * MANY,
    "marker lines": "Q.\n" * (MANY // 10),
    "one prose line": "The ferry left at noon. Nobody waved. " * (MANY // 8),
    "capitals": "Roe " * MANY,
    "blanks": "a" + " " * 5 * MANY + "b",
    "credits": "/ 사진=" * MANY,
    "blanks behind a credit": "(Photo: Roe)" + " " * MANY + "!" * MANY,
    "wrapped": "Head\n\n"
    + "the herring return to the coast of Larkhaven and nobody knows\n" * 20_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_is_read_in_linear_time(text: str, growth) -> None:
    half = text[: len(text) // 4] + text[-len(text) // 4 :]
    assert growth(lambda _: blocks(half), lambda _: blocks(text), LIMIT) < LIMIT
