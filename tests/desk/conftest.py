from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from savers import OLD

if TYPE_CHECKING:
    from pathlib import Path


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
