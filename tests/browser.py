"""Open a page in a browser, and attack it."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
MISSING = shutil.which(CHROMIUM) is None
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--virtual-time-budget=2000",
)
OWN = "document.documentElement.setAttribute('owned', 'yes')"
ATTACKS = (
    f"<script>{OWN}</script>",
    f"</style><script>{OWN}</script>",
    f"</title></head><script>{OWN}</script>",
    f'"><img src="data:," onerror="{OWN}">',
    f'\'><svg onload="{OWN}"></svg>',
    f"'><svg onload='{OWN}'></svg>",
    f'--><iframe srcdoc="<script>parent.{OWN}</script>"></iframe>',
    f'<a href="javascript:{OWN}" autofocus onfocus="{OWN}">the ferry</a>',
    f"&lt;script&gt;{OWN}&lt;/script&gt;",
)


def opened(folder: Path, page: str, *flags: str) -> str:
    """Open a page in a browser that knows no earlier one; return what it prints."""
    file = folder / "page.html"
    file.write_text(page, "utf-8")
    command = [CHROMIUM, *FLAGS, f"--user-data-dir={folder / 'profile'}", *flags, file.as_uri()]
    return subprocess.run(
        command, check=True, capture_output=True, timeout=120, cwd=folder, encoding="utf-8"
    ).stdout
