"""Cut a block into sentences."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tongsa.language.load import normalise
from tongsa.model import Segment
from tongsa.segment.rules import rules
from tongsa.segment.scan import find_cuts
from tongsa.segment.segmenter import Quotes, Segmenter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.segment.srx import Srx

__all__ = ["Quotes", "Segmenter", "segmenter", "split"]

VERSION = 1
"""Of our own rules: raise it with any change that cuts a text otherwise."""


def split(text: str, language: str, *, quotes: Quotes = "keep") -> Iterator[Segment]:
    """Yield the sentences of a text: slices with white space alone between them."""
    return _own(language, quotes).split(text)


def segmenter(language: str, *, quotes: Quotes = "keep", srx: Srx | None = None) -> Segmenter:
    """Return the segmenter for a language, by our own rules or by those of an SRX file.

    Raise SettingsError where nothing is known of the language.
    """
    if srx is None:
        return _own(language, quotes)
    from tongsa.segment.srx_rules import srx_segmenter  # noqa: PLC0415 - heavy, and seldom used

    return srx_segmenter(srx, normalise(language))


@cache
def _own(language: str, quotes: Quotes) -> Segmenter:
    own = rules(normalise(language))
    keep = quotes == "keep"

    def cut(text: str) -> Iterator[Segment]:
        begin = len(text) - len(text.lstrip())
        for end, following in find_cuts(text, own, keep=keep):
            yield Segment(text[begin:end], begin, end)
            begin = following
        if rest := text[begin:].rstrip():
            yield Segment(rest, begin, begin + len(rest))

    return Segmenter(split=cut, signature=f"tongsa-rules {VERSION}; quotes={quotes}")
