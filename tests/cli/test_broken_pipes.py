import subprocess
import sys

import pytest

PO = (
    'msgid ""\nmsgstr "Language: ko\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
    'msgid "The ferry left."\nmsgstr "연락선이  떠났다."\n'
)


@pytest.mark.parametrize("words", [["check"], ["check", "--format", "json"], ["fix", "--yes"]])
def test_a_reader_that_leaves_early_gets_no_traceback(tmp_path, words):
    (tmp_path / "ko.po").write_text(PO, "utf-8")
    command = [sys.executable, "-m", "tongsa", *words, "ko.po"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        _, err = process.communicate(timeout=60)
    assert "Traceback" not in err
    assert "Exception ignored" not in err
