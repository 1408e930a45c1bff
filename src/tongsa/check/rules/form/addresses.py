"""Addresses of pages and mailboxes, and names of accounts, in a text."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.check.rules.form.technical import Part
from tongsa.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

_ADDRESS = late(
    r"(?P<page>(?:https?|ftp)://[!#-&(-;=?-Z\[\]^_a-z|~]{1,2000}|www\.[!#-&(-;=?-Z\[\]^_a-z|~]{1,2000}"
    r"|(?<![A-Za-z0-9@./-])(?:[a-z0-9-]{1,63}\.){1,4}(?:com|org|net|gov|edu|kr|tw|cn|jp|uk)/[!#-&(-;=?-Z^_a-z|~]{0,2000})"
    r"|(?P<mail>(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,})"
    r"|(?P<account>(?<![A-Za-z0-9_./@+-])@[A-Za-z_][A-Za-z0-9_]{1,40}(?![A-Za-z0-9_@]|\.[a-z]))"
)
"""``https://example.org/ferry``, ``desk@example.org``, ``@harbour``"""
_BEHIND = frozenset(".,;:!?*_~|'")
_BRACKETS = MappingProxyType({")": "()", "]": "[]"})
_LANGUAGE = late(
    r"(?<=/)(?:en|eng|ko|kor|kr|zh|tw|cn|hk|gb|us)(?:[-_](?:[a-z]{2}|han[st]))?(?=/|$)"
    r"|(?<=[?&]lang=)[a-z]{2}(?:[-_][a-z]{2,4})?|(?<=://)(?:en|ko|zh|kr|tw|cn)(?=\.)",
    re.IGNORECASE,
)
"""What names the language of a page: ``/en/``, ``?lang=ko``, ``en.``"""


def addresses(text: str) -> Iterator[Part]:
    """Yield the addresses of a text, without the marks of its sentence behind them."""
    if "@" not in text and "/" not in text and "www." not in text:
        return
    for found in _ADDRESS.finditer(text):
        words = _trimmed(found[0]) if found["page"] else found[0]
        yield Part(found.start(), found.start() + len(words), words, key(words))


def _trimmed(address: str) -> str:
    """Return an address without what belongs to the sentence: stops, and brackets not its own."""
    while address and (address[-1] in _BEHIND or _closes_another(address)):
        address = address[:-1]
    return address


def _closes_another(address: str) -> bool:
    """Whether an address ends with a bracket that it does not open itself."""
    pair = _BRACKETS.get(address[-1])
    return pair is not None and address.count(pair[0]) < address.count(pair[1])


def key(address: str) -> str:
    """Return what must be the same in every edition: an address but for its language."""
    return _LANGUAGE.sub("*", address).rstrip("/")
