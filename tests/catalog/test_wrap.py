"""Strings are folded where GNU gettext folds them."""

from __future__ import annotations

import random
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongsa.catalog import breaks, po, write
from tongsa.catalog.layout import Layout
from tongsa.catalog.wrap import fold, pieces

if TYPE_CHECKING:
    from pathlib import Path

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'

VOCABULARY = {
    "en": (
        'The harbour master, Orla Quist, said "no berth is free" (as of 3:45 p.m.) — see '
        "http://tide.example/berths?id=7&x=1 — while 4.5% of $64.5 million, i.e. 2/3 of the "
        "well-known sum, went to A/B tests; don't ask… It's <b>late</b>, %(count)d ships [wait], "
        "10-12 % more!"
    ),
    "ko": (
        "타이드마크 항만장 올라 퀴스트는 “부두가 없다”고 말했다. 6450만 달러(약 900억 원)의 4.5%, "
        "곧 정치·경제 위원회가 쓴 돈은… 「조수」와 『간조』, 2030년 4월 2일~5일; TSMC의 A/B 시험! "
        "'K-항구'라는 이름은 —아직— 없다? %d척, ₩3,000·$4, 100㎡ 이상. https://tide.example/부두"
    ),
    "zh": (
        "泰德馬克港務長奧拉·奎斯特表示：「沒有空的泊位」，6450萬美元（約新臺幣20億元）的4.5%，"
        "亦即“三分之二”的款項……《潮汐》與『退潮』，2030年4月2日—5日；台積電TSMC的A/B測試！"
        "%(name)s港、１２３號，￥3,000／噸。港口〔北〕、〈南〉？！"
    ),
}


def lines(keyword: str, text: str, width: int | None = 79, mark: str = "") -> list[str]:
    return list(fold(keyword, write.escape(text), mark=mark, width=width))


def test_a_string_that_fits_stays_on_the_line_of_its_keyword() -> None:
    assert lines("msgid", "a" * 71) == [f'msgid "{"a" * 71}"']


def test_a_string_that_does_not_fit_begins_below_its_keyword() -> None:
    assert lines("msgid", "a" * 68 + " bcd") == ['msgid ""', f'"{"a" * 68} bcd"']


def test_a_word_that_fits_nowhere_is_not_cut() -> None:
    assert lines("msgid", "a" * 200) == [f'msgid "{"a" * 200}"']


def test_a_line_feed_ends_a_line() -> None:
    assert lines("msgid", "High\nLow\n") == ['msgid ""', '"High\\n"', '"Low\\n"']


def test_a_line_feed_at_the_end_folds_nothing() -> None:
    assert lines("msgstr", "만조\n") == ['msgstr "만조\\n"']


def test_a_hangul_or_han_character_takes_two_columns() -> None:
    assert lines("msgstr", "조" * 50) == ['msgstr ""', f'"{"조" * 38}"', f'"{"조" * 12}"']


def test_no_line_begins_with_a_closing_mark() -> None:
    folded = lines("msgstr", "潮" * 38 + "。" + "汐" * 5)
    assert folded == ['msgstr ""', f'"{"潮" * 37}"', f'"潮。{"汐" * 5}"']


def test_no_line_ends_with_an_opening_mark() -> None:
    folded = lines("msgstr", "潮" * 37 + "「汐」" + "潮" * 3)
    assert folded == ['msgstr ""', f'"{"潮" * 37}"', '"「汐」潮潮潮"']


def test_an_escape_is_not_cut() -> None:
    folded = lines("msgid", "潮\\汐汐" * 20)
    assert len(folded) > 2
    assert all(line.count("\\") % 2 == 0 for line in folded)


def test_an_obsolete_string_bears_its_mark_on_each_line() -> None:
    folded = lines("msgid", "tide " * 20, mark="#~ ")
    assert folded == ['#~ msgid ""', f'#~ "{"tide " * 14}"', f'#~ "{"tide " * 6}"']


def test_without_a_width_line_feeds_alone_end_a_line() -> None:
    assert lines("msgid", "tide " * 99 + "\nebb", None) == [
        'msgid ""',
        f'"{"tide " * 99}\\n"',
        '"ebb"',
    ]


def test_an_entry_flagged_no_wrap_is_not_folded() -> None:
    message = write.Message(source="tide " * 30, flags=("no-wrap",))
    assert write.render(message, Layout()).text.count("\n") == 3


@given(st.text(), st.integers(min_value=1, max_value=90))
def test_folding_loses_no_character(text: str, room: int) -> None:
    assert "".join(pieces(write.escape(text), room)) == write.escape(text)


@given(st.text(alphabet="ab 가中。「(\\\"'\n", max_size=60), st.integers(min_value=8, max_value=60))
def test_a_piece_that_is_too_wide_holds_no_other_break(text: str, room: int) -> None:
    for piece in pieces(write.escape(text).removesuffix("\\n"), room):
        if breaks.width(piece) > room:
            first = next(iter(breaks.opportunities(piece)), None)
            assert first is None or breaks.width(piece[:first]) > room or "\\" in piece


def test_a_stretch_of_five_megabytes_is_folded_in_linear_time() -> None:
    assert len(pieces("조수 tide " * 600_000, 77)) > 60_000


def generated(count: int) -> list[write.Message]:
    """Return messages of many lengths, of words, signs and figures of three languages."""
    chance = random.Random(20300402)  # noqa: S311 (the same messages each time)
    messages = []
    for number in range(count):
        language = chance.choice(["en", "ko", "zh"])
        whole = language != "zh" and chance.random() < 0.8
        words = VOCABULARY[language].split() if whole else list(VOCABULARY[language])
        joiner = " " if whole else ""
        chosen = chance.choices(words, k=chance.randint(1, 60))
        end = chance.choice(["", "", "\n", " "])
        target = joiner.join(chosen) + end
        source = f"{number} " + " ".join(chance.choices(VOCABULARY["en"].split(), k=20)) + end
        messages.append(write.Message(source=source, targets=(target,)))
    return messages


@pytest.mark.skipif(not shutil.which("msgcat"), reason="gettext is not installed")
def test_msgcat_leaves_what_is_written_as_it_is(tmp_path: Path) -> None:
    entries = [write.render(message, Layout()) for message in generated(6000)]
    old = po.parse(HEADER.encode(), path="new.po")
    data = old.with_entries([*old.entries, *entries]).data
    file = tmp_path / "new.po"
    file.write_bytes(data)
    run = subprocess.run(["msgcat", file], capture_output=True, check=True)
    theirs = po.parse(run.stdout, path="theirs.po").entries[1:]
    ours = [entry.text for entry in entries]
    assert [entry.text for entry in theirs] == ours
