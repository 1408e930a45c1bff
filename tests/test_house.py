"""The floors of the house, and the tools that keep it clean."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    "command",
    [
        ["importlinter.cli", "lint-imports"],
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy"],
    ],
    ids=["floors", "ruff", "format", "mypy"],
)
def test_the_house_is_clean(command):
    run = [sys.executable, "-m", *command]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_module_grows_past_three_hundred_lines():
    for file in (ROOT / "src").rglob("*.py"):
        assert file.read_text("utf-8").count("\n") <= 330, file
