"""Press the keys of the page of findings in a browser."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

from browser import opened

if TYPE_CHECKING:
    from pathlib import Path

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
    found = re.search(r'<html[^>]* told="([^"]*)"', opened(folder, page, "--dump-dom"))
    assert found
    return found[1]
