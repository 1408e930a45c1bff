"""Seal bytes with their digest, so that what is torn or changed is told from what is whole."""

from __future__ import annotations

from hashlib import blake2b

_MARK = b"tongsa 3\n"
_DIGEST = 16
_START = len(_MARK) + _DIGEST


def sealed(body: bytes) -> bytes:
    """Return bytes with their seal before them."""
    return _MARK + blake2b(body, digest_size=_DIGEST).digest() + body


def opened(content: bytes | None) -> memoryview | None:
    """Return what was sealed; None where it is not what ``sealed`` gave, byte for byte."""
    if content is None or not content.startswith(_MARK):
        return None
    body = memoryview(content)[_START:]
    whole = blake2b(body, digest_size=_DIGEST).digest() == content[len(_MARK) : _START]
    return body if whole else None
