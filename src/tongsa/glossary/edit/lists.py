"""Change one element of a TOML list or one key of an inline table, and keep the rest as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongsa.glossary.edit.layout import comment_end, line_after, parts, space_end

if TYPE_CHECKING:
    from collections.abc import Sequence


def appended(listed: str, elements: Sequence[str], newline: str) -> str:
    """Return a list with elements behind its last, on lines of their own if that has one."""
    if not elements:
        return listed
    found = parts(listed)
    if not found:
        return _first(listed, elements, newline)
    last = found[-1]
    line = listed.rfind("\n", 0, last.start) + 1
    indent = listed[line : last.start]
    if not line or indent.strip():
        more = "".join(f", {element}" for element in elements)
        return listed[: last.end] + more + listed[last.end :]
    ends = last.end if last.comma is None else last.comma + 1
    at = comment_end(listed, ends)
    before = listed[: last.end] + ("," if last.comma is None else "") + listed[last.end : at]
    lines = ",".join(f"{newline}{indent}{element}" for element in elements)
    return before + lines + ("" if last.comma is None else ",") + listed[at:]


def _first(listed: str, elements: Sequence[str], newline: str) -> str:
    """Fill a list that holds comments at most, each of which ends its line."""
    at = listed.rfind("\n") + 1
    if not at:
        return f"[{', '.join(elements)}]"
    return listed[:at] + "".join(f"  {element},{newline}" for element in elements) + listed[at:]


def without(value: str, index: int) -> str:
    """Return a list or an inline table without a part, nor the comment on the part's own line."""
    found = parts(value)
    part = found[index]
    ends = part.end if part.comma is None else part.comma + 1
    before = found[index - 1].comma if index and part.comma is None else None
    line, after = value.rfind("\n", 0, part.start) + 1, line_after(value, ends)
    alone = line and not value[line : part.start].strip() and value[after - 1] == "\n"
    if alone and "\n" not in value[part.end : ends]:
        return _without_comma(value[:line], before) + value[after:]
    if before is not None and not value[before + 1 : part.start].strip():
        return value[:before] + value[part.end :]
    after = space_end(value, ends)
    if value[after] in "\r\n#]}":
        return value[: part.start].rstrip(" \t") + value[ends:]
    return value[: part.start] + value[after:]


def _without_comma(text: str, at: int | None) -> str:
    return text if at is None else text[:at] + text[at + 1 :]


def with_key(table: str, key: str, value: str, order: Sequence[str]) -> str:
    """Return an inline table, which is never empty, with a key's value, new keys in their order."""
    found = parts(table)
    own = [part for part in found if part.key == key]
    if own and own[0].plain:
        return table[: own[0].value] + value + table[own[0].end :]
    if own:
        table = without_key(table, key)
        found = parts(table)
    earlier = order[: order.index(key)]
    at = next((part.end for part in reversed(found) if part.key in earlier), found[-1].end)
    return f"{table[:at]}, {key} = {value}{table[at:]}"


def without_key(table: str, key: str) -> str:
    """Return an inline table without a key, whatever parts the key is written in."""
    for index, part in reversed(list(enumerate(parts(table)))):
        if part.key == key:
            table = without(table, index)
    return table
