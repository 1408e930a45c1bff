"""Write a figure as the newspapers of a language do: 645억 달러, 645億美元, $64.5 billion."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from tongsa.language.load import figures, normalise
from tongsa.model import Bound, Quantity, QuantityKind
from tongsa.quantity.numeral import whole
from tongsa.quantity.read import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tongsa.model import CalendarDate, Value

Table = "Mapping[str, Any]"  # Any: as TOML gives it
_DECIMALS = 4
"""Digits behind the point, at the most, with which a scale word may stand."""
_GROUP = 10_000
_HALF_DAY = 43_200
_NOON = 12
_CENTURY, _THOUSAND = 100, 1000
_TEENS = range(11, 14)
_SIMPLE = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 100})
"""What a fraction written with a stroke is told in."""


def write(quantity: Quantity, language: str) -> str:
    """Return a quantity as a newspaper of a language writes it.

    What is written reads as the same quantity wherever the language has a form for it; else it is
    the nearest form. Raise SettingsError for a language of which nothing is known.
    """
    language = normalise(language)
    first = ""
    for text in _forms(quantity, language):
        first = first or text
        if read(text, language) == (quantity,):
            return text
    return first


def write_number(value: Value, language: str) -> str:
    """Return a number with the scale words of a language: 6억4900만, 6.49亿, 649 million."""
    table = figures(normalise(language))
    if value < 0:
        return f"{'−' if table['system'] == 'thousands' else '-'}{write_number(-value, language)}"
    if table["system"] == "thousands":
        return _by_thousands(value, table["words"]["powers"])
    return _by_myriads(value, table["words"]["myriads"], table)


def _forms(quantity: Quantity, language: str) -> Iterator[str]:
    """Yield the ways to write a quantity, the best first."""
    table = figures(language)
    write = table["write"]
    template = (
        write.get(quantity.bound.value, "{}") if quantity.bound is not Bound.SEVERAL else "{}"
    )
    for text in _plain_forms(quantity, table, language):
        yield template.replace("{}", text)


def _plain_forms(quantity: Quantity, table: Mapping[str, Any], language: str) -> Iterator[str]:
    kind = quantity.kind
    if kind is QuantityKind.IDENTIFIER:
        yield quantity.label
    elif kind is QuantityKind.DATE and quantity.date is not None:
        yield from _dates(quantity.date, table)
    elif kind is QuantityKind.TIME:
        yield from _times(quantity, table)
    elif kind is QuantityKind.FRACTION:
        yield from _fractions(Fraction(quantity.values[0]), table)
    else:
        yield from _numbered(quantity, table, language)


def _numbered(quantity: Quantity, table: Mapping[str, Any], language: str) -> Iterator[str]:
    """Yield the forms of what has a number: with its unit, its sign or the word for its kind."""
    numbers = _ends(quantity, table, language)
    if not numbers:
        return
    yield from _shaped(quantity, numbers, table)
    if quantity.high:  # 1~5만 is 1만~5만 to readers
        ends = (quantity.values[0], quantity.high[0])
        yield from _shaped(quantity, [digits(value) for value in ends], table)


def _shaped(quantity: Quantity, numbers: list[str], table: Mapping[str, Any]) -> Iterator[str]:
    write = table["write"]
    number = write["range"].format(low=numbers[0], high=numbers[1]) if quantity.high else numbers[0]
    if quantity.kind is QuantityKind.MONEY:
        yield from _money(quantity.unit, numbers, number, table)
        return
    role = quantity.label if quantity.kind is QuantityKind.CLAUSE else quantity.kind.value
    if quantity.kind is QuantityKind.DECADE and quantity.unit:
        role = "ages"
    for template in write.get(role, ["{n}"]):
        yield from _filled(template, quantity, number, table)


def _ends(quantity: Quantity, table: Mapping[str, Any], language: str) -> list[str]:
    """Return a quantity's number, or both ends of its range; none where no word is so vague."""
    if quantity.kind in _PLAIN:
        return [digits(quantity.values[0])]
    if quantity.bound is not Bound.SEVERAL:
        ends = (*quantity.values[:1], *quantity.high[:1])
        return [write_number(value, language) for value in ends]
    of = table["write"].get("of", "") if quantity.unit else ""
    words = [next(_several(end[0], table), "") for end in (quantity.values, quantity.high) if end]
    return [f"{word}{of}" for word in words] if all(words) else []


def _filled(
    template: str, quantity: Quantity, number: str, table: Mapping[str, Any]
) -> Iterator[str]:
    if "{unit}" in template:
        for unit in _units(quantity, table):
            yield template.format(n=number, unit=unit)
    elif "{n}th" in template:
        yield template.replace("{n}th", _ordinal(number))
    elif "{century}" not in template:
        yield template.format(n=number)
    elif quantity.values[0] >= _CENTURY:
        century, tens = divmod(int(quantity.values[0]), _CENTURY)
        yield template.format(century=century + 1, tens=tens)


_PLAIN = frozenset({QuantityKind.DECADE, QuantityKind.CENTURY, QuantityKind.CLAUSE})
"""Kinds whose numbers stand in digits alone."""


def _money(code: str, numbers: list[str], number: str, table: Mapping[str, Any]) -> Iterator[str]:
    """Yield an amount with each word for its currency, the newspapers' own first."""
    templates = table["write"]["money"]
    for word in (*table["currencies"].get(code, ()), code):
        if word == code:
            shape = "code"
        elif not word[-1].isalpha():
            shape = "sign"
        else:
            shape = "name" if word[-1] in "幣币" and "元" not in word else "word"
        if shape == "sign" and len(numbers) > 1:
            number = table["write"]["range"].format(low=numbers[0], high=word + numbers[1])
        if shape == "word" and number[-1].isdecimal():
            shape = "plain"  # 500달러, 645억 달러
        yield templates.get(shape, templates["word"]).format(n=number, unit=word)


def _units(quantity: Quantity, table: Mapping[str, Any]) -> Iterator[str]:
    """Yield the words for a unit, the newspapers' own first."""
    words = list(table["units"].get(quantity.unit, ()))
    for role in ("year", "day", "month", "hour", "minute"):
        if role == quantity.unit:
            words += table["after"].get(role, ())
    if quantity.values[0] == 1 and table["system"] == "thousands" and len(words) > 1:
        words[0], words[1] = words[1], words[0]
    yield from words


def _ordinal(number: str) -> str:
    """Return 1st, 2nd, 3rd, 11th (Quirk et al. 1985, 6.65)."""
    last = int(number[-2:]) if number[-2:].isdecimal() else 0
    ending = {1: "st", 2: "nd", 3: "rd"}.get(last % 10, "th")
    return number + ("th" if last in _TEENS else ending)


def _several(value: Value, table: Mapping[str, Any]) -> Iterator[str]:
    """Yield ``hundreds of thousands``, ``수십만``."""
    if table["system"] == "thousands":
        words = {10**power: word for word, power in table["words"]["several"].items()}
        if value in words:
            yield words[int(value)]
        for power in sorted(words, reverse=True):
            lead = {10: "tens of ", 100: "hundreds of "}.get(int(value) // power, "")
            if value % power == 0 and lead and power >= _THOUSAND:
                yield lead + words[power]
        return
    scales = _scales(table["words"]["myriads"], table)
    small = {size: word for word, size in reversed(table["words"]["small"].items())}
    for size, word in [*scales, (1, "")]:
        if value >= size and value % size == 0:
            lead = small.get(int(value) // size, "")
            if lead or value == size:
                yield f"{table['write']['several']}{lead}{word}"


def _fractions(value: Fraction, table: Mapping[str, Any]) -> Iterator[str]:
    upper, lower = value.numerator, value.denominator
    if "fraction" in table["write"]:
        yield table["write"]["fraction"].format(upper=upper, lower=lower)
    elif lower in _SIMPLE:
        yield f"{upper}/{lower}"
    yield f"{upper} in {lower}"


def _dates(date: CalendarDate, table: Mapping[str, Any]) -> Iterator[str]:
    """Yield the forms that say all of a date and nothing else."""
    words = table["words"]
    named: dict[str, str] = {}
    for part in ("year", "month", "day", "weekday", "years", "months", "weeks", "days"):
        value = getattr(date, part)
        if value is None:
            continue
        plain = words.get(f"{part}s", {}) if part in {"month", "weekday"} else {}
        plain = plain or table["relative"].get(part, {})
        names = [word for word, number in plain.items() if number == value]
        own = table["write"].get("names", {}).get(part, {}).get(str(value))
        names = [own] if own else names
        if plain and not names:
            return
        latin = table["system"] == "thousands" and part in {"month", "weekday"}
        named[part] = (names[0].title() if latin else names[0]) if names else str(value)
    for template in table["write"]["date"]:
        if {part for part in _PARTS if f"{{{part}}}" in template} == set(named):
            text = template
            if "{day}th" in text:
                text = text.replace("{day}th", _ordinal(named["day"]))
            yield text.format(**named)


_PARTS = ("year", "month", "day", "weekday", "years", "months", "weeks", "days")


def _times(quantity: Quantity, table: Mapping[str, Any]) -> Iterator[str]:
    seconds = int(quantity.values[0])
    hour, minute, second = seconds // 3600, seconds // 60 % 60, seconds % 60
    halves = table["write"]["halves"]
    western = table["system"] == "thousands"
    if len(quantity.values) == 1:
        yield from table["fixed"]["time"].get(f"{hour:02d}:{minute:02d}", [])[: not second]
    for template in table["write"]["time"]:
        if ("{minute}" not in template and minute) or ("{second}" not in template and second):
            continue
        if "{minute}" in template and not minute and not western and "{hour}:" not in template:
            continue
        if "{half}" in template and len(quantity.values) > 1:
            continue
        padded = western or "{hour}:" in template
        yield template.format(
            half=halves[seconds >= _HALF_DAY],
            hour=f"{hour:02d}" if hour < 1 else hour,
            hour12=(hour % _NOON or _NOON)
            if western
            else (hour if hour <= _NOON else hour - _NOON),
            minute=f"{minute:02d}" if padded else minute,
            second=f"{second:02d}",
        )


def _by_thousands(value: Value, powers: Mapping[str, int]) -> str:
    """Return ``64.5 billion``, ``450,000``."""
    for word, power in sorted(powers.items(), key=lambda pair: -pair[1]):
        scaled = Fraction(value) / 10**power
        if 10**power > _THOUSAND and scaled >= 1 and 10**_DECIMALS % scaled.denominator == 0:
            return f"{digits(whole(scaled))} {word}"
    return digits(value, grouped=True)


def _by_myriads(value: Value, myriads: Mapping[str, int], table: Mapping[str, Any]) -> str:
    """Return ``6억4900만``; as far as the language's file says so, with decimals: ``6.49亿``."""
    scales = _scales(myriads, table)
    decimals = table["write"].get("decimals", {})
    for size, word in scales:
        scaled = Fraction(value) / size
        if scaled >= 1:
            if 10 ** decimals.get(word, 0) % scaled.denominator == 0:
                return f"{digits(whole(scaled))}{word}"
            break
    if not table["write"]["groups"]:
        return digits(value)
    text, rest = "", value
    for size, word in scales:
        count, rest = divmod(rest, size)
        if count:
            text += f"{digits(whole(Fraction(count)))}{word}"
    return text + (digits(whole(Fraction(rest))) if rest or not text else "")


def _scales(myriads: Mapping[str, int], table: Mapping[str, Any]) -> list[tuple[int, str]]:
    """Return the scale words to write, the greatest first, each with its size."""
    chosen = table["write"].get("scales") or list(myriads)
    sizes = {word: 10 ** sum(myriads[sign] for sign in word) for word in chosen}
    return sorted(((size, word) for word, size in sizes.items()), reverse=True)


def digits(value: Value, *, grouped: bool = False) -> str:
    """Return a number in digits; what no decimals can tell stands as it is divided."""
    if isinstance(value, int):
        return f"{value:,}" if grouped else str(value)
    before, rest = divmod(value, 1)
    for places in range(1, 13):
        scaled = rest * 10**places
        if scaled.denominator == 1:
            head = f"{before:,}" if grouped else str(before)
            return f"{head}.{scaled.numerator:0{places}d}"
    return f"{value.numerator}/{value.denominator}"
