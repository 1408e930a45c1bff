"""Write a translation into Markdown so that it opens no other construct than its source did."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa.article.formats.markdown.leaves import DELIMITER, is_paragraph

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tongsa.article.formats import Encoder

_SUSPECT = re.compile(r"[#>\-+*_=`~<|:\[\d]")
"""What a line begins with that may open another construct than a paragraph."""
_NUMBER = re.compile(r"\d*")
_CLOSING = re.compile(r"(?<![^ \t])#+[ \t]*\Z")
"""Signs that would be taken for the closing of a heading: the last of ``Pier #``."""
_BAR = re.compile(r"(?<!\\)\|")
_ANY_BAR = re.compile(r"\\?\|")
_ESCAPED_OR_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)


def _inline(target: str, opening: bool = False) -> str:  # noqa: ARG001, FBT001, FBT002 - an Encoder
    """Keep a backslash at the end from escaping what follows."""
    odd = (len(target) - len(target.rstrip("\\"))) % 2
    return target + "\\" * odd


def _text(target: str, opening: bool) -> str:  # noqa: FBT001 - an Encoder
    target = _inline(target)
    return _opening(target.lstrip(" \t")) if opening else target


def _name(target: str, opening: bool) -> str:  # noqa: FBT001 - an Encoder
    """Keep a name before a colon from becoming the reference that ``[1]:`` defines."""
    target = _text(target, opening)
    return f"\\{target}" if target.startswith("[") and target.endswith("]") else target


def _dashed(target: str, opening: bool) -> str:  # noqa: ARG001, FBT001 - an Encoder
    """Keep the dash before a question from becoming a list's, a rule's or a table's."""
    target = _inline(target).lstrip(" \t")
    return f"\\{target}" if DELIMITER.fullmatch(f"-{target}") else target


def _heading(target: str, opening: bool) -> str:  # noqa: ARG001, FBT001 - an Encoder
    return _CLOSING.sub(r"\\\g<0>", _inline(target))


def _cell(target: str, opening: bool = False) -> str:  # noqa: ARG001, FBT001, FBT002 - an Encoder
    """Escape bars; nothing but a space parts a last backslash from the bar that follows."""
    return _BAR.sub(r"\\|", target) + " " * target.endswith("\\")


def _row(target: str, opening: bool) -> str:  # noqa: FBT001 - an Encoder
    """Write a cell that begins its line."""
    target = _cell(target)
    return _opening(target.lstrip(" \t")) if opening else target


def _above_rule(target: str, opening: bool) -> str:  # noqa: FBT001 - an Encoder
    """Write a line that any bar, escaped or not, could make a table's head."""
    return _text(_ANY_BAR.sub("&#124;", target), opening)


def _alt(target: str, opening: bool) -> str:  # noqa: ARG001, FBT001 - an Encoder
    """Escape brackets without a partner, and what binds tighter than brackets: code and tags."""
    target = _escaped(_inline(target), "`<")
    opened: list[int] = []
    loose: set[int] = set()
    for found in _ESCAPED_OR_BRACKET.finditer(target):
        if found[0] == "[":
            opened.append(found.start())
        elif found[0] == "]" and opened:
            opened.pop()
        elif found[0] == "]":
            loose.add(found.start())
    loose.update(opened)
    return "".join("\\" * (at in loose) + sign for at, sign in enumerate(target))


def _title(signs: str) -> Encoder:
    """Return the encoder of image titles that stand between such signs."""

    def title(target: str, opening: bool) -> str:  # noqa: ARG001, FBT001 - an Encoder
        return _escaped(_inline(target), signs)

    return title


def _escaped(target: str, signs: str) -> str:
    """Put a backslash before those of the signs that have none."""
    pattern = rf"(\\.)|[{re.escape(signs)}]"
    return re.sub(pattern, lambda m: m[1] or f"\\{m[0]}", target, flags=re.DOTALL)


def _opening(target: str) -> str:
    """Escape what would make another construct than a paragraph of the line it begins."""
    if not _SUSPECT.match(target) or not _opens(target):
        return target
    number = _NUMBER.match(target)
    at = number.end() if number else 0
    return f"{target[:at]}\\{target[at:]}"


def _opens(target: str) -> bool:
    """Ask the parser about the line alone, with a word after it, and under another line."""
    if DELIMITER.fullmatch(target):
        return True
    return not all(map(is_paragraph, (target, f"{target} a", f"a\n{target}")))


ENCODERS: Mapping[str, Encoder] = MappingProxyType(
    {
        "markdown": _text,
        "markdown-inline": _inline,
        "markdown-name": _name,
        "markdown-dashed": _dashed,
        "markdown-heading": _heading,
        "markdown-cell": _cell,
        "markdown-row": _row,
        "markdown-above-rule": _above_rule,
        "markdown-alt": _alt,
        "markdown-title-double": _title('"'),
        "markdown-title-single": _title("'"),
        "markdown-title-paren": _title("()"),
    }
)
"""By codec: ``markdown``, ``-name``, ``-row``, ``-above-rule`` begin their line, no other does."""
