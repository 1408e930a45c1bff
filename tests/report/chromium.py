"""Open the page of findings in a browser, and press its keys."""

from __future__ import annotations

import re
import shutil
import subprocess
from base64 import b64encode
from hashlib import sha256
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
PRESS = """
const press = (key, more = {}) => (document.activeElement ?? document.body).dispatchEvent(
  new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
const type = (words) => {
  const field = document.querySelector("#words");
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
};
const choose = (code) => {
  const field = document.querySelector("#code");
  field.value = code;
  field.dispatchEvent(new Event("input", { bubbles: true }));
};
const ids = (selector) => [...document.querySelectorAll(selector)]
  .filter((each) => each.checkVisibility()).map((each) => each.id).join(" ");
"""


def opened(folder: Path, page: str, *flags: str) -> str:
    """Open a page in a browser that knows no earlier one; return the document as it is then."""
    file = folder / "page.html"
    file.write_text(page, "utf-8")
    command = [
        *(CHROMIUM, *FLAGS, f"--user-data-dir={folder / 'profile'}"),
        *(*flags, "--dump-dom", file.as_uri()),
    ]
    return subprocess.run(
        command, check=True, capture_output=True, timeout=120, cwd=folder, encoding="utf-8"
    ).stdout


def answer(folder: Path, page: str, script: str) -> str:
    """Run a script in a page that its policy then allows, and return what the script returns."""
    body = f"""addEventListener("load", () => {{
      {PRESS}
      const told = (() => {{ {script} }})();
      document.documentElement.setAttribute("told", String(told));
    }});"""
    digest = b64encode(sha256(body.encode()).digest()).decode()
    page = page.replace("script-src ", f"script-src 'sha256-{digest}' ", 1)
    page = page.replace("</body>", f"<script>{body}</script></body>")
    found = re.search(r'<html[^>]* told="([^"]*)"', opened(folder, page))
    assert found
    return found[1]
