import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

PO = (
    'msgid ""\nmsgstr "Language: ko\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
    'msgid "The ferry left."\nmsgstr "연락선이  떠났다."\n'
)
COMMANDS = ("check ko.po", "figures -", "--version", "status")
BUFFERED = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    (tmp_path / "ko.po").write_text(PO, "utf-8")
    monkeypatch.chdir(tmp_path)


def ran(words, streams):
    """Run a command as a shell does whose line ends in ``streams``."""
    line = f"{shlex.quote(sys.executable)} -m tongsa {words} </dev/null {streams}"
    return subprocess.run(
        ["sh", "-c", line], env=BUFFERED, capture_output=True, text=True, timeout=60, check=False
    )


def quiet(err):
    return "Traceback" not in err and "Exception ignored" not in err


@pytest.mark.parametrize("words", ["check ko.po", "check ko.po -f json", "fix -y ko.po", "explain"])
def test_a_reader_that_leaves_early_gets_no_traceback(words):
    command = [sys.executable, "-m", "tongsa", *words.split()]
    with subprocess.Popen(
        command, env=BUFFERED, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        _, err = process.communicate(timeout=60)
    assert process.returncode == 141
    assert quiet(err)


@pytest.mark.parametrize("words", COMMANDS)
@pytest.mark.parametrize("streams", [">&-", "2>&-", ">&- 2>&- <&-"])
def test_a_closed_stream_changes_nothing_but_what_is_told(words, streams):
    left = ran(words, streams)
    assert left.returncode == (2 if words == "status" else 0)  # no desk stands there
    assert quiet(left.stderr)


def test_what_is_meant_for_a_closed_standard_error_is_not_printed():
    assert ran("status", "2>&-").stdout == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
@pytest.mark.parametrize("words", COMMANDS)
def test_what_cannot_be_written_is_told(words):
    left = ran(words, ">/dev/full")
    assert left.returncode == 2
    assert left.stderr.splitlines()[-1].startswith("tongsa: ")
    assert quiet(left.stderr)
    assert ran(words, ">/dev/full 2>/dev/full").returncode == 2
