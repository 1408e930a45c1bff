from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from savers import NEW, OLD

from tongsa.desk import store
from tongsa.desk.store import change, write
from tongsa.errors import DeskError

if TYPE_CHECKING:
    from collections.abc import Callable

only_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges two names")


def refuse(number: int) -> Callable[..., None]:
    def refused(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return refused


def without_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_renameat2", lambda: None)


def test_a_new_file_gets_its_folders(desk: Path) -> None:
    path = desk / "locale" / "ko" / "LC_MESSAGES" / "2030" / "ferry.po"
    assert write(path, NEW, root=desk)
    assert path.read_bytes() == NEW


@given(old=st.binary(max_size=200), new=st.binary(max_size=200))
@settings(max_examples=20, deadline=None)
def test_what_is_written_is_what_stands_there(
    tmp_path_factory: pytest.TempPathFactory, old: bytes, new: bytes
) -> None:
    path = tmp_path_factory.mktemp("desk") / "ferry.po"
    path.write_bytes(old)
    assert write(path, new, root=path.parent) is (old != new)
    assert path.read_bytes() == new


def test_the_same_content_touches_nothing(desk: Path, catalog: Path) -> None:
    before = catalog.stat()
    assert not write(catalog, OLD, root=desk)
    after = catalog.stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_an_edit_that_gives_none_touches_nothing(desk: Path, catalog: Path) -> None:
    before = catalog.stat().st_mtime_ns
    assert not change(catalog, lambda _: None, root=desk)
    assert catalog.stat().st_mtime_ns == before


def test_an_absent_file_is_none_to_the_edit(desk: Path) -> None:
    seen: list[bytes | None] = []
    assert not change(desk / "ferry.po", seen.append, root=desk)
    assert seen == [None]


def test_the_mode_of_a_file_is_kept(desk: Path, catalog: Path) -> None:
    catalog.chmod(0o640)
    write(catalog, NEW, root=desk)
    assert catalog.stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_mode_the_user_wants(desk: Path) -> None:
    umask = os.umask(0o027)
    try:
        write(desk / "ferry.po", NEW, root=desk)
    finally:
        os.umask(umask)
    assert (desk / "ferry.po").stat().st_mode & 0o777 == 0o640


def test_a_link_is_written_through(desk: Path, catalog: Path) -> None:
    link = desk / "today.po"
    link.symlink_to(catalog)
    write(link, NEW, root=desk)
    assert link.is_symlink()
    assert catalog.read_bytes() == NEW


def test_nothing_but_the_file_and_the_ignored_folder_is_left(desk: Path, catalog: Path) -> None:
    write(catalog, NEW, root=desk)
    assert sorted(path.name for path in desk.iterdir()) == [".tongsa", "ferry.po"]
    assert (desk / ".tongsa" / ".gitignore").read_text() == "*\n"


def test_the_temporary_file_is_hidden_and_looks_like_no_catalog(
    desk: Path, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names: set[str] = set()
    monkeypatch.setattr(os, "fsync", lambda _: names.update(file.name for file in desk.iterdir()))
    write(catalog, NEW, root=desk)
    (temporary,) = names - {"ferry.po", ".tongsa"}
    assert temporary.startswith(".")
    assert temporary.endswith(".part")


def test_what_a_killed_run_left_is_removed(desk: Path, catalog: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "unlink", lambda *_, **__: None)
        patch.setattr(os, "fsync", refuse(errno.EIO))
        with pytest.raises(DeskError):
            write(catalog, NEW, root=desk)
    assert list(desk.glob(".tongsa-*"))
    write(catalog, OLD, root=desk)
    assert not list(desk.glob(".tongsa-*"))


def test_a_save_during_the_edit_is_merged(desk: Path, catalog: Path) -> None:
    saves = [OLD.replace("떠난다".encode(), "뜬다".encode()), None]

    def edit(old: bytes | None) -> bytes:
        if save := saves.pop(0):
            catalog.write_bytes(save)
        return (old or b"") + b'#~ msgid "The old pier."\n'

    assert change(catalog, edit, root=desk)
    assert "뜬다" in catalog.read_text("utf-8")
    assert "old pier" in catalog.read_text("utf-8")


@pytest.mark.parametrize("exchange", [True, False])
def test_a_file_made_during_the_edit_is_merged(
    desk: Path, monkeypatch: pytest.MonkeyPatch, *, exchange: bool
) -> None:
    if not exchange:
        without_exchange(monkeypatch)
    path = desk / "ferry.po"

    def edit(old: bytes | None) -> bytes:
        if old is None:
            path.write_bytes(OLD)
        return (old or b"") + NEW

    change(path, edit, root=desk)
    assert path.read_bytes() == OLD + NEW


def test_a_file_deleted_during_the_edit_is_none_to_the_next(desk: Path, catalog: Path) -> None:
    seen: list[bytes | None] = []

    def edit(old: bytes | None) -> bytes:
        seen.append(old)
        catalog.unlink(missing_ok=True)
        return NEW

    change(catalog, edit, root=desk)
    assert seen == [OLD, None]


@only_linux
@pytest.mark.parametrize("last_moment", [1, 2, 3])
def test_a_save_in_the_last_microsecond_is_put_back_and_merged(
    desk: Path, catalog: Path, monkeypatch: pytest.MonkeyPatch, last_moment: int
) -> None:
    renamed = store._renamed  # noqa: SLF001 # no other door opens in that microsecond
    moments = iter(range(1, 99))

    def intrude(source: Path, target: Path, flag: int) -> bool:
        if (moment := next(moments)) <= last_moment:
            rival = desk / "rival"
            rival.write_bytes(b"# save %d\n" % moment)
            rival.replace(catalog)
        return renamed(source, target, flag)

    monkeypatch.setattr(store, "_renamed", intrude)
    assert change(catalog, lambda old: (old or b"") + NEW, root=desk)
    assert catalog.read_bytes() == b"# save %d\n" % last_moment + NEW


def test_without_exchange_a_file_is_still_replaced(
    desk: Path, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_exchange(monkeypatch)
    assert write(catalog, NEW, root=desk)
    assert catalog.read_bytes() == NEW


def test_a_program_that_never_stops_saving_is_named_as_the_cause(desk: Path, catalog: Path) -> None:
    def edit(old: bytes | None) -> bytes:
        catalog.write_bytes((old or b"") + b"\n")
        return NEW

    with pytest.raises(DeskError, match="saves it again and again; close it there"):
        change(catalog, edit, root=desk)
    assert catalog.read_bytes().startswith(OLD)


def test_an_error_in_the_edit_leaves_the_file_and_frees_the_lock(desk: Path, catalog: Path) -> None:
    def edit(_: bytes | None) -> bytes:
        raise DeskError("a msgid stands twice")

    with pytest.raises(DeskError, match="stands twice"):
        change(catalog, edit, root=desk)
    assert catalog.read_bytes() == OLD
    assert write(catalog, NEW, root=desk)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES])
def test_a_disk_that_refuses_leaves_the_old_file(
    desk: Path, catalog: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(os, "fsync", refuse(number))
    with pytest.raises(DeskError) as caught:
        write(catalog, NEW, root=desk)
    assert catalog.read_bytes() == OLD
    assert not list(desk.glob(".tongsa-*"))
    assert caught.value.file == str(catalog)
    assert caught.value.mend
    assert "\n" not in str(caught.value)


def test_a_full_disk_says_that_the_file_is_as_it_was(
    desk: Path, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", refuse(errno.ENOSPC))
    with pytest.raises(DeskError, match=r"no space left on device; make room .* as it was"):
        write(catalog, NEW, root=desk)


def test_a_folder_that_may_not_be_written_to_is_an_error(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "mkdir", lambda *_, **__: refuse(errno.EACCES)())
    with pytest.raises(DeskError, match="cannot be made: permission denied; get the right"):
        write(desk / "locale" / "ferry.po", NEW, root=desk)


def test_a_file_where_a_folder_should_be_is_an_error(desk: Path, catalog: Path) -> None:
    with pytest.raises(DeskError, match="a file stands where a folder should"):
        write(catalog / "ko.po", NEW, root=desk)


def test_a_folder_is_no_file_to_write(desk: Path) -> None:
    (desk / "ferry.po").mkdir()
    with pytest.raises(DeskError, match="name a file, not a folder"):
        write(desk / "ferry.po", NEW, root=desk)
