"""Update a PO file to a POT file's units with tongsa, as one program whose cost can be measured."""

from __future__ import annotations

import sys
from pathlib import Path

from tongsa.catalog import po
from tongsa.catalog.header import CREATED, SEGMENTER
from tongsa.catalog.merge import Joiners, Order, merge
from tongsa.model import Place, Unit


def main() -> None:
    """Read the old catalog and the new template, and write the merged catalog."""
    old, new, merged = map(Path, sys.argv[1:])
    catalog = po.parse(old.read_bytes(), path=old.name)
    template = po.parse(new.read_bytes(), path=new.name)
    entries = [entry for entry in template.entries if not entry.is_header]
    units = [
        Unit(
            source=entry.source,
            context=entry.context,
            places=(Place(block=line, ordinal=0, of=1, line=line),),
        )
        for line, entry in enumerate(entries, 1)
    ]
    header = {CREATED: "2030-01-01 12:00+0000", SEGMENTER: "none"}
    order = Order(units=units, article="seeds/archive.txt", header=header)
    updated = merge(catalog, order, Joiners(source=" ", target=" "))
    merged.write_bytes(updated.data)


if __name__ == "__main__":
    main()
