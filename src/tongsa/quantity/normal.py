"""Prepare a text for reading figures: one letter for one letter, nothing that is no prose."""

from __future__ import annotations

import re
import unicodedata

_APART = re.compile(
    r"https?://[^\s<>\"'」』”’）)]+|www\.[^\s<>\"'」』”’）)]+"  # https://example.org/2030
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"  # desk9@example.org
    r"|```[\s\S]{1,5000}?```|`[^`\n]{1,500}`"  # `x = 1`
    r"|\*{1,3}|_{2,3}"  # **bold**
    r"|<!--[\s\S]{0,5000}?-->"  # <!-- 3 boats -->
    r"|<[!/]?[A-Za-z][^<>]{0,2000}>|&#?\w{1,20};"  # <td colspan="2">, &#8217;
    r"|\$?\{\{?[^{}\n]{0,200}\}\}?"  # {count:02d}, ${price}
    r"|(?<!\d)%(?:\d{1,3}\$|\(\w{1,60}\))?[-+#0]?\d{0,4}(?:\.\d{1,4})?"
    r"[sdifgxu](?![A-Za-z])"  # %(n)03d
)
_GROUPS = re.compile(r"(?<=\d)(?<!\d\d\d\d)，(?=\d{3}(?!\d))")
"""``１２，３４５``, ``15，001``; but in 2030，300 a clause ends"""
_SPACE = re.compile(r"[\n\u00a0\u2009\u202f]")
_MARKS = r"(?<=[<{`&@*])|(?<=_)_|(?<=:)//|(?<=w)ww\.|(?<=%)[\w($.+#-]"
_SUSPECT = re.compile(f"[<{{`&@*_:w%](?:{_MARKS})")
"""What a text must hold to have anything of the kind; a cheaper question, letter by letter."""

HOLE = "\0"
"""Stands for each letter that is no prose."""


_WIDE_LETTERS = "\uff04\uff05\uff0b\uff0d-\uff19\uff21-\uff3a\uff41-\uff5a\uff5e\uffe0-\uffe6"
_FULL = f"(?<=[{_WIDE_LETTERS}])|(?<=\\d[，：])\\d"
_WIDE = re.compile(f"[{_WIDE_LETTERS}，：](?:{_FULL})")
"""What makes it worthwhile to look for full-width letters: ``１２％``, ``2：1``"""
_ODD = re.compile(
    f"[<{{`&@*_:w%\n\u00a0\u2009\u202f{_WIDE_LETTERS}，：]"
    f"(?:{_MARKS}|(?<=[\n\u00a0\u2009\u202f])|{_FULL})"
)
"""What a text must hold if anything is to be prepared: the three of them in one question."""


_WIDE_FORMS = range(0xFF01, 0xFFEF)
"""The Unicode Standard, 18.5: halfwidth and fullwidth forms."""


class _Plain(dict[int, str]):
    """Full-width letters and other scripts' digits, each as one plain letter; worked out once."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        if letter == "，":  # it ends a clause
            return letter
        digit = unicodedata.decimal(letter, None)
        plain = unicodedata.normalize("NFKC", letter) if code in _WIDE_FORMS else letter
        self[code] = str(digit) if digit is not None else plain if len(plain) == 1 else letter
        return self[code]


_PLAIN = _Plain({code: chr(code) for code in range(128)})


def normal(text: str) -> str:
    """Return a text of the same length, in plain letters, with holes where it is no prose."""
    if not _ODD.search(text):
        return text
    letters = text
    if not text.isascii() and _WIDE.search(text):
        letters = _GROUPS.sub(",", text).translate(_PLAIN)
    if _SPACE.search(letters):
        letters = _SPACE.sub(" ", letters)  # a wrapped line goes on
    if _SUSPECT.search(letters):
        letters = _APART.sub(lambda found: HOLE * len(found[0]), letters)
    return letters


def is_prose(text: str) -> bool:
    """Whether a text holds no markup, code or address."""
    return HOLE not in normal(text)


def lowered(letters: str) -> str:
    """Return a text of the same length in small letters."""
    low = letters.lower()
    if len(low) == len(letters):
        return low
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in letters)
