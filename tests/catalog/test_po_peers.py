"""Every program that reads PO files reads ours, and finds the same units in them."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import polib
import pytest
from babel.messages.pofile import read_po

from tongsa.catalog import edit, header, po, write

HARBOUR = po.parse((Path(__file__).parent / "golden/harbour.po").read_bytes(), path="ko/harbour.po")
needs_gettext = pytest.mark.skipif(not shutil.which("msgcat"), reason="gettext is not installed")

Units = set[tuple[str | None, str, tuple[str, ...], bool, bool]]


@pytest.fixture
def catalog() -> po.Catalog:
    """A catalog in which each kind of change was made."""
    layout = HARBOUR.layout
    head, headline, berth, table, ships, pier, gulls = HARBOUR.entries
    new = write.Message(
        source='Quist: "Every tide\\counts\there."\n',
        context="deck",
        targets=("퀴스트: “밀물은 모두 중요하다.”\n",),
        comments=("Asked twice.",),
        extracted=("role: deck", "term: tide → 조수"),
        references=("seeds/a story.txt:3", "seeds/harbour.txt:2"),
    )
    fog = write.Message(source="Fog", context="caption", targets=("안개",))
    entries = [
        head,
        write.render(new, layout),
        edit.with_targets(headline, ["세 번째 부두, 타이드마크에 문 열어 " * 3], layout),
        edit.with_hints(berth, ["role: paragraph"], ["a.txt:1"], layout),
        table,
        edit.as_fuzzy(
            edit.with_targets(ships, ["배 %d척"], layout),
            layout,
            previous_source="%d boat",
            previous_plural_source="%d boats",
            previous_context="table",
        ),
        edit.revived(pier, layout),
        edit.revived(gulls, layout),
        edit.as_obsolete(write.render(fog, layout), layout),
    ]
    return HARBOUR.with_entries(entries).with_header({header.SEGMENTER: "tongsa 1"})


def units(catalog: po.Catalog) -> Units:
    return {
        (entry.context, entry.source, entry.targets, entry.fuzzy, entry.obsolete)
        for entry in catalog.entries
        if not entry.is_header
    }


def run(*command: str | Path, data: bytes) -> bytes:
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout


@needs_gettext
def test_msgfmt_has_nothing_to_say(catalog: po.Catalog) -> None:
    command = ["msgfmt", "-c", "-o", "/dev/null", "-"]
    done = subprocess.run(command, input=catalog.data, capture_output=True, check=True)
    assert done.stderr == b""


@needs_gettext
@pytest.mark.parametrize("options", [[], ["--no-wrap"], ["--sort-output"], ["--width=50"]])
def test_msgcat_keeps_the_units(catalog: po.Catalog, options: list[str]) -> None:
    theirs = run("msgcat", *options, "-", data=catalog.data)
    assert units(po.parse(theirs, path="theirs.po")) == units(catalog)


@needs_gettext
def test_msgattrib_finds_the_fuzzy_ones(catalog: po.Catalog) -> None:
    theirs = po.parse(run("msgattrib", "--only-fuzzy", "-", data=catalog.data), path="theirs.po")
    fuzzy = {entry.identity for entry in catalog.entries if entry.fuzzy}
    assert {entry.identity for entry in theirs.entries if not entry.is_header} == fuzzy


@needs_gettext
def test_msgmerge_keeps_what_is_in_the_template(catalog: po.Catalog, tmp_path: Path) -> None:
    old, template = tmp_path / "ko.po", tmp_path / "harbour.pot"
    old.write_bytes(catalog.data)
    live = [entry for entry in catalog.entries if not entry.obsolete]
    template.write_bytes(
        po.Catalog(path="harbour.pot")
        .with_entries(
            write.render(
                write.Message(
                    source=entry.source,
                    context=entry.context,
                    plural_source=entry.plural_source,
                    targets=entry.targets if entry.is_header else ("",),
                ),
                catalog.layout,
            )
            for entry in live
        )
        .data
    )
    theirs = run("msgmerge", "-q", "-N", old, template, data=b"")
    assert units(po.parse(theirs, path="theirs.po")) == units(catalog)


@needs_gettext
def test_what_msgcat_wrote_is_kept_byte_for_byte(catalog: po.Catalog) -> None:
    theirs = run("msgcat", "-", data=catalog.data)
    assert po.parse(theirs, path="theirs.po").data == theirs


def test_polib_reads_the_same_units(catalog: po.Catalog) -> None:
    theirs = {
        (
            entry.msgctxt,
            entry.msgid,
            tuple(entry.msgstr_plural.values()) or (entry.msgstr,),
            entry.fuzzy,
            bool(entry.obsolete),
        )
        for entry in polib.pofile(catalog.text)
    }
    assert theirs == units(catalog)


def test_babel_reads_the_same_units(catalog: po.Catalog) -> None:
    read = read_po(io.BytesIO(catalog.data))
    messages = [*(message for message in read if message.id), *read.obsolete.values()]
    theirs = {
        (
            message.context,
            message.id if isinstance(message.id, str) else message.id[0],
            (message.string,) if isinstance(message.string, str) else tuple(message.string or ()),
            message.fuzzy,
            message in read.obsolete.values(),
        )
        for message in messages
    }
    assert theirs == units(catalog)


def test_translate_toolkit_reads_and_saves_the_same_units(catalog: po.Catalog) -> None:
    pypo = pytest.importorskip("translate.storage.pypo")
    theirs = bytes(pypo.pofile.parsestring(catalog.data))
    assert units(po.parse(theirs, path="theirs.po")) == units(catalog)
