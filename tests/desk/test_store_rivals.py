from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from filelock import FileLock
from savers import NEW, OLD

from tongsa.desk import store
from tongsa.desk.store import write

only_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges two names")
SAVERS = Path(__file__).with_name("savers.py")


def play(scene: str, path: Path, *arguments: str) -> dict[str, int]:
    command = [sys.executable, str(SAVERS), scene, str(path), *arguments]
    result = subprocess.run(command, check=True, capture_output=True, timeout=60)
    outcome: dict[str, int] = json.loads(result.stdout)
    return outcome


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
        deadline = time.monotonic() + 60
        while not told and time.monotonic() < deadline:
            time.sleep(0.01)
        assert catalog.read_bytes() == OLD
    thread.join(60)
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
