"""Reading a catalog loads nothing that only writing needs."""

from __future__ import annotations

import subprocess
import sys

import pytest

READ = """
import sys
from tongsa.catalog import edit, header, mo, po, write
catalog = po.parse(b'msgid "Tide"\\nmsgstr "Tide of mine"\\n', path="ko.po")
mo.compile_mo(mo.finished(catalog.entries), catalog.header)
write.message(catalog.entries[0])
print(*sys.modules)
"""


@pytest.mark.parametrize("module", ["polib", "babel", "regex"])
def test_reading_does_not_load_what_is_slow(module: str) -> None:
    run = subprocess.run([sys.executable, "-c", READ], capture_output=True, check=True, text=True)
    assert module not in run.stdout.split()
