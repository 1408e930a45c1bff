"""Make ids of concepts from what a file calls them, or from their terms."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

from unidecode import unidecode

_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")  # matches taiwan-strait
_OTHER = re.compile(r"[^a-z0-9]+")  # matches " & " in "r & d"
_LONGEST = 60


def slug(text: str) -> str:
    """Return an id for a text: ``liang-guangzhong`` for ``Liang Guangzhong``; an id stays itself.

    Letters that are not Latin are passed over; where no other is there, the id is a digest of
    the text, such as ``c-5d0b1a9e2f``, the same every time.
    """
    if _ID.fullmatch(text):
        return text
    folded = "".join(unidecode(sign) if _latin(sign) else " " for sign in text)
    words = _OTHER.sub("-", folded.lower()).strip("-")[:_LONGEST].strip("-")
    return words or f"c-{sha256(text.encode('utf-8', 'replace')).hexdigest()[:10]}"


def _latin(sign: str) -> bool:
    return sign.isascii() or unicodedata.name(sign, "").startswith(("LATIN ", "FULLWIDTH LATIN "))


class Ids:
    """The ids given out in one file, none of them twice."""

    def __init__(self) -> None:
        """Begin with none."""
        self._taken: set[str] = set()

    def make(self, text: str) -> str:
        """Return an id for a text, with a number behind it where another has it already."""
        wanted = made = slug(text)
        number = 1
        while made in self._taken:
            number += 1
            made = f"{wanted}-{number}"
        self._taken.add(made)
        return made
