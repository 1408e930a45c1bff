"""Say what a PO file is made of: the patterns of its entries, and what their strings mean."""

from __future__ import annotations

import re
from types import MappingProxyType

from tongsa.patterns import late

# The grammar is GNU gettext's (po-lex.c, po-gram-gen.y), so tokens may stand several to a line or
# far apart. Quantifiers are possessive: no text makes these patterns backtrack. A repeated group
# stands within (?>…) instead, for Python before 3.11.5 reads a possessive group wrong; long runs
# are taken by the thousand, for (?>…) remembers every round until its end.
_ESCAPED = r'\\(?:[abfnrtv"\\0-7\n]|x[0-9A-Fa-f])[^"\\\n]*+'
_STRING = rf'"[^"\\\n]*+(?>{_ESCAPED}(?>(?>(?:{_ESCAPED}){{1,999}})*)|)"'
_SPACE = r"[ \t\r\f\v]*+"
# A comment that ends in a backslash goes on in the next line, as gettext reads it.
COMMENT = rf"\#(?>~{_SPACE}\#|)(?![~|])[^\n]*+(?>(?:(?<=\\)\n[^\n]*+)*)(?:\n|\Z)"
_BARE = rf"\#(?:~\|?|\|){_SPACE}(?:\n|\Z)"
_COMMENTS = rf"(?>(?>(?:\s*+(?:{COMMENT}|{_BARE})){{1,999}})*)"


def _between(mark: str) -> str:
    """Return the pattern of what may part two tokens where each line begins with ``mark``."""
    return rf"{_SPACE}(?>(?:(?:\n\s*+)?{mark}{_SPACE})*)" if mark else r"\s*+"


def _strings(gap: str) -> str:
    return rf"{_STRING}(?>(?>(?:{gap}{_STRING}){{1,999}})*)"


def _entry(mark: str, previous: str, end: str) -> re.Pattern[str]:
    gap, old = _between(mark), _between(previous)
    strings, old_strings = _strings(gap), _strings(old)
    return late(
        rf"""
        (?P<gap>(?>\s*\n|))
        (?P<head>
          {_COMMENTS}
          (?>\s*+{previous}{old}(?>msgctxt{old}{old_strings}{old}|) msgid{old}{old_strings}
            (?>{old}msgid_plural{old}{old_strings}|){_SPACE}\n
            (?>(?:\s*+{_BARE})*)
          |)
        )
        \s*+{mark}{gap}
        (?>msgctxt{gap}(?P<context>{strings}){gap}|)
        msgid{gap}(?P<source>{strings}){gap}
        (?P<target>
          msgstr{gap}{strings}
          | msgid_plural{gap}{strings}(?>(?:{gap}msgstr{gap}\[{gap}[0-9]++{gap}\]{gap}{strings})+)
        )
        {_SPACE}{end}
        """,
        re.VERBOSE | re.ASCII,
    )


LIVE = _entry("", r"\#\|", r"\n?+")
"""An entry in use, with its comments: ``#. role: deck``, ``msgid "Rain"``, ``msgstr ""``."""

OBSOLETE = _entry(r"\#~", r"\#~\|", r"(?:\n|\Z)")
"""An entry out of use: ``#~ msgid "Rain"``, ``#~ msgstr "비"``."""

TAIL = late(rf"{_COMMENTS}\s*+\Z", re.ASCII)
"""What may follow the last entry: comments and blank lines."""

_ANY_GAP = r"(?>(?:\s++|\#~?\|?)*)"

STRING = late(_STRING)
"""One string between quotes: ``"He said \\"no\\".\\n"``."""

FIELD = late(
    rf"""
    (?P<name>msgctxt|msgid(?:_plural)?|msgstr){_ANY_GAP}
    (?>\[{_ANY_GAP}(?P<index>[0-9]++){_ANY_GAP}\]{_ANY_GAP}|)
    (?P<strings>{_strings(_ANY_GAP)})
    """,
    re.VERBOSE | re.ASCII,
)
"""A keyword with its strings, whatever marks stand before the lines: ``msgstr[0] "a" "b"``."""

PIECE = late(r"(?:\\(?:[0-7]{1,3}|x[0-9A-Fa-f]+))+|\\[\s\S]|[^\\]++")
"""What a string's text is made of: escapes, and stretches of plain text."""

_ESCAPE = late(r"((?:\\(?:[0-7]{1,3}|x[0-9A-Fa-f]+))+)|\\([\s\S])")
_CODE = late(r"\\(?:x([0-9A-Fa-f]+)|([0-7]+))")
_MEANING = MappingProxyType(
    {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v", "\n": ""}
)


def _unescape(match: re.Match[str]) -> str:
    codes, letter = match.groups()
    if letter:
        return _MEANING.get(letter, letter)
    # Such an escape is one byte of the catalog's encoding, which is UTF-8 but for old files.
    values = (int(hexa, 16) if hexa else int(octal, 8) for hexa, octal in _CODE.findall(codes))
    return bytes(value & 255 for value in values).decode("utf-8", "replace")


def decode(strings: str) -> str:
    """Return what strings mean, which stand here as they do in the file, quotes and all."""
    text = strings.replace('"\n"', "")
    if text.count('"') == 2 or STRING.fullmatch(text):  # noqa: PLR2004 (the outer quotes)
        text = text[1:-1]
    else:
        text = "".join([string[1:-1] for string in STRING.findall(text)])
    if "\\" not in text:
        return text
    if text.count("\\") == text.count('\\"') + text.count(r"\n"):
        return text.replace('\\"', '"').replace(r"\n", "\n")
    return _ESCAPE.sub(_unescape, text)
