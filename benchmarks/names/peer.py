"""Ask a script that needs packages of a Python of its own."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any


def asked(peers: str, script: str, task: dict[str, Any]) -> dict[str, Any]:  # Any: JSON
    """Return what a script of this folder says of a task; ``peers`` is the Python that runs it."""
    done = subprocess.run(
        [peers, str(Path(__file__).with_name(script))],
        input=json.dumps(task),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found
