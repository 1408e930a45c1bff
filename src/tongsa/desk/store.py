"""Write files whole or not at all, and never over what another program saved meanwhile.

The old and the new file change places in one step, and what came out is compared with what was
read: a save of the last microsecond is put back and merged. What stays open: a program that holds
the file open while places change, without having truncated it, goes on writing into the old file;
a run killed in the very microsecond of putting a save back loses that save; and where two names
cannot change places (outside Linux, on some network disks), a save in the some 30 microseconds
between the last look and the rename is lost.
"""

from __future__ import annotations

import errno
import os
import unicodedata
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import sha256
from stat import S_IMODE
from typing import TYPE_CHECKING

from tongsa.errors import DeskError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_ATTEMPTS = 20
_PATIENCE = 1.0
"""Seconds to wait for another run before saying so."""
_LONGEST_NAME = 255
"""In bytes, on every common disk."""
# Linux's headers uapi/linux/fcntl.h (the first) and uapi/linux/fs.h name and number them so.
_AT_FDCWD, _NOREPLACE, _EXCHANGE = -100, 1, 2
# Microsoft, "Naming Files, Paths, and Namespaces": with any suffix, in any case.
_RESERVED = frozenset({"con", "prn", "aux", "nul"}) | {
    f"{port}{digit}" for port in ("com", "lpt") for digit in "123456789¹²³"
}
_DENIED = "get the right to write there, or name another folder"
_FULL = "make room on the disk and run tongsa again; the file is as it was"
_MENDS = {
    errno.EACCES: "get the right to it, or name another",
    errno.EPERM: _DENIED,
    errno.EROFS: _DENIED,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EISDIR: "name a file, not a folder",
    errno.ENOTDIR: "a file stands where a folder should; move it away",
    errno.EEXIST: "a file stands where a folder should; move it away",
    errno.ENOENT: "see whether its name is mistyped or it was moved",
    errno.ENAMETOOLONG: "give it a shorter name",
    errno.ELOOP: "its links go round in a circle; mend them",
}


def inside(root: Path, path: Path) -> Path:
    """Return the real file behind a path; raise DeskError where it leaves the desk or is no name.

    Links are followed, so that a write goes to the file behind them and leaves them standing.
    """
    try:
        base = root.resolve()
        real = path.resolve()
    except (OSError, RuntimeError, ValueError) as error:  # RuntimeError: links in a circle
        raise DeskError("is no name of a file", file=_shown(path), mend="rename it") from error
    if base not in real.parents:
        raise DeskError("leaves the desk", file=_shown(path), mend=f"keep it under {_shown(base)}")
    for name in real.relative_to(base).parts:
        if flaw := _flaw(name):
            raise DeskError(f"its name {flaw}", file=_shown(path), mend="rename it")
    return real


def behind(path: Path) -> Path:
    """Return the real file behind links; raise DeskError where they go round in a circle."""
    try:
        return path.resolve()
    except RuntimeError as error:
        mend = _MENDS[errno.ELOOP]
        raise DeskError("links to itself", file=_shown(path), mend=mend) from error


def read(path: Path, *, limit: int = -1) -> bytes:
    """Return a file's bytes, of a very large one the first ``limit`` if that is given.

    Raise DeskError, with the mend, where it cannot be read.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise DeskError("is a pipe or a device", file=_shown(path), mend="name a file")
    with _mending(path, "read"), path.open("rb") as file:
        return file.read(limit)


def write_elsewhere(path: Path, content: bytes) -> None:
    """Write a page that nobody else writes to where a person asked for it, whole or not at all.

    It goes to the file behind a link. Raise DeskError for what is no file, such as a device.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        mend = "name a file, or - for standard output"
        raise DeskError("is a pipe or a device", file=_shown(path), mend=mend)
    path = behind(path)
    staged = path.with_name(f".tongsa-{_digest(path.name)}.part")
    with _mending(path, "written"):
        try:
            staged.write_bytes(content)
            staged.replace(path)
        except OSError:
            with suppress(OSError):
                staged.unlink()
            raise


def make_folders(root: Path, *names: str) -> None:
    """Make a folder and others in it, where they are missing."""
    for folder in (root, *(root / name for name in names)):
        with _mending(folder, "made"):
            folder.mkdir(parents=True, exist_ok=True)


def write(
    path: Path, content: bytes, *, root: Path, waiting: Callable[[Path], None] | None = None
) -> bool:
    """Put ``content`` there whatever stood there; return whether that changed the file."""
    return change(path, lambda _: content, root=root, waiting=waiting)


def change(
    path: Path,
    edit: Callable[[bytes | None], bytes | None],
    *,
    root: Path,
    waiting: Callable[[Path], None] | None = None,
) -> bool:
    """Replace a file by what ``edit`` makes of it; return whether that changed the file.

    ``edit`` takes the bytes that stand there, None where there is no file, and gives the new ones,
    or None to leave all as it is. It is asked anew when another program saved meanwhile, and must
    change no other file, since a run holds one lock at a time. ``waiting`` is told the path once
    another run has held it for a second.
    """
    real = inside(root, path)
    with _locked(real, root, waiting):
        staged = real.with_name(f".tongsa-{_digest(real.name)}.part")
        with _mending(path, "changed"):
            staged.unlink(missing_ok=True)  # of a run that was killed
        for _ in range(_ATTEMPTS):
            with _mending(path, "read"):
                old = _current(real)
            new = edit(old)
            if new is None or new == old:
                return False
            with _mending(path, "written"):
                if _replaced(real, staged, old, new):
                    return True
    raise DeskError(
        "another program saves it again and again", file=_shown(path), mend="close it there"
    )


def _replaced(path: Path, staged: Path, old: bytes | None, new: bytes) -> bool:
    """Put ``new`` in the place of ``old``; return False where something else stands there now."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with staged.open("xb") as file:
            file.write(new)
            file.flush()
            if old is not None:
                staged.chmod(S_IMODE(path.stat().st_mode))
            os.fsync(file.fileno())
        if _current(path) != old or not _swapped(path, staged, old, new):
            return False
    except (FileExistsError, FileNotFoundError):  # made or deleted by another program just now
        return False
    finally:
        staged.unlink(missing_ok=True)
    _sync_folder(path.parent)
    return True


def _swapped(path: Path, staged: Path, old: bytes | None, new: bytes) -> bool:
    """Let ``staged`` and ``path`` change places, and back again if not ``old`` came out."""
    if old is None:
        if not _renamed(staged, path, _NOREPLACE):
            staged.replace(path)
        return True
    expected, placed = old, new
    while _renamed(staged, path, _EXCHANGE):
        out = staged.read_bytes()
        if out == expected:
            return placed is new
        expected, placed = placed, out
    staged.replace(path)
    return True


def _renamed(source: Path, target: Path, flag: int) -> bool:
    """Rename by Linux's renameat2; return False where the system or the disk has no such flag."""
    call = _renameat2()
    if call is None:
        return False
    if call(_AT_FDCWD, os.fsencode(source), _AT_FDCWD, os.fsencode(target), flag) == 0:
        return True
    import ctypes  # noqa: PLC0415 (most runs write nothing)

    number = ctypes.get_errno()
    if number in {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}:
        return False
    raise OSError(number, os.strerror(number), str(target))


@cache
def _renameat2() -> Callable[[int, bytes, int, bytes, int], int] | None:
    """Return the C library's function; None where it has none."""
    import ctypes  # noqa: PLC0415 (as in _renamed)

    try:
        function = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):  # TypeError: Windows has no nameless library
        return None
    function.argtypes = (ctypes.c_int, ctypes.c_char_p) * 2 + (ctypes.c_uint,)
    return function


@contextmanager
def _locked(real: Path, root: Path, waiting: Callable[[Path], None] | None) -> Iterator[None]:
    """Hold the file's lock; tell ``waiting`` when another run has it for long."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 (as in _renamed)

    folder = inside(root, root / ".tongsa" / "locks")
    with _mending(folder, "made"):
        folder.mkdir(parents=True, exist_ok=True)
        mark = folder.parent / ".gitignore"
        if not mark.exists() or not mark.stat().st_size:
            mark.write_text("*\n", "utf-8")
    name = _digest(real.relative_to(root.resolve()).as_posix())
    lock = FileLock(folder / f"{name}.lock", poll_interval=0.02)
    with _mending(folder, "locked"):
        try:
            lock.acquire(timeout=_PATIENCE)
        except Timeout:
            if waiting:
                waiting(real)
            lock.acquire()
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _mending(path: Path, deed: str) -> Iterator[None]:
    """Turn what the system refuses into a DeskError that says what helps."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        mend = _MENDS.get(error.errno or 0, "run tongsa again once the disk is well")
        raise DeskError(f"cannot be {deed}: {reason}", file=_shown(path), mend=mend) from error


def _current(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _sync_folder(folder: Path) -> None:
    """Make a new name last through a power cut; Windows opens no folders, and keeps names so."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _flaw(name: str) -> str:
    """Return what forbids a name here or on a colleague's system; empty where nothing does."""
    if any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in name):
        return "holds a control character or is not UTF-8"
    if len(os.fsencode(name)) > _LONGEST_NAME:
        return f"is longer than {_LONGEST_NAME} bytes"
    if name.split(".", maxsplit=1)[0].rstrip(" ").lower() in _RESERVED:
        return "is one that Windows keeps for itself"
    return ""


def _shown(path: Path) -> str:
    """Return a path on one line, whatever letters are in it."""
    return "".join(
        ascii(letter)[1:-1] if unicodedata.category(letter) in {"Cc", "Cs"} else letter
        for letter in str(path)
    )


def _digest(text: str) -> str:
    return sha256(os.fsencode(text)).hexdigest()[:32]
