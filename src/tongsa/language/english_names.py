"""Tell the names that people bear in English, and which of them are words as well."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from tongsa import packaged

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def english_names() -> Mapping[str, frozenset[str]]:
    """Return names in small letters by kind: given, given-word, family, family-word.

    Those of the kinds that end in "word" are English words as well.
    """
    lines = packaged.text("language/data/english-names.txt").splitlines()
    rows = (line.split(" ") for line in lines if line[0] != "#")
    return MappingProxyType({kind: frozenset(names) for kind, *names in rows})
