"""A catalog's header is complete, and changed in place."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tongsa.catalog import header, po
from tongsa.catalog.entry import read
from tongsa.catalog.layout import Layout

MORNING = datetime(2030, 4, 2, 9, 15, tzinfo=timezone(timedelta(hours=9)))
HARBOUR = po.parse((Path(__file__).parent / "golden/harbour.po").read_bytes(), path="ko/harbour.po")


def fields(language: str | None, **named: str) -> dict[str, str]:
    return header.new_header(
        language,
        project="Invented Courier",
        segmenter="tongsa 1 quotes=keep",
        created=MORNING,
        **named,
    )


def test_a_new_catalog_has_a_whole_header() -> None:
    assert fields("ko") == {
        "Project-Id-Version": "Invented Courier",
        "Report-Msgid-Bugs-To": "",
        "POT-Creation-Date": "2030-04-02 09:15+0900",
        "PO-Revision-Date": "2030-04-02 09:15+0900",
        "Last-Translator": "Automatically generated",
        "Language-Team": "none",
        "Language": "ko",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=1; plural=0;",
        "X-Generator": "tongsa 0.1.0",
        "X-Tongsa-Segmenter": "tongsa 1 quotes=keep",
    }


def test_those_who_are_named_stand_in_the_header() -> None:
    named = fields(
        "zh_TW", translator="Qi Wen <qi@courier.example>", team="Taipei", report="bugs@x.example"
    )
    assert (named["Last-Translator"], named["Language-Team"], named["Report-Msgid-Bugs-To"]) == (
        "Qi Wen <qi@courier.example>",
        "Taipei",
        "bugs@x.example",
    )


def test_a_template_has_placeholders_and_no_language() -> None:
    template = fields(None)
    assert (template["PO-Revision-Date"], template["Language"]) == ("YEAR-MO-DA HO:MI+ZONE", "")
    assert "Plural-Forms" not in template


@pytest.mark.parametrize(
    ("language", "plural"),
    [
        ("ko", "nplurals=1; plural=0;"),
        ("zh_TW", "nplurals=1; plural=0;"),
        ("zh_CN", "nplurals=1; plural=0;"),
        ("en", "nplurals=2; plural=(n != 1);"),
    ],
)
def test_plural_forms_are_those_of_the_language(language: str, plural: str) -> None:
    assert header.plural_forms(language) == plural


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext is not installed")
@pytest.mark.parametrize("language", ["ko", "zh_TW", "zh_CN"])
def test_msgfmt_has_nothing_to_say_of_a_new_catalog(language: str, tmp_path: Path) -> None:
    catalog = po.Catalog(path="new.po").with_entries(
        [header.render(fields(language), Layout()), read('msgid "Tide"\nmsgstr "潮"\n')]
    )
    file = tmp_path / "new.po"
    file.write_bytes(catalog.data)
    run = subprocess.run(
        ["msgfmt", "-c", "-o", "/dev/null", file], capture_output=True, check=True, text=True
    )
    assert run.stderr == ""


def test_a_changed_field_leaves_the_rest_of_the_file_as_it_is() -> None:
    new = HARBOUR.with_header({"Language-Team": "Seoul desk"})
    assert new.text == HARBOUR.text.replace('"Language-Team: none', '"Language-Team: Seoul desk')


def test_an_unknown_field_is_appended() -> None:
    new = HARBOUR.with_header({"X-Tongsa-Segmenter": "tongsa 1"})
    old = 'long it grows\\n"\n'
    assert new.text == HARBOUR.text.replace(old, f'{old}"X-Tongsa-Segmenter: tongsa 1\\n"\n')


def test_a_folded_field_is_changed_whole() -> None:
    new = HARBOUR.with_header({"X-Mood-Of-The-Desk": "calm"})
    assert new.headers == {**HARBOUR.headers, "X-Mood-Of-The-Desk": "calm"}
    assert new.text.count("\n") == HARBOUR.text.count("\n") - 1


def test_a_long_value_is_folded() -> None:
    new = HARBOUR.with_header({"X-Generator": "tongsa and friends, " * 6})
    assert new.headers["X-Generator"] == ("tongsa and friends, " * 6).strip()
    assert max(len(line) for line in new.text.splitlines()) <= 81


def test_the_same_values_change_nothing() -> None:
    assert HARBOUR.with_header({"Language": "ko"}) is HARBOUR


def test_spaces_at_the_ends_of_a_value_change_nothing() -> None:
    assert HARBOUR.with_header({"Language": " ko  "}) is HARBOUR


def test_a_header_on_one_line_is_laid_out_anew() -> None:
    catalog = po.parse(b'msgid ""\nmsgstr "Language: ko\\nX-Desk: Seoul\\n"\n', path="ko.po")
    assert catalog.with_header({"Language": "zh_TW", "X-Mood": "calm"}).text == (
        'msgid ""\nmsgstr ""\n"Language: zh_TW\\n"\n"X-Desk: Seoul\\n"\n"X-Mood: calm\\n"\n'
    )


def test_a_catalog_without_a_header_gets_one_at_its_top() -> None:
    catalog = po.parse('msgid "Tide"\nmsgstr "조수"\n'.encode(), path="ko.po")
    assert catalog.with_header({"Language": "ko"}).text == (
        'msgid ""\nmsgstr "Language: ko\\n"\n\nmsgid "Tide"\nmsgstr "조수"\n'
    )


def test_a_header_keeps_the_line_ends_of_windows() -> None:
    catalog = po.parse(HARBOUR.data.replace(b"\n", b"\r\n"), path="ko.po")
    text = catalog.with_header({"Language": "zh_TW", "X-Desk": "Seoul"}).text
    assert text.count("\n") == text.count("\r\n")


def test_the_comments_of_a_header_stay() -> None:
    head = HARBOUR.with_header({"Language": "zh_CN"}).header
    assert head is not None
    assert head.comments[0] == "Korean edition of the harbour story."


def test_a_value_cannot_smuggle_in_another_field() -> None:
    entry = header.render({"X-Desk": "Seoul\nLanguage: xx"}, Layout())
    assert header.read(entry.target) == {"X-Desk": "Seoul Language: xx"}


def test_the_time_is_the_one_given() -> None:
    created = datetime(2031, 1, 2, 3, 4, tzinfo=UTC)
    made = header.new_header("ko", project="x", segmenter="y", created=created)
    assert made[header.CREATED] == "2031-01-02 03:04+0000"
