"""Set typography aside: case, diacritics, shapes of quotes and dashes, full-width letters."""

from __future__ import annotations

import unicodedata

from tongsa.patterns import late

_EAST_ASIAN = (
    (0x1100, 0x11FF),
    (0x3005, 0x3005),
    (0x3040, 0x30FF),
    (0x3130, 0x318F),
    (0x3400, 0x9FFF),
    (0xAC00, 0xD7AF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
EAST_ASIAN = "".join(f"{chr(first)}-{chr(last)}" for first, last in _EAST_ASIAN)
"""Han, Hangul and Kana, as ranges of a character class."""

_CLUSTER = late(
    "[\u1100-\u115f][\u1160-\u11a7]?[\u11a8-\u11ff]?"
    "|[\\s\\S][\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f]*+"
)
"""A syllable of Hangul in conjoining letters, or a character with its combining marks: ``é``"""


class _Typography(dict[int, str]):
    """What each letter becomes when typography is set aside, worked out when first met."""

    def __missing__(self, code: int) -> str:
        from unidecode import unidecode_expect_nonascii  # noqa: PLC0415 - few texts need it

        letter = chr(code)
        category = unicodedata.category(letter)
        if category == "Pd":
            letter = "-"
        elif category == "Mn":
            letter = ""
        elif category[0] == "P" or unicodedata.name(letter, "").startswith("LATIN "):
            letter = unidecode_expect_nonascii(letter)
        self[code] = letter
        return letter


_TYPOGRAPHY = _Typography()


def is_east_asian(sign: str) -> bool:
    """Whether a character is Han, Hangul or Kana."""
    return any(first <= ord(sign) <= last for first, last in _EAST_ASIAN)


def fold(text: str) -> str:
    """Return a text without its typography: case, diacritics, shapes of quotes, white space."""
    if not text.isascii():
        text = plain(text)
    return " ".join(text.lower().split())


def plain(text: str) -> str:
    """Return a text with plain letters, quotes and dashes; Han and Hangul stay, composed."""
    return unicodedata.normalize("NFKC", text).translate(_TYPOGRAPHY)


def clusters(text: str) -> list[tuple[str, int, int]]:
    """Return each letter of ``plain(text)`` with the span in the text that it stands for."""
    return [
        (letter, *found.span()) for found in _CLUSTER.finditer(text) for letter in plain(found[0])
    ]
