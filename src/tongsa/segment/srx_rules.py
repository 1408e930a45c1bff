"""Cut sentences by the rules of an SRX file."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

import regex

from tongsa.errors import SegmentationError
from tongsa.language.load import facts
from tongsa.model import Segment
from tongsa.segment.icu import to_regex
from tongsa.segment.segmenter import Segmenter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongsa.segment.srx import LanguageMap, Rule, Srx

WINDOW = 256
"""Code points on each side of a place in which exceptions are looked for."""
_SECONDS, _SECONDS_A_CHARACTER = 5.0, 5e-6  # before rules are given up as endless

_MEND = "mend the rule, or leave out the file to use tongsa's own rules"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Break:
    """A rule that breaks, with the exceptions that stand before it in the file."""

    rule: Rule
    places: regex.Pattern[str]
    """Finds the text before such a break."""
    exceptions: regex.Pattern[str] | None
    """Matches at a place that is no break after all."""


def srx_segmenter(srx: Srx, language: str) -> Segmenter:
    """Return the segmenter for a language by the rules of an SRX file.

    Raise SegmentationError where one of them cannot be used.
    """
    breaks = _breaks(_rules(srx, language), srx.file)

    def cut(text: str) -> Iterator[Segment]:
        begin = 0
        for end in (*_places(text, breaks, srx.file), len(text)):
            piece = text[begin:end]
            if sentence := piece.strip():
                start = begin + len(piece) - len(piece.lstrip())
                yield Segment(sentence, start, start + len(sentence))
            begin = end

    sample = facts(language).tables.get("segment", {}).get("sample", "")
    idle = len(list(cut(sample))) == 1
    warning = f"{srx.file}: its rules cut no sentence in {facts(language).name}"
    return Segmenter(
        split=cut,
        signature=f"srx {srx.digest[:12]}",
        warnings=(warning,) if idle else (),
    )


def _rules(srx: Srx, language: str) -> list[Rule]:
    """Return the rules that a language takes, in their order.

    Maps are tried with every spelling of the language, then with "_two" behind it, by which
    LanguageTool names the language of texts whose paragraphs are parted by two line ends.
    """
    code = language.replace("_", "-")
    spellings = dict.fromkeys((language, code, facts(language).tag, code.partition("-")[0]))
    plain = [one for one in srx.maps if any(_fits(srx, one, spelling) for spelling in spellings)]
    two = [one for one in srx.maps if any(_fits(srx, one, f"{name}_two") for name in spellings)]
    fitting = [one for one in srx.maps if one in plain or one in two]
    if not srx.cascade:
        fitting = (plain or two)[:1]
    return [rule for one in fitting for rule in srx.rules[one.rules]]


def _fits(srx: Srx, language_map: LanguageMap, spelling: str) -> bool:
    pattern = _compile(f"(?i:{to_regex(language_map.pattern)})", srx.file, language_map.line)
    return pattern.fullmatch(spelling, timeout=_SECONDS) is not None


def _breaks(rules: list[Rule], file: str) -> list[_Break]:
    """Compile the rules; each one that breaks with the exceptions before it."""
    exceptions: list[str] = []
    compiled: dict[int, regex.Pattern[str]] = {}
    breaks = []
    for rule in rules:
        before, after = to_regex(rule.before), to_regex(rule.after)
        for pattern in (before, after):  # each by itself, or "a)|(b" would pass
            _compile(pattern, file, rule.line)
        if not rule.breaks:
            exceptions.append(f"(?<={before})(?={after})")
            continue
        count = len(exceptions)
        if count and count not in compiled:
            compiled[count] = _compile("|".join(exceptions), file, rule.line)
        places = _compile(f"(?:{before})(?={after})", file, rule.line)
        breaks.append(_Break(rule=rule, places=places, exceptions=compiled.get(count)))
    return breaks


def _compile(pattern: str, file: str, line: int) -> regex.Pattern[str]:
    try:
        return regex.compile(pattern, regex.VERSION1)
    except regex.error as error:
        message = f"the regular expression cannot be used: {error}"
        raise SegmentationError(message, file=file, line=line, mend=_MEND) from error


def _places(text: str, breaks: list[_Break], file: str) -> list[int]:
    """Return where the text is cut, in order."""
    deadline = monotonic() + _SECONDS + len(text) * _SECONDS_A_CHARACTER
    found: dict[int, _Break] = {}
    rule = None
    try:
        for one in breaks:
            rule = one.rule
            left = max(deadline - monotonic(), 0.001)
            for match in one.places.finditer(text, overlapped=True, timeout=left):
                found.setdefault(match.end(), one)
        places = []
        for place in sorted(found):
            one = found[place]
            rule = one.rule
            if one.exceptions is None or not _is_exception(text, place, one.exceptions, deadline):
                places.append(place)
    except TimeoutError as error:
        message = "the rules take too long on one text"
        line = rule.line if rule else None
        raise SegmentationError(message, file=file, line=line, mend=_MEND) from error
    return places


def _is_exception(text: str, place: int, exceptions: regex.Pattern[str], deadline: float) -> bool:
    window = text[max(0, place - WINDOW) : place + WINDOW]
    left = max(deadline - monotonic(), 0.001)
    return exceptions.match(window, min(place, WINDOW), timeout=left) is not None
