"""Tell which kept translations lean on sentences that an edit of the article changed."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tongsa.catalog import marks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tongsa.catalog.align import Match, Message
    from tongsa.catalog.marks import Marked


def stale(
    messages: Sequence[Message],
    matches: Sequence[Match | None],
    before: Sequence[int],
    after: Sequence[int],
) -> dict[int, list[int]]:
    """Return, by old index, what each kept message was written for that is no longer as it was.

    A mark leads over sentences: if one of them changed, went or moved apart, the marked message
    is stale, with nothing to tell. So is the message that tells a merged sentence in its own
    words; its list names, in order, the old messages that it told. ``before`` is the old article
    as indices of ``messages``, ``after`` the new one as indices of ``matches``, both with a
    message for every place where it stands.
    """
    kept = {match.old[0]: at for at, match in enumerate(matches) if match and match.exact}
    marked = {
        index: mark
        for index, message in enumerate(messages)
        if not message.fuzzy and (mark := marks.read(message.target, message.source)).shift
    }
    old_of = {at: index for index, at in kept.items()}
    now = _ways([old_of.get(at) for at in after], marked)
    once = _ways(before, marked)
    tellers = _tellers(before, marked)
    told = defaultdict(set)
    for index, those in tellers.items():
        for teller in those:
            told[teller].add(index)
    found: dict[int, list[int]] = {}
    for index in marked:
        if index in kept and now[index] <= once[index]:
            continue
        found[index] = []
        for teller in tellers[index]:
            found[teller] = sorted({teller, *told[teller]})
    return {index: those for index, those in found.items() if index in kept}


def _ways(
    article: Sequence[int | None], marked: Mapping[int, Marked]
) -> Mapping[int, set[tuple[int | None, ...]]]:
    """Return the messages that each mark leads over, for every place where it stands."""
    ways = defaultdict(set)
    for place, index in enumerate(article):
        if index is not None and index in marked:
            shift = marked[index].shift
            steps = range(1, shift + 1) if shift > 0 else range(-1, shift - 1, -1)
            ways[index].add(tuple(_at(article, place + step) for step in steps))
    return ways


def _at(article: Sequence[int | None], place: int) -> int | None:
    return article[place] if 0 <= place < len(article) else None


def _tellers(before: Sequence[int], marked: Mapping[int, Marked]) -> Mapping[int, set[int]]:
    """Return the messages whose words tell each merged one, as far as its marks lead to any."""
    leads: dict[int, int] = {}  # from a place to the place of the words
    tellers = defaultdict(set)
    for start in range(len(before)):
        path: dict[int, None] = {}  # an ordered set
        place = start
        while 0 <= place < len(before) and place not in leads and place not in path:
            mark = marked.get(before[place])
            if mark is None or not mark.merged:
                break
            path[place] = None
            place += mark.shift
        place = leads.get(place, place)
        if 0 <= place < len(before) and place not in path:
            for each in path:
                leads[each] = place
                tellers[before[each]].add(before[place])
    return tellers
