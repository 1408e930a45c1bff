"""What a fix changes in a translation."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple

_LONGEST = 400  # letters of a stretch that is compared letter by letter, which takes its square
_NEAR = 2  # letters between two changes that are told as one


class Change(NamedTuple):
    """A stretch of the old text, half-open in code points, and what takes its place."""

    start: int
    end: int
    new: str


def changes(old: str, new: str) -> tuple[Change, ...]:
    """Return what turns the old text into the new one, in order; nothing where they are equal."""
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    before, after = old[head : len(old) - tail], new[head : len(new) - tail]
    if not (before or after):
        return ()
    if max(len(before), len(after)) > _LONGEST:
        return (Change(head, head + len(before), after),)
    found: list[tuple[int, int, int, int]] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, *edges in matcher.get_opcodes():
        if tag == "equal":
            continue
        start, end, new_start, new_end = edges
        if found and start - found[-1][1] <= _NEAR:
            start, new_start = found[-1][0], found.pop()[2]
        found.append((start, end, new_start, new_end))
    return tuple(
        Change(head + start, head + end, after[new_start:new_end])
        for start, end, new_start, new_end in found
    )


def _alike(one: str, other: str) -> int:
    """Return how many letters two texts begin with alike."""
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[at] != other[at]), shorter)
