"""Read the marks by which a translator merges and reorders the sentences of a block.

A translation that is just ``{<}`` says: told in the sentence before; ``{>}``: in the one after.
``{<} text`` is printed one sentence earlier than its source stands, ``{<2} text`` two earlier,
``{>} text`` one later. The marks are plain text at the start of ``msgstr``, so every PO editor can
type them and every tool keeps them. What an input method for Chinese or Korean makes of them
(``｛＜｝``, ``{ 〈 }``) is read as well.
"""

from __future__ import annotations

from dataclasses import dataclass

from tongsa.patterns import late

_MARK = late(r"\s*+[{｛]\s*+(?:(?P<back>[<＜〈‹])|[>＞〉›])\s*+([1-9１-９]\d{0,2})?\s*+[}｝]\s*+")
"""``{<}``, ``{>2} ``, ``｛＜｝``"""
_LIKE = late(r"[{｛][^{}｛｝]{0,9}(?:[<>＜＞〈〉‹›]|&[lg]t;)[^{}｛｝]{0,9}[}｝]")
"""``{<0}``, ``{<-1}``, ``{&lt;}``: what somebody surely meant for a mark"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A translation, and what its mark asks for."""

    text: str
    """Without the mark; empty where a neighbour tells the sentence."""
    shift: int = 0
    """By how many sentences it is printed later (negative: earlier); for an empty text the
    direction of the neighbour that tells it."""

    @property
    def merged(self) -> bool:
        """Whether a neighbour tells the sentence."""
        return not self.text and self.shift != 0


def read(target: str, source: str = "") -> Marked:
    """Split a translation into its mark and its text; one that equals its source has no mark."""
    found = _MARK.match(target)
    if not found or target == source:
        return Marked(text=target)
    distance = int(found[2] or 1)
    return Marked(text=target[found.end() :], shift=-distance if found["back"] else distance)


def fault(target: str, source: str) -> str:
    """Return what is wrong with how a translation is marked; empty if nothing is."""
    marked = read(target, source)
    if read(marked.text, source).shift:
        return "two marks stand at its start; type one mark, such as {<2}"
    like = _LIKE.search(marked.text)
    if like and like[0] not in source:
        return f"{like[0]} is no mark there; type {{<}} or {{>}} at the start, or take it out"
    if marked.shift and marked.text and not any(map(str.isalnum, marked.text)):
        return "only signs stand behind its mark; take them out, or write the sentence"
    return ""
