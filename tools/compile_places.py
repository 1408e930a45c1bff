#!/usr/bin/env python3
"""Compile the names of territories and cities into the asset that tongsa ships.

    python3 tools/compile_places.py > src/tongsa/people/places.txt

They are the territories of CLDR and the cities that its time zones are called by, in English, as
Babel has them: a name a line, in small letters, without stops and diacritics.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from babel import Locale
from babel.core import get_global

from tongsa.people.lexicon import spell

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAD = """\
# Territories and cities, compiled by tools/compile_places.py from data of Unicode CLDR, changed in
# form. Their licence stands in src/tongsa/reading/data/LICENSE.txt.
"""
STRAYS = {"Etc", "Antarctica"}  # whose stations are called Davis, Casey and Palmer
LONGEST_ACRONYM = 3  # letters: "UK", "UAE"; such are told by their capitals


def places() -> Iterator[str]:
    """Yield the places, some twice."""
    english = Locale("en")
    yield from english.territories.values()
    yield from (zone["city"] for zone in english.time_zones.values() if "city" in zone)
    for zone in get_global("zone_territories"):
        continent, *_, city = zone.split("/")
        if city != continent and continent not in STRAYS:
            yield city.replace("_", " ")


def main() -> None:
    """Write the asset to standard output."""
    found = {spell(place) for place in places()}
    lines = (f"{place}\n" for place in sorted(found) if len(place) > LONGEST_ACRONYM)
    sys.stdout.writelines((HEAD, *lines))


if __name__ == "__main__":
    main()
