"""What an edition's lines look like in their article's place."""

import re
from collections.abc import Iterator

import pytest

from tongsa.article.read import read
from tongsa.article.splice import splice
from tongsa.edition.arrange import Translation, arrange
from tongsa.edition.extract import Cutter, cut, extract
from tongsa.language.load import facts
from tongsa.model import Segment
from tongsa.segment import segmenter

ENGLISH = segmenter("en")


def edition(
    text: str, suffix: str, targets: dict[str, str], language: str = "ko", cutter: Cutter = ENGLISH
) -> str:
    """Print an article with these translations; what has none is printed as a gap."""
    article = read(text.encode(), name="quay", path=f"quay{suffix}", suffix=suffix)
    cuts = cut(article, cutter)
    units = extract(article, cuts)
    held = {(u.context, u.source): Translation(target=targets.get(u.source, "")) for u in units}
    return splice(article, cuts, arrange(cuts, units, held, language), facts(language))


TWO = {"Ships came at once.": "배가 왔다.", "Nobody slept.": "아무도 안 잤다."}


def test_two_korean_sentences_are_parted_by_one_space():
    text = "<p>Ships came at once.   Nobody slept.</p>"
    assert edition(text, ".html", TWO) == "<p>배가 왔다. 아무도 안 잤다.</p>"


def test_nothing_parts_two_chinese_sentences():
    targets = {"Ships came at once.": "船隨即到來。", "Nobody slept.": "無人入睡。"}
    text = "Night on the Quay\n\nShips came at once. Nobody slept.\n"
    assert edition(text, ".txt", targets, "zh_TW").endswith("船隨即到來。無人入睡。\n")


DATELINE = {
    "Fog": "Fog",
    "PORT LANTERN, June 5 (HP) —": "（蘭登港5日電）",
    "PORT LANTERN, June 5 —": "（蘭登港5日電）",
    "Ships came at once.": "船隨即到來。",
}


@pytest.mark.parametrize(("suffix", "head"), [(".txt", "Fog\n\n"), (".md", "# Fog\n\n")])
def test_nothing_parts_a_chinese_dateline_from_its_story(suffix, head):
    text = f"{head}PORT LANTERN, June 5 (HP) — Ships came at once.\n"
    told = edition(text, suffix, DATELINE, "zh_TW")
    assert told == f"{head}（蘭登港5日電）船隨即到來。\n"


def test_tags_behind_a_chinese_dateline_stay():
    text = '<p><b class="dateline">PORT LANTERN, June 5 — </b> Ships came at once.</p>'
    told = edition(text, ".html", DATELINE, "zh_TW")
    assert told == '<p><b class="dateline">（蘭登港5日電）</b>船隨即到來。</p>'


def test_a_space_parts_other_datelines_from_their_stories():
    text = "Fog\n\nPORT LANTERN, June 5 (HP) — Ships came at once.\n"
    korean = {**TWO, "PORT LANTERN, June 5 (HP) —": "(랜턴항=헤론통신)"}
    assert edition(text, ".txt", korean).endswith("(랜턴항=헤론통신) 배가 왔다.\n")
    latin = {**DATELINE, "PORT LANTERN, June 5 (HP) —": "蘭登港 (HP) -"}
    assert edition(text, ".txt", latin, "zh_TW").endswith("蘭登港 (HP) - 船隨即到來。\n")


def test_a_sentence_kept_as_it_is_keeps_the_space_before_its_like():
    targets = {"Ships came at once.": "Ships came at once.", "Nobody slept.": "Nobody slept."}
    text = "<p>Ships came at once.\n  Nobody slept.</p>"
    assert edition(text, ".html", targets) == text


def test_a_wrapped_quotation_becomes_one_line():
    text = "> Ships came at once.\n> Nobody slept.\n"
    assert edition(text, ".md", TWO) == "> 배가 왔다. 아무도 안 잤다.\n"


def test_no_translation_opens_a_list_behind_a_line_break():
    text = "> Ships came at once.\n> Nobody slept.\n"
    targets = {"Ships came at once.": "배가 왔다.", "Nobody slept.": "1. 아무도 안 잤다."}
    assert edition(text, ".md", targets) == "> 배가 왔다. 1. 아무도 안 잤다.\n"


class Stops:
    """Cuts after every stop, as a user's rules may, also where no word is between two."""

    def split(self, text: str) -> Iterator[Segment]:
        for found in re.finditer(r"\S[^.]*\.", text):
            yield Segment(found[0], found.start(), found.end())


def test_signs_between_two_sentences_that_no_unit_took_are_kept():
    text = "<p>Ships came at once. . . Nobody slept.</p>"
    assert edition(text, ".html", TWO, cutter=Stops()) == "<p>배가 왔다. . . 아무도 안 잤다.</p>"


def test_a_line_break_typed_into_a_translation_does_not_cut_the_line():
    targets = {"Ships came at once.": "배가\n왔다.", "Nobody slept.": "아무도 안 잤다."}
    printed = edition("Night\n\nShips came at once. Nobody slept.\n", ".txt", targets)
    assert printed.endswith("배가 왔다. 아무도 안 잤다.\n")


def test_a_gap_shows_its_source_between_brackets():
    printed = edition("<p>Ships came at once. Nobody slept.</p>", ".html", {"Nobody slept.": "끝."})
    assert printed == "<p>⟦Ships came at once.⟧ 끝.</p>"


@pytest.mark.parametrize(
    ("text", "suffix", "target", "printed"),
    [
        ('<img alt="A quay">', ".html", '부두 "A" & <B>', '<img alt="부두 &quot;A&quot; &amp;'),
        ("![A quay](x.jpg)", ".md", "부두 ]( 하나", "\\]"),
        ('---\ntitle: "Quay"\n---\n', ".md", 'C:\\부두 "새벽"', '"C:\\\\부두 \\"새벽\\""'),
        ("| a | A quay |\n| - | - |\n", ".md", "부두 | 새벽", "부두 \\| 새벽"),
    ],
)
def test_a_translation_never_breaks_out_of_its_place(text, suffix, target, printed):
    sources = {"A quay": target, "Quay": target, "a": "a"}
    assert printed in edition(text, suffix, sources)
