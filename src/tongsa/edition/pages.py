"""What the pages that tongsa writes have in common."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

from tongsa import packaged

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tongsa.language.load import Facts

ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Ctext "
    "x='16' y='25' font-size='26' text-anchor='middle'%3E通%3C/text%3E%3C/svg%3E"
)
_GENERIC_FONTS = frozenset({"system-ui", "sans-serif", "serif"})


def sheet(path: str, languages: Iterable[Facts]) -> str:
    """Return a page's style sheet, by its path in tongsa, behind what all pages share."""
    return f"\n{packaged.text('edition/pages.css')}{packaged.text(path)}\n{_font_rules(languages)}"


def digest(words: str) -> str:
    """Return by what a page's policy allows a style or a script."""
    return b64encode(sha256(words.encode()).digest()).decode()


def _font_rules(languages: Iterable[Facts]) -> str:
    """Return a rule of a style sheet for each language, which names its fonts."""
    rules = {
        f":lang({language.tag}) {{ font-family: {', '.join(map(_font, language.fonts))}; }}\n"
        for language in languages
    }
    return "".join(sorted(rules))


def _font(name: str) -> str:
    return name if name in _GENERIC_FONTS else f'"{name}"'
