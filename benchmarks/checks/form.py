"""Mutators of form: brackets, final marks, doubled words, addresses, placeholders, markup."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from mutate import Change
from text import brackets, within_word
from world import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from mutate import Edit, Spot
    from plain import Pair

_QUESTION = re.compile(r"[?？](?=[\"”’」』)）]*$)")
_INVISIBLE = "\u200b\u200e\u200f\u202e\u2060\ufeff\ufffd\x08\x0b\u00ad"
_KO_WORD = re.compile(r"(?<![가-힣])[가-힣]{2,8}(?![가-힣])")
_FORM = WORDS["form"]


def closing_lost(pair: Pair, random: Random) -> Iterator[Edit]:
    """``(HBM)`` → ``(HBM``."""
    if found := list(brackets(pair.target)):
        _, end = random.choice(found)
        yield end, end + 1, ""


def opening_lost(pair: Pair, random: Random) -> Iterator[Edit]:
    """``(HBM)`` → ``HBM)``."""
    if found := list(brackets(pair.target)):
        start, _ = random.choice(found)
        yield start, start + 1, ""


def question_lost(pair: Pair, _: Random) -> Iterator[Edit]:
    """End a question with a full stop."""
    found = _QUESTION.search(pair.target)
    if found and _QUESTION.search(pair.source):
        yield *found.span(), "。" if found[0] == "？" else "."


def word_doubled(pair: Pair, random: Random) -> Iterator[Edit]:
    """정부는 → 정부는 정부는, 政府 → 政府政府: words that nobody repeats for emphasis."""
    text = pair.target
    if pair.language == "ko":
        ends = tuple(WORDS["ko"]["noun_particles"])
        found = [it for it in _KO_WORD.finditer(text) if len(it[0]) > 2 and it[0].endswith(ends)]  # noqa: PLR2004
        between = " "
    else:
        doubled = "|".join(WORDS[pair.language]["doubled_words"])
        found, between = list(re.finditer(doubled, text)), ""
    if found:
        one = random.choice(found)
        yield one.end(), one.end(), between + one[0]


def character_doubled(pair: Pair, random: Random) -> Iterator[Edit]:
    """的 → 的的: characters that are never lawfully doubled between others."""
    found = list(re.finditer(WORDS[pair.language]["doubled_characters"], pair.target))
    if found:
        one = random.choice(found)
        yield one.end(), one.end(), one[0]


def space_doubled(pair: Pair, random: Random) -> Iterator[Edit]:
    """Two spaces for one."""
    if found := list(re.finditer(r"(?<=\S) (?=\S)", pair.target)):
        one = random.choice(found)
        yield *one.span(), "  "


def invisible(pair: Pair, random: Random) -> Iterator[Edit]:
    """Put in a zero-width space, a mark of direction, a control or a replacement character."""
    at = random.randrange(1, len(pair.target)) if len(pair.target) > 1 else 0
    if at:
        yield at, at, random.choice(_INVISIBLE)


def line_break(spot: Spot, random: Random) -> Iterator[Change]:
    """Lose a line break of the source: between two units in one, or at the end."""
    unit, at = spot.unit, spot.at + 1
    if at in set(spot.here.sound()) and random.random() < 0.5:  # noqa: PLR2004
        other = spot.here.units[at]
        source, first, second = f"{unit.source}\n{other.source}", unit.target, other.target
        joined = (f"{first}\n{second}", f"{first} {second}")
    else:
        source, joined = f"{unit.source}\n", (f"{unit.target}\n", unit.target)
    yield _both(spot, source, *joined)


def link(spot: Spot, random: Random) -> Iterator[Change]:
    """Damage an address that stands in brackets behind both sides."""
    address = random.choice(_FORM["addresses"])
    opening, closing = ("(", ")") if spot.here.language == "ko" else ("（", "）")
    unit = spot.unit
    before = f"{unit.target} {opening}{address}{closing}"
    damaged = _damaged_address(address, random)
    after = f"{unit.target} {opening}{damaged}{closing}"
    yield _both(spot, f"{unit.source} ({address})", before, after)


def _damaged_address(address: str, random: Random) -> str:
    """Return an address that leads elsewhere, or nowhere."""
    inside = [
        at for at in range(len(address)) if address[at].isalnum() and within_word(address, at)
    ]
    at = random.choice(inside)
    ways = [
        address[:at] + address[at + 1 :],
        f"{address[:at]} {address[at:]}",
        address[:at] + ("q" if address[at] != "q" else "k") + address[at + 1 :],
        address.replace(".", "。", 1),
        address[: address.rindex(".")],
    ]
    if "://" in address:
        ways += [address.replace("://", ":/"), address.replace(":", "：", 1)]
    return random.choice([way for way in ways if way != address])


def placeholder(spot: Spot, random: Random) -> Iterator[Change]:
    """Damage a placeholder that stands before both sides."""
    one = random.choice(_FORM["placeholders"])
    unit = spot.unit
    letter = re.search(r"[A-Za-z]+", one["whole"])
    ways = [*one["damaged"], ""]
    if letter and len(letter[0]) > 1:
        ways.append(one["whole"].replace(letter[0], letter[0][:-1]))
        ways.append(one["whole"].replace(letter[0], _FORM["translated"][spot.here.language]))
    after = f"{random.choice(ways)}: {unit.target}"
    yield _both(
        spot, f"{one['whole']}: {unit.source}", f"{one['whole']}: {unit.target}", after.lstrip(": ")
    )


def markup(spot: Spot, random: Random) -> Iterator[Change]:
    """Damage markup around both sides, or an article's own."""
    unit = spot.unit
    own = [tag for tag in re.findall(r"</?[a-z]+[^<>]*>", unit.target) if tag in unit.source]
    if own and random.random() < 0.8:  # noqa: PLR2004
        tag = random.choice(own)
        ways = ["", tag[:-1], tag.replace("<", "<x", 1), tag.replace(">", "＞")]
        yield spot.told(unit.target.replace(tag, random.choice(ways), 1))
        return
    one = random.choice(_FORM["markup"])
    opening, closing = one["open"], one["close"]
    before = f"{opening}{unit.target}{closing}"
    after = random.choice(one["damaged"]).replace("TEXT", unit.target)
    yield _both(spot, f"{opening}{unit.source}{closing}", before, after)


def _both(spot: Spot, source: str, before: str, after: str) -> Change:
    """Return the change of a translation whose source was changed, too, beside the sound one."""
    sound = replace(spot.unit, source=source, target=before)
    return Change(before={spot.at: sound}, after={spot.at: replace(sound, target=after)})
