from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from savers import NEW, OLD

from tongsa.desk.store import inside, read, write
from tongsa.errors import DeskError

if TYPE_CHECKING:
    from collections.abc import Callable


def refuse(number: int) -> Callable[..., None]:
    def refused(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return refused


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
    monkeypatch.setattr(Path, "open", refuse(errno.EACCES))
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
