"""Tell what is wrong with a PO file where no entry can be cut."""

from __future__ import annotations

from tongsa.errors import CatalogError


def fault(text: str, at: int, path: str) -> CatalogError:
    """Return the error that keeps an entry from being cut at ``at``."""
    return CatalogError("no entry", file=path, line=text.count("\n", 0, at) + 1)
