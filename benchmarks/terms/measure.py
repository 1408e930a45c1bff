"""Time one tool at finding terms, in a process of its own: TOOL TERMS SEGMENTS, files of lines."""

from __future__ import annotations

import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

Find = Callable[[Sequence[str]], int]
"""Finds terms in segments, and counts them."""

_TOGETHER = 100  # units that a page of Weblate asks terms for, at the most


def tongsa(terms: Sequence[str]) -> Find:
    """Return tongsa's way: every rule, and what lies within longer terms left out."""
    from ours import find_all  # noqa: PLC0415 (other tools shall not pay for it)

    return find_all(terms)


def weblate(terms: Sequence[str]) -> Find:
    """Return Weblate's own function, with a database that answers at once that it has no rows."""
    from weblate_tools import Glossary  # noqa: PLC0415 (as above)

    glossary = Glossary([(term, "") for term in terms], "ko", rows=False)

    def find(segments: Sequence[str]) -> int:
        for at in range(0, len(segments), _TOGETHER):
            glossary.fetch(segments[at : at + _TOGETHER])
        return 0

    return find


def weblate_loop(terms: Sequence[str]) -> Find:
    """Return the way in which that function finds terms, and nothing else of it."""
    from ahocorasick_rs import AhoCorasick, Implementation  # noqa: PLC0415 (as above)

    automaton = AhoCorasick(
        {term.lower() for term in terms},
        implementation=Implementation.ContiguousNFA,
        store_patterns=False,
    )
    gap = re.compile(r"\W")

    def find(segments: Sequence[str]) -> int:
        count = 0
        for segment in segments:
            text = segment.lower()
            edges = {found.span()[0] for found in gap.finditer(text)} | {-1, len(text)}
            places: dict[str, list[tuple[int, int]]] = defaultdict(list)
            for _, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
                if start - 1 in edges and end in edges:
                    places[text[start:end]].append((start, end))
            count += sum(map(len, places.values()))
        return count

    return find


def flashtext(terms: Sequence[str]) -> Find:
    """Return FlashText's way: whole words, the longest, none that overlap."""
    from flashtext import KeywordProcessor  # noqa: PLC0415 (as above)

    processor = KeywordProcessor()
    processor.add_keywords_from_list(list(terms))

    def find(segments: Sequence[str]) -> int:
        return sum(len(processor.extract_keywords(text, span_info=True)) for text in segments)

    return find


def ahocorasick(terms: Sequence[str]) -> Find:
    """Return the bare automaton's way: also within words, all that overlap."""
    from ahocorasick_rs import AhoCorasick, Implementation  # noqa: PLC0415 (as above)

    lowered = {term.lower() for term in terms}
    automaton = AhoCorasick(lowered, implementation=Implementation.ContiguousNFA)

    def find(segments: Sequence[str]) -> int:
        return sum(
            len(automaton.find_matches_as_indexes(text.lower(), overlapping=True))
            for text in segments
        )

    return find


TOOLS: dict[str, Callable[[Sequence[str]], Find]] = {
    "tongsa": tongsa,
    "weblate": weblate,
    "weblate-loop": weblate_loop,
    "flashtext": flashtext,
    "ahocorasick": ahocorasick,
}


def memory() -> int:
    """Return the most memory that this process ever held, in bytes."""
    # What getrusage tells counts the process that started this one, too.
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


def main() -> None:
    """Print what it took as JSON."""
    tool, terms, segments = sys.argv[1:]
    lists = [Path(name).read_text("utf-8").splitlines() for name in (terms, segments)]
    began = time.process_time()
    find = TOOLS[tool](lists[0])
    built = time.process_time()
    hits = find(lists[1])
    ended = time.process_time()
    result = {"build": built - began, "find": ended - built, "hits": hits, "memory": memory()}
    json.dump(result, sys.stdout)


if __name__ == "__main__":
    main()
