"""Write Chinese in the script of an edition, letter by letter (OpenCC's tables)."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_TABLES = MappingProxyType({"zh_TW": "s2tw", "zh_CN": "t2s"})
"""OpenCC's conversion into the script of each edition; words are left as they are."""


def other_script(texts: Sequence[str], language: str) -> list[str]:
    """Return the texts in the language's script; as they are where it has but one."""
    table = _TABLES.get(language)
    if table is None or not texts:
        return list(texts)
    from opencc import OpenCC  # noqa: PLC0415 (slow to load, and Chinese alone needs it)

    written = str(OpenCC(table).convert("\n".join(texts)))
    # Both 台 and 臺 are right in Taiwan, and its press writes 台 (教育部重編國語辭典, 臺).
    return written.replace("臺", "台").split("\n")


def wrong_script(text: str, language: str) -> str:
    """Return the characters of a text that belong to the other script alone.

    Those are characters that OpenCC would write otherwise and the script's own character set
    (Big5, GB 2312) lacks; what both scripts know, such as 台 or 后, is right in either.
    """
    codec = _CODECS.get(language)
    if codec is None:
        return ""
    strange = [letter for letter in dict.fromkeys(text) if _lacks(codec, letter)]
    others = other_script(strange, language) if strange else []
    return "".join(one for one, other in zip(strange, others, strict=True) if one != other)


_CODECS = MappingProxyType({"zh_TW": "big5", "zh_CN": "gb2312"})


def _lacks(codec: str, letter: str) -> bool:
    try:
        letter.encode(codec)
    except UnicodeEncodeError:
        return True
    return False
