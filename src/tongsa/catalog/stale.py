"""Tell which kept translations lean on sentences that an edit of the article changed."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tongsa.catalog import marks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tongsa.catalog.align import Match, Message
    from tongsa.catalog.marks import Marked


def stale(messages: Sequence[Message], matches: Sequence[Match | None]) -> dict[int, list[int]]:
    """Return, by old index, what each kept message was written for that is no longer as it was.

    A mark leads over sentences: if one of them changed, went or moved apart, the marked message
    is stale, with nothing to tell. So is the message that tells a merged sentence in its own
    words; its list names, in order, the old messages that it told. ``messages`` stand in the old
    article's order, ``matches`` in the new one's.
    """
    kept = {match.old[0]: at for at, match in enumerate(matches) if match and match.exact}
    marked = {
        index: mark
        for index, message in enumerate(messages)
        if not (message.obsolete or message.fuzzy)
        and (mark := marks.read(message.target, message.source)).shift
    }
    tellers = _tellers(marked, len(messages))
    told = defaultdict(list)
    for index, teller in tellers.items():
        told[teller].append(index)
    found: dict[int, list[int]] = {}
    for index, mark in marked.items():
        if not _together(index, mark.shift, kept):
            found[index] = []
            if index in tellers:
                found[tellers[index]] = sorted([tellers[index], *told[tellers[index]]])
    return {index: those for index, those in found.items() if index in kept}


def _together(index: int, shift: int, kept: Mapping[int, int]) -> bool:
    """Whether a message and those that its mark leads over still stand side by side."""
    if index not in kept:
        return False
    way = range(1, shift + 1) if shift > 0 else range(-1, shift - 1, -1)
    return all(kept.get(index + step) == kept[index] + step for step in way)


def _tellers(marked: Mapping[int, Marked], length: int) -> dict[int, int]:
    """Return the message whose words tell each merged one, as far as its marks lead to one."""
    tellers: dict[int, int] = {}
    for start in marked:
        path: dict[int, None] = {}  # an ordered set
        index = start
        while _merged(index, marked) and index not in tellers and index not in path:
            path[index] = None
            index += marked[index].shift
        teller = tellers.get(index, index)
        if 0 <= teller < length and teller not in path:
            tellers.update(dict.fromkeys(path, teller))
    return tellers


def _merged(index: int, marked: Mapping[int, Marked]) -> bool:
    return index in marked and marked[index].merged
