"""Ask Weblate's checks, which live in a Python of their own."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from paths import TERMS

_CHECKS = Path(__file__).with_name("weblate_checks.py")


def asked(peers: str, task: dict[str, Any]) -> dict[str, Any]:  # Any: JSON
    """Return what the checks say of a task; ``peers`` is a Python that has them."""
    done = subprocess.run(
        [peers, str(_CHECKS)],
        input=json.dumps(task),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(TERMS)},
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found
