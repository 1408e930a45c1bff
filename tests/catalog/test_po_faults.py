"""A PO file that gettext could not read is refused with file, line and mend."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tongsa.catalog import po
from tongsa.errors import CatalogError

if TYPE_CHECKING:
    from pathlib import Path

HEADER = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'

# What stands below the header's three lines, the place of the fault, and words of its message.
FAULTS = (
    ('msgid "Tide"\nmsgstr "조수\n', "5:8", "no closing quotation mark"),
    ('msgid "Tide\\', "4:7", "no closing quotation mark"),
    ('msgid "Tide"\nmsgstr "그는 "조수"라고 했다"\n', "5:13", "'조' stands outside a string"),
    ('msgid "Tide" ebb\nmsgstr "조수"\n', "4:14", '"ebb" is no keyword'),
    ('msgid "Tide"\nmsgtsr "조수"\n', "5:1", '"msgtsr" is no keyword'),
    ('msgstr "조수"\n', "4:1", "msgstr has no msgid before it"),
    ('msgid "Tide"\n', "4:1", "msgid has no msgstr"),
    ('msgctxt "deck"\n', "4:1", "msgctxt has no msgid"),
    ('msgid "Tide"\nmsgid "Ebb"\nmsgstr ""\n', "5:1", "msgid stands again before any msgstr"),
    ('msgid "Tide"\nmsgstr ""\nmsgstr "조수"\n', "6:1", "msgstr has no msgid before it"),
    ('msgid "Tide"\nmsgctxt "deck"\nmsgstr ""\n', "5:1", "msgctxt stands behind the msgid"),
    ('msgid\nmsgstr "조수"\n', "5:1", "msgid has no string behind it"),
    ('msgid "Tide"\nmsgstr "조\\q수"\n', "5:10", "\\\\q is no escape"),
    ('msgid "Tide"\nmsgstr "\\xyz"\n', "5:9", "\\\\x is no escape"),
    ('msgid "Tide"\n# Ask again.\nmsgstr ""\n', "5:1", "a comment stands inside an entry"),
    ('msgid "Tide"\n#| msgid "Ebb"\nmsgstr ""\n', "5:4", "a #| line stands inside an entry"),
    ('#| msgid "Ebb"\n#, fuzzy\nmsgid "Tide"\nmsgstr ""\n', "4:4", "belong to no entry"),
    ('#| Ebb\nmsgid "Tide"\nmsgstr ""\n', "4:4", '"Ebb" is no keyword'),
    ('#| msgctxt "Ebb"\nmsgid "Tide"\nmsgstr ""\n', "4:4", "belong to no entry"),
    ('#~ msgid "Tide"\nmsgstr "조수"\n', "5:1", "only some lines"),
    ('#~ msgid "Tide"\n#~ msgstr ""\n"조수"\n', "6:1", "belongs to no keyword"),
    ('msgid "a"\nmsgid_plural "b"\nmsgstr[1] ""\n', "6", "where msgstr\\[0\\] belongs"),
    ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] ""\nmsgstr[2] ""\n', "7", "msgstr\\[1\\] belongs"),
    ('msgid "a"\nmsgid_plural "b"\nmsgstr ""\n', "6:1", "msgstr has no number"),
    ('msgid "a"\nmsgstr[0] ""\n', "5:1", "no msgid_plural before it"),
    ('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr ""\n', "7", "'a' of line 4 stands here again"),
    ('# Under C:\\\nmsgid "a"\nmsgstr "b"\n', "4:1", "ends in a backslash"),
    (
        '<<<<<<< HEAD\nmsgid "a"\nmsgstr "b"\n=======\nmsgid "a"\nmsgstr "c"\n>>>>>>> other\n',
        "4:1",
        "merge conflict of git",
    ),
    (
        'msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n=======\nmsgstr "c"\n>>>>>>> other\n',
        "5:1",
        "merge conflict of git",
    ),
    (
        'msgid "a"\nmsgstr "b"\n=======\nmsgid "c"\nmsgstr "d"\n>>>>>>> other\n',
        "6:1",
        "merge conflict of git",
    ),
)


@pytest.mark.parametrize(("text", "place", "words"), FAULTS)
def test_a_fault_is_told_with_its_place_and_mend(text: str, place: str, words: str) -> None:
    with pytest.raises(CatalogError, match=words) as caught:
        po.parse(HEADER + text.encode(), path="ko/harbour.po")
    assert caught.value.place == f"ko/harbour.po:{place}"
    assert caught.value.mend


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext is not installed")
@pytest.mark.parametrize("text", [text for text, _, _ in FAULTS])
def test_gettext_refuses_it_too(text: str, tmp_path: Path) -> None:
    file = tmp_path / "harbour.po"
    file.write_bytes(HEADER + text.encode())
    run = subprocess.run(["msgfmt", "-o", "/dev/null", file], capture_output=True, check=False)
    assert run.returncode == 1


def test_a_byte_that_does_not_fit_is_told_with_its_line() -> None:
    data = HEADER + 'msgid "Tide"\nmsgstr "조수"\n'.encode("euc-kr")
    with pytest.raises(CatalogError, match=r"ko.po:5:9: the byte 0xC1 does not fit .* UTF-8"):
        po.parse(data, path="ko.po")


@pytest.mark.parametrize(
    "charset", ["KLINGON-8", "UTF-16", "UTF-7", "rot13", "hex", "idna", "unicode-escape"]
)
def test_a_character_set_that_cannot_be_read_is_named(charset: str) -> None:
    data = HEADER.replace(b"UTF-8", charset.encode())
    with pytest.raises(CatalogError, match=f'the character set "{charset.lower()}"'):
        po.parse(data, path="ko.po")


def test_a_zero_byte_is_told_with_its_line() -> None:
    with pytest.raises(CatalogError, match=r"ko.po:4: a byte here is zero"):
        po.parse(HEADER + b'msgid "a\0"\nmsgstr ""\n', path="ko.po")


def test_a_file_in_utf_16_is_told_as_such() -> None:
    with pytest.raises(CatalogError, match="the file is in UTF-16; save it as UTF-8"):
        po.parse(HEADER.decode().encode("utf-16"), path="ko.po")


def test_line_ends_of_old_macintoshes_are_refused_lest_a_comment_hide_the_file() -> None:
    data = b'# A note.\rmsgid "a"\rmsgstr "b"\r'
    with pytest.raises(CatalogError, match="Macintosh of old; save it with LF"):
        po.parse(data, path="ko.po")


def test_the_same_msgid_in_another_context_is_no_twin() -> None:
    data = HEADER + b'msgid "a"\nmsgstr ""\n\nmsgctxt "deck"\nmsgid "a"\nmsgstr ""\n'
    assert len(po.parse(data, path="ko.po").entries) == 3


def test_an_obsolete_entry_may_be_the_twin_of_one_in_use() -> None:
    data = HEADER + b'msgid "a"\nmsgstr ""\n\n#~ msgid "a"\n#~ msgstr "b"\n'
    assert len(po.parse(data, path="ko.po").entries) == 3


@pytest.mark.parametrize(
    "text",
    [
        "# note\n" * 200_000 + 'msgstr "a"\n',
        'msgid ""\n' + '"tide"\n' * 200_000,
        'msgid "a"\nmsgid_plural "b"\n' + 'msgstr[0] ""\n' * 100_000,
        '"' * 500_000,
        "#~| " * 300_000,
        'msgid "' + "\\\\" * 500_000 + "\\q",
        "[" * 500_000,
        'msgid "a"\nmsgid_plural "b"\nmsgstr[' + "9" * 100_000 + '] ""\n',
    ],
    ids=["comments", "strings", "forms", "quotes", "marks", "escapes", "brackets", "a number"],
)
def test_hostile_faults_are_found_in_linear_time(text: str) -> None:
    with pytest.raises(CatalogError):
        po.parse(text.encode(), path="ko.po")
