"""Characters that no reader should meet: invisible ones, broken ones, and look-alikes."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_BIDI = "\u202a-\u202e\u2066-\u2069"
_SECOND = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
"""Bytes of UTF-8 behind the first, as they show where a file is read as Western."""
_INVISIBLE = (
    "[\u00ad\u034f\u115f\u1160\u180e\u200b\u2060-\u2064\u206a-\u206f\u2800\u3164"
    "\ufeff\uffa0\ufff9-\ufffb]"
)
_COMPATIBLE = (
    "[\uf900-\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25\ufa26\ufa2a-\ufaff"
    "\U0002f800-\U0002fa1f]"
)
_USUAL = "‘’“”–—…•·«»°"
"""Of these what stands behind accented letters by right: ``café…”``"""
# Unicode 15.1: what each range of characters is. Twelve ideographs of the compatibility block are
# unified ones, and stand in no other place (UAX #38).
_KINDS = (
    ("control", r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"),
    ("bidi", f"[{_BIDI}]"),
    ("mark", "[\u200e\u200f\u061c]"),
    ("joiner", "[\u200c\u200d]"),
    ("invisible", _INVISIBLE),
    ("replacement", "\ufffd"),
    ("private", "[\ue000-\uf8ff\U000f0000-\U0010fffd]"),
    ("radical", "[\u2e80-\u2fdf]"),
    ("compatible", _COMPATIBLE),
    ("halfwidth", "[\uff61-\uff9f\uffa1-\uffdc]"),
    (
        "decomposed",
        "[\u1100-\u115e\u1161-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]+|[A-Za-zÀ-ɏ][\u0300-\u036f]+",
    ),
    ("mojibake", f"[ÂÃ][{_SECOND}]|[à-ï](?![{_USUAL}]{{2}})[{_SECOND}]{{2}}|ð[{_SECOND}]{{3}}"),
)  # fmt: skip
_SAY: Mapping[str, str] = MappingProxyType(
    {
        "control": "a control character",
        "bidi": "a sign that shows text in another order than it is stored",
        "mark": "a direction mark, though nothing is written from right to left",
        "joiner": "a joiner that joins nothing",
        "invisible": "an invisible character",
        "replacement": "a sign for what could not be read",
        "private": "a character that no font needs to know",
        "radical": "a radical in the place of a character",
        "compatible": "a second code of a character",
        "halfwidth": "a half-width letter",
        "decomposed": "letters in pieces",
        "mojibake": "text that was read in the wrong encoding",
    }
)
_MARKS = frozenset("\u200e\u200f\u061c")
_REMOVED = frozenset({"control", "bidi", "mark", "joiner", "invisible"})
_FORMS = MappingProxyType(
    {"radical": "NFKC", "compatible": "NFC", "halfwidth": "NFKC", "decomposed": "NFC"}
)
_PATTERN: list[re.Pattern[str]] = []
"""Compiled when first asked for, since few texts need it."""
_SUSPECT = late("[\u2e80-\u2fdf\uff61-\uffdc\u3164]")
"""What ``isprintable`` and NFC let pass, but not NFKC."""


@dataclass(frozen=True, slots=True)
class Stray:
    """A character, or a few, that should not stand in a text."""

    start: int
    end: int
    kind: str
    instead: str | None
    """What to write in their place; None where nobody can tell."""

    def said(self, text: str) -> str:
        """Say what it is, with its code."""
        return f"{_SAY[self.kind]} (U+{ord(text[self.start]):04X})"


def suspicious(text: str) -> bool:
    """Whether a text may hold anything of the kind, told fast."""
    return not (
        text.isprintable()
        and unicodedata.is_normalized("NFC", text)
        and "\ufffd" not in text
        and "Ã" not in text
        and "Â" not in text
        and "â€" not in text
        and "ï" not in text
        and (unicodedata.is_normalized("NFKC", text) or not _SUSPECT.search(text))
    )


def strays(text: str) -> Iterator[Stray]:
    """Yield the characters that should not stand in a text."""
    if not _PATTERN:
        _PATTERN.append(re.compile("|".join(f"(?P<{name}>{kind})" for name, kind in _KINDS)))
    leftward = not _MARKS.isdisjoint(text) and any(map(_leftward, text))
    for found in _PATTERN[0].finditer(text):
        kind = str(found.lastgroup)
        if not (kind == "mark" and leftward) and not _joins(kind, text, found.start()):
            instead = _instead(kind, found[0])
            if kind != "mojibake" or instead is not None:
                yield Stray(found.start(), found.end(), kind, instead)


def _leftward(sign: str) -> bool:
    """Whether a letter is written from right to left."""
    return sign.isalpha() and unicodedata.bidirectional(sign) in {"R", "AL"}


def _joins(kind: str, text: str, at: int) -> bool:
    """Whether a joiner stands beside what is joined: emoji, Persian."""
    if kind != "joiner":
        return False
    around = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
    return any(not sign.isspace() and not _PLAIN.match(sign) for sign in around)


_PLAIN = late("[\x00-ɏ\u2000-\u206f\u3000-\u318f\u3400-\u9fff\uac00-\ud7a3\uff00-\uffef]")
"""Letters and signs that are never joined."""


def _instead(kind: str, found: str) -> str | None:
    """Return what to write in the place of characters; None where nobody can tell."""
    if kind in _REMOVED:
        return ""
    if form := _FORMS.get(kind):
        better = unicodedata.normalize(form, found)  # type: ignore[arg-type]  # a form's name
        return better if better != found else None
    return _read_anew(found) if kind == "mojibake" else None


def _read_anew(found: str) -> str | None:
    """Return mojibake as it was before it was read wrongly; None where it is none."""
    data = b"".join(_byte(sign) for sign in found)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _byte(sign: str) -> bytes:
    """Return the byte that a sign was, in Windows' Western code or in Latin-1."""
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return sign.encode("latin-1", "replace")
