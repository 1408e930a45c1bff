"""The floors of the house, and the tools that keep it clean."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent


@pytest.mark.skipif(not (BIN / "ruff").exists(), reason="no tools stand beside this interpreter")
@pytest.mark.parametrize(
    ("command", "verdict"),
    [
        ([BIN / "lint-imports"], "Contracts: 2 kept, 0 broken."),
        ([BIN / "ruff", "check", "."], "All checks passed!"),
        ([BIN / "ruff", "format", "--check", "."], "already formatted"),
        ([BIN / "mypy"], "Success: no issues found"),
    ],
    ids=["floors", "ruff", "format", "mypy"],
)
def test_the_house_is_clean(command, verdict):
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert verdict in done.stdout, done.stdout + done.stderr
    assert done.returncode == 0


def test_no_module_outgrows_what_can_be_read_at_once():
    for file in (ROOT / "src").rglob("*.py"):
        assert file.read_text("utf-8").count("\n") <= 320, file


def test_no_two_modules_of_the_tests_share_a_name():
    # Tests are no package: pytest imports them by their bare names, and the second would fail.
    names = [file.name for file in (ROOT / "tests").rglob("*.py") if file.name != "conftest.py"]
    assert sorted(set(names)) == sorted(names)
