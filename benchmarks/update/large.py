"""Measure one large catalog: what merging costs, and what it finds for what was edited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polib
import tools
from edits import CHANCES, EDITS, stock

from tongsa.catalog.align import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path
    from random import Random

    from tools import Suggestion, UnitKey

_FEWEST_WORDS = 4  # of a unit that is edited
_EDITED, _ADDED, _REMOVED = 0.05, 0.01, 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A catalog, the units that are to be in it next, and what these were before."""

    old: Sequence[Message]
    new: Sequence[UnitKey]
    origins: Mapping[UnitKey, str]
    """Of the edited units."""
    added: frozenset[UnitKey]


def collect(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield a folder's texts, each once: translated messages of its PO files, lines of its TXTs."""
    seen = set()
    for path in sorted(folder.rglob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if line and line not in seen:
                seen.add(line)
                yield line, f"번역 {len(seen)}"
    for path in sorted(folder.rglob("*.po")):
        for entry in polib.pofile(str(path)):
            typed = entry.msgid and entry.msgstr and not entry.obsolete and not entry.msgid_plural
            if typed and entry.msgid not in seen:
                seen.add(entry.msgid)
                yield entry.msgid, entry.msgstr


def prepare(sentences: Sequence[tuple[str, str]], units: int, random: Random) -> Task:
    """Edit a catalog of so many units: 5 % of them edited, 1 % added, 1 % removed."""
    held = sorted(random.sample(range(len(sentences)), units + round(units * _ADDED)))
    added = set(random.sample(held, len(held) - units))
    before = [place for place in held if place not in added]
    removed = set(random.sample(before, round(units * _REMOVED)))
    longer = [
        place
        for place in before
        if place not in removed and len(sentences[place][0].split()) >= _FEWEST_WORDS
    ]
    edited = set(random.sample(longer, round(units * _EDITED)))
    words = stock(sentences)
    known = {source for source, _ in sentences}
    new: list[UnitKey] = []
    origins: dict[UnitKey, str] = {}
    for place in held:
        source = sentences[place][0]
        if place in edited:
            wording = source
            while wording in known:
                wording = EDITS[random.choices(list(EDITS), [CHANCES[it] for it in EDITS])[0]](
                    source, random, words
                )
            known.add(wording)
            origins[wording, None] = source
            new.append((wording, None))
        elif place not in removed:
            new.append((source, None))
    return Task(
        old=[
            Message(source=sentences[place][0], context=None, target=sentences[place][1])
            for place in before
        ],
        new=new,
        origins=origins,
        added=frozenset((sentences[place][0], None) for place in added),
    )


def write(task: Task, folder: Path) -> None:
    """Write the task as ``old.po`` and ``new.pot``."""
    tools.write_catalog(folder / "old.po", task.old)
    units = [Message(source=source, context=context, target="") for source, context in task.new]
    tools.write_catalog(folder / "new.pot", units)


def judge(task: Task, given: Mapping[UnitKey, Suggestion]) -> Mapping[str, int]:
    """Count right and wrong suggestions for edited units, and false ones for added units."""
    found = {unit: given[unit].sources for unit in task.origins if unit in given}
    right = sum(sources == {task.origins[unit]} for unit, sources in found.items())
    return {
        "right": right,
        "wrong": len(found) - right,
        "none": len(task.origins) - len(found),
        "false": sum(unit in given for unit in task.added),
    }
