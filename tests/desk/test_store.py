from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from hypothesis import given, settings
from hypothesis import strategies as st

from tongsa.desk import store
from tongsa.desk.store import change, inside, read, write
from tongsa.errors import DeskError

if TYPE_CHECKING:
    from collections.abc import Callable

OLD = 'msgid "The ferry sails."\nmsgstr "배가 떠난다."\n'.encode()
NEW = 'msgid "The ferry sails."\nmsgstr "배가 출항한다."\n'.encode()
only_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges two names")
SAVERS = Path(__file__).with_name("savers.py")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    root = tmp_path / "desk"
    root.mkdir()
    return root


@pytest.fixture
def catalog(desk: Path) -> Path:
    path = desk / "ferry.po"
    path.write_bytes(OLD)
    return path


def play(scene: str, path: Path, *arguments: str) -> dict[str, int]:
    command = [sys.executable, str(SAVERS), scene, str(path), *arguments]
    result = subprocess.run(command, check=True, capture_output=True, timeout=60)
    outcome: dict[str, int] = json.loads(result.stdout)
    return outcome


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


def test_a_file_that_is_read_comes_whole(catalog: Path) -> None:
    assert read(catalog) == OLD


def test_reading_a_folder_is_an_error(desk: Path) -> None:
    with pytest.raises(DeskError, match="cannot be read: is a directory; name a file"):
        read(desk)


def test_reading_what_vanished_is_an_error(desk: Path) -> None:
    with pytest.raises(DeskError, match="no such file or directory; see whether its name"):
        read(desk / "ferry.txt")


def test_reading_without_the_right_is_an_error(
    catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "read_bytes", refuse(errno.EACCES))
    with pytest.raises(DeskError, match="permission denied; get the right to it"):
        read(catalog)


@pytest.mark.parametrize("name", ["../ferry.po", "ko/../../ferry.po", "/ferry.po", ".", ""])
def test_a_path_out_of_the_desk_is_refused(desk: Path, name: str) -> None:
    with pytest.raises(DeskError, match="leaves the desk; keep it under"):
        inside(desk, desk / name)


def test_a_link_out_of_the_desk_is_refused(desk: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.po").write_bytes(OLD)
    (desk / "ferry.po").symlink_to(tmp_path / "secret.po")
    with pytest.raises(DeskError, match="leaves the desk"):
        write(desk / "ferry.po", NEW, root=desk)
    assert (tmp_path / "secret.po").read_bytes() == OLD


def test_a_folder_that_links_out_of_the_desk_is_refused(desk: Path, tmp_path: Path) -> None:
    (desk / "locale").symlink_to(tmp_path)
    with pytest.raises(DeskError, match="leaves the desk"):
        write(desk / "locale" / "ferry.po", NEW, root=desk)
    assert not (tmp_path / "ferry.po").exists()


def test_locks_never_leave_the_desk(desk: Path, tmp_path: Path) -> None:
    (desk / ".tongsa").symlink_to(tmp_path)
    with pytest.raises(DeskError, match="leaves the desk"):
        write(desk / "ferry.po", NEW, root=desk)


def test_links_in_a_circle_are_an_error(desk: Path) -> None:
    (desk / "a.po").symlink_to(desk / "b.po")
    (desk / "b.po").symlink_to(desk / "a.po")
    with pytest.raises(DeskError):
        write(desk / "a.po", NEW, root=desk)


@pytest.mark.parametrize(
    ("name", "flaw"),
    [
        ("ferry\0.po", "is no name of a file"),
        ("ferry\n.po", "control character"),
        ("ferry\udcff.po", "not UTF-8"),
        ("f" * 253 + ".po", "longer than 255 bytes"),
        ("배" * 90 + ".po", "longer than 255 bytes"),
        ("con.po", "Windows"),
        ("ko/Aux", "Windows"),
        ("nul.2030.po", "Windows"),
        ("COM1 .po", "Windows"),
    ],
)
def test_a_name_that_no_desk_can_hold_is_refused_on_one_line(
    desk: Path, name: str, flaw: str
) -> None:
    with pytest.raises(DeskError) as caught:
        write(desk / name, NEW, root=desk)
    assert flaw in str(caught.value)
    assert str(caught.value).encode().isascii() or "배" in name
    assert "\n" not in str(caught.value)
    assert caught.value.mend == "rename it"


@pytest.mark.parametrize(
    "name", ["f" * 252 + ".po", "console.po", "배와 항구.po", ".hidden.po", "com10.po"]
)
def test_an_unusual_name_is_written(desk: Path, name: str) -> None:
    assert write(desk / name, NEW, root=desk)
    assert (desk / name).read_bytes() == NEW


def test_a_run_waits_for_another_and_says_so_after_a_second(
    desk: Path, catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_PATIENCE", 0.1)
    write(catalog, OLD, root=desk)
    (lock,) = (desk / ".tongsa" / "locks").iterdir()
    told: list[Path] = []
    with FileLock(lock):
        thread = threading.Thread(
            target=write, args=(catalog, NEW), kwargs={"root": desk, "waiting": told.append}
        )
        thread.start()
        deadline = time.monotonic() + 5
        while not told and time.monotonic() < deadline:
            time.sleep(0.01)
        assert catalog.read_bytes() == OLD
    thread.join(5)
    assert told == [catalog]
    assert catalog.read_bytes() == NEW


def test_two_files_have_two_locks(desk: Path, catalog: Path) -> None:
    write(catalog, NEW, root=desk)
    write(desk / "harbour.po", NEW, root=desk)
    assert len(list((desk / ".tongsa" / "locks").iterdir())) == 2


def test_a_link_and_its_file_share_a_lock(desk: Path, catalog: Path) -> None:
    (desk / "today.po").symlink_to(catalog)
    write(desk / "today.po", NEW, root=desk)
    write(catalog, OLD, root=desk)
    assert len(list((desk / ".tongsa" / "locks").iterdir())) == 1


def test_two_hundred_kills_leave_no_torn_file(catalog: Path) -> None:
    outcome = play("kills", catalog, "200")
    assert outcome["torn"] == outcome["left"] == 0
    # Otherwise no kill came while a file was being written, and the test showed nothing.
    assert outcome["halfway"] > 10
    assert outcome["versions"] > 10


def test_the_kills_would_tear_a_file_written_in_place(catalog: Path) -> None:
    assert play("kills", catalog, "20", "plain")["torn"] > 0


def test_two_runs_that_append_lose_no_entry(catalog: Path) -> None:
    assert play("append", catalog, "50") == {"failed": 0, "arrived": 100}


@only_linux
def test_no_save_of_another_program_is_lost(catalog: Path) -> None:
    outcome = play("rival", catalog, "300")
    assert outcome == {"lost": 0, "changed": True}
